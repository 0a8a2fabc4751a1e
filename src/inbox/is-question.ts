const asking =
  /^(how|what|which|who|whose|whom|when|where|why|can|could|do|does|did|is|are|am|was|were|should|shall|will|would|may|might|has|have|had)\b/i

/** Does somebody ask something? A question mark says so, and so do the words that English questions begin with. */
export function isQuestion(words: string): boolean {
  return /[?？؟]/.test(words) || asking.test(words)
}
