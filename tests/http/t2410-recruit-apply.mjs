// A volunteer reads notices and signs up: each rule, the same click twice, one position in a project.
import { Client, assert, bornYearsAgo, end, newVolunteer, residentId, sql, staff, status, test, value } from './lib.mjs'
import { applicationOf, applications, apply, approve, dayFrom, draft, published, taken } from './lib/project.mjs'

const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const html = { headers: { Accept: 'text/html' } }
const texts = (r) => r.page.Errors.map((e) => e.text)
const idOf = (no) => value('SELECT person_id FROM volunteer WHERE no = ?', [no])

const minor = (years, more = {}) => newVolunteer({
	id_no: residentId({ birth: bornYearsAgo(years) }), guardian_name: '王大山', guardian_phone: '13891234567', ...more })
/** The consent that staff would record on paper. */
const consent = (v) => {
	sql(`UPDATE guardian SET consent_at = NOW() WHERE person_id = ?`, [idOf(v.no)])
	sql(`UPDATE volunteer SET state = 'active' WHERE no = ?`, [v.no])
}

test('everybody reads open positions; what is not open is not on the list', async () => {
	const open = await published(clerk, reviewer, { plan: { title: '敞开的项目', categories: ['0006'] } })
	const later = await published(clerk, reviewer, { plan: { title: '还没开始招', recruit_from: dayFrom(2) } })
	const { no: hidden } = await draft(clerk)
	const r = status(await new Client().getJson('/recruit/?category=0006'), 200)
	assert.match(r.headers['cache-control'], /public, max-age=5/)
	const mine = r.page.Projects.find((p) => p.no === open.no)
	assert.deepEqual([mine.title, mine.places, mine.wanted], ['敞开的项目', 2, 2])
	assert.ok(r.page.Projects.every((p) => p.categories.includes('环境保护')))
	const all = (await new Client().getJson('/recruit/')).page.Projects.map((p) => p.no)
	assert.ok(!all.includes(later.no) && !all.includes(hidden))
	status(await new Client().getJson(`/recruit/${hidden}`), 404)
	assert.match(status(await new Client().get('/recruit/?category=0006'), 200).text, /敞开的项目/)
})

test('the notice says what GB/T 40143 asks for', async () => {
	const p = await published(clerk, reviewer, { plan: { min_hours: 0 } })
	const anybody = new Client()
	const r = status(await anybody.getJson(`/recruit/${p.no}`), 200)
	assert.match(r.headers['cache-control'], /public, max-age=5/)
	const n = r.page.Project
	for (const name of ['starts_on', 'ends_on', 'place', 'intro', 'sign_up_how', 'recruit_to', 'risks', 'guarantees', 'contact_name',
		'contact_phone', 'station', 'recipients'])
		assert.ok(n[name], name)
	const [o] = r.page.Positions
	assert.deepEqual([o.wanted, o.places, o.conditions], [2, 2, '身体健康，有耐心'])
	assert.equal(r.page.SignIn, 1)
	assert.equal(r.page.Can, undefined)
	const page = status(await anybody.get(`/recruit/${p.no}`), 200).text
	assert.match(page, new RegExp(`/account/wechat/start\\?to=/recruit/${p.no}`))
	for (const word of ['时间', '地点', '内容', '条件', '招募', '报名方式', '可能的风险', '提供的保障']) assert.ok(page.includes(word), word)
})

test('a volunteer signs up, and sees how it stands; nothing of it is kept by a cache', async () => {
	const p = await published(clerk, reviewer)
	const v = await newVolunteer()
	const before = status(await v.client.getJson(`/recruit/${p.no}`), 200)
	assert.ok(!/public/.test(before.headers['cache-control'] ?? ''))
	assert.equal(before.page.Can.apply, 1)
	assert.match(status(await apply(v, p.no, p.positions[0]), 303).location, /done=applied/)
	const { Mine, Can } = (await v.client.getJson(`/recruit/${p.no}`)).page
	assert.deepEqual([Mine.state, Mine.position], ['pending', '送餐员'])
	assert.deepEqual(Can, { withdraw: 1 })
	assert.equal(taken(p.positions[0]), 0, 'a place is taken at approval')
	assert.match(status(await v.client.get(`/recruit/${p.no}`), 200).text, /已报名，等站点答复/)
	assert.equal((await new Client().getJson(`/recruit/${p.no}`)).page.Mine, undefined)
})

test('the same click twice, or at the same time, is one application', async () => {
	const p = await published(clerk, reviewer)
	const v = await newVolunteer()
	const all = await Promise.all([1, 2, 3, 4].map(() => apply(v, p.no, p.positions[0])))
	for (const r of all) assert.match(status(r, 303).location, /done=applied/)
	assert.equal(applications(p.no).length, 1)
})

test('one position in a project, also when both are clicked at once', async () => {
	const p = await published(clerk, reviewer, { positions: [{}, { title: '记录员' }] })
	const v = await newVolunteer()
	const both = await Promise.all(p.positions.map((o) => apply(v, p.no, o)))
	assert.deepEqual(both.map((r) => r.status).sort(), [303, 422])
	assert.match(texts(both.find((r) => r.status === 422))[0], /一个岗位/)
	assert.equal(applications(p.no).filter((a) => a.state === 'pending').length, 1)
	status(await v.client.post(`/recruit/${p.no}/withdraw`), 303)
	status(await apply(v, p.no, p.positions[1]), 303)
})

test('who withdrew may come back, who was refused may not', async () => {
	const p = await published(clerk, reviewer)
	const v = await newVolunteer()
	status(await apply(v, p.no, p.positions[0]), 303)
	status(await v.client.post(`/recruit/${p.no}/withdraw`), 303)
	status(await v.client.post(`/recruit/${p.no}/withdraw`), 409)
	status(await apply(v, p.no, p.positions[0]), 303)
	const a = applicationOf(p.no, v)
	assert.deepEqual([a.state, a.withdrawn_at], ['pending', null])
	status(await clerk.post(`/recruit/review/${a.uid_hex}/refuse`, { reason: '时间不合适' }), 303)
	status(await apply(v, p.no, p.positions[0]), 409)
	assert.equal((await v.client.getJson(`/recruit/${p.no}`)).page.Mine.reason, '时间不合适')
})

test('not before its time, not after it, not once it runs', async () => {
	const p = await published(clerk, reviewer)
	const v = await newVolunteer()
	sql('UPDATE project SET recruit_from = ? WHERE no = ?', [dayFrom(1), p.no])
	status(await apply(v, p.no, p.positions[0]), 409)
	sql('UPDATE project SET recruit_from = ?, recruit_to = ? WHERE no = ?', [dayFrom(-5), dayFrom(-1), p.no])
	status(await apply(v, p.no, p.positions[0]), 409)
	assert.equal((await v.client.getJson(`/recruit/${p.no}`)).page.Open, undefined)
	sql('UPDATE project SET recruit_to = ? WHERE no = ?', [dayFrom(0), p.no])
	status(await clerk.post(`/project/${p.no}/start`), 303)
	status(await apply(v, p.no, p.positions[0]), 409)
})

test('age, hours and state are checked, all at once', async () => {
	const p = await published(clerk, reviewer, { plan: { min_hours: 20 }, positions: [{ min_age: 40 }] })
	const v = await newVolunteer({ id_no: residentId({ birth: bornYearsAgo(25) }) })
	sql(`UPDATE volunteer SET state = 'paused' WHERE no = ?`, [v.no])
	const r = status(await apply(v, p.no, p.positions[0]), 422)
	assert.equal(r.page.Errors.length, 3)
	for (const word of ['在册', '40', '20']) assert.ok(texts(r).some((t) => t.includes(word)), word)
	assert.match(status(await v.client.post(`/recruit/${p.no}/apply`, { position: p.positions[0].uid }, html), 422).text, /要求年满 40 周岁/)
	assert.equal(applications(p.no).length, 0)
	sql(`UPDATE volunteer SET state = 'active' WHERE no = ?`, [v.no])
	sql(`INSERT INTO volunteer_total (person_id, minutes, scan_minutes) VALUES (?, 1200, 1200)`, [idOf(v.no)])
	assert.equal(status(await apply(v, p.no, p.positions[0]), 422).page.Errors.length, 1)
})

test('a minor wants a guardian who agreed', async () => {
	const p = await published(clerk, reviewer, { positions: [{ min_age: 14 }] })
	const v = await minor(15)
	assert.ok(texts(status(await apply(v, p.no, p.positions[0]), 422)).some((t) => t.includes('监护人')))
	consent(v)
	status(await apply(v, p.no, p.positions[0]), 303)
})

test('no minor in a dangerous project, guardian or not', async () => {
	const p = await published(clerk, reviewer, { plan: { dangerous: 1, insurance: '意外险 20 万元' }, positions: [{ min_age: 18 }] })
	sql('UPDATE position SET min_age = NULL WHERE uid = UNHEX(?)', [p.positions[0].uid])
	const v = await minor(16)
	consent(v)
	assert.match(texts(status(await apply(v, p.no, p.positions[0]), 422))[0], /年满 18 周岁/)
})

test('a training that is required comes first', async () => {
	const no = `T99${Date.now()}`
	sql(`INSERT INTO training (uid, no, station_id, title, starts_at, ends_at, study_minutes, places, qualifies, state, created_by)
		SELECT UNHEX(MD5(?)), ?, s.id, '助餐上岗培训', NOW(), NOW() + INTERVAL 2 HOUR, 120, 20, ?, 'published', f.id
		FROM station s JOIN staff f ON f.login = 'liwei' WHERE s.no = 1`, [no, no, `资格 ${no}`])
	const p = await published(clerk, reviewer, { positions: [{ training: no }] })
	const v = await newVolunteer()
	const r = status(await apply(v, p.no, p.positions[0]), 422)
	assert.deepEqual(r.page.NeedTraining, { no, title: '助餐上岗培训' })
	const page = await v.client.post(`/recruit/${p.no}/apply`, { position: p.positions[0].uid }, html)
	assert.match(status(page, 422).text, new RegExp(`href="/training/${no}"`))
	const grant = (until) => sql(`REPLACE INTO qualification (person_id, name, granted_on, valid_until) VALUES (?, ?, CURDATE(), ?)`,
		[idOf(v.no), `资格 ${no}`, until])
	grant(dayFrom(-1))
	status(await apply(v, p.no, p.positions[0]), 422, 'no longer valid')
	sql('UPDATE qualification SET valid_until = NULL, withdrawn_at = NOW() WHERE person_id = ?', [idOf(v.no)])
	status(await apply(v, p.no, p.positions[0]), 422, 'taken back')
	sql('UPDATE qualification SET withdrawn_at = NULL WHERE person_id = ?', [idOf(v.no)])
	status(await apply(v, p.no, p.positions[0]), 303)
})

test('a project for one team is for its members', async () => {
	sql(`INSERT INTO team (uid, station_id, name, state) SELECT UNHEX(MD5(RAND())), id, CONCAT('助餐队', RAND()), 'approved' FROM station WHERE no = 1`)
	const team = sql('SELECT id, LOWER(HEX(uid)) uid FROM team ORDER BY id DESC LIMIT 1')[0]
	const p = await published(clerk, reviewer, { plan: { recruit_scope: 'team', team: team.uid } })
	const v = await newVolunteer()
	assert.match(texts(status(await apply(v, p.no, p.positions[0]), 422))[0], /队员/)
	assert.ok(!((await new Client().getJson('/recruit/')).page.Projects ?? []).some((x) => x.no === p.no))
	sql('INSERT INTO team_member (team_id, person_id) VALUES (?, ?)', [Number(team.id), Number(idOf(v.no))])
	status(await apply(v, p.no, p.positions[0]), 303)
})

test('who is not invited does not sign up where only invitation counts', async () => {
	const p = await published(clerk, reviewer)
	sql(`UPDATE project SET recruit_scope = 'invite' WHERE no = ?`, [p.no])
	assert.match(texts(status(await apply(await newVolunteer(), p.no, p.positions[0]), 422))[0], /邀请/)
})

test('a position that is not of this project, or no position, is refused', async () => {
	const [a, b] = [await published(clerk, reviewer), await published(clerk, reviewer)]
	const v = await newVolunteer()
	status(await apply(v, a.no, b.positions[0]), 404)
	assert.equal(status(await v.client.post(`/recruit/${a.no}/apply`, {}), 422).page.Errors[0].field, 'position')
	status(await v.client.post(`/recruit/${a.no}/apply`, { position: 'zz' }), 422)
	status(await v.client.post(`/recruit/${a.no}/apply`, { position: a.positions[0].uid, state: 'accepted' }), 422)
})

test('the pager of open positions goes on where it stopped', async () => {
	sql(`INSERT INTO project (uid, no, station_id, title, author_id, approver_id, state, starts_on, ends_on, recruit_from, recruit_to, published_at, categories)
		SELECT UNHEX(MD5(CONCAT('open', seq))), CONCAT('X', 100 + seq), s.id, '翻页', a.id, b.id, 'recruiting', ?, ?, ?, ?, NOW(), '0014'
		FROM seq_1_to_25 JOIN station s ON s.no = 1 JOIN staff a ON a.login = 'liwei' JOIN staff b ON b.login = 'wangfang'`,
		[dayFrom(0), dayFrom(9), dayFrom(0), dayFrom(9)])
	sql(`INSERT INTO position (uid, project_id, title, wanted) SELECT UNHEX(MD5(CONCAT('o', no))), id, '岗', 1 FROM project WHERE no LIKE 'X1%'`)
	const first = (await new Client().getJson('/recruit/?category=0014&a=1')).page
	const second = (await new Client().getJson(`/recruit/?category=0014&after=${first.Next}`)).page
	assert.deepEqual([first.Projects.length, second.Projects.length], [20, 5])
	sql(`DELETE o FROM position o JOIN project p ON p.id = o.project_id WHERE p.no LIKE 'X1%'`)
	sql(`DELETE FROM project WHERE no LIKE 'X1%'`)
})

test('who may not sign up', async () => {
	const p = await published(clerk, reviewer)
	const form = { position: p.positions[0].uid }
	const v = await newVolunteer()
	for (const [verb, body] of [['apply', form], ['withdraw', {}], ['accept', {}]]) {
		const path = `/recruit/${p.no}/${verb}`
		status(await new Client().post(path, { ...body, csrf: '0'.repeat(32) }), 401, verb)
		status(await clerk.post(path, body), 403, verb)
		status(await v.client.post(path, { ...body, csrf: null }), 403, verb)
		status(await v.client.post(path, { ...body, csrf: 'f'.repeat(32) }), 403, verb)
		status(await v.client.post(`/recruit/P9900100009/${verb}`, body), 404, verb)
		// Withdrawing is asked on a page of its own, where there is something to give up.
		status(await v.client.getJson(path), verb === 'withdraw' ? 409 : 405, verb)
	}
	status(await v.client.getJson('/recruit/P9900100009'), 404)
	status(await v.client.post(`/recruit/${p.no}/accept`), 409)
	assert.equal(applications(p.no).length, 0)
	status(await approve(clerk, p.no, await (async () => { status(await apply(v, p.no, p.positions[0]), 303); return v })()), 303)
})

await end()
