import { measureTree } from './build/measure-tree.ts'
import { clean, makeSite } from './build/sites.ts'

const n = +process.argv[2]
const names = process.argv[3].split(',')
for (const name of names) {
  const s = makeSite(name, '/tmp/cmp' + n, n)
  clean(s)
  let w = 0,
    c = 0,
    m = 0
  for (const a of s.build) {
    const r = await measureTree(a, s)
    w += r.wall
    c += r.cpu
    m = Math.max(m, r.memory)
  }
  console.log(name, n, w.toFixed(1), c.toFixed(1), (m / 1e6).toFixed(0))
}
