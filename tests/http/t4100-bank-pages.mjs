// The time bank: who may see which page and do what, and what a page says of nothing.
import { assert, Client, end, guardGet, guardPost, newVolunteer, staff, status, test } from './lib.mjs'
import { accountOf, aged, saved } from './lib/bank.mjs'

const v = await aged(66)
saved(v.no, 60)
const of = () => accountOf(v.no).uid_hex
for (const page of ['', '/draws', '/pool', '/solvency']) guardGet(`/bank/manage${page}`)
for (const page of ['', '/passbook']) guardGet(`/bank/manage/account/{}${page}`, { of, elsewhere: 'zhaolei' })
guardPost('/bank/manage/account/{}/draw', { of, elsewhere: 'zhaolei', form: { order_no: 'D2600100001', minutes: '30' } })
guardPost('/bank/manage/account/{}/kin', { of, elsewhere: 'zhaolei',
	form: { relative_no: 'V2600100001', relation: 'parent', paper: 'book', document_seen: '1' } })
for (const page of ['/bank/rules', '/bank/rules/610502', '/bank/solvency']) guardGet(page, { wrong: 'liwei' })

test('a volunteer without an account is told how one comes about', async () => {
	const me = await newVolunteer()
	const r = status(await me.client.getJson('/bank/'), 200)
	assert.equal(r.page.Account, undefined)
	assert.match(status(await me.client.get('/bank/'), 200).text, /还没有存入时间/)
	status(await new Client().get('/bank/'), 303)
	for (const page of ['statement', 'draw', 'give']) status(await me.client.getJson(`/bank/${page}`), 404)
	status(await me.client.post('/bank/give', { to: '0'.repeat(32), minutes: '1', confirm: '1' }), 404)
})

test('staff see the accounts of their own station', async () => {
	const own = status(await (await staff('liwei')).getJson('/bank/manage'), 200).page.Accounts
	assert.ok(own.some((a) => a.no === v.no && a.hours === '1.00'))
	const other = status(await (await staff('zhaolei')).getJson('/bank/manage'), 200).page.Accounts ?? []
	assert.ok(!other.some((a) => a.no === v.no))
})

test('an overseer sets a rule in their own division, and no nonsense', async () => {
	const madan = await staff('madan')
	status(await madan.getJson('/bank/rules/150102'), 404)
	const r = await madan.submit('/bank/rules/610502', { preset: 'atlantis', age_from: '-1', minors: 'no', cap_hours: '9999999999', beyond: 'none', team: 'x',
		draw_age: '60', pool_age: '80', categories: ['ZZZZ'] })
	const fields = new Set(status(r, 422).page.Errors.map((e) => e.field))
	for (const field of ['age_from', 'cap_hours']) assert.ok(fields.has(field), field)
})
await end()
