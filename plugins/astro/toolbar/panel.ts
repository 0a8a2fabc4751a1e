import { type ResultPreview, resultPreview } from '../../../src/board/search/result-preview.ts'
import type { Fault } from '../../../src/calendar/fault.ts'
import { liveNeeds, type Need } from '../../../src/calendar/live-needs.ts'
import type { Post } from '../../../src/calendar/post.ts'
import type { Opened } from '../../../src/open.ts'
import { pageTitle } from '../../../src/reader/page-title.ts'
import type { Finding } from '../../lint/finding.ts'
import type { HeardRun } from '../lint-run.ts'
import { postCardPath } from '../og-images/card.ts'
import type { Outgoing } from './outgoing.ts'
import { placeOfFinding, type SeenPlace } from './place-of-finding.ts'
import { type SnippetPreview, snippetPreviews } from './snippet-previews.ts'

/** What the panel says of a post. */
export interface Panel {
  post: Post
  /** The plan's: all times are in it. */
  zone: string
  siteName: string
  /** The page as a search result. */
  result: ResultPreview
  /** The site's own address, without a trailing slash. */
  siteUrl: string
  /** Name of whoever sees to it. */
  owner: string
  /** Every finding in the order of the text, and where it can be seen; undefined for an idea, which is not linted. */
  findings: readonly (Finding & { place: SeenPlace })[] | undefined
  /** How many older findings the baseline lets stand. */
  old: number
  needs: readonly Need[]
  snippets: readonly SnippetPreview[]
  /** Path of its picture for social cards below the site's address; undefined where the plan wants none. */
  card: string | undefined
}

/** All that is to be said of a post while it is written. Pure. */
export function panelOf(post: Post, opened: Opened, { linted, heard }: HeardRun, outgoing: Outgoing): Panel {
  const { calendar } = opened
  const { plan, authors } = calendar
  const body = opened.bodyOf(post)
  const ofPost = (files: HeardRun['heard']['files']) =>
    files.find(({ path }) => path === post.file)?.findings ?? []
  const findings = ofPost(heard.files)
  return {
    post,
    zone: plan.zone,
    siteName: plan.site.name,
    result: resultPreview(post, {
      calendar,
      pageTitleOf: ({ title }) => pageTitle(title, plan.site.name),
    }),
    siteUrl: plan.site.url,
    owner: authors[post.owner]?.name ?? post.owner,
    findings:
      post.state === 'idea'
        ? undefined
        : findings.map((finding) => ({ ...finding, place: placeOfFinding(post, body, finding) })),
    old: ofPost(linted.files).length - findings.length,
    needs: liveNeeds(post, calendar),
    snippets: snippetPreviews(post, body, calendar, outgoing),
    card: postCardPath(post, plan.site),
  }
}

/** What keeps the last save from being shown: faults of the post itself come first. */
export function faultsFor(post: Post | undefined, faults: readonly Fault[]): Fault[] {
  return faults.toSorted((a, b) => Number(b.file === post?.file) - Number(a.file === post?.file))
}
