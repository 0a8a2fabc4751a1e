/**
 * Single words that stand in the sentences of sellers, or of people who tell or explain. Our own lists.
 */
const words = (text: string) => text.split(' ')

/** What may stand between `we` and its verb. */
export const fillers: ReadonlySet<string> = new Set(
  words(
    'also always proudly gladly happily only now even both can will have are is been able to do does truly really and not continually constantly consistently specifically currently strive',
  ),
)

const bare = words(
  'offer provide deliver specialize specialise help serve guarantee ensure build create design craft handle install repair treat pride strive believe understand care listen tailor customize customise combine employ partner stock carry cater support manage transform empower enable allow let simplify automate streamline accelerate integrate boost improve maximize optimize reduce eliminate protect save bring give make keep feature include supply manufacture produce sell ship rent lease restore remodel renovate clean cut style train teach coach advise consult represent fight advocate welcome invite accept accommodate inspire educate connect unite fund donate host',
)

/** What a seller says that it can do, with the third person. */
export const capabilities: ReadonlySet<string> = new Set(
  bare.flatMap((verb) => [
    verb,
    /(?:ch|sh|ss|x)$/.test(verb) ? `${verb}es` : `${verb.replace(/([^aeiou])y$/, '$1ie')}s`,
  ]),
)

/** Past forms of irregular verbs, with those of deciding and noticing: after `we`, something happened. */
export const toldVerbs: ReadonlySet<string> = new Set(
  words(
    'had were was did made held saw built knew took got found learned went began ran wrote put came met gave felt thought spent needed wanted asked tried decided realized noticed',
  ),
)

/** Verbs that begin the sentences of advertisements. */
export const orders: ReadonlySet<string> = new Set(
  words(
    'discover experience enjoy join call contact visit trust choose schedule book get explore transform unlock boost elevate imagine try shop order request save grow build create design let stop say bring give take make turn protect treat relax unwind indulge celebrate share support donate meet connect empower improve increase maximize streamline simplify achieve accelerate manage automate reach stay keep',
  ),
)

/** Small words that are counted, and what they count as. */
export const pointers: ReadonlyMap<string, 'we' | 'our' | 'listing' | 'reference'> = new Map([
  ...words("we we're we've we'll we'd").map((word) => [word, 'we'] as const),
  ...words('our ours us').map((word) => [word, 'our'] as const),
  ['and', 'listing'],
  ...words('the it this these those its').map((word) => [word, 'reference'] as const),
])
