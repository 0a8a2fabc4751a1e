import { expect, it } from 'vitest'
import { buildCalendar } from '../../../src/calendar/build-calendar.ts'
import { renderFault } from '../../../src/calendar/fault.ts'
import { barePlan, plan, post, readyPost, shortPost, sourcesOf } from './corner-shop.ts'

type Files = Record<string, string | undefined>

const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index + 1}`).join(' ')

/** Every fault of some content, in order, as a writer sees it. */
function told(title: string, files: Files, now = '2026-11-22 09:00', assets: string[] = []): string {
  const built = buildCalendar(sourcesOf(files, assets), now)
  const faults = 'faults' in built ? built.faults : []
  return `# ${title}\n\n${faults.map(renderFault).join('\n')}\n`
}

const postsFolder = (posts: Record<string, string>): Files =>
  Object.fromEntries(Object.entries(posts).map(([name, text]) => [`content/posts/${name}.mdx`, text]))

const faultyPosts = postsFolder({
  'unknown-fields': post(
    'titel: How often?',
    'pubish: 2026-12-08',
    'tags: [a, b]',
    'cover: { source: ./week.png, alt: A week }',
    'snippets:',
    '  linkedin:',
    '    - { kind: link, txt: Words }',
  ),
  'wrong-words': post(
    'title: Wrong words',
    'status: published',
    'purpose: sale',
    'intent: 5',
    'goal:',
    'snippets:',
    '  linkedin:',
    '    - { kind: lnk, text: Words }',
    '    - { kind: poll, text: Words }',
  ),
  'wrong-types': post(
    'title: 2026',
    'answer: true',
    'aka: rhythm, cadence',
    'topics: { cadence: yes }',
    'hours: 3',
    'cover: ./week.png',
    'updated: 2026-12-08',
    'related: [one, 2]',
    'lint: { off: [reading-ease] }',
    'query: [how often]',
    'takeaway: ""',
    'snippets:',
    '  linkedin: { text: Words }',
    '  phone: []',
    '  mastodon:',
    '    - Words alone',
    '    - kind: tip',
    '    - text: Words',
    '      parts: [One, Two]',
    '    - parts: [One]',
    '    - { text: Words, repeat: { every: now and then, max: 0 } }',
    '    - { text: Words, at: tomorrow }',
    '    - { text: Words, at: +2 days }',
  ),
  'no-space': post('title:How often?'),
  'only-words': post('How often should a small shop post?'),
  'no-title': post('status: idea'),
  'impossible-days': post(
    'title: Impossible days',
    'planned: 2026-02-30',
    'publish: 2027-02-29 09:00',
    'reviewBy: 2026-13-01',
    'updated: { on: 8 December, note: Something }',
    'zone: Estonia',
    'lang: my language',
    'hours: two',
  ),
  'wrong-times': post('title: Wrong times', 'publish: 2026-12-08 9am'),
  'machine-time': post('title: A machine time', 'publish: 2026-12-08T09:00:00Z'),
  'no-such-time': readyPost('No such time', '2027-03-28 03:30'),
  'time-twice': readyPost('A time twice', '2027-10-31 03:30'),
  'no-such-day-there': readyPost('No such day there', '2011-12-30 09:00', 'zone: Pacific/Apia'),
  'hardly-ready': post('title: Hardly ready', 'status: ready', 'publish: 2026-12-01', 'topics: []'),
  'hardly-ready-news': post('title: News', 'status: ready', 'goal: retain', 'publish: 2026-12-01'),
  'on-a-holiday': readyPost('On a holiday', '2026-12-24', 'takeaway: Rest'),
  'unknown-names': post(
    'title: Unknown names',
    'author: marri',
    'owner: kalle',
    'audience: shop owner',
    'topics: [cadense, money]',
    'series: first-steps',
    'related: [hardly-redy, nowhere-near-anything, unknown-names, only-words]',
    'snippets:',
    '  linkdin: Words',
    '  carrier-pigeon: Words',
  ),
  'a/same': post('title: Same'),
  'b/same': post('title: Same again'),
  about: post('title: About'),
  'My Post': post('title: My post'),
  '！': post('title: No letters'),
  'moved-1': post('title: Moved', 'formerSlugs: [same, old-name, moved-1, search, Old Name]'),
  'moved-2': post('title: Moved', 'formerSlugs: [same, old-name, moved-2, search]'),
  'moved-3': post('title: Moved', 'formerSlugs: [old-name]'),
  'path-1': post(
    'title: Path',
    'formerPaths: [/2019/a/, no-slash, /a//b/, /a/../b, "/a b", /a*/, /x.html/y, /path-1/, /search/, /topics/x/, /m/a.png]',
  ),
  'path-2': post('title: Path', 'formerPaths: [/2019/a]', 'formerSlugs: [older]'),
  'path-3': post('title: Path', 'formerPaths: [/2019/a/, /path-2, /older/, /about, /topics/x/, /m/a.png]'),
  'gone-nowhere': post('title: Gone', 'status: retired'),
  'gone-wrong': post('title: Gone', 'status: retired', 'redirectTo: hardly-redy'),
  'gone-empty': post('title: Gone', 'status: retired', 'redirectTo: ""'),
  'gone-early': post('title: Gone', 'status: retired', 'redirectTo: on-a-holiday'),
  'not-gone': post('title: Not gone', 'redirectTo: same'),
  'round-1': post('title: Round', 'status: retired', 'redirectTo: round-2'),
  'round-2': post('title: Round', 'status: retired', 'redirectTo: round-1'),
  'into-the-round': post('title: Into the round', 'status: retired', 'redirectTo: round-1'),
  images: post(
    'title: Images',
    'cover: { src: ./wek.png, alt: A week }',
    'snippets:',
    '  linkedin:',
    '    - { text: Words, image: { src: ./month.pdf, alt: A month } }',
    '    - { text: Words, image: { src: ../../../secret.png, alt: A secret } }',
    '    - { text: Words, image: { src: "https://elsewhere.example/a.png", alt: Elsewhere } }',
    '    - { text: Words, image: { src: ./ } }',
    '    - { text: Words, image: { src: ./nothing-like-it.png, alt: "" } }',
  ),
  'images-that-are-not-there': post(
    'title: Images',
    'cover: { src: ./wek.png, alt: A week }',
    'snippets:',
    '  linkedin:',
    '    - { text: Words, image: { src: ./month.pdf, alt: A month } }',
    '    - { text: Words, image: { src: ../../../secret.png, alt: A secret } }',
    '    - { text: Words, image: { src: "https://elsewhere.example/a.png", alt: Elsewhere } }',
    '    - { text: Words, image: { src: ./nothing-like-it.png, alt: Nothing } }',
  ),
  'too-long': post('title: Too long', `answer: ${words(60)}`),
  'two-slips': post('title: New customers: how?', 'answer: *Never* mind', 'status: idea'),
  hashtags: post('title: Hashtags', 'snippets:', '  linkedin: Two posts a week #smallshop'),
  script: '---js\n{ title: "x" }\n---\n',
})

const faultyPlan = `${barePlan
  .replace('https://notes.example', 'notes.example')
  .replace('Europe/Tallinn', 'Estonia')
  .replace('channels: {}\n', '')}goal: win
relationship: often
audiences: []
rhythm: [tuesday morning, tue 9:00]
topics:
  Content Plans: { title: Plans }
  cadence: How often
channels:
  linkedin:
    network: linkdin
    dimmers: { links: 1/week, tip: sometimes, question: 1 per week }
    times: tue 10:00
    hours: 1h a week
    owner: 3
  Linked In: { network: linkedin }
mix: { awareness: 30%, sales: -10, selling: 5, service: .nan }
blackouts: [2026-12-26/2026-12-24, Christmas]
requires: [approvals]
reviewAfter: 12
hours: a while
links: { src: x }
colour: blue
`

it('tells what is wrong, where, and how to mend it', async () => {
  const strict = plan.replace('goal: acquire', 'requires: [takeaway, approval]\nauthor: mary\ngoal: acquire')
  const sections = [
    told(
      'Posts, activities, glossary',
      {
        'content/plan.yaml': strict.replace('owner: mari', 'owner: jan'),
        'content/activities/2026-12.yaml': `- title: Listen
  kind: listning
  at: 2026-12-03
- { kind: event, at: 2026-12-32, hours: 90 }
- Call everyone
`,
        'content/activities/2027-01.yaml': `- { title: Fair, kind: event, at: 2027-03-28 03:30 }
- { title: Calls, at: 2027-01-05 10:00, channel: fone, owner: marri, image: { src: ./a.png, alt: A } }
`,
        'content/activities/2027-02.yaml': 'title: Not a list\n',
        'content/glossary.yaml': `- { term: Cadence, meaning: ${words(31)} }
- { term: KPI, kind: acronim }
- { term: SEO }
- { meaning: Nothing }
`,
        ...faultyPosts,
      },
      '2026-11-22 09:00',
      ['content/posts/week.png'],
    ),
    told('Plan and authors', {
      'content/plan.yaml': faultyPlan,
      'content/authors.yaml':
        'mari: { nam: Mari }\nJaan Tamm: { name: Jaan, url: jaan.example, kind: robot }\n',
      'content/posts/short.mdx': shortPost,
    }),
    told('Authors that nobody can be looked up in', {
      'content/authors.yaml': 'mari: { nam: Mari }\n',
      'content/posts/a.mdx': post('title: A', 'author: mari'),
    }),
    told('No plan', { 'content/plan.yaml': undefined, 'content/posts/short.mdx': shortPost }),
    told('An empty plan', { 'content/plan.yaml': '' }),
    told('A plan of one word', { 'content/plan.yaml': 'plan\n' }),
    told('Now: no time', {}, 'next Tuesday'),
    told('Now: a time that does not exist', {}, '2027-03-28T03:30'),
    told('Now: a time that happens twice', {}, '2027-10-31 03:30'),
  ]
  await expect(sections.join('\n\n')).toMatchFileSnapshot('messages.golden.txt')
})
