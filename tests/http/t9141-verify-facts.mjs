// What whoever holds a database account could write past the programs, and what zyz-verify calls it: hours without what they rest
// on, stars, honours, hours from elsewhere. A dump taken afterwards says the same to whoever checks it elsewhere.
import { assert, Client, end, test } from './lib.mjs'
import { newLedger } from './lib/ledger.mjs'

const EVENTS = 8
const ledger = await newLedger('t9141', EVENTS, new Client())
ledger.give(EVENTS)
await ledger.sealed()
const well = (r) => assert.equal(r.status, 0, r.out + r.err)

test('as the programs left it, all rules hold, here and in a dump', () => {
	well(ledger.verify())
	well(ledger.verifyDump())
})

const ONE = "(SELECT id FROM service_record WHERE no = 'R26SEAL1')"
const ACT = "(SELECT activity_id FROM service_record WHERE no = 'R26SEAL1')"
const PERSON = "(SELECT person_id FROM service_record WHERE no = 'R26SEAL1')"
const columns = (skip) => ledger.sql(`SELECT GROUP_CONCAT(column_name ORDER BY ordinal_position) AS c FROM information_schema.columns
	WHERE table_schema = DATABASE() AND table_name = 'service_record' AND extra NOT LIKE '%GENERATED%' AND NOT FIND_IN_SET(column_name, '${skip}')`)[0].c

/* A star that a station proposed and an overseer decided, as somebody might write it in. */
const star = (what) => {
	const v = { star: 1, minutes: 6000, wanted: 6000, proposer: 'wangfang', decider: 'madan', level: 3, ...what }
	const staff = (login) => `(SELECT id FROM staff WHERE login = '${login}')`
	return `INSERT INTO star_award (uid, station_id, person_id, star, minutes, state, level_id, wanted_minutes, proposed_by, decided_by, decided_level, decided_at,
		notice_from, notice_until, awarded_on, mark) SELECT RANDOM_BYTES(16), station_id, person_id, ${v.star}, ${v.minutes}, 'awarded', ${v.star}, ${v.wanted},
		${staff(v.proposer)}, ${staff(v.decider)}, ${v.level}, NOW(), '2026-01-02', '2026-01-09', '2026-01-10', RANDOM_BYTES(33) FROM volunteer
		WHERE person_id = ${PERSON}`
}
const NO_STAR = `DELETE FROM star_award WHERE person_id = ${PERSON} AND level_id IS NOT NULL`

for (const [what, first, tamper, undo] of [
	['star decided by its proposer', /award [0-9a-f]{32}: decided by whoever proposed it/, star({ proposer: 'madan' }), NO_STAR],
	['star decided below its level', /award [0-9a-f]{32}: decided below its level/, star({ star: 3, wanted: 36000, minutes: 36000 }), NO_STAR],
	['star decided by a station', /award [0-9a-f]{32}: decided by no overseer of that level and place/, star({ decider: 'zhangmin' }), NO_STAR],
	['star for fewer hours than its conditions ask for', /award [0-9a-f]{32}: rests on fewer minutes/, star({ minutes: 60 }), NO_STAR],
	['star of the county by a city that is none', /award [0-9a-f]{32}: decided by no overseer/, star({ level: 2 }), NO_STAR],
	['taken off the roster', /record R26SEAL1 version 1: its volunteer is not on the roster/,
		`UPDATE roster SET state = 'removed' WHERE activity_id = ${ACT} AND person_id = ${PERSON}`,
		`UPDATE roster SET state = 'on' WHERE activity_id = ${ACT} AND person_id = ${PERSON}`],
	['activity that ended before', /record R26SEAL\d+ version 1: outside the times of its activity/,
		`UPDATE activity SET ends_at = starts_at + INTERVAL 30 MINUTE WHERE id = ${ACT}`,
		`UPDATE activity SET ends_at = starts_at + INTERVAL 2 HOUR WHERE id = ${ACT}`],
	['activity published afterwards', /its activity was not published before it began/,
		`UPDATE activity SET published_at = starts_at + INTERVAL 1 MINUTE WHERE id = ${ACT}`,
		`UPDATE activity SET published_at = '2024-12-01 09:00:00' WHERE id = ${ACT}`],
	['hour written into the notice (Q6)', /record R26FALSE version 1: reviewed, but without a mark/,
		() => { const c = columns('id,uid,no,replaces_id,state,mark,effective_at'); return `INSERT INTO service_record (${c}, uid, no, state)
			SELECT ${c}, RANDOM_BYTES(16), 'R26FALSE', 'notice' FROM service_record WHERE id = ${ONE}` },
		"DELETE FROM service_record WHERE no = 'R26FALSE'"],
	['day of 23 hours', /its day holds more than the day's limit|outside the times/,
		() => { const c = columns('id,uid,no,replaces_id,state,starts_at,ends_at,minutes,effective_at'); return `INSERT INTO service_record (${c}, uid, no, state,
			starts_at, ends_at, minutes) SELECT ${c}, RANDOM_BYTES(16), 'R26LONG', 'notice', served_on + INTERVAL 11 HOUR,
			served_on + INTERVAL 1439 MINUTE, 779 FROM service_record WHERE id = ${ONE}` },
		"DELETE FROM service_record WHERE no = 'R26LONG'"],
	['star by SQL (Q1)', /star 5, award [0-9a-f]{32}: bears no mark/,
		`INSERT INTO star_award (uid, station_id, person_id, star, minutes, state, notice_from, notice_until, awarded_on) SELECT RANDOM_BYTES(16),
			station_id, person_id, 5, 90000, 'awarded', '2026-01-02', '2026-01-09', CURDATE() FROM volunteer WHERE person_id = ${PERSON}`,
		'DELETE FROM star_award WHERE star = 5'],
	['star with a mark made up', /star 5, award [0-9a-f]{32}: (given by nobody|nobody proposed it|rests on)/,
		`INSERT INTO star_award (uid, station_id, person_id, star, minutes, state, notice_from, notice_until, awarded_on, mark) SELECT RANDOM_BYTES(16),
			station_id, person_id, 5, 90000, 'awarded', '2026-01-02', '2026-01-09', CURDATE() + INTERVAL 1 DAY, RANDOM_BYTES(33) FROM volunteer
			WHERE person_id = ${PERSON}`,
		'DELETE FROM star_award WHERE star = 5'],
	['star of a volunteer raised', /volunteer \S+: has star 5, awarded was 0/,
		`UPDATE volunteer SET star = 5 WHERE person_id = ${PERSON}`, `UPDATE volunteer SET star = 0 WHERE person_id = ${PERSON}`],
	['honour by SQL', /honour H26FALSE: bears no mark/,
		`INSERT INTO honour (uid, no, station_id, person_id, name, awarded_on, authority, state) SELECT RANDOM_BYTES(16), 'H26FALSE', station_id,
			person_id, '最美志愿者', '2026-03-05', '民政部', 'effective' FROM volunteer WHERE person_id = ${PERSON}`,
		"DELETE FROM honour WHERE no = 'H26FALSE'"],
	['honour verified by whoever entered it', /honour H26FALSE: verified by whoever entered it/,
		`INSERT INTO honour (uid, no, station_id, person_id, name, awarded_on, authority, authority_kind, state, created_by, verified_by, mark) SELECT
			RANDOM_BYTES(16), 'H26FALSE', station_id, person_id, '最美志愿者', '2026-03-05', '民政部', 'government', 'effective', 1, 1, RANDOM_BYTES(33)
			FROM volunteer WHERE person_id = ${PERSON}`,
		"DELETE FROM honour WHERE no = 'H26FALSE'"],
	['saved time out of nothing', /account [0-9a-f]{32}: holds 600 minutes, its entries say 0/,
		`INSERT INTO timebank_account (uid, kind, station_id, person_id, balance_minutes) SELECT RANDOM_BYTES(16), 'person', station_id, person_id, 600
			FROM volunteer WHERE person_id = ${PERSON}`, 'DELETE FROM timebank_account'],
	['saved time that is owed by nobody', /time bank: 60 minutes are owed that no debt account has put in/,
		`INSERT INTO timebank_account (uid, kind, station_id, person_id, debt_minutes) SELECT RANDOM_BYTES(16), 'person', station_id, person_id, 60
			FROM volunteer WHERE person_id = ${PERSON}`, 'DELETE FROM timebank_account'],
	...[['more than was served', 900, 'earn', /saved time of record R26SEAL1, 900 minutes: more is saved than was served/, PERSON],
		['saved for somebody else', 30, 'earn', /saved time of record R26SEAL1, 30 minutes: saved for somebody else/, `(${PERSON} + 1)`]].map(([what, n, kind, says, person]) =>
		[what, says, `INSERT INTO timebank_account (id, uid, kind, station_id, person_id, balance_minutes, floor_minutes) SELECT 1, RANDOM_BYTES(16), 'mint',
			MIN(id), NULL, -${n}, -9000 FROM station; INSERT INTO timebank_account (id, uid, kind, station_id, person_id, balance_minutes) SELECT 2,
			RANDOM_BYTES(16), 'person', MIN(id), ${person}, ${n} FROM station; INSERT INTO timebank_entry (uid, from_id, to_id, minutes, kind, station_id,
			record_id, from_after, to_after) SELECT RANDOM_BYTES(16), 1, 2, ${n}, '${kind}', MIN(id), ${ONE}, -${n}, ${n} FROM station`,
		'DELETE FROM timebank_entry; DELETE FROM timebank_account']),
	['hours from elsewhere by SQL (Q3)', /(transfer B26FALSE: counts, but bears no mark|hours from elsewhere: 1440 minutes on)/,
		`INSERT INTO transfer (uid, no, station_id, person_id, direction, other_name, bundle_sha, records, minutes, counted_minutes, state, entered_by, handled_by)
			SELECT RANDOM_BYTES(16), 'B26FALSE', station_id, person_id, 'in', 'x', RANDOM_BYTES(32), 1, 1440, 1440, 'accepted', 1, 2 FROM volunteer
			WHERE person_id = ${PERSON};
		INSERT INTO transfer_record (transfer_id, person_id, source_key, served_on, minutes, title, counted, state) SELECT id, person_id, 'x', '2025-03-05', 1440, 'x',
			1, 'counted' FROM transfer WHERE no = 'B26FALSE'`,
		"DELETE FROM transfer_record WHERE source_key = 'x'; DELETE FROM transfer WHERE no = 'B26FALSE'"],
])
	test(what, () => {
		ledger.cheat(typeof tamper === 'function' ? tamper() : tamper)
		try {
			for (const r of [ledger.verify(), ledger.verifyDump()]) {
				assert.equal(r.status, 1, r.out + r.err)
				assert.match(r.out.split('\n')[0].replace('volunteer -', 'volunteer x'), /^first: (breach|inserted)/)
				assert.match(r.out.replaceAll('volunteer -', 'volunteer x'), first)
			}
		} finally {
			ledger.cheat(undo)
		}
		well(ledger.verify())
	})

test('with the keys at hand every mark is checked, not only that it is there', () => {
	const { VAR = 'var' } = process.env
	const marks = () => ledger.verify('--marks', `${VAR}/secret`)
	ledger.cheat(`INSERT INTO honour (uid, no, station_id, person_id, name, awarded_on, authority, authority_kind, state, created_by, verified_by, mark) SELECT
		RANDOM_BYTES(16), 'H26FALSE', station_id, person_id, '最美志愿者', '2026-03-05', '民政部', 'government', 'effective', 1, 2, CONCAT(CHAR(1), RANDOM_BYTES(32))
		FROM volunteer WHERE person_id = ${PERSON}`)
	try {
		well(ledger.verify())
		const r = marks()
		assert.equal(r.status, 1, r.out + r.err)
		assert.match(r.out, /^first: breach honour H26FALSE: its mark is not ours/)
	} finally {
		ledger.cheat("DELETE FROM honour WHERE no = 'H26FALSE'")
	}
	well(marks())
	assert.equal(ledger.verify('--marks', '/nowhere').status, 2)
})

test('a dump of before is read as it was, and one that names nonsense is none', () => {
	const dump = ledger.dump()
	const older = dump.replace('zyz-ledger-dump 2', 'zyz-ledger-dump 1').replace(/^(hour|seen|star|decided|honour|brought|elsewhere|rank|limit|whole|account|balance|saved) .*\n/gm, '')
	const check = (text) => ledger.run(['ledger', '--dump', ledger.file('dump', text), '--key', ledger.file('key')])
	well(check(older))
	assert.match(check(dump.replace(/^hour (\S+) .*$/m, 'hour $1 1 2')).err, /nothing that a dump has here/)
	assert.match(check(dump.replace(/^whole .*$/m, 'whole much')).err, /nothing that a dump has here/)
	/* What somebody took out of the dump's facts is seen, too. */
	assert.equal(check(dump.replace(/^seen .*\n/gm, '')).status, 1)
})

await end()
