// The desk as a day: what begins today and this week, where people are missing, what waits for whoever looks and since when, and nothing
// for somebody who may not do it.
import { assert, cleanup, end, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { newActivity, roomToday } from './lib/activity.mjs'

await roomToday()
const [clerk, reviewer, manager, elsewhere] = [await staff('liwei'), await staff('wangfang'), await staff('zhangmin'), await staff('zhaolei')]
const desk = async (who) => status(await who.getJson('/account/desk'), 200).page
const waits = async (who, what) => ((await desk(who)).Waiting ?? []).find((w) => w.what === what)

test('today: what begins, how many are on it and how many are missing', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	sql('UPDATE activity SET planned = 3 WHERE no = ?', [a.no])
	const row = (await desk(clerk)).Comes.find((c) => c.no === a.no)
	assert.deepEqual([row.kind, row.people, row.wanted, row.lack], ['activity', 1, 3, 2])
	assert.ok(!((await desk(elsewhere)).Comes ?? []).some((c) => c.no === a.no), 'of another station')
	const week = (await desk(clerk)).Week
	assert.equal(week.length, 7)
	assert.deepEqual(week.filter((d) => d.today).map((d) => d.day), [value('SELECT CURDATE()')])
	assert.ok(week.find((d) => d.today).lack >= 2)
	const { text } = status(await clerk.get('/account/desk'), 200)
	for (const words of ['本周', '缺 2 人', a.no]) assert.ok(text.includes(words), words)
})

test('what is for a reviewer is not shown to a clerk, and a returned plan to its author alone', async () => {
	sql("UPDATE project SET state = 'returned', return_reason = '请补充预算' WHERE station_id = 1 AND state = 'draft' AND author_id = (SELECT id FROM staff WHERE login = 'liwei') LIMIT 1")
	const n = value("SELECT COUNT(*) FROM project WHERE station_id = 1 AND state = 'returned' AND author_id = (SELECT id FROM staff WHERE login = 'liwei')")
	assert.equal((await waits(clerk, 'returned'))?.n ?? 0, Number(n))
	assert.equal(await waits(manager, 'returned'), undefined)
	const at = value("SELECT DATE(MIN(logged_at)) FROM service_record WHERE station_id = 1 AND state = 'to_review'")
	assert.ok((await waits(reviewer, 'record')).since >= at)
	assert.equal(await waits(clerk, 'record'), undefined)
})

test('a need that waits says since when, and is late after its reply day', async () => {
	const w = await waits(clerk, 'need')
	assert.match(w.since, /^\d{4}-\d\d-\d\d$/)
	sql("UPDATE need SET reply_by = CURDATE() - INTERVAL 1 DAY WHERE station_id = 1 AND state = 'to_verify' ORDER BY id LIMIT 1")
	assert.equal((await waits(clerk, 'need')).late, 1)
	assert.match(status(await clerk.get('/account/desk'), 200).text, /已过期/)
})

test('a desk with a past asks the database three times, however much waits', async () => {
	await clerk.get('/account/desk')
	const log = (on) => sql(`SET GLOBAL log_output = '${on ? 'TABLE' : 'FILE'}'; SET GLOBAL general_log = ${on}`)
	cleanup(() => log(0))
	sql('TRUNCATE mysql.general_log')
	log(1)
	for (const path of ['/account/desk', '/account/desk']) status(await clerk.get(path), 200)
	log(0)
	// Who asks for the stations of a member of staff is the program that answers; it answers us alone.
	const asked = sql(`SELECT thread_id, CONVERT(argument USING utf8mb4) AS text FROM mysql.general_log WHERE command_type IN ('Execute', 'Query', 'Commit')
		AND thread_id IN (SELECT thread_id FROM mysql.general_log WHERE argument LIKE '%GROUP_CONCAT(r.role%')`)
	sql('TRUNCATE mysql.general_log')
	// A session may be kept between requests (session_kept), but not here.
	const own = asked.filter((a) => !/FROM session/.test(a.text))
	assert.equal(own.filter((a) => a.text.includes('GROUP_CONCAT(r.role')).length, 2)
	assert.equal(own.length, 6, own.map((a) => a.text.slice(0, 60)).join('\n'))
})

await end()
