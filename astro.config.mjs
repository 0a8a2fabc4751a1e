import { defineConfig } from 'astro/config'
import { coldread } from './plugins/astro/integration.ts'

export default defineConfig({ integrations: [coldread()] })
