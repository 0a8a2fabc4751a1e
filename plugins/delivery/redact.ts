/** Takes secrets out of words, also where they stand encoded as in an address or as Base64. */
export function redactor(secrets: Iterable<string>): (words: string) => string {
  const all = [...secrets]
    .filter((secret) => secret.length > 3)
    .flatMap((secret) => [secret, ...partsOf(secret)])
    .flatMap((secret) => [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')])
    .sort((a, b) => b.length - a.length)
  return (words) => all.reduce((rest, secret) => rest.replaceAll(secret, '…'), words)
}

/** What may be a key in an address, long parts of its path and of what it asks for; the key behind the mark of a webhook's. */
function partsOf(secret: string): string[] {
  const url = URL.parse(secret)
  const parts = url ? [...url.pathname.split('/'), ...url.searchParams.values()] : []
  const [, key] = /^whsec_(.+)$/.exec(secret) ?? []
  return [...parts, ...(key === undefined ? [] : [key])].filter((part) => part.length >= 12)
}
