// Who may come where: strangers, the wrong role, another station, no token, no such thing.
import { Client, assert, end, sql, status, test } from './lib.mjs'
import { guardGet, guardPost } from './lib/guard.mjs'
import { newVolunteer } from './lib/person.mjs'
import { attend, draft, newActivity, planForm, records, roomToday, staff } from './lib/activity.mjs'

await roomToday()
const clerk = await staff('liwei')
const stranger = await staff('zhaolei')
const v = await newVolunteer()
const a = await newActivity(clerk, { volunteers: [v] })
await attend(clerk, v, a)
const plan = await draft(clerk)
const record = records(a.no)[0].no

for (const path of ['/activity/manage', '/activity/manage/new', '/activity/manage/review', '/activity/manage/objections',
	`/activity/manage/${a.no}`, `/activity/manage/${plan}/edit`, `/activity/manage/${a.no}/log`, `/activity/record/${record}`, `/activity/manage/${a.no}/rate`])
	guardGet(path)
for (const path of ['/activity/mine', '/activity/hours', `/activity/hours/${record}`, `/activity/record/${record}/object`, `/activity/${a.no}`])
	guardGet(path, { wrong: 'liwei' })
for (const path of ['/activity/manage/new', `/activity/manage/${plan}/edit`, `/activity/manage/${plan}/publish`,
	`/activity/manage/${plan}/cancel`, `/activity/manage/${plan}/roster`, `/activity/manage/${plan}/roster/import`,
	`/activity/manage/${plan}/roster/remove`, `/activity/manage/${a.no}/log`, `/activity/manage/${a.no}/rate`])
	guardPost(path)
for (const path of ['/activity/manage/review', `/activity/manage/${a.no}/archive`, `/activity/record/${record}/refuse`,
	'/activity/manage/objections/J2600100001/decide'])
	guardPost(path, { right: 'wangfang', wrong: 'liwei' })

for (const path of [`/activity/${a.no}/check-in`, `/activity/${a.no}/check-out`, `/activity/record/${record}/object`, `/activity/hours/${record}/rate`])
	test(`POST ${path} is for volunteers with their token`, async () => {
		status(await new Client().post(path, { csrf: '0'.repeat(32) }), 401)
		status(await clerk.post(path), 403)
		status(await v.client.post(path, { csrf: null }), 403)
	})

test('another station sees nothing of it', async () => {
	for (const path of [a.no, `${a.no}/log`, `${plan}/edit`]) status(await stranger.get(`/activity/manage/${path}`), 404)
	for (const step of ['edit', 'publish', 'cancel', 'roster', 'roster/import', 'roster/remove', 'log'])
		status(await stranger.post(`/activity/manage/${plan}/${step}`, { reason: '没有', volunteer_no: v.no }), 404)
	const reviewer = await staff('sunli')
	status(await reviewer.post(`/activity/manage/${a.no}/archive`), 404)
	status(await reviewer.post('/activity/manage/review', { record }), 404)
	status(await reviewer.post(`/activity/record/${record}/refuse`, { reason: '没有' }), 404)
	status(await reviewer.get(`/activity/record/${record}`), 404)
	assert.ok(!((await stranger.getJson('/activity/manage')).page.Activities ?? []).some((x) => x.no === a.no))
	assert.ok(!((await reviewer.getJson('/activity/manage/review')).page.Records ?? []).some((x) => x.no === record))
})

test('what is not there', async () => {
	const reviewer = await staff('wangfang')
	for (const path of ['/activity/manage/A2600199999', '/activity/manage/A2600199999/log', '/activity/manage/A2600199999/code',
		'/activity/manage/objections/J2600199999', '/activity/notice/A2600199999', `/activity/notice/${plan}`, '/activity/record/R2600199999'])
		status(await reviewer.get(path), 404, path)
	for (const path of ['/activity/A2600199999', '/activity/hours/R2600199999', '/activity/record/R2600199999/object'])
		status(await v.client.get(path), 404, path)
	status(await v.client.post('/activity/A2600199999/check-in', { code: '123456' }), 404)
	status(await reviewer.post('/activity/record/R2600199999/refuse', { reason: '没有' }), 404)
	status(await clerk.post('/activity/manage'), 405)
	status(await clerk.get(`/activity/manage/${plan}/publish`), 405)
	status(await clerk.get('/activity/manage/new?project=P9999999'), 404)
})

test('a bad plan: messages beside the fields, nothing lost, nothing kept', async () => {
	const before = sql('SELECT COUNT(*) n FROM activity')[0].n
	const bad = async (changes, field) => {
		const r = status(await clerk.submit('/activity/manage/new', planForm(changes)), 422)
		assert.equal(r.page.Errors[0].field, field, JSON.stringify(changes))
		assert.equal(r.page.Form.place, '胜利社区中心花园')
		return r.page.Errors[0].text
	}
	assert.match(await bad({ title: '' }, 'title'), /活动名称/)
	await bad({ title: '长'.repeat(51) }, 'title')
	await bad({ title: '十月补录' }, 'title')
	await bad({ category: '9999' }, 'category')
	await bad({ content: '' }, 'content')
	await bad({ day: '2026-02-30' }, 'day')
	await bad({ day: '2020-01-01' }, 'day')
	await bad({ begins: '25:00' }, 'begins')
	await bad({ ends: '09:60' }, 'ends')
	await bad({ ends: '09:00' }, 'ends')
	await bad({ leader_name: '' }, 'leader_name')
	await bad({ leader_no: 'V9999' }, 'leader_no')
	await bad({ project: 'P9999' }, 'project')
	await bad({ planned: 'ten' }, 'planned')
	const html = await clerk.post('/activity/manage/new', planForm({ title: '"><b>x' , day: '' }), { headers: { Accept: 'text/html' } })
	assert.match(status(html, 422).text, /value="&quot;&gt;&lt;b&gt;x"/)
	status(await clerk.post('/activity/manage/new', { ...planForm(), extra: '1' }), 422)
	status(await clerk.post('/activity/manage/new', planForm()), 403, 'without its key')
	assert.equal(sql('SELECT COUNT(*) n FROM activity')[0].n, before)
})

test('the roster: unknown numbers, twice the same, import without a project, after the end', async () => {
	const no = await draft(clerk)
	const add = (form) => clerk.post(`/activity/manage/${no}/roster`, form)
	assert.equal(status(await add({}), 422).page.Errors[0].field, 'volunteer_no')
	assert.equal(status(await add({ volunteer_no: 'V2699900001' }), 422).page.Errors[0].field, 'volunteer_no')
	status(await add({ volunteer_no: v.no }), 303)
	status(await add({ volunteer_no: v.no, duty: '引导' }), 303)
	const { Roster } = (await clerk.getJson(`/activity/manage/${no}`)).page
	assert.deepEqual(Roster.map((r) => [r.no, r.duty]), [[v.no, '引导']])
	status(await clerk.post(`/activity/manage/${no}/roster/import`), 409)
	status(await clerk.post(`/activity/manage/${no}/roster/remove`, { volunteer_no: v.no }), 303)
	status(await clerk.post(`/activity/manage/${no}/roster/remove`, { volunteer_no: v.no }), 409)
	status(await clerk.post(`/activity/manage/${a.no}/roster/remove`, { volunteer_no: v.no }), 409, 'who has come stays')
	sql('UPDATE activity SET ends_at = GREATEST(starts_at + INTERVAL 1 MINUTE, NOW() - INTERVAL 1 MINUTE) WHERE no = ?', [a.no])
	status(await clerk.post(`/activity/manage/${a.no}/roster`, { volunteer_no: v.no }), 409)
})

test('those whom a project took on are imported', async () => {
	const w = await newVolunteer()
	const [p] = sql(`SELECT p.id, p.no, o.id position FROM project p JOIN position o ON o.project_id = p.id
		JOIN station s ON s.id = p.station_id WHERE s.no = 1 AND p.state IN ('recruiting', 'running') LIMIT 1`)
	assert.ok(p, 'a demo project of station 1')
	sql(`INSERT INTO application (uid, station_id, project_id, position_id, person_id, state)
		SELECT UNHEX(REPLACE(UUID(), '-', '')), p.station_id, p.id, ?, v.person_id, 'accepted' FROM project p, volunteer v
		WHERE p.id = ? AND v.no = ?`, [Number(p.position), Number(p.id), w.no])
	assert.equal((await clerk.getJson(`/activity/manage/new?project=${p.no}`)).page.Form.project, p.no)
	const no = await draft(clerk, { project: p.no })
	assert.match(status(await clerk.post(`/activity/manage/${no}/roster/import`), 303).location, /done=roster_imported/)
	const page = (await clerk.getJson(`/activity/manage/${no}`)).page
	assert.equal(page.Activity.project_no, p.no)
	assert.ok(page.Roster.some((r) => r.no === w.no))
})

await end()
