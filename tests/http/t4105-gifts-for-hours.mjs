// Exchange by saved hours where the station and its region allow it: held, spent when it is handed out, given back when it is not.
import { assert, cleanup, end, newVolunteer, sql, staff, status, test, until, value } from './lib.mjs'
import { accountOf, aged, balance, bankOn, debt, entries, holds, personOf, saved, saver, followed } from './lib/bank.mjs'
import { roomToday } from './lib/activity.mjs'
import { again } from './lib/loop.mjs'

await roomToday()
const [clerk, reviewer, manager] = await Promise.all(['liwei', 'wangfang', 'zhangmin'].map(staff))
const rule = (value, name = 'gift_hours') => manager.post(`/station/rules/${name}`, { value })
await bankOn()
status(await rule('1'), 303)
cleanup(async () => {
	await rule('')
	sql("UPDATE timebank_rule SET state = 'off'")
})
const wrong = (r) => status(r, 422).page.Errors.map((e) => e.field ?? '').sort()
let n = 0
/** On the shelf for so many hours; it cannot be had for points. */
async function gift(f = {}) {
	const name = `理发 ${Date.now()}-${++n}`
	status(await clerk.submit('/bank/gifts/new', { name, kind: 'service', hours: '1', stock: '3', on: '1', ...f }), 303)
	return value('SELECT LOWER(HEX(uid)) FROM gift WHERE name = ?', [name])
}
const stock = (uid) => value('SELECT CONCAT(stock, " ", taken) FROM gift WHERE uid = UNHEX(?)', [uid])
const page = async (v) => status(await v.client.getJson('/bank/exchange'), 200).page
const take = (v, gift, price = '60') => v.client.submit('/bank/exchange', { gift, price })
const back = (v, uid) => v.client.post(`/bank/exchange/${uid}/back`)
const waits = async (v) => (await page(v)).Exchanges ?? []
const rich = async (minutes = 120, years = 50) => {
	const v = await aged(years)
	saved(v.no, minutes)
	return v
}
const held = () => Number(value("SELECT COALESCE(SUM(balance_minutes), 0) FROM timebank_account WHERE kind = 'hold'"))

test('hours are held until the letters are told, and spent then; honour hours stay', async () => {
	const v = await saver(clerk, reviewer, { born: 40 }), uid = await gift(), before = held()
	const honour = () => value('SELECT minutes FROM volunteer_total WHERE person_id = ?', [personOf(v.no)])
	const [was, had] = [honour(), balance(v.no)]
	assert.equal((await page(v)).Gifts.find((g) => g.uid === uid).can, 1)
	status(await take(v, uid), 303)
	assert.deepEqual([balance(v.no), held(), stock(uid)], [had - 60, before + 60, '2 1'])
	const [x] = await waits(v)
	const found = status(await clerk.post('/bank/gifts/code', { letters: x.code }), 200).page.Exchange
	assert.deepEqual([found.who, found.hours], [v.no, '1.00'])
	status(await clerk.post(`/bank/gifts/x/${x.uid}/hand`, { letters: x.code }), 303)
	status(await clerk.post(`/bank/gifts/x/${x.uid}/hand`, { letters: x.code }), 409)
	status(await back(v, x.uid), 409)
	assert.deepEqual([balance(v.no), held(), stock(uid), honour()], [had - 60, before, '2 1', was])
	const [entry] = (await v.client.getJson('/bank/')).page.Entries
	assert.deepEqual([entry.kind, entry.gift?.startsWith('理发')], ['reserve', true])
	status(await v.client.get('/bank/statement'), 200)
	holds()
})

test('the way there begins at 我的', async () => {
	const v = await rich(90), none = await newVolunteer()
	const me = async (x, type = 'application/json') => status(await x.client.get('/account/me', { headers: { Accept: type } }), 200)
	assert.equal((await me(v)).page.Me.saved, '1.50')
	assert.match((await me(v, 'text/html')).text, /href="\/bank\/"/)
	assert.equal((await me(none)).page.Me.saved, '0.00', 'nothing saved, where there is a time bank')
	assert.match(status(await v.client.get('/bank/', { headers: { Accept: 'text/html' } }), 200).text, /href="\/bank\/exchange"/)
	sql("UPDATE timebank_rule SET state = 'off'")
	assert.doesNotMatch((await me(none, 'text/html')).text, /href="\/bank\/"/)
	await bankOn()
})

test('what is not wanted, cannot be given or was not picked up gives the hours back, once', async () => {
	const v = await rich(180), uid = await gift(), stranger = await rich(60)
	for (let i = 0; i < 3; i++) status(await take(v, uid), 303)
	assert.deepEqual([balance(v.no), stock(uid)], [0, '0 3'])
	const [own, theirs, late] = await waits(v)
	status(await back(stranger, own.uid), 404)
	const both = await Promise.all([back(v, own.uid), back(v, own.uid)])
	assert.deepEqual(both.map((r) => r.status).sort(), [303, 409])
	assert.equal(balance(v.no), 60)
	status(await clerk.post(`/bank/gifts/x/${theirs.uid}/cancel`, { why: '理发师病了' }), 303)
	assert.equal(balance(v.no), 120)
	sql('UPDATE gift_exchange SET until_on = CURDATE() - INTERVAL 1 DAY WHERE uid = UNHEX(?)', [late.uid])
	await until(() => {
		again('activity-close')
		return balance(v.no) === 180
	}, 20_000, { what: 'lapsed' })
	assert.equal(stock(uid), '3 0')
	assert.deepEqual(entries(v.no).slice(1).sort(), [...Array(3).fill('release 60'), ...Array(3).fill('reserve -60')].sort())
	holds()
})

test('nothing below nothing: too dear, two at once, the last piece, another price', async () => {
	const poor = await rich(59), uid = await gift()
	assert.equal((await page(poor)).Gifts.find((g) => g.uid === uid).wanting, '0.02')
	assert.deepEqual(wrong(await take(poor, uid)), [''])
	for (const price of ['59', '61', '0', '-60', '', '99999999']) status(await take(poor, uid, price), 422)
	status(await take(poor, '0'.repeat(32)), 404)
	const v = await rich(60), a = await gift(), b = await gift()
	const keys = await Promise.all([0, 1].map(async () => (await page(v)).Key))
	const two = await Promise.all([a, b].map((gift, i) => v.client.post('/bank/exchange', { gift, price: '60', key: keys[i] })))
	assert.ok(two.filter((r) => r.status === 303).length <= 1, 'one hour is one exchange')
	assert.ok(balance(v.no) >= 0)
	const last = await gift({ stock: '1' }), many = await Promise.all([rich(), rich(), rich()])
	const all = await Promise.all(many.map((x) => take(x, last)))
	assert.deepEqual(all.map((r) => r.status).sort(), [303, 422, 422])
	assert.deepEqual(many.map((x) => balance(x.no)).sort((x, y) => x - y), [60, 120, 120])
	assert.equal(stock(last), '0 1')
	holds()
})

test('a form sent twice is one exchange; of another station there is none', async () => {
	const v = await rich(), uid = await gift(), { Key } = await page(v)
	const send = (gift, key = Key) => v.client.post('/bank/exchange', { gift, price: '60', key })
	for (const r of await Promise.all([send(uid), send(uid)])) status(r, 303)
	assert.equal(balance(v.no), 60)
	assert.deepEqual(wrong(await send(await gift())), [''])
	status(await send(uid, 'x'), 403)
	const far = await gift()
	sql('UPDATE gift SET station_id = (SELECT id FROM station WHERE no = 2) WHERE uid = UNHEX(?)', [far])
	status(await take(v, far), 404)
	holds()
})

test('where the rule or the region takes no hours there is no exchange, and the pages say so', async () => {
	const v = await rich(), uid = await gift()
	const refused = async () => {
		assert.equal((await page(v)).Can?.exchange, undefined)
		assert.deepEqual(wrong(await take(v, uid)), [''])
	}
	status(await rule('0'), 303)
	await refused()
	status(await rule('1'), 303)
	sql("UPDATE timebank_rule SET state = 'off'")
	await refused()
	await bankOn()
	status(await take(v, uid), 303)
	const none = await newVolunteer()
	assert.equal((await page(none)).Account.hours, '0.00', 'nothing saved yet')
	assert.deepEqual(wrong(await take(none, uid)), [''])
})

test('who owes time exchanges nothing; an hour that falls while it is held is owed, and paid by what comes back', async () => {
	const v = await saver(clerk, reviewer, { born: 41 }), uid = await gift()
	status(await take(v, uid), 303)
	const [x] = await waits(v)
	status(await v.client.submit(`/activity/record/${v.record.no}/object`, { reason: '这一天我没有参加服务' }), 303)
	const no = value("SELECT o.no FROM objection o JOIN service_record r ON r.id = o.record_id WHERE r.no = ? AND o.state = 'open'", [v.record.no])
	status(await manager.post(`/activity/manage/objections/${no}/decide`, { verdict: 'upheld', result: '核对签到记录后决定' }), 303)
	await followed()
	assert.deepEqual([balance(v.no), debt(v.no)], [0, 60])
	assert.deepEqual(wrong(await take(v, uid)), [''])
	status(await back(v, x.uid), 303)
	assert.deepEqual([balance(v.no), debt(v.no)], [0, 0])
	holds()
})

test('somebody who is erased takes no hours along: what comes back is the pool’s', async () => {
	const v = await rich(60), uid = await gift()
	const pool = () => Number(value("SELECT COALESCE(SUM(a.balance_minutes), 0) FROM timebank_account a JOIN station s ON s.id = a.station_id WHERE s.no = 1 AND a.kind = 'pool'"))
	const before = pool(), { id } = accountOf(v.no)
	status(await take(v, uid), 303)
	const [x] = await waits(v)
	status(await v.client.submit('/account/me/erase', { confirm: '1' }), 303)
	status(await clerk.post(`/bank/gifts/x/${x.uid}/cancel`, { why: '已经注销' }), 303)
	assert.equal(pool(), before + 60)
	assert.equal(value('SELECT balance_minutes FROM timebank_account WHERE id = ?', [id]), '0')
	holds()
})
await end()
