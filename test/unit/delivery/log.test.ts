import { expect, it } from 'vitest'
import { jsonLog } from '../../../plugins/delivery/log.ts'
import { redactor } from '../../../plugins/delivery/redact.ts'

it.each(['plain-secret', 'with "quotes" in it', 'back\\slash\\es', 'ünïcödé key'])(
  'writes a line without its secret %o',
  (secret) => {
    const lines: string[] = []
    jsonLog((line) => lines.push(line), redactor([secret]))('warn', 'later', {
      why: `no ${secret}!`,
      seconds: 2,
    })
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] as string)).toMatchObject({
      level: 'warn',
      event: 'later',
      why: 'no …!',
      seconds: 2,
    })
  },
)
