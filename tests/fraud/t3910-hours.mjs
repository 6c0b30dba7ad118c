// Hours that are typed in: by one person, for the wrong people, at the wrong times, or straight into the tables.
import {
	Client, assert, attempt, attend, begin, byDatabase, dayFrom, draft, finish, newActivity, newVolunteer, planForm, records,
	refused, review, roomToday, sql, staff, status, table, today,
} from './lib.mjs'
import { minutesOf, noticed, personOf, roll, rolled } from './lib/hours.mjs'

await roomToday()
const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const manager = await staff('zhangmin')

async function one() {
	const v = await newVolunteer()
	return { v, a: await newActivity(clerk, { volunteers: [v] }) }
}
/** The roll is refused as said, and neither a record nor a minute is left behind. */
async function notRolled(v, a, from, to, word) {
	const [rows, minutes] = [records(a.no).length, minutesOf(v)]
	const by = refused(await roll(clerk, a, [[v, from, to]]), 422, word)
	assert.deepEqual([records(a.no).length, minutesOf(v)], [rows, minutes])
	return by
}
/** A row as a cheat would copy it, with some columns changed. */
const copy = (no, changes) => {
	const columns = sql(`SELECT column_name c FROM information_schema.columns WHERE table_schema = DATABASE()
		AND table_name = 'service_record' AND column_name <> 'id' AND extra NOT LIKE '%GENERATED%'`).map((r) => r.c)
	const all = { uid: `UNHEX(REPLACE(UUID(), '-', ''))`, no: `CONCAT('X', LEFT(UUID(), 20))`, replaces_id: 'NULL', ...changes }
	return `INSERT INTO service_record (${columns}) SELECT ${columns.map((c) => all[c] ?? c)} FROM service_record WHERE no = '${no}'`
}

attempt('typed in and reviewed by one person', 'HTTP', async () => {
	const { nos, a } = await rolled(clerk, manager)
	const by = refused(await review(manager, nos), 422, 'logger')
	assert.equal(records(a.no)[0].state, 'to_review')
	return by
})
attempt('typed in and reviewed by one person', 'SQL', async () => {
	const { nos } = await rolled(clerk, manager)
	return byDatabase('UPDATE service_record SET reviewer_id = logger_id WHERE no = ?', nos)
})
attempt('second reviewer is the first', 'SQL', async () => {
	const { nos } = await noticed(clerk, reviewer)
	return byDatabase('UPDATE service_record SET second_reviewer_id = reviewer_id WHERE no = ?', nos)
})
attempt('effective with nobody having reviewed it', 'SQL', async () => {
	const { nos } = await rolled(clerk, clerk)
	return byDatabase(`UPDATE service_record SET state = 'effective', effective_at = NOW() WHERE no = ?`, nos)
})
attempt('a roll of nobody\'s', 'SQL', async () => {
	const { nos } = await rolled(clerk, clerk)
	return byDatabase('UPDATE service_record SET logger_id = NULL WHERE no = ?', nos)
})
attempt('minutes that are not end minus start', 'SQL', async () => {
	const { nos } = await rolled(clerk, clerk)
	return byDatabase('UPDATE service_record SET minutes = minutes + 60 WHERE no = ?', nos)
})
attempt('record across midnight', 'SQL', async () => {
	const { nos } = await rolled(clerk, clerk)
	return byDatabase(`UPDATE service_record SET ends_at = starts_at + INTERVAL 1 DAY, minutes = 1440 WHERE no = ?`, nos)
})
attempt('activity across midnight', 'SQL', async () => {
	const { a } = await one()
	return byDatabase('UPDATE activity SET ends_at = starts_at + INTERVAL 1 DAY WHERE no = ?', [a.no])
})
attempt('activity across midnight', 'HTTP', async () =>
	refused(await clerk.submit('/activity/manage/new', planForm({ begins: '22:00', ends: '02:00' })), 422, 'ends'))
attempt('scan record of an activity published afterwards', 'SQL', async () => {
	const { nos } = await rolled(clerk, clerk)
	return byDatabase('UPDATE service_record SET activity_published_at = starts_at + INTERVAL 1 SECOND WHERE no = ?', nos)
})
attempt('one record twice', 'SQL', async () => {
	const { nos } = await rolled(clerk, clerk)
	return byDatabase(copy(nos[0], { uid: 'uid' }))
})
attempt('more than a day in a day', 'SQL', async () => {
	const { vs } = await rolled(clerk, clerk)
	return byDatabase('UPDATE volunteer_day SET minutes = minutes + 1440 WHERE person_id = ?', [personOf(vs[0])])
})
attempt('person who vouches for themselves', 'SQL', async () => {
	const { nos } = await rolled(clerk, clerk)
	return byDatabase('UPDATE service_record SET leader_id = person_id WHERE no = ?', nos)
})

attempt('activity planned for a day that has passed', 'HTTP', async () =>
	refused(await clerk.submit('/activity/manage/new', planForm({ day: dayFrom(-1) })), 422, 'day'))
attempt('activity published after it began', 'HTTP', async () => {
	const no = await draft(clerk)
	begin(no)
	return refused(await clerk.post(`/activity/manage/${no}/publish`, { screened: 1 }), 422, 'begun')
})
attempt('roll of an activity published afterwards', 'HTTP', async () => {
	const { v, a } = await one()
	sql('UPDATE activity SET published_at = starts_at + INTERVAL 1 SECOND WHERE no = ?', [a.no])
	return notRolled(v, a, a.from, a.gone - 1, 'published_late')
})
attempt('scan at an activity published afterwards', 'HTTP', async () => {
	const { v, a } = await one()
	sql('UPDATE activity SET published_at = starts_at + INTERVAL 1 SECOND WHERE no = ?', [a.no])
	assert.match((await attend(clerk, v, a)).location, /done=out_published_late/)
	assert.equal(records(a.no).length, 0)
	return 'rule published_late: no record'
})
attempt('times changed after publication', 'HTTP', async () => {
	const { a } = await one()
	const by = refused(await clerk.post(`/activity/manage/${a.no}/edit`, planForm({ begins: '06:00', ends: '23:00' })), 409)
	assert.equal(sql('SELECT starts_at FROM activity WHERE no = ?', [a.no])[0].starts_at, a.starts)
	return `${by}, the plan is frozen`
})
attempt('before the activity began', 'HTTP', async () => {
	const { v, a } = await one()
	return notRolled(v, a, a.from - 1, a.gone - 1, 'outside')
})
attempt('minutes still to come', 'HTTP', async () => {
	const { v, a } = await one()
	return notRolled(v, a, a.from, a.to, a.to > a.gone ? 'future' : 'outside')
})
attempt('yesterday\'s roll, entered today', 'HTTP', async () => {
	const { v, a } = await one()
	const day = dayFrom(-1)
	sql('UPDATE activity SET starts_at = ?, ends_at = ?, published_at = ? WHERE no = ?',
		[`${day} 09:00:00`, `${day} 11:00:00`, `${day} 08:00:00`, a.no])
	return notRolled(v, a, '09:00', '11:00', 'roll_not_today')
})
attempt('roll before the activity begins', 'HTTP', async () => {
	const no = await draft(clerk)
	status(await clerk.post(`/activity/manage/${no}/publish`, { screened: 1 }), 303)
	return refused(await clerk.post(`/activity/manage/${no}/log`), 409)
})
attempt('somebody else\'s row in the roll', 'HTTP', async () => {
	const { a } = await one()
	const w = sql('SELECT LOWER(HEX(uid)) uid FROM person WHERE id = ?', [personOf(await newVolunteer())])[0].uid
	const form = { [`from_${w}`]: a.at(a.from).slice(11, 16), [`to_${w}`]: a.at(a.gone).slice(11, 16) }
	const by = refused(await clerk.post(`/activity/manage/${a.no}/log`, form), 422)
	assert.equal(records(a.no).length, 0)
	return `${by}, row_gone: not on the roster`
})
attempt('one of two activities at once, by one minute', 'HTTP', async () => {
	const { v, a } = await one()
	const b = await newActivity(clerk, { volunteers: [v] })
	const half = a.from + Math.max(1, Math.floor((a.gone - a.from) / 2))
	status(await roll(clerk, a, [[v, a.from, half]]), 303)
	const by = await notRolled(v, b, half - 1, a.gone, 'overlap')
	status(await roll(clerk, b, [[v, half, a.gone]]), 303, 'end to end is honest')
	return `${by}; end to end passes`
})
attempt('six activities at once, six clerks at the same moment', 'HTTP', async () => {
	const v = await newVolunteer()
	const all = []
	for (let i = 0; i < 6; i++) all.push(await newActivity(clerk, { volunteers: [v] }))
	const answers = await Promise.all(all.map((a) => roll(clerk, a, [[v, a.from, a.gone]])))
	const rows = all.flatMap((a) => records(a.no))
	assert.equal(answers.filter((r) => r.status === 303).length, 1)
	assert.deepEqual([rows.length, minutesOf(v)], [1, Number(rows[0].minutes)])
	return `${refused(answers.find((r) => r.status !== 303), 422, 'overlap')}: one of six counts`
})
attempt('more than twelve hours a day', 'HTTP', async () => {
	const { v, a } = await one()
	sql('INSERT INTO volunteer_day (person_id, day, minutes) VALUES (?, ?, 720)', [personOf(v), today()])
	return notRolled(v, a, a.from, a.gone, 'day_limit')
})
attempt('more than eight hours a day with one reviewer', 'HTTP', async () => {
	const { v, a } = await one()
	sql('INSERT INTO volunteer_day (person_id, day, minutes) VALUES (?, ?, 480)', [personOf(v), today()])
	status(await roll(clerk, a, [[v, a.from, a.gone]]), 303)
	finish(a.no)
	const [r] = records(a.no)
	assert.equal(r.flags, 'long_day')
	assert.match(status(await review(reviewer, [r.no]), 303).location, /first_review/)
	const by = refused(await review(reviewer, [r.no]), 422, 'twice')
	assert.equal(records(a.no)[0].state, 'to_review')
	return `flag long_day; ${by}`
})
attempt('somebody who has left put on a roster', 'HTTP', async () => {
	const v = await newVolunteer()
	status(await v.client.post('/account/me/erase', { confirm: 1 }), 303)
	const no = await draft(clerk)
	return refused(await clerk.post(`/activity/manage/${no}/roster`, { volunteer_no: v.no }), 422, 'volunteer_no')
})
attempt('hours for somebody who has left since', 'HTTP', async () => {
	const { v, a } = await one()
	finish(a.no)
	status(await v.client.post('/account/me/erase', { confirm: 1 }), 303)
	const { Rows } = status(await clerk.getJson(`/activity/manage/${a.no}/log`), 200).page
	const form = Object.fromEntries((Rows ?? []).flatMap((r) =>
		[[`from_${r.ref}`, a.at(a.from).slice(11, 16)], [`to_${r.ref}`, a.at(a.gone - 1).slice(11, 16)]]))
	const by = refused(await clerk.post(`/activity/manage/${a.no}/log`, form), 422, 'not_on_roster')
	assert.equal(records(a.no).length, 0)
	return by
})
attempt('no token on the roll', 'HTTP', async () => {
	const { a } = await one()
	return `${refused(await clerk.post(`/activity/manage/${a.no}/log`, { csrf: null }), 403)}, token of the session`
})
attempt('roll by a stranger, a volunteer, an overseer, another station', 'HTTP', async () => {
	const { a, v } = await one()
	const to = `/activity/manage/${a.no}/log`
	const by = [
		refused(await new Client().post(to, { csrf: '0'.repeat(32) }), 401),
		refused(await v.client.post(to), 403),
		refused(await (await staff('madan')).post(to), 403),
		refused(await (await staff('zhaolei')).post(to), 404),
	]
	return by.join(', ').replaceAll(', answer', '')
})

await table()
