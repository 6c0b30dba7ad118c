// Staff review sign-ups: the list, one by one, several together, refusal with a reason, the line; and whom it refuses.
import { assert, end, guardGet, guardPost, newVolunteer, sql, staff, status, test } from './lib.mjs'
import { applicationOf, applications, apply, approve, published, taken } from './lib/project.mjs'

const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const html = { headers: { Accept: 'text/html' } }
const people = (n) => Promise.all(Array.from({ length: n }, () => newVolunteer()))
const states = (no) => applications(no).map((a) => a.state)
const uids = (no, list) => list.map((v) => applicationOf(no, v).uid_hex)

async function withPending(n, positions = [{ wanted: 2 }]) {
	const p = await published(clerk, reviewer, { positions })
	const all = await people(n)
	for (const [i, v] of all.entries()) status(await apply(v, p.no, p.positions[i % positions.length]), 303)
	return { ...p, all }
}

test('the list has time, name, age, sex, hours and position, by project', async () => {
	const p = await withPending(2)
	const { Applications, Totals } = (await clerk.getJson(`/recruit/review?project=${p.no}`)).page
	assert.equal(Applications.length, 2)
	const [a] = Applications
	assert.match(a.applied_at, /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
	assert.deepEqual([a.name, a.hours, a.position, a.project_no], ['林小满', '0.00', '送餐员', p.no])
	assert.ok(a.age >= 22 && a.age < 60 && ['男', '女'].includes(a.sex))
	const total = Totals.find((t) => t.no === p.no)
	assert.deepEqual([total.pending, total.wanted, total.taken, total.waiting], [2, 2, 0, 0])
	const all = (await clerk.getJson('/recruit/review')).page.Applications.map((x) => x.project_no)
	assert.deepEqual(all, [...all].sort(), 'by project')
	const page = status(await clerk.get(`/recruit/review?project=${p.no}`), 200).text
	const heads = [...page.matchAll(/<th[^>]*>(?:<a[^>]*>)?([^<]+)(?:<\/a>)?<\/th>/g)].map((m) => m[1])
	assert.deepEqual(heads.filter((h) => ['申请时间', '姓名', '年龄', '性别', '总时长（小时）', '岗位'].includes(h)),
		['申请时间', '姓名', '年龄', '性别', '总时长（小时）', '岗位'])
	assert.ok(!/id_no|139\d{8}/.test(JSON.stringify(Applications)))
})

test('who has stopped since is not taken on, and the page says why', async () => {
	const p = await withPending(1)
	const stop = (state) => sql('UPDATE volunteer SET state = ? WHERE no = ?', [state, p.all[0].no])
	for (const state of ['paused', 'left']) {
		stop(state)
		const r = await approve(clerk, p.no, p.all[0])
		assert.ok([409, 422].includes(r.status), `${r.status}`)
		assert.match(r.text, /已暂停服务，或已退出/)
		assert.deepEqual(states(p.no), ['pending'])
	}
	stop('active')
	status(await approve(clerk, p.no, p.all[0]), 303)
})

test('taken on: place, state, who and when', async () => {
	const p = await withPending(1)
	assert.match(status(await approve(clerk, p.no, p.all[0]), 303).location, /done=approved$/)
	const a = applicationOf(p.no, p.all[0])
	assert.equal(a.state, 'accepted')
	assert.ok(a.decided_by && a.decided_at)
	assert.equal(taken(p.positions[0]), 1)
	status(await approve(clerk, p.no, p.all[0]), 409)
	const shown = (await clerk.getJson(`/recruit/review/${a.uid_hex}`)).page
	assert.equal(shown.Application.decided_by, '李伟')
	assert.equal(shown.Can, undefined)
	assert.equal((await clerk.getJson(`/recruit/review?state=accepted&project=${p.no}`)).page.Applications.length, 1)
})

test('a refusal wants a reason, which the volunteer reads', async () => {
	const p = await withPending(1)
	const path = `/recruit/review/${applicationOf(p.no, p.all[0]).uid_hex}`
	const bare = status(await clerk.post(`${path}/refuse`, { reason: ' ' }), 422)
	assert.equal(bare.page.Errors[0].field, 'reason')
	assert.match(status(await clerk.post(`${path}/refuse`, {}, html), 422).text, /f-reason-error/)
	status(await clerk.post(`${path}/refuse`, { reason: '这次名额留给有经验的' }), 303)
	status(await clerk.post(`${path}/refuse`, { reason: '再说一次' }), 409)
	status(await clerk.post(`${path}/approve`), 409)
	const { Mine } = (await p.all[0].client.getJson(`/recruit/${p.no}`)).page
	assert.deepEqual([Mine.state, Mine.reason], ['refused', '这次名额留给有经验的'])
	assert.equal(taken(p.positions[0]), 0)
})

test('several ticked rows are taken on together', async () => {
	const p = await withPending(3, [{ wanted: 2 }, { title: '记录员', wanted: 1 }])
	assert.match(status(await clerk.post('/recruit/review', { uid: uids(p.no, p.all) }), 303).location, /done=approved_all/)
	assert.deepEqual(states(p.no), ['accepted', 'accepted', 'accepted'])
	assert.deepEqual(p.positions.map(taken), [2, 1])
})

test('one place too few and nobody is taken on; the page says how many there are', async () => {
	const p = await withPending(4, [{ wanted: 3 }, { title: '记录员', wanted: 1 }])
	const r = status(await clerk.post('/recruit/review', { uid: uids(p.no, p.all) }), 422)
	assert.match(r.page.Errors[0].text, /记录员”名额不够：勾选了 2 人，只剩 1 个名额/)
	assert.deepEqual(r.page.Form.uid.slice().sort(), uids(p.no, p.all).sort(), 'the ticks stay')
	assert.deepEqual(states(p.no), ['pending', 'pending', 'pending', 'pending'])
	assert.deepEqual(p.positions.map(taken), [0, 0])
	assert.match(status(await clerk.post(`/recruit/review?project=${p.no}`, { uid: uids(p.no, p.all).map((u) => u.slice(0, 12)) }, html), 422).text, /checked/)
})

test('a batch with one row decided by somebody else changes nothing', async () => {
	const p = await withPending(2)
	status(await approve(reviewer, p.no, p.all[0]), 303)
	status(await clerk.post('/recruit/review', { uid: uids(p.no, p.all) }), 409)
	assert.deepEqual(states(p.no), ['accepted', 'pending'])
	assert.equal(status(await clerk.post('/recruit/review', {}), 422).page.Errors[0].field, 'uid')
	status(await clerk.post('/recruit/review', { uid: ['ab'.repeat(16)] }), 404)
})

test('two batches over the same places at the same time: one of them', async () => {
	const p = await withPending(4, [{ wanted: 2 }])
	const u = uids(p.no, p.all)
	const r = await Promise.all([clerk.post('/recruit/review', { uid: u.slice(0, 2) }), reviewer.post('/recruit/review', { uid: u.slice(2) })])
	assert.deepEqual(r.map((a) => a.status).sort(), [303, 422])
	assert.equal(taken(p.positions[0]), 2)
})

test('who applied while there were places is put in line once there are none', async () => {
	const p = await withPending(2, [{ wanted: 1 }])
	const u = uids(p.no, p.all)
	status(await clerk.post(`/recruit/review/${u[1]}/wait`), 409, 'there is a place')
	status(await approve(clerk, p.no, p.all[0]), 303)
	const shown = (await clerk.getJson(`/recruit/review/${u[1]}`)).page
	assert.deepEqual(shown.Can, { wait: 1, refuse: 1 })
	status(await clerk.post(`/recruit/review/${u[1]}/wait`), 303)
	assert.deepEqual([applicationOf(p.no, p.all[1]).state, applicationOf(p.no, p.all[1]).line_no], ['waiting', '1'])
	status(await clerk.post(`/recruit/review/${u[1]}/refuse`, { reason: '项目调整' }), 303)
})

test('a long list is paged', async () => {
	const p = await withPending(1, [{ wanted: 60 }])
	sql(`INSERT INTO application (uid, station_id, project_id, position_id, person_id) SELECT UNHEX(MD5(CONCAT(?, v.person_id))),
		p.station_id, p.id, o.id, v.person_id FROM project p JOIN position o ON o.project_id = p.id JOIN volunteer v
		WHERE p.no = ? AND v.no <> ? ORDER BY v.person_id LIMIT 55`, [p.no, p.no, p.all[0].no])
	const first = (await clerk.getJson(`/recruit/review?project=${p.no}`)).page
	const next = (await clerk.getJson(first.List.next)).page
	assert.deepEqual([first.Applications.length, next.Applications.length], [50, 6])
	assert.equal((await clerk.getJson(`/recruit/review?project=${p.no}&state=%27`)).page.Applications, undefined)
	sql(`DELETE a FROM application a JOIN project p ON p.id = a.project_id WHERE p.no = ?`, [p.no])
})

test("another station's sign-ups are not there", async () => {
	const p = await withPending(1)
	const other = await staff('zhaolei')
	const [uid] = uids(p.no, p.all)
	assert.equal((await other.getJson(`/recruit/review?project=${p.no}`)).page.Applications, undefined)
	status(await other.getJson(`/recruit/review/${uid}`), 404)
	status(await other.post(`/recruit/review/${uid}/approve`), 404)
	status(await other.post(`/recruit/review/${uid}/refuse`, { reason: '看看' }), 404)
	status(await other.post(`/recruit/review/${uid}/wait`), 404)
	status(await other.post('/recruit/review', { uid: [uid] }), 404)
	assert.deepEqual(states(p.no), ['pending'])
})

test('what is not there, and volunteers who are curious', async () => {
	const none = 'cd'.repeat(16)
	status(await clerk.getJson(`/recruit/review/${none}`), 404)
	for (const verb of ['approve', 'wait']) status(await clerk.post(`/recruit/review/${none}/${verb}`), 404)
	status(await clerk.post(`/recruit/review/${none}/refuse`, { reason: '看看' }), 404)
	status(await clerk.post('/recruit/review/zz/approve'), 404)
	const v = await newVolunteer()
	status(await v.client.getJson('/recruit/review'), 403)
})

let pending
const of = async () => (pending ??= applications((await withPending(1)).no)[0].uid_hex)
guardGet('/recruit/review')
guardGet('/recruit/review/{}', { of, elsewhere: 'zhaolei' })
guardPost('/recruit/review', { form: { uid: 'ef'.repeat(16) } })
for (const verb of ['approve', 'refuse', 'wait'])
	guardPost(`/recruit/review/{}/${verb}`, { of, elsewhere: 'zhaolei', form: verb === 'refuse' ? { reason: '看看' } : {} })
test('nobody of these did anything to it', async () => {
	assert.equal(sql('SELECT state FROM application WHERE uid = UNHEX(?)', [await of()])[0].state, 'pending')
})
await end()
