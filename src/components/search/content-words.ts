/** English words that carry no subject: nearly every page has them, and Pagefind finds `a` in `anyone`. */
const empty = new Set(
  `a an and are as at be but by ca can could did do does for from has have he here how i if in into is it its let me my of on or
our she should so than that the their them there they this to was we were what when where which who why will with wo would you
your`.split(/\s+/),
)

/** Words joined by a hyphen or a slash are words of their own, unless one of them is as short as in `e-mail`. */
const joint = /(?<=[\p{L}\p{N}]{3})[-–/](?=[\p{L}\p{N}]{3})|\s+/u

/** Characters of a question that are looked at. */
const longest = 160

/**
 * The words of a question that say what it is about; all of them when none does. Words in quotes are one: Pagefind then looks
 * for exactly these.
 */
export function contentWords(question: string): string[] {
  const plain = question.slice(0, longest).replace(/[“”„]/g, '"').replace(/[‘’]/g, "'").trim()
  if (/^".+"$/.test(plain)) return [plain]
  const words = plain.split(joint)
  const full = words.filter(
    (word) => !empty.has(word.toLowerCase().replace(/[^\p{L}\p{N}]+$|n't$|'\w+$/u, '')),
  )
  return full.length > 0 ? full : words
}
