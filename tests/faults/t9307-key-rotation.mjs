// Nothing could exchange a key. `zyz-admin rotate` does it beside the work, in steps that may be killed at any of their system calls:
// whatever is sealed opens all the time, and in the end by the new key alone.
//
// log-allowed: ERR_DB_AWAY|health: |key (seal|index|sign)
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { assert, cleanup, end, newVolunteer, sql, test, until, value } from '../http/lib.mjs'
import { workFolder, suite } from './lib/poster.mjs'
import { patient, tracing } from './lib/sweep.mjs'
import { full, seed, table } from './lib/table.mjs'

const { BUILD = 'build', VAR = 'var' } = process.env
const RUNS = full ? 2000 : 6
const secret = /^secret_dir\s*=?\s*(\S+)/m.exec(readFileSync(`${VAR}/conf`, 'utf8'))?.[1] ?? `${VAR}/secret`
const env = { ...process.env, ZYZ_CONF: `${VAR}/conf` }
const dir = workFolder()
const admin = (...args) => spawnSync(`${BUILD}/bin/zyz-admin`, args, { encoding: 'utf8', env })
const good = (...args) => {
	const r = admin(...args)
	assert.equal(r.status, 0, `${args.join(' ')}: ${r.stdout}${r.stderr}`)
	return r.stdout
}
const refused = (pattern, ...args) => {
	const r = admin(...args)
	assert.equal(r.status, 1, r.stdout)
	assert.match(r.stderr, pattern)
}
const lines = (file) => readFileSync(`${secret}/${file}`, 'utf8').trim().split('\n')
const keysOf = (column = 'phone_sealed', of = 'person') => sql(`SELECT DISTINCT ORD(LEFT(${column}, 1)) AS k FROM ${of} WHERE ${column} IS NOT NULL ORDER BY 1`).map((r) => Number(r.k))
const stateOf = (name) => value('SELECT phase FROM key_print WHERE name = ?', [name])
const { struck, print } = table('zyz-admin rotate killed at every system call in turn')

/** Someone who was killed holds the lock for a moment longer. */
const again = (...args) => until(() => {
	const r = admin(...args)
	if (r.status === 0) return r
	assert.match(r.stderr, /another zyz-admin works/)
	return null
}, 10_000)
const v = await patient(newVolunteer)
/** What is sealed opens: their own page shows the last digits of their telephone. */
async function opens() {
	const { text } = await v.client.get('/account/me/edit')
	assert.ok(text.includes(v.form.phone.slice(-4)), text.slice(0, 400))
}
await opens()

/** Kills the command at one call after the other, from its first word to the database; `before` sets the scene, `after` looks at it. */
async function sweep(args, before, after) {
	await before()
	const { lines: pass, calls: callsOf, endAt } = tracing(env, dir, 'zyz-admin', args)
	const traced = pass(), calls = callsOf(traced.lines).slice(traced.from), stride = Math.max(1, Math.floor(calls.length / RUNS))
	let killed = 0, tried = 0
	for (let i = seed % stride; i < calls.length; i += stride) {
		await before()
		tried++
		killed += endAt(calls[i])
		await after()
	}
	assert.ok(killed >= 1, `${killed} of ${tried} ended`)
	struck(`kill -9 in rotate ${args.slice(1).join(' ')}`, killed, `of ${calls.length} calls; all values open`)
}
const files = ['seal.key']
const kept = Object.fromEntries(files.map((f) => [f, readFileSync(`${secret}/${f}`)]))
const as = (file, text) => writeFileSync(`${secret}/${file}`, text, { mode: 0o600 })

test('an order that is none is refused', () => {
	refused(/a step is add, run or finish/, 'rotate', 'seal', 'now')
	refused(/a key is seal/, 'rotate', 'door', 'add')
	good('rotate', 'seal', 'run')
	assert.match(good('rotate', 'seal', 'finish'), /one key only/)
	assert.deepEqual(lines('seal.key').length, 1)
})

test('add, killed anywhere: a key more or none, and nothing is written with it', async () => {
	await sweep(['rotate', 'seal', 'add'], () => {
		sql("DELETE FROM key_print WHERE phase = 'added'")
		as('seal.key', kept['seal.key'])
	}, async () => {
		assert.ok(lines('seal.key').length <= 2)
		assert.equal(lines('seal.key')[0], kept['seal.key'].toString().trim())
		await again(...(stateOf('seal.2') ? ['keys'] : ['rotate', 'seal', 'add']))
		assert.equal(stateOf('seal.2'), 'added')
		assert.equal(lines('seal.key').length, 2)
	})
	refused(/added already/, 'rotate', 'seal', 'add')
	refused(/not used yet/, 'rotate', 'seal', 'finish')
	await patient(newVolunteer)
	assert.deepEqual(keysOf(), [1])
	await opens()
})

test('run, killed anywhere: all that is sealed opens all the time', async () => {
	const was = ['person.phone_sealed', 'person.id_no_sealed', 'household.name_sealed', 'outbox.payload'].map((c) => [...c.split('.'), `t9307_${c.replace('.', '_')}`])
	cleanup(() => was.forEach(([, , kept]) => sql(`DROP TABLE IF EXISTS ${kept}`)))
	for (const [t, column, kept] of was) sql(`CREATE TABLE ${kept} AS SELECT id, ${column} AS was FROM ${t} WHERE ${column} IS NOT NULL AND ${column} <> ""`)
	await sweep(['rotate', 'seal', 'run'], () => {
		for (const [t, column, kept] of was) sql(`UPDATE ${t} t JOIN ${kept} k ON k.id = t.id SET t.${column} = k.was`)
		sql("UPDATE key_print SET phase = 'added' WHERE name = 'seal.2'")
	}, opens)
	await again('rotate', 'seal', 'run')
	assert.match(good('keys'), /seal\.2 +used/)
	assert.deepEqual(keysOf(), [2])
	assert.deepEqual(keysOf('IF(payload = "", NULL, payload)', 'outbox').filter((k) => k !== 2), [])
	await opens()
})

test('programs that were not restarted seal by the new key', async () => {
	const w = await patient(newVolunteer)
	assert.equal(value('SELECT ORD(LEFT(p.phone_sealed, 1)) FROM person p JOIN volunteer v ON v.person_id = p.id WHERE v.no = ?', [w.no]), '2')
})

test('finish waits for the last value, and is harmless killed anywhere', async () => {
	const [one] = sql("SELECT p.id, HEX(p.phone_sealed) AS was FROM person p JOIN volunteer v ON v.person_id = p.id WHERE v.no = ?", [v.no])
	sql('UPDATE person SET phone_sealed = CONCAT(CHAR(1), SUBSTR(phone_sealed, 2)) WHERE id = ?', [one.id])
	refused(/1 values are sealed by an older key/, 'rotate', 'seal', 'finish')
	assert.match(good('keys'), /person\.phone_sealed: 1 wait for seal\.2/)
	refused(/1 values do not open/, 'rotate', 'seal', 'run')
	sql('UPDATE person SET phone_sealed = UNHEX(?) WHERE id = ?', [one.was, one.id])
	const two = readFileSync(`${secret}/seal.key`)
	await sweep(['rotate', 'seal', 'finish'], () => {
		as('seal.key', two)
		rmSync(`${secret}/dropped-seal.key.1`, { force: true })
		sql("UPDATE key_print SET phase = 'used' WHERE name = 'seal.1'")
	}, async () => {
		await opens()
		await again('rotate', 'seal', 'finish')
		assert.equal(lines('seal.key')[0], '-'.repeat(64))
		assert.equal(readFileSync(`${secret}/dropped-seal.key.1`, 'utf8'), kept['seal.key'].toString())
	})
	assert.equal(stateOf('seal.1'), 'gone')
	await opens()
	await patient(newVolunteer)
})

test('the files are nobody else\'s, and nothing half written lies about', () => {
	for (const f of readdirSync(secret).filter((f) => /key/.test(f)))
		assert.equal(statSync(`${secret}/${f}`).mode & 0o777, 0o600, f)
	assert.ok(!existsSync(`${secret}/dropped-half`))
	print()
})

test('whoever starts anew has the keys of today', () => {
	for (const what of ['stop', 'start']) suite(what, 'programs', 'loops')
})
await end()
