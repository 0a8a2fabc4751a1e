import { slugOf } from '../../../src/calendar/field.ts'
import { addDays } from '../../../src/calendar/time.ts'
import { titleOf } from './make-post.ts'
import { Random } from './random.ts'
import { paragraph, phrase, question, sentence, type Writer } from './sentences.ts'
import { readVocabulary } from './vocabulary.ts'

const address = 'https://old.example'
const firstDay = '2006-01-01'
const topics = ['Beginning', 'Planning', 'Tools', 'People', 'Money', 'Mending']

/**
 * An export of WordPress with so many posts, the same on every machine, in pieces. A post has about 20 KB: two thirds of them
 * are made of blocks, the others are lines as the classic editor kept them. Beside each stand pictures, notes of plugins,
 * comments and a revision, as in exports of real blogs.
 */
export function* wxrPieces(number: number): Generator<string> {
  yield head
  const words = readVocabulary()
  for (let index = 0; index < number; index++) {
    const random = new Random(index + 1)
    const subject = {
      verb: random.pick(words.verbs),
      adjective: random.pick(words.adjectives),
      noun: random.pick(words.nouns),
    }
    const writer: Writer = { random, subject, words }
    const title = titleOf(subject)
    const slug = `${slugOf(title)}-${index}`
    const blocks = index % 3 > 0
    const text = Array.from({ length: 8 }, (_, part) => section(writer, index, part, blocks)).join('\n\n')
    const day = addDays(firstDay, index)
    yield item(
      {
        id: index * 4 + 1,
        type: 'post',
        status: random.chance(0.95) ? 'publish' : 'draft',
        title,
        name: slug,
        day,
        text,
      },
      [
        `<category domain="category" nicename="t${index % topics.length}"><![CDATA[${topics[index % topics.length]}]]></category>`,
        meta('_thumbnail_id', String(index * 4 + 2)),
        meta('_yoast_wpseo_metadesc', sentence(writer).slice(0, 150)),
        ...Array.from({ length: 8 }, (_, each) => meta(`_plugin_note_${each}`, phrase(writer))),
        ...Array.from({ length: random.between(0, 3) }, () => comment(paragraph(writer, 2))),
      ],
    )
    yield item(
      {
        id: index * 4 + 2,
        type: 'attachment',
        status: 'inherit',
        title: slug,
        name: `${slug}-cover`,
        day,
        text: '',
      },
      [
        `<wp:attachment_url><![CDATA[${pictureOf(index, 0)}]]></wp:attachment_url>`,
        meta('_wp_attachment_image_alt', phrase(writer)),
      ],
    )
  }
  yield '</channel>\n</rss>\n'
}

function section(writer: Writer, index: number, part: number, blocks: boolean): string {
  const { random } = writer
  const heading = question(writer, new Set())
  const paragraphs = Array.from({ length: 3 }, () => linked(writer, paragraph(writer, random.between(4, 6))))
  const points = Array.from({ length: 4 }, () => sentence(writer))
  if (!blocks)
    return [
      `<h2>${heading}</h2>`,
      paragraphs.join('\n\n'),
      `<ul>\n${points.map((point) => `\t<li>${point}</li>`).join('\n')}\n</ul>`,
      `[caption id="attachment_${part}" align="alignnone" width="300"]<img src="${pictureOf(index, part)}" alt="${phrase(writer)}" width="300" height="200" /> ${phrase(writer)}[/caption]`,
    ].join('\n')
  return [
    block('heading', `<h2 class="wp-block-heading">${heading}</h2>`),
    ...paragraphs.map((text) => block('paragraph', `<p>${text}</p>`)),
    block(
      'list',
      `<ul class="wp-block-list">${points.map((point) => block('list-item', `<li>${point}</li>`)).join('\n\n')}</ul>`,
    ),
    part % 4 === 0
      ? block(
          'table',
          `<figure class="wp-block-table"><table><thead><tr><th>What</th><th>Minutes</th></tr></thead><tbody>${points.map((point) => `<tr><td>${point}</td><td>${random.between(1, 90)}</td></tr>`).join('')}</tbody></table></figure>`,
        )
      : block(
          'image',
          `<figure class="wp-block-image size-large"><img src="${pictureOf(index, part)}" alt="${phrase(writer)}" class="wp-image-${part}"/><figcaption class="wp-element-caption">${phrase(writer)}</figcaption></figure>`,
        ),
  ].join('\n\n')
}

function linked(writer: Writer, text: string): string {
  const marked = text.replace(/\*\*(\w+)\*\*/g, '<strong>$1</strong>').replace(/_(\w+)_/g, '<em>$1</em>')
  return writer.random.chance(0.5)
    ? `${marked} <a href="https://numbers.example/${writer.random.between(1, 900)}">${phrase(writer)}</a> &amp; more.`
    : marked
}

function block(name: string, inner: string): string {
  return `<!-- wp:${name} -->\n${inner}\n<!-- /wp:${name} -->`
}

function pictureOf(index: number, part: number): string {
  return `${address}/wp-content/uploads/${index % 300}/picture-${index}-${part}.jpg`
}

function meta(key: string, value: string): string {
  return `<wp:postmeta><wp:meta_key><![CDATA[${key}]]></wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`
}

function comment(text: string): string {
  return `<wp:comment><wp:comment_author><![CDATA[Somebody]]></wp:comment_author><wp:comment_content><![CDATA[${text}]]></wp:comment_content></wp:comment>`
}

interface Item {
  id: number
  type: string
  status: string
  title: string
  name: string
  day: string
  text: string
}

function item({ id, type, status, title, name, day, text }: Item, more: readonly string[]): string {
  const local = `${day} 09:00:00`
  const universal = status === 'draft' ? '0000-00-00 00:00:00' : local
  return `<item>
<title><![CDATA[${title}]]></title>
<link>${address}/${day.replaceAll('-', '/')}/${name}/</link>
<dc:creator><![CDATA[mari]]></dc:creator>
<guid isPermaLink="false">${address}/?p=${id}</guid>
<content:encoded><![CDATA[${text}]]></content:encoded>
<excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_id>${id}</wp:post_id>
<wp:post_date><![CDATA[${local}]]></wp:post_date>
<wp:post_date_gmt><![CDATA[${universal}]]></wp:post_date_gmt>
<wp:post_name><![CDATA[${name}]]></wp:post_name>
<wp:status><![CDATA[${status}]]></wp:status>
<wp:post_type><![CDATA[${type}]]></wp:post_type>
<wp:post_password><![CDATA[]]></wp:post_password>
${more.join('\n')}
</item>
`
}

const head = `<?xml version="1.0" encoding="UTF-8" ?>
<!-- This is a WordPress eXtended RSS file generated by WordPress as an export of your site. -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>An old blog</title>
<link>${address}</link>
<description>What we learned</description>
<language>en-US</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>${address}</wp:base_site_url>
<wp:base_blog_url>${address}</wp:base_blog_url>
<wp:author><wp:author_login><![CDATA[mari]]></wp:author_login><wp:author_display_name><![CDATA[Mari Tamm]]></wp:author_display_name></wp:author>
`
