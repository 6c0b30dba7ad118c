// A published project: changed in what harms nobody, the rest named as why not; copied; regular work; its activities.
import { assert, end, sql, staff, status, test, value } from './lib.mjs'
import { guardGet, guardPost } from './lib/guard.mjs'
import { newVolunteer } from './lib/person.mjs'
import { apply, approve, applicationOf, dayFrom, draft, planForm, positionForm, published, taken } from './lib/project.mjs'

const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const form = (changes = {}) => {
	const { contact_name, contact_phone, intro, sign_up_how, recruit_to } = planForm()
	return { contact_name, contact_phone, intro, sign_up_how, recruit_to, ...changes }
}
const change = (p, changes) => clerk.post(`/project/${p.no}/change`, form(changes))
const seat = (p, changes = {}, i = 0) => clerk.post(`/project/${p.no}/position/${p.positions[i].uid}`, { wanted: 2, description: '取餐、送餐，登记老人近况', ...changes })
const rows = (p) => sql("SELECT c.* FROM change_notice c JOIN project p ON p.id = c.target_id WHERE c.about = 'project' AND p.no = ? ORDER BY c.id", [p.no])
const told = async (v, p) => (await v.client.getJson(`/recruit/${p.no}`)).page.Changes
const take = async (v, p, i = 0) => {
	status(await apply(v, p.no, p.positions[i]), 303)
	status(await approve(reviewer, p.no, v), 303)
}

test('another telephone and description: who signed up reads it', async () => {
	const p = await published(clerk, reviewer)
	const [v, stranger] = [await newVolunteer(), await newVolunteer()]
	await take(v, p)
	const page = status(await clerk.getJson(`/project/${p.no}/change`), 200).page
	assert.equal(page.Form.contact_phone, '0913-2100001')
	status(await change(p, { contact_phone: '0913-2109999', recruit_to: dayFrom(30), intro: '每周三上午取餐，三人一组送到独居老人家里。' }), 303)
	assert.deepEqual(rows(p).map((r) => r.what), ['phone', 'intro', 'recruit_to'])
	assert.deepEqual((await told(v, p)).map((c) => c.what), ['recruit_to', 'intro', 'phone'])
	assert.deepEqual((await told(v, p)).at(-1).became, '0913-2109999')
	assert.equal(await told(stranger, p), undefined)
	assert.ok((await v.client.getJson('/activity/mine')).page.Changes.some((c) => c.no === p.no && c.about === 'project'))
	assert.equal((await v.client.getJson(`/recruit/${p.no}`)).page.Project.contact_phone, '0913-2109999')
	status(await change(p, { contact_phone: '0913-2109999', recruit_to: dayFrom(30), intro: '每周三上午取餐，三人一组送到独居老人家里。' }), 303)
	assert.equal(rows(p).length, 3, 'the same again is no change')
	assert.equal(value("SELECT COUNT(*) FROM audit u JOIN project p ON p.id = u.target_id WHERE u.action = 'project.change' AND u.target = 'project' AND p.no = ?", [p.no]), '2')
	assert.match((await v.client.get(`/recruit/${p.no}`)).text, /您报名以后的变更/)
})

test('sign-up only longer, within the project; wrong fields are named', async () => {
	const p = await published(clerk, reviewer)
	const bad = async (changes, field) => assert.equal(status(await change(p, changes), 422).page.Errors[0].field, field, JSON.stringify(changes))
	await bad({ recruit_to: dayFrom(10) }, 'recruit_to')
	await bad({ recruit_to: dayFrom(91) }, 'recruit_to')
	await bad({ recruit_to: '' }, 'recruit_to')
	await bad({ contact_phone: '123' }, 'contact_phone')
	await bad({ contact_name: '' }, 'contact_name')
	await bad({ intro: '短' }, 'intro')
	await bad({ sign_up_how: '' }, 'sign_up_how')
	for (const fixed of ['title', 'starts_on', 'place', 'risks']) status(await change(p, { [fixed]: '别的' }), 422, fixed)
	assert.equal(rows(p).length, 0)
	const html = (await clerk.get(`/project/${p.no}/change`)).text
	for (const why of ['项目名称、类别、服务对象', '项目起止日期', '服务区域和地点', '风险、危险和保险']) assert.match(html, new RegExp(why))
})

test('more places go to who waits longest', async () => {
	const p = await published(clerk, reviewer, { positions: [{ wanted: 1 }] })
	const [a, b, c] = [await newVolunteer(), await newVolunteer(), await newVolunteer()]
	await take(a, p)
	for (const v of [b, c]) status(await apply(v, p.no, p.positions[0]), 303)
	assert.deepEqual([b, c].map((v) => applicationOf(p.no, v).state), ['waiting', 'waiting'])
	assert.match(status(await seat(p, { wanted: 2 }), 303).location, /position_changed/)
	assert.deepEqual([b, c].map((v) => applicationOf(p.no, v).state), ['offered', 'waiting'])
	assert.equal(taken(p.positions[0]), 2)
	assert.deepEqual(rows(p).map((r) => [r.what, r.thing, r.was, r.became]), [['wanted', '送餐员', '1', '2']])
})

test('fewer places than taken: refused, by the name of the position', async () => {
	const p = await published(clerk, reviewer, { positions: [{ wanted: 3 }, { title: '朗读员', wanted: 3 }] })
	for (let i = 0; i < 2; i++) await take(await newVolunteer(), p, 1)
	const r = status(await seat(p, { wanted: 1 }, 1), 422)
	assert.match(r.page.Errors[0].text, /朗读员.*2.*不能少于/)
	assert.equal(r.page.Position.title, '朗读员')
	status(await seat(p, { wanted: 2 }, 1), 303)
	status(await seat(p, { wanted: -1 }, 1), 422)
	status(await seat(p, { wanted: '' }, 1), 422)
	status(await seat(p, { title: '别的' }, 1), 422, 'conditions and name stay')
	assert.equal(value('SELECT wanted FROM position WHERE uid = UNHEX(?)', [p.positions[1].uid]), '2')
})

test('one more position; none is removed', async () => {
	const p = await published(clerk, reviewer)
	const v = await newVolunteer()
	await take(v, p)
	status(await clerk.submit(`/project/${p.no}/position`, positionForm({ title: '摄影', wanted: 1 })), 303)
	assert.deepEqual((await told(v, p)).map((c) => [c.what, c.thing]), [['position', '摄影']])
	assert.ok((await v.client.getJson(`/recruit/${p.no}`)).page.Positions.some((o) => o.title === '摄影'))
	status(await clerk.post(`/project/${p.no}/position/${p.positions[0].uid}/remove`), 409)
})

test('drafts are edited, not changed; what is over stays', async () => {
	const d = await draft(clerk)
	status(await clerk.get(`/project/${d.no}/change`), 409)
	status(await change(d), 409)
	const p = await published(clerk, reviewer)
	status(await reviewer.post(`/project/${p.no}/void`, { reason: '不办了' }), 303)
	status(await change(p), 409)
	status(await seat(p, { wanted: 5 }), 409)
	assert.deepEqual(rows(p).map((r) => [r.what, r.became]), [['cancelled', '不办了']])
})

test('put off: told', async () => {
	const p = await published(clerk, reviewer)
	const v = await newVolunteer()
	await take(v, p)
	status(await clerk.post(`/project/${p.no}/extend`, { until: dayFrom(100) }), 303)
	assert.deepEqual((await told(v, p)).map((c) => [c.what, c.was, c.became]), [['ends_on', dayFrom(90), dayFrom(100)]])
})

test('a copy has the words and positions, and no days, needs and people', async () => {
	const p = await published(clerk, reviewer, { plan: { regular: 1 }, positions: [{}, { title: '朗读员', min_age: 18 }] })
	await take(await newVolunteer(), p)
	const { Key } = (await clerk.getJson(`/project/${p.no}`)).page
	const [a, b] = await Promise.all([1, 2].map(() => clerk.post(`/project/${p.no}/copy`, { key: Key })))
	assert.equal(status(a, 303).location, status(b, 303).location, 'two clicks, one copy')
	const no = a.location.match(/P\d+/)[0]
	const page = (await clerk.getJson(`/project/${no}`)).page
	assert.deepEqual([page.Project.state, page.Project.title, page.Project.regular, page.Project.author], ['draft', '周三助餐', 1, '李伟'])
	assert.equal(page.Project.starts_on, undefined)
	assert.deepEqual(page.Positions.map((o) => [o.title, o.wanted, o.taken]), [['送餐员', 2, 0], ['朗读员', 2, 0]])
	assert.equal(value("SELECT detail FROM audit u JOIN project p ON p.id = u.target_id WHERE u.action = 'project.copy' AND u.target = 'project' AND p.no = ?", [no]), p.no)
	const form = (await clerk.getJson(`/project/${no}/edit`)).page.Form
	assert.deepEqual([form.regular, form.contact_phone, form.categories.sort()], ['1', '0913-2100001', ['0001', '0017']])
})

test('regular work is marked, listed and found', async () => {
	const d = await draft(clerk, { plan: { regular: 1 } })
	const other = await draft(clerk)
	const list = (await clerk.getJson('/project/?regular=yes')).page.Projects
	assert.ok(list.some((x) => x.no === d.no) && !list.some((x) => x.no === other.no))
	assert.match((await clerk.get(`/project/${d.no}`)).text, /经常性项目/)
	status(await clerk.submit(`/project/${d.no}/edit`, planForm()), 303)
	assert.equal((await clerk.getJson(`/project/${d.no}`)).page.Project.regular, 0)
})

test('the page leads to the next activity, and shows those that come', async () => {
	const p = await published(clerk, reviewer)
	const { Can, Activities } = (await clerk.getJson(`/project/${p.no}`)).page
	assert.deepEqual([Can.arrange, Activities], [1, undefined])
	const { Form } = (await clerk.getJson(`/activity/manage/new?project=${p.no}`)).page
	assert.deepEqual([Form.project, Form.place, Form.leader_name, Form.category], [p.no, '胜利大街 18 号社区服务中心一楼', '李伟', '0017'].map((x, i) => (i === 3 ? Form.category : x)))
	assert.ok(['0001', '0017'].includes(Form.category))
	status(await clerk.submit('/activity/manage/new', { project: p.no, title: '周三助餐', category: Form.category, content: '送餐', day: dayFrom(4), begins: '10:00', ends: '12:00', place: Form.place, leader_name: '李伟' }), 303)
	assert.equal((await clerk.getJson(`/project/${p.no}`)).page.Activities.length, 1)
	assert.equal((await clerk.getJson(`/project/${(await draft(clerk)).no}`)).page.Can.arrange, undefined)
})

let one
const any = async () => (one ??= await published(clerk, reviewer)).no
guardGet('/project/{}/change', { of: any, elsewhere: 'zhaolei' })
guardPost('/project/{}/change', { of: any, elsewhere: 'zhaolei' })
guardPost('/project/{}/copy', { of: any, elsewhere: 'zhaolei' })
guardPost(`/project/{}/position`, { of: any, elsewhere: 'zhaolei' })

await end()
