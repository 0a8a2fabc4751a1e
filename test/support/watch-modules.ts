// Loaded before a program: at its end it says which packages were loaded.
import { registerHooks } from 'node:module'

const loaded = new Set<string>()

registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context)
    const [, name] = /\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(resolved.url) ?? []
    if (name) loaded.add(name)
    return resolved
  },
})

process.on('exit', () => console.error(`loaded: ${[...loaded].sort().join(' ')}`))
