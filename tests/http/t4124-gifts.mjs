// 兑换: the shelf of a station, exchanges for points, two for the last piece, the counter and its six letters, what comes back.
import { assert, Client, end, guardGet, guardPost, newStaff, newVolunteer, sql, staff, status, test, until, value } from './lib.mjs'
import { card, opened, points, tokenOf } from './lib/green.mjs'
import { again } from './lib/loop.mjs'

const clerk = await staff('liwei'), other = await staff('zhangmin'), far = await staff('zhaolei')
const wrong = (r) => status(r, 422).page.Errors.map((e) => e.field ?? '').sort()
let n = 0
const form = (f = {}) => ({ name: `洗衣皂 ${Date.now()}-${++n}`, kind: 'thing', about: '两块', points: '20', stock: '1', donor: '爱心超市', worth: '5', on: '1', ...f })
async function gift(f) {
	const one = form(f)
	status(await clerk.submit('/bank/gifts/new', one), 303)
	return value('SELECT LOWER(HEX(uid)) FROM gift WHERE name = ?', [one.name])
}
const stock = (uid) => Number(value('SELECT stock FROM gift WHERE uid = UNHEX(?)', [uid]))
const state = (uid) => value('SELECT x.state FROM gift_exchange x JOIN gift g ON g.id = x.gift_id WHERE g.uid = UNHEX(?) ORDER BY x.id DESC LIMIT 1', [uid])
/** A household with so many points. */
async function home(has, fields) {
	const no = await opened(clerk, fields)
	if (has) status(await other.submit(`/bank/green/a/${no}`, { points: String(has), reason: '补录' }, { to: `/bank/green/a/${no}/amend` }), 303)
	return { no, k: await tokenOf(clerk, no), client: new Client() }
}
const take = (h, gift, price = '20', more = {}) => h.client.submit(`/bank/green/c?k=${h.k}`, { k: h.k, gift, price, ...more }, { to: '/bank/green/take' })
const waiting = async (h) => status(await card(h.client, h.k), 200).page.Exchanges ?? []
const exchange = (by, uid, verb, f) => by.post(`/bank/gifts/x/${uid}/${verb}`, f)
const one = async () => {
	const h = await home(20)
	status(await take(h, await gift()), 303)
	return (await waiting(h))[0].uid
}

guardGet('/bank/gifts')
guardGet('/bank/gifts/waiting')
guardGet('/bank/gifts/{}', { of: gift, elsewhere: 'zhaolei' })
guardGet('/bank/gifts/x/{}', { of: one, elsewhere: 'zhaolei' })
guardPost('/bank/gifts/new')
guardPost('/bank/gifts/code')
guardPost('/bank/gifts/{}', { of: gift, elsewhere: 'zhaolei' })
for (const verb of ['hand', 'cancel']) guardPost(`/bank/gifts/x/{}/${verb}`, { of: one, elsewhere: 'zhaolei' })

test('what cannot stand on a shelf is told beside its field', async () => {
	const add = (f) => clerk.submit('/bank/gifts/new', form(f))
	for (const [f, fields] of [[{ name: '' }, ['name']], [{ points: '0' }, ['points']], [{ points: '-20' }, ['points']], [{ points: '', hours: '' }, ['points']],
		[{ stock: '-1' }, ['stock']], [{ kind: 'money' }, ['kind']], [{ worth: '-1' }, ['worth']], [{ about: 'x'.repeat(10000) }, ['about']]])
		assert.deepEqual(wrong(await add(f)), fields, JSON.stringify(f).slice(0, 80))
	const bad = await gift({ donor: '<script>alert(1)</script>' })
	assert.ok(!(await clerk.get('/bank/gifts')).text.includes('<script>alert'))
	assert.ok(!(await new Client().get('/bank/s/1/shelf')).text.includes('<script>alert'))
	status(await clerk.post(`/bank/gifts/${bad}`, form({ was: '1', stock: '1', on: undefined })), 303)
	assert.equal(value('SELECT state FROM gift WHERE uid = UNHEX(?)', [bad]), 'off')
})

test('an exchange takes a piece and points, and is picked up by its letters', async () => {
	const uid = await gift({ stock: '3' }), h = await home(50)
	const page = status(await card(h.client, h.k), 200).page
	assert.equal(page.Gifts.find((g) => g.uid === uid).can, 1)
	status(await take(h, uid), 303)
	const [x] = await waiting(h)
	assert.match(x.code, /^[A-HJ-NP-Z]{6}$/)
	assert.deepEqual([stock(uid), points(h.no)], [2, 30])
	assert.ok(!(await clerk.get('/bank/gifts/waiting')).text.includes(x.code), 'staff are told it by who comes')
	assert.deepEqual(wrong(await clerk.post('/bank/gifts/code', { letters: 'ZZZZZZ' })), ['letters'])
	status(await far.post('/bank/gifts/code', { letters: x.code }), 422)
	const found = status(await clerk.post('/bank/gifts/code', { letters: x.code.toLowerCase() }), 200).page.Exchange
	assert.deepEqual([found.uid, found.who], [x.uid, h.no])
	assert.deepEqual(wrong(await exchange(clerk, x.uid, 'hand', { letters: 'AAAAAA' })), ['letters'])
	status(await exchange(clerk, x.uid, 'hand', { letters: x.code }), 303)
	status(await exchange(clerk, x.uid, 'hand', { letters: x.code }), 409)
	status(await exchange(clerk, x.uid, 'cancel', { why: '反悔' }), 409)
	assert.deepEqual([state(uid), stock(uid), points(h.no)], ['handed', 2, 30])
	assert.deepEqual(await waiting(h), [])
})

test('one piece and two exchanges at the same moment: one has it, and the other keeps its points', async () => {
	const uid = await gift({ stock: '1' }), homes = await Promise.all([home(20), home(20), home(20)])
	const all = await Promise.all(homes.map((h) => take(h, uid)))
	assert.deepEqual(all.map((r) => r.status).sort(), [303, 422, 422])
	assert.equal(stock(uid), 0)
	assert.deepEqual(homes.map((h) => points(h.no)).sort((a, b) => a - b), [0, 20, 20])
	assert.equal(value('SELECT COUNT(*) FROM gift_exchange x JOIN gift g ON g.id = x.gift_id WHERE g.uid = UNHEX(?)', [uid]), '1')
})

test('points for one and two exchanges at the same moment: nothing goes below nothing', async () => {
	const a = await gift({ stock: '9' }), b = await gift({ stock: '9' }), h = await home(30)
	const keys = await Promise.all([0, 1].map(async () => status(await card(new Client(), h.k), 200).page.Key))
	const all = await Promise.all([a, b].map((g, i) => new Client().post('/bank/green/take', { k: h.k, gift: g, price: '20', key: keys[i] })))
	assert.deepEqual(all.map((r) => r.status).sort(), [303, 422])
	assert.equal(points(h.no), 10)
	assert.equal(stock(a) + stock(b), 17)
})

test('a form that is sent twice is one exchange; the price is the one that was shown', async () => {
	const uid = await gift({ stock: '5' }), h = await home(100)
	const key = status(await card(h.client, h.k), 200).page.Key
	const both = await Promise.all([0, 1].map(() => h.client.post('/bank/green/take', { k: h.k, gift: uid, price: '20', key })))
	for (const r of both) status(r, 303)
	assert.deepEqual([stock(uid), points(h.no)], [4, 80])
	assert.deepEqual(wrong(await h.client.post('/bank/green/take', { k: h.k, gift: await gift(), price: '20', key })), [''], 'another thing by the same form')
	for (const price of ['19', '1', '0', '-20', '']) status(await take(h, uid, price), 422)
	status(await take(h, '0'.repeat(32)), 404)
	const theirs = await gift()
	sql('UPDATE gift SET station_id = (SELECT id FROM station WHERE no = 2) WHERE uid = UNHEX(?)', [theirs])
	status(await take(h, theirs), 404)
	status(await h.client.post('/bank/green/take', { k: h.k, gift: uid, price: '20', key: 'x' }), 403)
	assert.deepEqual([stock(uid), points(h.no)], [4, 80])
})

test('what is not wanted any more goes back, once', async () => {
	const uid = await gift(), h = await home(20), stranger = await home(20)
	status(await take(h, uid), 303)
	const [x] = await waiting(h)
	const untake = (by) => by.client.submit(`/bank/green/c?k=${by.k}`, { k: by.k, exchange: x.uid }, { to: '/bank/green/untake' })
	status(await untake(stranger), 404)
	const both = await Promise.all([untake(h), untake(h)])
	assert.deepEqual(both.map((r) => r.status).sort(), [303, 409])
	assert.deepEqual([state(uid), stock(uid), points(h.no)], ['cancelled', 1, 20])
})

test('the station takes back what it cannot give, with a reason; nobody serves themselves', async () => {
	const v = await newVolunteer()
	const own = await newStaff({ role: 'clerk', person: v.form })
	const uid = await gift(), h = await home(20, { volunteer_no: v.no })
	status(await take(h, uid), 303)
	const [x] = await waiting(h)
	assert.deepEqual(wrong(await exchange(own.client, x.uid, 'hand', { letters: x.code })), [''])
	assert.deepEqual(wrong(await exchange(own.client, x.uid, 'cancel', { why: '不要' })), [''])
	assert.deepEqual(wrong(await exchange(clerk, x.uid, 'cancel', { why: '' })), ['why'])
	status(await exchange(clerk, x.uid, 'cancel', { why: '破损' }), 303)
	assert.deepEqual([state(uid), stock(uid), points(h.no)], ['cancelled', 1, 20])
})

test('what nobody picked up in time goes back by the loop; points of a year that is over do not', async () => {
	const a = await gift(), b = await gift(), h = await home(40)
	status(await take(h, a), 303)
	status(await take(h, b), 303)
	sql(`UPDATE gift_exchange x JOIN gift g ON g.id = x.gift_id SET x.until_on = CURDATE() - INTERVAL 1 DAY, x.year = x.year - (g.uid = UNHEX(?))
		WHERE g.uid IN (UNHEX(?), UNHEX(?))`, [b, a, b])
	await until(() => {
		again('activity-close')
		return state(a) === 'lapsed' && state(b) === 'lapsed'
	}, 20_000, { what: 'both lapsed' })
	assert.deepEqual([stock(a), stock(b), points(h.no)], [1, 1, 20])
})

test('stock is put right by the difference, so that what was exchanged meanwhile stays gone', async () => {
	const uid = await gift({ stock: '5' }), h = await home(20)
	const seen = status(await clerk.getJson(`/bank/gifts/${uid}`), 200).page.Form
	status(await take(h, uid), 303)
	status(await clerk.post(`/bank/gifts/${uid}`, form({ was: String(seen.was), stock: '8' })), 303)
	assert.equal(stock(uid), 7)
	assert.deepEqual(wrong(await clerk.post(`/bank/gifts/${uid}`, form({ was: '99', stock: '1' }))), ['stock'])
})

test('where the station takes no points there is no exchange, and the page says so', async () => {
	const uid = await gift(), h = await home(20)
	const set = (value) => other.post('/station/rules/gift_points', { value })
	status(await set('0'), 303)
	assert.deepEqual(wrong(await take(h, uid)), [''])
	assert.match((await new Client().get('/bank/s/1/shelf')).text, /现在不办理兑换/)
	status(await set(''), 303)
	status(await take(h, uid), 303)
})

guardGet('/bank/offers')
guardPost('/bank/offers/new')
const offered = (f = {}) => clerk.submit('/bank/offers/new', { partner: '区图书馆', offer: '借书免押金', star_from: '0', valid_until: '2099-12-31', ...f })
const anOffer = async () => {
	status(await offered(), 303)
	return value('SELECT LOWER(HEX(uid)) FROM partner_offer ORDER BY id DESC LIMIT 1')
}
guardPost('/bank/offers/{}/end', { of: anOffer, elsewhere: 'zhaolei' })

test('offers of partners: who may use them, until when', async () => {
	const name = `停车场 ${Date.now()}`
	for (const [f, field] of [[{ partner: '' }, 'partner'], [{ star_from: '6' }, 'star_from'], [{ star_from: '-1' }, 'star_from'], [{ valid_until: '2026-02-30' }, 'valid_until']])
		assert.deepEqual(wrong(await offered(f)), [field])
	status(await offered({ partner: name, star_from: '5', offer: '<i>免费</i>' }), 303)
	status(await offered({ partner: `${name} 旧`, valid_until: '2020-01-01' }), 303)
	const v = await newVolunteer()
	const seen = async (by) => status(await by.getJson('/bank/s/1/offers'), 200).page.Offers.filter((o) => o.partner.startsWith(name))
	assert.equal((await seen(new Client())).length, 1, 'not the one that is over')
	assert.ok(!(await new Client().get('/bank/s/1/offers')).text.includes('<i>免费'))
	assert.equal((await seen(v.client))[0].mine, undefined)
	sql('UPDATE volunteer SET star = 5 WHERE no = ?', [v.no])
	assert.equal((await seen(v.client))[0].mine, 1)
	const uid = value('SELECT LOWER(HEX(uid)) FROM partner_offer WHERE partner = ?', [name])
	status(await clerk.post(`/bank/offers/${uid}/end`), 303)
	assert.equal((await seen(new Client())).length, 0)
	status(await clerk.post(`/bank/offers/${uid}/end`), 409)
})
await end()
