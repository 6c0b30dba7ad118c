// 邀请: staff give an address for a position on; who opens it signs up by it where the project is not open to all, so often and so long
// as staff said, and no longer than they let it stand.
import { Client, assert, end, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { published } from './lib/project.mjs'
import { openShift, roster, signs } from './lib/shift.mjs'

const [clerk, reviewer] = await Promise.all(['liwei', 'wangfang'].map((n) => staff(n)))
const project = (plan = {}, positions = [{}, { title: '登记员' }]) => published(clerk, reviewer, { plan: { recruit_scope: 'invite', ...plan }, positions })
const at = (p, i = 0) => `/recruit/manage/${p.no}/position/${p.positions[i].uid}/invite`
async function invite(p, form = {}, i = 0) {
	const page = new URL(status(await clerk.submit(at(p, i), { days: 3, most: 5, ...form }), 303).location).pathname
	const { url } = status(await clerk.getJson(page), 200).page.Invite
	return { page, path: new URL(url).pathname, uid: page.split('/').at(-1) }
}
const used = (v) => value('SELECT used FROM recruit_invite WHERE uid = UNHEX(?)', [v.uid])
const mine = (p, v) => sql(`SELECT a.state, a.invite_id IS NOT NULL AS invited FROM application a JOIN project p ON p.id = a.project_id
	JOIN volunteer v ON v.person_id = a.person_id WHERE p.no = ? AND v.no = ? ORDER BY a.id`, [p.no, v.no])

test('by the address somebody signs up who could not by themselves; once, and counted', async () => {
	const p = await project()
	const [v, w] = [await newVolunteer(), await newVolunteer()]
	assert.match(JSON.stringify(status(await v.client.post(`/recruit/${p.no}/apply`, { position: p.positions[0].uid }), 422).page.Errors), /邀请/)
	const i = await invite(p)
	assert.match(status(await clerk.get(i.page), 200).text, /<path d="M/)
	const page = status(await v.client.getJson(i.path), 200).page
	assert.deepEqual([page.Good, page.Can.apply, page.Project.position], [1, 1, p.positions[0].title])
	for (let n = 0; n < 2; n++) status(await v.client.post(i.path), 303)
	assert.deepEqual(mine(p, v), [{ state: 'pending', invited: '1' }])
	assert.equal(used(i), '1')
	assert.equal(status(await v.client.getJson(i.path), 200).page.Mine.state, 'pending')
	status(await w.client.post(i.path, { csrf: null }), 403)
	assert.equal(value("SELECT COUNT(*) FROM audit WHERE action = 'recruit.invite' AND target_id = (SELECT id FROM recruit_invite WHERE uid = UNHEX(?))", [i.uid]), '1')
	// To one position, and no other; without it nothing has changed.
	assert.match(JSON.stringify(status(await w.client.post(`/recruit/${p.no}/apply`, { position: p.positions[1].uid }), 422).page.Errors), /邀请/)
})

test('also to a shift of that work, and to no shift of another', async () => {
	const p = await project()
	const one = await openShift(clerk, reviewer, { project: { no: p.no, position: p.positions[0].uid }, day: 4 })
	const two = await openShift(clerk, reviewer, { project: { no: p.no, position: p.positions[1].uid }, day: 6 })
	const v = await newVolunteer()
	const i = await invite(p)
	status(await v.client.post(`/recruit/shift/${one.no}/apply`), 422)
	assert.deepEqual(status(await v.client.getJson(i.path), 200).page.Shifts.map((s) => s.no), [one.no])
	assert.match(status(await v.client.post(i.path, { shift: one.no }), 303).location, /done=got/)
	assert.deepEqual([roster(one.no), signs(one.no)[0].state], [[v.no], 'accepted'])
	status(await v.client.post(i.path, { shift: two.no }), 404)
	assert.deepEqual(signs(two.no), [])
})

test('used up, over, taken back: it is none any more, and the page says so', async () => {
	const p = await project()
	const [a, b, c] = await Promise.all([1, 2, 3].map(() => newVolunteer()))
	const small = await invite(p, { most: 1 })
	const both = await Promise.all([a, b].map((v) => v.client.post(small.path)))
	assert.deepEqual(both.map((r) => r.status).sort(), [303, 409])
	assert.equal(used(small), '1')
	assert.match(status(await c.client.get(small.path), 200).text, /已过期、用完或被站点收回/)
	const old = await invite(p)
	sql('UPDATE recruit_invite SET until_at = NOW() - INTERVAL 1 MINUTE WHERE uid = UNHEX(?)', [old.uid])
	status(await c.client.post(old.path), 409)
	assert.match(status(await clerk.get(old.page), 200).text, /已过期/)
	const back = await invite(p)
	status(await (await staff('sunli')).post(`${back.page}/end`), 404)
	status(await clerk.post(`${back.page}/end`), 303)
	status(await clerk.post(`${back.page}/end`), 409)
	status(await c.client.post(back.path), 409)
	assert.deepEqual(mine(p, c), [])
	assert.deepEqual((await clerk.getJson(at(p))).page.Invites.map((x) => [x.used, x.good ?? 0]), [[0, 0], [0, 0], [1, 0]])
})

test('what the position asks for is asked all the same; a guessed address is none', async () => {
	const p = await project({}, [{ min_age: 60 }])
	const v = await newVolunteer()
	const i = await invite(p)
	assert.equal(status(await v.client.getJson(i.path), 200).page.Can?.apply, undefined)
	status(await v.client.post(i.path), 422)
	assert.equal(used(i), '0')
	const last = i.path.at(-1) === '0' ? '1' : '0'
	for (const bad of [i.path.slice(0, -1) + last, i.path.slice(0, -1), `/recruit/invite/${i.uid}`, '/recruit/invite/x'])
		status(await v.client.getJson(bad), 404)
})

test('strangers are led to sign in and come back; invitations are made by the station', async () => {
	const p = await project()
	const i = await invite(p)
	assert.match(status(await new Client().get(i.path), 200).text, new RegExp(`/account/wechat/start\\?to=${i.path}`))
	const v = await newVolunteer()
	status(await v.client.getJson(at(p)), 403)
	status(await clerk.post(i.path), 403)
	status(await new Client().getJson(at(p)), 401)
	const other = await staff('sunli')
	for (const path of [at(p), i.page]) status(await other.getJson(path), 404)
	status(await other.post(at(p), { days: 3, most: 5 }), 404)
	for (const wrong of [{ days: 0 }, { days: 61 }, { most: 0 }, { most: 501 }, { most: '' }])
		status(await clerk.submit(at(p), { days: 3, most: 5, ...wrong }), 422)
	status(await clerk.post(at(p), { days: 3, most: 5, csrf: null }), 403)
})

await end()
