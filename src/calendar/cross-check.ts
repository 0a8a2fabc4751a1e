import { reservedSlugs } from './addresses.ts'
import { isBlackout } from './blackout.ts'
import type { Calendar } from './calendar.ts'
import { checkFormerPaths } from './check-former-paths.ts'
import type { Fault } from './fault.ts'
import { imageProblem } from './image-problem.ts'
import {
  known,
  type Path,
  type Report,
  theAudience,
  theChannel,
  thePerson,
  thePost,
  theSeries,
  theTopic,
} from './known.ts'
import { missingForReady } from './live-needs.ts'
import type { Post } from './post.ts'
import { slugOfFile } from './slug-of-file.ts'
import { authorsFile, isPost, pathFrom, planFile } from './sources.ts'
import { dayIn } from './time.ts'
import type { YamlDocument } from './yaml-document.ts'

/**
 * Faults that show only when entries are seen together: names that nobody has, addresses given twice, images that are not there.
 * @param unread files that have faults of their own: what others say of what is in them is not judged
 */
export function crossCheck(
  calendar: Calendar,
  documents: ReadonlyMap<string, YamlDocument>,
  assets: ReadonlySet<string>,
  unread: ReadonlySet<string> = new Set(),
): Fault[] {
  const faults: Fault[] = []
  const people = unread.has(authorsFile) ? undefined : Object.keys(calendar.authors)
  const reportIn =
    (file: string, placeOf: 'placeOf' | 'placeOfKey' = 'placeOf'): Report =>
    (path, what, mend, paste) =>
      faults.push({
        ...(documents.get(file)?.[placeOf](path) ?? { file, line: 1, column: 1 }),
        what,
        mend,
        ...(paste !== undefined && { paste }),
      })

  checkPlan(calendar, people, reportIn(planFile))
  checkExports(calendar, assets, reportIn(planFile), reportIn(planFile, 'placeOfKey'))
  for (const activity of calendar.activities) {
    const report = reportIn(activity.file)
    const at = activity.entry - 1
    const channels = Object.keys(calendar.plan.channels)
    if (activity.channel !== undefined) known(report, [at, 'channel'], theChannel, activity.channel, channels)
    const { author, owner } = calendar.plan
    const inherited = [author, owner, activity.channel && calendar.plan.channels[activity.channel]?.owner]
    if (activity.owner && !inherited.includes(activity.owner))
      known(report, [at, 'owner'], thePerson, activity.owner, people)
    if (activity.image) checkImage(report, [at, 'image', 'src'], activity.file, activity.image.src, assets)
  }
  const bySlug = new Map<string, Post>()
  for (const post of calendar.posts) {
    const first = bySlug.get(post.slug)
    if (first)
      reportIn(post.file)(
        [],
        `\`${post.slug}\` is the name of \`${first.file}\` already`,
        'addresses are made of it: rename one of the two',
      )
    else bySlug.set(post.slug, post)
  }
  const slugs = [...bySlug.keys(), ...[...unread].filter(isPost).map(slugOfFile)]
  const former = new Map<string, Post>()
  for (const post of calendar.posts) {
    const report = reportIn(post.file)
    checkNames(post, calendar, people, report)
    for (const channel of Object.keys(post.snippets))
      known(
        reportIn(post.file, 'placeOfKey'),
        ['snippets', channel],
        theChannel,
        channel,
        Object.keys(calendar.plan.channels),
      )
    checkReady(post, calendar, report)
    checkImages(post, assets, report)
    checkPosts(post, bySlug, slugs, report)
    for (const [index, slug] of post.formerSlugs.entries()) {
      const taken = bySlug.get(slug) ?? former.get(slug)
      former.set(slug, post)
      if (taken)
        report(
          ['formerSlugs', index],
          `\`${slug}\` is ${taken.slug === slug ? 'the address' : 'a former address'} of ${taken === post ? 'this very post' : `\`${taken.file}\``}`,
          taken === post ? 'delete it here' : 'an address leads to one post: delete it in one of the two',
        )
      else if (reservedSlugs.has(slug))
        report(['formerSlugs', index], `\`/${slug}/\` is a page of the site itself`, 'delete it here')
    }
  }
  checkFormerPaths(calendar, reportIn)
  return faults
}

function checkPlan({ plan }: Calendar, people: readonly string[] | undefined, report: Report): void {
  for (const field of ['author', 'owner'] as const) {
    const id = plan[field]
    if (id !== undefined) known(report, [field], thePerson, id, people)
  }
  for (const [name, { owner }] of Object.entries(plan.channels))
    if (owner !== undefined) known(report, ['channels', name, 'owner'], thePerson, owner, people)
}

function checkExports(
  { plan }: Calendar,
  assets: ReadonlySet<string>,
  report: Report,
  reportKey: Report,
): void {
  const { buffer, publer, postiz, delivery, templates } = plan.exports
  const byChannel = {
    'buffer.boards': buffer?.boards,
    'publer.boards': publer?.boards,
    'postiz.channels': postiz?.channels,
    'delivery.channels': delivery?.channels,
  }
  for (const [path, named] of Object.entries(byChannel))
    for (const channel of Object.keys(named ?? {}))
      known(
        reportKey,
        ['exports', ...path.split('.'), channel],
        theChannel,
        channel,
        Object.keys(plan.channels),
      )
  for (const [name, { file }] of Object.entries(templates))
    if (file !== undefined && !assets.has(pathFrom(planFile, file) ?? ''))
      report(
        ['exports', 'templates', name, 'file'],
        `there is no file \`${file}\` beside the plan`,
        'download the template from the tool, and save it there',
      )
}

function checkNames(
  post: Post,
  { plan }: Calendar,
  people: readonly string[] | undefined,
  report: Report,
): void {
  const wrote = (field: string) => !(field in post.origin)
  if (wrote('author')) known(report, ['author'], thePerson, post.author, people)
  if (wrote('owner')) known(report, ['owner'], thePerson, post.owner, people)
  if (post.approved) known(report, ['approved', 'by'], thePerson, post.approved.by, people)
  if (wrote('audience')) known(report, ['audience'], theAudience, post.audience, plan.audiences)
  if (post.series !== undefined) known(report, ['series'], theSeries, post.series, Object.keys(plan.series))
  for (const [index, topic] of post.topics.entries())
    known(report, ['topics', index], theTopic, topic, Object.keys(plan.topics))
}

/** What a post needs before it may go live. */
function checkReady(post: Post, { plan, now }: Calendar, report: Report): void {
  if (post.status === 'retired' && post.redirectTo === undefined)
    report(
      ['status'],
      'a retired post leads nowhere',
      'say which post takes its place',
      'redirectTo: how-often-should-a-small-shop-post',
    )
  if (post.status !== 'ready') return
  for (const { field, mend, paste } of missingForReady(post, plan))
    report(['status'], `\`${field}\` is missing for \`ready\``, mend, paste)
  const { publish } = post
  const day = publish && dayIn(publish, plan.zone)
  if (day && publish.instant > now.instant && isBlackout(day, plan))
    report(
      ['publish'],
      `\`${day}\` is a day on which nothing goes out`,
      "choose another day, or change the plan's `blackouts`",
    )
}

function checkImages(post: Post, assets: ReadonlySet<string>, report: Report): void {
  if (post.cover) checkImage(report, ['cover', 'src'], post.file, post.cover.src, assets)
  for (const [channel, snippets] of Object.entries(post.snippets))
    for (const [index, { image }] of snippets.entries())
      if (image)
        checkImage(report, ['snippets', channel, index, 'image', 'src'], post.file, image.src, assets)
}

function checkImage(
  report: Report,
  path: Path,
  file: string,
  src: string,
  assets: ReadonlySet<string>,
): void {
  const problem = imageProblem(file, src, assets)
  if (problem) report(path, problem.what, problem.mend)
}

function checkPosts(
  post: Post,
  bySlug: ReadonlyMap<string, Post>,
  slugs: readonly string[],
  report: Report,
): void {
  for (const [index, slug] of post.related.entries()) {
    if (slug === post.slug) report(['related', index], 'the post is related to itself', 'delete it')
    else known(report, ['related', index], thePost, slug, slugs)
  }
  if (post.redirectTo === undefined) return
  known(report, ['redirectTo'], thePost, post.redirectTo, slugs)
  if (post.status !== 'retired') {
    report(
      ['redirectTo'],
      'only a retired post leads elsewhere',
      'write `status: retired`, or delete this line',
    )
    return
  }
  const seen = new Set<string>()
  let next: Post | undefined = post
  while (next?.redirectTo !== undefined) {
    if (seen.has(next.slug)) {
      report(
        ['redirectTo'],
        `this leads in a circle: ${[...seen, next.slug].map((slug) => `\`${slug}\``).join(' → ')}`,
        'let one of them lead to a post that is not retired',
      )
      return
    }
    seen.add(next.slug)
    next = bySlug.get(next.redirectTo)
  }
  if (next && !['live', 'scheduled', 'retired'].includes(next.state))
    report(['redirectTo'], `\`${next.slug}\` is not live yet`, 'lead readers to a post that is')
}
