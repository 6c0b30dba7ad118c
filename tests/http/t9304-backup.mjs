// There was one line about backups. `zyz-admin backup` writes one moment of the database, the documents and their sums; `restore`
// checks all of it before it writes anything, and brings it back.
//
// log-allowed: is set aside
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assert, cleanup, end, sql, test, until, value } from './lib.mjs'

const { BUILD = 'build', VAR = 'var', DB_SOCKET } = process.env
const conf = (name, other) => new RegExp(`^${name}\\s*=?\\s*(\\S+)`, 'm').exec(readFileSync(`${VAR}/conf`, 'utf8'))?.[1] ?? other
const docs = `${conf('var_dir', VAR)}/documents`
const dir = mkdtempSync(join(tmpdir(), 'zyz-backup-'))
cleanup(() => rmSync(dir, { recursive: true, force: true }))
const admin = (args, env = {}) => spawnSync(`${BUILD}/bin/zyz-admin`, args, { encoding: 'utf8', env: { ...process.env, ZYZ_CONF: `${VAR}/conf`, ...env } })
const DB = value('SELECT DATABASE()'), BACK = `${DB}_back`
const elsewhere = { ZYZ_DB_NAME: BACK, ZYZ_VAR_DIR: join(dir, 'var') }
mkdirSync(join(dir, 'var'))
const fresh = () => sql(`DROP DATABASE IF EXISTS ${BACK}; CREATE DATABASE ${BACK} CHARACTER SET utf8mb4`)
cleanup(() => sql(`DROP DATABASE IF EXISTS ${BACK}`))
const tablesOf = (schema) => sql('SELECT table_name AS t FROM information_schema.tables WHERE table_schema = ? ORDER BY 1', [schema]).map((r) => r.t)
/** What changes by itself while the suite stands still: signs of life, sessions, what was asked last. */
const restless = ['beat', 'probe', 'session', 'throttle', 'tree_head', 'wechat_token', 'loop_aside', 'audit', 'message', 'message_tried']
/** All rows, in the order of their keys. */
const rows = (schema, but) => createHash('sha256').update(execFileSync('mariadb-dump', ['--no-defaults', `--socket=${DB_SOCKET}`, '--no-create-info', '--compact',
	'--order-by-primary', '--skip-extended-insert', '--hex-blob', ...but.map((t) => `--ignore-table=${schema}.${t}`), schema], { maxBuffer: 1 << 30 })).digest('hex')
const whole = join(dir, 'whole')
// What loops do meanwhile is no difference of the backup's.
execFileSync('nginx/suite', ['stop', 'loops'], { stdio: 'ignore' })
cleanup(() => execFileSync('nginx/suite', ['start', 'loops'], { stdio: 'ignore' }))
mkdirSync(docs, { recursive: true })
writeFileSync(join(docs, 'a0backup'), Buffer.from([0, 1, 2, 255, 254]))
cleanup(() => rmSync(join(docs, 'a0backup'), { force: true }))

test('a backup is one folder with the dump, the documents, their sums and no key', () => {
	const r = admin(['backup', whole])
	assert.equal(r.status, 0, r.stderr)
	assert.deepEqual(readdirSync(whole).sort(), ['MANIFEST', 'documents', 'version.sql', 'zyz.sql'])
	assert.ok(readdirSync(join(whole, 'documents')).includes('a0backup'))
	execFileSync('sha256sum', ['-c', '--quiet', 'MANIFEST'], { cwd: whole })
	const list = readFileSync(join(whole, 'MANIFEST'), 'utf8')
	assert.match(list, /^# zyz-backup 1\n# at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\n# schema \d+ \d+\n# key seal\.1 [0-9a-f]{64}\n/)
	const secret = conf('secret_dir', `${VAR}/secret`)
	for (const file of ['seal.key', 'index.key', 'sign.key']) {
		const key = readFileSync(join(secret, file), 'utf8').trim()
		assert.ok(!list.includes(key) && !readFileSync(join(whole, 'zyz.sql')).includes(key), file)
	}
})

test('it comes back into an empty schema, table by table, and document by document', () => {
	fresh()
	const r = admin(['restore', whole], elsewhere)
	assert.equal(r.status, 0, r.stderr)
	assert.deepEqual(tablesOf(BACK), tablesOf(DB))
	const still = tablesOf(DB).filter((t) => !restless.includes(t))
	assert.ok(still.length > 90, `${still.length} tables`)
	assert.equal(rows(BACK, restless), rows(DB, restless))
	assert.deepEqual(readFileSync(join(dir, 'var/documents/a0backup')), readFileSync(join(docs, 'a0backup')))
	assert.equal(admin(['migrate'], elsewhere).status, 0)
	// What other tests planted past the programs came along, and nothing else.
	const said = admin(['recount'], elsewhere)
	assert.deepEqual([said.status, said.stdout], [admin(['recount']).status, admin(['recount']).stdout])
})

test('into a schema with tables, or beside another one that works on it, nothing comes back', async () => {
	const there = admin(['restore', whole], elsewhere)
	assert.equal(there.status, 1)
	assert.match(there.stderr, /has tables/)
	fresh()
	const holder = spawn('mariadb', ['--no-defaults', `--socket=${DB_SOCKET}`, BACK, '-N', '-e', `SELECT GET_LOCK('zyz-migrate.${BACK}', 5); SELECT SLEEP(60)`])
	cleanup(() => holder.kill('SIGKILL'))
	await until(() => value(`SELECT IS_USED_LOCK('zyz-migrate.${BACK}') IS NOT NULL`) === '1', 10_000)
	const second = admin(['restore', whole], elsewhere)
	assert.equal(second.status, 1)
	assert.match(second.stderr, /another zyz-admin works/)
	assert.deepEqual(tablesOf(BACK), [])
	// Its sleep goes on in the server when its client is gone.
	sql(`KILL ${value(`SELECT IS_USED_LOCK('zyz-migrate.${BACK}')`)}`)
	await until(() => value(`SELECT IS_USED_LOCK('zyz-migrate.${BACK}') IS NULL`) === '1', 10_000)
})

const changed = (name, change) => {
	const to = join(dir, name)
	cpSync(whole, to, { recursive: true })
	change(to)
	return to
}
const edited = (to, from, into) => writeFileSync(join(to, 'MANIFEST'), readFileSync(join(to, 'MANIFEST'), 'utf8').replace(from, into))
for (const [what, change, words] of [
	['a byte of the dump changed', (to) => appendFileSync(join(to, 'zyz.sql'), ' '), /zyz\.sql was changed/],
	['a byte of a document changed', (to) => writeFileSync(join(to, 'documents/a0backup'), 'x'), /documents\/a0backup was changed/],
	['a document is missing', (to) => rmSync(join(to, 'documents/a0backup')), /a0backup: No such file/],
	['it was never finished', (to) => rmSync(join(to, 'MANIFEST')), /no whole backup/],
	['it is of a newer version', (to) => edited(to, /^# schema .*$/m, '# schema 999 9999'), /newer version/],
	['it is of another installation', (to) => edited(to, /^(# key sign ).*$/m, `$1${'0'.repeat(64)}`), /key sign is another one/],
	['its list leads out of it', (to) => edited(to, /$/, `${'0'.repeat(64)}  documents/../../../etc/passwd\n`), /is none/],
	['its list is none', (to) => writeFileSync(join(to, 'MANIFEST'), 'x\n'), /no list of a backup/],
])
	test(`${what}: nothing comes back, and it says so`, () => {
		fresh()
		const r = admin(['restore', changed(`bad-${words}`.replace(/\W/g, '_'), change)], elsewhere)
		assert.equal(r.status, 1)
		assert.match(r.stderr, words)
		assert.deepEqual(tablesOf(BACK), [])
	})

test('a dump that ends in the middle: it says what is there by then, and what to do', () => {
	fresh()
	const half = changed('half', (to) => {
		writeFileSync(join(to, 'zyz.sql'), 'CREATE TABLE there (id INT);\nINSERT INTO nowhere VALUES (1);\n')
		const sum = createHash('sha256').update(readFileSync(join(to, 'zyz.sql'))).digest('hex')
		edited(to, /^[0-9a-f]{64}  zyz\.sql$/m, `${sum}  zyz.sql`)
	})
	const r = admin(['restore', half], elsewhere)
	assert.equal(r.status, 1)
	assert.match(r.stderr, /is half there: drop it, make it anew and restore again; .*mariadb ended with 1/)
	assert.deepEqual(tablesOf(BACK), ['admin_lock', 'there'])
})

test('a folder with something in it is not written to, and where there is no room no list is left', () => {
	const r = admin(['backup', whole])
	assert.equal(r.status, 1)
	assert.match(r.stderr, /is not empty/)
	const small = join(dir, 'small')
	const full = spawnSync('prlimit', ['--fsize=200000', `${BUILD}/bin/zyz-admin`, 'backup', small], { encoding: 'utf8', env: { ...process.env, ZYZ_CONF: `${VAR}/conf` } })
	assert.equal(full.status, 1)
	assert.match(full.stderr, /mariadb-dump/)
	assert.ok(!existsSync(join(small, 'MANIFEST')))
})

await end()
