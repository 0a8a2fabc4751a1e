/** Room for one text, used again for the next. */
let room = new Uint16Array(1 << 14)

/**
 * The UTF-16 units of a text, with a line end behind them; good until the next text is asked for. An array is read
 * faster than a string, of which parts may be elsewhere.
 */
export function unitsOf(text: string): Uint16Array {
  const { length } = text
  if (length >= room.length) room = new Uint16Array(length * 2)
  const units = room
  for (let at = 0; at < length; at++) units[at] = text.charCodeAt(at)
  units[length] = 10
  return units
}
