import { expect, it } from 'vitest'
import { neverHeard } from '../../../src/delivery/never-heard.ts'

it.each<[cause: unknown, is: boolean]>([
  [{ code: 'ECONNREFUSED', syscall: 'connect' }, true],
  [{ code: 'ENOTFOUND', syscall: 'getaddrinfo' }, true],
  [{ code: 'EHOSTUNREACH', syscall: 'connect' }, true],
  // Of a connection that there was: what was written may have arrived.
  [{ code: 'EHOSTUNREACH', syscall: 'read' }, false],
  [{ code: 'ECONNRESET', syscall: 'read' }, false],
  [{ code: 'ETIMEDOUT', syscall: 'read' }, false],
  [{ code: 'UND_ERR_CONNECT_TIMEOUT' }, true],
  [{ code: 'UND_ERR_SOCKET' }, false],
  [{ code: 'ERR_SSL_WRONG_VERSION_NUMBER' }, true],
  [{ code: 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE' }, true],
  [{ code: 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC' }, false],
  [{ code: 'CERT_HAS_EXPIRED' }, true],
  [{ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, true],
  [{ code: 'SELF_SIGNED_CERT_IN_CHAIN' }, true],
  [{ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, true],
  [{ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, true],
  [{ errors: [{ syscall: 'connect' }, { syscall: 'connect' }] }, true],
  [{ errors: [{ syscall: 'connect' }, { syscall: 'read' }] }, false],
  [new Error('bad port'), true],
  [undefined, false],
  ['words', false],
])('of %o: %s', (cause, is) => {
  expect(neverHeard(cause)).toBe(is)
})
