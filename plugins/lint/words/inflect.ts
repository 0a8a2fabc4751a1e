/** What a word becomes: a verb's five forms, a noun's two. */
export type Form = 'base' | 's' | 'past' | 'participle' | 'ing'

const irregular = new Map<string, readonly [past: string, participle: string]>(
  `arise arose arisen, awake awoke awoken, be was been, bear bore borne, beat beat beaten, become became become, begin began begun, bend bent bent,
  bet bet bet, bid bid bid, bind bound bound, bite bit bitten, bleed bled bled, blow blew blown, break broke broken, breed bred bred, bring brought brought,
  broadcast broadcast broadcast, build built built, burst burst burst, buy bought bought, cast cast cast, catch caught caught, choose chose chosen,
  cling clung clung, come came come, cost cost cost, creep crept crept, cut cut cut, deal dealt dealt, dig dug dug, do did done, draw drew drawn,
  drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feed fed fed, feel felt felt, fight fought fought, find found found,
  fit fit fit, flee fled fled, fling flung flung, fly flew flown, forbid forbade forbidden, forecast forecast forecast, forget forgot forgotten,
  forgive forgave forgiven, freeze froze frozen, get got gotten, give gave given, go went gone, grind ground ground, grow grew grown, hang hung hung,
  have had had, hear heard heard, hide hid hidden, hit hit hit, hold held held, hurt hurt hurt, input input input, keep kept kept, kneel knelt knelt, know knew known,
  lay laid laid, lead led led, leave left left, lend lent lent, let let let, lie lay lain, light lit lit, lose lost lost, make made made, mean meant meant,
  meet met met, mistake mistook mistaken, offset offset offset, output output output, pay paid paid, put put put, quit quit quit, read read read, ride rode ridden, ring rang rung,
  rise rose risen, run ran run, say said said, see saw seen, seek sought sought, sell sold sold, send sent sent, set set set, shake shook shaken,
  shed shed shed, shine shone shone, shoot shot shot, show showed shown, shrink shrank shrunk, shut shut shut, sing sang sung, sink sank sunk, sit sat sat,
  sleep slept slept, slide slid slid, speak spoke spoken, spend spent spent, spin spun spun, split split split, spread spread spread, spring sprang sprung,
  stand stood stood, steal stole stolen, stick stuck stuck, sting stung stung, stride strode stridden, strike struck struck, string strung strung,
  strive strove striven, swear swore sworn, sweep swept swept, swim swam swum, swing swung swung, take took taken, teach taught taught, tear tore torn,
  tell told told, think thought thought, throw threw thrown, undergo underwent undergone, understand understood understood, wake woke woken, wear wore worn, weave wove woven,
  win won won, wind wound wound, write wrote written`
    .split(/,\s+/)
    .map((line) => line.split(' ') as [string, string, string])
    .map(([verb, past, participle]) => [verb, [past, participle]]),
)
const prefix = /^(?:fore|mis|out|over|re|un|under|up|with)(?=[a-z]{3})/

/** Of more than one syllable, with the stress on the last: their last letter doubles. */
const stressedAtTheEnd =
  /(?:begin|compel|control|equip|excel|expel|fer|forbid|forget|format|(?:^e|^o|ad|com|per|re|sub|trans)mit|occur|offset|program|propel|put|rebel|re(?:cap|gret|plan|run|set|tag)|unplug|upset)$/
const unstressed = new Set(['buffer', 'differ', 'offer', 'pilfer', 'proffer', 'suffer'])

/** A form of an English verb; `s` is a noun's plural too. */
export function inflect(word: string, form: Form): string {
  if (form === 'base') return word
  if (form === 's') return withS(word)
  if (form === 'ing') return withIng(word)
  const known = formsInTable(word)
  if (known) return known[form === 'past' ? 0 : 1]
  return withEd(word)
}

/** All forms of a word, itself first. */
export function inflectionsOf(word: string): string[] {
  return [
    ...new Set((['base', 's', 'past', 'participle', 'ing'] as const).map((form) => inflect(word, form))),
  ]
}

function formsInTable(word: string): readonly [string, string] | undefined {
  const known = irregular.get(word)
  if (known || word === 'relay') return known
  const before = prefix.exec(word)?.[0]
  const forms = before === undefined ? undefined : irregular.get(word.slice(before.length))
  return forms && [`${before}${forms[0]}`, `${before}${forms[1]}`]
}

function withS(word: string): string {
  if (word === 'have') return 'has'
  if (word === 'be') return 'is'
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`
  return /(?:s|x|z|ch|sh|^do|^go|dergo)$/.test(word) ? `${word}es` : `${word}s`
}

function withEd(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ied`
  return word.endsWith('e') ? `${word}d` : `${doubled(word)}ed`
}

function withIng(word: string): string {
  if (/(?:[^aeiou]ie)$/.test(word)) return `${word.slice(0, -2)}ying`
  const isDropped = word.length > 2 && /[^eoy]e$/.test(word)
  return isDropped ? `${word.slice(0, -1)}ing` : `${doubled(word)}ing`
}

/** One vowel before one consonant at the end of a stressed syllable: `plan`, `occur`. */
function doubled(word: string): string {
  const isShort = /^[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]$/.test(word)
  const isStressed = stressedAtTheEnd.test(word) && /[aeiou][^aeiouwxy]$/.test(word) && !unstressed.has(word)
  if (word.endsWith('ic')) return `${word}k`
  return isShort || isStressed ? `${word}${word.at(-1)}` : word
}
