// A resident orders a service without an account, follows it by number and key, takes it back.
import { assert, Client, end, guardGet, mobile, sql, staff, status, test, value } from './lib.mjs'

const menu = async (client, station = 1) => status(await client.getJson(`/order/new?station=${station}`), 200).page.Items
const form = (changes = {}) => ({ name: '李秀英', phone: mobile(), consent: '1', station: '1', category: '0001', detail: '灯不亮了，请人看看', ...changes })
const submit = (client, f) => client.submit('/order/new?station=1&free=1', f)
const wrong = (r) => status(r, 422).page.Errors.map((e) => e.field).sort()
const ordered = async (changes, client = new Client()) => {
	const at = new URL(status(await submit(client, form(changes)), 303).location)
	return { at: at.pathname + at.search, no: at.pathname.split('/')[2], k: at.searchParams.get('k') }
}

guardGet('/order/')

test('the menu is that of a station, and nothing in it costs', async () => {
	const html = status(await new Client().get('/order/new?station=1'), 200).text
	assert.match(html, /不收费/)
	assert.ok((await menu(new Client())).length >= 10)
	status(await new Client().get('/order/new?station=999999'), 404)
	status(await new Client().get('/order/new?station=1%27'), 404)
})

test('where nobody knows the station it is asked for', async () => {
	assert.match(status(await new Client().get('/order/new'), 303).location, /\?find=1$/)
	const c = new Client()
	c.jar.set(c.base, 'station', '1')
	status(await c.get('/order/new'), 200)
})

test('what is ordered from the menu has its category, and is followed by its key', async () => {
	const c = new Client()
	const item = (await menu(c)).find((i) => i.name === '陪同看病')
	const o = await ordered({ item: item.uid, category: null, detail: '' }, c)
	const { Order, Can } = status(await new Client().getJson(o.at), 200).page
	assert.equal(Order.category, '0004')
	assert.equal(Order.state, 'to_accept')
	assert.equal(Can.cancel, 1)
	const row = sql('SELECT HEX(key_hash) AS h, HEX(phone_sealed) AS p, due_at FROM service_order WHERE no = ?', [o.no])[0]
	assert.ok(!row.h.toLowerCase().includes(o.k))
})

test('a wrong key is no order, and after so many nobody may guess on; the right one still comes in', async () => {
	const o = await ordered()
	const guess = new Client({ from: `127.0.43.${process.pid % 250 + 1}` })
	status(await guess.get(`/order/${o.no}`), 404)
	status(await guess.get(`/order/${o.no}?k=${'0'.repeat(24)}`), 404)
	status(await guess.get(`/order/${o.no}?k=${o.k}x`), 404)
	status(await guess.get(`/order/D9900100001?k=${o.k}`), 404)
	let last
	for (let i = 0; i < 25; i++) last = await guess.get(`/order/${o.no}?k=${i}`)
	status(last, 429)
	status(await guess.get(o.at), 200)
})

test('a form that is not taken keeps what was typed', async () => {
	const r = await submit(new Client(), { ...form({ phone: '1390913000', consent: null }), detail: '灯不亮了' })
	assert.deepEqual(wrong(r), ['consent', 'phone'])
	assert.equal(r.page.Form.detail, '灯不亮了')
	assert.equal(r.page.Form.phone, '1390913000')
	assert.deepEqual(wrong(await submit(new Client(), { station: '1' })), ['consent', 'name', 'phone'])
	assert.deepEqual(wrong(await submit(new Client(), form({ category: null, detail: '' }))), ['category', 'detail'])
	assert.deepEqual(wrong(await submit(new Client(), form({ category: '9998' }))), ['category'])
	assert.deepEqual(wrong(await submit(new Client(), form({ item: 'f'.repeat(32) }))), ['category'])
	assert.deepEqual(wrong(await submit(new Client(), form({ wished_on: '2020-01-01' }))), ['wished_on'])
	assert.deepEqual(wrong(await submit(new Client(), form({ other_on: '2099-01-01' }))), ['other_on'])
	assert.deepEqual(wrong(await submit(new Client(), form({ part: 'night' }))), ['part'])
	assert.deepEqual(wrong(await submit(new Client(), form({ detail: '好'.repeat(1001) }))), ['detail'])
})

test('100 KB of text is too much, and nothing is stored', async () => {
	const before = value('SELECT COUNT(*) FROM service_order')
	status(await submit(new Client(), form({ detail: 'x'.repeat(100 * 1024) })), 413)
	assert.equal(value('SELECT COUNT(*) FROM service_order'), before)
})

test('a form sent twice is one order, and its key must be its own', async () => {
	const c = new Client()
	const { Key } = status(await c.getJson('/order/new?station=1&free=1'), 200).page
	const f = { ...form(), key: Key }
	const [a, b] = await Promise.all([c.post('/order/new', f), c.post('/order/new', f)])
	assert.equal(status(a, 303).location, status(b, 303).location)
	status(await c.post('/order/new', { ...form(), key: 'f'.repeat(64) }), 403)
	status(await c.post('/order/new', form()), 403)
})

test('the resident takes it back, once, with the key', async () => {
	const c = new Client()
	const o = await ordered({}, c)
	const cancel = async (k) => c.post(`/order/${o.no}/cancel`, { k, key: (await c.getJson(o.at)).page.Key })
	status(await cancel('0'.repeat(24)), 404)
	status(await cancel(o.k), 303)
	assert.equal(status(await c.getJson(o.at), 200).page.Order.state, 'cancelled')
	status(await cancel(o.k), 409)
	assert.deepEqual(sql(`SELECT action FROM audit WHERE target = 'order' AND target_id = (SELECT id FROM service_order WHERE no = ?) ORDER BY id`, [o.no])
		.map((r) => r.action), ['order.add', 'order.cancel'])
})

test('staff see the orders of their own station', async () => {
	const o = await ordered()
	const here = await staff('liwei'), elsewhere = await staff('zhaolei')
	assert.ok(status(await here.getJson('/order/'), 200).page.Orders.some((x) => x.no === o.no))
	assert.ok(!(status(await elsewhere.getJson('/order/'), 200).page.Orders ?? []).some((x) => x.no === o.no))
	assert.ok(status(await here.getJson('/order/?state=cancelled'), 200).page.Orders.every((x) => x.state === 'cancelled'))
})

await end()
