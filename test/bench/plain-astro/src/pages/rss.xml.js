import { getCollection } from 'astro:content'
import rss from '@astrojs/rss'

export async function GET({ site }) {
  const posts = await getCollection('posts')
  const newest = posts.sort((a, b) => +b.data.publish - +a.data.publish).slice(0, 50)
  return rss({
    title: 'Notes of many hands',
    description: 'Four people on how ordinary things are done',
    site,
    items: newest.map(({ id, data }) => ({
      title: data.title,
      description: data.answer,
      pubDate: data.publish,
      link: `/${id}/`,
    })),
  })
}
