import { purposes } from '../../../src/calendar/vocabulary.ts'
import {
  aOrAn,
  paragraph,
  phrase,
  question,
  type Subject,
  sentence,
  thing,
  type Writer,
} from './sentences.ts'

/** What a post is made of besides chance. */
export interface PostFacts {
  title: string
  /** Wall clock. */
  publish: string
  topic: string
  author: string
  /** Posts that it may link to. */
  earlier: readonly { slug: string; title: string }[]
}

/** A word of the glossary that posts explain where they use it. */
export const explained = 'cadence'

/** A whole post, front matter and body: about 6.2 KB and 870 words, no images. */
export function makePost(writer: Writer, facts: PostFacts): string {
  return `---\n${frontMatter(writer, facts).join('\n')}\n---\n${body(writer, facts).join('\n\n')}\n`
}

function frontMatter({ random, subject }: Writer, { title, publish, topic, author }: PostFacts): string[] {
  const { verb, adjective, noun } = subject
  const answer = `You can ${verb} ${thing(subject)} in a week when you begin with what is there already, do one small part of it each day and ask somebody to look at the ${noun} before you go on. It costs less than it seems.`
  return [
    `title: ${title}`,
    `answer: ${answer}`,
    `purpose: ${random.pick(purposes)}`,
    'goal: acquire',
    'status: ready',
    `publish: ${publish}`,
    `author: ${author}`,
    `topics: [${topic}]`,
    ...(random.chance(0.4) ? [`aka: [${verb} ${adjective} ${noun}]`] : []),
    'snippets:',
    `  linkedin: How would you ${verb} ${thing(subject)}? Begin with what is there already, and do one small part of it each day.`,
    ...(random.chance(0.3)
      ? [
          '  mastodon:',
          `    - { kind: question, at: +2d 12:00, text: What was hard when you had ${aOrAn(noun)} to ${verb}? }`,
        ]
      : []),
  ]
}

function body(writer: Writer, { earlier }: PostFacts): string[] {
  const { random, subject } = writer
  const asked = new Set<string>()
  const links = earlier.slice(-random.between(2, 4))
  const linkTo = () => {
    const target = links.pop()
    return target ? ` More of this is in [${target.title.replace(/\?$/, '')}](/${target.slug}/).` : ''
  }
  const section = (...blocks: string[]) => [
    `## ${question(writer, asked)}`,
    `${paragraph(writer, random.between(3, 4))}${linkTo()}`,
    ...(random.chance(0.3) ? [source(writer)] : []),
    paragraph(writer, random.between(2, 3)),
    ...blocks,
  ]
  return [
    `${thing(subject).replace(/^a/, 'A')} is easier to ${subject.verb} than it looks. ${paragraph(writer, 3)}`,
    ...section(paragraph(writer, random.between(3, 4))),
    ...section(
      random.chance(0.35) ? inside('Steps', numbered(writer)) : numbered(writer),
      paragraph(writer, 3),
    ),
    ...section(
      random.chance(0.5) ? table(writer) : bulleted(writer),
      `### ${question(writer, asked)}`,
      paragraph(writer, 4),
    ),
    ...section(...asides(writer, asked)),
    ...section(paragraph(writer, 3), bulleted(writer)),
    random.chance(0.5) ? inside('KeyPoints', bulleted(writer)) : paragraph(writer, 3),
  ]
}

/** A link to somewhere else, where nothing is: it is never followed. */
function source(writer: Writer): string {
  const what = phrase(writer)
  return `Others have counted it: [who tries to ${what}, and how often](https://numbers.example/lists-of-what-people-do/${what.replaceAll(' ', '-')}/).`
}

/** What stands beside the argument: in some posts a component, in some a quotation or code. */
function asides(writer: Writer, asked: Set<string>): string[] {
  const { random } = writer
  const quoted = `> ${sentence(writer)}`
  const first = random.chance(0.35)
    ? inside('Callout', paragraph(writer, 2), ` kind="${random.pick(['tip', 'note', 'warning'])}"`)
    : quoted
  const second = random.chance(0.25)
    ? inside('Question', paragraph(writer, 2), ` ask="${question(writer, asked)}"`)
    : paragraph(writer, 2)
  const third = random.chance(0.2)
    ? `What counts is the <Term>${explained}</Term>: ${phrase(writer)}, every week.`
    : `What counts is that you ${phrase(writer)}, every week.`
  return [first, second, third]
}

function inside(name: string, text: string, props = ''): string {
  return `<${name}${props}>\n\n${text}\n\n</${name}>`
}

function numbered(writer: Writer): string {
  return Array.from({ length: 4 }, (_, index) => `${index + 1}. ${capital(phrase(writer))}.`).join('\n')
}

function bulleted(writer: Writer): string {
  return Array.from({ length: 4 }, () => `- ${sentence(writer)}`).join('\n')
}

function table(writer: Writer): string {
  const rows = Array.from(
    { length: 4 },
    () => `| ${capital(phrase(writer))} | ${writer.random.between(1, 40)} | ${phrase(writer)} |`,
  )
  return ['| What to do | Minutes | Afterwards |', '| --- | ---: | --- |', ...rows].join('\n')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The title of a post about something. */
export function titleOf({ verb, adjective, noun }: Subject): string {
  return `How do you ${verb} ${aOrAn(adjective)} ${noun}?`
}
