// Writing a plan: out of needs, with positions; changed while it is a draft; nothing typed is lost.
import { assert, end, sql, staff, status, test, value } from './lib.mjs'
import { addPosition, dayFrom, draft, newPlan, planForm, positionForm, submitted, verifiedNeed } from './lib/project.mjs'

const clerk = await staff('liwei')
const html = { headers: { Accept: 'text/html' } }
const fields = (r) => r.page.Errors.map((e) => e.field).sort()

test('needs from the ledger are ticked, with their categories and recipients', async () => {
	const a = await verifiedNeed(clerk)
	const b = await verifiedNeed(clerk, { category: '0004', target_group: '08' })
	const { Form, Needs, Key } = (await clerk.getJson(`/project/new?need=${a}&need=${b}`)).page
	assert.deepEqual(Form.need, [a, b])
	assert.deepEqual(Form.categories, ['0017', '0004'])
	assert.deepEqual(Form.recipients, ['03', '08'])
	assert.equal(Form.region_code, '610502002')
	assert.ok(Needs.some((n) => n.code === a) && Key)
	const no = await newPlan(clerk, { need: [a, b] })
	const shown = (await clerk.getJson(`/project/${no}`)).page
	assert.deepEqual(shown.Needs.map((n) => n.no), [a, b])
	assert.equal(shown.Project.state, 'draft')
	assert.equal(shown.Project.author, '李伟')
	assert.equal(value('SELECT state FROM need WHERE no = ?', [a]), 'verified', 'not before publication')
})

test('needs that are not verified, or of another station, cannot be taken', async () => {
	const entry = { source: 'phone', category: '0001', description: '楼道灯坏了' }
	const raw = status(await clerk.submit('/needs/ledger/new', entry), 303).location.match(/N\d+/)[0]
	const foreign = await verifiedNeed(await staff('zhaolei'))
	for (const need of [raw, foreign]) {
		status(await clerk.getJson(`/project/new?need=${need}`), 404)
		const r = status(await clerk.submit('/project/new', planForm({ need })), 422)
		assert.deepEqual(fields(r), ['need'])
		assert.deepEqual(r.page.Form.need, [need])
	}
})

test('a draft may be nearly empty', async () => {
	const no = status(await clerk.submit('/project/new', { title: '还没想好' }), 303).location.match(/P\d+/)[0]
	const { Project, Checks, Can } = (await clerk.getJson(`/project/${no}`)).page
	assert.equal(Project.title, '还没想好')
	assert.ok(Checks.filter((c) => !c.ok).length > 10)
	assert.equal(Can.edit, 1)
})

test('wrong fields are named, nothing is lost, nothing is stored', async () => {
	const count = () => value('SELECT COUNT(*) FROM project')
	const before = count()
	const bad = planForm({ title: '一', starts_on: '2026-02-30', contact_phone: '123', budget_yuan: '三千', categories: ['0001', '0002', '0003', '0004', '0005'] })
	const r = status(await clerk.submit('/project/new', bad), 422)
	assert.deepEqual(fields(r), ['budget_yuan', 'categories', 'contact_phone', 'starts_on', 'title'])
	assert.equal(r.page.Form.intro, bad.intro)
	assert.deepEqual(r.page.Form.recipients, ['03'])
	const codes = status(await clerk.submit('/project/new', planForm({ categories: ['9999'], recipients: ['77'], guarantees: ['55'],
		region_code: '999999', recruit_scope: 'everyone', fund_source: '8', team: 'ab'.repeat(16) })), 422)
	assert.deepEqual(fields(codes), ['categories', 'fund_source', 'guarantees', 'recipients', 'recruit_scope', 'region_code', 'team'])
	const page = status(await clerk.submit('/project/new', bad, html), 422)
	assert.match(page.text, /name="intro"[^]*每周三上午取餐/)
	assert.match(page.text, /id="f-title-error"/)
	status(await clerk.submit('/project/new', { ...planForm(), state: 'approved' }), 422)
	assert.equal(count(), before)
})

test('a draft keeps the rules about name and order of days', async () => {
	const wrong = [
		[{ title: '三月活动补录' }, 'title'],
		[{ starts_on: dayFrom(9), ends_on: dayFrom(8), recruit_to: dayFrom(5) }, 'ends_on'],
		[{ ends_on: dayFrom(400) }, 'ends_on'],
		[{ recruit_from: dayFrom(9), recruit_to: dayFrom(8) }, 'recruit_to'],
		[{ ends_on: dayFrom(10), recruit_to: dayFrom(11) }, 'recruit_to'],
		[{ dangerous: 1 }, 'insurance'],
		[{ recruit_scope: 'team' }, 'team'],
	]
	for (const [change, field] of wrong)
		assert.deepEqual(fields(status(await clerk.submit('/project/new', planForm(change)), 422)), [field], JSON.stringify(change))
})

test('the same form sent twice is one project', async () => {
	const { page } = await clerk.getJson('/project/new')
	const form = { ...planForm(), key: page.Key }
	const first = status(await clerk.post('/project/new', form), 303).location
	assert.equal(status(await clerk.post('/project/new', form), 303).location, first)
	status(await clerk.post('/project/new', { ...form, key: '0'.repeat(64) }), 403)
})

test('a plan is changed, and shows what was typed before', async () => {
	const need = await verifiedNeed(clerk)
	const no = await newPlan(clerk, { need, dangerous: 1, insurance: '平安意外险', min_hours: 8 })
	const { Form } = (await clerk.getJson(`/project/${no}/edit`)).page
	const typed = planForm({ dangerous: 1, insurance: '平安意外险', min_hours: 8 })
	for (const name of ['title', 'goal', 'intro', 'place', 'starts_on', 'recruit_to', 'risks', 'contact_phone', 'fund_source', 'insurance'])
		assert.equal(Form[name], typed[name], name)
	assert.deepEqual([Form.min_hours, Form.budget_yuan], [8, 3000])
	assert.deepEqual([Form.need, Form.guarantees, Form.dangerous], [[need], ['01', '08'], '1'])
	status(await clerk.post(`/project/${no}/edit`, planForm({ title: '周四助餐', need: [] })), 303)
	const shown = (await clerk.getJson(`/project/${no}`)).page
	assert.equal(shown.Project.title, '周四助餐')
	assert.equal(shown.Project.dangerous, 0)
	assert.ok(!shown.Needs)
	const bad = status(await clerk.post(`/project/${no}/edit`, planForm({ title: '' , goal: '新的目标'})), 422)
	assert.equal(bad.page.Form.goal, '新的目标')
})

test('positions are added, changed and removed', async () => {
	const no = await newPlan(clerk)
	const uid = await addPosition(clerk, no, { min_age: 16 })
	const path = `/project/${no}/position/${uid}`
	assert.equal((await clerk.getJson(path)).page.Form.min_age, 16)
	status(await clerk.post(path, positionForm({ wanted: 5, title: '厨房帮手' })), 303)
	const [o] = (await clerk.getJson(`/project/${no}`)).page.Positions
	assert.deepEqual([o.title, o.wanted, o.min_age], ['厨房帮手', 5, undefined])
	status(await clerk.post(`${path}/remove`), 303)
	assert.equal((await clerk.getJson(`/project/${no}`)).page.Positions, undefined)
	status(await clerk.post(`${path}/remove`), 404)
	status(await clerk.getJson(path), 404)
	status(await clerk.getJson(`/project/${no}/position/zz`), 404)
})

test('a position with mistakes is refused beside its fields', async () => {
	const no = await newPlan(clerk)
	const uid = await addPosition(clerk, no)
	for (const path of [`/project/${no}/position`, `/project/${no}/position/${uid}`]) {
		const r = status(await clerk.post(path, positionForm({ wanted: -1, conditions: '', min_age: 3, training: '' })), 422)
		assert.deepEqual(fields(r), ['conditions', 'min_age', 'wanted'])
		assert.equal(r.page.Form.description, positionForm().description)
		assert.match(status(await clerk.post(path, positionForm({ wanted: 'x' }), html), 422).text, /f-wanted-error/)
		assert.deepEqual(fields(status(await clerk.post(path, positionForm({ training: 'T9999999999' })), 422)), ['training'])
	}
})

test('the same position sent twice is one position', async () => {
	const no = await newPlan(clerk)
	const { Key } = (await clerk.getJson(`/project/${no}/position`)).page
	for (let i = 0; i < 2; i++)
		status(await clerk.post(`/project/${no}/position`, positionForm({ key: Key })), 303)
	assert.equal((await clerk.getJson(`/project/${no}`)).page.Positions.length, 1)
})

test('what was typed into a form whose row is gone stands on the page that says so', async () => {
	const no = await newPlan(clerk)
	const uid = await addPosition(clerk, no)
	const path = `/project/${no}/position/${uid}`
	const typed = positionForm({ description: '切菜、分餐 <b>和洗碗</b>', wanted: 'x' })
	status(await clerk.post(`${path}/remove`), 303)
	const gone = status(await clerk.post(path, typed), 404)
	assert.deepEqual(gone.page.Typed.find((t) => t.label === '岗位描述')?.text, typed.description)
	assert.match(status(await clerk.post(path, typed, html), 404).text, /切菜、分餐 &lt;b&gt;和洗碗&lt;\/b&gt;/)
	status(await clerk.post(`/project/${no}/void`, { reason: '计划有变，不办了' }), 303)
	const stale = status(await clerk.post(`/project/${no}/edit`, planForm({ goal: '写了很久的目标' })), 409)
	assert.ok(stale.page.Typed.some((t) => t.text === '写了很久的目标'))
})

test('a plan that was handed in is not written any more', async () => {
	const { no, positions } = await submitted(clerk)
	status(await clerk.getJson(`/project/${no}/edit`), 409)
	status(await clerk.post(`/project/${no}/edit`, planForm()), 409)
	status(await clerk.getJson(`/project/${no}/position`), 409)
	status(await clerk.post(`/project/${no}/position`, positionForm()), 409)
	status(await clerk.getJson(`/project/${no}/position/${positions[0].uid}`), 409)
	status(await clerk.post(`/project/${no}/position/${positions[0].uid}`, positionForm()), 409)
	status(await clerk.post(`/project/${no}/position/${positions[0].uid}/remove`), 409)
})

test('the list filters by state and is paged', async () => {
	const no = await newPlan(clerk)
	const first = (await clerk.getJson('/project/?state=draft')).page
	assert.ok(first.Projects.every((p) => p.state === 'draft') && first.Projects.some((p) => p.no === no))
	sql(`INSERT INTO project (uid, no, station_id, title, author_id, state)
		SELECT UNHEX(MD5(CONCAT('page', seq))), CONCAT('X', seq), s.id, '翻页', a.id, 'void'
		FROM seq_1_to_60 JOIN station s ON s.no = 1 JOIN staff a ON a.login = 'liwei'`)
	const page = (await clerk.getJson('/project/?state=void')).page
	assert.equal(page.Projects.length, 50)
	const next = (await clerk.getJson(page.List.next)).page
	assert.ok(next.Projects.length >= 10)
	assert.ok(!next.Projects.some((p) => page.Projects.some((q) => q.no === p.no)))
	sql("DELETE FROM project WHERE no LIKE 'X%'")
	assert.equal((await clerk.getJson("/project/?state=%27%20OR%201=1")).page.Projects, undefined)
})

test('every page is there for a browser', async () => {
	const { no, positions } = await draft(clerk)
	for (const path of ['/project/', '/project/new', `/project/${no}`, `/project/${no}/edit`, `/project/${no}/print`,
		`/project/${no}/void`, `/project/${no}/position`, `/project/${no}/position/${positions[0].uid}`])
		assert.match(status(await clerk.get(path), 200).text, /<h1/, path)
})

await end()
