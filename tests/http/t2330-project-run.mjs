// A published project carried out: start, extension, closing with what becomes of sign-ups and needs.
import { assert, end, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { apply, applicationOf, applications, approve, dayFrom, needState, published, stateOf, taken, verifiedNeed } from './lib/project.mjs'

const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const report = '服务老人一百二十人次，满意度高，建议下季度增加人手。'

test('it starts, and is not started twice', async () => {
	const { no } = await published(clerk, reviewer)
	status(await clerk.post(`/project/${no}/close`, { report }), 409)
	status(await clerk.post(`/project/${no}/start`), 303)
	assert.equal(stateOf(no), 'running')
	status(await clerk.post(`/project/${no}/start`), 409)
	status(await reviewer.post(`/project/${no}/void`, { reason: '不办了' }), 409)
})

test('closing wants a report; sign-ups without an answer get one, needs are settled', async () => {
	const need = await verifiedNeed(clerk)
	const p = await published(clerk, reviewer, { plan: { need: [need] }, positions: [{ wanted: 1 }] })
	const [position] = p.positions
	const [a, b, c, d] = [await newVolunteer(), await newVolunteer(), await newVolunteer(), await newVolunteer()]
	for (const v of [a, b]) status(await apply(v, p.no, position), 303)
	status(await approve(clerk, p.no, a), 303)
	for (const v of [c, d]) status(await apply(v, p.no, position), 303)
	assert.equal(applicationOf(p.no, c).state, 'waiting')
	status(await a.client.post(`/recruit/${p.no}/withdraw`), 303)
	assert.equal(applicationOf(p.no, c).state, 'offered')
	assert.equal(taken(position), 1)
	status(await clerk.post(`/project/${p.no}/start`), 303)
	const short = status(await clerk.post(`/project/${p.no}/close`, { report: '好' }), 422)
	assert.equal(short.page.Errors[0].field, 'report')
	assert.equal(short.page.Form.report, '好')
	status(await clerk.post(`/project/${p.no}/close`, { report, shown: [need], done_how: 'phone', done_answer: '助餐办了一季' }), 303)
	assert.deepEqual(applications(p.no).map((x) => x.state), ['withdrawn', 'refused', 'refused', 'refused'])
	assert.ok(applications(p.no).slice(1).every((x) => x.reason === '项目已结项' && x.decided_by))
	assert.equal(taken(position), 0)
	assert.equal(needState(need), 'done')
	assert.equal(value('SELECT done_on FROM need WHERE no = ?', [need]), dayFrom(0))
	const shown = (await clerk.getJson(`/project/${p.no}`)).page
	assert.equal(shown.Project.report, report)
	assert.equal(shown.Can, undefined)
	status(await clerk.post(`/project/${p.no}/close`, { report }), 409)
	status(await b.client.post(`/recruit/${p.no}/withdraw`), 409)
})

test('no end while people are expected at an activity', async () => {
	const p = await published(clerk, reviewer)
	status(await clerk.post(`/project/${p.no}/start`), 303)
	const activity = (state) => sql(`REPLACE INTO activity (uid, no, station_id, project_id, title, category, place,
		starts_at, ends_at, created_by, state) SELECT UNHEX(MD5(?)), CONCAT('AX', ?), p.station_id, p.id, '送餐', '0001', p.place,
		TIMESTAMP(CURDATE() + INTERVAL 1 DAY, '09:00:00'), TIMESTAMP(CURDATE() + INTERVAL 1 DAY, '10:00:00'), p.author_id, ?
		FROM project p WHERE p.no = ?`, [p.no, p.no, state, p.no])
	activity('published')
	const r = status(await clerk.post(`/project/${p.no}/close`, { report }), 422)
	assert.match(r.page.Errors[0].text, /活动/)
	assert.equal(r.page.Form.report, report)
	activity('cancelled')
	status(await clerk.post(`/project/${p.no}/close`, { report }), 303)
	sql('DELETE FROM activity WHERE no = ?', [`AX${p.no}`])
})

test('a need of two projects is settled by the last of them', async () => {
	const need = await verifiedNeed(clerk)
	const one = await published(clerk, reviewer, { plan: { need: [need] } })
	sql(`INSERT INTO project_need SELECT p.id, n.id FROM project p JOIN need n ON n.no = ? WHERE p.no = ?`,
		[need, (await published(clerk, reviewer)).no])
	status(await clerk.post(`/project/${one.no}/start`), 303)
	status(await clerk.post(`/project/${one.no}/close`, { report }), 303)
	assert.equal(needState(need), 'in_project')
})

test('who applied for a project that is made void is told', async () => {
	const p = await published(clerk, reviewer)
	const v = await newVolunteer()
	status(await apply(v, p.no, p.positions[0]), 303)
	status(await reviewer.post(`/project/${p.no}/void`, { reason: '场地停用' }), 303)
	const mine = (await v.client.getJson(`/recruit/${p.no}`)).page
	assert.equal(mine.Mine.state, 'refused')
	assert.equal(mine.Mine.reason, '项目已取消')
	assert.equal(mine.Project.state, 'void')
})

test('it is extended once, by at most thirty days', async () => {
	const { no } = await published(clerk, reviewer, { plan: { ends_on: dayFrom(40) } })
	for (const until of ['', dayFrom(40), dayFrom(71), '2026-02-30']) {
		const r = status(await clerk.post(`/project/${no}/extend`, { until }), 422, until)
		assert.equal(r.page.Errors[0].field, 'until')
	}
	status(await clerk.post(`/project/${no}/extend`, { until: dayFrom(70) }), 303)
	assert.equal(value('SELECT ends_on FROM project WHERE no = ?', [no]), dayFrom(70))
	assert.equal((await clerk.getJson(`/project/${no}`)).page.Can.extend, undefined)
	status(await clerk.post(`/project/${no}/extend`, { until: dayFrom(71) }), 409)
})

test('thirty days after its end nothing is extended any more', async () => {
	const { no } = await published(clerk, reviewer)
	sql('UPDATE project SET starts_on = ?, recruit_from = ?, recruit_to = ?, ends_on = ? WHERE no = ?',
		[dayFrom(-90), dayFrom(-90), dayFrom(-80), dayFrom(-40), no])
	status(await clerk.post(`/project/${no}/extend`, { until: dayFrom(-12) }), 422)
})

test('two clicks on extension: one counts', async () => {
	const { no } = await published(clerk, reviewer, { plan: { ends_on: dayFrom(40) } })
	const r = await Promise.all([45, 60].map((n) => clerk.post(`/project/${no}/extend`, { until: dayFrom(n) })))
	assert.deepEqual(r.map((a) => a.status).sort(), [303, 409])
})

await end()
