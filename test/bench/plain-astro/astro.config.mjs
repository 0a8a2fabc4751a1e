import mdx from '@astrojs/mdx'
import sitemap from '@astrojs/sitemap'
import { defineConfig } from 'astro/config'

export default defineConfig({
  site: 'https://notes.example',
  integrations: [mdx(), sitemap()],
  cacheDir: './.cache',
  experimental: { incrementalBuild: process.env.INCREMENTAL === 'true' },
})
