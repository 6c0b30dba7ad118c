// 投诉建议: anybody writes to a station without an account, follows it by number and key, asks once to look again; whom it is about
// neither reads nor answers it; a clock of working days that the manager and the overseer see.
import { assert, Client, end, guardGet, guardPost, mobile, newStaff, sql, staff, status, test, value } from './lib.mjs'

const manager = await staff('zhangmin'), reviewer = await staff('wangfang'), clerk = await staff('liwei')
const overseer = await staff('madan'), elsewhere = await staff('zhaolei')
// One address for each test of writing: what one of them uses up is not missing to another.
let last = 0
const visitor = () => new Client({ from: `127.0.44.${++last}` })
const form = (changes = {}) => ({ station: '1', nature: 'complaint', kind: 'hours', content: '上周六的活动少记了一小时', ...changes })
const post = (changes = {}, c = visitor()) => c.submit('/station/feedback?station=1', form(changes))
async function written(changes, c = visitor()) {
	const at = new URL(status(await post(changes, c), 303).location)
	return { no: at.pathname.split('/')[3], k: at.searchParams.get('k'), at: at.pathname + at.search, c }
}
const of = (no) => sql('SELECT desk, state, due_on, kind, nature FROM complaint WHERE no = ?', [no])[0]
const desk = (no) => `/station/feedback/desk/${no}`
const answer = (c, no, f = {}) => c.post(`${desk(no)}/answer`, { verdict: 'upheld', result: '已核实并补记一小时', ...f })
const wrong = (r) => status(r, 422).page.Errors.map((e) => e.field).sort()

test('it is written without a session, followed by number and key, answered, and the answer is seen', async () => {
	const phone = mobile(), w = await written({ phone })
	const { Case, Can, Hotline } = status(await new Client().getJson(w.at), 200).page
	assert.deepEqual([Case.state, Case.content, Case.desk, Can], ['open', '上周六的活动少记了一小时', 'station', undefined])
	assert.match(Hotline, /12345/)
	assert.match(w.k, /^[0-9a-f]{12}$/)
	assert.ok(!sql('SELECT HEX(phone_sealed) AS p FROM complaint WHERE no = ?', [w.no])[0].p.includes(Buffer.from(phone).toString('hex').toUpperCase()))
	const typed = await new Client().get(`/station/feedback?no=${w.no.toLowerCase()}&k=${encodeURIComponent(Case.key.toUpperCase())}`)
	assert.equal(new URL(status(typed, 303).location).searchParams.get('k'), w.k)
	assert.ok(status(await clerk.getJson('/station/feedback/desk'), 200).page.Letters.some((l) => l.no === w.no && l.content === undefined))
	const shown = status(await reviewer.getJson(desk(w.no)), 200).page.Case
	assert.equal(shown.phone, `${phone.slice(0, 3)}****${phone.slice(-4)}`)
	assert.equal(status(await reviewer.post(`${desk(w.no)}/contact`, { purpose: '核对时间' }), 200).page.Case.phone, phone)
	assert.equal(value("SELECT COUNT(*) FROM unmask WHERE field = 'complaint.phone' AND purpose = '核对时间'"), '1')
	status(await clerk.post(`${desk(w.no)}/contact`, { purpose: '看看' }), 403)
	assert.deepEqual(wrong(await answer(reviewer, w.no, { verdict: 'perhaps' })), ['verdict'])
	assert.deepEqual(wrong(await answer(reviewer, w.no, { result: '' })), ['result'])
	status(await answer(reviewer, w.no), 303)
	status(await answer(manager, w.no), 409)
	assert.equal(status(await new Client().getJson(w.at), 200).page.Case.result, '已核实并补记一小时')
	assert.deepEqual(sql(`SELECT action FROM audit WHERE target = 'complaint' AND target_id = (SELECT id FROM complaint WHERE no = ?) ORDER BY id`, [w.no])
		.map((r) => r.action), ['complaint.open', 'complaint.unmask', 'complaint.upheld'])
})

test('a wrong key is nothing, and after so many nobody may guess on; the right one still comes in', async () => {
	const w = await written(), guess = visitor()
	for (const at of [`/station/feedback/${w.no}`, `/station/feedback/${w.no}?k=${'0'.repeat(12)}`, `/station/feedback/${w.no}?k=${w.k}0`, `/station/feedback/Q9900100001?k=${w.k}`])
		status(await guess.get(at), 404, at)
	let last
	for (let i = 0; i < 21; i++) last = await guess.get(`/station/feedback/${w.no}?k=${i}`)
	status(last, 429)
	status(await guess.get(w.at), 200)
})

test('what is not taken is kept on the page; script is text; 10,000 characters are too many', async () => {
	const r = await post({ nature: 'gossip', kind: 'service', content: '坏', phone: '12' })
	assert.deepEqual(wrong(r), ['content', 'phone'])
	assert.deepEqual(wrong(await post({ nature: 'gossip', kind: 'service' })), ['kind', 'nature'])
	assert.deepEqual(wrong(await post({ content: '好'.repeat(1001) })), ['content'])
	status(await post({ content: '好'.repeat(10000) }), 413)
	const w = await written({ content: '<script>alert(1)</script>这样写', about: '"><img src=x>' })
	const { text } = status(await new Client().get(w.at), 200)
	assert.ok(!text.includes('<script>alert(1)') && !text.includes('<img src=x'))
	assert.match(text, /&lt;script&gt;alert/)
	status(await visitor().get('/station/feedback?station=999999'), 404)
	status(await visitor().get('/station/feedback?station=1%27'), 404)
})

test('a form sent twice is one, its key must be its own, and one address does not flood a station', async () => {
	const c = visitor(), { Key } = status(await c.getJson('/station/feedback?station=1'), 200).page
	const f = { ...form(), key: Key }
	const [a, b] = await Promise.all([c.post('/station/feedback', f), c.post('/station/feedback', f)])
	assert.equal(status(a, 303).location, status(b, 303).location)
	status(await c.post('/station/feedback', { ...form(), key: 'f'.repeat(64) }), 403)
	status(await c.post('/station/feedback', form()), 403)
	const before = value('SELECT COUNT(*) FROM complaint')
	let r
	for (let i = 0; i < 21; i++) r = await c.post('/station/feedback', { ...f, content: '坏' })
	status(r, 429)
	assert.equal(value('SELECT COUNT(*) FROM complaint'), before)
	assert.equal(value("SELECT COUNT(*) FROM audit WHERE detail LIKE '%127.0.44.%'"), '0')
})

test('whom it names neither reads nor answers it, however the name is spaced; a colleague does', async () => {
	const w = await written({ kind: 'person', about: '王 芳', content: '王　芳态度很差，请处理' })
	assert.equal(of(w.no).desk, 'station')
	const page = status(await reviewer.getJson(desk(w.no)), 200).page
	assert.deepEqual([page.Case.bar, page.Case.content, page.Can], ['own', '', undefined])
	assert.ok(!status(await reviewer.get(desk(w.no)), 200).text.includes('态度很差'))
	assert.match(status(await answer(reviewer, w.no), 422).text, /投诉里写到了您/)
	status(await answer(manager, w.no, { verdict: 'rejected' }), 303)
	const praise = await written({ nature: 'praise', kind: 'person', about: '王芳', content: '王芳很热心，谢谢' })
	status(await answer(reviewer, praise.no, { verdict: null, result: '谢谢您' }), 303)
	assert.equal(of(praise.no).state, 'answered')
})

test('whom its number is about is barred as well', async () => {
	const [{ no, name }] = sql(`SELECT p.no, f.name FROM project p JOIN staff f ON f.id = p.author_id WHERE p.station_id = 1 AND f.login = 'liwei' LIMIT 1`)
	assert.equal(name, '李伟')
	const w = await written({ kind: 'project', about: no, content: '这个项目的安排不合理' })
	assert.equal(status(await clerk.getJson(desk(w.no)), 200).page.Case.bar, 'own')
})

test('about the manager or the station it goes to the overseer, and the station sees none of it', async () => {
	for (const changes of [{ kind: 'person', about: '张敏', content: '站长张敏不接电话' }, { kind: 'station' }]) {
		const w = await written(changes)
		assert.equal(of(w.no).desk, 'overseer')
		for (const c of [manager, reviewer, elsewhere]) status(await c.getJson(desk(w.no)), 404)
		assert.ok(!(status(await manager.getJson('/station/feedback/desk'), 200).page.Letters ?? []).some((l) => l.no === w.no))
		status(await answer(manager, w.no), 404)
		assert.ok(status(await overseer.getJson('/station/feedback/region'), 200).page.Above.some((l) => l.no === w.no))
		status(await answer(overseer, w.no), 303)
		assert.equal(status(await new Client().getJson(w.at), 200).page.Case.result, '已核实并补记一小时')
	}
})

test('another station reads and answers nothing', async () => {
	const w = await written()
	for (const path of [desk(w.no)]) status(await elsewhere.getJson(path), 404)
	status(await answer(elsewhere, w.no), 404)
	status(await overseer.getJson(desk(w.no)), 404)
})

test('whoever is not content asks once to look again, and the overseer answers', async () => {
	const w = await written(), again = async (k = w.k, why = '没有补记，请再核实') =>
		w.c.post(`/station/feedback/${w.no}/again`, { k, why, key: (await w.c.getJson(w.at)).page.Key })
	status(await again(), 409, 'it is open')
	status(await answer(reviewer, w.no, { verdict: 'rejected', result: '记录无误' }), 303)
	status(await again('0'.repeat(12)), 404)
	assert.deepEqual(wrong(await again(w.k, '')), ['why'])
	status(await again(), 303)
	status(await again(), 409)
	const { Case } = status(await new Client().getJson(w.at), 200).page
	assert.deepEqual([Case.state, Case.desk, Case.first_result], ['open', 'overseer', '记录无误'])
	status(await answer(reviewer, w.no), 404)
	status(await answer(overseer, w.no), 303)
	status(await again(), 409, 'once')
})

test('the clock passes over holidays; what is late is shown to the follower, the desk and the overseer', async () => {
	const day = value('SELECT CURDATE() + INTERVAL 1 DAY')
	const plain = of((await written()).no).due_on
	const touched = sql('SELECT day, kind, name, source FROM holiday WHERE day = ?', [day])
	sql('DELETE FROM holiday WHERE day = ?', [day])
	const [a] = [of((await written()).no).due_on]
	sql("INSERT INTO holiday (day, kind, name, source) VALUES (?, 'off', '试', '试')", [day])
	const b = of((await written()).no).due_on
	sql('DELETE FROM holiday WHERE day = ?', [day])
	for (const h of touched) sql('INSERT INTO holiday (day, kind, name, source) VALUES (?, ?, ?, ?)', [h.day, h.kind, h.name, h.source])
	assert.ok(plain && a)
	const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
	assert.equal(b > a, weekday >= 1 && weekday <= 5, `${day}: ${a}, then ${b}`)
	sql("INSERT INTO station_setting (station_id, name, value) VALUES (1, 'feedback_due_days', '30')")
	assert.ok(of((await written()).no).due_on > b)
	sql("DELETE FROM station_setting WHERE station_id = 1 AND name = 'feedback_due_days'")
	const w = await written(), late = async () => (status(await overseer.getJson('/station/feedback/region'), 200).page.Stations.find((s) => s.no === '1' || s.no === 1)).late
	const before = await late()
	sql('UPDATE complaint SET due_on = CURDATE() - INTERVAL 1 DAY WHERE no = ?', [w.no])
	assert.equal(await late(), before + 1)
	assert.equal(status(await new Client().getJson(w.at), 200).page.Case.late, 1)
	assert.equal(status(await manager.getJson('/station/feedback/desk'), 200).page.Letters.find((l) => l.no === w.no).late, 1)
})

test('ratings stay with the orders, and feedback is not among them', async () => {
	const w = await written()
	assert.ok(!(status(await manager.getJson('/order/cases'), 200).page.Cases ?? []).some((c) => c.no === w.no))
	status(await manager.getJson(`/order/cases/${w.no}`), 404)
})

let made
const any = async () => (made ??= await written()).no
guardGet('/station/feedback/desk')
guardGet('/station/feedback/region', { right: 'madan', wrong: 'zhangmin' })
guardPost('/station/feedback/desk/{}/answer', { right: 'wangfang', wrong: 'liwei', form: { verdict: 'upheld', result: '已办' }, of: any, elsewhere: 'zhaolei' })
await end()
