import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import type { Sources } from '../../src/calendar/sources.ts'
import { decap } from '../../src/cms/admin-page.ts'
import { packageRoot } from './run-coldread.ts'

/** A folder as Decap CMS keeps a repository in the browser. */
interface Tree {
  [name: string]: Tree | { content: string; path: string }
}

const version = /@([\d.]+)\//.exec(decap.folder)?.[1]

/** Decap CMS itself, as it was published on npm. */
const program = brotliDecompressSync(
  readFileSync(`${packageRoot}test/fixtures/decap-cms/decap-cms-${version}.js.br`),
)

/**
 * Opens the forms of a built site over a repository that holds these texts. Decap CMS comes from a file of ours instead of its
 * address; the browser still checks that it is the one that the page names.
 * @param url of the built site
 * @returns what the page asked for elsewhere, and what went wrong in it
 */
export async function openDecap(page: Page, url: string, texts: Sources['texts']): Promise<string[]> {
  const troubles: string[] = []
  page.on('pageerror', ({ message }) => troubles.push(message))
  page.on('console', (said) => {
    if (said.type() === 'error') troubles.push(said.text())
  })
  await page.route(
    ({ origin }) => origin !== new URL(url).origin,
    (route) => {
      if (route.request().url() === decap.folder + decap.file)
        return route.fulfill({
          body: program,
          headers: { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' },
        })
      troubles.push(`asked for ${route.request().url()}`)
      return route.abort()
    },
  )
  // Decap finds one post by the folders on its way, and a list of posts by their folder's whole path.
  await page.addInitScript(({ content, ...tree }) => {
    const repoFiles = { ...tree, content, 'content/posts': (content as Tree).posts }
    Object.assign(window, { repoFiles })
  }, treeOf(texts))
  await page.goto(`${url}/admin/`)
  await page.getByRole('button', { name: 'Login' }).click()
  await page.getByRole('heading', { name: 'Posts', exact: true }).waitFor()
  return troubles
}

/** Opens the form of an entry; of a new one, where none is named. */
export async function openForm(page: Page, collection: string, slug?: string): Promise<void> {
  const goTo = (hash: string) => page.evaluate((to) => Object.assign(location, { hash: to }), hash)
  await goTo(`#/collections/${collection}`)
  await page.getByRole('button', { name: 'Sort by' }).waitFor()
  await goTo(`#/collections/${collection}/${slug === undefined ? 'new' : `entries/${slug}`}`)
  await page.getByLabel('Title', { exact: true }).waitFor()
}

/** Saves the form that is open, in which something was changed. */
export async function publish(page: Page): Promise<void> {
  await page.getByText('Unsaved changes').waitFor()
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Publish now' }).click()
  await page.getByText('Changes saved').waitFor()
}

/** Every text that the repository holds now. */
export async function textsIn(page: Page): Promise<Map<string, string>> {
  const tree = await page.evaluate(() => (window as unknown as { repoFiles: Tree }).repoFiles)
  const found = new Map<string, string>()
  const gather = (folder: Tree) => {
    for (const each of Object.values(folder))
      if (typeof each.content === 'string') found.set(each.path as unknown as string, each.content)
      else gather(each as Tree)
  }
  gather(tree)
  return found
}

function treeOf(texts: Sources['texts']): Tree {
  const root: Tree = {}
  for (const [path, content] of texts) {
    const parts = path.split('/')
    const name = parts.pop() as string
    let folder = root
    for (const part of parts) {
      folder[part] ??= {}
      folder = folder[part] as Tree
    }
    folder[name] = { content, path }
  }
  return root
}
