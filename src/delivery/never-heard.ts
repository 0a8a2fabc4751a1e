/** What of an error tells how far a request came. */
interface Cause {
  code?: string
  /** The system call that failed. */
  syscall?: string
  /** One for each address that was tried. */
  errors?: readonly Cause[]
}

/**
 * A connection that undici gave up, or that failed while both sides still agreed on how to encrypt. Whatever else breaks
 * inside of TLS may break once a request is out.
 */
const beforeRequest =
  /^(?:UND_ERR_CONNECT_TIMEOUT|ERR_TLS_CERT_ALTNAME_INVALID|ERR_SSL_(?:WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS_AVAILABLE|UNEXPECTED_MESSAGE|\w*HANDSHAKE_FAILURE|\w*ALERT_PROTOCOL_VERSION|\w*UNRECOGNIZED_NAME)|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|CERT_\w+|\w+_CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(?:GET_ISSUER|VERIFY_LEAF)\w*)$/

/**
 * Whether a request that failed certainly never reached its server, as far as the `cause` of the error of `fetch` tells.
 * `EHOSTUNREACH` and others of a connection count only where making it failed: the network may also go away later.
 */
export function neverHeard(cause: unknown): boolean {
  if (typeof cause !== 'object' || cause === null) return false
  const { code = '', syscall, errors, message } = cause as Cause & { message?: string }
  if (errors !== undefined && errors.length > 0) return errors.every(neverHeard)
  return (
    syscall === 'connect' || syscall === 'getaddrinfo' || beforeRequest.test(code) || message === 'bad port'
  )
}
