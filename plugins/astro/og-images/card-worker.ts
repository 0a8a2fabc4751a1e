import { workerData } from 'node:worker_threads'
import type { CardsToDraw } from '../og-images.ts'
import { drawInto } from './draw-into.ts'

const { folder, cards } = workerData as CardsToDraw
await drawInto(folder, cards)
