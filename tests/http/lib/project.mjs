// project.mjs - plans and published projects for tests, all made by the pages themselves.
//
//	const p = await published(clerk, reviewer, { positions: [{ wanted: 2 }] })   // recruiting today
//	p.no, p.positions[0].uid
import { status } from './tap.mjs'
import { sql, value } from './sql.mjs'

const BEIJING = 8 * 3600_000
/** "YYYY-MM-DD" in Beijing, days from today. */
export const dayFrom = (days) => new Date(Date.now() + BEIJING + days * 86_400_000).toISOString().slice(0, 10)

export const planForm = (changes = {}) => ({
	title: '周三助餐',
	goal: '让二十位独居老人每周吃上一顿热饭',
	intro: '每周三上午取餐，两人一组送到独居老人家里，并登记近况。',
	categories: ['0017', '0001'],
	recipients: ['03'],
	starts_on: dayFrom(3),
	ends_on: dayFrom(90),
	region_code: '610502002',
	place: '胜利大街 18 号社区服务中心一楼',
	recruit_scope: 'public',
	recruit_from: dayFrom(0),
	recruit_to: dayFrom(20),
	sign_up_how: '微信打开本站招募页面报名',
	guarantees: ['01', '08'],
	risks: '上下楼梯，雨雪天路滑',
	insurance: '',
	contact_name: '李伟',
	contact_phone: '0913-2100001',
	budget_yuan: 3000,
	fund_source: '1',
	...changes,
})

export const positionForm = (changes = {}) => ({
	title: '送餐员',
	wanted: 2,
	description: '取餐、送餐，登记老人近况',
	conditions: '身体健康，有耐心',
	...changes,
})

/** A need of the clerk's station, entered and verified. */
export async function verifiedNeed(clerk, changes = {}) {
	const entry = { source: 'phone', category: '0017', target_group: '03', description: '独居，想有人送饭', ...changes }
	const no = status(await clerk.submit('/needs/ledger/new', entry), 303, 'need').location.match(/N\d+/)[0]
	status(await clerk.post(`/needs/ledger/${no}/verify`, { note: '属实' }), 303, 'verify')
	return no
}
export const needState = (no) => value('SELECT state FROM need WHERE no = ?', [no])
export const stateOf = (no) => value('SELECT state FROM project WHERE no = ?', [no])

export async function newPlan(clerk, changes = {}) {
	return status(await clerk.submit('/project/new', planForm(changes)), 303, 'new plan').location.match(/P\d+/)[0]
}

export async function addPosition(clerk, no, changes = {}) {
	status(await clerk.submit(`/project/${no}/position`, positionForm(changes)), 303, 'position')
	return (await clerk.getJson(`/project/${no}`)).page.Positions.at(-1).uid
}

/** A draft with its positions. */
export async function draft(clerk, { plan = {}, positions = [{}] } = {}) {
	const no = await newPlan(clerk, plan)
	const made = []
	for (const p of positions) made.push({ ...positionForm(p), uid: await addPosition(clerk, no, p) })
	return { no, positions: made }
}

export async function submitted(clerk, options) {
	const p = await draft(clerk, options)
	status(await clerk.post(`/project/${p.no}/submit`, { none: 1 }), 303, 'submit')
	return p
}

export async function approved(clerk, reviewer, options) {
	const p = await submitted(clerk, options)
	status(await reviewer.post(`/project/${p.no}/approve`), 303, 'approve')
	return p
}

/** Approved, published, and open for sign-up today. */
export async function published(clerk, reviewer, options) {
	const p = await approved(clerk, reviewer, options)
	status(await clerk.post(`/project/${p.no}/publish`), 303, 'publish')
	return p
}

export const applications = (no) =>
	sql(
		`SELECT a.*, LOWER(HEX(a.uid)) uid_hex, v.no volunteer_no FROM application a JOIN project p ON p.id = a.project_id
			JOIN volunteer v ON v.person_id = a.person_id WHERE p.no = ? ORDER BY a.id`,
		[no]
	)
export const applicationOf = (no, v) => applications(no).find((a) => a.volunteer_no === v.no)
export const taken = (position) => Number(value('SELECT taken FROM position WHERE uid = UNHEX(?)', [position.uid]))

export const apply = (v, no, position) => v.client.post(`/recruit/${no}/apply`, { position: position.uid })
export const approve = (by, no, v) => by.post(`/recruit/review/${applicationOf(no, v).uid_hex}/approve`)
