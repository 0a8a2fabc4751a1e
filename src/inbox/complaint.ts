/**
 * Words by which people complain of a thing, or wish for one: no post answers them. Collected from what customers of
 * shops and software write; kept to those that hardly ever stand in a question about how something is done.
 */
const complaint =
  /\b(?:(?:is|are|was|were|seems?|arrived|came|got) (?:broken|damaged|wet|torn|down)|crash(?:es|ed)|(?:do|does|did|is|was|are)(?: not|n[’']?t) (?:work|working|load|loading|open|arrive|arrived)|stopped working|never (?:arrived|came|works)|can(?:not|[’']?t| not) (?:log ?in|sign ?in|pay|check ?out|read it|open it|unsubscribe)|want my money back|wish (?:you|it|there)|please (?:add|bring back|fix)|would be (?:nice|great|good|useful|easier) if|bring back)\b/i

/** Words of complaints that also stand in questions about how one should answer them, or what to say of them. */
const unlessAsked = /\b(?:refund|too (?:slow|expensive|loud|small to read))\b/i
const asksHow = /^\W*(?:(?:hi|hello|hey|please|and|so|but)\W+)*(?:how|what|why|should)\b/i

/** The words of a complaint or wish, with a few that follow; undefined where there are none. */
export function complaintIn(words: string): string | undefined {
  const found = complaint.exec(words) ?? unlessAskedIn(words)
  return found ? /^(?:\S+\s*){1,6}/.exec(words.slice(found.index, found.index + 60))?.[0].trim() : undefined
}

function unlessAskedIn(words: string): RegExpExecArray | undefined {
  const found = unlessAsked.exec(words)
  const sentence =
    words
      .slice(0, found?.index)
      .split(/[.!?]\s/)
      .at(-1) ?? ''
  return found && !asksHow.test(sentence) ? found : undefined
}
