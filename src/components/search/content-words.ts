/** English words that carry no subject: nearly every page has them, and Pagefind finds `a` in `anyone`. */
const empty = new Set(
  `a an and are as at be but by can did do does for from have how i if in is it its me my of on or our should so that the
their them they this to was we what when where which who why will with you your ca wo`.split(/\s+/),
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
