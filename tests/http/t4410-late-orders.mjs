// Orders that are late, by station, for the overseer: in which step, since when, escalated, cases of bad ratings; without any resident. Pairing
// and confirmed hours stand beside the other figures; the rail of the desk says what waits.
import { assert, Client, end, guardGet, mobile, sql, staff, status, test, until, value } from './lib.mjs'
import { again } from './lib/loop.mjs'
import { dayFrom } from './lib/project.mjs'

const [county, clerk] = await Promise.all([staff('madan'), staff('liwei')])
const stations = async (more = '') => status(await county.getJson(`/station/orders${more}`), 200).page.Stations ?? []
const mine = async () => (await stations()).find((s) => s.no === 1)
const name = '李秀英不可见', phone = mobile()
const order = async () => {
	const r = status(await new Client().submit('/order/new?station=1&free=1', { name, phone, consent: '1', station: '1', category: '0001', detail: '灯不亮了，请人看看' }), 303)
	return new URL(r.location).pathname.split('/')[2]
}
const no = await order()

test('what is late is counted by its step, and an order in time is not', async () => {
	const before = await mine()
	assert.ok(before.unserved >= 1)
	sql('UPDATE service_order SET due_at = NOW() - INTERVAL 50 HOUR WHERE no = ?', [no])
	const after = await mine()
	assert.deepEqual([after.late_verify - before.late_verify, after.late_accept - before.late_accept, after.late_serve - before.late_serve], [1, 0, 0])
	assert.ok(after.oldest_days >= 2)
	// The clock tells of it and leaves it late.
	again('order-clock')
	await until(() => value('SELECT escalated FROM service_order WHERE no = ?', [no]) === '1')
	const told = await mine()
	assert.deepEqual([told.late_verify - before.late_verify, told.escalated - before.escalated], [1, 1])
	sql("UPDATE service_order SET state = 'taken' WHERE no = ?", [no])
	const served = await mine()
	assert.deepEqual([served.late_verify - before.late_verify, served.late_serve - before.late_serve], [0, 1])
	sql("UPDATE service_order SET state = 'to_accept' WHERE no = ?", [no])
	assert.ok((await stations('?late=1')).some((s) => s.no === 1))
	assert.ok((await stations('?late=1')).every((s) => s.late_verify + s.late_accept + s.late_serve + s.escalated + s.late_answer > 0))
})

test('the orders of a station have age and clock, and nobody in them', async () => {
	const { Orders, Place } = status(await county.getJson('/station/orders/1?late=late'), 200).page
	assert.equal(Place.no, '1')
	const o = Orders.find((x) => x.no === no)
	assert.ok(o.late_hours >= 49 && o.age >= 0 && o.due_at && o.state === 'to_accept')
	for (const as of ['', '&as=csv', '&as=print']) {
		const text = status(await county.get(`/station/orders/1?late=late${as}`, { headers: { Accept: 'text/html' } }), 200).text
		assert.ok(text.includes(no) && !text.includes(name) && !text.includes(phone) && !text.includes('灯不亮'), as)
	}
	assert.match(status(await county.get('/station/orders?as=csv'), 200).text, /胜利社区/)
	status(await county.getJson('/station/orders/999999'), 404)
})

test('a case of a bad rating stands there with its day', async () => {
	const c = `C98${String(Date.now()).slice(-8)}`
	sql(`INSERT INTO complaint (uid, no, station_id, kind, order_id, content, due_on) SELECT UNHEX(MD5(?)), ?, o.station_id, 'service', o.id, '来晚了', CURDATE() - INTERVAL 2 DAY
		FROM service_order o WHERE o.no = ?`, [c, c, no])
	const { cases, late_answer } = await mine()
	assert.ok(cases >= 1 && late_answer >= 1)
	const { Cases } = status(await county.getJson('/station/orders/1'), 200).page
	const one = Cases.find((x) => x.no === c)
	assert.deepEqual([one.late, one.due_on, one.order_no], [1, dayFrom(-2), no])
	sql('DELETE FROM complaint WHERE no = ?', [c])
})

test('pairs, their visits and hours that residents confirmed stand beside the other figures, and in the file', async () => {
	const look = async () => (status(await county.getJson('/station/overview?in=610502002'), 200).page.Stations ?? []).find((s) => s.no === 1)
	const before = await look()
	const met = value("SELECT COALESCE(SUM(met_minutes), 0) FROM station_month m JOIN station s ON s.id = m.station_id WHERE s.no = 1 AND m.month >= ?", [`${dayFrom(0).slice(0, 4)}-01`])
	assert.equal(before.met_hours, (Math.round(Number(met) / 6) / 10).toFixed(1))
	sql(`INSERT INTO pairing (uid, no, station_id, household_id, person_id, starts_on, next_due, created_by) SELECT UNHEX(MD5('late pairing')), 'J98000001', h.station_id, h.id, v.person_id,
		CURDATE() - INTERVAL 9 DAY, CURDATE() - INTERVAL 2 DAY, f.id FROM household h JOIN station s ON s.id = h.station_id AND s.no = 1
		JOIN volunteer v ON v.station_id = s.id JOIN staff f ON f.login = 'liwei' LIMIT 1`)
	sql("INSERT INTO pairing_visit (uid, pairing_id, station_id, visited_on) SELECT UNHEX(MD5('late visit')), id, station_id, CURDATE() FROM pairing WHERE no = 'J98000001'")
	const after = await look()
	sql("DELETE v FROM pairing_visit v JOIN pairing p ON p.id = v.pairing_id WHERE p.no = 'J98000001'")
	sql("DELETE FROM pairing WHERE no = 'J98000001'")
	assert.deepEqual(['pairs', 'pair_visits', 'pair_missed'].map((k) => after[k] - before[k]), [1, 1, 1])
	assert.ok('pair_calls' in after && 'pair_lost' in after)
	assert.match(status(await county.get('/station/overview?in=610502002&as=csv'), 200).text.split('\n')[0], /居民确认时长.*结对/)
})

test('the rail says what waits of orders', async () => {
	const html = async () => status(await clerk.get('/needs/ledger', { headers: { Accept: 'text/html' } }), 200).text
	assert.match(await html(), /href="\/order\/dispatch">[^<]* <b[^>]*>\d+<\/b>/)
	sql("UPDATE service_order SET state = 'cancelled' WHERE no = ?", [no])
})

guardGet('/station/orders', { wrong: 'liwei' })
guardGet('/station/orders/{}', { of: () => '1', wrong: 'liwei' })
await end()
