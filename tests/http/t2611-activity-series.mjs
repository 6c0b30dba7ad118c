// A series of activities: looked at day by day before it is made, made in one deed, published, manned and called off together.
import { Client, assert, end, sql, status, test, value } from './lib.mjs'
import { guardGet, guardPost } from './lib/guard.mjs'
import { newVolunteer } from './lib/person.mjs'
import { dayFrom, staff } from './lib/activity.mjs'
import { apply, approve, published } from './lib/project.mjs'

const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const publishedProject = (plan) => published(clerk, reviewer, { plan, positions: [{ wanted: 5 }] })
const NEW = '/activity/manage/series/new'
let turn = 0
/** Nobody else's name and place, so that nothing is there at that time. */
const form = (changes = {}) => ({
	title: `系列${++turn}·${process.pid}`, category: '0017', content: '给老人送午餐', day: dayFrom(2), until: dayFrom(79), begins: '09:00', ends: '11:00',
	place: `社区食堂 ${turn}-${process.pid} 号`, leader_name: '李队长', every: 'week', on_holiday: 'keep', short_month: 'last', step: 'look', ...changes,
})
const look = async (changes) => status(await clerk.submit(NEW, form(changes)), 200, 'preview').page
const wrong = async (changes, field) => {
	const r = status(await clerk.submit(NEW, form(changes)), 422)
	assert.equal(r.page.Errors[0].field, field, JSON.stringify([changes, r.page.Errors]))
	return r
}
/** Looks, and makes what the look has ticked (or what of it `days` picks). Returns the series' address. */
async function make(changes = {}, pick = (d) => d.on) {
	const f = form(changes)
	const seen = status(await clerk.submit(NEW, f), 200).page
	const days = seen.Days.filter((d) => d.code && pick(d)).map((d) => d.code)
	const r = status(await clerk.post(NEW, { ...f, step: 'make', days, key: seen.Key }), 303, 'made')
	return r.location.match(/series\/[0-9a-f]{32}/)[0]
}
const show = async (series) => status(await clerk.getJson(`/activity/manage/${series}`), 200).page
const page = (p) => p.Days.map((d) => [d.day, d.word ?? '', d.code ? 1 : 0])

guardGet(NEW)
guardPost(NEW)

test('twelve weeks: looked at without a trace, made in one deed', async () => {
	const before = value('SELECT COUNT(*) FROM activity')
	const seen = await look()
	assert.equal(seen.Days.length, 12)
	assert.equal(seen.Makes, 12)
	assert.equal(value('SELECT COUNT(*) FROM activity'), before, 'a preview makes nothing')
	const series = await make()
	const { Activities, Series, Drafts } = await show(series)
	assert.deepEqual(Activities.map((a) => a.day), seen.Days.map((d) => d.day))
	assert.ok(Activities.every((a) => a.state === 'draft'))
	assert.deepEqual([Series.every, Series.made_by, Drafts], ['week', '李伟', 12])
	const deeds = sql("SELECT action, detail FROM audit WHERE target = 'series' AND target_id = (SELECT id FROM series WHERE uid = UNHEX(?))", [series.slice(7)])
	assert.deepEqual(deeds.map((d) => d.action), ['series.add'], 'one deed')
	assert.match(deeds[0].detail, /^12 A\d+ A\d+/)
	const one = (await clerk.getJson(`/activity/manage/${Activities[3].no}`)).page.Activity
	assert.equal(one.series, series.slice(7))
})

test('the same form sent twice is one series', async () => {
	const f = form()
	const seen = status(await clerk.submit(NEW, f), 200).page
	const send = () => clerk.post(NEW, { ...f, step: 'make', days: seen.Days.slice(0, 2).map((d) => d.code), key: seen.Key })
	const [a, b] = await Promise.all([send(), send()])
	assert.equal(status(a, 303).location, status(b, 303).location)
	assert.equal(value('SELECT COUNT(*) FROM activity WHERE title = ?', [f.title]), '2')
})

test('over New Year, the 31st of each month, the fifth Sunday', async () => {
	const year = Number(dayFrom(0).slice(0, 4))
	const weeks = await look({ day: `${year}-12-24`, until: `${year + 1}-01-15` })
	assert.deepEqual(weeks.Days.map((d) => d.day), [`${year}-12-24`, `${year}-12-31`, `${year + 1}-01-07`, `${year + 1}-01-14`])
	const span = { every: 'month', day: `${year}-12-31`, until: `${year + 1}-05-31` }
	const february = new Date(Date.UTC(year + 1, 2, 0)).getUTCDate()
	assert.deepEqual(page(await look(span)), [[`${year}-12-31`, '', 1], [`${year + 1}-01-31`, '', 1], [`${year + 1}-02-${february}`, 'month_end', 1],
		[`${year + 1}-03-31`, '', 1], [`${year + 1}-04-30`, 'month_end', 1], [`${year + 1}-05-31`, '', 1]])
	const none = await look({ ...span, short_month: 'skip' })
	assert.deepEqual(page(none).map((d) => d[2]), [1, 1, 0, 1, 0, 1])
	assert.deepEqual([none.Days[2].word, none.Days[2].month], ['no_such_day', `${year + 1}-02`])
	const nth = await look({ ...span, every: 'nth' })
	const weekday = (d) => new Date(`${d}T00:00Z`).getUTCDay()
	assert.ok(nth.Days.every((d) => weekday(d.day) === weekday(span.day)))
})

test('a holiday is skipped, put off or kept, and said by its name', async () => {
	const [mon, tue, wed] = [30, 31, 32].map(dayFrom)
	const had = sql("SELECT day, kind, name, source FROM holiday WHERE day IN (?, ?) AND region_code = ''", [mon, tue])
	for (const d of [mon, tue])
		sql("INSERT INTO holiday (day, region_code, within, kind, name, source) VALUES (?, '', '', 'off', '测试节', '测试') ON DUPLICATE KEY UPDATE kind = 'off', name = '测试节'", [d])
	try {
		const f = { day: dayFrom(23), until: dayFrom(37) }
		const skipped = (await look({ ...f, on_holiday: 'skip' })).Days[1]
		assert.deepEqual([skipped.day, skipped.word, skipped.name, skipped.code], [mon, 'holiday', '测试节', undefined])
		const later = (await look({ ...f, on_holiday: 'later' })).Days[1]
		const other = sql("SELECT kind FROM holiday WHERE day = ? AND region_code = ''", [wed])[0]
		if (other?.kind !== 'off') assert.deepEqual([later.day, later.from, later.word], [wed, mon, 'moved'])
		const kept = (await look({ ...f, on_holiday: 'keep' })).Days[1]
		assert.deepEqual([kept.day, kept.word, kept.on], [mon, 'holiday_kept', '1'])
		await wrongMake({ ...f, on_holiday: 'skip' }, [mon])
	} finally {
		sql("DELETE FROM holiday WHERE day IN (?, ?) AND region_code = '' AND source = '测试'", [mon, tue])
		for (const h of had)
			sql("INSERT INTO holiday (day, region_code, within, kind, name, source) VALUES (?, '', '', ?, ?, ?) ON DUPLICATE KEY UPDATE kind = VALUES(kind), name = VALUES(name)", [h.day, h.kind, h.name, h.source])
	}
})

/** Ticks days that cannot be: refused, and the look stands on the page still. */
async function wrongMake(changes, days) {
	const f = form(changes)
	const seen = status(await clerk.submit(NEW, f), 200).page
	const r = status(await clerk.post(NEW, { ...f, step: 'make', days: days.map((d) => d.replaceAll('-', '')), key: seen.Key }), 422)
	assert.equal(r.page.Errors[0].field, 'days')
	assert.ok(r.page.Days.length)
	assert.equal(value('SELECT COUNT(*) FROM activity WHERE title = ?', [f.title]), '0')
}

test('a year whose holidays nobody has entered is named', async () => {
	const year = Number(dayFrom(0).slice(0, 4)) + 1
	const has = Number(value("SELECT COUNT(*) FROM holiday WHERE YEAR(day) = ? AND kind = 'off'", [year]))
	const { NoCalendar } = await look({ day: `${year - 1}-12-20`, until: `${year}-01-10`, on_holiday: 'skip' })
	assert.deepEqual((NoCalendar ?? []).map((y) => y.year).includes(year), !has)
})

test('a series of a project ends with it', async () => {
	const p = await publishedProject({ starts_on: dayFrom(1), ends_on: dayFrom(20), recruit_to: dayFrom(10) })
	const f = { project: p.no, until: dayFrom(40) }
	const { Days } = await look(f)
	assert.deepEqual(Days.map((d) => d.word ?? ''), ['', '', '', 'after_project', 'after_project', 'after_project'])
	await wrongMake(f, [Days[0].day, Days[4].day])
	const series = await make(f)
	assert.equal((await show(series)).Activities.length, 3)
	status(await clerk.submit(NEW, form({ project: 'P2600199999' })), 422)
})

test('whom the project took on stands on each roster; published together; one is changed alone', async () => {
	const p = await publishedProject({ starts_on: dayFrom(1), ends_on: dayFrom(40), recruit_to: dayFrom(30) })
	const people = [await newVolunteer(), await newVolunteer()]
	for (const v of people) {
		status(await apply(v, p.no, p.positions[0]), 303)
		status(await approve(reviewer, p.no, v), 303)
	}
	assert.equal((await clerk.getJson(`${NEW}?project=${p.no}`)).page.Form.with_roster, 1)
	const series = await make({ project: p.no, until: dayFrom(20), with_roster: 1 })
	const at = `/activity/manage/${series}`
	assert.deepEqual((await show(series)).Activities.map((a) => a.roster), [2, 2, 2])
	status(await clerk.post(`${at}/publish`, {}), 422)
	assert.match(status(await clerk.post(`${at}/publish`, { screened: 1 }), 303).location, /series_published/)
	const { Activities, Drafts } = await show(series)
	assert.ok(Activities.every((a) => a.state === 'published'))
	assert.equal(Drafts, undefined)
	status(await clerk.post(`${at}/publish`, { screened: 1 }), 409, 'nothing is left')
	const duties = async () => (await people[0].client.getJson('/activity/mine')).page
	assert.equal((await duties()).Duties.filter((d) => Activities.some((a) => a.no === d.no)).length, 3)
	status(await clerk.submit(`/activity/manage/${Activities[1].no}/change`, {
		day: Activities[1].day, begins: '14:00', ends: '16:00', place: Activities[1].place, content: '给老人送午餐', leader_name: '李队长' }), 303)
	const hours = (await show(series)).Activities.map((a) => a.begins.slice(11, 16))
	assert.deepEqual(hours, ['09:00', '14:00', '09:00'])
	// Called off from the second on: the first stands, and who was to come reads why.
	status(await clerk.post(`${at}/cancel`, { from_day: Activities[1].day, reason: '食堂装修' }), 303)
	assert.deepEqual((await show(series)).Activities.map((a) => a.state), ['published', 'cancelled', 'cancelled'])
	const told = (await duties()).Changes
	assert.deepEqual(told.map((c) => c.what), ['cancelled', 'cancelled', 'time'])
	assert.equal(told[0].became, '食堂装修')
	assert.equal(status(await clerk.post(`${at}/cancel`, { from_day: Activities[1].day, reason: '再取消' }), 422).page.Errors[0].field, 'from_day')
})

test('from a day on all get another time and place; what is left empty stays, and the roster is told once for each', async () => {
	const v = await newVolunteer(), leader = await newVolunteer({ name: '韩梅' })
	const series = await make({ until: dayFrom(20) }, (d) => d.code)
	const at = `/activity/manage/${series}`, change = (f) => clerk.post(`${at}/onwards`, { change_from: dayFrom(3), ...f })
	const { Activities } = await show(series)
	status(await clerk.post(`${at}/publish`, { screened: 1 }), 303)
	for (const a of Activities) status(await clerk.post(`/activity/manage/${a.no}/roster`, { volunteer_no: v.no }), 303)
	for (const [f, field] of [[{}, 'place'], [{ begins: '14:00' }, 'ends'], [{ begins: '14:00', ends: '13:00' }, 'ends'], [{ begins: '二点半后', ends: '16:00' }, 'begins'],
		[{ place: 'x'.repeat(161) }, 'place'], [{ change_from: dayFrom(400), place: '站内' }, 'change_from'], [{ change_from: '2026-02-30', place: '站内' }, 'change_from'],
		[{ leader_no: 'V9', place: '站内' }, 'leader_no'], [{ planned: '0' }, 'planned']])
		assert.equal(status(await change(f), 422).page.Errors[0].field, field, JSON.stringify(f))
	const standing = async () => (await show(series)).Activities.map((a) => [a.begins, a.ends, a.place, a.planned])
	assert.deepEqual(await standing(), Activities.map((a) => [a.begins, a.ends, a.place, a.planned]))
	assert.match(status(await change({ begins: '14:00', ends: '16:30', place: '站内活动室' }), 303).location, /series_changed/)
	const now = (await show(series)).Activities
	assert.deepEqual(now.map((a) => [a.begins.slice(11, 16), a.ends.slice(11, 16), a.place, a.leader_name]), [['09:00', '11:00', Activities[0].place, '李队长'],
		...now.slice(1).map(() => ['14:00', '16:30', '站内活动室', '李队长'])])
	const told = (await v.client.getJson('/activity/mine')).page.Changes.map((c) => c.what).sort()
	assert.deepEqual(told, now.slice(1).flatMap(() => ['place', 'time']).sort())
	// The same again is no change; another leader stands on each roster.
	status(await change({ place: '站内活动室', leader_no: leader.no }), 303)
	assert.deepEqual((await show(series)).Activities.map((a) => a.leader_name), ['李队长', ...now.slice(1).map(() => '韩梅')])
	assert.equal((await v.client.getJson('/activity/mine')).page.Changes.filter((c) => c.what !== 'leader').length, told.length)
	assert.equal(value("SELECT COUNT(*) FROM audit WHERE action = 'series.change' AND target_id = (SELECT id FROM series WHERE uid = UNHEX(?))", [series.slice(7)]), '2')
	status(await (await staff('sunli')).post(`${at}/onwards`, { change_from: dayFrom(3), place: '站内' }), 404)
})

test('the roster of one for all that are ahead', async () => {
	const v = await newVolunteer()
	const series = await make({ until: dayFrom(20) })
	const { Activities } = await show(series)
	status(await clerk.post(`/activity/manage/${series}/roster`, {}), 409, 'no project to take people from')
	status(await clerk.post(`/activity/manage/${Activities[0].no}/roster`, { volunteer_no: v.no }), 303)
	status(await clerk.post(`/activity/manage/${series}/roster`, { like: 'A2600199999' }), 422)
	status(await clerk.post(`/activity/manage/${series}/roster`, { like: Activities[0].no }), 303)
	status(await clerk.post(`/activity/manage/${series}/roster`, { like: Activities[0].no }), 303, 'again: nobody twice')
	assert.deepEqual((await show(series)).Activities.map((a) => a.roster), [1, 1, 1])
})

test('two series at once: what is there already is named and not ticked', async () => {
	const f = form({ until: dayFrom(20) })
	const seen = status(await clerk.submit(NEW, f), 200).page
	status(await clerk.post(NEW, { ...f, step: 'make', days: seen.Days.map((d) => d.code), key: seen.Key }), 303)
	const second = status(await clerk.submit(NEW, f), 200).page
	assert.ok(second.Days.every((d) => d.other_title === f.title && !d.on && d.code))
	assert.equal(second.Makes, 0)
	assert.ok((await clerk.submit(NEW, { ...f, begins: '11:00', ends: '12:00' })).page.Days.every((d) => !d.other_no && d.on), 'what touches shares nothing')
})

test('a dangerous series is published when everybody is insured', async () => {
	const series = await make({ until: dayFrom(20), dangerous: 1 })
	const { Activities } = await show(series)
	assert.ok(Activities.every((a) => ['no_policy', 'uninsured_people', undefined].includes(a.hindrance)), Activities[0].hindrance)
	if (Activities.every((a) => a.hindrance))
		assert.ok(status(await clerk.post(`/activity/manage/${series}/publish`, { screened: 1 }), 422).page.Activities)
})

test('bad input: said beside the field, nothing made', async () => {
	const before = value('SELECT COUNT(*) FROM activity')
	await wrong({ every: 'day' }, 'every')
	await wrong({ on_holiday: 'dance' }, 'on_holiday')
	await wrong({ short_month: 'all' }, 'short_month')
	await wrong({ until: dayFrom(1) }, 'until')
	await wrong({ until: dayFrom(500) }, 'until')
	await wrong({ until: '2027-02-30' }, 'until')
	await wrong({ day: '2026-02-30' }, 'day')
	await wrong({ day: dayFrom(-3) }, 'day')
	await wrong({ begins: '25:00' }, 'begins')
	await wrong({ ends: '08:00' }, 'ends')
	await wrong({ title: '补录八月' }, 'title')
	await wrong({ leader_name: '' }, 'leader_name')
	await wrong({ category: '9999' }, 'category')
	await wrong({ copy: 'A2600199999' }, 'copy')
	await wrongMake({}, [])
	await wrongMake({}, [dayFrom(3)])
	const many = Array.from({ length: 70 }, (_, i) => dayFrom(2 + i).replaceAll('-', ''))
	status(await clerk.submit(NEW, form({ step: 'make', days: many })), 422)
	status(await clerk.post(NEW, { ...form(), extra: 1 }), 422)
	status(await clerk.submit(NEW, form({ title: '"><b>x' }), { headers: { Accept: 'text/html' } }), 200)
	assert.equal(value('SELECT COUNT(*) FROM activity'), before)
})

let mine
const series = async () => (mine ??= (await make({ until: dayFrom(9) })).slice(7))
guardGet('/activity/manage/series/{}', { of: series, elsewhere: 'zhaolei' })
for (const step of ['publish', 'roster', 'cancel']) guardPost(`/activity/manage/series/{}/${step}`, { of: series, elsewhere: 'zhaolei' })

test('what is not there', async () => {
	for (const uid of ['0'.repeat(32), 'x'])
		status(await clerk.get(`/activity/manage/series/${uid}`), 404, uid)
	status(await clerk.get(`${NEW}?project=P9999999`), 404)
	status(await clerk.get(`${NEW}?copy=A9999999`), 404)
	const foreign = value('SELECT a.no FROM activity a JOIN station s ON s.id = a.station_id WHERE s.no <> 1 LIMIT 1')
	if (foreign) status(await clerk.get(`${NEW}?copy=${foreign}`), 404)
	status(await new Client().get(NEW), 303)
})

await end()
