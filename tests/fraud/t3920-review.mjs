// Getting past the second person, the public notice and an objection; and the signs that a reviewer is shown.
import {
	assert, attempt, attend, bornYearsAgo, byDatabase, checkIn, dayFrom, effectiveHours, finish, newActivity, newStaff, newVolunteer,
	noticeOver, records, refused, review, roomToday, sql, staff, status, table, today, value,
} from './lib.mjs'
import { noticed, personOf, roll, rolled } from './lib/hours.mjs'

await roomToday()
const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const manager = await staff('zhangmin')
const flags = (a) => records(a.no).map((r) => r.flags)
const caseOf = (no) => sql('SELECT o.* FROM objection o JOIN service_record r ON r.id = o.record_id WHERE r.no = ?', [no])[0]
const object = (v, no, reason = '实际服务到十一点，少记了半小时') => v.client.submit(`/activity/record/${no}/object`, { reason })

attempt('reviewer is on the record', 'HTTP', async () => {
	const { vs, nos } = await rolled(clerk, clerk)
	const { client: self } = await newStaff({ role: 'reviewer', person: vs[0].form })
	return refused(await review(self, nos), 422, 'own')
})
attempt('clerk without the right reviews', 'HTTP', async () => {
	const { nos } = await rolled(clerk, clerk)
	return refused(await review(await staff('chenjie'), nos), 403)
})
attempt('another station reviews it', 'HTTP', async () => {
	const { a, nos } = await rolled(clerk, clerk)
	const by = refused(await review(await staff('sunli'), nos), 404)
	assert.equal(records(a.no)[0].state, 'to_review')
	return by
})
for (const [what, way] of [['review', 'missing'], ['review', 'of another session'], ['archive', 'missing'], ['refusal', 'missing']])
	attempt(`${what} by a page of somebody else (token ${way})`, 'HTTP', async () => {
		const { a, nos } = await rolled(clerk, clerk)
		const csrf = way === 'missing' ? null : manager.csrf
		const path = { review: '/activity/manage/review', archive: `/activity/manage/${a.no}/archive`,
			refusal: `/activity/record/${nos[0]}/refuse` }[what]
		const by = refused(await reviewer.post(path, { record: nos, reason: '不知情', csrf }), 403)
		assert.equal(records(a.no)[0].state, 'to_review')
		return by
	})
attempt('reviewed while the activity still goes on', 'HTTP', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	await attend(clerk, v, a)
	return refused(await review(reviewer, records(a.no).map((r) => r.no)), 409)
})
attempt('one forged number among honest ones', 'HTTP', async () => {
	const { a, nos } = await rolled(clerk, clerk)
	const by = refused(await review(reviewer, [...nos, 'R2600199999']), 404)
	assert.equal(records(a.no)[0].state, 'to_review')
	return `${by}, none of them passes`
})
attempt('notice cut short', 'HTTP', async () => {
	const { a } = await noticed(clerk, reviewer)
	sql(`UPDATE service_record r JOIN activity a ON a.id = r.activity_id SET r.notice_until = ? WHERE a.no = ?`, [today(), a.no])
	const by = refused(await reviewer.post(`/activity/manage/${a.no}/archive`), 409)
	assert.equal(records(a.no)[0].state, 'notice')
	return `${by}, the last day still counts`
})
attempt('effective twice', 'HTTP', async () => {
	const { activity, record } = await effectiveHours(clerk, reviewer, await newVolunteer())
	const by = refused(await reviewer.post(`/activity/manage/${activity.no}/archive`), 409)
	assert.equal(value(`SELECT COUNT(*) FROM ledger_event WHERE record_uid = x'${record.uid_hex}'`), '1')
	return `${by}; UNIQUE ledger_event_record`
})
attempt('objection ignored', 'HTTP', async () => {
	const { a, vs, nos } = await noticed(clerk, reviewer)
	status(await object(vs[0], nos[0]), 303)
	noticeOver(a.no)
	const by = refused(await reviewer.post(`/activity/manage/${a.no}/archive`), 409)
	assert.equal(records(a.no)[0].state, 'disputed')
	return `${by}, state disputed`
})
attempt('objection decided by the one who reviewed', 'HTTP', async () => {
	const { vs, nos } = await noticed(clerk, reviewer)
	status(await object(vs[0], nos[0]), 303)
	const c = caseOf(nos[0])
	return refused(await reviewer.post(`/activity/manage/objections/${c.no}/decide`, { verdict: 'rejected', result: '记录无误' }), 422)
		+ ', case_own'
})
attempt('objection used to make the hours longer than the activity', 'HTTP', async () => {
	const { a, vs, nos } = await noticed(clerk, reviewer)
	status(await object(vs[0], nos[0]), 303)
	const form = { verdict: 'upheld', result: '更正', begins: a.at(a.from - 1).slice(11, 16), ends: a.at(a.gone - 1).slice(11, 16) }
	const by = refused(await manager.post(`/activity/manage/objections/${caseOf(nos[0]).no}/decide`, form), 422, 'outside')
	assert.equal(records(a.no).length, 1)
	return by
})
attempt('objection to another\'s record', 'HTTP', async () => {
	const { nos } = await noticed(clerk, reviewer)
	const w = await newVolunteer()
	return refused(await w.client.post(`/activity/record/${nos[0]}/object`, { reason: '不是我的记录' }), 404)
})
attempt('objection with a script in it', 'HTTP', async () => {
	const { vs, nos } = await noticed(clerk, reviewer)
	status(await object(vs[0], nos[0], '<script>alert(1)</script>"><svg onload=alert(2)>'), 303)
	const page = status(await manager.get(`/activity/manage/objections/${caseOf(nos[0]).no}`), 200)
	assert.ok(!/<script>alert|<svg onload/.test(page.text))
	assert.match(page.text, /&lt;script&gt;alert\(1\)/)
	assert.match(page.headers['content-security-policy'] ?? '', /script-src 'self'|default-src 'self'/)
	return 'escaped on the page; Content-Security-Policy'
})
attempt('declared hours without the leader', 'HTTP', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	status(await checkIn(clerk, v, a.no), 303)
	sql('UPDATE attendance t JOIN activity a ON a.id = t.activity_id SET t.at = a.starts_at WHERE a.no = ?', [a.no])
	finish(a.no)
	const ends = value(`SELECT DATE_FORMAT(ends_at, '%H:%i') FROM activity WHERE no = ?`, [a.no])
	status(await v.client.post(`/activity/${a.no}/declare`, { ends, remark: '手机没电' }), 303)
	return refused(await review(reviewer, records(a.no).map((r) => r.no)), 422, 'leader_first')
})
attempt('leader who confirms their own declaration', 'HTTP', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { plan: { leader_no: v.no } })
	status(await checkIn(clerk, v, a.no), 303)
	sql('UPDATE attendance t JOIN activity a ON a.id = t.activity_id SET t.at = a.starts_at WHERE a.no = ?', [a.no])
	finish(a.no)
	const ends = value(`SELECT DATE_FORMAT(ends_at, '%H:%i') FROM activity WHERE no = ?`, [a.no])
	status(await v.client.post(`/activity/${a.no}/declare`, { ends, remark: '手机没电' }), 303)
	return refused(await v.client.post(`/activity/record/${records(a.no)[0].no}/confirm`), 422, 'own')
})

/* What can be honest is not refused: the reviewer is told where to look. */
async function crowd(n = 8) {
	const vs = []
	for (let i = 0; i < n; i++) vs.push(await newVolunteer())
	return { vs, a: await newActivity(clerk, { volunteers: vs }) }
}
/** The sign stands beside all records of the activity, or `n` of them, also on the reviewer's page. */
async function flagged(a, word, n) {
	const found = flags(a).filter((f) => f.split(',').includes(word)).length
	assert.equal(found, n ?? flags(a).length, flags(a).join('|'))
	const shown = status(await reviewer.getJson(`/activity/manage/review?activity=${a.no}`), 200).page.Records
	assert.ok(shown.some((r) => (r.Flags ?? []).some((f) => f.word === word)), 'on the page of review')
	return `flag ${word} on ${found}, shown to the reviewer`
}
attempt('one phone checks several people in', 'HTTP', async () => {
	const { vs, a } = await crowd(3)
	for (const v of vs) {
		const device = vs[0].client.jar.get('device')
		if (device) v.client.jar.take(new URL(v.client.base), [`device=${device.value}; Path=/`])
		await attend(clerk, v, a)
	}
	finish(a.no)
	/* The first look of a reviewer moves the activity on, and signs are looked for. */
	status(await review(reviewer, [records(a.no)[0].no]), 303)
	return flagged(a, 'same_device', 3)
})
attempt('many check-outs in one minute', 'HTTP', async () => {
	const { vs, a } = await crowd()
	for (const v of vs) await attend(clerk, v, a)
	/* The minute may have turned on the way. */
	sql(`UPDATE attendance t JOIN activity a ON a.id = t.activity_id SET t.at = ? WHERE a.no = ? AND t.direction = 'out'`,
		[a.at(a.gone), a.no])
	finish(a.no)
	status(await review(reviewer, [records(a.no)[0].no]), 303)
	return flagged(a, 'same_minute')
})
attempt('everybody with the very same times', 'HTTP', async () => {
	const { vs, a } = await crowd()
	status(await roll(clerk, a, vs.map((v) => [v, a.from, a.gone])), 303)
	finish(a.no)
	return flagged(a, 'equal_minutes')
})
attempt('entered long after', 'SQL', async () => {
	const { a, nos } = await rolled(clerk, clerk, 2)
	sql('UPDATE service_record SET logged_at = logged_at + INTERVAL 5 DAY WHERE no = ?', [nos[1]])
	status(await review(reviewer, [nos[0]]), 303)
	return flagged(a, 'late_entry', 1)
})
attempt('minor late at night', 'SQL', async () => {
	const v = await newVolunteer()
	const w = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v, w] })
	status(await roll(clerk, a, [[v, a.from, a.gone], [w, a.from, a.gone]]), 303)
	sql('UPDATE person SET birth_on = ? WHERE id = ?', [bornYearsAgo(14), personOf(v)])
	sql(`UPDATE service_record SET starts_at = ?, ends_at = ?, minutes = 30 WHERE person_id = ?`,
		[`${today()} 22:10:00`, `${today()} 22:40:00`, personOf(v)])
	finish(a.no)
	status(await review(reviewer, records(a.no).slice(1).map((r) => r.no)), 303)
	return flagged(a, 'minor_night', 1)
})
attempt('logger of little but hours entered afterwards', 'SQL', async () => {
	const { a, nos } = await rolled(clerk, clerk, 2)
	const login = `late_${nos[0]}`
	sql(`INSERT INTO staff (login, name, password_hash) VALUES (?, '补录员', '')`, [login])
	const me = Number(value('SELECT id FROM staff WHERE login = ?', [login]))
	sql('UPDATE service_record SET logger_id = ? WHERE no = ?', [me, nos[0]])
	for (let i = 0; i < 10; i++)
		sql(`INSERT INTO service_record (uid, no, station_id, activity_id, person_id, served_on, starts_at, ends_at, minutes, evidence,
			category, logger_id, logged_at, state) SELECT UNHEX(REPLACE(UUID(), '-', '')), CONCAT('X', no, '_', ?), station_id,
			activity_id, person_id, served_on, starts_at, ends_at, minutes, 'backfill', category, logger_id, logged_at, 'withdrawn'
			FROM service_record WHERE no = ?`, [i, nos[0]])
	status(await review(reviewer, [nos[1]]), 303)
	return flagged(a, 'backfill_logger', 1)
})

await table()
