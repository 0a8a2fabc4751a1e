import { expect, it } from 'vitest'
import { redactor } from '../../../plugins/delivery/redact.ts'

const key = 'k3yOfTwentyFourLetters00'

it.each([
  ['the whole', `https://hooks.example/in/${key}`, `asked https://hooks.example/in/${key}`],
  ['its path', `https://hooks.example/in/${key}`, `Cannot POST /in/${key}`],
  ['a value of it', `https://hooks.example/in?key=${key}`, `the key ${key} is over`],
  ['itself without its mark', `whsec_${key}`, `bad key ${key}`],
  ['itself as Base64', key, `Basic ${Buffer.from(key).toString('base64')}`],
])('takes a secret out of words that name %s', (_, secret, words) => {
  expect(redactor([secret])(words)).not.toContain(key)
  expect(redactor([secret])(words)).not.toContain(Buffer.from(key).toString('base64'))
})

it('leaves plain words of an address', () => {
  expect(redactor(['https://hooks.example/take'])('what to take')).toBe('what to take')
})
