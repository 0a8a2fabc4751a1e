import type { Prepared } from './converted.ts'
import { embedLink } from './embed-link.ts'
import type { Dropped } from './foreign-post.ts'
import { outsideCode } from './outside-code.ts'
import { codeBlock, imageText, readTagWords } from './tag-words.ts'

/**
 * Turns Liquid's tags, as Jekyll has them, and kramdown's attributes into Markdown where they are known. Others stay visible.
 * @param site the path below its host, and its address, for `{{ site.baseurl }}` and `{{ site.url }}`
 */
export function plainLiquid(text: string, site: { base: string; address: string }): Prepared {
  const changed = new Set<string>()
  const dropped = new Map<string, Dropped>()
  const say = (name: string) => changed.add(`\`{% ${name} %}\``)
  const gone = (what: string) => {
    changed.add(what)
    return ''
  }
  // What is not to be read waits behind a sign that no text has.
  const kept: string[] = []
  const keep = (words: string) => `\uE000${kept.push(words) - 1}\uE001`
  const restore = (words: string) =>
    words.replace(/\uE000(\d+)\uE001/g, (_, index: string) => kept[Number(index)] ?? '')

  let turned = text
    .replace(/[\uE000\uE001]/g, '')
    .replace(/\{%-?\s*raw\s*-?%\}([\s\S]*?)\{%-?\s*endraw\s*-?%\}/g, (_, inner: string) => {
      say('raw')
      return keep(inner)
    })
    .replace(
      /\{%-?\s*highlight\s+([\w+#.-]+)[^%]*%\}([\s\S]*?)\{%-?\s*endhighlight\s*-?%\}/g,
      (_, language: string, code: string) => {
        say('highlight')
        return keep(codeBlock(restore(code), language))
      },
    )
    .replace(
      /\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}|\{::comment\}[\s\S]*?\{:\/(?:comment)?\}/g,
      () => {
        dropped.set('comment', { what: 'a comment', why: 'readers never saw it' })
        return ''
      },
    )
  turned = outsideCode(turned, (part) =>
    part
      .replace(/\{\{-?\s*(.*?)\s*-?\}\}/g, (all, inner: string) => {
        const word = wordOf(inner, site)
        if (word === undefined) dropped.set(inner, stays(all))
        else changed.add(`\`{{ ${inner.slice(0, 40)} }}\``)
        return word ?? all
      })
      .replace(/\{%-?\s*([\w-]+)\s*([\s\S]*?)\s*-?%\}/g, (all, name: string, words: string) => {
        const plain = plainTag(name, words)
        if (plain === undefined) dropped.set(all, stays(all))
        else say(name)
        return plain ?? all
      })
      .replace(/^(?:[*-]|1\.) .*\n\{:\s*toc[^}]*\}[ \t]*$/gim, () => gone('`{:toc}`'))
      .replace(/^[ \t]*\{:[^}\n]*\}[ \t]*(?:\n|$)|\{:[^}\n]*\}/gm, () => gone('`{: …}`')),
  )
  return { text: restore(turned), changed: [...changed], dropped: [...dropped.values()] }
}

function stays(written: string): Dropped {
  const short = written.replace(/\s+/g, ' ')
  return {
    what: `\`${short.length > 60 ? `${short.slice(0, 59)}…` : short}\``,
    why: 'it would have to be run: it stands in the text as it is written',
  }
}

/** What stands for `site.baseurl`, `"/a" | relative_url` and the like; undefined for all else. */
function wordOf(written: string, { base, address }: { base: string; address: string }): string | undefined {
  const [, quoted, name, filter] =
    /^(?:['"]([^'"]*)['"]|([\w.]+))\s*(?:\|\s*(relative_url|absolute_url|url|prepend:\s*site\.(?:baseurl|url)))*\s*$/.exec(
      written,
    ) ?? []
  if (quoted !== undefined && filter !== undefined) return encodeURI(`${base}/${quoted.replace(/^\//, '')}`)
  if (filter !== undefined) return undefined
  if (name === 'site.baseurl') return base
  if (name === 'site.url') return address.slice(0, address.length - base.length)
  return undefined
}

function plainTag(name: string, words: string): string | undefined {
  const { plain, named } = readTagWords(words)
  switch (name) {
    case 'post_url':
      return plain[0] && `/_posts/${plain[0].replace(/^\//, '')}`
    case 'link':
      return plain[0] && `/${plain[0].replace(/^\//, '')}`
    case 'include':
    case 'include_relative':
    case 'figure': {
      const src = named.src ?? named.image_path ?? named.image ?? named.url ?? named.file
      const isFigure = /figure|image|img|picture/i.test(name + (plain[0] ?? ''))
      if (isFigure && src !== undefined)
        return imageText(src, named.alt ?? named.caption ?? '', named.caption)
      const embed = /(youtube|vimeo|gist|tweet|twitter|codepen)/i.exec(plain[0] ?? '')?.[1]
      return embed === undefined ? undefined : embedLink(embed, [named.id ?? named.url ?? named.video ?? ''])
    }
    default:
      return embedLink(name, plain.length > 0 ? plain : [named.id ?? ''])
  }
}
