// Words of the desk that were for programmers, and buttons that could only fail. Seen: the trail said "clerk" and "code"; a notice still running had a button to end it, whose click blamed another person; one's own
// row among the staff had a button to take the right away; moments with seconds, days as 2026-01-01.
import { assert, end, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { attend, finish, newActivity, records, review, roomToday } from './lib/activity.mjs'

const html = { headers: { Accept: 'text/html' } }
const clerk = await staff('liwei'), manager = await staff('zhangmin')
/** What is read of a page: without its head, its times and its tags. */
const read = (r) => status(r, 200).text.replace(/^[\s\S]*<main/, '<main').replace(/<p class="print-only[\s\S]*?<\/p>/, '')
	.replace(/<time[^>]*>[\s\S]*?<\/time>/g, ' ').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

test('the trail of a station has no word of a program in its details', async () => {
	const details = ((await manager.getJson('/station/audit')).page.Rows ?? []).map((r) => String(r.detail ?? ''))
	assert.ok(details.length)
	assert.deepEqual(details.filter((d) => /^[a-z]+(_[a-z]+)*$/.test(d)), [])
	// A right that has days, as staff_role writes it.
	sql(`INSERT INTO audit (actor_kind, station_id, action, target, target_id, detail) SELECT 'system', 1, 'staff.role', 'staff', MIN(id), 'reviewer from 2026-12-01 until 2026-12-31' FROM staff`)
	const { Rows } = (await manager.getJson('/station/audit')).page
	assert.ok(Rows.some((r) => r.detail === '审核人 自 2026年12月1日 至 2026年12月31日'), JSON.stringify(Rows.slice(0, 3)))
})

test('a notice that is running has no button to end it; one that has run out has', async () => {
	await roomToday()
	const v = await newVolunteer()
	const made = await newActivity(clerk, { volunteers: [v] }), { no } = made
	await attend(clerk, v, made)
	finish(no)
	const reviewer = await staff('wangfang')
	status(await review(reviewer, records(no).map((r) => r.no)), 303)
	const at = `/activity/manage/${no}`, button = /办理生效/
	assert.doesNotMatch(status(await reviewer.get(at, html), 200).text, button)
	status(await reviewer.post(`${at}/archive`), 409, 'whoever types the address is told, as before')
	sql('UPDATE service_record SET notice_until = notice_until - INTERVAL 30 DAY WHERE activity_id = (SELECT id FROM activity WHERE no = ?)', [no])
	const r = await reviewer.get(at, html)
	if (value('SELECT state FROM activity WHERE no = ?', [no]) === 'notice') assert.match(r.text, button)
})

test("one's own row among the staff has no button to take the right away", async () => {
	const { text } = status(await manager.get('/station/', html), 200)
	const rows = [...text.matchAll(/<tr>[\s\S]*?<\/tr>/g)].map(([row]) => row)
	assert.ok(!rows.find((row) => row.includes('zhangmin')).includes('/station/staff/end'))
	assert.ok(rows.find((row) => row.includes('liwei')).includes('/station/staff/end'))
})

test('no list of the desk has a moment with seconds or a day as a database writes it', async () => {
	const wrong = []
	for (const [who, at] of [[clerk, '/account/desk'], [clerk, '/needs/ledger'], [clerk, '/activity/manage'], [clerk, '/project/'], [clerk, '/account/volunteers'],
		[clerk, '/recruit/review'], [clerk, '/training/manage'], [clerk, '/platform/outbox'], [manager, '/station/'], [manager, '/station/audit'],
		[clerk, '/order/'], [clerk, '/support/insurance'], [clerk, '/commend/manage'], [clerk, '/activity/manage/calendar'], [await staff('madan'), '/activity/spots']]) {
		const r = await who.get(at, html)
		if (r.status !== 200) continue
		for (const [found] of read(r).matchAll(/.{12}(\b\d\d:\d\d:\d\d\b|(?<![-\d])20\d\d-\d\d-\d\d(?![-\d])).{8}/g)) wrong.push(`${at}: ${found}`)
	}
	assert.deepEqual(wrong, [])
})

test('an error offers the way of whoever reads it, not the need ledger', async () => {
	for (const [who, way] of [[clerk, '/account/desk'], [await staff('madan'), '/station/overview']]) {
		const { text } = status(await who.get('/nowhere/at/all', html), 404)
		if (text.includes('<main')) {
			const main = text.replace(/^[\s\S]*<main/, '')
			assert.ok(!main.includes('/needs/ledger'), way)
		}
	}
	const { text } = status(await clerk.get('/project/P2600199999', html), 404)
	assert.match(text.replace(/^[\s\S]*<main/, ''), /href="\/(account\/desk|project\/)"/)
})

await end()
