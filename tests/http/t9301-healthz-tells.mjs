// /healthz took a connection to a socket for health: a program of which every worker hung, one built for another schema, and a
// database that only reads were "ok". What it says now is also said in words.
// log-allowed: health: |ERR_DB_AWAY|read-only|the schema has|is set aside
import { readFileSync, readdirSync, readlinkSync, realpathSync } from 'node:fs'
import { Client, assert, cleanup, end, sql, staff, status, test, until, value } from './lib.mjs'
import { ownProgram } from './lib/fcgi.mjs'

const { BUILD = 'build', VAR = 'var' } = process.env
const anyone = new Client()
const health = async (wanted) => status(await anyone.getJson('/healthz'), wanted).json
/** The processes of a program of this suite. */
const processes = (name) => readdirSync('/proc').filter((p) => /^\d+$/.test(p)).filter((p) => {
	try {
		return readlinkSync(`/proc/${p}/exe`) === realpathSync(`${BUILD}/bin/${name}`) && readFileSync(`/proc/${p}/environ`, 'utf8').includes(VAR)
	} catch {
		return false
	}
}).map(Number)

test('when all is well there are no reasons', async () => {
	const said = await health(200)
	assert.deepEqual([said.status, said.reasons], ['ok', []])
	assert.equal(value('SELECT COUNT(*) FROM probe'), '1')
})

test('a program whose workers hang is down, and says why; the others are up', async () => {
	const all = processes('training')
	assert.ok(all.length >= 2)
	all.forEach((pid) => process.kill(pid, 'SIGSTOP'))
	try {
		const from = Date.now(), said = await health(503)
		assert.ok(Date.now() - from < 15_000)
		assert.equal(said.programs.training, 'down')
		assert.equal(said.programs.needs, 'ok')
		assert.ok(said.reasons.some((r) => /^training: .*没有回答/.test(r)), said.reasons.join())
	} finally {
		all.forEach((pid) => process.kill(pid, 'SIGCONT'))
	}
	await until(async () => (await anyone.getJson('/healthz')).status === 200, 30_000)
})

test('a database that only reads: 503 with Retry-After, health says so, and all goes on when it writes again', async () => {
	const clerk = await staff('liwei')
	const form = { source: 'phone', name: '魏桂兰', phone: '13900009999', category: '0004', description: '想请人陪着去医院' }
	sql('SET GLOBAL read_only = 1')
	try {
		const said = await health(503)
		assert.equal(said.database, 'down')
		assert.ok(said.reasons.some((r) => /^database: .*不能写/.test(r)))
		assert.equal(said.programs.needs, 'ok')
		const r = await clerk.submit('/needs/ledger/new', form)
		assert.equal(status(r, 503).headers['retry-after'], '10')
	} finally {
		sql('SET GLOBAL read_only = 0')
	}
	status(await clerk.submit('/needs/ledger/new', form), 303)
	await until(async () => (await anyone.getJson('/healthz')).status === 200, 60_000)
})

test('programs serve no other schema than theirs, and say what to run', async () => {
	sql("INSERT INTO schema_version (version, name, applied_at) VALUES (9999, '9999_later', NOW())")
	cleanup(() => sql('DELETE FROM schema_version WHERE version = 9999'))
	const p = await ownProgram('needs', { ZYZ_WORKERS: '0' })
	const page = await p.ask('GET', '/needs/s/none')
	assert.equal(page.status, 503)
	assert.match(p.log(), /the schema has \d+ migrations, the last is 9999; this program was built for/)
	assert.match((await p.ask('GET', '/', { params: { ZYZ_HEALTH: '1' } })).text, /^zyz-health schema 0 /m)
	sql('DELETE FROM schema_version WHERE version = 9999')
	assert.notEqual((await p.ask('GET', '/needs/s/none')).status, 503)
	await p.stop()
})

test('nobody asks a program that way through the web server', async () => {
	for (const name of ['ZYZ_HEALTH', 'Zyz-Health'])
		assert.doesNotMatch((await anyone.get('/needs/s/none', { headers: { [name]: '1' } })).text, /zyz-health/)
})

await end()
