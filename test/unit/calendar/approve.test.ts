import { describe, expect, it } from 'vitest'
import { approvalEdit, approvalOf } from '../../../src/calendar/approval.ts'
import { check } from '../../../src/calendar/check.ts'
import { approvalHash } from '../../../src/calendar/derive-post.ts'
import { editEntry } from '../../../src/calendar/edit-entry.ts'
import { splitFrontMatter } from '../../../src/calendar/front-matter.ts'
import { postSchema } from '../../../src/calendar/front-matter-schema.ts'
import { liveNeeds } from '../../../src/calendar/live-needs.ts'
import { isProblem } from '../../../src/calendar/problem.ts'
import { renderPost } from '../../../src/calendar/render-post.ts'
import { calendarOf, plan, readyPost } from './corner-shop.ts'

const file = 'content/posts/a.mdx'
const snippets = 'snippets: { linkedin: [{ at: +2d 09:00, text: Twice a week. }] }'
const written = readyPost('How often?', '2026-12-08', snippets)

function approve(text: string): string {
  const split = splitFrontMatter(file, text)
  const checked = 'fault' in split ? undefined : check(postSchema, split.yaml)
  if ('fault' in split || !checked || !('value' in checked)) throw new Error('no post')
  const hash = approvalHash(checked.value, text.slice(split.bodyStart))
  const approved = editEntry(file, text, approvalEdit('mari', hash))
  if (isProblem(approved)) throw new Error(approved.problem)
  return approved
}

function only(text: string) {
  const calendar = calendarOf({
    'content/plan.yaml': `${plan}requires: [approval]\n`,
    [file]: text,
  })
  const [post] = calendar.posts
  if (!post) throw new Error('no post')
  return { post, needs: liveNeeds(post, calendar).map(({ field }) => field) }
}

describe('approval', () => {
  it('is not there before somebody gives it', () => {
    const { post, needs } = only(written)
    expect([approvalOf(post), post.state, needs]).toEqual(['none', 'unapproved', ['approved']])
  })

  it('is given for the text as it is', () => {
    const { post, needs } = only(approve(written))
    expect([approvalOf(post), post.state, needs]).toEqual(['given', 'scheduled', []])
    expect(renderPost(post)).toMatch(/^approved +by mari, text [0-9a-f]{16}$/m)
  })

  it.each([
    ['the body', (text: string) => `${text}One more line.\n`],
    ['the title', (text: string) => text.replace('How often?', 'How rarely?')],
    ['the words of a snippet', (text: string) => text.replace('Twice a week. }', 'Once a week. }')],
  ])('is void once %s changes, and says so', (_, change) => {
    const changed = change(approve(written))
    expect(changed).not.toBe(approve(written))
    const { post, needs } = only(changed)
    expect([approvalOf(post), post.state, needs]).toEqual(['void', 'unapproved', ['approved']])
    expect(renderPost(post)).toMatch(/^approved +void: mari approved another text than this/m)
    expect(approvalOf(only(approve(changed)).post)).toBe('given')
  })

  it.each([
    ['the day', (text: string) => text.replace('2026-12-08', '2026-12-09')],
    ['the time of a snippet', (text: string) => text.replace('+2d 09:00', '+3d 10:00')],
    ['line ends', (text: string) => text.replaceAll('\n', '\r\n')],
  ])('stands when only %s changes', (_, change) => {
    const changed = change(approve(written))
    expect(changed).not.toBe(approve(written))
    expect(approvalOf(only(changed).post)).toBe('given')
  })

  it('is needed again by a draft whose text changed', () => {
    const draft = approve(written).replace('status: ready', 'status: draft')
    expect(only(draft).needs).toEqual(['status'])
    expect(only(`${draft}More.\n`).needs).toEqual(['approved', 'status'])
  })
})
