// Behind the program's back: with SQL, all constraints off, in a copy of the station. zyz-verify, which has no line of code
// in common with the programs, has to name the first place that is not as it was sealed.
import { randomBytes } from 'node:crypto'
import {
	assert, attempt, effectiveHours, newVolunteer, roomToday, staff, status, table, test, value,
} from './lib.mjs'
import { noticed } from './lib/hours.mjs'
import { ask, cheat, fieldsOf, open, parts, recount, restore, rewrite, seal, verify } from './lib/ledger.mjs'

await roomToday()
const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const { record } = await effectiveHours(clerk, reviewer, await newVolunteer())
const { record: other } = await effectiveHours(clerk, reviewer, await newVolunteer())
const { nos: [held] } = await noticed(clerk, reviewer)
await open()
const uid = `x'${record.uid_hex}'`
const event = `(SELECT id FROM ledger_event WHERE record_uid = ${uid})`
const place = Number(ask(`SELECT seq FROM ledger_leaf WHERE event_id = ${event}`))
const size = Number(ask('SELECT COUNT(*) FROM ledger_leaf'))
const columns = (t, no) => value(`SELECT GROUP_CONCAT(column_name ORDER BY ordinal_position) FROM information_schema.columns
	WHERE table_schema = DATABASE() AND table_name = ? AND extra NOT LIKE '%GENERATED%' AND NOT FIND_IN_SET(column_name, ?)`, [t, no])

test('untouched, the copy is well: by itself and by what a witness kept', async () => {
	for (const witness of [false, true]) {
		const r = verify({ witness })
		assert.equal(r.status, 0, r.out + r.err)
	}
	assert.equal(recount().status, 0, recount().err)
})

/** Tampers, and returns the verifier's first words; `word` is what it must call it, at the place of the record. */
const named = (name, word, tamper, { at = place, witness } = {}) =>
	attempt(name, 'SQL', async () => {
		restore()
		await tamper()
		const r = verify({ witness })
		const first = r.out.split('\n')[0]
		assert.equal(r.status, 1, `status ${r.status}: ${r.out}${r.err ?? ''}`)
		assert.match(first, new RegExp(`^first: (${word})\\b`), r.out.slice(0, 500))
		if (at !== null) assert.match(first, new RegExp(`\\bplace ${at}:`), r.out.slice(0, 500))
		return `zyz-verify, ${first.replace(/^first: /, '').replace(/\s+/g, ' ').slice(0, 110)}`
	})

named('minutes of an effective record doubled', 'altered', () =>
	cheat(`UPDATE service_record SET ends_at = ends_at + INTERVAL minutes MINUTE, minutes = 2 * minutes WHERE uid = ${uid}`))
named('effective record given to another person', 'altered', () =>
	cheat(`UPDATE service_record SET person_id = ${other.person_id} WHERE uid = ${uid}`))
named('evidence called a scan', 'altered', () => cheat(`UPDATE service_record SET evidence = 'list' WHERE uid = ${uid}`))
named('another reviewer written in', 'altered', () => cheat(`UPDATE service_record SET reviewer_id = logger_id + 1000 WHERE uid = ${uid};
	UPDATE service_record SET reviewer_id = 1 WHERE uid = ${uid} AND reviewer_id IS NULL`))
named('effective record deleted', 'removed|altered', () => cheat(`DELETE FROM service_record WHERE uid = ${uid}`))
named('effective record withdrawn on the quiet', 'altered|removed', () =>
	cheat(`UPDATE service_record SET state = 'withdrawn', ended_at = NOW() WHERE uid = ${uid}`))
named('event deleted', 'removed', () => cheat(`DELETE FROM ledger_event WHERE record_uid = ${uid}`))
named('event and leaf deleted', 'removed', () =>
	cheat(`DELETE FROM ledger_leaf WHERE seq = ${place}; DELETE FROM ledger_event WHERE record_uid = ${uid}`))
named('event changed', 'altered', () => cheat(`UPDATE ledger_event SET at = at - INTERVAL 1 DAY WHERE record_uid = ${uid}`))
named('commitment to another person', 'altered', () =>
	cheat(`UPDATE ledger_event SET commitment = REVERSE(commitment) WHERE record_uid = ${uid}`))
named('leaf changed', 'altered', () => cheat(`UPDATE ledger_leaf SET leaf = REVERSE(leaf) WHERE seq = ${place}`))
named('two leaves exchanged', 'reordered|altered', () =>
	cheat(`UPDATE ledger_leaf a JOIN ledger_leaf b ON a.seq = ${place - 1} AND b.seq = ${place} SET a.seq = -1;
		UPDATE ledger_leaf SET seq = ${place - 1} WHERE seq = ${place}; UPDATE ledger_leaf SET seq = ${place} WHERE seq = -1`), { at: place - 1 })
named('leaves renumbered over a gap', 'removed', () =>
	cheat(`DELETE FROM ledger_leaf WHERE seq = ${place - 2}; UPDATE ledger_leaf SET seq = seq - 1 WHERE seq > ${place - 2} ORDER BY seq`), { at: place - 2 })
named('event put in between, the rest moved up', 'inserted', () => {
	const list = parts(Buffer.from(ask(`SELECT HEX(fields) FROM ledger_event WHERE record_uid = ${uid}`), 'hex'))
	list[2] = randomBytes(16)
	list[4] = Buffer.from('R2600166666')
	const rest = columns('service_record', 'id,uid,no,replaces_id')
	cheat(`INSERT INTO service_record (${rest}, uid, no) SELECT ${rest}, x'${list[2].toString('hex')}', 'R2600166666'
			FROM service_record WHERE uid = ${uid};
		INSERT INTO ledger_event (uid, kind, record_uid, version, fields, commitment, at, mark) SELECT UNHEX(MD5(RAND())), kind,
			x'${list[2].toString('hex')}', version, x'${fieldsOf(list).toString('hex')}', commitment, at, mark
			FROM ledger_event WHERE record_uid = ${uid};
		SET @id = LAST_INSERT_ID();
		UPDATE ledger_leaf SET seq = seq + 1 WHERE seq >= ${place - 1} ORDER BY seq DESC;
		INSERT INTO ledger_leaf SELECT ${place - 1}, @id, UNHEX(SHA2('x', 256)), UNHEX(SHA2('y', 256))`)
	rewrite(place - 1, { heads: false })
}, { at: place - 1 })
named('record written in as effective', 'inserted', () => {
	const rest = columns('service_record', 'id,uid,no,replaces_id')
	cheat(`INSERT INTO service_record (${rest}, uid, no) SELECT ${rest}, UNHEX(MD5(RAND())), 'R2600188888' FROM service_record WHERE uid = ${uid}`)
}, { at: null })
named('public notice skipped: effective by hand', 'inserted', () =>
	cheat(`UPDATE service_record SET state = 'effective', effective_at = NOW(), notice_until = NULL WHERE no = '${held}'`), { at: null })
/* A record whose correction is in the tail is met first. */
named('tail cut off with its heads', 'removed|rewritten|altered', () =>
	cheat(`DELETE FROM tree_head WHERE size > ${size - 5}; DELETE FROM ledger_leaf WHERE seq >= ${size - 5}; DELETE e FROM ledger_event e
		LEFT JOIN ledger_leaf l ON l.event_id = e.id WHERE l.seq IS NULL`), { at: null })
const more = () => {
	const list = parts(Buffer.from(ask(`SELECT HEX(fields) FROM ledger_event WHERE record_uid = ${uid}`), 'hex'))
	list[10] = Buffer.from('999')
	cheat(`UPDATE ledger_event SET fields = x'${fieldsOf(list).toString('hex')}' WHERE record_uid = ${uid}`)
}
named('tail written anew, heads signed with a key of one\'s own', 'altered|forged|rewritten', () => {
	more()
	rewrite(place)
}, { at: null, witness: false })
named('tail written anew, heads signed with the stolen key', 'rewritten|altered', () => {
	more()
	rewrite(place, { stolen: true })
}, { at: null })
named('head signed over another root', 'forged|altered', () =>
	cheat(`UPDATE tree_head SET root = REVERSE(root) ORDER BY no DESC LIMIT 1`), { at: null })

attempt('event written in, to be sealed by the sealer', 'SQL', async () => {
	restore()
	cheat(`INSERT INTO ledger_event (uid, kind, record_uid, version, fields, commitment, at, mark) SELECT UNHEX(MD5(RAND())), kind,
		UNHEX(MD5(RAND())), version, fields, commitment, at, mark FROM ledger_event WHERE record_uid = ${uid}`)
	assert.match(await seal(), /does not bear our mark: not sealed/)
	assert.equal(Number(ask('SELECT COUNT(*) FROM ledger_leaf')), size)
	return 'ledger-seal: does not bear our mark, not sealed'
})
attempt('leaf removed before the sealer goes on', 'SQL', async () => {
	restore()
	cheat(`DELETE FROM ledger_leaf WHERE seq = ${place}`)
	const said = await seal()
	assert.match(said, new RegExp(`place ${place}`))
	return `ledger-seal stops: ${said.match(/no leaf at place \d+|.*place \d+[^\n]*/)[0]}`
})

/* Totals can be told from the records alone. */
const counted = (name, tamper, word) =>
	attempt(name, 'SQL', async () => {
		restore()
		cheat(tamper)
		const r = recount()
		assert.equal(r.status, 1, r.out)
		assert.match(r.out, word)
		return `zyz-admin recount: ${r.out.split('\n')[0].slice(0, 100)}`
	})
counted('total of a volunteer raised', `UPDATE volunteer_total SET minutes = minutes + 600, scan_minutes = scan_minutes + 600
	WHERE person_id = ${record.person_id}`, /^volunteer V\d+/)
counted('total of a volunteer without a record', `INSERT INTO volunteer_total (person_id, minutes, records, scan_minutes)
	SELECT MAX(person_id) + 1, 60, 1, 60 FROM volunteer`, /^volunteer /)
counted('total of a volunteer gone', `DELETE FROM volunteer_total WHERE person_id = ${record.person_id}`, /^volunteer V\d+/)
counted('month of a station raised', `UPDATE station_month SET minutes = minutes + 6000 WHERE station_id = ${record.station_id}
	ORDER BY month DESC LIMIT 1`, /^station \d+ in \d{4}-\d\d/)
counted('month of a division raised', 'UPDATE region_month SET records = records + 1 ORDER BY month DESC LIMIT 1', /^region \d+ in \d{4}-\d\d/)

await table()
