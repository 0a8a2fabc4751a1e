import { readFileSync } from 'node:fs'
import { QueueRefusal } from './queue-refusal.ts'

/** Where a Postiz server is, and the key to it, as the environment says. The key is never shown or written down. */
export function postizAccess(environment: Readonly<Record<string, string | undefined>>): {
  url: string
  key: string
} {
  const { COLDREAD_POSTIZ_URL: url = '', COLDREAD_POSTIZ_KEY_FILE: file } = environment
  const address = URL.parse(url)
  if (!address || !/^https?:$/.test(address.protocol) || address.username !== '')
    throw new QueueRefusal(
      'Set COLDREAD_POSTIZ_URL to the address of your Postiz server, as in https://api.postiz.com or https://postiz.example/api.',
    )
  const key = (environment.COLDREAD_POSTIZ_KEY ?? (file === undefined ? '' : keyIn(file))).trim()
  // A header can hold nothing else.
  if (!/^[\x21-\x7e]+$/.test(key))
    throw new QueueRefusal(
      'Set COLDREAD_POSTIZ_KEY to the API key from the settings of Postiz, or COLDREAD_POSTIZ_KEY_FILE to a file that holds it.',
    )
  return { url: address.href, key }
}

function keyIn(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new QueueRefusal(`COLDREAD_POSTIZ_KEY_FILE is ${file}, and that cannot be read.`)
  }
}
