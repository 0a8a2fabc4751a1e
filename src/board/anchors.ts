/** The id of the element that tells of something, on the page of its view. */
function anchor(kind: string, name: string): string {
  return `${kind}-${name.replace(/[^\p{L}\p{N}.-]+/gu, '_')}`
}

/** Of a file, among findings. */
export function fileAnchor(file: string): string {
  return anchor('file', file.replace(/^content\//, ''))
}

/** Of a rule, among findings. */
export function ruleAnchor(rule: string): string {
  return anchor('rule', rule)
}

/** Of a post, in the pipeline. */
export function postAnchor(slug: string): string {
  return anchor('post', slug)
}

/** Of something that goes out, in the queue. */
export function itemAnchor(id: string): string {
  return anchor('item', id)
}

/** Of an idea, among ideas. */
export function ideaAnchor(id: string): string {
  return anchor('idea', id)
}
