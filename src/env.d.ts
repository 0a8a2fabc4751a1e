/** Components that a blog's own project adds for its posts, by name: `plugins/astro/own-code.ts` makes this module. */
declare module 'virtual:coldread/own-components' {
  const components: Readonly<Record<string, import('astro/runtime/server/index.js').AstroComponentFactory>>
  export = components
}
