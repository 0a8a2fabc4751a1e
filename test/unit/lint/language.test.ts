import { describe, expect, it } from 'vitest'
import { lintText } from '../../../plugins/lint/lint-text.ts'
import { makeLinter } from '../../../plugins/lint/linter.ts'
import { rules } from '../../../plugins/lint/rules.ts'
import { readFile } from '../../../plugins/lint/text/make-text.ts'

const linter = makeLinter()
const read = (source: string) => readFile('a.md', source, linter.lexicon).text
const english = new Set(rules.filter(({ isEnglish }) => isEnglish).map(({ id }) => id))

const others = {
  German: `Ein kleiner Laden braucht keinen Plan für jeden Tag, aber einen für die Woche. Wer am Montag aufschreibt, was am
Freitag im Fenster stehen soll, der muss am Donnerstag nicht mehr suchen. Das Team plant das Marketing online.`,
  French: `Un petit magasin n'a pas besoin d'un plan pour chaque jour, mais il lui en faut un pour la semaine. Une heure
suffit : on rassemble les questions des clients, puis on répond à une seule d'entre elles. Le service marketing est simple.`,
  Spanish: `Una tienda pequeña no necesita un plan para cada día, pero sí uno para la semana. Basta una hora: primero se
reúnen las preguntas de los clientes y luego se contesta una de ellas. El marketing digital es una parte importante.`,
  Dutch: `Een kleine winkel heeft geen plan nodig voor elke dag, maar wel een voor de week. Verzamel eerst de vragen van
klanten en beantwoord er dan een. Het team werkt online.`,
  Russian: `Маленькому магазину не нужен план на каждый день, но нужен план на неделю. Сначала соберите вопросы.`,
  Japanese:
    '小さな店に毎日の計画は要りませんが、一週間の計画は必要です。まずお客様の質問を集めます。SEO の話。',
  Greek: 'Ένα μικρό κατάστημα χρειάζεται σχέδιο.',
}

describe('a text by itself', () => {
  it.each(Object.entries(others))('in %s is not read as English', (_name, source) => {
    const text = read(`# XQZV\n\n${source}\n`)
    expect(text.lang).toBe('und')
    expect(lintText(text, linter).findings.filter(({ rule }) => english.has(rule))).toEqual([])
  })

  it.each([
    'Kubernetes autoscales pods; kubectl, kubeadm and etcd reconcile manifests, and istiod injects sidecars into namespaces.',
    'Pharmacokinetic heterogeneity of monoclonal antibodies in nephrotic cohorts was quantified with bioassays.',
    'We leverage hyperscale observability, idempotent webhooks and microservices to operationalize data mesh pipelines.',
    'The German word `Fernweh`, the French *dépaysement* and the Portuguese *saudade* are hard to put into English.',
    '## XQZV YKWJ',
    'Hola.',
    '',
  ])('in English is read as such, whatever its words: %s', (source) => {
    expect(read(source).lang).toBe('en')
  })

  it.each([
    ['---\nlang: de\n---\nHello, all of you in the shop.', 'de'],
    ['---\ntitle: "lang: de"\nlang: "pt-BR" # as written\n---\nHello.', 'pt-BR'],
    ["+++\nlang = 'fr'\n+++\nHello.", 'fr'],
    [`---\nlang: en\n---\n${others.German}`, 'en'],
    [`---\nlanguage: en\n---\n${others.German}`, 'und'],
    [`lang: en\n\n${others.German}`, 'und'],
  ])('is in the language that its front matter says: %s', (source, lang) => {
    expect(read(source).lang).toBe(lang)
  })
})
