// bank.mjs - the time bank in tests: switched on for the county of the demo, followed by its loop, and what must hold of it
// at every moment.
//
//	await bankOn()
//	const v = await saver(clerk, reviewer, { born: 65 })         // an hour that is saved, by all the steps
//	holds()                                                      // sums, balances, floors
import { assert } from './tap.mjs'
import { again } from './loop.mjs'
import { effectiveHours } from './activity.mjs'
import { staff } from './guard.mjs'
import { bornYearsAgo, newVolunteer, residentId } from './person.mjs'
import { sql, value } from './sql.mjs'
import { status, until } from './tap.mjs'

export const personOf = (no) => Number(value('SELECT person_id FROM volunteer WHERE no = ?', [no]))
export const ruleForm = (changes = {}) => ({ on: '1', preset: 'own', age_from: '18', minors: 'no', categories: [], cap_hours: '1500', beyond: 'pool',
	team: 'person', draw_age: '60', kin: '1', pool_age: '80', ...changes })
export async function bankOn(changes = {}, code = '610502') {
	const overseer = await staff('madan')
	status(await overseer.submit(`/bank/rules/${code}`, ruleForm(changes)), 303, 'rule')
	return overseer
}

/** Somebody so old, with a telephone that orders are found by. */
export const aged = (years, changes = {}) => newVolunteer({ id_no: residentId({ birth: bornYearsAgo(years) }), ...changes })
export const accountOf = (no) => sql('SELECT *, LOWER(HEX(uid)) uid_hex FROM timebank_account WHERE person_id = ?', [personOf(no)])[0]
export const balance = (no) => Number(accountOf(no)?.balance_minutes ?? 0)
export const debt = (no) => Number(accountOf(no)?.debt_minutes ?? 0)
export const entries = (no) => sql(`SELECT n.kind, IF(n.to_id = a.id, n.minutes, -n.minutes) AS moved FROM timebank_account a
	JOIN timebank_entry n ON a.id IN (n.from_id, n.to_id) WHERE a.person_id = ? ORDER BY n.id`, [personOf(no)]).map((n) => `${n.kind} ${n.moved}`)

const pending = () => Number(value(`SELECT (SELECT COUNT(*) FROM ledger_event) - (SELECT COUNT(*) FROM ledger_leaf)
	+ (SELECT COUNT(*) FROM ledger_leaf l, timebank_follow f WHERE l.seq >= f.next_seq)`))
/** All that took effect so far has been followed. */
export const followed = () => until(() => {
	if (!pending()) return true
	again('ledger-seal')
	again('bank-clock')
	return false
}, 30_000, { what: 'the ledger followed', every: 200 })
/** Withdrawals have followed their orders. */
export const settled = (order) => until(() => {
	const n = value(`SELECT COUNT(*) FROM timebank_draw d JOIN service_order o ON o.id = d.order_id WHERE o.no = ? AND d.state IN ('proposed', 'reserved')`, [order])
	if (n !== '0') again('bank-clock')
	return n === '0'
}, 20_000, { what: `withdrawal of ${order} settled`, every: 200 })

/** Hours all the way into the account. */
export async function saver(clerk, reviewer, { born = 65, ...rest } = {}) {
	const v = await aged(born)
	const hours = await effectiveHours(clerk, reviewer, v, { back: 90, ...rest })
	await followed()
	return { ...v, ...hours, minutes: Number(hours.record.minutes) }
}
/** Time from the station's mint, as if it had come from elsewhere: for what is about spending. */
export function saved(no, minutes) {
	const person = personOf(no)
	sql(`SET @s = (SELECT station_id FROM volunteer WHERE person_id = ${person});
		INSERT IGNORE INTO timebank_account (uid, kind, station_id, floor_minutes) VALUES (RANDOM_BYTES(16), 'mint', @s, -1000000000000);
		INSERT IGNORE INTO timebank_account (uid, kind, station_id, person_id) VALUES (RANDOM_BYTES(16), 'person', @s, ${person});
		SET @m = (SELECT id FROM timebank_account WHERE station_id = @s AND station_kind = 'mint'), @a = (SELECT id FROM timebank_account WHERE person_id = ${person});
		START TRANSACTION;
		UPDATE timebank_account SET balance_minutes = balance_minutes - ${minutes} WHERE id = @m;
		UPDATE timebank_account SET balance_minutes = balance_minutes + ${minutes} WHERE id = @a;
		INSERT INTO transfer (uid, no, station_id, person_id, direction, other_name, bundle_sha, state)
			SELECT RANDOM_BYTES(16), CONCAT('B', LEFT(UUID_SHORT(), 20)), @s, ${person}, 'in', '别处', RANDOM_BYTES(32), 'accepted';
		SET @t = LAST_INSERT_ID();
		INSERT INTO timebank_note (serial, direction, station_id, account_id, minutes, issuer, to_print, other_name, transfer_id, at)
			SELECT RANDOM_BYTES(16), 'in', @s, @a, ${minutes}, 'test', REPEAT('0', 32), '别处', @t, NOW();
		SET @n = LAST_INSERT_ID();
		INSERT INTO timebank_entry (uid, from_id, to_id, minutes, kind, station_id, note_id, from_after, to_after)
			SELECT RANDOM_BYTES(16), @m, @a, ${minutes}, 'note_in', @s, @n, f.balance_minutes, t.balance_minutes FROM timebank_account f, timebank_account t
			WHERE f.id = @m AND t.id = @a; COMMIT`)
}

/** What must hold of all accounts, in one look. */
export function holds() {
	assert.deepEqual(sql(`SELECT a.id, a.balance_minutes, COALESCE(i.n, 0) - COALESCE(o.n, 0) AS entries FROM timebank_account a
		LEFT JOIN (SELECT to_id, SUM(minutes) n FROM timebank_entry GROUP BY to_id) i ON i.to_id = a.id
		LEFT JOIN (SELECT from_id, SUM(minutes) n FROM timebank_entry GROUP BY from_id) o ON o.from_id = a.id
		WHERE a.balance_minutes <> COALESCE(i.n, 0) - COALESCE(o.n, 0) OR a.balance_minutes < a.floor_minutes`), [], 'balances are the sums of their entries')
	assert.equal(value('SELECT COALESCE(SUM(balance_minutes), 0) FROM timebank_account'), '0', 'all accounts sum to zero')
	assert.equal(value(`SELECT COALESCE(SUM(debt_minutes), 0) + (SELECT COALESCE(SUM(balance_minutes), 0) FROM timebank_account WHERE kind = 'debt')
		FROM timebank_account`), '0', 'what is owed stands in the debt accounts')
}
