import { hash } from 'node:crypto'

/** E-mail addresses, names of accounts, telephone numbers. */
const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu
const account = /(?<![\p{L}\p{N}/])@[\p{L}\p{N}_][\p{L}\p{N}_.-]*(?:@[\p{L}\p{N}.-]+\p{L})?/gu
const telephone = /(?<![\p{L}\p{N}])\+?\(?\d(?:[\s().\u2011/-]?\d){7,14}(?![\p{L}\p{N}])/gu
const day = /^\d{4}-\d{2}-\d{2}$/

/** Words without what leads to a person: addresses, accounts and numbers, and the name of whoever said them. */
export function withoutPeople(words: string, name?: string): string {
  const named = name === undefined || name.length < 3 ? words : words.replaceAll(name, '…')
  return named
    .replace(account, '…')
    .replace(email, '…')
    .replace(telephone, (number) => (day.test(number) ? number : '…'))
}

/**
 * Tells people apart without their names: eight hexadecimal digits. Whoever tries a name can recognize it.
 * @param site so that the same person is another one elsewhere
 */
export function hashOfPerson(name: string, site: string): string {
  return hash('sha256', `${site}\n${name.normalize('NFKC').trim().toLowerCase()}`).slice(0, 8)
}

/** Networks whose addresses begin with the name of an account. */
const accountHosts =
  /(^|\.)(x|twitter|threads|instagram|facebook|linkedin|tiktok|tumblr|medium|pinterest)\.(com|net)$/
const personal = /^(@.*|users?|u|profiles?|people|in|members?|authors?)$/i

/** Does an address say whose page it is? */
export function namesPerson(address: string): boolean {
  const url = URL.parse(address)
  if (!url) return false
  return (
    url.username !== '' ||
    accountHosts.test(url.hostname) ||
    url.pathname.split('/').some((step) => personal.test(decodeSafely(step)))
  )
}

function decodeSafely(step: string): string {
  try {
    return decodeURIComponent(step)
  } catch {
    return step
  }
}
