import { workerData } from 'node:worker_threads'
import { openCache } from '../lint/run/cache.ts'
import type { AheadRun } from './lint-ahead.ts'
import { lintOf } from './lint-run.ts'
import { beginRun } from './run.ts'

const { root, now, isPreview, code } = workerData as AheadRun
lintOf(beginRun(root, now, isPreview, openCache(root, code, 'cache/posts')), { cache: openCache(root) })
