// Lost keys were made anew without a word, and a sealer with another signing key signed on: the ledger was broken for ever. A
// database knows the keys it was written with: programs and commands with others stop, and say what to bring back.
// log-allowed: ERR_DB_AWAY|health: |key (seal|index|sign)
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assert, cleanup, end, sql, test, until, value } from './lib.mjs'
import { ownProgram } from './lib/fcgi.mjs'

const { BUILD = 'build', VAR = 'var', DB_SOCKET } = process.env
const mine = /^secret_dir\s*=?\s*(\S+)/m.exec(readFileSync(`${VAR}/conf`, 'utf8'))?.[1] ?? `${VAR}/secret`
const dir = mkdtempSync(join(tmpdir(), 'zyz-keys-'))
cleanup(() => rmSync(dir, { recursive: true, force: true }))
const admin = (secrets, ...args) => spawnSync(`${BUILD}/bin/zyz-admin`, args, { encoding: 'utf8',
	env: { ...process.env, ZYZ_CONF: `${VAR}/conf`, ZYZ_SECRET_DIR: secrets } })
/** A copy of the keys, changed. */
function copy(name, change) {
	const to = join(dir, name)
	cpSync(mine, to, { recursive: true })
	change(to)
	// as before each start of a unit
	assert.equal(admin(to, 'hand-out').status, existsSync(join(to, 'sign.key')) ? 0 : 1)
	return to
}
const other = (file) => (to) => {
	rmSync(join(to, file))
	writeFileSync(join(to, file), `${'ab'.repeat(32)}\n`, { mode: 0o600 })
}

test('the database knows each key, and no key can be read out of what it knows', () => {
	const rows = sql('SELECT name, HEX(hash) AS hash FROM key_print ORDER BY name')
	assert.deepEqual(rows.map((r) => r.name), ['index', 'seal.1', 'sign'])
	for (const file of ['seal.key', 'index.key', 'sign.key']) {
		const key = readFileSync(join(mine, file), 'utf8').trim().toUpperCase()
		assert.ok(rows.every((r) => !r.hash.includes(key.slice(0, 16))), file)
	}
})

for (const [file, name, path] of [['sign.key', 'sign', '/activity/ledger/heads'], ['index.key', 'index', '/needs/s/none'], ['seal.key', 'seal.1', '/needs/s/none']])
	test(`a program with another ${file} serves nothing, and says which`, async () => {
		const p = await ownProgram(path.split('/')[1], { ZYZ_WORKERS: '0', ZYZ_SECRET_DIR: copy(`other-${file}`, other(file)) })
		assert.equal((await p.ask('GET', path)).status, 503)
		assert.match(p.log(), new RegExp(`key ${name.replace('.', '\\.')} is another one: bring back`))
		assert.match((await p.ask('GET', '/', { params: { ZYZ_HEALTH: '1' } })).text, /^zyz-health keys /m)
		await p.stop()
	})

test('a sealer with another signing key signs nothing', () => {
	const before = value('SELECT MAX(size) FROM tree_head')
	const r = spawnSync(`${BUILD}/bin/ledger-seal`, ['once'], { encoding: 'utf8', timeout: 5000,
		env: { ...process.env, ZYZ_CONF: `${VAR}/conf`, ZYZ_SECRET_DIR: copy('sealer', other('sign.key')) } })
	assert.match(r.stderr, /key sign is another one/)
	assert.equal(value('SELECT COUNT(*) FROM tree_head WHERE key_id NOT IN (SELECT key_id FROM tree_head WHERE size <= ?)', [before]), '0')
})

test('a newer sealing key is a new one, and a noted one that is gone is missed', async () => {
	const newer = copy('newer', (to) => writeFileSync(join(to, 'seal.key'), `${readFileSync(join(mine, 'seal.key'), 'utf8').trim()}\n${'cd'.repeat(32)}\n`, { mode: 0o600 }))
	const p = await ownProgram('needs', { ZYZ_WORKERS: '0', ZYZ_SECRET_DIR: newer })
	assert.notEqual((await p.ask('GET', '/needs/s/none')).status, 503)
	await p.stop()
	sql("INSERT INTO key_print (name, hash, noted_at) VALUES ('seal.2', ?, NOW())", ['x'.repeat(32)])
	cleanup(() => sql("DELETE FROM key_print WHERE name = 'seal.2'"))
	const q = await ownProgram('needs', { ZYZ_WORKERS: '0' })
	assert.equal((await q.ask('GET', '/needs/s/none')).status, 503)
	assert.match(q.log(), /key seal\.2 is missing/)
	await q.stop()
	sql("DELETE FROM key_print WHERE name = 'seal.2'")
})

test('keys never makes what a database knows, nor one beside others', () => {
	const lost = copy('lost', (to) => rmSync(join(to, 'sign.key')))
	const one = admin(lost, 'keys')
	assert.equal(one.status, 1)
	assert.ok(!existsSync(join(lost, 'sign.key')))
	const empty = join(dir, 'empty'), none = admin(empty, 'keys')
	assert.equal(none.status, 1)
	assert.match(none.stderr, /written with keys that are not here/)
	assert.ok(!existsSync(empty) || readdirSync(empty).length === 0)
	assert.equal(admin(mine, 'keys').status, 0)
})

test('a folder without a database is a new installation', () => {
	const fresh = join(dir, 'fresh')
	const r = spawnSync(`${BUILD}/bin/zyz-admin`, ['keys'], { encoding: 'utf8', env: { ...process.env, ZYZ_CONF: `${VAR}/conf`, ZYZ_SECRET_DIR: fresh, ZYZ_DB_SOCKET: `${dir}/none.sock` } })
	assert.equal(r.status, 0, r.stderr)
	assert.ok(existsSync(join(fresh, 'sign.key')))
	rmSync(join(fresh, 'index.key'))
	const again = spawnSync(`${BUILD}/bin/zyz-admin`, ['keys'], { encoding: 'utf8', env: { ...process.env, ZYZ_CONF: `${VAR}/conf`, ZYZ_SECRET_DIR: fresh, ZYZ_DB_SOCKET: `${dir}/none.sock` } })
	assert.equal(again.status, 1)
	assert.match(again.stderr, /index\.key is missing beside others/)
})

test('migrate refuses other keys, and a second migrate beside it', async () => {
	const wrong = admin(copy('migrate', other('index.key')), 'migrate')
	assert.equal(wrong.status, 1)
	assert.match(wrong.stderr, /key index is another one/)
	const holder = spawn('mariadb', ['--no-defaults', `--socket=${DB_SOCKET}`, '-N', '-e', `SELECT GET_LOCK('zyz-migrate.${value('SELECT DATABASE()')}', 5); SELECT SLEEP(60)`])
	cleanup(() => holder.kill('SIGKILL'))
	await until(() => value(`SELECT IS_USED_LOCK('zyz-migrate.${value('SELECT DATABASE()')}') IS NOT NULL`) === '1', 10_000)
	const second = admin(mine, 'migrate')
	assert.equal(second.status, 1)
	assert.match(second.stderr, /another zyz-admin works on this database/)
	holder.kill('SIGKILL')
	await until(() => admin(mine, 'migrate').status === 0, 20_000)
})

await end()
