// A person who was erased leaves no payload in any outbox row, whatever its state, and no note or lease makes one later; what
// a platform must still hear of goes out without them.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { assert, cleanup, end, newVolunteer, platformSim, sql, staff, status, test, until, value } from './lib.mjs'
import { lineOf, linedUp, plantRecords, posted } from './lib/posting.mjs'

const states = ['waiting', 'leased', 'accepted', 'refused', 'parked', 'withdrawn', 'exported']
const idOf = (v) => Number(value('SELECT person_id FROM volunteer WHERE no = ?', [v.no]))
const erase = async (v) => status(await v.client.post('/account/me/erase', { confirm: '1' }), 303)
const kept = (person) => sql(`SELECT id, destination_id, kind, op, item_key, version, HEX(record_uid) AS uid, HEX(idem) AS idem,
	HEX(payload_sha) AS sha, receipt, reason_code FROM outbox WHERE person_id = ${person} ORDER BY id`)
const sealed = (person) => value(`SELECT COUNT(*) FROM outbox WHERE person_id = ${person} AND payload <> ''`)

sql(`INSERT INTO destination (code, name, profile, kinds, enabled) VALUES ('t9010', '不上报', 'exchange', 'volunteer', 0)
	ON DUPLICATE KEY UPDATE enabled = 0`)
await platformSim('reset', {})
cleanup(() => {
	sql(`DELETE o FROM outbox o JOIN destination d ON d.id = o.destination_id AND d.code = 't9010'; DELETE FROM destination WHERE code = 't9010'`)
	return platformSim('reset', {})
})

test('nothing sealed is left in any state; key, version, hash, receipt and code stay', async () => {
	const v = await newVolunteer({ name: '邬小苒' })
	const person = idOf(v)
	const uid = value('SELECT LOWER(HEX(uid)) FROM person WHERE id = ?', [person])
	await posted(uid)
	/* A destination that no poster serves, so that each row keeps the state it was planted in. */
	for (const state of states) for (const op of ['put', 'withdraw'])
		sql(`INSERT INTO outbox (idem, item_key, destination_id, kind, record_uid, version, op, station_id, person_id, payload,
			payload_sha, state, receipt, reason_code, reason, lease_until, first_sent_at, settled_at)
			SELECT RANDOM_BYTES(16), o.item_key, d.id, o.kind, ?, 3, ?, o.station_id, o.person_id, o.payload, o.payload_sha, ?, 'T9010',
			'field', '姓名邬小苒与证件号码不符', NOW() + INTERVAL 1 HOUR, IF(? = 'waiting', NULL, NOW()), NOW()
			FROM outbox o JOIN destination d ON d.code = 't9010' WHERE o.person_id = ? AND o.payload <> '' LIMIT 1`,
		[randomBytes(16), op, state, state, person])
	assert.equal(value(`SELECT COUNT(*) FROM outbox WHERE person_id = ${person} AND LENGTH(payload) > 300`), String(2 * states.length + 1))
	const before = kept(person)
	await erase(v)
	assert.equal(sealed(person), '0')
	assert.equal(value(`SELECT COUNT(*) FROM outbox WHERE person_id = ${person} AND reason IS NOT NULL`), '0')
	const after = kept(person)
	/* what was never sent is taken down, and says why */
	for (const row of after) {
		const was = before.find((r) => r.id === row.id)
		assert.deepEqual({ ...row, reason_code: was.reason_code }, was)
	}
	assert.equal(value(`SELECT COUNT(*) FROM outbox o JOIN destination d ON d.id = o.destination_id WHERE o.person_id = ${person}
		AND d.code = 't9010' AND o.op = 'put' AND o.state = 'withdrawn' AND o.reason_code = 'no_consent'`), '1')
	assert.equal(value(`SELECT COUNT(*) FROM outbox o JOIN destination d ON d.id = o.destination_id WHERE o.person_id = ${person}
		AND d.code = 't9010' AND o.op = 'withdraw' AND o.state = 'waiting'`), '1')
})

test('a note made before makes no row afterwards', async () => {
	const v = await newVolunteer()
	const person = idOf(v)
	await erase(v)
	const [uid] = plantRecords({ person })
	sql(`INSERT INTO outbox_todo (source, record_id, station_id) SELECT 'service_record', id, station_id FROM service_record WHERE uid = x'${uid}'`)
	await linedUp()
	assert.equal(lineOf(uid), undefined)
})

test('a poster that is just making the row waits for an erasure under way', async () => {
	const v = await newVolunteer()
	const person = idOf(v)
	await linedUp()
	// Settling a row looks at its person too: nothing of them may be under way while the person is held.
	await until(() => value(`SELECT COUNT(*) FROM outbox WHERE person_id = ${person} AND state IN ('waiting', 'leased')`) === '0', 20_000,
		{ what: 'the registration is posted' })
	const [uid] = plantRecords({ person, noted: false })
	const db = spawn('mariadb', ['--no-defaults', `--socket=${process.env.DB_SOCKET}`, '-BN', '--unbuffered', process.env.DB_NAME ?? 'zyz'],
		{ stdio: ['pipe', 'pipe', 'inherit'] })
	db.stdin.write(`START TRANSACTION; UPDATE person SET erased_at = NOW(), id_no_sealed = NULL, id_no_index = NULL WHERE id = ${person};
		SELECT 'held';\n`)
	await once(db.stdout, 'data')
	sql(`INSERT INTO outbox_todo (source, record_id, station_id) SELECT 'service_record', id, station_id FROM service_record WHERE uid = x'${uid}'`)
	// Not asked of innodb_lock_waits, which shows nothing new to whoever asks more than ten times a second.
	await until(() => value(`SELECT COUNT(*) FROM information_schema.processlist WHERE user = 'zyz_platform-post'
		AND info LIKE '%LOCK IN SHARE MODE%'`) !== '0', 20_000, { what: 'the poster waits' })
	db.stdin.end(`UPDATE consent SET withdrawn_at = NOW() WHERE person_id = ${person}; UPDATE outbox SET payload = '' WHERE person_id = ${person}; COMMIT;\n`)
	await new Promise((done) => db.on('close', done))
	await linedUp()
	assert.equal(lineOf(uid), undefined)
	assert.equal(sealed(person), '0')
})

test('a withdrawal goes out after the erasure, and carries nobody', async () => {
	const v = await newVolunteer()
	const person = idOf(v)
	const [uid] = plantRecords({ person })
	sql(`INSERT INTO outbox_todo (source, record_id, station_id) SELECT 'service_record', id, station_id FROM service_record WHERE uid = x'${uid}'`)
	const put = await posted(uid)
	await erase(v)
	const station = await staff('liwei')
	assert.equal(status(await station.getJson(`/platform/${put.no}`), 200).page.Row.state, 'accepted')
	sql(`INSERT INTO outbox (idem, item_key, destination_id, kind, record_uid, version, op, station_id, person_id, payload, payload_sha)
		SELECT RANDOM_BYTES(16), item_key, destination_id, kind, record_uid, version + 1, 'withdraw', station_id, person_id, '',
		UNHEX(SHA2('{}', 256)) FROM outbox WHERE id = ${put.id}`)
	await until(() => lineOf(uid).op === 'withdraw' && lineOf(uid).state === 'accepted', 30_000, { what: 'withdrawn' })
	const held = (await platformSim('dump?kind=service_record')).find((r) => r.key === put.item_key)
	assert.equal(held.op, 'withdraw')
	assert.ok(!JSON.stringify(held).includes(v.form.name) && !JSON.stringify(held).includes(v.form.id_no))
	assert.equal(sealed(person), '0')
})

await end()
