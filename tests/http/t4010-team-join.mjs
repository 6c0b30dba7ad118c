// Teams on the phone: found by their leader, found by others, joined by asking or at once, led, left.
import { Client, assert, end, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { apply, published } from './lib/project.mjs'

const [clerk, reviewer] = await Promise.all([staff('liwei'), staff('wangfang')])
let serial = 0
const form = (changes = {}) => ({
	name: `手机队 ${process.pid}-${++serial}`, kind: '1', approver_org: '胜利社区居民委员会', address: '胜利大街 18 号', categories: ['0001'],
	join_mode: '1', contact_name: '马队长', contact_phone: '13800138000', ...changes,
})
const uidOf = (name) => value('SELECT LOWER(HEX(uid)) FROM team WHERE name = ?', [name])
async function led(changes) {
	const leader = await newVolunteer(), f = form(changes)
	status(await leader.client.post('/team/found', f), 303)
	const uid = uidOf(f.name)
	status(await reviewer.post(`/team/desk/${uid}/approve`), 303)
	return { uid, leader }
}
const one = async (v, uid) => status(await v.client.getJson(`/team/t/${uid}`), 200).page
const why = (r) => status(r, 422).page.Errors[0].text

test('a volunteer founds a team, sees it wait, and leads it when it is approved', async () => {
	const leader = await newVolunteer(), f = form()
	status(await leader.client.post('/team/found', f), 303)
	const uid = uidOf(f.name)
	assert.equal((await one(leader, uid)).Team.state, 'pending')
	status(await new Client().getJson(`/team/t/${uid}`), 404)
	assert.equal((status(await clerk.getJson(`/team/desk/${uid}`), 200)).page.Team.leader_no, leader.no)
	status(await reviewer.post(`/team/desk/${uid}/approve`), 303)
	const mine = status(await leader.client.getJson('/team/mine'), 200).page.Teams
	assert.deepEqual(mine.map((t) => [t.name, t.state, t.role]), [[f.name, 'approved', 'leader']])
	status(await new Client().getJson(`/team/t/${uid}`), 200)
})

test('two that wait are enough', async () => {
	const v = await newVolunteer()
	for (let i = 0; i < 2; i++) status(await v.client.post('/team/found', form()), 303)
	const f = form()
	const r = await v.client.post('/team/found', f)
	assert.match(why(r), /两支队伍在审核/)
	assert.equal(r.page.Form.name, f.name)
})

test('asked, accepted by the leader; the wrong one may not', async () => {
	const { uid, leader } = await led(), v = await newVolunteer({ name: '林小满' }), stranger = await newVolunteer()
	assert.equal((await one(v, uid)).Can.join, 1)
	status(await v.client.post(`/team/t/${uid}/join`, { words: '周末有空' }), 303)
	status(await v.client.post(`/team/t/${uid}/join`, { words: '周末有空' }), 303)
	assert.equal(value('SELECT COUNT(*) FROM team_ask a JOIN team t ON t.id = a.team_id WHERE t.uid = UNHEX(?)', [uid]), '1')
	const page = status(await leader.client.getJson(`/team/t/${uid}/lead`), 200).page
	assert.deepEqual(page.Asks.map((a) => [a.name, a.words]), [['林小满', '周末有空']])
	status(await stranger.client.getJson(`/team/t/${uid}/lead`), 403)
	const at = `/team/t/${uid}/ask/${page.Asks[0].uid}`
	status(await stranger.client.post(`${at}/accept`), 403)
	status(await leader.client.post(`${at}/accept`, { csrf: null }), 403)
	status(await leader.client.post(`${at}/accept`), 303)
	status(await leader.client.post(`${at}/accept`), 409)
	assert.equal((await one(v, uid)).Mine.role, 'member')
	assert.equal((await one(v, uid)).Team.members, 2)
	assert.match(why(await v.client.post(`/team/t/${uid}/join`, {})), /已经是队员/)
	status(await v.client.post(`/team/t/${uid}/leave`), 303)
	status(await v.client.post(`/team/t/${uid}/leave`), 409)
	assert.equal((await one(v, uid)).Team.members, 1)
	assert.match(why(await leader.client.post(`/team/t/${uid}/leave`)), /指定另一位队长/)
})

test('refused by the desk, withdrawn by oneself, asked again', async () => {
	const { uid } = await led(), v = await newVolunteer()
	status(await v.client.post(`/team/t/${uid}/join`, {}), 303)
	const asks = status(await clerk.getJson(`/team/desk/${uid}`), 200).page.Asks
	status(await clerk.post(`/team/desk/${uid}/ask/${asks[0].uid}/refuse`), 303)
	status(await clerk.post(`/team/desk/${uid}/ask/${asks[0].uid}/accept`), 409)
	assert.deepEqual(status(await v.client.getJson('/team/mine'), 200).page.Asked.map((a) => a.state), ['refused'])
	status(await v.client.post(`/team/t/${uid}/join`, {}), 303)
	status(await v.client.post(`/team/t/${uid}/leave`), 303)
	assert.equal((await one(v, uid)).Can.join, 1)
})

test('where nobody needs to ask, one is in; where nobody is taken, not', async () => {
	const { uid } = await led({ join_mode: '2' }), v = await newVolunteer()
	assert.match(status(await v.client.post(`/team/t/${uid}/join`, {}), 303).location, /done=joined/)
	assert.equal((await one(v, uid)).Mine.role, 'member')
	const closed = await led({ join_mode: '3' })
	assert.match(why(await v.client.post(`/team/t/${closed.uid}/join`, {})), /不接受申请/)
	sql(`UPDATE team SET state = 'stopped' WHERE uid = UNHEX(?)`, [uid])
	status(await (await newVolunteer()).client.getJson(`/team/t/${uid}`), 404)
})

test('who is paused joins nothing', async () => {
	const { uid } = await led(), v = await newVolunteer()
	sql(`UPDATE volunteer SET state = 'paused' WHERE no = ?`, [v.no])
	assert.match(why(await v.client.post(`/team/t/${uid}/join`, {})), /不是在册志愿者/)
})

test('a member from elsewhere is masked at the desk', async () => {
	const { uid } = await led({ join_mode: '2' }), v = await newVolunteer({ name: '欧阳小满' })
	sql('UPDATE volunteer SET station_id = 2 WHERE no = ?', [v.no])
	status(await v.client.post(`/team/t/${uid}/join`, {}), 303)
	const m = status(await clerk.getJson(`/team/desk/${uid}`), 200).page.Members.find((x) => x.no === v.no)
	assert.equal(m.name, '欧**')
})

test('a project for this team takes its members', async () => {
	const { uid } = await led({ join_mode: '2' }), v = await newVolunteer()
	status(await v.client.post(`/team/t/${uid}/join`, {}), 303)
	const { no, positions: [position] } = await published(clerk, reviewer, { plan: { recruit_scope: 'team', team: uid } })
	assert.ok((await one(v, uid)).Projects.some((p) => p.no === no))
	const stranger = await newVolunteer()
	status(await apply(stranger, no, position), 422)
	status(await apply(v, no, position), 303)
})

test('who is erased is in no team, and leads none', async () => {
	const { uid, leader } = await led({ join_mode: '2' }), v = await newVolunteer()
	status(await v.client.post(`/team/t/${uid}/join`, {}), 303)
	status(await leader.client.post('/account/me/erase', { confirm: '1' }), 303)
	const { Team, Members } = status(await clerk.getJson(`/team/desk/${uid}`), 200).page
	assert.deepEqual([Team.members, Team.leader_no ?? null, Members.map((m) => m.no)], [1, null, [v.no]])
})

test('everybody sees which teams there are; forms are for volunteers', async () => {
	const { uid } = await led()
	const anyone = new Client()
	assert.ok(status(await anyone.getJson('/team/list'), 200).page.Teams.some((t) => t.uid === uid))
	assert.ok(status(await anyone.getJson('/team/list?station=1'), 200).page.Teams.every((t) => t.station.includes('胜利')))
	assert.equal(status(await anyone.getJson('/team/list?station=999'), 200).page.Teams ?? null, null)
	for (const at of ['/team/mine', '/team/found']) status(await anyone.getJson(at), 401)
	for (const at of [`/team/t/${uid}/join`, `/team/t/${uid}/leave`, '/team/found'])
		status(await anyone.post(at, { csrf: '0'.repeat(32) }), 401)
	const v = await newVolunteer()
	for (const [at, f] of [[`/team/t/${uid}/join`, {}], [`/team/t/${uid}/leave`, {}], ['/team/found', form()]])
		status(await v.client.post(at, { ...f, csrf: null }), 403)
	status(await v.client.getJson(`/team/t/${'0'.repeat(32)}`), 404)
})

await end()
