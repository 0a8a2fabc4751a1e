import { hash } from 'node:crypto'

/** The hash by which Pagefind names files: SHA-1, each byte in hexadecimal digits without a zero before. */
export function pagefindHash(bytes: Uint8Array): string {
  return Array.from(hash('sha1', bytes, 'buffer'), (byte) => byte.toString(16)).join('')
}
