import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.xml': 'application/xml',
  '.yml': 'text/yaml',
}

/** Serves a built site below a base path as a plain static host does, with `404.html` for what is not there. */
export async function serveFolder(folder: string, base: string): Promise<{ url: string; stop: () => void }> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname)
    const below = path.startsWith(base) ? normalize(path.slice(base.length)) : undefined
    const wanted =
      below === undefined ? undefined : join(folder, below, path.endsWith('/') ? 'index.html' : '')
    const isThere = wanted !== undefined && existsSync(wanted) && statSync(wanted).isFile()
    const file = isThere ? wanted : join(folder, '404.html')
    response.writeHead(isThere ? 200 : 404, {
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    })
    createReadStream(file).pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}${base}`, stop: () => server.close() }
}
