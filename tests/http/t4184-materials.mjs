// Materials: what is in store never falls below zero, whoever takes at the same moment; loans have a day and come back; a count
// that differs says why.
import { assert, end, guardGet, guardPost, sql, staff, status, test, value } from './lib.mjs'
import { admin } from './lib/admin.mjs'
import { dayFrom } from './lib/project.mjs'
import { cameIn } from './lib/fund.mjs'

const [clerk, other, elsewhere] = await Promise.all(['liwei', 'chenjie', 'zhaolei'].map((n) => staff(n)))
const wrong = (r) => status(r, 422).page.Errors.map((e) => e.field).sort()
let serial = 0
const uidOf = (r) => new URL(status(r, 303).location).pathname.split('/')[3]
const thing = async (changes = {}, who = clerk) =>
	uidOf(await who.submit('/support/materials/new', { name: `雨伞${process.pid}-${++serial}`, unit: '把', durable: 1, place: '一号柜', ...changes }))
const FORMS = {
	in: () => ({ quantity: 10, kind: 'gift', party: '兴旺超市', happened_on: dayFrom(0) }),
	out: () => ({ quantity: 1, kind: 'used', party: '助餐项目', note: '雨天送餐', happened_on: dayFrom(0) }),
	lend: () => ({ quantity: 1, party: '甲队', phone: '13900001111', due_on: dayFrom(7) }),
	count: () => ({ counted: 10, stock: 10 }),
}
const step = (uid, what, changes = {}, who = clerk) => who.submit(`/support/materials/${uid}/${what}`, { ...FORMS[what](), ...changes })
const seen = async (uid, who = clerk) => status(await who.getJson(`/support/materials/${uid}`), 200).page
const stock = async (uid) => (await seen(uid)).Thing.stock
const stocked = async (n = 10) => {
	const uid = await thing()
	status(await step(uid, 'in', { quantity: n }), 303)
	return uid
}
const lent = async (uid, changes) => {
	status(await step(uid, 'lend', changes), 303)
	return (await seen(uid)).Loans.at(-1).uid
}

const shared = await stocked()
const of = () => shared
const back = await lent(shared)
for (const path of ['', '/new', '/ledger', '/loans']) guardGet(`/support/materials${path}`)
for (const path of ['', '/in', `/back/${back}`]) guardGet(`/support/materials/{}${path}`, { of, elsewhere: 'zhaolei' })
guardPost('/support/materials/new')
guardPost('/support/materials/{}/call', { of, elsewhere: 'zhaolei', form: { loan: back, purpose: '催还' } })
guardPost('/support/materials/{}/in', { of, elsewhere: 'zhaolei' })
guardPost(`/support/materials/{}/back/${back}`, { of, elsewhere: 'zhaolei' })

test('a thing is registered once; what is wrong is said beside its field', async () => {
	const name = `折叠椅${process.pid}`
	const uid = await thing({ name })
	assert.deepEqual(wrong(await clerk.submit('/support/materials/new', { name, unit: '把' })), ['name'])
	await thing({ name }, elsewhere)
	assert.deepEqual(wrong(await clerk.submit('/support/materials/new', {})), ['name', 'unit'])
	for (const quantity of ['0', '-1', '1000001', '1.5', '九']) assert.deepEqual(wrong(await step(uid, 'in', { quantity })), ['quantity'], quantity)
	assert.deepEqual(wrong(await step(uid, 'in', { kind: 'loss', happened_on: dayFrom(1), fund: 'E9900100001' })), ['fund', 'happened_on', 'kind'])
	assert.deepEqual(wrong(await step(uid, 'out', { kind: 'gift', note: '' })), ['note'])
	assert.equal(await stock(uid), 0)
	status(await clerk.getJson(`/support/materials/${uid}/burn`), 404)
	status(await clerk.getJson(`/support/materials/${'0'.repeat(32)}`), 404)
})

test('a gift in kind stands in both ledgers', async () => {
	const uid = await thing(), fund = await cameIn(clerk, { way: 'goods', estimate: '超市小票' }), money = await cameIn(clerk)
	assert.deepEqual(wrong(await step(uid, 'in', { fund: money })), ['fund'])
	status(await step(uid, 'in', { fund: fund.toLowerCase() }), 303)
	assert.equal((await seen(uid)).Moves[0].fund, fund)
})

test('taken at the same moment, the last one goes once', async () => {
	const uid = await stocked(1)
	const pages = await Promise.all([clerk, other].map((c) => c.getJson(`/support/materials/${uid}/out`)))
	const answers = await Promise.all([clerk, other].map((c, i) => c.post(`/support/materials/${uid}/out`, { key: pages[i].page.Key, ...FORMS.out() })))
	assert.deepEqual(answers.map((r) => r.status).sort(), [303, 422])
	assert.equal(await stock(uid), 0)
	assert.match(status(await step(uid, 'out'), 422).page.Errors[0].text, /库存不够/)
})

test('sent twice it is one row; numbers have no gap', async () => {
	const uid = await thing()
	const { page } = await clerk.getJson(`/support/materials/${uid}/in`)
	for (let i = 0; i < 2; i++) status(await clerk.post(`/support/materials/${uid}/in`, { key: page.Key, ...FORMS.in() }), 303)
	assert.equal(await stock(uid), 10)
	const [{ n, last }] = sql('SELECT COUNT(*) n, MAX(RIGHT(no, 5)) last FROM material WHERE station_id = (SELECT id FROM station WHERE no = 1)')
	assert.equal(Number(n), Number(last))
})

test('lent until a day: it comes back in parts, what is lost says why, and never more than was lent', async () => {
	const uid = await stocked(5), used = await thing({ durable: undefined })
	status(await step(used, 'in'), 303)
	assert.deepEqual(wrong(await step(used, 'lend')), ['quantity'])
	assert.deepEqual(wrong(await step(uid, 'lend', { due_on: dayFrom(-1), phone: '12' })), ['phone'])
	assert.deepEqual(wrong(await step(uid, 'lend', { due_on: dayFrom(-1) })), ['due_on'])
	assert.deepEqual(wrong(await step(uid, 'lend', { quantity: 6 })), ['quantity'])
	assert.equal((await seen(uid)).Loans, undefined, 'nothing of a loan that the stock does not allow')
	const loan = await lent(uid, { quantity: 4 })
	assert.deepEqual([(await seen(uid)).Thing.stock, (await seen(uid)).Thing.lent], [1, 4])
	const take = (form) => clerk.submit(`/support/materials/${uid}/back/${loan}`, form)
	assert.deepEqual(wrong(await take({ returned: 5 })), ['returned'])
	assert.deepEqual(wrong(await take({})), ['returned'])
	assert.deepEqual(wrong(await take({ returned: 0, lost: 1 })), ['note', 'returned'].slice(0, 1))
	status(await take({ returned: 2 }), 303)
	status(await take({ returned: 1, lost: 1, note: '伞骨断了' }), 303)
	status(await take({ returned: 1 }), 422)
	assert.deepEqual([(await seen(uid)).Thing.stock, (await seen(uid)).Thing.lent, (await seen(uid)).Loans], [4, 0, undefined])
	const [row] = sql('SELECT state, returned, lost FROM material_loan WHERE uid = UNHEX(?)', [loan])
	assert.deepEqual(row, { state: 'closed', returned: '3', lost: '1' })
})

test('past its day a loan is overdue: in the list, on the desk', async () => {
	const uid = await stocked(2)
	await lent(uid)
	sql('UPDATE material_loan SET lent_on = CURDATE() - INTERVAL 9 DAY, due_on = CURDATE() - INTERVAL 1 DAY WHERE thing_id = (SELECT id FROM material_thing WHERE uid = UNHEX(?))', [uid])
	const { Loans, Overdue } = status(await clerk.getJson('/support/materials/loans?state=lent'), 200).page
	assert.equal(Loans.find((l) => l.thing === uid).state, 'overdue')
	assert.ok(Overdue >= 1)
	assert.ok(status(await clerk.getJson('/account/desk'), 200).page.Waiting.some((w) => w.what === 'loan'))
})

test('a telephone is sealed, and seen one look at a time', async () => {
	const uid = await stocked(1), loan = await lent(uid)
	assert.ok(!status(await clerk.get(`/support/materials/${uid}`), 200).text.includes('13900001111'))
	assert.ok(!value('SELECT HEX(phone_sealed) FROM material_loan WHERE uid = UNHEX(?)', [loan]).includes(Buffer.from('13900001111').toString('hex').toUpperCase()))
	const looks = () => Number(value("SELECT COUNT(*) FROM unmask WHERE field = 'loan_phone'"))
	const before = looks()
	assert.equal(status(await clerk.post(`/support/materials/${uid}/call`, { loan, purpose: '催还' }), 200).page.Call.phone, '13900001111')
	assert.equal(looks(), before + 1)
	status(await clerk.post(`/support/materials/${shared}/call`, { loan, purpose: '催还' }), 404)
})

test('a count that differs says why, and what moved meanwhile is counted again', async () => {
	const uid = await stocked(10)
	const { page } = await clerk.getJson(`/support/materials/${uid}/count`)
	assert.deepEqual(wrong(await clerk.post(`/support/materials/${uid}/count`, { key: page.Key, counted: 8, stock: 10 })), ['note'])
	status(await step(uid, 'out'), 303)
	assert.deepEqual(wrong(await clerk.post(`/support/materials/${uid}/count`, { key: page.Key, counted: 8, stock: 10, note: '少了两把' })), ['counted'])
	status(await step(uid, 'count', { counted: 9, stock: 9 }), 303)
	status(await step(uid, 'count', { counted: 7, stock: 9, note: '少了两把' }), 303)
	const { Thing, Moves } = await seen(uid)
	assert.deepEqual([Thing.stock, Moves[0].kind, Moves[0].direction, Moves[0].quantity, Moves[0].stock_after], [7, 'count', 'out', 2, 7])
})

test('the ledger goes into a file and is found by what it says; script stays text', async () => {
	const uid = await thing({ name: `<b>${process.pid}</b>` })
	status(await step(uid, 'in', { party: '<script>x</script>' }), 303)
	assert.ok(!status(await clerk.get('/support/materials/ledger'), 200).text.includes('<script>x'))
	const get = async (query) => status(await clerk.getJson(`/support/materials/ledger?${query}`), 200).page.Moves ?? []
	assert.ok((await get('kind=count')).every((m) => m.kind === 'count'))
	assert.ok((await get('direction=out')).every((m) => m.direction === 'out'))
	assert.match(status(await clerk.get('/support/materials/ledger?as=csv'), 200).text, /捐赠入库/)
	status(await clerk.get('/support/materials?as=xlsx'), 200)
	status(await clerk.get('/support/materials/loans?as=csv'), 200)
})

test('recount knows the stock', async () => {
	assert.doesNotMatch(admin('recount').stdout, /material/)
	sql('UPDATE material_thing SET stock = stock + 1 WHERE uid = UNHEX(?)', [shared])
	assert.match(admin('recount').stdout, /material/)
	sql('UPDATE material_thing SET stock = stock - 1 WHERE uid = UNHEX(?)', [shared])
})

await end()
