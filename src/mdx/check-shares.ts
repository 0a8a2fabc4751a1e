import type { Fault } from '../calendar/fault.ts'
import { nearest } from '../calendar/nearest.ts'
import { planFile } from '../calendar/sources.ts'
import { list } from '../calendar/wording.ts'
import { attributeOffsets } from './attribute-offsets.ts'
import { isJsx, propsOf } from './jsx.ts'
import type { Body } from './parse-body.ts'
import { visit } from './visit.ts'

/**
 * Makes a function that finds the faults of the `<Share>`s of a body: channels that the plan does not have.
 * @param channels names of the plan's channels
 */
export function shareChecker(channels: readonly string[]): (body: Body) => Fault[] {
  return ({ text, tree, placeOf }) => {
    const faults: Fault[] = []
    visit(tree, (node) => {
      if (!isJsx(node) || node.name !== 'Share') return
      const { channel } = propsOf(node)
      // One that is empty is refused with the other props already.
      if (typeof channel !== 'string' || channel === '' || channels.includes(channel)) return
      const at = node.attributes.findIndex((each) => 'name' in each && each.name === 'channel')
      const meant = nearest(channel, channels)
      const choices = channels.length > 0 ? `choose from ${list(channels)}, or ` : ''
      faults.push({
        ...placeOf(attributeOffsets(node, text)[at] ?? node.position?.start.offset ?? 0),
        what: `the plan has no channel \`${channel}\``,
        mend: meant ? `did you mean \`channel="${meant}"\`?` : `${choices}add it to \`${planFile}\``,
      })
    })
    return faults
  }
}

/** The channels that the `<Share>`s of a body name. */
export function channelsNamed({ tree }: Body): string[] {
  const channels = new Set<string>()
  visit(tree, (node) => {
    if (!isJsx(node) || node.name !== 'Share') return
    const { channel } = propsOf(node)
    if (typeof channel === 'string') channels.add(channel)
  })
  return [...channels]
}
