/** The variable of the environment that holds a site's IndexNow key, for the build and for the command. */
const variable = 'COLDREAD_INDEXNOW_KEY'

/**
 * The site's IndexNow key: a build puts it into the file `<key>.txt`, where search engines look whether who sends
 * addresses owns the site. It is no secret. Undefined where none is set, or where it is none: 8 to 128 letters, digits
 * and hyphens (https://www.indexnow.org/documentation).
 */
export function indexNowKey(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const key = environment[variable]
  return key !== undefined && /^[A-Za-z0-9-]{8,128}$/.test(key) ? key : undefined
}

/** What is to be done before addresses can be sent. */
export const keyAdvice = `Choose a key of 8 to 128 letters, digits and hyphens and set ${variable} to it, here and where the site is built; a build then holds the file <key>.txt. Publish it, then send.`
