// A Bluesky server (PDS) with a directory of its own, below one temporary folder. Says where it is in one line of JSON, and
// ends when its input does, so that it never outlives who started it.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { envToCfg, envToSecrets, PDS } from '@atproto/pds'
import { Database, PlcServer } from '@did-plc/server'

const secret = () => randomBytes(32).toString('hex')
const folder = mkdtempSync(join(tmpdir(), 'coldread-pds-'))
const plc = PlcServer.create({ db: Database.mock(), port: 0 })
const { port: plcPort } = (await plc.start()).address()
const jwtSecret = secret()
const settings = {
  devMode: true,
  hostname: 'localhost',
  port: 0,
  dataDirectory: folder,
  blobstoreDiskLocation: join(folder, 'blobs'),
  didPlcUrl: `http://localhost:${plcPort}`,
  serviceHandleDomains: ['.test'],
  inviteRequired: false,
  jwtSecret,
  adminPassword: secret(),
  dpopSecret: secret(),
  plcRotationKeyK256PrivateKeyHex: secret(),
}
const pds = await PDS.create(envToCfg(settings), envToSecrets(settings))
const { port } = (await pds.start()).address()
console.log(JSON.stringify({ url: `http://localhost:${port}`, jwtSecret }))

for await (const _ of process.stdin);
await pds.destroy()
await plc.destroy()
rmSync(folder, { recursive: true, force: true })
process.exit()
