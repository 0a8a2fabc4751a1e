import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A plan that builds, for the site of a test. */
export const plan = `site:
  name: Corner Shop Notes
  about: Two shopkeepers on running a small shop
  url: https://notes.example
zone: Europe/Tallinn
rhythm: [tue 09:00]
topics:
  cadence: { title: How often to post, intro: What a small shop can keep up. }
channels:
  phone: { network: phone, serves: retain, replies: weekdays 9 to 17 }
`

/** A post that is live from 2026-12-08 on, with a body of its own. */
export function post(title: string, body = 'A body of a few words.', fields = ''): string {
  return `---
title: ${title}
answer: ${title.replace(/\?$/, '')} is a question with a short answer that stands first on the page.
purpose: awareness
status: ready
publish: 2026-12-08
${fields}---
${body}
`
}

/** Writes a site into a folder of its own, which goes when the test ends. Values are file contents by path. */
export function scratchSite(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), 'coldread-test-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const [file, data] of Object.entries({ 'content/plan.yaml': plan, ...files })) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), data)
  }
  return root
}
