/** Commands of a blog's `package.json`, by name: those that its messages and documents speak of. */
const blogScripts: Readonly<Record<string, string>> = {
  dev: 'coldread dev',
  build: 'coldread build',
  preview: 'coldread preview',
  new: 'coldread new',
  lint: 'coldread lint',
  links: 'coldread links',
  queue: 'coldread queue',
  deliver: 'coldread deliver',
  ideas: 'coldread ideas',
  board: 'coldread board',
  coldread: 'coldread',
}

/** Those of a project that has pages of its own: Astro builds it. */
const guestScripts = ['new', 'lint', 'links', 'queue', 'deliver', 'ideas', 'board', 'coldread']

/** Which packages may run a script when npm installs them: Node comes by one, and the others can do without. */
const allowScripts = { node: true, 'core-js': false, esbuild: false }

/** What `package.json` says that matters here; the rest stays as it is. */
export interface Manifest {
  name?: string
  private?: boolean
  type?: string
  scripts?: Readonly<Record<string, string>>
  dependencies?: Readonly<Record<string, string>>
  devDependencies?: Readonly<Record<string, string>>
  allowScripts?: Readonly<Record<string, boolean>>
  [other: string]: unknown
}

/** Lines of `.gitignore`: what can be made again, and what belongs to one machine. */
const ignored = ['node_modules/', 'dist/', '.astro/', '.coldread/', '.env']

const settings = {
  'astro.content-intellisense': true,
  'yaml.schemas': Object.fromEntries(
    ['plan', 'glossary', 'authors', 'activities'].map((name) => [
      `./.vscode/schemas/${name}.json`,
      name === 'activities' ? 'content/activities/*.yaml' : `content/${name}.yaml`,
    ]),
  ),
}
const extensions = {
  recommendations: ['astro-build.astro-vscode', 'redhat.vscode-yaml', 'unifiedjs.vscode-mdx'],
}

/** `.vscode/settings.json`: which schema each file has. */
export const editorSettings = json(settings)

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

/**
 * The files of a new blog besides its content, by path.
 * @param from what npm installs Coldread from: a version, or the address of a package
 * @param folder name of its folder
 */
export function newProjectFiles(folder: string, from: string): Map<string, string> {
  const manifest: Manifest = {
    name:
      folder
        .toLowerCase()
        .replace(/[^a-z0-9._-]+/g, '-')
        .replace(/^[._-]+|-+$/g, '') || 'blog',
    private: true,
    type: 'module',
    scripts: blogScripts,
    allowScripts,
    dependencies: { coldread: from },
  }
  return new Map([
    ['package.json', json(manifest)],
    [
      'astro.config.mjs',
      "import { coldread } from 'coldread'\n\nexport default { integrations: [coldread()] }\n",
    ],
    ['.gitignore', `${ignored.join('\n')}\n`],
    ['.vscode/settings.json', editorSettings],
    ['.vscode/extensions.json', json(extensions)],
  ])
}

/** `package.json` of a project that gets Coldread's commands beside its own. What it has already, it keeps. */
export function withCommands(manifest: Manifest, from: string): Manifest {
  const added = Object.fromEntries(guestScripts.map((name) => [name, blogScripts[name] as string]))
  const isKnown = manifest.dependencies?.coldread ?? manifest.devDependencies?.coldread
  return {
    ...manifest,
    scripts: { ...manifest.scripts, ...added, ...manifest.scripts },
    allowScripts: { ...allowScripts, ...manifest.allowScripts },
    ...(isKnown === undefined && { dependencies: { ...manifest.dependencies, coldread: from } }),
  }
}

/** Commands that a project has under a name of ours, and that do something else. */
export function commandsTaken({ scripts = {} }: Manifest): string[] {
  return guestScripts.filter((name) => scripts[name] !== undefined && scripts[name] !== blogScripts[name])
}

/** `.gitignore` with the lines that are missing. */
export function withIgnored(text: string): string {
  const known = new Set(text.split(/\r?\n/).map((line) => line.trim().replace(/\/$/, '')))
  const missing = ignored.filter((line) => !known.has(line.replace(/\/$/, '')))
  if (missing.length === 0) return text
  return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${missing.join('\n')}\n`
}
