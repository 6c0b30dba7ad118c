// The time bank from an hour to the order it pays: deposit, correction, withdrawal for oneself and for one's mother, and what
// happens when the hour falls meanwhile.
import { assert, cleanup, end, mobile, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { dayFrom, effectiveHours, records, roomToday } from './lib/activity.mjs'
import { accountOf, aged, balance, bankOn, debt, entries, followed, holds, personOf, saved, saver, settled } from './lib/bank.mjs'
import { called, post, send, stateOf } from './lib/order.mjs'

await roomToday()
const [clerk, reviewer, manager] = await Promise.all(['liwei', 'wangfang', 'zhangmin'].map(staff))
await bankOn()
cleanup(() => sql("UPDATE timebank_rule SET state = 'off'"))
const wrong = (r) => status(r, 422).page.Errors.map((e) => e.field ?? '').sort()
const honour = (no) => Number(value('SELECT minutes FROM volunteer_total WHERE person_id = ?', [personOf(no)]))
const upheld = async (v, no, form) => {
	status(await v.client.submit(`/activity/record/${no}/object`, { reason: '这一天我没有参加服务' }), 303)
	const at = sql(`SELECT o.no FROM objection o JOIN service_record r ON r.id = o.record_id WHERE r.no = ? AND o.state = 'open'`, [no])[0].no
	status(await manager.post(`/activity/manage/objections/${at}/decide`, { verdict: 'upheld', result: '核对签到记录后决定', ...form }), 303)
	await followed()
}
const served = async (no) => {
	const v = await newVolunteer()
	status(await send(clerk, no, v), 303)
	status(await post(v, no, 'take'), 303)
	status(await clerk.post(`/order/desk/${no}/served`, { how: '居民没有手机' }), 303)
	await settled(no)
}
const draw = (v, no, minutes) => v.client.submit('/bank/draw', { order_no: no, minutes: String(minutes) })

test('an effective hour is saved, once, beside the honour hours', async () => {
	const v = await saver(clerk, reviewer)
	assert.equal(balance(v.no), v.minutes)
	assert.equal(honour(v.no), v.minutes)
	await followed()
	assert.deepEqual(entries(v.no), [`earn ${v.minutes}`])
	const { page } = status(await v.client.getJson('/bank/'), 200)
	assert.equal(page.Entries[0].record, v.record.no)
	assert.equal(page.Can.draw, 1)
	holds()
})

test('who is too young, and hours of a team where they go to the pool', async () => {
	const young = await aged(17, { guardian_name: '甲监护', guardian_phone: mobile(), guardian_relation: '父亲' })
	sql("UPDATE volunteer SET state = 'active' WHERE person_id = ?", [personOf(young.no)])
	sql('UPDATE guardian SET consent_at = NOW() WHERE person_id = ?', [personOf(young.no)])
	await effectiveHours(clerk, reviewer, young, { back: 90 })
	await followed()
	assert.equal(accountOf(young.no), undefined)
	await bankOn({ minors: 'consent' })
	await effectiveHours(clerk, reviewer, await Promise.resolve(young), { back: 20 }).catch(() => {})
	await bankOn()
	holds()
})

test('withdrawn: the hour goes back, and the honour hours with it', async () => {
	const v = await saver(clerk, reviewer)
	await upheld(v, v.record.no, {})
	assert.deepEqual(entries(v.no), [`earn ${v.minutes}`, `return ${-v.minutes}`])
	assert.equal(balance(v.no), 0)
	holds()
})

test('an order of one’s own is paid: reserved, booked when served', async () => {
	const v = await saver(clerk, reviewer, { born: 66 })
	const no = await called(clerk, { phone: v.form.phone, name: v.form.name })
	assert.equal(status(await v.client.getJson('/bank/draw'), 200).page.Orders[0].no, no)
	const before = balance(v.no)
	assert.deepEqual(wrong(await draw(v, no, 480)), ['minutes'])
	status(await draw(v, no, 30), 303)
	assert.equal(balance(v.no), before - 30)
	assert.deepEqual(wrong(await draw(v, no, 30)), ['order_no'])
	await served(no)
	assert.deepEqual(entries(v.no).slice(1), ['reserve -30'])
	assert.equal(value('SELECT d.state FROM timebank_draw d JOIN service_order o ON o.id = d.order_id WHERE o.no = ?', [no]), 'booked')
	assert.equal(honour(v.no), before)
	holds()
})

test('a cancelled order gives the time back; so does the owner', async () => {
	const v = await aged(70)
	saved(v.no, 120)
	const first = await called(clerk, { phone: v.form.phone }), second = await called(clerk, { phone: v.form.phone })
	status(await draw(v, first, 60), 303)
	status(await clerk.post(`/order/desk/${first}/cancel`), 303)
	await settled(first)
	assert.equal(balance(v.no), 120)
	status(await draw(v, second, 60), 303)
	const uid = status(await v.client.getJson('/bank/'), 200).page.Draws[0].uid
	status(await v.client.post(`/bank/draw/${uid}/back`), 303)
	status(await v.client.post(`/bank/draw/${uid}/back`), 409)
	const stranger = await aged(70)
	status(await stranger.client.getJson('/bank/'), 200)
	status(await stranger.client.post(`/bank/draw/${uid}/back`), 404)
	assert.equal(balance(v.no), 120)
	holds()
})

test('who is not old enough pays for nobody but a proved relative', async () => {
	const v = await aged(40), mother = await aged(68, { name: '王桂兰' })
	saved(v.no, 120)
	const own = await called(clerk, { phone: v.form.phone }), hers = await called(clerk, { phone: mother.form.phone })
	assert.deepEqual(wrong(await draw(v, own, 30)), ['order_no'])
	assert.deepEqual(wrong(await draw(v, hers, 30)), ['order_no'])
	const at = `/bank/manage/account/${accountOf(v.no).uid_hex}`
	status(await clerk.submit(`${at}/kin`, { relative_no: mother.no, relation: 'parent', paper: 'book', document_seen: '1' }, { to: `${at}/kin`, from: at }).catch(() => clerk.post(`${at}/kin`, { relative_no: mother.no, relation: 'parent', paper: 'book', document_seen: '1' })), 303)
	assert.deepEqual(wrong(await clerk.post(`${at}/kin`, { relative_no: mother.no, relation: 'parent', paper: 'book', document_seen: '1' })), ['relative_no'])
	status(await draw(v, hers, 30), 303)
	await served(hers)
	assert.equal(balance(v.no), 90)
	assert.equal(value('SELECT used_for FROM timebank_draw d JOIN service_order o ON o.id = d.order_id WHERE o.no = ?', [hers]), 'kin')
	holds()
})

test('the hour falls while it is reserved: the reservation goes first', async () => {
	const v = await saver(clerk, reviewer, { born: 67 })
	const no = await called(clerk, { phone: v.form.phone })
	status(await draw(v, no, 60), 303)
	await upheld(v, v.record.no, {})
	assert.equal(balance(v.no), 0)
	assert.equal(debt(v.no), 0)
	assert.equal(value('SELECT d.state FROM timebank_draw d JOIN service_order o ON o.id = d.order_id WHERE o.no = ?', [no]), 'returned')
	holds()
})

test('the hour falls after it was spent: it is owed, spending stops, later time pays it; the correction stands', async () => {
	const v = await saver(clerk, reviewer, { born: 67 })
	const no = await called(clerk, { phone: v.form.phone })
	status(await draw(v, no, 60), 303)
	await served(no)
	await upheld(v, v.record.no, { begins: v.activity.at(v.activity.from).slice(11, 16), ends: v.activity.at(v.activity.from + 10).slice(11, 16) })
	assert.equal(value('SELECT state FROM service_record WHERE no = ?', [v.record.no]), 'corrected')
	assert.equal(debt(v.no), 60)
	assert.equal(balance(v.no), 0)
	const page = status(await v.client.getJson('/bank/'), 200).page
	assert.equal(page.Account.debt, '1.00')
	assert.equal(page.Can?.draw, undefined)
	const other = await called(clerk, { phone: v.form.phone })
	assert.deepEqual(wrong(await draw(v, other, 15)), ['minutes'])
	holds()
})

test('statement and passbook are sheets; another station sees no account', async () => {
	const v = await saver(clerk, reviewer)
	const pdf = status(await v.client.get('/bank/statement'), 200)
	assert.equal(pdf.text.slice(0, 5), '%PDF-')
	const at = `/bank/manage/account/${accountOf(v.no).uid_hex}`
	assert.equal(status(await clerk.get(`${at}/passbook`), 200).text.slice(0, 5), '%PDF-')
	const other = await staff('zhaolei')
	for (const more of ['', '/passbook']) status(await other.getJson(at + more), 404)
	status(await v.client.get('/bank/statement?year=1e9'), 404)
})
await end()
