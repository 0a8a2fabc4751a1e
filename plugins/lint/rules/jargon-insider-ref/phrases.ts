import type { Phrase } from '../../find-phrases.ts'

/** Words for insiders, with what to do about them. */
export interface HistoryPhrase extends Phrase {
  readonly mend: string
  /** Counts where a name with a capital follows it; `project` has one itself, being a word of its own. */
  readonly namesNext?: 'always' | 'project'
}

const things =
  'admin|app|builder|checkout|console|dashboard|editor|homepage|inbox|integration|interface|layout|onboarding|plugin|release|settings|sidebar|toolbar|ui|version|widget|workflow'

const lists: readonly (readonly [mend: string, phrases: readonly string[]])[] = [
  [
    'say it, or leave it out',
    [
      'as you know',
      'as you all know',
      'as you already know',
      'as you may know',
      'as you probably know',
      'as you may have heard',
      'as many of you know',
      'as some of you know',
      'as most of you know',
      'as we all know',
      'as you remember',
      'as you may remember',
      'as you may recall',
      'as you will remember',
      'as regular readers know',
      'as regular readers will know',
      'by now you know',
      'you may have noticed that we',
      'you might have noticed that we',
      'if you have been following',
      "if you've been following",
      'welcome back to',
    ],
  ],
  [
    'say what it was, and link to it',
    [
      'as announced',
      'as we announced',
      'as previously announced',
      'as recently announced',
      'as mentioned last week|month|time|year',
      'as we mentioned',
      'as we discussed',
      'as we wrote',
      'in our last post|article|newsletter|update',
      'in our previous post|article|newsletter|update',
      'in my last post|article|newsletter|update',
      'in my previous post|article|newsletter|update',
      'last week we announced|launched|released|shipped|shared|introduced',
      'last month we announced|launched|released|shipped|shared|introduced',
      'last year we announced|launched|released|shipped|shared|introduced',
      'we recently announced|launched|released|shipped|introduced',
      "we've recently announced|launched|released|shipped|introduced",
      'since our last update|release|post',
      'since our launch',
      'our latest release|update|version',
      'our recent release|update|launch|redesign|rebrand|migration|announcement',
      'our upcoming release|update|version|launch',
    ],
  ],
  [
    'say which, and where',
    [`our new ${things}`, `our updated ${things}`, `our redesigned ${things}`, `the new ${things}`],
  ],
  [
    'say whom it helps, in words for everybody',
    [
      'our existing customers|users|clients|members|subscribers',
      'our current customers|users|clients|members|subscribers',
      'for existing customers|users|clients|members|subscribers',
      'you asked and we listened',
      'you asked we listened',
      "you've been asking for",
      'you have been asking for',
      'many of you have asked',
      'many of you asked',
      'some of you have asked',
    ],
  ],
  [
    'say what will change for a reader',
    ['on our roadmap', 'our product roadmap', 'our roadmap', 'stay tuned'],
  ],
]

const name = 'say what it is, in words for everybody'

export const historyPhrases: readonly HistoryPhrase[] = [
  ...lists.flatMap(([mend, phrases]) => phrases.map((phrase) => ({ phrase, mend }))),
  ...['codename', 'codenamed', 'code name', 'code named', 'internally called'].map((phrase) => ({
    phrase,
    mend: name,
    namesNext: 'always' as const,
  })),
  { phrase: 'project', mend: name, namesNext: 'project' },
]
