// From draft to publication: the check list, the screening, two persons, and the ways back.
import { assert, end, sql, staff, status, test, value } from './lib.mjs'
import {
	addPosition, approved, dayFrom, draft, needState, newPlan, planForm, positionForm, published, stateOf, submitted, verifiedNeed,
} from './lib/project.mjs'

const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const manager = await staff('zhangmin')
const texts = (r) => r.page.Errors.map((e) => e.text)

test('an empty draft is refused with all that is wrong, and the check list says the same', async () => {
	const no = status(await clerk.submit('/project/new', { title: '空的' }), 303).location.match(/P\d+/)[0]
	const r = status(await clerk.post(`/project/${no}/submit`, { none: 1 }), 422)
	for (const word of ['项目介绍', '服务类别', '服务对象', '项目开始和结束日期', '招募开始和截止日期', '报名方式', '服务区域', '详细地址',
		'联系人和联系电话', '岗位', '志愿者保障', '可能的风险'])
		assert.ok(texts(r).some((t) => t.includes(word)), word)
	const open = r.page.Checks.filter((c) => !c.ok && c.name !== 'rule_screening')
	assert.equal(open.length, texts(r).length)
	assert.equal(stateOf(no), 'draft')
	assert.equal(value('SELECT screened_by FROM project WHERE no = ?', [no]), null, 'nothing half done')
})

test('each rule is refused by itself', async () => {
	const wrong = [
		[{ plan: { intro: '送饭' } }, '项目介绍'],
		[{ plan: { place: '胜利大街胜利大街路边' } }, '详细地址'],
		[{ plan: { starts_on: dayFrom(-1) } }, '不早于今天'],
		[{ plan: { recruit_from: dayFrom(-9), recruit_to: dayFrom(-1) } }, '招募截止日期不早于今天'],
		[{ plan: { region_code: '610502' } }, '街道'],
		[{ plan: { guarantees: [] } }, '保障'],
		[{ plan: { risks: '' } }, '风险'],
		[{ plan: { sign_up_how: '' } }, '报名方式'],
		[{ plan: { contact_phone: '' } }, '联系电话'],
		[{ positions: [] }, '岗位'],
		[{ positions: [{ wanted: 0 }] }, '岗位'],
		[{ plan: { dangerous: 1, insurance: '意外险 20 万元' }, positions: [{ min_age: 16 }] }, '18 岁'],
	]
	for (const [options, word] of wrong) {
		const { no } = await draft(clerk, options)
		const r = status(await clerk.post(`/project/${no}/submit`, { none: 1 }), 422)
		assert.equal(texts(r).length, 1, `${word}: ${texts(r)}`)
		assert.ok(texts(r)[0].includes(word), texts(r)[0])
	}
})

test('the six kinds that are no volunteer service stand there, and "none" must be ticked; who did is kept', async () => {
	const { no } = await draft(clerk)
	const page = status(await clerk.get(`/project/${no}`), 200).text
	assert.equal(page.match(/<ol>[^]*?<\/ol>/)[0].match(/<li>/g).length, 6)
	const r = status(await clerk.post(`/project/${no}/submit`), 422)
	assert.equal(texts(r).length, 1)
	assert.match(texts(r)[0], /不属于志愿服务/)
	status(await clerk.post(`/project/${no}/submit`, { none: 1 }), 303)
	const shown = (await clerk.getJson(`/project/${no}`)).page.Project
	assert.equal(shown.screened, 1)
	assert.equal(shown.screened_by, '李伟')
	assert.ok(shown.submitted_at)
	status(await clerk.post(`/project/${no}/submit`, { none: 1 }), 409)
})

test('a dangerous project passes with insurance and adults', async () => {
	const { no } = await draft(clerk, { plan: { dangerous: 1, insurance: '意外险 20 万元，由站点办理' }, positions: [{ min_age: 18 }] })
	status(await clerk.post(`/project/${no}/submit`, { none: 1 }), 303)
})

test('another member of staff approves, no clerk and not who wrote it', async () => {
	const { no } = await submitted(clerk)
	status(await clerk.post(`/project/${no}/approve`), 403)
	status(await reviewer.post(`/project/${no}/approve`), 303)
	const shown = (await clerk.getJson(`/project/${no}`)).page.Project
	assert.equal(shown.state, 'approved')
	assert.equal(shown.approver, '王芳')
	status(await reviewer.post(`/project/${no}/approve`), 409)

	const own = await submitted(manager)
	const page = (await manager.getJson(`/project/${own.no}`)).page
	assert.equal(page.Can.approve, undefined)
	assert.equal(page.OwnPlan, 1)
	status(await manager.post(`/project/${own.no}/approve`), 403)
	status(await manager.post(`/project/${own.no}/return`, { reason: '自己退回' }), 403)
	assert.equal(stateOf(own.no), 'submitted')
})

test('who only added a position wrote in it as well', async () => {
	const { no } = await draft(clerk)
	await addPosition(reviewer, no, { title: '记录员' })
	status(await clerk.post(`/project/${no}/submit`, { none: 1 }), 303)
	status(await reviewer.post(`/project/${no}/approve`), 403)
	status(await manager.post(`/project/${no}/approve`), 303)
})

test('the database itself refuses an author who approves', () => {
	assert.throws(() => sql(`UPDATE project SET approver_id = author_id ORDER BY id LIMIT 1`), /project_two_persons/)
})

test('it is returned with a reason, changed, and handed in again', async () => {
	const { no } = await submitted(clerk)
	const bare = status(await reviewer.post(`/project/${no}/return`), 422)
	assert.equal(bare.page.Errors[0].field, 'reason')
	status(await clerk.post(`/project/${no}/return`, { reason: '地址不清' }), 403)
	status(await reviewer.post(`/project/${no}/return`, { reason: '地址不清' }), 303)
	const back = (await clerk.getJson(`/project/${no}`)).page
	assert.equal(back.Project.return_reason, '地址不清')
	assert.equal(back.Can.edit, 1)
	status(await clerk.post(`/project/${no}/edit`, planForm({ place: '胜利大街 20 号' })), 303)
	status(await clerk.post(`/project/${no}/submit`, { none: 1 }), 303)
	assert.equal((await clerk.getJson(`/project/${no}`)).page.Project.return_reason, undefined)
	status(await reviewer.post(`/project/${no}/approve`), 303)
	status(await reviewer.post(`/project/${no}/return`, { reason: '预算要改' }), 303)
	assert.equal(stateOf(no), 'returned')
})

test('it is called back before anybody decided', async () => {
	const { no } = await submitted(clerk)
	status(await clerk.post(`/project/${no}/recall`), 303)
	assert.equal(stateOf(no), 'draft')
	status(await clerk.post(`/project/${no}/recall`), 409)
})

test('rules are looked at again at approval and at publication', async () => {
	const a = await submitted(clerk)
	sql('UPDATE project SET starts_on = ? WHERE no = ?', [dayFrom(-1), a.no])
	assert.match(texts(status(await reviewer.post(`/project/${a.no}/approve`), 422))[0], /不早于今天/)
	assert.equal(stateOf(a.no), 'submitted')
	assert.equal(value('SELECT approver_id FROM project WHERE no = ?', [a.no]), null)
	const b = await approved(clerk, reviewer)
	sql('UPDATE project SET starts_on = ? WHERE no = ?', [dayFrom(-1), b.no])
	status(await clerk.post(`/project/${b.no}/publish`), 422)
	assert.equal(stateOf(b.no), 'approved')
	assert.equal(value('SELECT published_at FROM project WHERE no = ?', [b.no]), null)
})

test('publication takes the needs along in the same step', async () => {
	const need = await verifiedNeed(clerk), dropped = await verifiedNeed(clerk)
	const { no } = await approved(clerk, reviewer, { plan: { need: [need, dropped] } })
	assert.equal(needState(need), 'verified')
	status(await clerk.post(`/needs/ledger/${dropped}/decline`, { reason: '已搬走', how_told: 'phone' }), 303)
	status(await clerk.post(`/project/${no}/publish`), 303)
	assert.equal(stateOf(no), 'recruiting')
	assert.equal(needState(need), 'in_project')
	assert.equal(needState(dropped), 'declined')
	status(await clerk.post(`/project/${no}/publish`), 409)
	const said = sql(`SELECT action FROM audit WHERE target = 'project' AND target_id = (SELECT id FROM project WHERE no = ?) ORDER BY id`, [no])
	assert.deepEqual(said.map((a) => a.action),
		['project.add', 'position.add', 'project.submit', 'project.approve', 'project.publish'])
	const ofNeed = value(`SELECT COUNT(*) FROM audit WHERE action = 'need.project' AND target_id = (SELECT id FROM need WHERE no = ?)`, [need])
	assert.equal(ofNeed, '1')
})

test('only what is approved is published', async () => {
	for (const make of [draft, submitted]) {
		const { no } = await make(clerk)
		status(await clerk.post(`/project/${no}/publish`), 409)
	}
})

test('a draft is made void by its clerk, what is further on by a reviewer, with a reason', async () => {
	const no = await newPlan(clerk)
	const bare = status(await clerk.post(`/project/${no}/void`), 422)
	assert.equal(bare.page.Errors[0].field, 'reason')
	assert.match(status(await clerk.post(`/project/${no}/void`, {}, { headers: { Accept: 'text/html' } }), 422).text, /f-reason-error/)
	status(await clerk.post(`/project/${no}/void`, { reason: '重复了' }), 303)
	assert.equal((await clerk.getJson(`/project/${no}`)).page.Project.return_reason, '重复了')
	status(await clerk.post(`/project/${no}/void`, { reason: '重复了' }), 409)
	const later = await submitted(clerk)
	status(await clerk.post(`/project/${later.no}/void`, { reason: '不办了' }), 403)
	status(await reviewer.post(`/project/${later.no}/void`, { reason: '不办了' }), 303)
})

test('a project made void while it recruits gives its needs back', async () => {
	const need = await verifiedNeed(clerk)
	const { no } = await published(clerk, reviewer, { plan: { need: [need] } })
	assert.equal(needState(need), 'in_project')
	status(await reviewer.post(`/project/${no}/void`, { reason: '场地不能用' }), 303)
	assert.equal(needState(need), 'verified')
})

test('two who approve and return at the same time: one wins', async () => {
	const { no } = await submitted(clerk)
	const answers = await Promise.all([reviewer.post(`/project/${no}/approve`), manager.post(`/project/${no}/return`, { reason: '再议' })])
	assert.deepEqual(answers.map((a) => a.status).filter((s) => s === 303).length >= 1, true)
	const state = stateOf(no)
	assert.ok(['approved', 'returned'].includes(state))
	const moves = sql(`SELECT action FROM audit WHERE target = 'project' AND target_id = (SELECT id FROM project WHERE no = ?)
		AND action IN ('project.approve', 'project.return') ORDER BY id`, [no]).map((a) => a.action)
	/* Returning what was just approved is allowed; approving what was returned is not. */
	assert.ok(moves.length === 1 || moves.join() === 'project.approve,project.return', moves.join())
})

test('positions cannot slip in while it is handed in', async () => {
	const { no } = await draft(clerk)
	const [sent, added] = await Promise.all([
		clerk.post(`/project/${no}/submit`, { none: 1 }), clerk.post(`/project/${no}/position`, positionForm({ title: '后来的' }))])
	status(sent, 303)
	assert.ok([303, 409].includes(added.status), String(added.status))
	const late = value(`SELECT COUNT(*) FROM audit a JOIN audit s ON s.action = 'project.submit' AND s.target_id = a.target_id AND s.target = 'project'
		WHERE a.target = 'project' AND a.action = 'position.add' AND a.id > s.id AND a.target_id = (SELECT id FROM project WHERE no = ?)`, [no])
	assert.equal(late, '0')
})

await end()
