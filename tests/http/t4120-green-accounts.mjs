// 绿色账户: an account and its card from the desk, the card's page, amendments, a lost card, another station's staff.
import { assert, Client, end, guardGet, guardPost, newStaff, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { card, opened, points, tokenOf } from './lib/green.mjs'

const clerk = await staff('liwei'), other = await staff('zhangmin'), far = await staff('zhaolei')
const wrong = (r) => status(r, 422).page.Errors.map((e) => e.field ?? '').sort()
const step = (by, no, verb, f) => by.submit(`/bank/green/a/${no}`, f, { to: `/bank/green/a/${no}/${verb}` })
const at = async () => opened(clerk)

guardGet('/bank/green')
guardGet('/bank/green/lapsing')
guardGet('/bank/green/duty')
guardGet('/bank/green/a/{}', { of: at, elsewhere: 'zhaolei' })
guardPost('/bank/green/new')
guardPost('/bank/green/duty')
for (const verb of ['look', 'amend', 'link', 'replace', 'close'])
	guardPost(`/bank/green/a/{}/${verb}`, { of: at, elsewhere: 'zhaolei' })

test('an account is opened with its card, which says nothing of whose it is', async () => {
	const no = await opened(clerk, { place: '3 号楼 2 单元 501' })
	const k = await tokenOf(clerk, no)
	assert.match(k, /^[0-9a-f]{24}$/)
	const pdf = status(await clerk.get(`/bank/green/a/${no}/card`), 200)
	assert.match(pdf.headers['content-type'] ?? pdf.type, /application\/pdf/)
	status(await far.get(`/bank/green/a/${no}/card`), 404)
	const { Account } = status(await clerk.getJson(`/bank/green/a/${no}`), 200).page
	assert.ok(!Account.place.includes('501'), 'masked')
	assert.equal(value('SELECT place_sealed LIKE ? FROM green_account WHERE no = ?', ['%501%', no]), '0')
	const home = status(await card(new Client(), k), 200)
	assert.equal(home.page.Account.no, no)
	assert.equal(Number(home.page.Account.points), 0)
	assert.ok(!home.text.includes('501'))
	assert.match(home.headers['cache-control'], /no-store/)
	status(await card(new Client(), k.replace(/.$/, (c) => (c === '0' ? '1' : '0'))), 404)
	status(await card(new Client(), 'x'.repeat(5000)), 404)
	status(await new Client().getJson('/bank/green/c'), 404)
})

test('where it is, is looked at with a purpose', async () => {
	const no = await opened(clerk, { place: '9 号楼 601' })
	assert.deepEqual(wrong(await step(clerk, no, 'look', { purpose: '' })), ['purpose'])
	assert.equal(status(await step(clerk, no, 'look', { purpose: '补卡核对' }), 200).page.Account.place, '9 号楼 601')
	assert.equal(value("SELECT COUNT(*) FROM unmask WHERE field = 'green_account.place' AND purpose = '补卡核对'") > 0, true)
})

test('what is wrong is told beside its field; a household has one account', async () => {
	const add = (f) => clerk.submit('/bank/green/new', { place: '1 号楼', ...f })
	assert.deepEqual(wrong(await add({ place: '' })), ['place'])
	assert.deepEqual(wrong(await add({ household: 'F2699999999' })), ['household'])
	assert.deepEqual(wrong(await add({ volunteer_no: 'V2699999999' })), ['volunteer_no'])
	const mark = `FG${Date.now() % 1e8}`
	sql(`INSERT INTO household (uid, no, station_id, name_sealed, consent_at) VALUES (RANDOM_BYTES(16), ?, (SELECT id FROM station WHERE no = 1), '', NOW())`, [mark])
	status(await add({ household: mark }), 303)
	assert.deepEqual(wrong(await add({ household: mark })), ['household'])
})

test('a form that is sent twice opens one account', async () => {
	const key = status(await clerk.getJson('/bank/green/new'), 200).page.Key
	const f = { key, place: '双击楼 1' }
	const n = () => Number(value('SELECT COUNT(*) FROM green_account'))
	const before = n()
	await Promise.all([clerk.post('/bank/green/new', f), clerk.post('/bank/green/new', f)])
	assert.equal(n(), before + 1)
})

test('points are put right with a reason, never below nothing, and not by who they belong to', async () => {
	const v = await newVolunteer()
	const own = await newStaff({ role: 'clerk', person: v.form })
	const no = await opened(clerk, { volunteer_no: v.no })
	assert.deepEqual(wrong(await step(other, no, 'amend', { points: '0', reason: '漏记' })), ['points'])
	assert.deepEqual(wrong(await step(other, no, 'amend', { points: '10', reason: '' })), ['reason'])
	assert.deepEqual(wrong(await step(other, no, 'amend', { points: '99999999999999999999', reason: '漏记' })), ['points'])
	assert.deepEqual(wrong(await step(other, no, 'amend', { points: '-1', reason: '多记' })), ['points'])
	assert.deepEqual(wrong(await step(own.client, no, 'amend', { points: '100', reason: '给自己' })), [''])
	assert.equal(points(no), 0)
	status(await step(other, no, 'amend', { points: '30', reason: '<b>漏记</b>' }), 303)
	status(await step(other, no, 'amend', { points: '-10', reason: '多记' }), 303)
	assert.equal(points(no), 20)
	assert.ok(!(await clerk.get(`/bank/green/a/${no}`)).text.includes('<b>漏记'))
	assert.equal(value("SELECT COUNT(*) FROM audit WHERE action = 'green.amend' AND target_id = (SELECT id FROM green_account WHERE no = ?)", [no]), '2')
	assert.match(status(await v.client.get('/bank/green/mine'), 303).location, new RegExp(`k=${await tokenOf(clerk, no)}`))
	assert.equal(status(await (await newVolunteer()).client.get('/bank/green/mine'), 200).status, 200)
})

test('a lost card opens nothing, its successor all of it', async () => {
	const no = await opened(clerk)
	const old = await tokenOf(clerk, no)
	status(await step(other, no, 'amend', { points: '50', reason: '补录' }), 303)
	assert.deepEqual(wrong(await step(clerk, no, 'replace', { why: '' })), ['why'])
	status(await step(clerk, no, 'replace', { why: '丢失' }), 303)
	const k = await tokenOf(clerk, no)
	assert.notEqual(k, old)
	status(await card(new Client(), old), 404)
	assert.equal(Number(status(await card(new Client(), k), 200).page.Account.points), 50)
	status(await step(clerk, no, 'close', { why: '搬走' }), 303)
	status(await card(new Client(), k), 404)
	status(await step(clerk, no, 'amend', { points: '1', reason: '补录' }), 409)
	status(await step(clerk, no, 'replace', { why: '丢失' }), 409)
})

test('points are given to charity once, and not more than there are', async () => {
	const no = await opened(clerk), k = await tokenOf(clerk, no), home = new Client()
	status(await step(other, no, 'amend', { points: '50', reason: '补录' }), 303)
	const give = (points, key) => home.submit(`/bank/green/c?k=${k}`, { k, points, ...(key ? { key } : {}) }, { to: '/bank/green/donate' })
	for (const bad of ['0', '-5', '1e3', '51', '']) assert.deepEqual(wrong(await give(bad)), ['points'])
	const key = status(await card(home, k), 200).page.Key
	const both = await Promise.all([give('30', key), give('30', key)])
	for (const r of both) status(r, 303)
	assert.equal(points(no), 20)
	status(await home.post('/bank/green/donate', { k, points: '1' }), 403)
	const shelf = status(await new Client().getJson('/bank/s/1/shelf'), 200).page
	assert.ok(Number(shelf.Donated) >= 30)
	status(await new Client().getJson('/bank/s/999999/shelf'), 404)
})

test('whose points lapse with nobody to be told stands on the list for the wall', async () => {
	const v = await newVolunteer()
	const told = await opened(clerk, { volunteer_no: v.no }), untold = await opened(clerk)
	for (const no of [told, untold]) status(await step(other, no, 'amend', { points: '5', reason: '补录' }), 303)
	const list = status(await clerk.getJson('/bank/green/lapsing'), 200).page.Lapsing.map((a) => a.no)
	assert.ok(list.includes(untold) && !list.includes(told))
	status(await step(clerk, untold, 'link', { volunteer_no: v.no }), 303)
	assert.ok(!(status(await clerk.getJson('/bank/green/lapsing'), 200).page.Lapsing ?? []).some((a) => a.no === untold))
})
await end()
