// The time bank, green points and exchanges behind the program's back: balances, entries, holds, notes, drops and pieces on the shelf are
// changed in the tables; zyz-verify names each, and so does `zyz-admin recount` where a sum is kept.
import { assert, attempt, roomToday, sql, staff, status, table, test, value } from './lib.mjs'
import { cheat, open, recount, restore, verify } from './lib/ledger.mjs'
import { aged, accountOf, bankOn, personOf, saver } from '../http/lib/bank.mjs'
import { opened, tokenOf } from '../http/lib/green.mjs'
import { Installation, sha256 } from '../http/lib/bundle.mjs'
import { sealed } from '../http/lib/sealed.mjs'
import { called } from '../http/lib/order.mjs'
import { Client, cleanup } from '../http/lib.mjs'

await roomToday()
const [clerk, reviewer, manager] = await Promise.all(['liwei', 'wangfang', 'zhangmin'].map(staff))
await bankOn()
status(await manager.post('/station/rules/gift_hours', { value: '1' }), 303)
cleanup(() => sql("UPDATE timebank_rule SET state = 'off'"))
const there = new Installation('河滨志愿服务站').trust()
cleanup(() => there.distrust())

// An hour that is saved, of which some is given away, held for an order and for a haircut, and the rest leaves; a household with drops.
const v = await saver(clerk, reviewer, { born: 66 }), mother = await aged(75)
const account = accountOf(v.no), at = `/bank/manage/account/${account.uid_hex}`
status(await clerk.post(`${at}/kin`, { relative_no: mother.no, relation: 'parent', paper: 'book', document_seen: '1' }), 303)
status(await v.client.post('/bank/give', { to: value('SELECT LOWER(HEX(uid)) FROM person WHERE id = ?', [personOf(mother.no)]), minutes: '7', confirm: '1',
	key: (await v.client.getJson('/bank/give')).page.Key }), 303)
const order = await called(clerk, { phone: v.form.phone })
status(await v.client.submit('/bank/draw', { order_no: order, minutes: '15' }), 303)
const shelf = async (f) => {
	const name = `t3993 ${Math.random()}`
	status(await clerk.submit('/bank/gifts/new', { name, kind: 'thing', stock: '5', on: '1', ...f }), 303)
	return value('SELECT LOWER(HEX(uid)) FROM gift WHERE name = ?', [name])
}
const soap = await shelf({ points: '10' }), cut = await shelf({ hours: '1' })
sql('UPDATE gift SET minutes = 5 WHERE uid = UNHEX(?)', [cut])
status(await v.client.submit('/bank/exchange', { gift: cut, price: '5' }), 303)
const home = await opened(clerk), k = await tokenOf(clerk, home)
status(await clerk.submit('/bank/green/check', { card: k, sorted: 'right' }), 303)
status(await new Client().submit(`/bank/green/c?k=${k}&home=1`, { k, gift: soap, price: '10' }, { to: '/bank/green/take' }), 303)
await sealed([mother])
status(await mother.client.post('/platform/transfer/mine', { agree: '1', bank_to: there.key }), 200)
const own = (await mother.client.get('/activity/ledger/key')).text.trim().split(' ')[2]
await open()

test('untouched, the copy is well', () => {
	const r = verify({ witness: false })
	assert.equal(r.status, 0, r.out + r.err)
	assert.equal(recount().status, 0)
})
const named = (name, words, change, { sums = false } = {}) => attempt(name, 'SQL', async () => {
	restore()
	cheat(change)
	const r = verify({ witness: false })
	assert.equal(r.status, 1, `status ${r.status}: ${r.out}${r.err ?? ''}`)
	const line = r.out.split('\n').find((l) => words.test(l))
	assert.ok(line, r.out.slice(0, 800))
	if (sums) assert.equal(recount().status, 1, 'recount says so, too')
	return `zyz-verify, ${line.replace(/\s+/g, ' ').slice(0, 110)}`
})
const mine = `id = ${account.id}`, of = `account_id = (SELECT id FROM green_account WHERE no = '${home}')`

named('a balance is raised', /holds \d+ minutes, its entries say/, `UPDATE timebank_account SET balance_minutes = balance_minutes + 600 WHERE ${mine}`, { sums: true })
named('a balance is raised and the mint’s lowered', /holds \d+ minutes, its entries say/, `UPDATE timebank_account SET balance_minutes = balance_minutes + 600 WHERE ${mine};
	UPDATE timebank_account SET balance_minutes = balance_minutes - 600 WHERE kind = 'mint' AND station_id = ${account.station_id}`, { sums: true })
named('a balance below its limit', /below its limit/, `UPDATE timebank_account SET floor_minutes = balance_minutes + 1 WHERE ${mine}`)
named('a deposit doubled, with both balances', /more is saved than was served/, `UPDATE timebank_account SET balance_minutes = balance_minutes + ${v.minutes} WHERE ${mine};
	UPDATE timebank_account SET balance_minutes = balance_minutes - ${v.minutes} WHERE kind = 'mint' AND station_id = ${account.station_id};
	UPDATE timebank_entry SET minutes = 2 * minutes WHERE to_${mine} AND kind = 'earn'`)
named('a deposit of no record', /there is no record of it/, `INSERT INTO timebank_entry (uid, from_id, to_id, minutes, kind, station_id, from_after, to_after)
	SELECT RANDOM_BYTES(16), m.id, ${account.id}, 60, 'earn', m.station_id, 0, 0 FROM timebank_account m WHERE m.kind = 'mint' AND m.station_id = ${account.station_id};
	UPDATE timebank_account SET balance_minutes = balance_minutes + 60 WHERE ${mine};
	UPDATE timebank_account SET balance_minutes = balance_minutes - 60 WHERE kind = 'mint' AND station_id = ${account.station_id}`)
named('a gift that never was', /holds -?\d+ minutes, its entries say/, `DELETE FROM timebank_entry WHERE kind = 'give' AND from_${mine}`)
named('what is owed forgotten', /owes \d+ minutes|are owed that no debt/, `UPDATE timebank_account SET debt_minutes = 30 WHERE ${mine}`)
named('a withdrawal is booked and its time not spent', /hours held|hours spent/, `UPDATE timebank_draw SET state = 'booked', served_minutes = minutes WHERE account_${mine}`)
named('a withdrawal is forgotten while its time is held', /hours held for an exchange or a withdrawal/, `UPDATE timebank_draw SET state = 'returned' WHERE account_${mine}`)
named('an exchange for hours is handed out unpaid', /hours (held|spent)/, "UPDATE gift_exchange SET state = 'handed' WHERE minutes IS NOT NULL")
named('time came by a note that nobody issued', /by a note that nobody issued/, `INSERT INTO timebank_entry (uid, from_id, to_id, minutes, kind, station_id, from_after,
	to_after) SELECT RANDOM_BYTES(16), m.id, ${account.id}, 60, 'note_in', m.station_id, 0, 0 FROM timebank_account m WHERE m.kind = 'mint'
	AND m.station_id = ${account.station_id}; UPDATE timebank_account SET balance_minutes = balance_minutes + 60 WHERE ${mine};
	UPDATE timebank_account SET balance_minutes = balance_minutes - 60 WHERE kind = 'mint' AND station_id = ${account.station_id}`)
named('a note is worth more than was debited', /note between installations/, "UPDATE timebank_note SET minutes = minutes + 60 WHERE direction = 'out'")
named('points are raised', /points of a year, .* are kept, the rows say/, `UPDATE green_year SET points = points + 500 WHERE ${of}`, { sums: true })
named('points by an entry alone', /points of a year/, `INSERT INTO green_entry (uid, station_id, account_id, year, kind, points, happened_at, entered_at)
	SELECT RANDOM_BYTES(16), station_id, id, YEAR(NOW()), 'amend', 500, NOW(), NOW() FROM green_account WHERE no = '${home}'`, { sums: true })
const drops = (n, points = 10) => `INSERT INTO green_entry (uid, station_id, account_id, year, kind, result, points, happened_at, entered_at)
	SELECT RANDOM_BYTES(16), station_id, id, YEAR(NOW()), 'drop', 'counted', ${points}, NOW() - INTERVAL seq MINUTE, NOW() FROM green_account, seq_1_to_${n} WHERE no = '${home}';
	UPDATE green_year SET earned = earned + ${n * points}, points = points + ${n * points} WHERE ${of}`
named('three more drops on one day, all sums put right', /drops of a day, .* where the rules allow 2/, `${drops(3)};
	DELETE FROM green_day WHERE ${of}; INSERT INTO green_day (account_id, day, drops) SELECT account_id, DATE(happened_at), COUNT(*) FROM green_entry
	WHERE ${of} AND result = 'counted' GROUP BY account_id, DATE(happened_at)`)
named('a drop that no day counted', /drops of a day, .* are kept, the rows say/, drops(1))
named('a drop worth a hundred', /points of a drop, .* where the rules allow/, `${drops(1, 100)}; UPDATE green_day SET drops = drops + 1 WHERE ${of}`)
named('more in a year than a year may bring', /points of a year's drops, .* where the rules allow 7300/, `UPDATE green_entry SET points = 7310 WHERE ${of} AND result = 'counted';
	UPDATE green_year SET earned = 7310, points = points + 7300 WHERE ${of}`)
named('points paid come back and the piece stays gone', /exchange, points paid/, `UPDATE green_year SET points = points + 10 WHERE ${of};
	INSERT INTO green_entry (uid, station_id, account_id, year, kind, points, happened_at, exchange_id, entered_at) SELECT RANDOM_BYTES(16), station_id, account_id, year,
	'back', 10, NOW(), exchange_id, NOW() FROM green_entry WHERE ${of} AND kind = 'exchange'`)
named('a piece more on the books than was exchanged', /pieces taken/, `UPDATE gift SET taken = taken + 1 WHERE uid = UNHEX('${soap}')`, { sums: true })
named('a shelf below nothing', /pieces on the shelf, .* below zero/, `UPDATE gift SET stock = -1 WHERE uid = UNHEX('${soap}')`)

attempt('a note for another installation', 'HTTP', async () => {
	const { person } = (await mother.client.post('/platform/transfer/mine', { agree: '1' })).json
	const content = there.bundle({ person, change: (b) => (b.notes = [{ serial: '0'.repeat(32), to: sha256(there.public).toString('hex'), minutes: 90, at: '2025-04-02 10:00:00' }]) })
	assert.notEqual(sha256(there.public).toString('hex'), sha256(Buffer.from(own, 'hex')).toString('hex'))
	const r = status(await clerk.upload('/platform/transfer/in', { volunteer: mother.no }, [{ field: 'bundle', name: 'b.json', type: 'application/json', content }]), 303)
	assert.match(r.location, /done=note_other/)
	assert.equal(value("SELECT COUNT(*) FROM timebank_note WHERE serial = UNHEX(REPEAT('0', 32))"), '0')
	return 'answer 303, done=note_other: not credited'
})
await table()
