// Teams at the desk: entered, decided by another, members, leader, upbringing; what is refused and why.
import { assert, end, guardGet, guardPost, newVolunteer, sql, staff, status, test, value } from './lib.mjs'

const [clerk, reviewer] = await Promise.all([staff('liwei'), staff('wangfang')])
let serial = 0
const teamForm = (changes = {}) => ({
	name: `测试队 ${process.pid}-${++serial}`, kind: '1', approver_org: '胜利社区居民委员会', address: '胜利大街 18 号', categories: ['0001', '0017'],
	join_mode: '1', contact_name: '李伟', contact_phone: '0913-2100001', ...changes,
})
const uidOf = (r) => new URL(status(r, 303).location).pathname.split('/')[3]
const added = async (changes) => uidOf(await clerk.post('/team/new', teamForm(changes)))
const show = async (uid, who = clerk) => status(await who.getJson(`/team/desk/${uid}`), 200).page
async function approved(changes) {
	const uid = await added(changes)
	status(await reviewer.post(`/team/desk/${uid}/approve`), 303)
	return uid
}
const wrong = (r) => status(r, 422).page.Errors.map((e) => e.field ?? '').sort()

const shared = await added()
const of = () => shared
guardGet('/team/')
guardGet('/team/new')
guardPost('/team/new', { form: teamForm() })
for (const page of ['', '/edit']) guardGet(`/team/desk/{}${page}`, { of, elsewhere: 'zhaolei' })
guardPost('/team/desk/{}/edit', { of, form: teamForm(), elsewhere: 'zhaolei' })
for (const [step, form] of [['approve', {}], ['refuse', { reason: '材料不全' }], ['stop', { reason: '不再活动' }], ['resume', {}]])
	guardPost(`/team/desk/{}/${step}`, { of, form, right: 'wangfang', wrong: 'liwei' })
for (const [step, form] of [['help', { help: '1', given_on: '2026-01-05', words: '活动室' }], ['reach', { stage: '2', reached_on: '2026-01-05' }],
	['member', { volunteer_no: 'V2600100001' }], ['member/end', { person: 'f'.repeat(32) }], ['member/lead', { volunteer_no: 'V2600100001' }]])
	guardPost(`/team/desk/{}/${step}`, { of, form, elsewhere: 'zhaolei' })
for (const step of ['accept', 'refuse']) guardPost(`/team/desk/{}/ask/${'0'.repeat(32)}/${step}`, { of, elsewhere: 'zhaolei' })

test('a group is entered, and another approves it', async () => {
	const uid = await added()
	assert.equal((await show(uid)).Team.state, 'pending')
	const own = await staff('zhangmin')
	const mine = uidOf(await own.post('/team/new', teamForm()))
	assert.equal((await show(mine, own)).Can.own, 1)
	assert.match(status(await own.post(`/team/desk/${mine}/approve`), 422).page.Errors[0].text, /另一名工作人员/)
	status(await reviewer.post(`/team/desk/${uid}/approve`), 303)
	const t = (await show(uid)).Team
	assert.deepEqual([t.state, t.decided_by, t.made_by], ['approved', '王芳', '李伟'])
	status(await reviewer.post(`/team/desk/${uid}/approve`), 409)
	assert.deepEqual(sql(`SELECT action FROM audit WHERE target = 'team' AND target_id = (SELECT id FROM team WHERE uid = UNHEX(?)) ORDER BY id`,
		[uid]).map((a) => a.action), ['team.add', 'team.approve'])
})

test('refused with a reason; stopped and resumed', async () => {
	const uid = await added()
	assert.deepEqual(wrong(await reviewer.post(`/team/desk/${uid}/refuse`, { reason: '' })), ['reason'])
	status(await reviewer.post(`/team/desk/${uid}/refuse`, { reason: '没有同意成立的单位' }), 303)
	assert.deepEqual([(await show(uid)).Team.state, (await show(uid)).Team.reason], ['refused', '没有同意成立的单位'])
	const other = await approved()
	status(await reviewer.post(`/team/desk/${other}/stop`, { reason: '一年没有活动' }), 303)
	status(await clerk.post(`/team/desk/${other}/member`, { volunteer_no: (await newVolunteer()).no }), 409)
	status(await reviewer.post(`/team/desk/${other}/resume`), 303)
	assert.equal((await show(other)).Team.state, 'approved')
})

test('a group names who agreed to it, an organisation its code, office and kind', async () => {
	assert.deepEqual(wrong(await clerk.post('/team/new', teamForm({ approver_org: '' }))), ['approver_org'])
	assert.deepEqual(wrong(await clerk.post('/team/new', teamForm({ kind: '2' }))), ['org_kind', 'registrar', 'uscc'])
	const org = { kind: '2', org_kind: '13', registrar: '临渭区民政局' }
	assert.deepEqual(wrong(await clerk.post('/team/new', teamForm({ ...org, uscc: '51610502MJX0000000' }))), ['uscc'])
	assert.deepEqual(wrong(await clerk.post('/team/new', teamForm({ founded_on: '2099-01-01', categories: [], join_mode: '4' }))), ['categories'])
	assert.deepEqual(wrong(await clerk.post('/team/new', teamForm({ founded_on: '2099-01-01', join_mode: '4' }))), ['founded_on', 'join_mode'])
	const uscc = withCheck(`51610502MJX${String(process.pid).padStart(6, '0').slice(-6)}`)
	const uid = await added({ ...org, uscc: uscc.toLowerCase() })
	assert.equal((await show(uid)).Team.uscc, uscc)
	const again = status(await clerk.post('/team/new', teamForm({ ...org, uscc })), 422).page
	assert.match(again.Errors[0].text, /已经有这家组织/)
	assert.equal(again.Form.uscc, uscc)
})

test('two teams of a station have two names', async () => {
	const form = teamForm()
	status(await clerk.post('/team/new', form), 303)
	assert.match(status(await clerk.post('/team/new', form), 422).page.Errors[0].text, /同名/)
	const uid = await added()
	assert.deepEqual(wrong(await clerk.post(`/team/desk/${uid}/edit`, form)), ['name'])
	const edit = status(await clerk.getJson(`/team/desk/${uid}/edit`), 200).page.Form
	assert.deepEqual(Object.values(edit.categories), ['0001', '0017'])
	status(await clerk.post(`/team/desk/${uid}/edit`, teamForm({ intro: '每周三上门', planned: '12', offers: ['1', '2'] })), 303)
	assert.equal((await show(uid)).Team.offers_name, '志愿者、场地')
})

test('members by number: once, of the own station, asked as they wish; the leader goes last', async () => {
	const uid = await approved(), [a, b, closed] = [await newVolunteer(), await newVolunteer(), await newVolunteer()]
	const member = (no) => clerk.post(`/team/desk/${uid}/member`, { volunteer_no: no })
	status(await member(a.no), 303)
	assert.match(status(await member(a.no), 422).page.Errors[0].text, /已经是队员/)
	status(await clerk.post(`/team/desk/${uid}/member/lead`, { volunteer_no: b.no }), 303)
	sql(`UPDATE volunteer SET invite_team = '1' WHERE no = ?`, [closed.no])
	assert.deepEqual(wrong(await member(closed.no)), ['volunteer_no'])
	const elsewhere = value('SELECT no FROM volunteer WHERE station_id = 2 LIMIT 1')
	assert.match(status(await member(elsewhere), 422).page.Errors[0].text, /手机上申请/)
	assert.deepEqual(wrong(await member('V9900199999')), ['volunteer_no'])
	const page = await show(uid)
	assert.deepEqual([page.Team.members, page.Team.leader_no], [2, b.no])
	const ref = (no) => page.Members.find((m) => m.no === no).ref
	assert.match(status(await clerk.post(`/team/desk/${uid}/member/end`, { person: ref(b.no) }), 422).page.Errors[0].text, /另一位队长/)
	status(await clerk.post(`/team/desk/${uid}/member/end`, { person: ref(a.no) }), 303)
	status(await clerk.post(`/team/desk/${uid}/member/end`, { person: ref(a.no) }), 404)
	assert.deepEqual((await show(uid)).Members.map((m) => m.no), [b.no])
	// Who left may come again.
	status(await member(a.no), 303)
	assert.equal((await show(uid)).Team.members, 2)
})

test('whoever is in a team decides nothing about it', async () => {
	const uid = await added()
	const v = await newVolunteer()
	const person = value('SELECT person_id FROM volunteer WHERE no = ?', [v.no])
	status(await clerk.post(`/team/desk/${uid}/member/lead`, { volunteer_no: v.no }), 303)
	const before = value(`SELECT COALESCE(person_id, 0) FROM staff WHERE login = 'wangfang'`)
	sql(`UPDATE staff SET person_id = ? WHERE login = 'wangfang'`, [person])
	try {
		status(await reviewer.post(`/team/desk/${uid}/approve`), 422)
	} finally {
		sql(`UPDATE staff SET person_id = NULLIF(?, 0) WHERE login = 'wangfang'`, [before])
	}
	status(await reviewer.post(`/team/desk/${uid}/approve`), 303)
})

test('a group may join a registered organisation of the station, and that one alone is named', async () => {
	const uscc = withCheck(`51610502MJY${String(process.pid).padStart(6, '0').slice(-6)}`)
	const org = await approved({ kind: '2', org_kind: '13', registrar: '临渭区民政局', approver_org: undefined, uscc })
	const uid = await approved(), other = await approved()
	const reach = (form) => clerk.post(`/team/desk/${uid}/reach`, { stage: '4', reached_on: '2026-03-05', ...form })
	assert.ok((await show(uid)).Parents.some((p) => p.code === org))
	assert.deepEqual(wrong(await reach({})), ['into'])
	assert.deepEqual(wrong(await reach({ into: other })), ['into'])
	assert.deepEqual(wrong(await reach({ into: uid })), ['into'])
	assert.deepEqual(wrong(await reach({ stage: '2', into: org })), ['into'])
	assert.deepEqual(wrong(await clerk.post(`/team/desk/${org}/reach`, { stage: '4', reached_on: '2026-03-05', into: org })), ['into', 'stage'])
	status(await reach({ into: org }), 303)
	const [page, theirs] = [await show(uid), await show(org)]
	assert.deepEqual([page.Team.stage_name, page.Team.parent], ['加入已登记的组织', org])
	assert.deepEqual(theirs.Joined.map((j) => j.uid), [uid])
	// Registered itself by now, it belongs to nobody.
	status(await reach({ stage: '5' }), 303)
	assert.equal((await show(uid)).Team.parent, undefined)
	assert.equal((await show(org)).Joined, undefined)
})

test('support and stages make the course of a team', async () => {
	const uid = await approved()
	assert.deepEqual(wrong(await clerk.post(`/team/desk/${uid}/help`, { help: '7', given_on: '2026-01-05', words: '活动室' })), ['help'])
	assert.deepEqual(wrong(await clerk.post(`/team/desk/${uid}/help`, { help: '2', given_on: '2099-01-05', words: '血压计' })), ['given_on'])
	status(await clerk.post(`/team/desk/${uid}/help`, { help: '2', given_on: '2026-01-05', amount_yuan: '800', words: '血压计' }), 303)
	status(await clerk.post(`/team/desk/${uid}/reach`, { stage: '2', reached_on: '2026-02-05', how: '居委会确定为培育对象' }), 303)
	assert.deepEqual(wrong(await clerk.post(`/team/desk/${uid}/reach`, { stage: '9', reached_on: '2026-02-05' })), ['stage'])
	const page = await show(uid)
	assert.equal(page.Team.stage_name, '培育中')
	assert.deepEqual(page.Course.map((c) => [c.given_on, c.help ?? c.stage, c.amount_fen]),
		[['2026-02-05', '培育中', 0], ['2026-01-05', '活动资金', 80000]])
})

test('the ledger filters, and goes into a file', async () => {
	const uid = await approved({ field: '3' })
	const list = status(await clerk.getJson('/team/?state=approved&field=3'), 200).page
	assert.ok(list.Teams.some((t) => t.uid === uid))
	assert.ok(list.Teams.every((t) => t.state === 'approved' && String(t.field) === '3'))
	const csv = await clerk.get('/team/?field=3&file=csv')
	assert.match(status(csv, 200).text, /医疗服务/)
	assert.equal(status(await (await staff('zhaolei')).getJson('/team/'), 200).page.Teams ?? null, null)
})

/** GB 32100: the check character of seventeen others. */
function withCheck(s) {
	const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'
	let sum = 0, w = 1
	for (const c of s) {
		sum += signs.indexOf(c) * w
		w = (w * 3) % 31
	}
	return s + signs[(31 - (sum % 31)) % 31]
}

await end()
