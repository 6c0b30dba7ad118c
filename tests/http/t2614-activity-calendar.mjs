// What a station has on which day, by week and by month; the list of activities begins with what comes.
import { assert, end, sql, status, test, value } from './lib.mjs'
import { guardGet } from './lib/guard.mjs'
import { dayFrom, draft, staff, today } from './lib/activity.mjs'

const clerk = await staff('liwei')
const CALENDAR = '/activity/manage/calendar'
const look = async (query) => status(await clerk.getJson(`${CALENDAR}${query}`), 200).page
const items = (p) => (p.ByMonth ? p.Weeks.flatMap((w) => w.Days) : p.Parts.flatMap((r) => r.Days)).flatMap((d) => d.Items ?? [])
const mondayOf = (day) => {
	const d = new Date(`${day}T00:00Z`)
	return new Date(d - ((d.getUTCDay() + 6) % 7) * 86400_000).toISOString().slice(0, 10)
}

guardGet(CALENDAR)

test('a week begins on Monday; each thing stands in its part of the day', async () => {
	const day = dayFrom(3)
	const made = {}
	for (const [part, begins, ends] of [['morning', '09:00', '11:00'], ['afternoon', '12:00', '13:00'], ['evening', '18:00', '24:00']])
		made[part] = await draft(clerk, { day, begins, ends, planned: 3 })
	const p = await look(`?week=${day}`)
	assert.equal(p.Days.length, 7)
	assert.equal(p.Days[0].day, mondayOf(day))
	const at = p.Days.findIndex((d) => d.day === day)
	for (const [part, no] of Object.entries(made)) {
		const row = p.Parts.find((r) => r.word === part).Days[at].Items
		assert.ok(row.some((i) => i.no === no && i.lack === 3), part)
	}
	assert.ok(p.Lacking >= 3 && p.Lack >= 9)
	const nextWeek = await look(`?week=${p.Next}`)
	assert.equal(nextWeek.Prev, p.From)
	assert.ok(!items(nextWeek).some((i) => Object.values(made).includes(i.no)))
	const month = await look(`?month=${day.slice(0, 7)}`)
	assert.ok(items(month).some((i) => i.no === made.morning))
	assert.ok(month.Weeks.every((w) => w.Days.length === 7))
	const html = status(await clerk.get(`${CALENDAR}?week=${day}`), 200).text
	assert.match(html, new RegExp(`href="/activity/manage/${made.evening}"`))
	assert.match(html, /18:00<\/time>–<time[^>]*>24:00/)
	assert.match(html, /<th scope="row">到期/)
})

test('what is called off is gone; only where people are missing; one project', async () => {
	const day = dayFrom(4)
	const [off, full] = [await draft(clerk, { day }), await draft(clerk, { day })]
	status(await clerk.post(`/activity/manage/${off}/cancel`, { reason: '下雨' }), 303)
	const all = items(await look(`?week=${day}`)).map((i) => i.no)
	assert.ok(!all.includes(off) && all.includes(full))
	const few = items(await look(`?week=${day}&few=1`))
	assert.ok(!few.some((i) => i.no === full), 'without a number planned nobody is missing')
	assert.ok(few.every((i) => i.kind === 'activity' && i.lack > 0))
	const p = value("SELECT no FROM project WHERE station_id = 1 AND state IN ('recruiting', 'running') LIMIT 1")
	const own = await draft(clerk, { day, project: p })
	const some = await look(`?week=${day}&project=${p}`)
	assert.deepEqual(items(some).filter((i) => [own, full].includes(i.no)).map((i) => i.no), [own])
	assert.equal(some.Filter.project, p)
})

test('trainings, sign-up that ends, days to record, holidays', async () => {
	const [t] = sql("SELECT no, DATE(starts_at) day FROM training WHERE station_id = 1 AND state <> 'cancelled' ORDER BY starts_at DESC LIMIT 1")
	assert.ok(items(await look(`?week=${t.day}`)).some((i) => i.kind === 'training' && i.no === t.no))
	const [p] = sql("SELECT no, recruit_to day FROM project WHERE station_id = 1 AND state = 'recruiting' LIMIT 1")
	assert.ok(items(await look(`?month=${p.day.slice(0, 7)}`)).some((i) => i.kind === 'recruit' && i.no === p.no))
	const [h] = sql("SELECT day, name FROM holiday WHERE region_code = '' AND kind = 'off' LIMIT 1")
	const d = (await look(`?week=${h.day}`)).Days.find((x) => x.day === h.day)
	assert.deepEqual([d.holiday, d.kind], [h.name, 'off'])
	const due = sql("SELECT no, record_due_on day FROM activity WHERE station_id = 1 AND is_due = 1 AND record_due_on IS NOT NULL LIMIT 1")[0]
	if (due) assert.ok(items(await look(`?week=${due.day}`)).some((i) => i.kind === 'due' && i.no === due.no))
})

test('another station has its own; months of all lengths; an address that means nothing is today', async () => {
	const no = await draft(clerk, { day: dayFrom(5) })
	const stranger = await staff('zhaolei')
	assert.ok(!items((await stranger.getJson(`${CALENDAR}?week=${dayFrom(5)}`)).page).some((i) => i.no === no))
	assert.deepEqual((await look('?month=2027-02')).Weeks.length, 4, 'February 2027 is four weeks')
	assert.equal((await look('?month=2026-08')).Weeks.length, 6)
	const december = await look('?month=2026-12')
	assert.deepEqual([december.Prev, december.Next, december.From, december.To], ['2026-11', '2027-01', '2026-12-01', '2026-12-31'])
	const w = await look('?week=2026-12-31')
	assert.deepEqual([w.From, w.To, w.Year, w.WeekNumber], ['2026-12-28', '2027-01-03', 2026, 53])
	for (const bad of ['week=2026-02-30', 'week=x', 'week=9999-12-31', 'week=', 'week=0001-01-01']) {
		const p = await look(`?${bad}`)
		assert.ok(p.Days.some((d) => d.today), bad)
	}
	for (const bad of ['month=2026-13', 'month=x', 'month=', 'month=now'])
		assert.ok((await look(`?${bad}`)).Weeks.some((x) => x.Days.some((d) => d.today)), bad)
	assert.equal(items(await look('?project=P9999999')).length, 0)
})

test('the list begins with what comes next, then the past', async () => {
	const near = await draft(clerk, { day: dayFrom(1), begins: '00:00', ends: '00:30' })
	const far = await draft(clerk, { day: dayFrom(300) })
	const { page } = await clerk.getJson('/activity/manage')
	const days = page.Activities.map((a) => a.day)
	assert.deepEqual(days, [...days].sort(), 'the next first')
	assert.ok(days.every((d) => d >= today()))
	assert.ok(page.Activities.some((a) => a.no === near))
	assert.ok(page.Past.every((a) => a.day < today()))
	assert.deepEqual(page.Past.map((a) => a.begins), page.Past.map((a) => a.begins).sort().reverse())
	const one = (await clerk.getJson(`/activity/manage?from=${dayFrom(1)}&to=${dayFrom(1)}`)).page.Activities
	assert.ok(one.every((a) => a.day === dayFrom(1)) && one.some((a) => a.no === near))
	const past = (await clerk.getJson(`/activity/manage?from=&to=${dayFrom(-1)}`)).page
	assert.ok(past.Activities.every((a) => a.day < today()))
	assert.equal(past.Past, undefined)
	assert.equal(past.Activities[0].no, page.Past[0].no, 'the latest first')
	const all = (await clerk.getJson('/activity/manage?sort=no&dir=desc')).page.Activities
	assert.equal(all[0].no, far)
	const html = status(await clerk.get('/activity/manage'), 200).text
	for (const word of ['今天', '本周', '以后', '已过']) assert.match(html, new RegExp(`<a href="/activity/manage[^"]*"[^>]*>${word}</a>`))
	assert.match(html, /aria-current="true">以后/)
})

await end()
