// The ledger as everybody sees it: the page, the signed heads to keep, the public key, and what a witness does with them.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { assert, cleanup, Client, end, newVolunteer, sql, status, test, until, value } from './lib.mjs'
import { effectiveHours, roomToday, staff } from './lib/activity.mjs'
import { publicKey } from './lib/ledger.mjs'

const { BUILD = 'build', DB_SOCKET } = process.env
const nobody = new Client()
const folder = mkdtempSync(`${tmpdir()}/zyz-heads.`)
cleanup(() => rmSync(folder, { recursive: true }))
const SIGNED_MS = 90_000
const heads = (text) => text.split('\n').filter((line) => line.startsWith('head '))
let record

test('an hour that takes effect is sealed and signed for', async () => {
	await roomToday()
	record = (await effectiveHours(await staff('liwei'), await staff('wangfang'), await newVolunteer())).record
	const place = Number(await until(() => value(`SELECT l.seq FROM ledger_leaf l JOIN ledger_event e ON e.id = l.event_id
		WHERE e.record_uid = x'${record.uid_hex}'`), SIGNED_MS, { every: 200, what: 'a place in the ledger' }))
	const head = await until(async () => {
		const { page } = status(await nobody.getJson('/activity/ledger/'), 200)
		return page.Head?.size > place && page.Head
	}, SIGNED_MS, { every: 500, what: 'a head over it' })
	assert.match(head.root, /^([0-9a-f]{8} ){7}[0-9a-f]{8}$/)
	assert.equal(head.late, 0)
	assert.ok(Math.abs(Date.parse(`${head.at.replace(' ', 'T')}+08:00`) - Date.now()) < 300_000, head.at)
}, { timeout: 2 * SIGNED_MS })

test('the page says in Chinese what it is, and says nobody\'s name', async () => {
	const page = status(await nobody.get('/activity/ledger/'), 200)
	assert.match(page.text, /时长账本/)
	assert.match(page.headers['cache-control'], /max-age=\d+/)
	assert.ok(!page.text.includes(value('SELECT name FROM person WHERE id = ?', [record.person_id])))
})

test('heads come one a line, are never cut in two, and go on behind the last one', async () => {
	const answer = status(await nobody.get('/activity/ledger/heads'), 200)
	assert.match(answer.headers['content-type'], /^text\/plain/)
	assert.match(answer.headers['cache-control'], /max-age=\d+/)
	const all = heads(answer.text)
	assert.ok(all.length > 0)
	for (const [i, line] of all.entries())
		assert.match(line, new RegExp(`^head ${i} \\d+ \\d{13} [0-9a-f]{64} [0-9a-f]{64} [0-9a-f]{8} [0-9a-f]{128}$`))
	const last = all.length - 1
	assert.equal(heads((await nobody.get(`/activity/ledger/heads?after=${last - 1}`)).text)[0], all[last])
	assert.deepEqual(heads((await nobody.get(`/activity/ledger/heads?after=${last + 100000}`)).text), [])
	for (const bad of ['x', '-5', '99999999999999999999']) status(await nobody.get(`/activity/ledger/heads?after=${bad}`), 200)
	const { Heads } = status(await nobody.getJson('/activity/ledger/heads'), 200).page
	assert.equal(Heads[last].signature, all[last].split(' ')[7])
})

test('there is nothing to post', async () => {
	for (const path of ['', 'heads', 'key']) status(await nobody.post(`/activity/ledger/${path}`), 405)
	status(await nobody.get('/activity/ledger/nothing'), 404)
})

test('with what was fetched a witness checks the running station', async () => {
	writeFileSync(`${folder}/key`, await publicKey(nobody))
	writeFileSync(`${folder}/heads`, (await nobody.get('/activity/ledger/heads')).text)
	const { status: code, stdout, stderr } = spawnSync(`${BUILD}/bin/zyz-verify`, ['ledger', '--socket', DB_SOCKET,
		'--key', `${folder}/key`, '--heads', `${folder}/heads`], { encoding: 'utf8', maxBuffer: 1 << 28 })
	assert.equal(stderr, '')
	assert.match(stdout, code === 0 ? /^ok: \d+ events sealed/ : /^first: /)
	/* Other tests plant hours by SQL: just those may be named, and neither this one nor the ledger itself. */
	for (const line of stdout.trim().split('\n')) {
		assert.doesNotMatch(line, /: (forged|rewritten|reordered|removed) /)
		assert.ok(!line.includes(record.no), line)
	}
})

test('a head in the station that is not the published one is named', () => {
	const [first] = sql('SELECT no FROM tree_head ORDER BY no LIMIT 1')
	const line = heads(spawnSync(`${BUILD}/bin/zyz-verify`, ['dump', '--socket', DB_SOCKET], { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout)[0]
	assert.ok(line.startsWith(`head ${first.no} `))
	const words = line.split(' ')
	words[3] = String(Number(words[3]) + 1)
	writeFileSync(`${folder}/other`, `${words.join(' ')}\n`)
	const { status: code, stdout } = spawnSync(`${BUILD}/bin/zyz-verify`, ['ledger', '--socket', DB_SOCKET,
		'--key', `${folder}/key`, '--heads', `${folder}/other`], { encoding: 'utf8', maxBuffer: 1 << 28 })
	assert.equal(code, 1)
	assert.match(stdout, /: forged published head 0: its signature is not the key's$/m)
})
await end()
