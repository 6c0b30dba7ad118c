// Objections by anybody; what is due; signs by station and the calendar, for overseers.
import { execFileSync } from 'node:child_process'
import { Client, assert, end, sql, status, test, value } from './lib.mjs'
import { newVolunteer, mobile } from './lib/person.mjs'
import { guardGet, guardPost } from './lib/guard.mjs'
import { attend, dayFrom, draft, finish, newActivity, records, review, roomToday, staff, today } from './lib/activity.mjs'

await roomToday()
const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const manager = await staff('zhangmin')
const overseer = await staff('madan')

async function noticed() {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	await attend(clerk, v, a)
	finish(a.no)
	status(await review(reviewer, records(a.no).map((r) => r.no)), 303)
	return { v, a, no: records(a.no)[0].no }
}
const form = (changes = {}) => ({ name: '孙大爷', phone: mobile(), reason: '那天他没有来，我一直在场', ...changes })

test('a neighbour objects: a case, a clock, an address of its own; the record is held', async () => {
	const { a, no } = await noticed()
	const list = (await new Client().getJson(`/activity/notice/${a.no}`)).page
	assert.equal(list.Records[0].no, no)
	const c = new Client()
	const page = status(await c.getJson(`/activity/notice/record/${no}`), 200).page
	assert.equal(page.Record.name, '林**')
	const sent = { ...form(), key: page.Key }
	const r = status(await c.post(`/activity/notice/record/${no}`, sent), 303)
	const shown = (await c.follow(r)).page.Case
	assert.equal(shown.state, 'open')
	assert.ok(shown.due_on > today())
	assert.equal(records(a.no)[0].state, 'disputed')
	assert.equal(status(await c.post(`/activity/notice/record/${no}`, sent), 303).location, r.location, 'sent twice, one case')
	const [row] = sql('SELECT HEX(name_sealed) n, HEX(phone_sealed) p, person_id FROM objection WHERE no = ?', [shown.no])
	assert.ok(!row.n.includes(Buffer.from('孙大爷').toString('hex').toUpperCase()))
	assert.equal(row.person_id, null)
	status(await new Client().getJson(`/activity/notice/record/${no}`), 409)
	for (const k of ['', 'x', '0'.repeat(24)]) status(await new Client().getJson(`/activity/notice/case/${shown.no}?k=${k}`), 404)
	for (const path of [`/activity/notice/${a.no}`, new URL(r.location).pathname + new URL(r.location).search])
		assert.match(status(await c.get(path), 200).text, /<h1/)
})

test('staff see who it was masked, and whole after one look that is kept', async () => {
	const { a, no } = await noticed()
	const phone = mobile()
	status(await new Client().submit(`/activity/notice/record/${no}`, form({ phone })), 303)
	const c = value('SELECT o.no FROM objection o JOIN service_record r ON r.id = o.record_id WHERE r.no = ?', [no])
	const path = `/activity/manage/objections/${c}`
	const masked = (await manager.getJson(path)).page.Case
	assert.deepEqual([masked.other_name, masked.other_phone], ['孙**', `${phone.slice(0, 3)}****${phone.slice(7)}`])
	assert.ok(!(await manager.get(path)).text.includes(phone))
	assert.equal(status(await manager.post(`${path}/contact`), 422).page.Errors[0].field, 'purpose')
	const whole = status(await manager.post(`${path}/contact`, { purpose: '电话核实情况' }), 200).page.Case
	assert.deepEqual([whole.other_name, whole.other_phone], ['孙大爷', phone])
	assert.equal(sql(`SELECT purpose FROM unmask WHERE field = 'objection' ORDER BY id DESC LIMIT 1`)[0].purpose, '电话核实情况')
	status(await clerk.post(`${path}/contact`, { purpose: '电话核实情况' }), 403)
	status(await (await staff('sunli')).post(`${path}/contact`, { purpose: '电话核实情况' }), 404)
	status(await manager.post(`${path}/contact`, { purpose: '电话核实情况', csrf: null }), 403)
	status(await manager.post(`${path}/decide`, { verdict: 'upheld', result: '经核实当天未到岗' }), 303)
	assert.equal(records(a.no)[0].state, 'withdrawn')
	status(await manager.post(`${path}/decide`, { verdict: 'upheld', result: '经核实当天未到岗' }), 409)
})

test('what is not under notice cannot be objected to; bad forms keep what was typed', async () => {
	const { no } = await noticed()
	const c = new Client()
	const bad = status(await c.submit(`/activity/notice/record/${no}`, form({ phone: '1234567', reason: '长'.repeat(501) })), 422)
	assert.deepEqual(bad.page.Errors.map((e) => e.field), ['phone', 'reason'])
	assert.equal(bad.page.Form.name, '孙大爷')
	status(await c.post(`/activity/notice/record/${no}`, form()), 403, 'without its key')
	status(await c.get('/activity/notice/record/R2600199999'), 404)
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	await attend(clerk, v, a)
	status(await c.get(`/activity/notice/record/${records(a.no)[0].no}`), 404, 'waiting for review')
	const script = form({ reason: '<script>alert(1)</script>' })
	const r = status(await c.submit(`/activity/notice/record/${no}`, script), 303)
	assert.ok(!(await c.get(r.location)).text.includes('<script>alert(1)'))
})

test('what is due: working days left, what is late on top', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	await attend(clerk, v, a)
	finish(a.no)
	sql(`UPDATE activity SET state = 'recording', record_due_on = ? WHERE no = ?`, [dayFrom(-3), a.no])
	const b = await newActivity(clerk, { volunteers: [v] })
	finish(b.no)
	sql(`UPDATE activity SET state = 'recording', record_due_on = ? WHERE no = ?`, [dayFrom(28), b.no])
	const Activities = []
	for (let at = '/activity/manage/due', pages = 0; at && pages < 20; pages++) {
		const { page } = status(await clerk.getJson(at), 200)
		Activities.push(...page.Activities)
		at = page.List.next
	}
	const at = (no) => Activities.findIndex((x) => x.no === no)
	assert.ok(at(a.no) >= 0 && at(a.no) < at(b.no), `${a.no} ${b.no}: ${JSON.stringify(Activities.map((x) => [x.no, x.record_due_on, x.left, x.due]))}`)
	assert.equal(Activities[at(a.no)].overdue, '1')
	assert.ok(Activities[at(a.no)].left < 0)
	assert.ok(Activities[at(b.no)].left > 10 && Activities[at(b.no)].left < 28)
	assert.ok(!Activities[at(b.no)].overdue)
	assert.match(status(await clerk.get('/activity/manage/due'), 200).text, /已逾期/)
	const desk = async () => Object.fromEntries((await clerk.getJson('/account/desk')).page.Waiting.map((w) => [w.what, Number(w.n)]))
	const before = await desk()
	assert.ok(before.overdue >= 1 && before.due >= 1)
	assert.ok((await overseer.getJson('/activity/flags')).page.Overdue.some((s) => s.no === 1))
	status(await review(reviewer, records(a.no).map((r) => r.no)), 303)
	assert.ok(!(await clerk.getJson('/activity/manage/due')).page.Activities.some((x) => x.no === a.no))
	assert.equal((await desk()).overdue ?? 0, before.overdue - 1)
	assert.ok(!JSON.stringify(await (await (await staff('zhaolei')).getJson('/activity/manage/due')).page).includes(b.no))
})

test('overseers see signs by station, without names', async () => {
	const { v, no } = await noticed()
	sql(`UPDATE service_record SET flags = 'same_device,late_entry' WHERE no = ?`, [no])
	sql(`UPDATE activity_count n JOIN service_record r ON r.activity_id = n.activity_id
		SET n.flagged = 1, n.same_device = 1, n.late_entry = 1 WHERE r.no = ?`, [no])
	const r = status(await overseer.getJson('/activity/flags'), 200)
	const one = r.page.Stations.find((s) => s.no === 1)
	assert.ok(one.same_device >= 1 && one.late_entry >= 1 && one.flagged >= 1 && one.records >= one.flagged)
	assert.ok(!r.text.includes(v.form.name))
	assert.match(status(await overseer.get('/activity/flags'), 200).text, /<h1/)
	assert.ok((await (await staff('gaofeng')).getJson('/activity/flags')).page.Stations.some((s) => s.no === 1), 'a city holds its counties')
})

test('overseers keep the calendar, and working days follow it', async () => {
	const day = [5, 6, 7, 8].map((n) => dayFrom(n)).find((d) => {
		const weekday = new Date(`${d}T00:00:00Z`).getUTCDay()
		return weekday % 6 && !value('SELECT day FROM holiday WHERE day = ?', [d])
	})
	const until = async () => {
		const no = await draft(clerk)
		status(await clerk.post(`/activity/manage/${no}/publish`, { screened: 1 }), 303)
		return value('SELECT record_due_on FROM activity WHERE no = ?', [no])
	}
	const before = await until()
	status(await overseer.post('/activity/holidays', { day, kind: 'off', name: '临时放假', source: '市政府通知' }), 303)
	try {
		assert.ok((await overseer.getJson('/activity/holidays')).page.Days.some((d) => d.day === day && d.kind === 'off'))
		assert.ok((await until()) > before)
		assert.match(status(await overseer.get('/activity/holidays'), 200).text, /临时放假/)
	} finally {
		status(await overseer.post('/activity/holidays/remove', { day }), 303)
	}
	assert.equal(await until(), before)
	status(await overseer.post('/activity/holidays/remove', { day }), 409)
	assert.equal(status(await overseer.post('/activity/holidays', { day: '2026-02-30', kind: 'off', name: '春节', source: '通知' }), 422).page.Errors[0].field, 'day')
	assert.equal(status(await overseer.post('/activity/holidays', { day, kind: 'half', name: '春节', source: '通知' }), 422).page.Errors[0].field, 'kind')
})

test('a shipped day that was taken out stays out, whatever is installed later', async () => {
	const { BUILD = 'build' } = process.env
	const [was] = sql(`SELECT * FROM holiday WHERE kind = 'off' AND region_code = '' ORDER BY day DESC LIMIT 1`)
	const listed = async () => (await overseer.getJson('/activity/holidays')).page.Days.some((d) => d.day === was.day)
	assert.ok(await listed())
	status(await overseer.post('/activity/holidays/remove', { day: was.day }), 303)
	try {
		execFileSync(`${BUILD}/bin/zyz-admin`, ['migrate'])
		assert.equal(value("SELECT kind FROM holiday WHERE day = ? AND region_code = '610502'", [was.day]), 'none')
		assert.equal(value("SELECT kind FROM holiday WHERE day = ? AND region_code = ''", [was.day]), 'off', 'the country keeps it')
		assert.ok(!await listed())
		status(await overseer.post('/activity/holidays/remove', { day: was.day }), 409)
	} finally {
		status(await overseer.post('/activity/holidays', { day: was.day, kind: was.kind, name: was.name, source: was.source }), 303)
	}
	assert.ok(await listed())
})

guardGet('/activity/manage/due')
for (const path of ['/activity/flags', '/activity/holidays']) guardGet(path, { wrong: 'zhangmin' })
for (const path of ['/activity/holidays', '/activity/holidays/remove']) guardPost(path, { right: 'madan', wrong: 'zhangmin' })

await end()
