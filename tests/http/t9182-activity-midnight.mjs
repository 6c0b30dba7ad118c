// The last minute of a day. Seen: 22:00 to 24:00 could not be planned, and 119 minutes was the most that came of it; an end past
// midnight was answered with a rule and not with what to do.
import { assert, end, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { attend, dayFrom, draft, newActivity, planForm, records, roomToday, today } from './lib/activity.mjs'

const clerk = await staff('liwei')
await roomToday()
const html = { headers: { Accept: 'text/html' } }
const pdf = () => Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% ${Math.random()}\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 >>\nstartxref\n60\n%%EOF\n`)

test('an activity may go on to the end of its day, however that is written', async () => {
	for (const ends of ['24:00', '00:00', '0:00', '晚上12:00', '24：00']) {
		const no = await draft(clerk, { begins: '22:00', ends })
		assert.deepEqual(sql('SELECT TIMESTAMPDIFF(MINUTE, starts_at, ends_at) n, DATE(ends_at) d FROM activity WHERE no = ?', [no])[0],
			{ n: '120', d: dayFrom(4) }, ends)
		assert.match((await clerk.get(`/activity/manage/${no}`, html)).text, /22:00–24:00/)
		status(await clerk.getJson(`/activity/manage/${no}/edit`), 200)
	}
})

test('past midnight is answered with what to do', async () => {
	for (const [begins, ends] of [['22:00', '01:00'], ['22:00', '22:00'], ['24:00', '24:00'], ['0:00', '25:00']]) {
		const r = status(await clerk.submit('/activity/manage/new', planForm({ begins, ends })), 422)
		assert.ok(r.page.Errors.some((e) => ['begins', 'ends'].includes(e.field)), `${begins}-${ends}`)
	}
	assert.match(status(await clerk.submit('/activity/manage/new', planForm({ begins: '22:00', ends: '01:00' })), 422).page.Error.ends, /分成两场/)
	status(await clerk.submit('/activity/manage/new', planForm({ begins: '0:00', ends: '24:00' })), 303)
	assert.throws(() => sql("UPDATE activity SET ends_at = ends_at + INTERVAL 3 HOUR WHERE no = ?", [value('SELECT no FROM activity ORDER BY id DESC LIMIT 1')]), /activity_one_day/)
})

test('its hours are whole: 补录 from 22:00 to 24:00 is 120 minutes of that day', async () => {
	const v = await newVolunteer({ name: '夜巡' })
	const no = await draft(clerk, { day: dayFrom(-2), begins: '22:00', ends: '24:00', past: 1 })
	status(await clerk.post(`/activity/manage/${no}/roster`, { volunteer_no: v.no }), 303)
	const read = status(await clerk.post(`/activity/manage/${no}/backfill/paste`, { rows: '夜巡\t22:00\t24:00' }), 200).page
	assert.deepEqual([read.Rows[0].from, read.Rows[0].to], ['22:00', '24:00'])
	assert.match((await clerk.post(`/activity/manage/${no}/backfill/paste`, { rows: '夜巡\t22:00\t24:00' }, html)).text, /value="00:00"/)
	const send = (from, to) => clerk.upload(`/activity/manage/${no}/backfill`, { remark: '纸质签到', [`from_${read.Rows[0].ref}`]: from, [`to_${read.Rows[0].ref}`]: to },
		[{ field: 'file', name: 'a.pdf', type: 'application/pdf', content: pdf() }])
	status(await send('24:00', '24:00'), 422)
	status(await send('22:00', '00:00'), 303)
	const [r] = records(no)
	assert.deepEqual([r.minutes, r.served_on, r.ends_at], ['120', dayFrom(-2), `${dayFrom(-1)} 00:00:00`])
	assert.match((await clerk.get(`/activity/manage/${no}`, html)).text, /<time>22:00<\/time>–<time>24:00<\/time>/)
	assert.equal(value('SELECT minutes FROM volunteer_day d JOIN volunteer v ON v.person_id = d.person_id WHERE v.no = ? AND d.day = ?', [v.no, dayFrom(-2)]), '120')
	/* What follows at 0:00 touches it and nothing more. */
	const next = await draft(clerk, { day: dayFrom(-1), begins: '00:00', ends: '01:00', past: 1 })
	status(await clerk.post(`/activity/manage/${next}/roster`, { volunteer_no: v.no }), 303)
	const ref = (await clerk.getJson(`/activity/manage/${next}/backfill`)).page.Rows[0].ref
	status(await clerk.upload(`/activity/manage/${next}/backfill`, { remark: '纸质签到', [`from_${ref}`]: '0:00', [`to_${ref}`]: '1:00' },
		[{ field: 'file', name: 'a.pdf', type: 'application/pdf', content: pdf() }]), 303)
	assert.equal(records(next)[0].minutes, '60')
})

test('scans of an activity that goes on to midnight count', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	sql('UPDATE activity SET ends_at = ? WHERE no = ?', [`${dayFrom(1)} 00:00:00`, a.no])
	await attend(clerk, v, a)
	assert.equal(records(a.no)[0].served_on, today())
})

await end()
