import { expect, it } from 'vitest'
import { addressWords } from '../../../src/components/search/address-words.ts'

it.each([
  ['/how-offten-should-small-busines-post/', '/', 'how offten should small busines post'],
  ['/docs/how-often.html', '/docs/', 'how often'],
  ['/blog/2024/05/how_often+post.php', '/', 'blog how often post'],
  ['/wie-oft-%C3%BCberhaupt/', '/', 'wie oft überhaupt'],
  ['/%E4%BD%95%E5%9B%9E/', '/', '何回'],
  ['/broken-%E0%A4%A/', '/', 'broken E0 A4 A'],
  ['/2024/', '/', ''],
  ['/', '/', ''],
])('%s below %s says %j', (path, base, words) => {
  expect(addressWords(path, base)).toBe(words)
})

it('reads the beginning of an address of any length', () => {
  expect(addressWords(`/${'word-'.repeat(1000)}`, '/').length).toBeLessThanOrEqual(120)
})
