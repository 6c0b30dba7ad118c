// Dispatch: staff write an order down, see whom to send and why, ask one or several; the first has it; who says no or nothing is
// followed by the next; nobody is asked whom a hard rule keeps out.
import { assert, bornYearsAgo, end, guardGet, guardPost, mobile, newVolunteer, residentId, sql, staff, status, test, until, value } from './lib.mjs'
import { again } from './lib/loop.mjs'
import { called, idOf, lapse, post, send, stateOf } from './lib/order.mjs'

const clerk = await staff('liwei')
const wrong = (r) => status(r, 422).page.Errors.map((e) => e.field ?? '').sort()
const show = async (no) => status(await clerk.getJson(`/order/desk/${no}`), 200).page
const dispatches = (no) => sql('SELECT v.no, d.state, d.reason FROM dispatch d LEFT JOIN volunteer v ON v.person_id = d.person_id WHERE d.order_id = ? ORDER BY d.id', [idOf(no)])
const mine = async (v) => status(await v.client.getJson('/order/mine'), 200).page
const shared = await called(clerk)
const of = () => shared

guardGet('/order/dispatch')
guardGet('/order/desk/new')
guardGet('/order/desk/{}', { of, elsewhere: 'zhaolei' })
guardPost('/order/desk/new')
for (const [step, form] of [['accept', {}], ['decline', { reason: '做不了' }], ['cancel', {}], ['release', { reason: '收回' }], ['open', {}], ['send', { who: 'V2600100001' }], ['contact', { purpose: '核实' }]])
	guardPost(`/order/desk/{}/${step}`, { of, form, elsewhere: 'zhaolei' })

test('a caller is written down in one form, accepted at once or later', async () => {
	assert.deepEqual(wrong(await clerk.submit('/order/desk/new', {})), ['channel', 'consent', 'name', 'phone'])
	assert.deepEqual(wrong(await clerk.submit('/order/desk/new', { channel: 'web', phone: '139', name: '李', category: '', consent: '1', sex: '3', language: '77' })), ['phone'])
	assert.deepEqual(wrong(await clerk.submit('/order/desk/new', { channel: 'web', phone: mobile(), name: '李秀英', consent: '1', sex: '3', language: '77' })),
		['category', 'channel', 'detail', 'language', 'sex'])
	const no = await called(clerk, { verified: null })
	assert.equal(stateOf(no), 'to_accept')
	status(await send(clerk, no), 409)
	status(await clerk.post(`/order/desk/${no}/accept`), 303)
	status(await clerk.post(`/order/desk/${no}/accept`), 409)
	assert.equal(stateOf(no), 'to_dispatch')
})

test('who fits is told with reasons, and contact stays masked until somebody says what for', async () => {
	const v = await newVolunteer()
	const no = await called(clerk)
	const { Fit, Order } = await show(no)
	assert.ok(Fit.length > 0 && Fit.every((c) => c.Why.length && c.score > 0))
	assert.match(Order.phone, /\*{4}/)
	assert.deepEqual(wrong(await clerk.post(`/order/desk/${no}/contact`, { purpose: '' })), ['purpose'])
	const whole = status(await clerk.post(`/order/desk/${no}/contact`, { purpose: '电话核实' }), 200).page.Order
	assert.match(whole.phone, /^1\d{10}$/)
	assert.equal(value(`SELECT COUNT(*) FROM audit WHERE action = 'order.unmask' AND target_id = ?`, [idOf(no)]), '1')
	assert.ok(v.no)
})

test('several are asked; the first has it, the others see that it is taken', async () => {
	const [a, b] = [await newVolunteer(), await newVolunteer()]
	const no = await called(clerk)
	assert.deepEqual(wrong(await clerk.post(`/order/desk/${no}/send`, {})), ['who'])
	assert.deepEqual(wrong(await clerk.post(`/order/desk/${no}/send`, { other: 'V9900100001' })), ['other'])
	status(await send(clerk, no, a, b), 303)
	assert.equal(stateOf(no), 'dispatched')
	assert.ok((await mine(a)).Asked.some((o) => o.no === no))
	assert.equal(status(await a.client.getJson(`/order/mine/${no}`), 200).page.Order.phone, undefined, 'no number before they take it')
	const answers = await Promise.all([a, b].map((v) => post(v, no, 'take')))
	assert.deepEqual(answers.map((r) => new URL(status(r, 303).location).search).sort(), ['?done=gone', '?done=taken'])
	assert.equal(stateOf(no), 'taken')
	assert.deepEqual(dispatches(no).map((d) => d.state).sort(), ['accepted', 'recalled'])
	const [has, not] = answers[0].location.includes('taken') ? [a, b] : [b, a]
	assert.match(status(await has.client.getJson(`/order/mine/${no}`), 200).page.Order.phone, /^1\d{10}$/)
	assert.equal(status(await not.client.getJson(`/order/mine/${no}`), 200).page.Order.phone, undefined)
	assert.ok((await mine(not)).Gone.some((o) => o.no === no && o.reason === 'taken'))
	// They cannot come after all: back it goes, and the number is gone from their page.
	status(await post(has, no, 'release', { reason: '病了' }), 303)
	assert.equal(stateOf(no), 'to_dispatch')
	assert.equal(status(await has.client.getJson(`/order/mine/${no}`), 200).page.Order.phone, undefined)
})

test('a no costs nothing, and the next is asked; without any left it lies open to all', async () => {
	const a = await newVolunteer()
	const no = await called(clerk)
	status(await send(clerk, no, a), 303)
	status(await post(a, no, 'refuse', { reason: '出差' }), 303)
	status(await post(a, no, 'refuse'), 409)
	assert.equal(stateOf(no), 'dispatched')
	const after = dispatches(no)
	assert.equal(after[0].state, 'declined')
	assert.ok(after[1] && after[1].no !== a.no)
	for (let i = 0; stateOf(no) === 'dispatched' && i < 9; i++) {
		const n = dispatches(no).length
		lapse(no)
		again('order-clock')
		await until(() => dispatches(no).length > n || stateOf(no) !== 'dispatched')
	}
	assert.equal(stateOf(no), 'to_dispatch')
	assert.ok(value('SELECT open_at FROM service_order WHERE no = ?', [no]))
	assert.ok(dispatches(no).length <= 3)
	// 抢单: anybody of the station, once.
	const many = await Promise.all([1, 2, 3].map(() => newVolunteer()))
	const taps = await Promise.all(many.map((v) => post(v, no, 'take')))
	assert.equal(taps.filter((r) => /done=taken/.test(r.location ?? '')).length, 1)
	assert.equal(value(`SELECT COUNT(*) FROM dispatch WHERE order_id = ? AND state = 'accepted'`, [idOf(no)]), '1')
	// Who saw it lie open and comes later is told so, and finds no page that is not there.
	const late = await newVolunteer()
	assert.match(status(await post(late, no, 'take'), 303).location, /done=gone/)
	assert.match(status(await late.client.getJson(`/order/mine/${no}`), 303).location, /done=gone/)
})

test('an order lies in the community that its address names, or that of the file, and else where the station is', async () => {
	const region = (no) => value('SELECT region_code FROM service_order WHERE no = ?', [no])
	assert.equal(region(await called(clerk, { address: '杜桥街道国贸社区 3 号楼 401' })), '610502002003')
	assert.equal(region(await called(clerk, { address: '3 号楼 401' })), '610502002')
	const phone = mobile()
	status(await clerk.post('/needs/households/new', { name: '魏桂兰', phone, address: '西岳社区 2 号楼', grid: '', file_consent: '1' }), 303)
	assert.equal(region(await called(clerk, { phone, address: '' })), '610502002004')
})

test('hard rules have no price', async () => {
	const no = await called(clerk, { sex: '2' })
	const bar = async (v, why) => assert.match(status(await send(clerk, no, v), 422).page.Errors[0].text, why)
	await bar(await newVolunteer({ id_no: undefined, ...(await male()) }), /另一性别/)
	const w = await newVolunteer()
	status(await w.client.submit('/order/mine', { away_from: '2020-01-01', away_until: '2099-01-01', takes: '1' }), 303)
	await bar(w, /请假/)
	status(await w.client.submit('/order/mine', {}), 303)
	await bar(w, /暂不接单/)
	assert.deepEqual(wrong(await w.client.submit('/order/mine', { away_from: '2026-02-02', away_until: '2026-02-01' })), ['away_until'])
	const p = await newVolunteer()
	sql(`UPDATE volunteer SET state = 'paused' WHERE no = ?`, [p.no])
	await bar(p, /正常志愿者/)
	const own = await newVolunteer()
	const theirs = await called(clerk, { phone: own.form.phone })
	assert.match(status(await send(clerk, theirs, own), 422).page.Errors[0].text, /自家/)
	const busy = await newVolunteer()
	sql(`INSERT INTO dispatch (uid, order_id, station_id, person_id, round, sent_at, state) SELECT RANDOM_BYTES(16), o.id, 1, v.person_id, 1, NOW(), 'declined'
		FROM volunteer v JOIN (SELECT id FROM service_order WHERE no <> ? AND station_id = 1 LIMIT 3) o WHERE v.no = ?`, [no, busy.no])
	await bar(busy, /七天内/)
})

/** A man's form. */
async function male() {
	const { residentId } = await import('./lib.mjs')
	return { id_no: residentId({ sex: '1' }) }
}

test('no minor is sent to a home in words of its own, nor takes it where it lies open', async () => {
	const young = await newVolunteer({ id_no: residentId({ birth: bornYearsAgo(15) }), guardian_name: '甲监护', guardian_phone: mobile(), guardian_relation: '父亲' })
	sql(`UPDATE volunteer SET state = 'active', skills = '09', categories = (SELECT category FROM service_order WHERE no = ?) WHERE no = ?`, [shared, young.no])
	const no = await called(clerk)
	assert.ok((await show(no)).Fit.every((c) => c.no !== young.no))
	assert.match(status(await send(clerk, no, young), 422).page.Errors[0].text, /成年/)
	status(await clerk.post(`/order/desk/${no}/open`), 303)
	const r = await young.client.post(`/order/mine/${no}/take`)
	assert.notEqual(stateOf(no), 'taken', `${r.status}`)
})

test('who was suspended a second ago takes nothing', async () => {
	const v = await newVolunteer()
	const no = await called(clerk)
	status(await send(clerk, no, v), 303)
	await v.client.getJson('/order/mine')
	sql(`UPDATE volunteer SET state = 'paused' WHERE no = ?`, [v.no])
	const r = await post(v, no, 'take')
	assert.doesNotMatch(r.location ?? '', /done=taken/)
	assert.equal(stateOf(no), 'dispatched')
})

test('what is nobody of theirs is not there for a volunteer; what was never asked cannot be taken', async () => {
	const v = await newVolunteer()
	const no = await called(clerk)
	status(await v.client.getJson(`/order/mine/${no}`), 404)
	status(await post(v, no, 'take'), 404)
	status(await v.client.getJson('/order/mine/D9900100001'), 404)
})

test('what is late is told, stays late, and is not told again at once', async () => {
	const no = await called(clerk)
	sql('UPDATE service_order SET due_at = NOW() - INTERVAL 1 HOUR WHERE no = ?', [no])
	const row = () => sql('SELECT escalated, due_at, due_at < NOW() AS late, tell_at > NOW() AS later FROM service_order WHERE no = ?', [no])[0]
	const { due_at } = row()
	again('order-clock')
	await until(() => row().escalated === '1')
	assert.deepEqual(row(), { escalated: '1', due_at, late: '1', later: '1' })
	const other = await called(clerk)
	sql('UPDATE service_order SET due_at = NOW() - INTERVAL 1 HOUR WHERE no = ?', [other])
	again('order-clock')
	await until(() => value('SELECT escalated FROM service_order WHERE no = ?', [other]) === '1')
	assert.deepEqual(row(), { escalated: '1', due_at, late: '1', later: '1' })
	assert.equal((await show(no)).Order.late, 1)
})

test('the station declines with a reason that the resident reads', async () => {
	const no = await called(clerk)
	assert.deepEqual(wrong(await clerk.post(`/order/desk/${no}/decline`, { reason: '' })), ['reason'])
	status(await clerk.post(`/order/desk/${no}/decline`, { reason: '要专业电工，已转社区' }), 303)
	status(await clerk.post(`/order/desk/${no}/cancel`), 409)
	assert.equal(stateOf(no), 'declined')
})

await end()
