/** Kinds of phrases that by themselves are talk of a seller. */
export const pitchKinds = [
  'standing',
  'people',
  'customers',
  'offer',
  'capability',
  'benefit',
  'call',
  'price',
  'mission',
  'news',
  'area',
  'contrast',
  'product',
  'indulgence',
] as const

/** Kinds that speak against selling. */
export const plainKinds = ['explaining', 'told', 'reference', 'question'] as const

/** All that is counted in a text. */
export const cueKinds = [
  ...pitchKinds,
  'trade',
  'we',
  'our',
  'order',
  'shout',
  'listing',
  'name',
  ...plainKinds,
] as const

export type CueKind = (typeof cueKinds)[number]

/** What a writer is told that was counted. */
export const nameOfKind: Readonly<Record<CueKind, string>> = {
  standing: 'praise of your own standing',
  people: 'praise of your own people',
  customers: 'talk of your customers and your service',
  offer: 'what you offer',
  capability: 'what `we` or the brand can do',
  benefit: 'promises to the reader',
  call: 'calls to buy, call or sign up',
  price: 'prices, guarantees and opening times',
  mission: 'your mission, values and history',
  news: 'news about yourself',
  area: 'where you serve',
  contrast: 'how bad it is without you',
  product: 'what the product can do',
  indulgence: 'treats and rewards',
  trade: 'words that sell',
  we: '`we`',
  our: '`our` and `us`',
  order: 'sentences that begin with an order, as in an advertisement',
  shout: 'exclamation marks',
  listing: '`and`, as in lists of praise',
  name: 'one name, again and again',
  explaining: 'words that explain or weigh',
  told: 'what happened',
  reference: 'words that hold a text together (`the`, `it`, `this`)',
  question: 'questions',
}
