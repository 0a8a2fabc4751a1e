import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

// One folder for the sites that several test files look at.
if (!process.env.COLDREAD_TEST_SCRATCH) {
  const folder = mkdtempSync(join(tmpdir(), 'coldread-shared-'))
  process.env.COLDREAD_TEST_SCRATCH = folder
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
}

const patient = { testTimeout: 120_000, hookTimeout: 120_000 }

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 20_000 } },
      { test: { name: 'site', include: ['test/site/**/*.test.ts'], ...patient } },
      { test: { name: 'browser', include: ['test/browser/**/*.test.ts'], ...patient } },
    ],
  },
})
