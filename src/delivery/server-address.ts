const here = /^(?:localhost|127\.0\.0\.1|\[::1\])$/

/** What is wrong with the address of a server that is to get credentials, as a clause; undefined where nothing is. */
export function serverProblem(value: string): string | undefined {
  const url = URL.parse(value.trim())
  if (!url || !/^https?:$/.test(url.protocol)) return 'is no address such as https://example.com'
  if (url.username !== '' || url.password !== '') return 'holds a name or a password; leave them out'
  if (url.protocol === 'http:' && !here.test(url.hostname))
    return 'does not begin with https, and would send secrets in the clear'
  if (url.search !== '' || url.hash !== '') return 'has something behind its path; leave it out'
  return undefined
}
