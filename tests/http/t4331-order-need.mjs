// From a need of the ledger to an order: who is meant is known already, stays masked, and the need is settled by the service.
import { assert, end, mobile, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { idOf, post, send, stateOf } from './lib/order.mjs'

const clerk = await staff('liwei'), elsewhere = await staff('zhaolei')
const wrong = (r) => status(r, 422).page.Errors.map((e) => e.field ?? '').sort()
const needState = (no) => value('SELECT state FROM need WHERE no = ?', [no])
const lastPart = (r) => new URL(status(r, 303).location).pathname.split('/').pop()
/** A need that a clerk wrote down, verified unless it shall not be. */
async function need(changes = {}, verified = true) {
	const form = { source: 'phone', name: '魏桂兰', phone: mobile(), address: '3 号楼 401', category: '0004', target_group: '21',
		description: '想请人陪着去医院', ...changes }
	const no = lastPart(await clerk.submit('/needs/ledger/new', form))
	if (verified) status(await clerk.post(`/needs/ledger/${no}/verify`, {}), 303)
	return { no, form }
}
const from = (n) => `/order/desk/new?need=${n.no}`
const sentFor = (n, changes = {}) => clerk.submit(from(n), { channel: 'phone', category: n.form.category, detail: n.form.description, need: n.no,
	consent: '1', verified: '1', ...changes }, { to: '/order/desk/new' })

test('the form has what the ledger has, but nobody whole', async () => {
	const n = await need()
	const { Form, Need } = status(await clerk.getJson(from(n)), 200).page
	assert.equal(Form.category, '0004')
	assert.equal(Form.group, '21')
	assert.equal(Form.detail, '想请人陪着去医院')
	assert.equal(Need.no, n.no)
	assert.match(Need.phone, /\*{4}/)
	const html = status(await clerk.get(from(n)), 200).text
	assert.ok(!html.includes(n.form.phone) && !html.includes('魏桂兰'))
	assert.match(status(await clerk.get(`/needs/ledger/${n.no}`), 200).text, /派志愿者上门/)
})

test('only of the own station, and only where somebody may be sent', async () => {
	const n = await need(), unsure = await need({}, false)
	status(await elsewhere.getJson(from(n)), 404)
	status(await elsewhere.submit('/order/desk/new', { channel: 'phone', phone: mobile(), name: '李', category: '0001', detail: '帮忙', consent: '1', need: n.no }), 404)
	status(await clerk.getJson(from(unsure)), 404)
	status(await clerk.getJson('/order/desk/new?need=N9900100001'), 404)
	status(await clerk.getJson('/order/desk/new?need=%27'), 404)
	assert.doesNotMatch(status(await clerk.get(`/needs/ledger/${unsure.no}`), 200).text, /派志愿者上门/)
	assert.equal(value('SELECT COUNT(*) FROM service_order o JOIN need x ON x.id = o.need_id WHERE x.no IN (?, ?)', [n.no, unsure.no]), '0')
})

test('who the need is about is not typed again, and typed it is taken as typed', async () => {
	const n = await need(), other = mobile()
	const a = lastPart(await sentFor(n)), b = lastPart(await sentFor(n, { phone: other, name: '魏军' }))
	const rows = sql('SELECT o.no, x.no AS need, o.name_sealed IS NOT NULL AS named FROM service_order o JOIN need x ON x.id = o.need_id WHERE x.no = ? ORDER BY o.id', [n.no])
	assert.deepEqual(rows.map((r) => r.no), [a, b])
	const whole = async (no) => {
		await clerk.getJson(`/order/desk/${no}`)
		return status(await clerk.post(`/order/desk/${no}/contact`, { purpose: '电话核实' }), 200).page.Order
	}
	assert.deepEqual([(await whole(a)).phone, (await whole(a)).name, (await whole(a)).address], [n.form.phone, '魏桂兰', '3 号楼 401'])
	assert.deepEqual([(await whole(b)).phone, (await whole(b)).name], [other, '魏军'])
	assert.equal((await whole(a)).need_no, n.no)
	assert.deepEqual(status(await clerk.getJson(`/needs/ledger/${n.no}`), 200).page.Orders.map((o) => o.no), [b, a])
})

test('a need that says not who it is asks for it; a wrong number is wrong', async () => {
	const n = await need({ name: '', phone: '' })
	assert.deepEqual(wrong(await sentFor(n)), ['name', 'phone'])
	assert.deepEqual(wrong(await sentFor(n, { name: '李', phone: '139' })), ['phone'])
	const r = await sentFor(n, { name: '李', phone: '139', consent: null })
	assert.deepEqual(wrong(r), ['consent', 'phone'])
	assert.equal(r.page.Need.no, n.no)
})

test('the household of the need is that of the order', async () => {
	const household = value(`SELECT h.no FROM household h JOIN station s ON s.id = h.station_id AND s.no = 1 WHERE h.state = 'active' AND h.name_sealed <> '' ORDER BY h.id LIMIT 1`)
	const n = await need({ household, name: '', phone: mobile() })
	const no = lastPart(await sentFor(n))
	assert.equal(value('SELECT h.no FROM service_order o JOIN household h ON h.id = o.household_id WHERE o.no = ?', [no]), household)
})

test('the service settles the need, once; a project keeps its own', async () => {
	const n = await need(), v = await newVolunteer()
	const [first, second] = [lastPart(await sentFor(n)), lastPart(await sentFor(n))]
	const serve = async (no) => {
		status(await send(clerk, no, v), 303)
		status(await post(v, no, 'take'), 303)
		status(await clerk.post(`/order/desk/${no}/served`, { how: '居民没有手机' }), 303)
		assert.equal(stateOf(no), 'to_rate')
	}
	assert.equal(needState(n.no), 'verified')
	const had = () => Number(value(`SELECT SUM(n) FROM need_count WHERE station_id = 1 AND of_state = 'done' AND category = '0004'`) ?? 0)
	const before = had()
	await serve(first)
	assert.equal(needState(n.no), 'done')
	assert.equal(had(), before + 1)
	assert.equal(value('SELECT done_on = CURDATE() FROM need WHERE no = ?', [n.no]), '1')
	assert.equal(value(`SELECT COUNT(*) FROM audit WHERE action = 'need.serve' AND target_id = (SELECT id FROM need WHERE no = ?) AND station_id = 1`, [n.no]), '1')
	const [said] = sql('SELECT answer, answer_how, answered_on = CURDATE() AS today, done_note FROM need WHERE no = ?', [n.no])
	assert.deepEqual([said.answer, said.answer_how, said.today], ['已派志愿者上门服务', 'visit', '1'])
	assert.match(said.done_note, new RegExp(first))
	await serve(second)
	assert.equal(had(), before + 1)
	status(await clerk.getJson(from(n)), 404)
	const planned = await need()
	sql(`UPDATE need SET state = 'in_project' WHERE no = ?`, [planned.no])
	const third = lastPart(await sentFor(planned))
	await serve(third)
	assert.equal(needState(planned.no), 'in_project')
	sql(`UPDATE need SET state = 'verified' WHERE no = ?`, [planned.no])
	assert.ok(idOf(third))
})

await end()
