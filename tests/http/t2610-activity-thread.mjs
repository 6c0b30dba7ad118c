// From a plan to hours that count: roster, publication, check-in and check-out, review, notice, effect, totals.
import { Client, assert, end, sql, status, test, value } from './lib.mjs'
import { linedUp } from './lib/posting.mjs'
import { newVolunteer } from './lib/person.mjs'
import {
	attend, checkIn, checkOut, dayFrom, draft, finish, newActivity, noticeOver, planForm, records, review, roomToday,
	screen, staff, stateOf, today,
} from './lib/activity.mjs'

await roomToday()
const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const html = { headers: { Accept: 'text/html' } }

test('a plan becomes a draft, which the list and its own page show', async () => {
	const no = await draft(clerk, { title: '银龄陪伴' })
	const list = status(await clerk.getJson('/activity/manage?state=draft'), 200).page
	assert.ok(list.Activities.some((a) => a.no === no && a.title === '银龄陪伴'))
	const shown = status(await clerk.getJson(`/activity/manage/${no}`), 200).page.Activity
	assert.equal(shown.state, 'draft')
	assert.equal(shown.begins, '09:00')
	assert.equal(shown.organiser, '杜桥街道胜利社区志愿服务站')
	for (const path of ['/activity/manage', '/activity/manage/new', `/activity/manage/${no}`, `/activity/manage/${no}/edit`])
		assert.match(status(await clerk.get(path), 200).text, /<h1/, path)
})

test('a draft is changed, and no longer once it is published', async () => {
	const no = await draft(clerk)
	const form = planForm({ title: '清洁家园二', begins: '14:00', ends: '16:30' })
	status(await clerk.post(`/activity/manage/${no}/edit`, form), 303)
	const shown = (await clerk.getJson(`/activity/manage/${no}`)).page.Activity
	assert.deepEqual([shown.title, shown.begins, shown.ends], ['清洁家园二', '14:00', '16:30'])
	status(await clerk.post(`/activity/manage/${no}/publish`, { screened: 1 }), 303)
	status(await clerk.post(`/activity/manage/${no}/edit`, form), 409)
	status(await clerk.get(`/activity/manage/${no}/edit`), 409)
})

test('the same form sent twice is one activity', async () => {
	const { page } = await clerk.getJson('/activity/manage/new')
	const form = { ...planForm(), key: page.Key }
	const first = status(await clerk.post('/activity/manage/new', form), 303).location
	assert.equal(status(await clerk.post('/activity/manage/new', form), 303).location, first)
})

test('the whole way of one volunteer\'s hours', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	assert.ok((await v.client.getJson('/activity/mine')).page.Duties.some((d) => d.no === a.no))

	assert.match((await checkIn(clerk, v, a.no)).location, /done=checked_in/)
	assert.equal(stateOf(a.no), 'running')
	sql(`UPDATE attendance t JOIN activity a ON a.id = t.activity_id SET t.at = a.starts_at WHERE a.no = ?`, [a.no])
	assert.match((await checkOut(clerk, v, a.no)).location, /done=checked_out/)

	const [r] = records(a.no)
	assert.equal(r.state, 'to_review')
	assert.equal(r.evidence, 'scan')
	assert.equal(r.logger_id, null)
	assert.ok(Math.abs(Number(r.minutes) - a.minutes) <= 1, `${r.minutes} of ${a.minutes}`)
	assert.equal(r.starts_at, a.starts)

	status(await review(reviewer, [r.no]), 409, 'not before the end')
	finish(a.no)
	assert.ok((await reviewer.getJson(`/activity/manage/review?activity=${a.no}`)).page.Records.some((x) => x.no === r.no))
	status(await review(reviewer, [r.no], '核对无误'), 303)
	const [noticed] = records(a.no)
	assert.equal(noticed.state, 'notice')
	assert.equal(noticed.reviewer_id, value(`SELECT id FROM staff WHERE login = 'wangfang'`))
	assert.ok(noticed.notice_until > today())
	assert.equal(stateOf(a.no), 'notice')

	const open = status(await new Client().getJson(`/activity/notice/${a.no}`), 200).page
	assert.equal(open.Records[0].name, '林**')
	assert.ok(!JSON.stringify(open).includes(v.form.name))
	assert.ok((await new Client().getJson('/activity/notice')).page.Activities.some((x) => x.no === a.no))

	status(await reviewer.post(`/activity/manage/${a.no}/archive`), 409, 'while the notice runs')
	noticeOver(a.no)
	assert.match(status(await reviewer.post(`/activity/manage/${a.no}/archive`), 303).location, /done=archived/)
	const [done] = records(a.no)
	assert.equal(done.state, 'effective')
	assert.equal(stateOf(a.no), 'archived')

	const mine = (await v.client.getJson('/activity/hours')).page
	assert.equal(mine.Total.minutes, Number(r.minutes))
	assert.equal(mine.Total.scan_minutes, Number(r.minutes))
	assert.equal(mine.Year.minutes, Number(r.minutes))
	assert.equal(mine.Waiting.minutes, 0)
	const one = (await v.client.getJson(`/activity/hours/${r.no}`)).page
	assert.deepEqual(one.History.map((h) => h.verb), ['add', 'review', 'effective'])
	assert.equal(one.Sealed[0].kind, 'effective')
})

test('effect moves totals, ledger and outbox together', async () => {
	const v = await newVolunteer()
	const month = today().slice(0, 7)
	const sums = () => sql(`SELECT (SELECT minutes FROM station_month m JOIN station s ON s.id = m.station_id
		WHERE s.no = 1 AND month = ?) station, (SELECT minutes FROM region_month WHERE region_code = '610502002'
		AND month = ?) region`, [month, month])[0]
	const before = sums()
	const a = await newActivity(clerk, { volunteers: [v] })
	await attend(clerk, v, a)
	finish(a.no)
	status(await review(reviewer, records(a.no).map((r) => r.no)), 303)
	noticeOver(a.no)
	status(await reviewer.post(`/activity/manage/${a.no}/archive`), 303)
	const [r] = records(a.no)
	const after = sums()
	assert.equal(after.station - before.station, Number(r.minutes))
	assert.equal(after.region - before.region, Number(r.minutes))
	const [event] = sql(`SELECT e.*, HEX(e.fields) fields_hex, HEX(e.commitment) commitment_hex,
		HEX(UNHEX(SHA2(CONCAT(p.commit_salt, p.uid), 256))) wanted FROM ledger_event e
		JOIN person p ON p.id = ? WHERE e.record_uid = x'${r.uid_hex}'`, [r.person_id])
	assert.equal(event.kind, 'effective')
	assert.equal(event.commitment_hex, event.wanted)
	const fields = []
	for (let b = Buffer.from(event.fields_hex, 'hex'); b.length; b = b.subarray(4 + b.readUInt32BE()))
		fields.push(b.subarray(4, 4 + b.readUInt32BE()).toString('latin1'))
	assert.deepEqual(fields.slice(0, 2), ['zyz-event-1', 'effective'])
	assert.equal(Buffer.from(fields[2], 'latin1').toString('hex').toUpperCase(), r.uid_hex)
	assert.deepEqual(fields.slice(3, 14), ['1', r.no, '1', a.no, today(), r.starts_at, r.ends_at, r.minutes, 'scan', '0', '0009'])
	assert.equal(fields.length, 23)
	assert.ok(!event.fields_hex.includes(Buffer.from(v.form.name).toString('hex').toUpperCase()))
	await linedUp()
	assert.equal(value(`SELECT COUNT(*) FROM outbox WHERE record_uid = x'${r.uid_hex}' AND kind = 'service_record'`), '1')
})

test('publication: not twice, not after the start, not without the checklist, not dangerous without insurance', async () => {
	const no = await draft(clerk)
	const bare = status(await clerk.post(`/activity/manage/${no}/publish`), 422)
	assert.equal(bare.page.Errors[0].field, 'screened')
	status(await clerk.post(`/activity/manage/${no}/publish`, { screened: 1 }), 303)
	status(await clerk.post(`/activity/manage/${no}/publish`, { screened: 1 }), 409)
	const late = await draft(clerk)
	sql('UPDATE activity SET starts_at = NOW() - INTERVAL 1 MINUTE, ends_at = NOW() WHERE no = ?', [late])
	assert.equal(status(await clerk.post(`/activity/manage/${late}/publish`, { screened: 1 }), 422).page.Fault, 'begun')
	const danger = await draft(clerk, { dangerous: 1 })
	assert.equal(status(await clerk.post(`/activity/manage/${danger}/publish`, { screened: 1 }), 422).page.Fault, 'no_policy')
	sql(`INSERT INTO insurance (uid, station_id, activity_id, insurer, policy_no, kind, from_on, to_on, entered_by)
		SELECT UNHEX(REPLACE(UUID(), '-', '')), station_id, id, '保险公司', 'P1', 'accident', ?, ?, created_by
		FROM activity WHERE no = ?`, [today(), dayFrom(30), danger])
	status(await clerk.post(`/activity/manage/${danger}/publish`, { screened: 1 }), 303)
})

test('cancelling wants a reason and works until the start', async () => {
	const no = await draft(clerk)
	assert.equal(status(await clerk.post(`/activity/manage/${no}/cancel`), 422).page.Errors[0].field, 'reason')
	status(await clerk.post(`/activity/manage/${no}/cancel`, { reason: '暴雨预警' }), 303)
	assert.equal((await clerk.getJson(`/activity/manage/${no}`)).page.Activity.cancel_reason, '暴雨预警')
	status(await clerk.post(`/activity/manage/${no}/cancel`, { reason: '暴雨预警' }), 409)
})

test('the screen shows a code that changes, for staff and for the leader alone', async () => {
	const leader = await newVolunteer()
	const other = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [other], plan: { leader_no: leader.no, leader_name: '' } })
	const page = status(await clerk.get(`/activity/manage/${a.no}/code`), 200)
	assert.match(page.headers.refresh, /^([1-9]|1[0-5])$/)
	assert.match(page.text, /<svg[^>]*viewBox/)
	const code = await screen(leader.client, a.no)
	assert.match(code.digits, /^\d{6}$/)
	assert.match(code.url, new RegExp(`/activity/c/${a.no}-i-`))
	assert.match(status(await leader.client.get(`/activity/manage/${a.no}/code`), 200).text, /class="phone/)
	status(await other.client.get(`/activity/manage/${a.no}/code`), 404)
	status(await (await staff('zhaolei')).get(`/activity/manage/${a.no}/code`), 404)
	status(await (await staff('madan')).get(`/activity/manage/${a.no}/code`), 403)
	status(await new Client().getJson(`/activity/manage/${a.no}/code`), 401)
	status(await clerk.get(`/activity/manage/${a.no}/code?dir=up`), 404)
	status(await clerk.get(`/activity/manage/${await draft(clerk)}/code`), 409)
})

test('a scan opens a page that asks, and its ticket is good for this person only', async () => {
	const v = await newVolunteer()
	const w = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v, w] })
	const { url } = await screen(clerk, a.no)
	const opened = status(await v.client.getJson(new URL(url).pathname), 200).page
	assert.equal(opened.Direction, 'in')
	assert.match(status(await v.client.get(new URL(url).pathname), 200).text, /确认签到/)
	const forwarded = await w.client.post(`/activity/${a.no}/check-in`, { code: opened.Ticket })
	assert.equal(status(forwarded, 422).page.Fault, 'bad_code')
	status(await v.client.post(`/activity/${a.no}/check-in`, { code: opened.Ticket }), 303)
	status(await v.client.get(new URL(url).pathname), 303)
	status(await v.client.get(`/activity/c/${opened.Ticket}`), 404)
	status(await new Client().getJson(new URL(url).pathname), 401)
})

test('pages of the volunteer are there as pages', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	await attend(clerk, v, a)
	const [r] = records(a.no)
	for (const path of ['/activity/', '/activity/mine', '/activity/hours', `/activity/hours/${r.no}`, `/activity/${a.no}`,
		`/activity/record/${r.no}/object`])
		assert.match(status(await v.client.get(path), 200).text, /<h1/, path)
	for (const path of ['/activity/notice', `/activity/manage/review`, `/activity/manage/${a.no}/log`])
		assert.match(status(await reviewer.get(path), 200, path).text, /<h1/, path)
})

await end()
