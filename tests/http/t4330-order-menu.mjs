// The menu 服务清单 of a station: the common one until something is changed, then one of its own; residents see what staff keep.
import { assert, Client, end, guardGet, guardPost, sql, staff, status, test, value } from './lib.mjs'

const here = await staff('liwei'), there = await staff('zhaolei')
const station = value('SELECT id FROM station WHERE no = (SELECT s.no FROM staff f JOIN station s ON s.id = f.home_station_id WHERE f.login = ?)', ['zhaolei'])
const stationNo = value('SELECT no FROM station WHERE id = ?', [station])
const form = (changes = {}) => ({ name: '陪着散步', about: '在院子里走一走', category: '0017', minutes: '45', sort: '15', on: '1', ...changes })
const desk = async (client) => status(await client.getJson('/order/menu'), 200).page
const offered = async () => (status(await new Client().getJson(`/order/new?station=${stationNo}`), 200).page.Items ?? []).map((i) => i.name)
const wrong = (r) => status(r, 422).page.Errors.map((e) => e.field).sort()
const count = () => Number(value('SELECT COUNT(*) FROM service_item WHERE station_id = ?', [station]))
sql('DELETE FROM service_item WHERE station_id = ? AND id NOT IN (SELECT item_id FROM service_order WHERE item_id IS NOT NULL)', [station])
const mine = await (async () => {
	status(await here.submit('/order/menu/new', form({ name: '站里的一项' })), 303)
	return value(`SELECT LOWER(HEX(i.uid)) FROM service_item i JOIN station s ON s.id = i.station_id AND s.no = 1 WHERE i.name = '站里的一项' ORDER BY i.id LIMIT 1`)
})()
const of = () => mine

guardGet('/order/menu')
guardGet('/order/menu/new')
guardGet('/order/menu/{}', { of, elsewhere: 'zhaolei' })
guardPost('/order/menu/own')
guardPost('/order/menu/new', { form: form() })
guardPost('/order/menu/{}', { of, form: form(), elsewhere: 'zhaolei' })

test('a station without a menu of its own has the common one, and nobody changes that', async () => {
	const page = await desk(there)
	assert.equal(page.Own, undefined)
	assert.equal(page.Items.length, 10)
	status(await there.getJson(`/order/menu/${page.Items[0].uid}`), 404)
	status(await there.post(`/order/menu/${page.Items[0].uid}`, form()), 404)
	assert.equal(count(), 0)
})

test('it is made the own one once, however often that is sent', async () => {
	await desk(there)
	const both = await Promise.all([there.post('/order/menu/own'), there.post('/order/menu/own')])
	both.forEach((r) => status(r, 303))
	assert.equal(count(), 10)
	status(await there.post('/order/menu/own'), 303)
	assert.equal(count(), 10)
	assert.equal((await desk(there)).Own, 10)
	assert.equal(value(`SELECT COUNT(*) FROM audit WHERE action = 'service_item.copy' AND station_id = ? AND target_id = ?`, [station, station]), '1')
	assert.equal((await offered()).length, 10)
})

test('what is changed is what residents read; what is switched off they cannot order', async () => {
	const item = (await desk(there)).Items.find((i) => i.name === '上门理发')
	const at = `/order/menu/${item.uid}`
	assert.equal(status(await there.getJson(at), 200).page.Form.name, '上门理发')
	status(await there.submit(at, form({ name: '理发', category: '0001', skill: '20' })), 303)
	assert.ok((await offered()).includes('理发'))
	assert.ok(!(await offered()).includes('上门理发'))
	status(await there.submit(at, form({ name: '理发', category: '0001', on: null })), 303)
	assert.ok(!(await offered()).includes('理发'))
	assert.equal((await desk(there)).Items.find((i) => i.uid === item.uid).state, 'off')
	const order = await new Client().submit(`/order/new?station=${stationNo}&free=1`, { name: '李秀英', phone: '13800138000', consent: '1', station: stationNo, item: item.uid })
	assert.deepEqual(wrong(order), ['category', 'detail'])
	assert.equal(value(`SELECT COUNT(*) FROM audit WHERE action = 'service_item.edit' AND target_id = (SELECT id FROM service_item WHERE uid = UNHEX(?))`, [item.uid]), '2')
	assert.equal(value(`SELECT COUNT(*) FROM service_item WHERE station_id IS NULL AND name = '上门理发'`), '1', 'the common one stays')
})

test('a form that is not taken says why and keeps what was typed', async () => {
	const r = await there.submit('/order/menu/new', form({ name: '', minutes: '5', sort: '0', category: '9998', skill: '88' }))
	assert.deepEqual(wrong(r), ['minutes', 'name', 'sort'])
	assert.equal(r.page.Form.about, '在院子里走一走')
	assert.deepEqual(wrong(await there.submit('/order/menu/new', form({ category: '9998', skill: '88' }))), ['category', 'skill'])
	assert.deepEqual(wrong(await there.submit('/order/menu/new', form({ name: '好'.repeat(31), about: '好'.repeat(201), minutes: '481' }))), ['about', 'minutes', 'name'])
	status(await there.submit('/order/menu/new', form({ price: '100' })), 422)
	status(await there.post('/order/menu/new', form()), 403)
})

test('a form sent twice is one item, and forty are all there may be', async () => {
	const { Key } = status(await there.getJson('/order/menu/new'), 200).page
	const before = count()
	const twice = await Promise.all([1, 2].map(() => there.post('/order/menu/new', { ...form({ name: '读报' }), key: Key })))
	twice.forEach((r) => status(r, 303))
	assert.equal(count(), before + 1)
	for (let i = count(); i < 39; i++) status(await there.submit('/order/menu/new', form({ name: `第 ${i} 项`, on: null })), 303)
	// The last place goes to one of those who want it at the same moment.
	const keys = await Promise.all([1, 2, 3, 4].map(async () => (await there.getJson('/order/menu/new')).page.Key))
	const last = await Promise.all(keys.map((key, i) => there.post('/order/menu/new', { ...form({ name: `最后一项 ${i}`, on: null }), key })))
	assert.deepEqual(last.map((r) => r.status).sort(), [303, 422, 422, 422])
	assert.deepEqual(wrong(await there.submit('/order/menu/new', form({ name: '第四十一项' }))), ['name'])
	assert.equal(count(), 40)
})

await end()
