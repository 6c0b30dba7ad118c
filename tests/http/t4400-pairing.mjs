// 结对: a household and its volunteers, from the desk to the visit whose hour the household proves by a paper card or six digits.
import { randomBytes } from 'node:crypto'
import { assert, Client, cleanup, end, guardGet, guardPost, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { roomToday } from './lib/activity.mjs'
import { at, known, mine, printed, soon, step, underway as visit } from './lib/pairing.mjs'

await roomToday()
const clerk = await staff('liwei'), other = await staff('zhangmin'), reviewer = await staff('wangfang')
const mark = randomBytes(4).toString('hex').toUpperCase()
let n = 0
/** A file of a household, as the desk of needs makes it. */
function household(station = 1) {
	const no = `F26${mark}${n++}`
	sql(`INSERT INTO household (uid, no, station_id, name_sealed, consent_at) VALUES (RANDOM_BYTES(16), ?, (SELECT id FROM station WHERE no = ?),
		'', NOW())`, [no, station])
	return no
}
const v = await newVolunteer(), helper = await newVolunteer(), stranger = await newVolunteer()
const form = (changes = {}) => ({ household: household(), volunteer_no: v.no, services: '陪聊、代购', every_days: '7', starts_on: '2026-01-05',
	contact_name: '李秀英', contact_phone: '13800001234', ...changes })
const add = (changes, by = clerk) => by.submit('/order/pairing/new', form(changes))
const wrong = (r) => status(r, 422).page.Errors.map((e) => e.field).sort()
async function paired(changes) {
	const r = status(await add(changes), 303)
	return /L\d+/.exec(r.location)[0]
}
const underway = (no, by = v.client) => visit(no, by)
const bad = (r, word) => assert.match(status(r, 422).page.Errors.map((e) => e.text).join(), word)

guardGet('/order/pairing')
guardGet('/order/pairing/new')
guardGet('/order/pairing/{}', { of: paired, elsewhere: 'zhaolei' })
guardPost('/order/pairing/new')
guardPost('/order/pairing/care')
for (const verb of ['end', 'look', 'seen', 'code', 'type', 'card', 'hand', 'revoke'])
	guardPost(`/order/pairing/{}/${verb}`, { of: paired, elsewhere: 'zhaolei' })

test('a pairing is made, and stands in the ledger, on the desk and on the phones of its two', async () => {
	const own = await newVolunteer()
	const no = await paired({ volunteer_no: own.no, helper_no: helper.no, starts_on: '2026-01-05' })
	const list = status(await clerk.getJson(`/order/pairing?q=${no}`), 200).page.Pairings
	assert.equal(list.length, 1)
	assert.equal(list[0].next_due, '2026-01-12')
	assert.equal(list[0].overdue, '1')
	for (const one of [own, helper])
		assert.ok(status(await one.client.getJson('/order/pair'), 200).page.Pairings.some((p) => p.no === no))
	status(await stranger.client.getJson(`/order/pair/${no}`), 404)
	status(await new Client().getJson('/order/pair'), 401)
	assert.ok(status(await clerk.getJson('/account/desk'), 200).page.Waiting.some((w) => w.what === 'pairing'))
	assert.equal(value('SELECT contact_sealed LIKE ? FROM pairing WHERE no = ?', ['%李秀英%', no]), '0')
})

test('what is wrong is told beside its field', async () => {
	assert.deepEqual(wrong(await add({ household: 'F2699999999' })), ['household'])
	assert.deepEqual(wrong(await add({ household: household(2) })), ['household'])
	assert.deepEqual(wrong(await add({ volunteer_no: 'V2699999999' })), ['volunteer_no'])
	assert.deepEqual(wrong(await add({ helper_no: v.no })), ['helper_no'])
	assert.deepEqual(wrong(await add({ ends_on: '2026-01-01' })), ['ends_on'])
	assert.deepEqual(wrong(await add({ every_days: '0', services: '' })), ['every_days', 'services'])
})

test('contact and address are looked at with a purpose', async () => {
	const no = await paired()
	assert.deepEqual(wrong(await step(clerk, no, 'look', { purpose: '' })), ['purpose'])
	const { Home } = status(await step(clerk, no, 'look', { purpose: '约上门时间' }), 200).page
	assert.equal(Home.contact, '李秀英 13800001234')
	assert.equal(status(await clerk.getJson(`/order/pairing/${no}`), 200).page.Home?.contact, undefined)
	assert.equal(value("SELECT COUNT(*) FROM unmask WHERE purpose = '约上门时间' AND field = 'pairing.contact'") > 0, true)
})

test('six digits by telephone: the visit is logged, the hour is met, and whoever got the code does not review it', async () => {
	const no = await paired()
	bad(await step(clerk, no, 'code').then((r) => (r.status === 404 ? { ...r, status: 422, page: { Errors: [{ text: '404' }] } } : r)), /404/)
	const act = await underway(no)
	status(await mine(v.client, no, 'arrive'), 303)
	sql('UPDATE home_service SET arrived_at = NOW() - INTERVAL 30 MINUTE WHERE activity_id = ?', [act])
	const code = status(await step(clerk, no, 'code'), 200).page.Code
	assert.match(code, /^\d{6}$/)
	assert.equal(value('SELECT COUNT(*) FROM home_service WHERE HEX(code_hash) LIKE ?', [`%${code}%`]), '0')
	const done = { way: 'code', code, content: '陪老人聊天', problems: '药快吃完了', alarm: '1' }
	bad(await mine(v.client, no, 'done', { ...done, code: code === '000000' ? '000001' : '000000' }), /确认码不对/)
	assert.deepEqual(wrong(await mine(v.client, no, 'done', { ...done, code: '', content: '' })), ['content'])
	status(await mine(v.client, no, 'done', done), 303)
	const r = sql('SELECT no, evidence, flags, minutes FROM service_record WHERE activity_id = ?', [act])[0]
	assert.equal(r.evidence, 'met')
	assert.ok(r.flags.split(',').includes('staff_code'))
	const { Pairing, Visits } = status(await clerk.getJson(`/order/pairing/${no}`), 200).page
	assert.equal(Pairing.visits, 1)
	assert.equal(Visits[0].way, 'code')
	assert.equal(Visits[0].record, r.no)
	assert.equal(Visits[0].open_urgent, 1)
	status(await step(other, no, 'seen', { visit: Visits[0].uid }), 303)
	status(await step(other, no, 'seen', { visit: Visits[0].uid }), 409)
	sql('UPDATE activity SET ends_at = NOW() WHERE id = ?', [act])
	sql("UPDATE activity SET state = 'recording', record_due_on = CURDATE() + INTERVAL 9 DAY WHERE id = ?", [act])
	const says = (by) => by.post('/activity/manage/review', { record: r.no, note: '' })
	status(await says(reviewer), 303)
	assert.equal(value('SELECT state FROM service_record WHERE no = ?', [r.no]), 'to_review')
})

test('a card is printed once, handed over by another, and its code proves the visit', async () => {
	const no = await paired()
	const r = status(await step(clerk, no, 'card'), 200)
	assert.equal(r.headers['content-type'] ?? r.type, 'application/pdf')
	bad(await step(clerk, no, 'card'), /已有码卡/)
	const codes = known(no)
	const act = await underway(no)
	const clock = (minutes) => value(`SELECT DATE_FORMAT(starts_at + INTERVAL ${minutes} MINUTE, '%H:%i') FROM activity WHERE id = ?`, [act])
	const done = (code) => ({ way: 'card', card_code: code, begins: clock(0), ends: clock(10), content: '打扫' })
	bad(await mine(v.client, no, 'done', done(codes[0])), /没有登记送达/)
	status(await step(other, no, 'hand'), 303)
	status(await step(other, no, 'hand'), 409)
	bad(await mine(v.client, no, 'done', done('1234 5678 1234 5678')), /16 位数字/)
	bad(await mine(v.client, no, 'done', done(printed(42n))), /不是这户码卡/)
	bad(await mine(v.client, no, 'done', { ...done(codes[0]), ends: clock(70) }), /最多证明一小时/)
	status(await mine(v.client, no, 'done', done(codes[1])), 303)
	assert.equal(value('SELECT CONCAT(evidence, minutes) FROM service_record WHERE activity_id = ?', [act]), 'met10')
	assert.equal(status(await clerk.getJson(`/order/pairing/${no}`), 200).page.Card.remaining, 50)
	const again = await underway(no)
	bad(await mine(v.client, no, 'done', done(codes[2])), /已经用过一个码/)
	sql('UPDATE home_service SET state = \'missed\' WHERE activity_id = ?', [again])
	bad(await step(clerk, no, 'revoke', { why: '' }), /./)
	status(await step(clerk, no, 'revoke', { why: '丢失' }), 303)
	status(await step(clerk, no, 'revoke', { why: '丢失' }), 404)
})

test('staff type a code for a volunteer, never one of a card that they printed', async () => {
	const no = await paired({ volunteer_no: helper.no })
	status(await step(clerk, no, 'card'), 200)
	const codes = known(no)
	status(await step(other, no, 'hand'), 303)
	const act = await underway(no, helper.client)
	const clock = (minutes) => value(`SELECT DATE_FORMAT(starts_at + INTERVAL ${minutes} MINUTE, '%H:%i') FROM activity WHERE id = ?`, [act])
	const f = { card_code: codes[0], begins: clock(0), ends: clock(10), content: '送药' }
	bad(await step(clerk, no, 'type', f), /您打印的/)
	status(await step(other, no, 'type', f), 303)
	assert.equal(value('SELECT CONCAT(evidence, offline, logger_id > 0) FROM service_record WHERE activity_id = ?', [act]), 'met11')
})

test('a visit is planned ahead, once, and one that was not made is said to be', async () => {
	const no = await paired()
	bad(await mine(v.client, no, 'plan', { day: '2026-01-05', begins: '09:00', minutes: '60' }), /已过/)
	assert.deepEqual(wrong(await mine(v.client, no, 'plan', { day: 'x', begins: '', minutes: '1' })), ['begins', 'day', 'minutes'])
	status(await mine(v.client, no, 'plan', soon()), 303)
	status(await mine(v.client, no, 'plan', soon()), 303)
	assert.equal(value('SELECT COUNT(*) FROM home_service WHERE source_no = ?', [no]), '1')
	status(await mine(v.client, no, 'drop'), 303)
	status(await mine(v.client, no, 'drop'), 409)
	assert.equal(value('SELECT a.state FROM home_service h JOIN activity a ON a.id = h.activity_id WHERE h.source_no = ?', [no]), 'cancelled')
	status(await mine(v.client, no, 'arrive'), 422)
	status(await mine(stranger.client, no, 'drop').catch(() => ({ status: 404 })), 404)
})

test('a call is logged without an hour, once for a form, and moves the next visit', async () => {
	const no = await paired()
	const key = status(await v.client.getJson(`/order/pair/${no}`), 200).page.Key
	const next = at(3 * 1440).slice(0, 10)
	for (let i = 0; i < 2; i++)
		status(await v.client.post(`/order/pair/${no}/call`, { key, content: '高温提醒', next_on: next }), 303)
	const { Pairing } = status(await clerk.getJson(`/order/pairing/${no}`), 200).page
	assert.equal(Pairing.visits, 1)
	assert.equal(Pairing.next_due, next)
	// By month: this call, a visit of two months ago, and one that was planned and not made.
	sql("INSERT INTO pairing_visit (uid, pairing_id, station_id, visited_on) SELECT RANDOM_BYTES(16), id, station_id, CURDATE() - INTERVAL 62 DAY FROM pairing WHERE no = ?", [no])
	await underway(no)
	status(await mine(v.client, no, 'drop'), 303)
	sql("UPDATE home_service SET state = 'missed' WHERE source_no = ?", [no])
	const { Months } = status(await clerk.getJson(`/order/pairing/${no}`), 200).page
	assert.deepEqual(Months.map((m) => [m.month, m.visits, m.calls, m.missed]), [[at(0).slice(0, 7), 0, 1, 1], [at(-62 * 1440).slice(0, 7), 1, 0, 0]])
	const all = status(await clerk.getJson('/order/pairing'), 200).page.Months[0]
	assert.ok(all.month === at(0).slice(0, 7) && all.calls >= 1 && all.missed >= 1)
	assert.deepEqual(wrong(await mine(v.client, no, 'call', { content: 'x' })), ['content'])
	assert.deepEqual(wrong(await mine(v.client, no, 'call', { content: '问候', next_on: '2026-01-05' })), ['next_on'])
})

test('a day of heat asks for calls', async () => {
	const day = at(0).slice(0, 10)
	cleanup(() => sql('DELETE FROM care_day WHERE day = ?', [day]))
	status(await clerk.post('/order/pairing/care', { day, kind: 'heat' }), 303)
	assert.equal(status(await clerk.getJson('/order/pairing'), 200).page.Care.kind, 'heat')
	const no = await paired()
	assert.match(status(await v.client.get(`/order/pair/${no}`), 200).text, /高温.*宜去电问候/s)
	assert.deepEqual(wrong(await clerk.post('/order/pairing/care', { day: 'x', kind: 'rain' })).includes('kind') ||
		wrong(await clerk.post('/order/pairing/care', { day, kind: 'rain' })).includes('kind'), true)
})

test('a pairing ends with its reason, and nothing goes on then', async () => {
	const no = await paired()
	assert.deepEqual(wrong(await step(clerk, no, 'end', { reason: '' })), ['reason'])
	status(await step(clerk, no, 'end', { reason: '老人搬走' }), 303)
	status(await step(clerk, no, 'end', { reason: '老人搬走' }), 409)
	status(await step(clerk, no, 'card'), 409)
	status(await mine(v.client, no, 'plan', soon()), 409)
	status(await mine(v.client, no, 'call', { content: '问候' }), 409)
	assert.ok(!status(await v.client.getJson('/order/pair'), 200).page.Pairings?.some((p) => p.no === no))
})

await end()
