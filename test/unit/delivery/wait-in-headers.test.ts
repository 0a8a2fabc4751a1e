import { expect, it } from 'vitest'
import { waitInHeaders } from '../../../src/delivery/wait-in-headers.ts'

const now = '2027-03-29T06:00:00Z'

it.each<[headers: Record<string, string>, seconds: number | undefined]>([
  [{}, undefined],
  [{ 'Retry-After': '' }, undefined],
  [{ 'Retry-After': 'soon' }, undefined],
  [{ 'Retry-After': '120' }, 120],
  [{ 'Retry-After': '0' }, 1],
  [{ 'Retry-After': '1.2' }, 2],
  [{ 'Retry-After': '-5' }, 1],
  [{ 'Retry-After': '999999999' }, 86_400],
  [{ 'Retry-After': 'Mon, 29 Mar 2027 06:05:00 GMT' }, 300],
  [{ 'Retry-After': 'Mon, 29 Mar 2027 05:05:00 GMT' }, 1],
  [{ 'X-RateLimit-Reset': '2027-03-29T06:05:00.000Z' }, 300],
  [{ 'X-RateLimit-Reset': '1806300060' }, 60],
  [{ 'RateLimit-Reset': '1806300060' }, 60],
  [{ 'RateLimit-Reset': '45' }, 45],
  [{ 'Retry-After': '7', 'RateLimit-Reset': '45' }, 7],
])('%o asks for %s s', (headers, seconds) => {
  expect(waitInHeaders(429, new Headers(headers), now)).toBe(seconds)
})

it.each<[headers: Record<string, string>, seconds: number | undefined]>([
  [{ 'Retry-After': '120' }, 120],
  [{ 'RateLimit-Reset': '45' }, undefined],
  [{ 'X-RateLimit-Reset': '2027-03-29T06:05:00.000Z', 'X-RateLimit-Remaining': '299' }, undefined],
])('%o of another answer asks for %s s: its limit is not used up', (headers, seconds) => {
  expect(waitInHeaders(503, new Headers(headers), now)).toBe(seconds)
})
