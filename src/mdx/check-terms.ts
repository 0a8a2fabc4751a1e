import type { MdastNode } from 'satteri'
import type { Fault } from '../calendar/fault.ts'
import { explainedWords, type GlossaryEntry } from '../calendar/glossary.ts'
import { nearest } from '../calendar/nearest.ts'
import { glossaryFile } from '../calendar/sources.ts'
import { attributeOffsets } from './attribute-offsets.ts'
import { isJsx, type Jsx, propsOf } from './jsx.ts'
import type { Body } from './parse-body.ts'
import type { Problem } from './problem-at.ts'
import { quote } from './quote.ts'
import { termFinder } from './term-finder.ts'
import { visit } from './visit.ts'

/**
 * Makes a function that finds the faults of the `<Term>`s of a body: words that the glossary does not explain, and
 * places where none can be opened.
 * @param glossary all of it, what only the team knows included
 */
export function termChecker(glossary: readonly GlossaryEntry[]): (body: Body) => Fault[] {
  const problemOf = termProblems(glossary)
  return ({ text, tree, placeOf }) => {
    const faults: Fault[] = []
    visit(tree, (node, parents) => {
      const term = termIn(node, parents)
      if (!term) return
      const problem = term.problem ?? problemOf(term.word)
      const at = attributeOffsets(term.node, text)[term.named] ?? node.position?.start.offset ?? 0
      if (problem) faults.push({ ...placeOf(at), ...problem })
    })
    return faults
  }
}

/** The words that a body names in its `<Term>`s; undefined where one could not be opened, whatever the word. */
export function termsNamed({ tree }: Body): string[] | undefined {
  const words: string[] = []
  let isSound = true
  visit(tree, (node, parents) => {
    const term = termIn(node, parents)
    if (term?.problem) isSound = false
    else if (term) words.push(term.word)
  })
  return isSound ? words : undefined
}

interface Term {
  node: Jsx
  /** Which of its attributes says what it names; -1 where none does. */
  named: number
  word: string
  /** What is wrong with it whatever it names. */
  problem?: Problem | undefined
}

function termIn(node: MdastNode, parents: readonly MdastNode[]): Term | undefined {
  if (!isJsx(node) || node.name !== 'Term') return undefined
  const { name } = propsOf(node)
  const problem =
    wordsOf(node).trim() === ''
      ? { what: '`<Term>` holds no word', mend: 'write the word inside: `<Term>word</Term>`' }
      : parents.some(isLink) || holdsLink(node)
        ? { what: 'a word cannot be opened and lead elsewhere', mend: 'keep `<Term>` and the link apart' }
        : undefined
  return {
    node,
    named: node.attributes.findIndex((attribute) => 'name' in attribute && attribute.name === 'name'),
    word: typeof name === 'string' ? name : wordsOf(node),
    problem,
  }
}

/**
 * Makes a function that says what is wrong with a word that is to be opened.
 * @param glossary all of it, what only the team knows included
 */
export function termProblems(glossary: readonly GlossaryEntry[]): (word: string) => Problem | undefined {
  const { named } = termFinder(glossary)
  const entryOf = (word: string) => {
    const term = named(word)
    return glossary.find((entry) => entry.term === term)
  }

  return (word) => {
    const entry = entryOf(word)
    if (!entry) {
      const meant = nearest(
        word,
        explainedWords(glossary).map(({ term }) => term),
      )
      return {
        what: `the glossary has no ${quote(word)}`,
        mend: meant ? `did you mean \`${meant}\`?` : `add it to \`${glossaryFile}\`, or leave \`<Term>\` out`,
        ...(!meant && { paste: `- term: ${word}\n  meaning: It is …` }),
      }
    }
    if (entry.kind === 'internal')
      return {
        what: `\`${entry.term}\` is a word that only the team knows`,
        mend: entry.instead ? `write \`${entry.instead}\`` : 'write it in words that a stranger knows',
      }
    if (entry.meaning) return undefined
    return {
      what: `the glossary does not say what \`${entry.term}\` means`,
      mend: `write its \`meaning\` there, or leave \`<Term>\` out`,
    }
  }
}

/** The words inside a node. */
function wordsOf(node: MdastNode): string {
  if ('children' in node) return node.children.map(wordsOf).join('')
  return 'value' in node && typeof node.value === 'string' ? node.value : ''
}

function isLink(node: MdastNode): boolean {
  if (isJsx(node)) return node.name === 'a' || node.name === 'Term'
  return ['link', 'linkReference', 'footnoteReference'].includes(node.type)
}

function holdsLink(node: MdastNode): boolean {
  return 'children' in node && node.children.some((child) => isLink(child) || holdsLink(child))
}
