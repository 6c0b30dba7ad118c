// The ledger of funds kept the names of people who had been erased, and of whoever asked not to stand there. And a settlement of a loan
// with nothing but losses had no key of its own: a double click took twice.
import { assert, end, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { dayFrom, published } from './lib/project.mjs'
import { approve, budget, cameIn, fund, lineOf, purseOf, sendIn, sendOut, spending } from './lib/fund.mjs'
import { personOf } from './lib/recognition.mjs'

const [clerk, reviewer, manager, elsewhere] = await Promise.all(['liwei', 'wangfang', 'zhangmin', 'zhaolei'].map((n) => staff(n)))
const wrong = (r) => status(r, 422).page.Errors.map((e) => e.field).sort()
const parties = (person) => sql('SELECT party, party_public FROM fund_entry WHERE person_id = ? ORDER BY id', [person])

const p = await published(clerk, reviewer, { plan: { title: `留名${process.pid}` }, positions: [{}] })
await cameIn(clerk, { amount_yuan: '100', project: p.no, party: '区民政局' })
await budget(clerk, reviewer, p.no, '交通', '50')
const of = { purse: await purseOf(clerk, `留名${process.pid}`), line: await lineOf(clerk, `留名${process.pid}`) }

test('a donor and a payee who are registered are known by their number, and their names go when they go', async () => {
	const v = await newVolunteer({ name: '游登记' }), person = personOf(v.no)
	assert.deepEqual(wrong(await sendIn(clerk, { volunteer_no: 'V9900100001' })), ['volunteer_no'])
	const gave = await cameIn(clerk, { volunteer_no: v.no, party_public: 1, amount_yuan: '66.66' })
	assert.deepEqual([(await fund(clerk, gave)).Fund.party, (await fund(clerk, gave)).Fund.party_no], ['游登记', v.no])
	assert.deepEqual(wrong(await sendOut(clerk, { ...of, party: '' })), ['party'])
	const paid = await spending(clerk, { ...of, party: '', volunteer_no: v.no, amount_yuan: '3' })
	status(await approve(reviewer, paid), 303)
	status(await manager.post(`/support/funds/${paid}/void`, { reason: '重复报销' }), 303)
	assert.equal(parties(person).length, 3, 'and what takes it back')
	const copy = JSON.parse(status(await v.client.post('/account/me/export'), 200).text)
	assert.match(JSON.stringify(copy), new RegExp(gave))
	const open = async () => (status(await clerk.getJson('/support/open/1'), 200).page.Gifts ?? []).find((g) => g.amount === '66.66')
	assert.equal((await open()).party, '游登记')
	status(await v.client.post('/account/me/erase', { confirm: '1' }), 303)
	assert.deepEqual(parties(person), [])
	for (const no of [gave, paid]) assert.equal((await fund(clerk, no)).Fund.party, '')
	assert.equal(value("SELECT COUNT(*) FROM fund_entry WHERE party = '游登记'"), '0')
	assert.equal((await open()).party, undefined)
})

test('nobody approves what is paid to themselves by their number, nor to their name', async () => {
	const me = value("SELECT v.no FROM volunteer v JOIN staff f ON f.person_id = v.person_id WHERE f.login = 'wangfang'")
	if (!me) return
	const mine = await spending(clerk, { ...of, party: '', volunteer_no: me, amount_yuan: '1' })
	assert.equal(status(await approve(reviewer, mine), 409).page.Refused, 'own_payment')
})

test('a name that stands there as typed goes when whoever it is asks for that, from the entry and from what takes it back', async () => {
	const out = await spending(clerk, { ...of, party: '吴要求', amount_yuan: '2' })
	status(await reviewer.post(`/support/funds/${out}/forget`, { confirm: 1 }), 409, 'while it waits it keeps its name')
	status(await approve(reviewer, out), 303)
	status(await manager.post(`/support/funds/${out}/void`, { reason: '发票作废' }), 303)
	assert.deepEqual(wrong(await reviewer.post(`/support/funds/${out}/forget`, {})), ['confirm'])
	const counter = (await fund(clerk, out)).Fund.countered_by
	status(await reviewer.post(`/support/funds/${counter}/forget`, { confirm: 1 }), 303)
	for (const no of [out, counter]) assert.equal((await fund(clerk, no)).Fund.party, '')
	status(await reviewer.post(`/support/funds/${out}/forget`, { confirm: 1 }), 409, 'there is none any more')
	status(await elsewhere.post(`/support/funds/${out}/forget`, { confirm: 1 }), 403)
	assert.equal(value("SELECT detail FROM audit WHERE action = 'fund_entry.forget' ORDER BY id DESC LIMIT 1"), null)
	assert.deepEqual(sql('SELECT amount_fen FROM fund_entry WHERE no = ?', [out]), [{ amount_fen: '200' }])
})

test('what is lost of a loan is noted once, however often the button is pressed, with the reason', async () => {
	const name = `手电${process.pid}`
	const thing = new URL(status(await clerk.submit('/support/materials/new', { name, unit: '把', durable: 1 }), 303).location).pathname.split('/')[3]
	const seen = async () => status(await clerk.getJson(`/support/materials/${thing}`), 200).page
	status(await clerk.submit(`/support/materials/${thing}/in`, { quantity: 9, kind: 'bought', happened_on: dayFrom(0) }), 303)
	status(await clerk.submit(`/support/materials/${thing}/lend`, { quantity: 6, party: '甲队', due_on: dayFrom(7) }), 303)
	const loan = (await seen()).Loans.at(-1).uid, path = `/support/materials/${thing}/back/${loan}`
	const { page } = status(await clerk.getJson(path), 200)
	const twice = await Promise.all([1, 2, 3].map(() => clerk.post(path, { key: page.Key, returned: 0, lost: 2, note: '巡逻时丢了' })))
	assert.deepEqual(twice.map((r) => r.status), [303, 303, 303])
	assert.deepEqual(sql('SELECT returned, lost, state FROM material_loan WHERE uid = UNHEX(?)', [loan]), [{ returned: '0', lost: '2', state: 'lent' }])
	status(await clerk.post(path, { key: page.Key, returned: 1, lost: 0 }), 303, 'the same form with another figure is the same form')
	assert.equal((await seen()).Thing.lent, 4)
	status(await clerk.submit(path, { returned: 3, lost: 1, note: '灯泡坏了' }), 303)
	const { Settled } = status(await clerk.getJson(path), 200).page
	assert.deepEqual(Settled.map((s) => [s.returned, s.lost, s.note]), [[0, 2, '巡逻时丢了'], [3, 1, '灯泡坏了']])
	assert.deepEqual([(await seen()).Thing.stock, (await seen()).Thing.lent], [6, 0])
})
await end()
