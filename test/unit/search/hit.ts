import type { Hit } from '../../../src/components/search/pagefind.ts'

/**
 * A hit as Pagefind returns it: `[words]` in brackets were found, `## Heading.` begins a part. Ids are `h0`, `h1`, …
 * @param written its text; the first sentence is its title
 */
export function hit(written: string, meta: Partial<Hit['meta']> = {}): Hit {
  const anchors: { element: string; id: string; location: number; text: string }[] = []
  const words: string[] = []
  const locations: number[] = []
  for (const line of written.split(/\s*\n\s*/).filter(Boolean)) {
    const text = line.replace(/^## /, '')
    if (text !== line)
      anchors.push({
        element: 'h2',
        id: `h${anchors.length}`,
        location: words.length,
        text: text.replace(/[[\]]|\.$/g, ''),
      })
    for (const word of text.split(' ')) {
      if (/^[^\p{L}]*\[/u.test(word)) locations.push(words.length)
      words.push(word.replace(/[[\]]/g, ''))
    }
  }
  const title = meta.title ?? /^.*?[?.](?= |$)/.exec(words.join(' '))?.[0] ?? ''
  const parts = [undefined, ...anchors].map((anchor, at) => {
    const inside = locations.filter(
      (each) => each >= (anchor?.location ?? 0) && each < (anchors[at]?.location ?? words.length),
    )
    return {
      title: anchor?.text ?? title,
      url: `/post/${anchor ? `#${anchor.id}` : ''}`,
      ...(anchor && { anchor }),
      weighted_locations: inside.map(() => ({ balanced_score: 1 })),
    }
  })
  return {
    url: '/post/',
    raw_content: words.join(' ').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    locations,
    anchors,
    meta: { title, ...meta },
    sub_results: parts.filter(({ weighted_locations }) => weighted_locations.length > 0),
  }
}
