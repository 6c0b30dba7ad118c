// Of a day with more than sixty shifts the rest could not be reached; the next days forgot what was asked for; a shift whose sign-up had
// not begun looked open; who was old enough in danger stood there twice.
import { Client, assert, end, newVolunteer, residentId, sql, staff, status, test, value } from './lib.mjs'
import { bornYearsAgo } from './lib/person.mjs'
import { dayFrom } from './lib/project.mjs'
import { openShift } from './lib/shift.mjs'

const [clerk, reviewer] = await Promise.all(['liwei', 'wangfang'].map((n) => staff(n)))
const get = async (by, at) => status(await by.getJson(at), 200).page
const all = (page) => (page.Days ?? []).flatMap((d) => d.Shifts)

test('each shift of a full day is reached, once, and what was asked for stays asked', async () => {
	const s = await openShift(clerk, reviewer, { day: 20 })
	const id = value('SELECT id FROM activity WHERE no = ?', [s.no])
	const cols = value(`SELECT GROUP_CONCAT(column_name) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'activity'
		AND extra NOT LIKE '%GENERATED%' AND generation_expression IS NULL AND column_name NOT IN ('id', 'uid', 'no')`)
	for (let n = 0; n < 70; n++)
		sql(`INSERT INTO activity (uid, no, ${cols}) SELECT UNHEX(MD5(CONCAT('x', ?, ?))), CONCAT('A99', LPAD(?, 8, '0')), ${cols} FROM activity WHERE id = ?`, [n, id, n, id])
	sql(`INSERT INTO shift (activity_id, position_id, project_id, station_id, wanted, mode, opens_at, closes_at, leave_until, opened_by)
		SELECT a.id, s.position_id, s.project_id, s.station_id, 2, 'direct', s.opens_at, s.closes_at, s.leave_until, s.opened_by
		FROM activity a JOIN shift s ON s.activity_id = ? WHERE a.no LIKE 'A99%'`, [id])
	const seen = []
	let at = `/recruit/?from=${dayFrom(20)}&category=0009`, steps = 0
	do {
		const page = await get(new Client(), at)
		seen.push(...(page.Days ?? []).filter((d) => d.day === dayFrom(20)).flatMap((d) => d.Shifts))
		at = page.FollowingUrl
		assert.match(at, /category=0009/)
	} while (at.includes('past=') && ++steps < 5)
	assert.equal(steps, 1)
	assert.deepEqual([seen.length, new Set(seen.map((x) => x.no)).size], [71, 71])
	const v = await newVolunteer()
	assert.match((await get(v.client, '/recruit/?suits=1&category=0009')).FollowingUrl, /category=0009&suits=1/)
	const html = status(await new Client().get(`/recruit/?from=${dayFrom(20)}&category=0009`), 200).text
	assert.match(html, /href="\/recruit\/\?from=[^"]*past=A\d+[^"]*category=0009/)
	sql("UPDATE activity SET state = 'cancelled' WHERE no LIKE 'A99%'")
})

test('a shift that opens later says so, and suits nobody yet', async () => {
	const s = await openShift(clerk, reviewer, { day: 3 })
	const v = await newVolunteer()
	const one = async (by, q) => all(await get(by, `/recruit/?${q}`)).find((x) => x.no === s.no)
	assert.ok(await one(v.client, 'suits=1'))
	sql('UPDATE shift s JOIN activity a ON a.id = s.activity_id SET s.opens_at = NOW() + INTERVAL 5 HOUR WHERE a.no = ?', [s.no])
	assert.ok((await one(v.client, '')).opens_at)
	assert.equal(await one(v.client, 'suits=1'), undefined)
	assert.match(status(await v.client.get('/recruit/'), 200).text, /还没开始报名/)
})

test('who is too young for danger by the rule of the station is not shown what would be refused', async () => {
	const s = await openShift(clerk, reviewer, { day: 3 })
	sql('UPDATE project SET dangerous = 1 WHERE no = ?', [s.project])
	const v = await newVolunteer({ id_no: residentId({ birth: bornYearsAgo(20) }) })
	const suits = async () => all(await get(v.client, '/recruit/?suits=1')).some((x) => x.no === s.no)
	assert.equal(await suits(), true)
	sql("INSERT INTO station_setting (station_id, name, value) SELECT station_id, 'danger_age', '21' FROM project WHERE no = ?", [s.project])
	try {
		assert.equal(await suits(), false)
		status(await v.client.post(`/recruit/shift/${s.no}/apply`), 422)
	} finally {
		sql("DELETE FROM station_setting WHERE name = 'danger_age'")
	}
})

test('the list looks at the shifts that it shows, not at all that come', async () => {
	const s = await openShift(clerk, reviewer, { day: 3 })
	const v = await newVolunteer()
	const [was] = sql('SELECT @@GLOBAL.userstat AS on_')
	const read = () => Number(value("SELECT COALESCE(SUM(ROWS_READ), 0) FROM information_schema.USER_STATISTICS WHERE USER = 'zyz_recruit'"))
	const plant = (from, to) => sql(`INSERT INTO activity (uid, no, station_id, project_id, title, category, starts_at, ends_at, place, state, created_by, published_at)
			SELECT RANDOM_BYTES(16), CONCAT('A98', LPAD(seq, 8, '0')), a.station_id, a.project_id, 'x', a.category, a.starts_at + INTERVAL seq DIV 400 DAY,
			a.ends_at + INTERVAL seq DIV 400 DAY, 'x', 'published', a.created_by, NOW() FROM activity a JOIN seq_${from}_to_${to} WHERE a.no = ?;
		INSERT IGNORE INTO shift (activity_id, position_id, project_id, station_id, wanted, mode, opens_at, closes_at, leave_until, opened_by)
			SELECT b.id, s.position_id, s.project_id, s.station_id, 2, 'direct', s.opens_at, s.closes_at, s.leave_until, s.opened_by
			FROM activity b JOIN shift s ON s.activity_id = (SELECT id FROM activity WHERE no = ?) WHERE b.no LIKE 'A98%';
		ANALYZE TABLE activity, shift, station, project`, [s.no, s.no])
	const cost = async () => {
		await v.client.getJson('/recruit/')
		const before = read()
		await v.client.getJson('/recruit/')
		return read() - before
	}
	try {
		sql('SET GLOBAL userstat = 1')
		plant(1, 100)
		const few = await cost()
		plant(101, 3000)
		const many = await cost()
		assert.ok(few > 0 && many < few + 300, `${few} rows with 100 that come, ${many} with 3000`)
	} finally {
		sql(`DELETE s FROM shift s JOIN activity a ON a.id = s.activity_id WHERE a.no LIKE 'A98%'; DELETE FROM activity WHERE no LIKE 'A98%';
			SET GLOBAL userstat = ?`, [Number(was.on_)])
	}
})

await end()
