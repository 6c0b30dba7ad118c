// The roll: staff enter times on the day itself; each rule refuses with its reason, and nothing is kept by halves.
import { assert, end, sql, status, test, value } from './lib.mjs'
import { newVolunteer } from './lib/person.mjs'
import { attend, beijing, dayFrom, draft, finish, newActivity, records, review, roomToday, staff } from './lib/activity.mjs'

await roomToday()
const clerk = await staff('liwei')
const clock = (a, m) => a.at(m).slice(11, 16)

/** The grid as a clerk fills it: [volunteer, from, to] in minutes of the day or as text. */
async function grid(a, rows, more = {}, by = clerk) {
	const page = status(await by.getJson(`/activity/manage/${a.no}/log`), 200).page
	const form = { ...more }
	for (const [v, from, to] of rows) {
		const { ref } = page.Rows.find((r) => r.no === v.no)
		form[`from_${ref}`] = typeof from === 'number' ? clock(a, from) : from
		form[`to_${ref}`] = typeof to === 'number' ? clock(a, to) : to
	}
	return by.post(`/activity/manage/${a.no}/log`, form)
}
const fault = (r) => status(r, 422).page.Rows.map((x) => x.fault).filter(Boolean)

test('two of three are logged; evidence, logger and attendance say how', async () => {
	const vs = [await newVolunteer(), await newVolunteer(), await newVolunteer()]
	const a = await newActivity(clerk, { volunteers: vs })
	const r = await grid(a, [[vs[0], a.from, a.gone - 1], [vs[1], a.from + 1, a.gone - 1]], { remark: '没有手机' })
	assert.match(status(r, 303).location, /done=logged/)
	const rows = records(a.no)
	assert.equal(rows.length, 2)
	for (const x of rows) {
		assert.equal(x.evidence, 'list')
		assert.equal(x.state, 'to_review')
		assert.equal(x.remark, '没有手机')
		assert.equal(x.logger_id, value(`SELECT id FROM staff WHERE login = 'liwei'`))
	}
	assert.equal(Number(rows[0].minutes), a.gone - 1 - a.from)
	const people = (await clerk.getJson(`/activity/manage/${a.no}`)).page.Roster
	assert.equal(people.filter((p) => p.method === 'list' && p.left_at).length, 2)
	assert.deepEqual((await clerk.getJson(`/activity/manage/${a.no}/log`)).page.Rows.map((x) => x.no), [vs[2].no])
	assert.equal(value('SELECT roll_closed_at IS NOT NULL FROM activity WHERE no = ?', [a.no]), '1')
})

test('each rule refuses with its reason', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	assert.deepEqual(fault(await grid(a, [[v, a.from - 1, a.gone - 1]])), ['outside'])
	assert.deepEqual(fault(await grid(a, [[v, a.from, a.to]])), [a.to > a.gone ? 'future' : 'outside'])
	assert.deepEqual(fault(await grid(a, [[v, a.gone, a.from]])), ['empty'])
	assert.deepEqual(fault(await grid(a, [[v, a.from, a.from]])), ['empty'])
	assert.deepEqual(fault(await grid(a, [[v, '9', 'noon']])), ['clock'])
	assert.deepEqual(fault(await grid(a, [[v, a.from, '']])), ['clock'])
	assert.deepEqual(fault(await grid(a, [[v, '24:61', '25:00']])), ['clock'])
	sql('UPDATE activity SET published_at = starts_at + INTERVAL 1 SECOND WHERE no = ?', [a.no])
	assert.deepEqual(fault(await grid(a, [[v, a.from, a.gone - 1]])), ['published_late'])
	assert.equal(records(a.no).length, 0)
	assert.equal(value('SELECT COALESCE(SUM(minutes), 0) FROM volunteer_day d JOIN volunteer v ON v.person_id = d.person_id WHERE v.no = ?', [v.no]), '0')
})

test('with one row refused none is kept, and what was typed stands there still', async () => {
	const vs = [await newVolunteer(), await newVolunteer()]
	const a = await newActivity(clerk, { volunteers: vs })
	const r = await grid(a, [[vs[0], a.from, a.gone - 1], [vs[1], a.from - 2, a.gone - 1]], { remark: '第一页' })
	const page = status(r, 422).page
	assert.deepEqual(page.Rows.map((x) => x.fault ?? ''), ['', 'outside'])
	assert.equal(page.Rows[0].from, clock(a, a.from))
	assert.equal(page.Form.remark, '第一页')
	assert.match(page.Errors[0].text, /超出活动的起止时间/)
	assert.equal(records(a.no).length, 0)
})

test('the roll is of the day: yesterday\'s must be entered otherwise', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	const day = dayFrom(-1)
	sql('UPDATE activity SET starts_at = ?, ends_at = ?, published_at = ? WHERE no = ?',
		[`${day} 09:00:00`, `${day} 11:00:00`, `${day} 08:00:00`, a.no])
	assert.deepEqual(fault(await grid(a, [[v, '09:00', '11:00']])), ['roll_not_today'])
	const told = status(await clerk.get(`/activity/manage/${a.no}/log`, { headers: { Accept: 'text/html' } }), 200).text
	assert.match(told, new RegExp(`href="/activity/manage/${a.no}/backfill"`))
	assert.doesNotMatch(told, /<form[^>]*\/log"/)
})

test('overlaps are refused to the minute, touching ends are fine', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	const b = await newActivity(clerk, { volunteers: [v] })
	const half = a.from + Math.max(1, Math.floor((a.gone - a.from) / 2))
	status(await grid(a, [[v, a.from, half]]), 303)
	assert.deepEqual(fault(await grid(b, [[v, half - 1, a.gone]])), ['overlap'])
	status(await grid(b, [[v, half, a.gone]]), 303)
	const minutes = [...records(a.no), ...records(b.no)].reduce((all, r) => all + Number(r.minutes), 0)
	assert.equal(value('SELECT minutes FROM volunteer_day d JOIN volunteer v ON v.person_id = d.person_id WHERE v.no = ?', [v.no]), String(minutes))
})

test('the same, when the later one is entered first', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	const b = await newActivity(clerk, { volunteers: [v] })
	const half = a.from + Math.max(1, Math.floor((a.gone - a.from) / 2))
	status(await grid(b, [[v, half, a.gone]]), 303)
	assert.deepEqual(fault(await grid(a, [[v, a.from, half + 1]])), ['overlap'])
	status(await grid(a, [[v, a.from, half]]), 303)
	assert.deepEqual([...records(a.no), ...records(b.no)].map((r) => Number(r.minutes)), [half - a.from, a.gone - half])
})

test('over the day\'s limit is refused; over the soft limit asks for two reviewers', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	const person = value('SELECT person_id FROM volunteer WHERE no = ?', [v.no])
	const day = beijing(Date.now()).slice(0, 10)
	sql('INSERT INTO volunteer_day (person_id, day, minutes) VALUES (?, ?, 720)', [Number(person), day])
	assert.deepEqual(fault(await grid(a, [[v, a.from, a.gone]])), ['day_limit'])
	sql('UPDATE volunteer_day SET minutes = 480 WHERE person_id = ?', [Number(person)])
	status(await grid(a, [[v, a.from, a.gone]]), 303)
	const [r] = records(a.no)
	assert.equal(r.flags, 'long_day')
	finish(a.no)
	const first = await staff('wangfang')
	const second = await staff('zhangmin')
	assert.match(status(await review(first, [r.no]), 303).location, /done=first_review/)
	assert.equal(records(a.no)[0].state, 'to_review')
	assert.equal(status(await review(first, [r.no]), 422).page.Fault, 'twice')
	assert.match(status(await review(second, [r.no]), 303).location, /done=reviewed/)
	const done = records(a.no)[0]
	assert.equal(done.state, 'notice')
	assert.notEqual(done.reviewer_id, done.second_reviewer_id)
})

test('a station may have its own limit', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	sql(`INSERT INTO station_setting (station_id, name, value) SELECT id, 'day_second_minutes', '1' FROM station WHERE no = 1`)
	try {
		if (a.gone - a.from > 1) assert.deepEqual(fault(await grid(a, [[v, a.from, a.gone]])), ['day_limit'])
	} finally {
		sql(`DELETE FROM station_setting WHERE name = 'day_second_minutes'`)
	}
	status(await grid(a, [[v, a.from, a.gone]]), 303)
})

test('a value for all stations comes before the configuration, and a station\'s own before that', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v], back: 30 })
	sql(`INSERT INTO setting (name, value) VALUES ('day_second_minutes', '1')`)
	try {
		assert.deepEqual(fault(await grid(a, [[v, a.gone - 2, a.gone]])), ['day_limit'])
		sql(`INSERT INTO station_setting (station_id, name, value) SELECT id, 'day_second_minutes', '720' FROM station WHERE no = 1`)
		status(await grid(a, [[v, a.gone - 2, a.gone]]), 303)
	} finally {
		sql(`DELETE FROM station_setting WHERE name = 'day_second_minutes'; DELETE FROM setting WHERE name = 'day_second_minutes'`)
	}
})

test('many at once on the same day: never more than the limit, never an overlap', async () => {
	const v = await newVolunteer()
	const n = 6
	const all = []
	for (let i = 0; i < n; i++) all.push(await newActivity(clerk, { volunteers: [v] }))
	const results = await Promise.all(all.map((a) => grid(a, [[v, a.from, a.gone]])))
	assert.equal(results.filter((r) => r.status === 303).length, 1)
	assert.ok(results.every((r) => r.status === 303 || r.page.Fault === 'overlap'))
	const rows = all.flatMap((a) => records(a.no))
	assert.equal(rows.length, 1)
	assert.equal(value('SELECT minutes FROM volunteer_day d JOIN volunteer v ON v.person_id = d.person_id WHERE v.no = ?', [v.no]), rows[0].minutes)
})

test('who scanned already has no row; an empty grid says so; a stranger\'s row is not taken', async () => {
	const vs = [await newVolunteer(), await newVolunteer()]
	const a = await newActivity(clerk, { volunteers: vs })
	await attend(clerk, vs[0], a)
	assert.deepEqual((await clerk.getJson(`/activity/manage/${a.no}/log`)).page.Rows.map((r) => r.no), [vs[1].no])
	assert.equal(status(await clerk.post(`/activity/manage/${a.no}/log`), 422).page.Fault, 'nobody')
	const form = { [`from_${'0'.repeat(32)}`]: '09:00', [`to_${'0'.repeat(32)}`]: '10:00' }
	assert.equal(status(await clerk.post(`/activity/manage/${a.no}/log`, form), 422).page.Fault, 'row_gone')
	assert.equal(status(await clerk.post(`/activity/manage/${a.no}/log`, { remark: '长'.repeat(201) }), 422).page.Errors[0].field, 'remark')
})

test('not before it begins, not for a draft', async () => {
	const no = await draft(clerk)
	status(await clerk.get(`/activity/manage/${no}/log`), 409)
	status(await clerk.post(`/activity/manage/${no}/publish`, { screened: 1 }), 303)
	status(await clerk.post(`/activity/manage/${no}/log`), 409)
})

await end()
