import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { blogRoot } from './run-coldread.ts'

/** A post with all that a board has to show: no page yet, a thread, a text that is too long, markup in its words. */
const planted = `---
title: <b>Bold</b> & "quoted" </title>?
answer: The words of a writer stay words, whatever signs stand in them, and a page of the board shows them as they are.
purpose: sales
goal: retain
status: ready
publish: 2026-12-03
topics: [rhythm]
snippets:
  mastodon:
    - kind: tip
      at: +1d 10:00
      parts: ["<script>alert(1)</script> is first", "and this is second"]
  bluesky:
    - { kind: tip, at: +1d 11:00, text: "${'Too long by far. '.repeat(30).trim()}" }
  linkedin:
    - kind: tip
      at: +1d 12:00
      text: Look at it
      image: { src: ./how-often-should-a-small-business-post-week.png, alt: A week }
---
Our revolutionary \`plan\` leaves one week free.
`

/** Copies the blog of the tests into a folder of its own, with a post that makes trouble and one that is planned. @returns its root */
export function boardBlog(): string {
  const root = mkdtempSync(join(tmpdir(), 'coldread-board-'))
  cpSync(join(blogRoot, 'content'), join(root, 'content'), { recursive: true })
  writeFileSync(join(root, 'content/posts/planted.mdx'), planted)
  writeFileSync(
    join(root, 'content/posts/soft.mdx'),
    '---\ntitle: A soft one\nstatus: draft\nplanned: 2026-12-09\n---\nWords.\n',
  )
  const plan = join(root, 'content/plan.yaml')
  writeFileSync(
    plan,
    readFileSync(plan, 'utf8').replace(/^blackouts:.*$/m, 'blackouts: [2026-12-24/2026-12-26]'),
  )
  return root
}
