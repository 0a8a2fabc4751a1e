/** Where what was adopted is remembered; below the root, to be committed. One line a post, added and never changed. */
export const recordFile = 'content/adopted.jsonl'

/** A post of another blog that stands here, or stood here: whoever deletes it does not want it again. */
export interface Adopted {
  /** The blog, by its address or its name. */
  blog: string
  /** Its file there. */
  source: string
  /** Of all that it said. */
  hash: string
  /** Its file here. */
  post: string
}

/** What was adopted, by blog and file. A line that nobody understands counts for nothing. */
export function readRecord(text: string): Map<string, Adopted> {
  const adopted = new Map<string, Adopted>()
  for (const line of text.split('\n')) {
    const entry = parsed(line)
    if (entry) adopted.set(recordKey(entry.blog, entry.source), entry)
  }
  return adopted
}

export function recordKey(blog: string, source: string): string {
  return `${blog}\n${source}`
}

export function recordLine({ blog, source, hash, post }: Adopted): string {
  return `${JSON.stringify({ blog, source, hash, post })}\n`
}

function parsed(line: string): Adopted | undefined {
  try {
    const { blog, source, hash, post } = JSON.parse(line)
    return [blog, source, hash, post].every((each) => typeof each === 'string')
      ? { blog, source, hash, post }
      : undefined
  } catch {
    return undefined
  }
}
