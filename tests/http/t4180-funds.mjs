// Funds: what comes in counts at once, spending by two persons alone, never above the money nor the budget; what was wrong is
// taken back by a counter entry, and sums agree with the entries.
import { assert, end, guardGet, guardPost, newStaff, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { admin } from './lib/admin.mjs'
import { newActivity } from './lib/activity.mjs'
import { dayFrom, published } from './lib/project.mjs'
import { approve, ask, budget, cameIn, changesOf, fund, inForm, lineOf, noOf, outForm, purseOf, receipt, sendIn, sendOut, spending } from './lib/fund.mjs'

const [clerk, other, reviewer, manager, elsewhere] = await Promise.all(['liwei', 'chenjie', 'wangfang', 'zhangmin', 'zhaolei'].map((n) => staff(n)))
const wrong = (r) => status(r, 422).page.Errors.map((e) => e.field).sort()
const said = (r) => status(r, 422).page.Errors.map((e) => e.text).join(' ')
const states = (no) => value('SELECT state FROM fund_entry WHERE no = ?', [no])
const hex = (code) => Buffer.from(code, 'hex')
const purseRow = (code) => sql('SELECT in_fen, out_fen FROM fund_purse WHERE uid = ?', [hex(code)])[0]
const refused = (r) => status(r, 409).page.Refused

/** A project with 100 yuan of its own and a budget of 60 for meals. */
async function funded({ came = '100', line = '60' } = {}) {
	const p = await published(clerk, reviewer, { plan: { title: `助餐${process.pid}-${Math.random().toString(36).slice(2, 8)}` }, positions: [{}] })
	const title = value('SELECT title FROM project WHERE no = ?', [p.no])
	await cameIn(clerk, { fund_source: '1', amount_yuan: came, project: p.no, party: '区民政局' })
	await budget(clerk, reviewer, p.no, '餐费', line)
	return { no: p.no, title, purse: await purseOf(clerk, title), line: await lineOf(clerk, title) }
}
const pot = await funded()
const waiting = await spending(clerk, { purse: pot.purse, line: pot.line, amount_yuan: '1' })
const of = () => waiting
const ofProject = () => pot.no
for (const path of ['', '/in', '/out', '/queue']) guardGet(`/support/funds${path}`)
for (const path of ['', '/paper', '/thanks']) guardGet(`/support/funds/{}${path}`, { of, elsewhere: 'zhaolei' })
guardGet('/support/budgets')
guardGet('/support/budgets/{}', { of: ofProject, elsewhere: 'zhaolei' })
guardPost('/support/funds/in', { form: inForm() })
guardPost('/support/funds/out', { form: outForm() })
guardPost('/support/funds/{}/paper', { of, elsewhere: 'zhaolei' })
guardPost('/support/funds/{}/public', { of, elsewhere: 'zhaolei' })
guardPost('/support/funds/{}/withdraw', { of, elsewhere: 'zhaolei' })
guardPost('/support/budgets/{}/ask', { of: ofProject, elsewhere: 'zhaolei', form: { label: 'x', amount_yuan: 1, reason: 'xx' } })
for (const step of ['approve', 'refuse', 'void', 'forget'])
	guardPost(`/support/funds/{}/${step}`, { of, right: 'wangfang', wrong: 'chenjie', elsewhere: 'sunli', form: { reason: '不合规定' } })

test('an amount is yuan and fen, as people write it, or is said to be none', async () => {
	for (const [typed, words] of [['0', /大于 0/], ['-1', /大于 0/], ['0.00', /大于 0/], ['1.234', /最多到分/], ['1000000001', /1 亿元/], ['1e9', /数字/],
		['1,23', /数字/], ['三千', /数字/], ['９９９９９９９９９９９９９９９９９９', /1 亿元/]])
		assert.match(said(await sendIn(clerk, { amount_yuan: typed })), words, typed)
	for (const [typed, fen] of [['１２．５', 1250], ['1,234.56', 123456], ['¥ 0.01', 1], ['100000000', 10_000_000_000]])
		assert.equal(Number(value('SELECT amount_fen FROM fund_entry WHERE no = ?', [await cameIn(elsewhere, { amount_yuan: typed })])), fen, typed)
})

test('what comes in counts at once, by source and purpose, with its own paper', async () => {
	assert.deepEqual(wrong(await sendIn(clerk, { fund_source: '', way: '', amount_yuan: '', purpose: '', happened_on: '' })),
		['amount_yuan', 'fund_source', 'happened_on', 'purpose', 'way'])
	assert.deepEqual(wrong(await sendIn(clerk, { fund_source: '9', way: 'gold', project: 'P9900100001', happened_on: dayFrom(1) })),
		['fund_source', 'happened_on', 'project', 'way'])
	assert.deepEqual(wrong(await sendIn(clerk, { happened_on: dayFrom(-800) })), ['happened_on'])
	assert.deepEqual(wrong(await sendIn(clerk, {}, [{ field: 'file', name: 'p.png', type: 'image/png', content: Buffer.from('MZ no picture') }])), ['file'])
	assert.deepEqual(wrong(await sendIn(clerk, { party_public: 1 })), ['party'])
	const { Sum } = status(await clerk.getJson('/support/funds'), 200).page
	const no = await cameIn(clerk, { amount_yuan: '1,000.50', party: '胡阿姨' }, receipt())
	const after = status(await clerk.getJson('/support/funds'), 200).page.Sum
	const yuan = (text) => Math.round(Number(text.replaceAll(',', '')) * 100)
	assert.equal(yuan(after.money_in) - yuan(Sum.money_in), 100050)
	assert.equal(yuan(after.left) - yuan(Sum.left), 100050)
	const { Fund } = await fund(clerk, no)
	assert.deepEqual([Fund.state, Fund.amount, Fund.source, Fund.party], ['approved', '1,000.50', '公众支持', '胡阿姨'])
	assert.match(status(await clerk.get(`/support/funds/${no}/paper`), 200).headers['content-disposition'], /attachment/)
	const paper = receipt()
	status(await clerk.upload(`/support/funds/${no}/paper`, {}, paper), 303, 'a second paper of what came in')
	assert.deepEqual(wrong(await clerk.upload(`/support/funds/${no}/paper`, {}, paper)), ['file'], 'the same once more')
	const { Papers } = await fund(clerk, no)
	assert.equal(Papers.length, 2)
	for (const p of Papers) status(await clerk.get(`/support/funds/${no}/paper/${p.uid}`), 200)
	const another = await cameIn(clerk)
	status(await clerk.get(`/support/funds/${another}/paper/${Papers[0].uid}`), 404, 'not of this entry')
	status(await elsewhere.get(`/support/funds/${no}/paper/${Papers[0].uid}`), 404)
	for (let i = 2; i < 10; i++) status(await clerk.upload(`/support/funds/${no}/paper`, {}, receipt()), 303)
	assert.match(said(await clerk.upload(`/support/funds/${no}/paper`, {}, receipt())), /最多 10 份/)
	assert.match(status(await clerk.get(`/support/funds/${no}/thanks`), 200).headers['content-type'], /pdf/)
})

test('goods have a value and how it was found, and are no money to spend', async () => {
	const v = elsewhere
	assert.deepEqual(wrong(await sendIn(v, { way: 'goods' })), ['estimate'])
	const before = sql('SELECT COALESCE(SUM(in_fen), 0) n FROM fund_purse WHERE station_id = 2')[0].n
	const no = await cameIn(v, { way: 'goods', estimate: '超市小票', amount_yuan: '480', purpose: '大米二十袋' })
	assert.equal(sql('SELECT COALESCE(SUM(in_fen), 0) n FROM fund_purse WHERE station_id = 2')[0].n, before)
	assert.equal(value('SELECT purse_id FROM fund_entry WHERE no = ?', [no]), null)
})

test('takings are those of an activity of the station', async () => {
	assert.deepEqual(wrong(await sendIn(clerk, { way: 'sale' })), ['activity'])
	const a = await newActivity(clerk, { volunteers: [await newVolunteer()] })
	assert.deepEqual(wrong(await sendIn(elsewhere, { way: 'sale', activity: a.no })), ['activity'])
	sql('UPDATE activity SET starts_at = NOW() - INTERVAL 1 HOUR, ends_at = NOW() + INTERVAL 1 HOUR WHERE no = ?', [a.no])
	const no = await cameIn(clerk, { way: 'sale', activity: a.no, amount_yuan: '88' })
	assert.equal((await fund(clerk, no)).Fund.activity_no, a.no)
})

test('spending: entered by one, approved by another who has seen its paper', async () => {
	const no = await spending(clerk, { purse: pot.purse, line: pot.line, amount_yuan: '10' }, [])
	const before = purseRow(pot.purse)
	assert.equal(refused(await approve(reviewer, no)), 'no_paper')
	status(await clerk.upload(`/support/funds/${no}/paper`, {}, receipt()), 303)
	const seen = (await fund(reviewer, no)).Fund.paper
	status(await clerk.upload(`/support/funds/${no}/paper`, {}, receipt()), 303)
	assert.equal(refused(await reviewer.post(`/support/funds/${no}/approve`, { paper: seen })), 'paper_changed')
	assert.deepEqual(purseRow(pot.purse), before)
	status(await other.post(`/support/funds/${no}/approve`, { paper: seen }), 403)
	status(await approve(reviewer, no), 303)
	assert.equal(Number(purseRow(pot.purse).out_fen) - Number(before.out_fen), 1000)
	status(await approve(manager, no), 409)
	assert.equal(Number(purseRow(pot.purse).out_fen) - Number(before.out_fen), 1000)
	status(await clerk.upload(`/support/funds/${no}/paper`, {}, receipt()), 409)
	assert.equal((await fund(clerk, no)).Papers.length, 2, 'what was replaced is still there')
	assert.equal(sql('SELECT action FROM audit WHERE target = ? AND target_id = (SELECT id FROM fund_entry WHERE no = ?) ORDER BY id', ['fund_entry', no])
		.map((r) => r.action).join(' '), 'fund_entry.out fund_entry.paper fund_entry.paper fund_entry.approve')
})

test('nobody approves what they entered, under whichever account, nor what is paid to themselves', async () => {
	const own = await spending(reviewer, { purse: pot.purse, line: pot.line, amount_yuan: '1' })
	assert.equal(refused(await approve(reviewer, own)), 'own_entry')
	assert.equal(refused(await reviewer.post(`/support/funds/${own}/refuse`, { reason: '不合规定' })), 'own_entry')
	const mine = await spending(clerk, { purse: pot.purse, line: pot.line, amount_yuan: '1', party: '王芳' })
	assert.equal(refused(await approve(reviewer, mine)), 'own_payment')
	status(await approve(manager, mine), 303)
	status(await reviewer.post(`/support/funds/${own}/withdraw`), 303)
	status(await reviewer.post(`/support/funds/${own}/withdraw`), 409)
	status(await clerk.post(`/support/funds/${waiting}/refuse`, { reason: '不合规定' }), 403)
})

test('never above the money, never above the budget; a second yes with a reason raises it', async () => {
	const p = await funded({ came: '50', line: '30' })
	const at = { purse: p.purse, line: p.line }
	assert.match(said(await sendOut(clerk, { ...at, amount_yuan: '50.01' })), /余额不够.*50\.00/)
	assert.match(said(await sendOut(clerk, { ...at, amount_yuan: '30.01' })), /预算科目.*30\.00/)
	assert.deepEqual(wrong(await sendOut(clerk, { purse: p.purse, amount_yuan: '1' })), ['line'])
	assert.deepEqual(wrong(await sendOut(clerk, { purse: p.purse, line: pot.line, amount_yuan: '1' })), ['line'])
	assert.deepEqual(wrong(await sendOut(elsewhere, { ...at, amount_yuan: '1' })), ['line', 'purse'])
	const [a, b] = [await spending(clerk, { ...at, amount_yuan: '30' }), await spending(clerk, { ...at, amount_yuan: '0.01' })]
	status(await approve(reviewer, a), 303)
	assert.equal(refused(await approve(reviewer, b)), 'over_budget')
	assert.equal(states(b), 'entered')
	assert.match(said(await ask(clerk, p.no, '餐费', '0', '多一个送餐点')), /大于 0/)
	assert.deepEqual(wrong(await ask(clerk, p.no, '餐费', '60', '')), ['reason'])
	status(await ask(clerk, p.no, '餐费', '60', '多一个送餐点'), 303)
	assert.deepEqual(wrong(await ask(other, p.no, '餐费', '70', '再多一个')), ['label'])
	const { uid } = (await changesOf(clerk, p.no)).find((c) => c.state === 'asked')
	status(await clerk.post(`/support/budgets/${p.no}/${uid}/approve`), 403)
	status(await reviewer.post(`/support/budgets/${pot.no}/${uid}/approve`), 404)
	status(await reviewer.post(`/support/budgets/${p.no}/${uid}/approve`), 303)
	status(await reviewer.post(`/support/budgets/${p.no}/${uid}/approve`), 409)
	status(await approve(reviewer, b), 303)
	// Below what was spent no budget falls; who asked does not decide; what is refused changes nothing.
	status(await ask(reviewer, p.no, '餐费', '20', '压缩开支'), 303)
	const low = (await changesOf(reviewer, p.no)).find((c) => c.state === 'asked').uid
	assert.equal(refused(await reviewer.post(`/support/budgets/${p.no}/${low}/approve`)), 'own_entry')
	assert.equal(refused(await manager.post(`/support/budgets/${p.no}/${low}/approve`)), 'below_spent')
	assert.deepEqual(wrong(await manager.post(`/support/budgets/${p.no}/${low}/refuse`, { answer: '' })), ['answer'])
	status(await manager.post(`/support/budgets/${p.no}/${low}/refuse`, { answer: '已经花了' }), 303)
	assert.equal(status(await clerk.getJson(`/support/budgets/${p.no}`), 200).page.Lines[0].planned, '60.00')
	// The purse is 50: the budget alone does not pay.
	const c = await spending(clerk, { ...at, amount_yuan: '19.99' })
	status(await approve(reviewer, c), 303)
	assert.equal(await purseOf(clerk, p.title), undefined)
})

test('two approvals at once of the last fen: one wins', async () => {
	const p = await funded({ came: '1', line: '1' })
	const nos = []
	for (let i = 0; i < 4; i++) nos.push(await spending(clerk, { purse: p.purse, line: p.line, amount_yuan: '1' }))
	const seen = await Promise.all(nos.map((no) => fund(reviewer, no)))
	const answers = await Promise.all(nos.map((no, i) => (i % 2 ? manager : reviewer).post(`/support/funds/${no}/approve`, { paper: seen[i].Fund.paper })))
	assert.deepEqual(answers.map((r) => r.status).sort(), [303, 409, 409, 409])
	assert.deepEqual(purseRow(p.purse), { in_fen: '100', out_fen: '100' })
	assert.equal(nos.filter((no) => states(no) === 'approved').length, 1)
})

test('sent twice it is one entry, and numbers have no gap', async () => {
	const { page } = status(await clerk.getJson('/support/funds/in'), 200)
	const form = { key: page.Key, ...inForm({ amount_yuan: '7' }) }
	const answers = await Promise.all([1, 2, 3].map(() => clerk.upload('/support/funds/in', form, [])))
	assert.equal(new Set(answers.map((r) => noOf(r))).size, 1)
	assert.equal(noOf(await clerk.upload('/support/funds/in', form, receipt())), noOf(answers[0]))
	const [{ n, last }] = sql('SELECT COUNT(*) n, MAX(RIGHT(no, 5)) last FROM fund_entry WHERE station_id = (SELECT id FROM station WHERE no = 1)')
	assert.equal(Number(n), Number(last))
	status(await clerk.upload('/support/funds/in', inForm(), []), 403)
})

test('what was wrong is taken back by a counter entry of another person, with the reason', async () => {
	const p = await funded({ came: '40', line: '40' })
	const out = await spending(clerk, { purse: p.purse, line: p.line, amount_yuan: '40' })
	status(await approve(reviewer, out), 303)
	const income = value("SELECT no FROM fund_entry WHERE direction = 'in' AND project_id = (SELECT id FROM project WHERE no = ?)", [p.no])
	assert.equal(refused(await reviewer.post(`/support/funds/${income}/void`, { reason: '登记错了' })), 'spent_already')
	assert.equal(states(income), 'approved')
	assert.deepEqual(wrong(await manager.post(`/support/funds/${out}/void`, { reason: '' })), ['reason'])
	status(await manager.post(`/support/funds/${out}/void`, { reason: '发票作废' }), 303)
	status(await manager.post(`/support/funds/${out}/void`, { reason: '发票作废' }), 409)
	const { Fund } = await fund(clerk, out)
	assert.deepEqual([Fund.state, Fund.reason], ['void', '发票作废'])
	const counter = (await fund(clerk, Fund.countered_by)).Fund
	assert.deepEqual([counter.state, counter.amount, counter.counter_of], ['counter', '-40.00', out])
	status(await reviewer.post(`/support/funds/${Fund.countered_by}/void`, { reason: '再来一次' }), 409)
	assert.deepEqual(purseRow(p.purse), { in_fen: '4000', out_fen: '0' })
	status(await reviewer.post(`/support/funds/${income}/void`, { reason: '登记错了' }), 303)
	assert.deepEqual(purseRow(p.purse), { in_fen: '0', out_fen: '0' })
	assert.deepEqual(sql(`SELECT direction, amount_fen, entries FROM fund_year WHERE scope = (SELECT id FROM project WHERE no = ?) ORDER BY 1`, [p.no]),
		[{ direction: 'in', amount_fen: '0', entries: '0' }, { direction: 'out', amount_fen: '0', entries: '0' }])
	const own = await cameIn(reviewer, { amount_yuan: '3' })
	assert.equal(refused(await reviewer.post(`/support/funds/${own}/void`, { reason: '登记错了' })), 'own_entry')
})

test('an account that is nobody known approves nothing', async () => {
	const nobody = await newStaff({ role: 'reviewer' })
	const no = await spending(clerk, { purse: pot.purse, line: pot.line, amount_yuan: '1' })
	sql('UPDATE staff SET person_id = NULL WHERE id = ?', [nobody.id])
	assert.equal(refused(await approve(nobody.client, no)), 'unlinked')
})

test('the ledger is found by what it says, goes into a file, and shows script as text', async () => {
	const script = '<script>alert(1)</script>'
	const no = await cameIn(clerk, { amount_yuan: '5', purpose: script, party: '"><img src=x>' })
	const get = async (query) => status(await clerk.getJson(`/support/funds?${query}`), 200).page.Funds ?? []
	assert.ok((await get('state=entered')).every((f) => f.state === 'entered'))
	assert.ok((await get(`project=${pot.no}`)).every((f) => f.project === pot.title))
	assert.ok((await get('direction=out&source=1')).every((f) => f.direction === 'out' && f.source === '1'))
	assert.deepEqual((await get(`q=${no}`)).map((f) => f.no), [no])
	assert.ok((await get(`from=${dayFrom(0)}`)).length > 0)
	const html = status(await clerk.get(`/support/funds/${no}`), 200).text
	assert.ok(!html.includes(script) && html.includes('&lt;script'))
	assert.deepEqual(wrong(await sendIn(clerk, { purpose: '长'.repeat(10_000) })), ['purpose'])
	assert.match(status(await clerk.get('/support/funds?as=csv'), 200).text, /1000\.50/)
	status(await clerk.get('/support/funds?as=xlsx'), 200)
	assert.match(status(await clerk.get('/support/funds?as=print'), 200).text, /现在结余/)
	const queue = status(await reviewer.getJson('/support/funds/queue'), 200).page.Waiting
	assert.ok(queue.some((f) => f.no === waiting))
})

test('what is open to everybody: sums, who gave by their consent, nobody who was paid', async () => {
	const seen = async () => status(await clerk.getJson('/support/open/1'), 200)
	const quiet = await cameIn(clerk, { amount_yuan: '12.34', party: '钱不愿' }), loud = await cameIn(clerk, { amount_yuan: '12.35', party: '孙愿意', party_public: 1 })
	const gifts = (await seen()).page.Gifts
	assert.equal(gifts.find((g) => g.amount === '12.34').party, undefined)
	assert.equal(gifts.find((g) => g.amount === '12.35').party, '孙愿意')
	const text = status(await clerk.get('/support/open/1'), 200).text
	assert.ok(!text.includes('钱不愿') && !text.includes('老李餐馆') && text.includes('热心居民'))
	status(await clerk.post(`/support/funds/${loud}/public`, {}), 303)
	status(await clerk.post(`/support/funds/${quiet}/public`, { party_public: 1 }), 303)
	const after = (await seen()).page.Gifts
	assert.deepEqual([after.find((g) => g.amount === '12.34').party, after.find((g) => g.amount === '12.35').party], ['钱不愿', undefined])
	for (const no of ['999', '0x1', '1'.repeat(40)]) status(await clerk.getJson(`/support/open/${no}`), 404)
	assert.equal(status(await clerk.getJson('/support/open/1?year=2001'), 200).page.Gifts, undefined)
	const { page } = status(await clerk.getJson(`/support/open/1?year=${dayFrom(0).slice(0, 4)}`), 200)
	const total = (rows) => rows.reduce((sum, r) => sum + Math.round(Number(r.amount.replaceAll(',', '')) * 100), 0)
	const yuan = (t) => Math.round(Number(t.replaceAll(',', '')) * 100)
	assert.equal(total(page.Sources), yuan(page.Sum.came) + yuan(page.Sum.goods))
})

test('recount knows the sums', async () => {
	assert.doesNotMatch(admin('recount').stdout, /funds|purse|budget/)
	sql('UPDATE fund_purse SET in_fen = in_fen + 5 WHERE uid = ?', [hex(pot.purse)])
	sql("UPDATE fund_year SET amount_fen = amount_fen + 5 WHERE direction = 'in' AND way = 'money' AND station_id = 1 LIMIT 1")
	const { stdout } = admin('recount')
	assert.match(stdout, /purse/)
	assert.match(stdout, /funds of station/)
	sql('UPDATE fund_purse SET in_fen = in_fen - 5 WHERE uid = ?', [hex(pot.purse)])
	sql("UPDATE fund_year SET amount_fen = amount_fen - 5 WHERE direction = 'in' AND way = 'money' AND station_id = 1 LIMIT 1")
})

await end()
