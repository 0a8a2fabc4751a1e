import { plainWords } from '../html/plain-words.ts'
import type { ForeignAuthor, SiteFacts } from '../source.ts'
import { type SeenOffset, zoneThatFits } from '../zone-that-fits.ts'
import { readableName } from './addresses-of.ts'
import type { Attachment } from './shortcodes.ts'
import { offsetOf } from './times-of.ts'
import type { WxrHead, WxrItem } from './wxr.ts'

/** Shared blocks are kept in memory, so that there must not be too many: all their texts, in UTF-16 units. */
const mostShared = 4_000_000

/** What has to be known of an export before its first post is read: pictures may stand behind the posts that show them. */
export class Survey {
  readonly attachments = new Map<string, Attachment>()
  readonly shared = new Map<string, string>()
  readonly #counts = new Map<string, number>()
  /** One offset a month is enough to tell zones apart. */
  readonly #offsets = new Map<string, SeenOffset>()
  #sharedLength = 0

  add({ fields, meta, comments }: WxrItem): void {
    const { 'wp:post_type': type = 'post', 'wp:post_id': id, 'wp:status': status } = fields
    if (comments > 0) this.#count('comment', comments)
    if (type === 'post' || type === 'page') {
      if (status === 'trash') this.#count('entry in the trash')
      this.#lookAtTime(fields)
    } else if (type === 'attachment') this.#addAttachment(id, fields, meta)
    else if (type === 'wp_block') this.#share(id, fields['content:encoded'])
    else this.#count(nameOfType(type))
  }

  /** What it says besides its posts, in the order of how much there is of it. */
  dropped(head: WxrHead): string[] {
    const nested = head.categories.flatMap((category) => {
      const parent = head.categories.find(
        (each) => each['wp:category_nicename'] === category['wp:category_parent'],
      )
      const [name, above] = [nameOf(category), parent && nameOf(parent)]
      return name && above ? [`“${name}” under “${above}”`] : []
    })
    return [
      ...[...this.#counts].sort(([, a], [, b]) => b - a).map(([name, count]) => `${count} × ${name}`),
      ...(nested.length > 0
        ? [`categories within others, since topics stand side by side: ${nested.join(', ')}`]
        : []),
    ]
  }

  siteOf({ fields }: WxrHead): SiteFacts {
    const address = [fields['wp:base_blog_url'], fields.link].find((each) => each && URL.canParse(each))
    const title = plainWords(fields.title)
    const about = plainWords(fields.description)
    return {
      ...(title && { title }),
      ...(about && { about }),
      ...(fields.language && { lang: fields.language }),
      ...(address && { address: address.replace(/\/$/, '') }),
    }
  }

  /** A zone that agrees with every time of the export, which names none. */
  zoneOf({ fields }: WxrHead): string | undefined {
    return zoneThatFits([...this.#offsets.values()], fields.language)
  }

  #count(name: string, by = 1): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + by)
  }

  #addAttachment(id: string | undefined, fields: WxrItem['fields'], meta: WxrItem['meta']): void {
    const url = fields['wp:attachment_url']
    if (!id || !url) return
    const alt = meta.find(([key]) => key === '_wp_attachment_image_alt')?.[1]
    const caption = plainWords(fields['excerpt:encoded'])
    this.attachments.set(id, { url, ...(alt && { alt }), ...(caption && { caption }) })
  }

  #share(id: string | undefined, text = ''): void {
    this.#sharedLength += text.length
    if (id && this.#sharedLength <= mostShared) this.shared.set(id, text)
  }

  #lookAtTime(fields: WxrItem['fields']): void {
    const seen = offsetOf(fields['wp:post_date'], fields['wp:post_date_gmt'])
    if (seen) this.#offsets.set(seen.instant.slice(0, 'yyyy-mm'.length), seen)
  }
}

/** Who may sign, by login. */
export function authorsIn({ authors }: WxrHead): Record<string, ForeignAuthor> {
  return Object.fromEntries(
    authors.flatMap((each): [string, ForeignAuthor][] => {
      const login = each['wp:author_login']?.trim()
      const full = [each['wp:author_first_name'], each['wp:author_last_name']].filter(Boolean).join(' ')
      const name = plainWords(each['wp:author_display_name']) ?? plainWords(full)
      return login ? [[login, { name: name ?? login }]] : []
    }),
  )
}

function nameOf(category: Readonly<Record<string, string>>): string | undefined {
  return plainWords(category['wp:cat_name']) ?? readableName(category['wp:category_nicename'] ?? '')
}

function nameOfType(type: string): string {
  if (type === 'revision') return 'revision'
  if (type === 'nav_menu_item') return 'entry of a menu'
  return `entry of type \`${type.slice(0, 40)}\``
}
