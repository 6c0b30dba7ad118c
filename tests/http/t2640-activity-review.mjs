// Two persons: neither who logged it nor whom it is about. Notice, effect by press and by the loop.
import { assert, end, newStaff, sql, status, test, until, value } from './lib.mjs'
import { again } from './lib/loop.mjs'
import { newVolunteer } from './lib/person.mjs'
import {
	attend, dayFrom, draft, effectiveHours, finish, newActivity, noticeOver, records, review, roomToday, staff, stateOf, today,
} from './lib/activity.mjs'
import { marksKept } from './lib/mark.mjs'

await roomToday()
const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const manager = await staff('zhangmin')
const waiting = async (by, a) => (await by.getJson(`/activity/manage/review?activity=${a.no}`)).page.Records ?? []

/** An activity that is over, with these volunteers' scanned records waiting. */
async function over(n = 1) {
	const vs = []
	for (let i = 0; i < n; i++) vs.push(await newVolunteer())
	const a = await newActivity(clerk, { volunteers: vs })
	for (const v of vs) await attend(clerk, v, a)
	finish(a.no)
	return { a, vs, nos: records(a.no).map((r) => r.no) }
}

test('many at once, with one press', async () => {
	const { a, nos } = await over(3)
	assert.equal((await waiting(reviewer, a)).length, 3)
	status(await review(reviewer, nos, '名册核对'), 303)
	for (const r of records(a.no)) assert.deepEqual([r.state, r.review_note], ['notice', '名册核对'])
	assert.equal((await waiting(reviewer, a)).length, 0)
	status(await review(reviewer, nos), 409)
})

test('a manager who called the roll does not review it', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	const { ref } = (await manager.getJson(`/activity/manage/${a.no}/log`)).page.Rows[0]
	const clock = (m) => a.at(m).slice(11, 16)
	status(await manager.post(`/activity/manage/${a.no}/log`, { [`from_${ref}`]: clock(a.from), [`to_${ref}`]: clock(a.gone) }), 303)
	finish(a.no)
	const [r] = records(a.no)
	assert.equal((await waiting(manager, a))[0].hindrance, 'logger')
	const no = status(await review(manager, [r.no]), 422)
	assert.equal(no.page.Fault, 'logger')
	assert.match(no.page.Errors[0].text, new RegExp(r.no))
	assert.equal(records(a.no)[0].state, 'to_review')
	assert.throws(() => sql('UPDATE service_record SET reviewer_id = logger_id WHERE no = ?', [r.no]), /CONSTRAINT|4025/)
	status(await review(reviewer, [r.no]), 303)
})

test('nobody reviews their own hours', async () => {
	const { a, vs, nos } = await over()
	const { client: self } = await newStaff({ role: 'reviewer', person: vs[0].form })
	assert.equal((await waiting(self, a))[0].hindrance, 'own')
	assert.equal(status(await review(self, nos), 422).page.Fault, 'own')
	assert.equal(status(await self.post(`/activity/record/${nos[0]}/refuse`, { reason: '自己的' }), 422).page.Fault, 'own')
	status(await review(reviewer, nos), 303)
})

test('one bad record in a batch and none of it counts', async () => {
	const one = await over()
	const two = await over()
	status(await review(reviewer, two.nos), 303)
	status(await review(reviewer, [...one.nos, ...two.nos]), 409)
	assert.equal(records(one.a.no)[0].state, 'to_review')
	status(await review(reviewer, [...one.nos, 'R9999999']), 404)
	assert.equal(status(await review(reviewer, []), 422).page.Errors[0].field, 'record')
})

test('a refused record frees its minutes and keeps its reason', async () => {
	const { a, vs, nos } = await over()
	const day = () => value('SELECT minutes FROM volunteer_day d JOIN volunteer v ON v.person_id = d.person_id WHERE v.no = ?', [vs[0].no])
	assert.equal(day(), records(a.no)[0].minutes)
	assert.equal(status(await reviewer.post(`/activity/record/${nos[0]}/refuse`), 422).page.Errors[0].field, 'reason')
	status(await reviewer.post(`/activity/record/${nos[0]}/refuse`, { reason: '当天未到岗' }), 303)
	const [r] = records(a.no)
	assert.deepEqual([r.state, r.end_reason, day()], ['withdrawn', '当天未到岗', '0'])
	assert.equal((await vs[0].client.getJson(`/activity/hours/${r.no}`)).page.Record.end_reason, '当天未到岗')
	status(await reviewer.post(`/activity/record/${nos[0]}/refuse`, { reason: '当天未到岗' }), 409)
})

test('one record: what the reviewer sees, and both ways on from it', async () => {
	const { a, vs, nos: [no] } = await over()
	sql("UPDATE service_record SET flags = 'same_device,late_entry' WHERE no = ?", [no])
	const at = `/activity/record/${no}`
	const { page } = status(await reviewer.getJson(at), 200)
	assert.deepEqual([page.Record.title, page.Inside.volunteer_no, page.Inside.Flags.map((f) => f.word)],
		[a.title ?? '清洁家园', vs[0].no, ['same_device', 'late_entry']])
	assert.ok(page.History.some((h) => h.verb === 'add'))
	const html = { headers: { Accept: 'text/html' } }
	const forms = (r) => [...status(r, 200).text.matchAll(/<form\b[^>]*? method="post" action="(\/activity[^"]+)"/g)].map((m) => m[1])
	assert.deepEqual(forms(await reviewer.get(at, html)), ['/activity/manage/review', `${at}/refuse`])
	assert.deepEqual(forms(await clerk.get(at, html)), [], 'a clerk only reads')
	const short = status(await reviewer.post(`${at}/refuse`, { reason: '早' }, html), 422).text
	assert.match(short, />\n?早<\/textarea>/, 'what was typed is kept')
	status(await review(reviewer, [no]), 303)
	assert.deepEqual(forms(await reviewer.get(at, html)), [], 'reviewed: nothing to do')
	assert.equal((await reviewer.getJson(at)).page.Inside.reviewer, '王芳')
})

test('the review of one activity alone, chosen from those that wait', async () => {
	const { a } = await over(2)
	const { page } = status(await reviewer.getJson('/activity/manage/review'), 200)
	assert.match(page.Activities.find((x) => x.code === a.no).name, /\(2\)$/)
	const only = status(await reviewer.getJson(`/activity/manage/review?activity=${a.no}`), 200).page
	assert.deepEqual([only.Records.length, only.List.Filter.activity.value], [2, a.no])
})

test('three working days, counted from the day after', async () => {
	const { a, nos } = await over()
	status(await review(reviewer, nos), 303)
	const off = new Set(sql(`SELECT day FROM holiday WHERE kind = 'off'`).map((r) => r.day))
	const work = new Set(sql(`SELECT day FROM holiday WHERE kind = 'work'`).map((r) => r.day))
	let left = 3
	let n = 0
	while (left) {
		const day = dayFrom(++n)
		const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
		if (work.has(day) || (!off.has(day) && weekday % 6)) left--
	}
	const row = sql('SELECT notice_from, notice_until FROM activity WHERE no = ?', [a.no])[0]
	assert.equal(records(a.no)[0].notice_until, dayFrom(n))
	assert.deepEqual([row.notice_from, row.notice_until], [today(), dayFrom(n)])
})

test('on its last day a notice still stands', async () => {
	const { a, nos } = await over()
	status(await review(reviewer, nos), 303)
	marksKept('r.no = ?', [nos[0]], () => sql('UPDATE service_record SET notice_until = ? WHERE no = ?', [today(), nos[0]]))
	status(await reviewer.post(`/activity/manage/${a.no}/archive`), 409)
	noticeOver(a.no)
	status(await reviewer.post(`/activity/manage/${a.no}/archive`), 303)
	status(await reviewer.post(`/activity/manage/${a.no}/archive`), 409)
	assert.equal(sql(`SELECT COUNT(*) n FROM ledger_event WHERE record_uid = x'${records(a.no)[0].uid_hex}'`)[0].n, '1')
})

test('while one record waits the activity is not archived, but the others take effect', async () => {
	const { a, vs, nos } = await over(2)
	status(await review(reviewer, [nos[0]]), 303)
	noticeOver(a.no)
	assert.match(status(await reviewer.post(`/activity/manage/${a.no}/archive`), 303).location, /done=took_effect/)
	assert.deepEqual(records(a.no).map((r) => r.state), ['effective', 'to_review'])
	assert.equal(stateOf(a.no), 'notice')
	status(await review(reviewer, [nos[1]]), 303)
	noticeOver(a.no)
	assert.match(status(await reviewer.post(`/activity/manage/${a.no}/archive`), 303).location, /done=archived/)
	assert.equal((await vs[1].client.getJson('/activity/hours')).page.Total.records, 1)
})

test('ten and more are declared three days before: later it says so, and forbids nothing', async () => {
	const page = async (no) => (await clerk.getJson(`/activity/manage/${no}`)).page
	const soon = await draft(clerk, { planned: '10', day: dayFrom(2) })
	assert.equal((await page(soon)).Undeclared, 1)
	assert.match((await clerk.get(`/activity/manage/${soon}`)).text, /提前报备/)
	for (const changes of [{ planned: '9', day: dayFrom(2) }, { planned: '10', day: dayFrom(3) }])
		assert.equal((await page(await draft(clerk, changes))).Undeclared, undefined, JSON.stringify(changes))
	status(await clerk.post(`/activity/manage/${soon}/publish`, { screened: 1 }), 303)
	assert.equal(value('SELECT declared_on FROM activity WHERE no = ?', [soon]), today())
	assert.equal((await page(soon)).Undeclared, undefined, 'it is too late for a warning')
	const flags = async (declared, from = '10') => {
		const v = await newVolunteer()
		const a = await newActivity(clerk, { volunteers: [v], plan: { planned: '12' } })
		sql('UPDATE activity SET declared_on = ? WHERE no = ?', [declared, a.no])
		await attend(clerk, v, a)
		finish(a.no)
		sql(`REPLACE INTO station_setting (station_id, name, value) SELECT id, 'activity_declare_from', ? FROM station WHERE no = 1`, [from])
		try {
			status(await review(reviewer, records(a.no).map((r) => r.no)), 303)
		} finally {
			sql(`DELETE FROM station_setting WHERE name = 'activity_declare_from'`)
		}
		return records(a.no)[0].flags
	}
	assert.equal(await flags(dayFrom(-2)), 'undeclared')
	assert.equal(await flags(dayFrom(-3)), '')
	assert.equal(await flags(dayFrom(-2), '0'), '')
	assert.equal(await flags(dayFrom(-2), '13'), '')
})

test('the loop does it without anybody', async () => {
	const { a, nos } = await over()
	status(await review(reviewer, nos), 303)
	noticeOver(a.no)
	again('activity-close')
	await until(() => stateOf(a.no) === 'archived', 30_000, { what: 'archived by the loop' })
	const actions = sql(`SELECT action, actor_kind FROM audit WHERE target = 'service_record' AND target_id =
		(SELECT id FROM service_record WHERE no = ?) ORDER BY id`, [nos[0]])
	assert.deepEqual(actions.at(-1), { action: 'service_record.effective', actor_kind: 'system' })
})

test('sums of person, station and region agree with a recount', async () => {
	const v = await newVolunteer()
	const { record } = await effectiveHours(clerk, reviewer, v)
	assert.equal(record.state, 'effective')
	const wrong = sql(`SELECT t.person_id FROM volunteer_total t JOIN (SELECT person_id, SUM(minutes) m, COUNT(*) n FROM service_record
		WHERE state = 'effective' GROUP BY person_id) r ON r.person_id = t.person_id
		JOIN volunteer v ON v.person_id = t.person_id WHERE v.no = ? AND (t.minutes <> r.m OR t.records <> r.n)`, [v.no])
	assert.equal(wrong.length, 0)
	assert.equal((await v.client.getJson('/activity/hours')).page.Total.minutes, Number(record.minutes))
})

await end()
