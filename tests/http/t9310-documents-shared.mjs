// Uploaded documents lay on one host only. document_dir is a folder that hosts share; what is not that store, because nothing is mounted
// there, takes nothing, and health says so.
// log-allowed: ERR_INTERNAL .*is not the store|ERR_INTERNAL .*No such file
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assert, cleanup, end, staff, status, test } from './lib.mjs'
import { ownProgram } from './lib/fcgi.mjs'
import { published } from './lib/training.mjs'

const { BUILD = 'build', VAR = 'var' } = process.env
const dir = mkdtempSync(join(tmpdir(), 'zyz-store-'))
cleanup(() => rmSync(dir, { recursive: true, force: true }))
const store = join(dir, 'store')
mkdirSync(store)
const shared = { ZYZ_DOCUMENT_DIR: store, ZYZ_WORKERS: '0' }
const clerk = await staff('liwei')
const at = `/training/manage/${await published(clerk, { places: '5' })}/materials`
status(await clerk.getJson(at), 200)
const cookie = clerk.jar.header(new URL(clerk.base))
const [a, b, front] = [await ownProgram('training', shared), await ownProgram('training', shared), await ownProgram('station', shared)]
const pdf = `%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% ${Math.random()}\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 >>\nstartxref\n60\n%%EOF\n`
function put(p, material) {
	const mark = 'part9310'
	const field = (name, more, value) => `--${mark}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`
	const body = `${field('csrf', '', clerk.csrf)}${field('material', '', material)}${field('file', '; filename="a.pdf"\r\nContent-Type: application/pdf', pdf)}--${mark}--\r\n`
	return p.ask('POST', at, { cookie, body, params: { CONTENT_TYPE: `multipart/form-data; boundary=${mark}` } })
}
const documents = async () => JSON.parse((await front.ask('GET', '/healthz')).text).documents

test('a folder that is not the store takes nothing, and health says so', async () => {
	assert.equal((await put(a, '讲义')).status, 500)
	assert.match(a.log(), /store is not the store: no zyz-store in it; is it mounted\?/)
	assert.deepEqual(readdirSync(store), [])
	assert.equal(await documents(), 'down')
	const r = spawnSync(`${BUILD}/bin/zyz-admin`, ['backup', join(dir, 'none')], { encoding: 'utf8', env: { ...process.env, ZYZ_CONF: `${VAR}/conf`, ...shared } })
	assert.equal(r.status, 1)
	assert.match(r.stderr, /is not the store/)
})

test('what one host took in the other one gives out, and a backup has it', async () => {
	writeFileSync(join(store, 'zyz-store'), '')
	assert.equal((await put(a, '讲义')).status, 303)
	assert.equal(await documents(), 'ok')
	const { uid } = JSON.parse((await b.ask('GET', at, { cookie })).text).Page.Materials.find((m) => m.title === '讲义')
	const r = await b.ask('GET', `${at}/${uid}`, { cookie })
	assert.deepEqual([r.status, r.text], [200, pdf])
	assert.equal(readdirSync(store).length, 2)
	const [name] = readdirSync(store).filter((f) => f !== 'zyz-store')
	assert.equal(readFileSync(join(store, name), 'utf8'), pdf)
	const made = spawnSync(`${BUILD}/bin/zyz-admin`, ['backup', join(dir, 'whole')], { encoding: 'utf8', env: { ...process.env, ZYZ_CONF: `${VAR}/conf`, ...shared } })
	assert.equal(made.status, 0, made.stderr)
	assert.deepEqual(readdirSync(join(dir, 'whole/documents')), [name])
	assert.ok(existsSync(join(dir, 'whole/MANIFEST')))
	status(await clerk.post(`${at}/${uid}/remove`), 303)
	for (const p of [a, b, front]) await p.stop()
})

await end()
