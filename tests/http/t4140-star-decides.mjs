// Who may decide about a star and who may not: never the one concerned, their family, whoever proposed it, an overseer of another place or
// level; what happens twice or at once; objections; the review each year and when hours fall.
import { assert, Client, end, guardPost, newOverseer, newStaff, newVolunteer, sql, staff, status, test, until, value } from './lib.mjs'
import { effectiveHours, roomToday } from './lib/activity.mjs'
import { again } from './lib/loop.mjs'
import { linedUp } from './lib/posting.mjs'
import { personOf, total } from './lib/recognition.mjs'
import { decide, deciders, given, noticeOver, propose, quality, starOf, starRow, starry } from './lib/star.mjs'

await roomToday()
const reviewer = await staff('wangfang')
const manager = await staff('zhangmin')
const above = await deciders()
const refusedBy = (r) => status(r, 409).page.Refused
const ask = (v, star) => v.client.post('/commend/mine/star', { star })
const object = (who, v, objection = '三月五日的活动没有看到本人') => who.post(`/commend/notice/${starRow(v).ref}`, { objection })

test('a volunteer applies for the highest star they can have, once', async () => {
	const v = await starry(2)
	const { Next, Me } = status(await v.client.getJson('/commend/mine/star'), 200).page
	assert.deepEqual([Next.star, Next.ok, Next.may, Me.star], [2, 1, 1, 0])
	assert.equal(refusedBy(await ask(v, 1)), 'higher')
	assert.equal(refusedBy(await ask(v, 3)), 'below')
	for (const wrong of [0, -1, 6, 'x', 1e12]) status(await ask(v, wrong), 422)
	const both = await Promise.all([ask(v, 2), ask(v, 2)])
	assert.deepEqual(both.map((r) => r.status).sort(), [303, 409])
	assert.equal(refusedBy(await ask(v, 2)), 'open')
	assert.equal(starRow(v).state, 'asked')
	const { Asked } = (await reviewer.getJson('/commend/manage')).page
	assert.ok(Asked.some((a) => a.no === v.no))
	status(await propose(reviewer, v), 303)
	assert.equal(starRow(v).state, 'proposed')
	status(await decide(above[2], v), 303)
	noticeOver(v)
	again('activity-close')
	await until(() => starRow(v).state === 'awarded', 20_000, { what: 'given by the clock' })
	assert.equal(refusedBy(await ask(v, 2)), 'not_higher')
	assert.match(value("SELECT GROUP_CONCAT(event) FROM message WHERE person_id = ?", [personOf(v.no)]), /star_given/)
})

test('hours alone are not enough: each condition says what is missing', async () => {
	const v = await starry(3, { trainings: 0, evaluations: 0, months: 3 })
	sql(`INSERT INTO no_show (uid, activity_id, person_id, station_id, found_at, state) SELECT RANDOM_BYTES(16), id, ?, station_id, NOW(),
		ELT(1 + id % 5, 'open', 'explained', 'declined', 'accepted', 'mistaken') FROM activity ORDER BY id DESC LIMIT 5`, [personOf(v.no)])
	const lacks = async (star) => {
		const { Next } = (await v.client.getJson('/commend/mine/star')).page
		assert.equal(Next.star, star)
		return Next.Conditions.filter((c) => !c.ok).map((c) => c.word)
	}
	assert.deepEqual(await lacks(2), [], 'three absences of five are not excused: two stars allow three')
	sql('UPDATE volunteer SET star = 2 WHERE no = ?', [v.no])
	assert.deepEqual(await lacks(3), ['evaluated', 'no_shows', 'trainings', 'months'])
	assert.equal(refusedBy(await ask(v, 3)), 'not_yet')
	assert.equal(refusedBy(await propose(reviewer, v)), 'not_reached')
	quality(v.no, { score: 2 })
	sql("UPDATE no_show SET found_at = NOW() - INTERVAL 366 DAY WHERE person_id = ?", [personOf(v.no)])
	assert.deepEqual(await lacks(3), ['evaluation'])
	sql('UPDATE evaluation SET score_a = 5, score_b = 5, score_c = 5 WHERE person_id = ?', [personOf(v.no)])
	assert.deepEqual(await lacks(3), [])
})

test('declared and backfilled hours, and those brought without a signature, are no more than a share', async () => {
	const v = await newVolunteer()
	sql("UPDATE volunteer SET station_id = (SELECT id FROM station WHERE no = 1) WHERE no = ?", [v.no])
	total(v.no, 60 * 60)
	total(v.no, 60 * 60, 'declared')
	assert.equal(refusedBy(await ask(v, 1)), 'not_yet')
	const { Next } = (await v.client.getJson('/commend/mine/star')).page
	assert.deepEqual(Number(Next.Conditions.find((c) => c.word === 'weak').has), 50)
	total(v.no, 40 * 60)
	status(await ask(v, 1), 303)
})

test('whoever it is about, or is near to, or proposed it, decides nothing', async () => {
	const own = await starry(1)
	const self = await newOverseer('610502', { person: personOf(own.no) })
	status(await propose(reviewer, own), 303)
	assert.equal(refusedBy(await decide(self, own)), 'own')
	const [kin, cousin] = [await newVolunteer(), await newVolunteer()]
	for (const near of [kin, cousin])
		sql(`INSERT INTO proxy (person_id, name, proxy_person_id, kind, given_at, person_agreed_at, proxy_agreed_at)
			VALUES (?, '家人', ?, 'proxy', NOW(), NOW(), NOW())`, [personOf(own.no), personOf(near.no)])
	assert.equal(refusedBy(await decide(await newOverseer('610502', { person: personOf(kin.no) }), own)), 'kin')
	assert.equal(refusedBy(await decide(await newOverseer('610502'), own)), 'unlinked')
	status(await decide(above[1], own), 303)
	/* Who is both proposes, and leaves the decision to another. */
	const v = await starry(1)
	const both = await newStaff({ role: 'manager' })
	sql("INSERT INTO staff_role (staff_id, role, region_code) VALUES (?, 'overseer', '610502')", [both.id])
	status(await propose(both.client, v), 303)
	assert.equal(refusedBy(await decide(both.client, v)), 'own_proposal')
	status(await decide(await newOverseer('610523', { linked: true }), v), 404)
	assert.equal(refusedBy(await decide(above[5], v)), 'not_decider')
	status(await decide(above[1], v), 303)
	const near = await newStaff({ role: 'reviewer', person: cousin.form })
	sql("UPDATE star_award SET state = 'refused' WHERE person_id = ?", [personOf(own.no)])
	assert.equal(refusedBy(await propose(near.client, own)), 'kin')
})

test('where nobody of the level may, the next higher decides, and the page says who', async () => {
	const v = await starry(5, { held: 4 })
	status(await propose(reviewer, v), 303)
	assert.equal(starRow(v).star, '5')
	const { Decider } = (await reviewer.getJson(`/commend/manage/stars/${starRow(v).ref}`)).page
	assert.deepEqual([Decider.level, Decider.wanted], [1, 1])
	status(await decide(above[5], v), 303)
	const w = await starry(1)
	status(await propose(reviewer, w), 303)
	sql("UPDATE staff SET state = 'disabled' WHERE login IN (SELECT login FROM (SELECT f.login FROM staff f JOIN staff_role r ON r.staff_id = f.id WHERE r.region_code = '610502') x)")
	try {
		const seen = (await reviewer.getJson(`/commend/manage/stars/${starRow(w).ref}`)).page
		assert.deepEqual([seen.Decider.level, seen.Decider.wanted], [2, 3])
		assert.match((await reviewer.get(`/commend/manage/stars/${starRow(w).ref}`)).text, /由上级认定/)
		status(await decide(await staff('gaofeng'), w), 303)
	} finally {
		sql("UPDATE staff SET state = 'active' WHERE id IN (SELECT staff_id FROM staff_role WHERE region_code = '610502')")
	}
})

test('two deciders at once, and one twice: one decision', async () => {
	const county = await staff('madan')
	const second = await newOverseer('610502', { linked: true })
	const v = await starry(1)
	status(await propose(reviewer, v), 303)
	const all = await Promise.all([decide(county, v), decide(second, v, 'refuse'), decide(county, v)])
	assert.deepEqual(all.map((r) => r.status).filter((s) => s === 303).length, 1)
	assert.ok(all.every((r) => [303, 409].includes(r.status)), `${all.map((r) => r.status)}`)
	assert.equal(value("SELECT COUNT(*) FROM audit WHERE target = 'star_award' AND target_id = ? AND action IN ('star_award.approve', 'star_award.refuse')",
		[starRow(v).id]), '1')
})

test('an objection stops the notice until the overseer has decided', async () => {
	const county = await staff('madan')
	const v = await starry(1)
	status(await propose(reviewer, v), 303)
	status(await decide(county, v), 303)
	const neighbour = await newVolunteer()
	status(await object(new Client(), v), 401)
	status(await object(neighbour.client, v, ''), 422)
	status(await object(neighbour.client, v, '长'.repeat(1000)), 422)
	const page = status(await neighbour.client.get(`/commend/notice/${starRow(v).ref}`), 200).text
	assert.ok(!page.includes(v.form.name) || v.form.name.length < 2)
	const twice = await Promise.all([object(neighbour.client, v, '<script>alert(1)</script>'), object(neighbour.client, v)])
	assert.equal(twice.filter((r) => r.status === 303).length, 1)
	assert.equal(starRow(v).state, 'disputed')
	sql("UPDATE star_award SET notice_until = CURDATE() - INTERVAL 1 DAY WHERE id = ?", [starRow(v).id])
	status(await manager.post('/commend/manage/settle'), 303)
	assert.equal(starRow(v).state, 'disputed')
	const shown = await county.get(`/commend/stars/${starRow(v).ref}`)
	assert.ok(!shown.text.includes('<script>alert'), 'text stays text')
	status(await decide(county, v, 'approve'), 409)
	status(await decide(county, v, 'reject'), 303)
	status(await manager.post('/commend/manage/settle'), 303)
	assert.equal(starRow(v).state, 'awarded')
	const w = await starry(1)
	status(await propose(reviewer, w), 303)
	status(await decide(county, w), 303)
	status(await object(county, w), 303)
	assert.equal(refusedBy(await decide(county, w, 'reject')), 'own_objection')
	status(await decide(await newOverseer('610502', { linked: true }), w, 'uphold'), 303)
	assert.deepEqual([starRow(w).state, starOf(w)], ['refused', '0'])
})

test('the notice goes on over holidays', async () => {
	const v = await starry(1)
	status(await propose(reviewer, v), 303)
	sql(`INSERT INTO holiday (day, region_code, within, kind, name, source) SELECT CURDATE() + INTERVAL seq DAY, '', '', 'off', '长假', '测试' FROM seq_1_to_9
		ON DUPLICATE KEY UPDATE kind = 'off', name = '长假'`)
	try {
		status(await decide(await staff('madan'), v), 303)
	} finally {
		sql("DELETE FROM holiday WHERE name = '长假'")
	}
	assert.ok(Date.parse(starRow(v).notice_until) - Date.parse(starRow(v).notice_from) >= 14 * 86_400_000)
})

test('hours that fall put the star under review; withdrawn, it is taken back from the platform', async () => {
	const v = await starry(1)
	assert.equal((await given(v)).state, 'awarded')
	await linedUp()
	sql('UPDATE volunteer_total SET minutes = minutes - 60, scan_minutes = scan_minutes - 60 WHERE person_id = ?', [personOf(v.no)])
	sql("UPDATE star_award SET next_check_on = '1970-01-01' WHERE person_id = ?", [personOf(v.no)])
	again('activity-close')
	await until(() => starRow(v).review_at, 20_000, { what: 'under review' })
	assert.deepEqual([starRow(v).state, starRow(v).review_why, starOf(v)], ['awarded', 'hours', '1'])
	assert.match((await v.client.get('/commend/mine')).text, /待复核/)
	assert.ok((await reviewer.getJson('/commend/manage')).page.Review.some((a) => a.no === v.no))
	const county = await staff('madan')
	assert.ok((await county.getJson('/commend/stars?state=review')).page.Awards.some((a) => a.no === v.no))
	assert.equal(refusedBy(await decide(county, v, 'keep')), 'hours_low')
	status(await decide(reviewer, v, 'withdraw'), 403)
	status(await decide(county, v, 'withdraw'), 303)
	assert.deepEqual([starRow(v).state, starOf(v)], ['withdrawn', '0'])
	assert.ok(value(`SELECT COUNT(*) FROM outbox o JOIN star_award a ON a.uid = o.record_uid WHERE a.id = ?
		AND (o.op = 'withdraw' OR o.state = 'withdrawn')`, [starRow(v).id]) > 0)
	/* Better service earns it anew. */
	total(v.no, 60)
	status(await propose(reviewer, v), 303)
	assert.deepEqual([starRow(v).state, starRow(v).version], ['proposed', '2'])
})

test('once a year it is looked at again: what still holds goes on, the rest is decided', async () => {
	const [good, bad] = [await starry(3), await starry(3)]
	for (const v of [good, bad]) {
		await given(v)
		sql('UPDATE star_award SET next_check_on = CURDATE() WHERE person_id = ?', [personOf(v.no)])
	}
	sql('UPDATE evaluation SET score_a = 1, score_b = 1, score_c = 1 WHERE person_id = ?', [personOf(bad.no)])
	again('activity-close')
	await until(() => starRow(bad).review_at, 20_000, { what: 'under review' })
	await until(() => Date.parse(starRow(good).next_check_on) > Date.now() + 300 * 86_400_000, 20_000, { what: 'next year' })
	assert.equal(starRow(bad).review_why, 'evaluation')
	status(await decide(await staff('gaofeng'), bad, 'keep', '当事人已说明'), 303)
	assert.deepEqual([starRow(bad).review_at, starOf(bad)], [null, '3'])
	status(await decide(await staff('gaofeng'), bad, 'withdraw'), 409)
})

test('a record that is taken back reaches the star by itself', async () => {
	const v = await newVolunteer()
	const { record } = await effectiveHours(await staff('liwei'), reviewer, v)
	total(v.no, 6000 - record.minutes)
	assert.equal((await given(v)).state, 'awarded')
	status(await v.client.submit(`/activity/record/${record.no}/object`, { reason: '这一天我没有参加服务' }), 303)
	const [{ no }] = sql('SELECT o.no FROM objection o JOIN service_record r ON r.id = o.record_id WHERE r.no = ?', [record.no])
	status(await manager.post(`/activity/manage/objections/${no}/decide`, { verdict: 'upheld', result: '签到人与本人不符' }), 303)
	again('activity-close')
	await until(() => starRow(v).review_at, 20_000, { what: 'under review' })
	assert.equal(starRow(v).review_why, 'hours')
})

guardPost('/commend/stars/00', { right: 'madan', wrong: 'zhangmin' })
await end()
