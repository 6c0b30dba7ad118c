// The time bank and those who would cheat it: a gift to oneself by two names, to somebody erased or no relative, twice, of more than
// there is or of nothing; one's own time for one's own service; the pool by one hand; two registrations that become one.
import { assert, cleanup, end, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { accountOf, aged, balance, bankOn, entries, holds, personOf, saved, settled } from './lib/bank.mjs'
import { called, post, send } from './lib/order.mjs'

const [clerk, reviewer, manager] = await Promise.all(['liwei', 'wangfang', 'zhangmin'].map(staff))
await bankOn()
cleanup(() => sql("UPDATE timebank_rule SET state = 'off'"))
const wrong = (r) => status(r, 422).page.Errors.map((e) => e.field ?? '').sort()
const refOf = (v) => value('SELECT LOWER(HEX(uid)) FROM person WHERE id = ?', [personOf(v.no)])
const at = (v) => `/bank/manage/account/${accountOf(v.no).uid_hex}`
const prove = (v, other, by = clerk) => by.post(`${at(v)}/kin`, { relative_no: other.no, relation: 'parent', paper: 'book', document_seen: '1' })
const give = async (v, to, minutes, key) => v.client.post('/bank/give', { to: refOf(to), minutes: String(minutes), confirm: '1',
	key: key ?? (await v.client.getJson('/bank/give')).page.Key })
const poolOf = () => Number(value("SELECT COALESCE(SUM(balance_minutes), 0) FROM timebank_account a JOIN station s ON s.id = a.station_id WHERE s.no = 1 AND a.kind = 'pool'"))
const names = () => ({ name: `赵${'甲乙丙丁戊己庚辛壬癸'[Math.floor(Math.random() * 10)]}${Math.random().toString(36).slice(2, 4).replace(/./g, (c) => String.fromCharCode(0x4e00 + c.charCodeAt(0)))}` })

test('a gift goes to a proved relative, once for one form; nothing, minus and too much do not', async () => {
	const v = await aged(50, names()), mother = await aged(75, names())
	saved(v.no, 100)
	assert.deepEqual(wrong(await give(v, mother, 30)), ['to'])
	status(await prove(v, mother), 303)
	for (const n of [0, -1, 90001]) assert.deepEqual(wrong(await give(v, mother, n)), ['minutes'])
	assert.deepEqual(wrong(await give(v, mother, 101)), ['minutes'])
	const { Key } = (await v.client.getJson('/bank/give')).page
	status(await give(v, mother, 30, Key), 303)
	status(await give(v, mother, 30, Key), 303)
	assert.deepEqual([balance(v.no), balance(mother.no)], [70, 30])
	status(await v.client.post('/bank/give', { to: refOf(mother), minutes: '1', confirm: '1', key: 'x' }), 403)
	holds()
})

test('not to oneself under two names', async () => {
	const v = await aged(50, names()), twin = await aged(50, names()), suspect = await aged(50, names())
	saved(v.no, 100)
	sql('UPDATE person a JOIN person b ON b.id = ? SET a.name = b.name, a.birth_on = b.birth_on WHERE a.id = ?', [personOf(v.no), personOf(twin.no)])
	assert.deepEqual(wrong(await prove(v, twin)), ['relative_no'])
	assert.deepEqual(wrong(await prove(v, v)), ['relative_no'])
	status(await prove(v, suspect), 303)
	sql("INSERT INTO person_double (uid, a_id, b_id, why, found_at) SELECT RANDOM_BYTES(16), LEAST(?, ?), GREATEST(?, ?), 'phone', NOW()",
		[personOf(v.no), personOf(suspect.no), personOf(v.no), personOf(suspect.no)])
	assert.deepEqual(wrong(await give(v, suspect, 10)), ['to'])
	assert.equal(balance(v.no), 100)
	holds()
})

test('not to somebody who is erased; what they had goes to the pool', async () => {
	const v = await aged(50, names()), gone = await aged(75, names())
	saved(v.no, 100)
	saved(gone.no, 40)
	status(await prove(v, gone), 303)
	const to = refOf(gone), before = poolOf(), person = personOf(gone.no)
	status(await gone.client.submit('/account/me/erase', { confirm: '1' }), 303)
	assert.equal(poolOf(), before + 40)
	assert.deepEqual(sql('SELECT balance_minutes b, closed_at IS NOT NULL c FROM timebank_account WHERE person_id = ?', [person]), [{ b: '0', c: '1' }])
	const r = await v.client.post('/bank/give', { to, minutes: '10', confirm: '1', key: (await v.client.getJson('/bank/give')).page.Key })
	assert.deepEqual(wrong(r), ['to'])
	assert.equal(value('SELECT COUNT(*) FROM timebank_kin WHERE ? IN (person_id, kin_id)', [person]), '0')
	holds()
})

test('whoever serves an order is not paid for it with their own time', async () => {
	const v = await aged(62, names())
	saved(v.no, 60)
	const no = await called(clerk, { phone: v.form.phone })
	status(await v.client.submit('/bank/draw', { order_no: no, minutes: '30' }), 303)
	// Past the rules of dispatch, which would not ask them.
	const other = await newVolunteer()
	status(await send(clerk, no, other), 303)
	status(await post(other, no, 'take'), 303)
	sql('UPDATE dispatch d JOIN service_order o ON o.id = d.accepted_order SET d.person_id = ? WHERE o.no = ?', [personOf(v.no), no])
	status(await clerk.post(`/order/desk/${no}/served`, { how: '居民没有手机' }), 303)
	await settled(no)
	assert.equal(balance(v.no), 60)
	assert.deepEqual(entries(v.no), ['note_in 60', 'reserve -30', 'release 30'])
	holds()
})

test('the pool pays when another says yes, of what it has', async () => {
	const v = await aged(50, names()), no = await called(clerk), more = await called(clerk)
	saved(v.no, 100)
	status(await v.client.post('/bank/donate', { donated: '100', confirm_donated: '1', key: (await v.client.getJson('/bank/give')).page.Key }), 303)
	const before = poolOf()
	const ask = async (by, order, minutes = '60') => by.submit('/bank/manage/pool', { order_no: order, minutes, reason: 'alone' })
	status(await ask(manager, no), 303)
	assert.deepEqual(wrong(await ask(manager, no)), ['order_no'])
	const uid = value("SELECT LOWER(HEX(d.uid)) FROM timebank_draw d JOIN service_order o ON o.id = d.order_id WHERE o.no = ?", [no])
	status(await clerk.post(`/bank/manage/draws/${uid}/approve`), 403)
	status(await manager.post(`/bank/manage/draws/${uid}/approve`), 422)
	assert.equal(poolOf(), before)
	status(await reviewer.post(`/bank/manage/draws/${uid}/approve`), 303)
	status(await reviewer.post(`/bank/manage/draws/${uid}/approve`), 409)
	assert.equal(poolOf(), before - 60)
	status(await clerk.post(`/order/desk/${no}/cancel`), 303)
	await settled(no)
	assert.equal(poolOf(), before)
	status(await ask(manager, more), 303)
	status(await reviewer.post(`/bank/manage/draws/${value('SELECT LOWER(HEX(d.uid)) FROM timebank_draw d JOIN service_order o ON o.id = d.order_id WHERE o.no = ?', [more])}/refuse`), 303)
	holds()
})

test('many gifts at once: never more than there is', async () => {
	const v = await aged(50, names()), mother = await aged(75, names())
	saved(v.no, 100)
	status(await prove(v, mother), 303)
	const keys = []
	for (let i = 0; i < 12; i++) keys.push((await v.client.getJson('/bank/give')).page.Key)
	const r = await Promise.all(keys.map((key) => give(v, mother, 15, key)))
	const given = r.filter((x) => x.status === 303).length
	assert.ok(given <= new Set(keys).size && given <= 6)
	assert.equal(balance(v.no) + balance(mother.no), 100)
	assert.ok(balance(v.no) >= 0)
	holds()
})
await end()
