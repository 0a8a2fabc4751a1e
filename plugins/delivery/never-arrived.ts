/**
 * Why a request that `fetch` threw for certainly never arrived: no connection was made. Undefined where it may have
 * arrived all the same.
 */
export function neverArrived(error: unknown): string | undefined {
  const { code = '' } = ((error as Error).cause ?? {}) as { code?: string }
  const isKnown = [
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'UND_ERR_CONNECT_TIMEOUT',
  ]
  return isKnown.includes(code) || /CERT|TLS|SSL|UNABLE_TO_VERIFY/.test(code) ? code : undefined
}
