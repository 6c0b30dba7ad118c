// The key that signs, and the one by which people are found, could not be exchanged at all. What the old one signed is good for ever;
// nobody is lost or entered twice; each step may be killed at any system call, and by a clock that jumps a day.
//
// log-allowed: ERR_DB_AWAY|health: |the index is exchanged|key (seal|index|sign)|clock
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { assert, cleanup, Client, end, newVolunteer, openid, sql, status, test, until, value } from '../http/lib.mjs'
import { suite, workFolder } from './lib/poster.mjs'
import { patient, tracing } from './lib/sweep.mjs'
import { full, seed, table } from './lib/table.mjs'

const { BUILD = 'build', VAR = 'var', DB_SOCKET } = process.env
const RUNS = full ? 2000 : 4
const secret = /^secret_dir\s*=?\s*(\S+)/m.exec(readFileSync(`${VAR}/conf`, 'utf8'))?.[1] ?? `${VAR}/secret`
const env = { ...process.env, ZYZ_CONF: `${VAR}/conf` }
const dir = workFolder()
const run = (program, args, more = {}) => spawnSync(`${BUILD}/bin/${program}`, args, { encoding: 'utf8', env: { ...env, ...more } })
const refused = (pattern, ...args) => {
	const r = run('zyz-admin', args)
	assert.equal(r.status, 1, r.stdout)
	assert.match(r.stderr, pattern)
}
const again = (args, more) => until(() => {
	const r = run('zyz-admin', args, more)
	if (r.status === 0) return r
	assert.match(r.stderr, /another zyz-admin works/)
	return null
}, 10_000)
const file = (name, text) => {
	writeFileSync(`${dir}/${name}`, text)
	return `${dir}/${name}`
}
const stranger = new Client()
/** Past what nginx keeps for thirty seconds. */
let asked = 0
const keyText = () => patient(async () => status(await stranger.get(`/activity/ledger/key?t=${Date.now()}${asked++}`), 200).text)
const lines = (name) => readFileSync(`${secret}/${name}`, 'utf8').trim().split('\n')
const phase = (name) => value('SELECT phase FROM key_print WHERE name = ?', [name])
const verify = (key, ...more) => run('zyz-verify', ['ledger', '--socket', DB_SOCKET, '--db', value('SELECT DATABASE()'), '--key', key, ...more])
const { struck, print } = table('zyz-admin rotate sign and index, killed at every system call in turn')

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
	struck(`kill -9 in ${args.join(' ')}`, killed, `of ${calls.length} calls`)
}

const oldKey = file('old', await keyText())
const oldId = /^key (\w{8})/.exec(readFileSync(oldKey, 'utf8'))[1]
const heads = file('heads', await patient(async () => status(await stranger.get('/activity/ledger/heads'), 200).text))
cleanup(() => suite('start', 'loops'))
const signKey = readFileSync(`${secret}/sign.key`)

test('sign: a new key signs nothing before it is told to', async () => {
	await sweep(['rotate', 'sign', 'add'], () => {
		sql("DELETE FROM key_print WHERE name = 'sign.next'")
		writeFileSync(`${secret}/sign.key`, signKey, { mode: 0o600 })
	}, async () => {
		if (!phase('sign.next')) await again(['rotate', 'sign', 'add'])
		assert.deepEqual([lines('sign.key').length, phase('sign.next')], [2, 'added'])
	})
	refused(/added already/, 'rotate', 'sign', 'add')
	refused(/does not sign yet/, 'rotate', 'sign', 'finish')
	assert.equal((await keyText()).trim(), readFileSync(oldKey, 'utf8').trim())
})

test('sign: killed in its change, one of the two keys signs, and the ledger is whole', async () => {
	const two = readFileSync(`${secret}/sign.key`), was = sql("SELECT name, HEX(hash) AS hash, noted_at, phase FROM key_print WHERE name LIKE 'sign%'")
	let first = true
	// the scene is set anew each time: a sealer beside it would sign between the steps of that
	suite('stop', 'loops')
	await sweep(['rotate', 'sign', 'run'], () => {
		if (first) { first = false; return }
		if (phase('sign.next')) return
		// back to where it was: no head was signed by the new key, or they are taken back with it
		sql(`DELETE FROM tree_head WHERE key_id <> UNHEX('${oldId}'); DELETE FROM sign_key; DELETE FROM key_print WHERE name LIKE 'sign%'`)
		for (const r of was) sql('INSERT INTO key_print VALUES (?, UNHEX(?), ?, ?)', [r.name, r.hash, r.noted_at, r.phase])
		run('zyz-admin', ['rotate', 'seal', 'run']) // everybody connects again
		writeFileSync(`${secret}/sign.key`, two, { mode: 0o600 })
	}, async () => {
		const text = await keyText()
		assert.match(text, /^key \w{8} \w{64}\n/)
		assert.equal(verify(file('now', text)).status, 0)
	})
	await again(['rotate', 'sign', 'run'])
	suite('start', 'loops')
	const text = await keyText()
	assert.match(text, new RegExp(`^key (?!${oldId})\\w{8} \\w{64}\nfollows \\w{8} ${oldId} \\d{10} \\w{128}\nkey ${oldId} \\w{64}\n$`))
})

test('sign: the next head is by the new key, and who trusted the old one need trust nobody else', async () => {
	const text = await keyText(), key = file('both', text), [, id] = /^key (\w{8})/.exec(text)
	await until(() => value(`SELECT COUNT(*) FROM tree_head WHERE key_id = UNHEX('${id}')`) !== '0', 20_000, { what: 'a head by the new key' })
	const r = verify(key, '--heads', heads)
	assert.equal(r.status, 0, r.stdout + r.stderr)
	// one key alone does not do, and a new one that the old one never signed neither
	assert.match(verify(oldKey).stdout, /head \d+ over \d+ events: its signature is not the key's/)
	const unsigned = verify(file('loose', text.split('\n').filter((l) => !l.startsWith('follows')).join('\n')))
	assert.match(unsigned.stdout, new RegExp(`head \\d+: signed by key ${id}, and key ${oldId} never gave over to it`))
	const forged = verify(file('forged', text.replace(/(follows \w+ \w+ )\d+/, '$11')))
	assert.equal(forged.status, 2)
	assert.match(forged.stderr, new RegExp(`key ${id}: key ${oldId} did not sign that it takes over`))
})

test('sign: finish leaves the new key alone', async () => {
	await again(['rotate', 'sign', 'finish'])
	assert.equal(lines('sign.key').length, 1)
	assert.notEqual(lines('sign.key')[0], signKey.toString().trim())
	assert.equal(verify(file('end', await keyText())).status, 0)
})

const v = await patient(newVolunteer)
const found = async (w) => {
	const c = new Client()
	try {
		await c.wechatUser(openid())
	} catch (e) {
		assert.match(e.message, /503/) // programs wait
		return true
	}
	// somebody else with the same document is refused, whatever key finds it
	return (await c.post('/account/register', { ...w.form, phone: '13800001234' })).status !== 303
}
const indexKey = readFileSync(`${secret}/index.key`)
const digest = () => value('SELECT HEX(p.id_no_index) FROM person p JOIN volunteer v ON v.person_id = p.id WHERE v.no = ?', [v.no])

test('index: killed anywhere, programs find people or wait, and nobody is entered twice', async () => {
	const before = digest()
	await again(['rotate', 'index', 'add'])
	// programs must not wait for a test that failed
	cleanup(() => run('zyz-admin', ['rotate', 'index', 'run']))
	refused(/added already/, 'rotate', 'index', 'add')
	refused(/not used yet/, 'rotate', 'index', 'finish')
	assert.equal(digest(), before)
	assert.ok(await found(v))
	const { endAt } = tracing(env, dir, 'zyz-admin', ['rotate', 'index', 'run'])
	let killed = 0
	for (const share of full ? [...Array(200).keys()].map((i) => i / 200) : [0.2, 0.5, 0.8]) {
		// how many calls a run has is not known before it is over; these come in every one
		killed += endAt({ name: 'sendto', k: 4 + Math.floor(share * 110) })
		const people = value('SELECT COUNT(*) FROM person')
		assert.ok(await found(v)) // refused, or 503 while they wait
		assert.equal(value('SELECT COUNT(*) FROM person'), people)
	}
	assert.ok(killed > 0)
	struck('kill -9 in rotate index run', killed, 'nobody lost, nobody twice')
	// a machine whose clock jumps a day changes nothing: only the database's says when
	const clock = { LD_PRELOAD: `/usr/lib/${spawnSync('gcc', ['-print-multiarch'], { encoding: 'utf8' }).stdout.trim()}/faketime/libfaketime.so.1`, FAKETIME: '+1d',
		FAKETIME_DONT_FAKE_MONOTONIC: '1', ASAN_OPTIONS: [process.env.ASAN_OPTIONS, 'verify_asan_link_order=0'].filter(Boolean).join(':') }
	const r = await again(['rotate', 'index', 'run'], clock)
	assert.match(r.stdout, /index\.2 is used: \d+ digests; programs waited for \d+ ms/)
	assert.notEqual(digest(), before)
})

test('index: everybody is found by the new key, links that were handed out still lead', async () => {
	assert.ok(await found(v))
	const w = await patient(newVolunteer)
	assert.ok(await found(w))
	assert.equal(value('SELECT COUNT(*) FROM person p JOIN index_move m ON m.old = p.id_no_index'), '0')
	await again(['rotate', 'index', 'finish'])
	assert.equal(value('SELECT COUNT(*) FROM index_move'), '0')
	assert.equal(lines('index.key').length, 2)
	assert.equal(lines('index.key')[0], indexKey.toString().trim())
	print()
})

test('whoever starts anew has the keys of today', () => {
	for (const what of ['stop', 'start']) suite(what, 'programs', 'loops')
})
await end()
