// The service: a time is agreed, the volunteer comes, the resident's six digits make the record; then it is rated, once, and what
// was no good becomes a case that somebody else answers.
import { assert, Client, end, guardGet, guardPost, mobile, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { roomToday } from './lib/activity.mjs'
import { called, comes, idOf, post, send, soon, stateOf } from './lib/order.mjs'

await roomToday()
const clerk = await staff('liwei'), reviewer = await staff('wangfang')
const wrong = (r) => status(r, 422).page.Errors.map((e) => e.field ?? '').sort()
/** A resident orders on the phone; the station accepts; the volunteer is asked and takes it. */
async function takenOrder() {
	const c = new Client(), v = await newVolunteer()
	const form = { name: '李秀英', phone: mobile(), consent: '1', station: '1', category: '0001', detail: '灯不亮了' }
	const at = new URL(status(await c.submit('/order/new?station=1&free=1', form, { to: '/order/new' }), 303).location)
	const o = { c, v, at: at.pathname + at.search, no: at.pathname.split('/')[2], k: at.searchParams.get('k') }
	status(await clerk.post(`/order/desk/${o.no}/accept`), 303)
	status(await send(clerk, o.no, v), 303)
	assert.match(status(await post(v, o.no, 'take'), 303).location, /done=taken/)
	return o
}
const follow = async (o) => status(await o.c.getJson(o.at), 200).page
const resident = async (o, verb, form = {}) => o.c.post(`/order/${o.no}/${verb}`, { k: o.k, key: (await follow(o)).Key, ...form })
async function servingOrder() {
	const o = await takenOrder()
	status(await post(o.v, o.no, 'agree', { visit_at: soon(), minutes: '60' }), 303)
	comes(o.no)
	status(await post(o.v, o.no, 'arrive'), 303)
	sql('UPDATE home_service SET arrived_at = arrived_at - INTERVAL 20 MINUTE WHERE source_no = ?', [o.no])
	return o
}
const served = async () => {
	const no = await called(clerk), v = await newVolunteer()
	status(await send(clerk, no, v), 303)
	status(await post(v, no, 'take'), 303)
	status(await clerk.post(`/order/desk/${no}/served`, { how: '居民没有手机' }), 303)
	return { no, v }
}

let shared
const of = async () => (shared ??= (await served()).no)
guardGet('/order/cases')
for (const [step, form] of [['agree', { visit_at: soon(), minutes: '60' }], ['code', {}], ['served', { how: '说明' }], ['rate', { score: '5' }]])
	guardPost(`/order/desk/{}/${step}`, { of, form, elsewhere: 'zhaolei' })

test('a time is agreed, and can be agreed anew; a past one is none', async () => {
	const o = await takenOrder()
	assert.deepEqual(wrong(await post(o.v, o.no, 'agree', {})), ['minutes', 'visit_at'])
	assert.deepEqual(wrong(await post(o.v, o.no, 'agree', { visit_at: '2020-01-01T08:00', minutes: '60' })), ['visit_at'])
	assert.deepEqual(wrong(await post(o.v, o.no, 'agree', { visit_at: soon(), minutes: '5' })), ['minutes'])
	status(await post(o.v, o.no, 'arrive'), 409)
	status(await post(o.v, o.no, 'agree', { visit_at: soon(), minutes: '60' }), 303)
	const first = value('SELECT activity_id FROM service_order WHERE no = ?', [o.no])
	status(await clerk.post(`/order/desk/${o.no}/agree`, { visit_at: soon(3), minutes: '45' }), 303)
	assert.equal(value('SELECT state FROM activity WHERE id = ?', [first]), 'cancelled')
	const { Order } = await follow(o)
	assert.ok(Order.visit_from && Order.volunteer)
	// From then on it is late when nobody came: by the station's days after the visit.
	assert.equal(value('SELECT DATEDIFF(due_at, visit_to) FROM service_order WHERE no = ?', [o.no]), '1')
	// Whoever cannot come after all frees the time.
	status(await post(o.v, o.no, 'release', {}), 303)
	assert.equal(value('SELECT activity_id FROM service_order WHERE no = ?', [o.no]), null)
})

test('a resident changes the time by their own link: freely, then by the volunteer who took it', async () => {
	const c = new Client(), day = (days) => new Date(Date.now() + (8 + 24 * days) * 3600e3).toISOString().slice(0, 10)
	const at = new URL(status(await c.submit('/order/new?station=1&free=1', { name: '李秀英', phone: mobile(), consent: '1', station: '1', category: '0001', detail: '灯不亮了' }, { to: '/order/new' }), 303).location)
	const free = { c, at: at.pathname + at.search, no: at.pathname.split('/')[2], k: at.searchParams.get('k') }
	const wish = (no) => sql('SELECT wished_on, wished_part, wish_changed_at IS NOT NULL AS asked FROM service_order WHERE no = ?', [no])[0]
	assert.equal((await follow(free)).Can.when, 1)
	assert.deepEqual(wrong(await resident(free, 'when', { wished_on: '2020-01-01', part: 'am' })), ['wished_on'])
	assert.deepEqual(wrong(await resident(free, 'when', { wished_on: day(2), part: 'now' })), ['part'])
	status(await c.post(`/order/${free.no}/when`, { k: 'f'.repeat(24), key: (await follow(free)).Key, wished_on: day(2) }), 404)
	status(await resident(free, 'when', { wished_on: day(2), part: 'am' }), 303)
	assert.deepEqual(wish(free.no), { wished_on: day(2), wished_part: 'am', asked: '0' })
	const o = await takenOrder()
	status(await post(o.v, o.no, 'agree', { visit_at: soon(600), minutes: '60' }), 303)
	const told = async () => (status(await o.v.client.getJson('/account/messages'), 200).page.Messages ?? []).filter((m) => m.event === 'order_when').length
	assert.equal(await told(), 0)
	status(await resident(o, 'when', { wished_on: day(3), part: 'pm' }), 303)
	assert.deepEqual([wish(o.no).asked, await told(), (await follow(o)).Order.visit_from !== undefined], ['1', 1, true])
	assert.ok(status(await o.v.client.getJson(`/order/mine/${o.no}`), 200).page.Order.wish_changed_at)
	assert.ok(status(await clerk.getJson(`/order/desk/${o.no}`), 200).page.Order.wish_changed_at)
	// Agreed anew it is answered; given back, the next one takes it for the new time.
	status(await post(o.v, o.no, 'agree', { visit_at: soon(4000), minutes: '60' }), 303)
	assert.equal(wish(o.no).asked, '0')
	status(await resident(o, 'when', { wished_on: '', part: 'eve' }), 303)
	status(await post(o.v, o.no, 'release', {}), 303)
	assert.deepEqual(wish(o.no), { wished_on: null, wished_part: 'eve', asked: '0' })
	status(await resident(o, 'cancel'), 303)
	status(await resident(o, 'when', { wished_on: day(3) }), 409)
	for (let i = 0; i < 9; i++) status(await resident(free, 'when', { wished_on: day(2), part: 'am' }), 303)
	status(await resident(free, 'when', { wished_on: day(2), part: 'am' }), 429)
})

test('what staff wrote down is put right until somebody is there: who has taken it is told, what is sealed is shown to nobody', async () => {
	const o = { no: await called(clerk), v: await newVolunteer() }, at = `/order/desk/${o.no}`
	status(await send(clerk, o.no, o.v), 303)
	status(await post(o.v, o.no, 'take'), 303)
	const form = () => clerk.getJson(`${at}/edit`).then((r) => status(r, 200).page.Form)
	const told = async () => (status(await o.v.client.getJson('/account/messages'), 200).page.Messages ?? []).map((m) => m.event).filter((e) => /order_(when|amended)/.test(e))
	const [phone, was] = [mobile(), await form()]
	assert.equal(was.phone ?? was.address, undefined)
	status(await clerk.post(`${at}/edit`, { ...was, detail: '', category: '' }), 422)
	status(await clerk.post(`${at}/edit`, { ...was, phone, address: '9 号楼 901' }), 303)
	assert.deepEqual(await told(), ['order_amended'])
	const mine = status(await o.v.client.getJson(`/order/mine/${o.no}`), 200).page.Order
	assert.deepEqual([mine.phone, mine.address], [phone, '9 号楼 901'])
	const shown = status(await clerk.getJson(at), 200).page
	assert.deepEqual(shown.Deeds[0].Changes.map((c) => [c.label, c.was, c.became]).sort(), [['地点', undefined, undefined], ['联系电话', undefined, undefined]])
	assert.ok(shown.Deeds.some((d) => d.detail === '待派单 → 已派单'), JSON.stringify(shown.Deeds))
	assert.ok(!JSON.stringify(shown).includes(phone) && !JSON.stringify(shown).includes('901'))
	status(await clerk.post(`${at}/edit`, { ...await form(), part: 'eve' }), 303)
	assert.deepEqual((await told()).sort(), ['order_amended', 'order_when'])
	assert.equal(value('SELECT wish_changed_at IS NOT NULL FROM service_order WHERE no = ?', [o.no]), '1')
	status(await clerk.getJson(`/order/desk/${await of()}/edit`), 409)
	// What a resident wrote is theirs.
	status(await clerk.getJson(`/order/desk/${(await takenOrder()).no}/edit`), 409)
})

test('six digits of the resident make the record, and the number is gone from the phone of who came', async () => {
	const o = await servingOrder()
	assert.equal(stateOf(o.no), 'serving')
	status(await resident(o, 'cancel'), 409)
	assert.deepEqual(wrong(await post(o.v, o.no, 'confirm', { digits: '000000' })), ['digits'])
	status(await o.c.post(`/order/${o.no}/code`, { k: 'f'.repeat(24), key: (await follow(o)).Key }), 404)
	const code = status(await resident(o, 'code'), 200).page.Order.code
	assert.match(String(code).replaceAll(' ', ''), /^\d{6}$/)
	assert.equal((await follow(o)).Order.code, undefined, 'shown once')
	assert.match(status(await o.v.client.getJson(`/order/mine/${o.no}`), 200).page.Order.phone, /^1\d{10}$/)
	status(await post(o.v, o.no, 'confirm', { digits: String(code).replaceAll(' ', '') }), 303)
	assert.equal(stateOf(o.no), 'to_rate')
	const r = sql(`SELECT r.evidence, r.state FROM service_record r JOIN service_order o ON o.activity_id = r.activity_id WHERE o.no = ?`, [o.no])
	assert.deepEqual(r.map((x) => x.evidence), ['met'])
	assert.equal(status(await o.v.client.getJson(`/order/mine/${o.no}`), 200).page.Order.phone, undefined)
	status(await post(o.v, o.no, 'confirm', { digits: '123456' }), 409)
	// Rated by the own link, once.
	assert.deepEqual(wrong(await resident(o, 'rate', { score: '6' })), ['score'])
	status(await o.c.post(`/order/${o.no}/rate`, { k: 'f'.repeat(24), score: '5', key: (await follow(o)).Key }), 404)
	status(await resident(o, 'rate', { score: '5', comment: '谢谢' }), 303)
	status(await resident(o, 'rate', { score: '1' }), 409)
	assert.equal(value('SELECT GROUP_CONCAT(score) FROM rating WHERE order_id = ?', [idOf(o.no)]), '5')
	assert.equal((await follow(o)).Order.score, 5)
})

test('staff read the digits out for who has no phone', async () => {
	const o = await servingOrder()
	const code = status(await clerk.post(`/order/desk/${o.no}/code`), 200).page.Order.code
	status(await post(o.v, o.no, 'confirm', { digits: String(code).replaceAll(' ', '') }), 303)
	assert.match(value(`SELECT r.flags FROM service_record r JOIN service_order o ON o.activity_id = r.activity_id WHERE o.no = ?`, [o.no]), /\w/)
})

test('three or less opens a case with a clock, answered by somebody whom it is not about', async () => {
	const { no, v } = await served()
	assert.deepEqual(wrong(await clerk.post(`/order/desk/${no}/rate`, { comment: 'x' })), ['score'])
	status(await clerk.post(`/order/desk/${no}/rate`, { score: '2', comment: '来晚了一个小时' }), 303)
	status(await clerk.post(`/order/desk/${no}/rate`, { score: '5' }), 409)
	const c = sql('SELECT no, due_on, state, content FROM complaint WHERE order_id = ?', [idOf(no)])[0]
	assert.equal(c.content, '来晚了一个小时')
	assert.ok(c.due_on)
	assert.ok(status(await clerk.getJson('/order/cases'), 200).page.Cases.some((x) => x.no === c.no))
	status(await (await staff('zhaolei')).getJson(`/order/cases/${c.no}`), 404)
	const answer = { verdict: 'upheld', result: '已道歉，下次提前联系' }
	status(await clerk.post(`/order/cases/${c.no}/answer`, answer), 403)
	await reviewer.getJson(`/order/cases/${c.no}`)
	assert.deepEqual(wrong(await reviewer.post(`/order/cases/${c.no}/answer`, { verdict: 'maybe', result: '好' })), ['result'])
	const was = value(`SELECT person_id FROM staff WHERE login = 'wangfang'`)
	sql(`UPDATE staff SET person_id = (SELECT person_id FROM volunteer WHERE no = ?) WHERE login = 'wangfang'`, [v.no])
	assert.match(status(await reviewer.post(`/order/cases/${c.no}/answer`, answer), 422).page.Errors[0].text, /投诉的就是您/)
	sql(`UPDATE staff SET person_id = ? WHERE login = 'wangfang'`, [was])
	status(await reviewer.post(`/order/cases/${c.no}/answer`, answer), 303)
	status(await reviewer.post(`/order/cases/${c.no}/answer`, answer), 409)
	assert.equal(value('SELECT state FROM complaint WHERE no = ?', [c.no]), 'upheld')
})

test('nobody rates it: after its days it is closed', async () => {
	const { no } = await served()
	sql('UPDATE service_order SET due_at = NOW() - INTERVAL 1 HOUR WHERE no = ?', [no])
	const { again } = await import('./lib/loop.mjs')
	const { until } = await import('./lib.mjs')
	again('order-clock')
	await until(() => stateOf(no) === 'done')
	assert.equal(value('SELECT COUNT(*) FROM rating WHERE order_id = ?', [idOf(no)]), '0')
})

await end()
