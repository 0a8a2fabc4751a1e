import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Beginning, writeSite } from '../../src/calendar/new-site.ts'
import { isProject } from '../../src/own-files.ts'
import {
  commandsTaken,
  editorSettings,
  type Manifest,
  withCommands,
  withIgnored,
} from '../../src/project/project-files.ts'
import { writeWhole } from '../../src/write-whole.ts'
import { schemaFiles } from './schema-files.ts'

/** What became of a project. Paths are below its folder. */
export interface Initiated {
  written: string[]
  /** Files that were there and stay as they are, with what to put into them. */
  left: { file: string; why: string }[]
}

/** Why a folder cannot take Coldread in, in a sentence; undefined where it can. */
export function projectProblem(root: string): string | undefined {
  if (!isProject(root))
    return `${root} holds no astro.config file. Name an Astro project with --root, or make a blog with coldread create.`
  const content = statSync(join(root, 'content'), { throwIfNoEntry: false })
  if (content && !content.isDirectory())
    return `${join(root, 'content')} is a file: posts and plan need a folder of that name.`
  return undefined
}

/** Was a blog moved in already, so that nothing of its content is to be asked for? */
export function hasPlan(root: string): boolean {
  return existsSync(join(root, 'content/plan.yaml'))
}

/** Whether the project has all that is brought to it. */
export function isInitiated(root: string, { dependencies = {}, devDependencies = {} }: Manifest): boolean {
  return hasPlan(root) && ('coldread' in dependencies || 'coldread' in devDependencies)
}

/** `package.json` of a project, or why it cannot be read, in a sentence. */
export function readManifest(root: string): Manifest | string {
  try {
    const read: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8').replace(/^\uFEFF/, ''))
    if (!isTable(read)) return 'package.json cannot be used: it is no object.'
    const wrong = ['scripts', 'dependencies', 'devDependencies', 'allowScripts'].find(
      (name) => read[name] !== undefined && !isTable(read[name]),
    )
    return wrong ? `package.json cannot be used: \`${wrong}\` is no object.` : read
  } catch (error) {
    return `package.json cannot be read: ${(error as Error).message}`
  }
}

function isTable(value: unknown): value is Manifest {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const collections = `import { defineCollection } from 'astro:content'
import { livePosts } from 'coldread/content'

export const collections = { posts: defineCollection(livePosts()) }
`

/**
 * Brings plan, schemas, lint and queue into an Astro project. Its pages, layout and configuration stay as they are, and no file
 * is replaced but `package.json` and `.gitignore`, which get what is missing.
 * @param beginning undefined where the project has a plan
 * @param from what npm installs Coldread from
 */
export function initProject(
  root: string,
  manifest: Manifest,
  beginning: Beginning | undefined,
  from: string,
): Initiated {
  const done: Initiated = { written: [], left: [] }
  const write = (file: string, text: string, isNew = true) => {
    writeWhole(join(root, file), text, { isNew })
    done.written.push(file)
  }
  const schemas = schemaFiles()
  const site = beginning
    ? writeSite(beginning, schemas.get('content/README.md') as string)
    : new Map<string, string>()
  for (const [file, text] of new Map([...schemas, ...site, ['.vscode/settings.json', editorSettings]])) {
    if (!existsSync(join(root, file))) write(file, text)
    else if (readFileSync(join(root, file), 'utf8') !== text)
      done.left.push({ file, why: 'it was there already' })
  }
  const config = ['ts', 'mts', 'js', 'mjs'].map((ending) => `src/content.config.${ending}`)
  const known = config.find((file) => existsSync(join(root, file)))
  if (!known) write('src/content.config.ts', collections)
  else if (!readFileSync(join(root, known), 'utf8').includes('coldread/content'))
    done.left.push({
      file: known,
      why: "add `import { livePosts } from 'coldread/content'`, and to the collections `posts: defineCollection(livePosts())`",
    })
  const taken = commandsTaken(manifest)
  if (taken.length > 0)
    done.left.push({
      file: 'package.json',
      why: `${taken.map((name) => `\`npm run ${name}\``).join(', ')} keeps its meaning: ours are at \`npm run coldread -- ${taken[0]}\``,
    })
  const ignore = join(root, '.gitignore')
  const text = existsSync(ignore) ? readFileSync(ignore, 'utf8') : ''
  if (withIgnored(text) !== text) write('.gitignore', withIgnored(text), false)
  write('package.json', `${JSON.stringify(withCommands(manifest, from), null, 2)}\n`, false)
  return done
}
