/** Takes secrets out of words, also where they stand encoded as in an address or as Base64. */
export function redactor(secrets: Iterable<string>): (words: string) => string {
  const all = [...secrets]
    .filter((secret) => secret.length > 3)
    .flatMap((secret) => [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')])
    .sort((a, b) => b.length - a.length)
  return (words) => all.reduce((rest, secret) => rest.replaceAll(secret, '…'), words)
}
