// 撤回: what was refused, taken off, closed or ended comes back within 24 hours, once, by staff of the station, and not after somebody went on.
import { Client, assert, end, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { applicationOf, apply, approve, published } from './lib/project.mjs'
import { personForm } from './lib/person.mjs'
import { newActivity } from './lib/activity.mjs'

const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const manager = await staff('zhangmin')
const there = await staff('zhaolei')
const html = { headers: { Accept: 'text/html' } }
const undos = async (at, client = clerk) => status(await client.getJson(at), 200).page.Undos ?? []
const late = (ref) => sql('UPDATE deed SET at = at - INTERVAL 25 HOUR WHERE ref = UNHEX(?)', [ref])
const audited = (target, id) => Number(value("SELECT COUNT(*) FROM audit WHERE action = 'undo.back' AND target = ? AND target_id = ?", [target, id]))
const refOf = (location) => new URL(location).searchParams.get('undo')

const need = async (verified) => {
	const made = status(await clerk.submit('/needs/ledger/new', { source: 'visit', category: '0001', target_group: '03', description: '想有人帮忙修灯' }), 303)
	const no = /N\d+/.exec(made.location)[0]
	if (verified) status(await clerk.post(`/needs/ledger/${no}/verify`, {}), 303)
	return { no, at: `/needs/ledger/${no}`, id: Number(value('SELECT id FROM need WHERE no = ?', [no])) }
}
const decline = (n, how = html) => clerk.post(`${n.at}/decline`, { reason: '不属于志愿服务', how_told: 'phone' }, how)

for (const verified of [false, true])
	test(`a need that was ${verified ? 'verified' : 'waiting'} is open again as it was, and its answer is owed again`, async () => {
		const n = await need(verified)
		const counted = () => value("SELECT GROUP_CONCAT(of_state, n ORDER BY of_state) FROM need_count WHERE station_id = 1 AND category = '0001'")
		const before = counted()
		const ref = refOf(status(await decline(n), 303).location)
		assert.match(ref, /^[0-9a-f]{16}$/)
		const flash = status(await clerk.get(`${n.at}?done=need_declined&undo=${ref}`), 200).text
		assert.ok(flash.includes(`action="/needs/undo/${ref}"`))
		const [offer] = await undos(n.at)
		assert.deepEqual([offer.ref, offer.what, offer.name, offer.staff], [ref, 'need_declined', n.no, '李伟'])
		status(await there.post(`/needs/undo/${ref}`), 404)
		status(await reviewer.post(`/needs/undo/${ref}`, { csrf: null }), 403)
		const back = status(await reviewer.post(`/needs/undo/${ref}`), 303)
		assert.match(back.location, new RegExp(`${n.at}\\?done=undone$`))
		const { Need, Deeds, Undos } = status(await clerk.getJson(n.at), 200).page
		assert.deepEqual([Need.state, Need.decline_reason, Need.answered_on, Undos], [verified ? 'verified' : 'to_verify', undefined, undefined, undefined])
		const kept = Deeds.flatMap((d) => d.Changes ?? [])
		assert.deepEqual([kept[0].field, kept[0].was], ['decline_reason', '不属于志愿服务'])
		assert.equal(counted(), before)
		assert.equal(audited('need', n.id), 1)
		assert.equal((await reviewer.post(`/needs/undo/${ref}`)).status, 409)
	})

test('after 24 hours, and after somebody went on, it is too late, in words; but a need has a way back', async () => {
	const n = await need(true)
	const ref = refOf((await decline(n)).location)
	late(ref)
	const r = status(await clerk.post(`/needs/undo/${ref}`, {}, html), 409)
	assert.match(r.text, /不能撤回了/)
	assert.match(r.text, /24 小时/)
	assert.equal((await undos(n.at)).length, 0)
	status(await clerk.post(`${n.at}/reopen`), 303)
	assert.equal((await clerk.getJson(n.at)).page.Need.state, 'to_verify')
	status(await clerk.post(`${n.at}/reopen`), 409)
	const m = await need(false)
	const second = refOf((await decline(m)).location)
	status(await clerk.post(`${m.at}/reopen`), 303)
	status(await clerk.post(`${m.at}/verify`, {}), 303)
	assert.equal(status(await clerk.post(`/needs/undo/${second}`), 409).page.Error, 'undo')
	assert.equal((await clerk.getJson(m.at)).page.Need.state, 'verified')
})

test('a survey goes on, but not behind a later version', async () => {
	const made = status(await clerk.submit('/needs/surveys/new', { template: 'community', title: '撤回试一试' }), 303)
	const code = /surveys\/(\w+)/.exec(made.location)[1]
	status(await clerk.post(`/needs/surveys/${code}/open`), 303)
	const ref = refOf(status(await clerk.post(`/needs/surveys/${code}/close`, {}, html), 303).location)
	assert.deepEqual((await undos(`/needs/surveys/${code}`)).map((u) => u.what), ['survey_closed'])
	status(await clerk.post(`/needs/undo/${ref}`), 303)
	assert.equal((await clerk.getJson(`/needs/surveys/${code}`)).page.Survey.state, 'open')
})

test('refusals of one press come back together, are told, and none when one of them was decided since', async () => {
	const p = await published(clerk, reviewer, { positions: [{ wanted: 4 }] })
	const all = await Promise.all([newVolunteer(), newVolunteer(), newVolunteer()])
	for (const v of all) status(await apply(v, p.no, p.positions[0]), 303)
	const uids = all.map((v) => applicationOf(p.no, v).uid_hex)
	const refuse = () => clerk.post('/recruit/review', { uid: uids, verb: 'refuse', reason: '人已经够了' }, html)
	const states = () => all.map((v) => applicationOf(p.no, v).state)
	const ref = refOf(status(await refuse(), 303).location)
	assert.deepEqual(states(), ['refused', 'refused', 'refused'])
	assert.deepEqual((await undos(`/recruit/review/${uids[1]}`)).map((u) => [u.ref, u.name]), [[ref, all[1].no]])
	status(await clerk.post(`/recruit/undo/${ref}`), 303)
	assert.deepEqual(states(), ['pending', 'pending', 'pending'])
	const person = value('SELECT person_id FROM volunteer WHERE no = ?', [all[0].no])
	assert.equal(value("SELECT COUNT(*) FROM message WHERE person_id = ? AND event = 'restored'", [person]), '1')
	const again = refOf(status(await refuse(), 303).location)
	sql("UPDATE application SET state = 'withdrawn' WHERE uid = UNHEX(?)", [uids[2]])
	assert.equal(status(await clerk.post(`/recruit/undo/${again}`), 409).page.Error, 'undo')
	assert.deepEqual(states(), ['refused', 'refused', 'withdrawn'])
	sql("UPDATE application SET state = 'refused' WHERE uid = UNHEX(?)", [uids[2]])
	status(await clerk.post(`/recruit/undo/${again}`), 303)
	status(await approve(clerk, p.no, all[0]), 303)
})

test('who was taken off a roster is back on it with the duty, not once the activity is over', async () => {
	const a = await newActivity(clerk)
	const v = await newVolunteer()
	const at = `/activity/manage/${a.no}`
	status(await clerk.post(`${at}/roster`, { volunteer_no: v.no, duty: '发水' }), 303)
	const off = async () => refOf(status(await clerk.post(`${at}/roster/remove`, { volunteer_no: v.no }, html), 303).location)
	const ref = await off()
	assert.deepEqual((await undos(at)).map((u) => [u.what, u.name]), [['roster_removed', v.no]])
	status(await there.post(`/activity/undo/${ref}`), 404)
	status(await clerk.post(`/activity/undo/${ref}`), 303)
	const on = (await clerk.getJson(at)).page.Roster.find((r) => r.no === v.no)
	assert.equal(on.duty, '发水')
	const again = await off()
	sql('UPDATE activity SET state = ? WHERE no = ?', ['cancelled', a.no])
	status(await clerk.post(`/activity/undo/${again}`), 409)
})

test('a role is given back by a manager alone', async () => {
	const login = `back${Date.now() % 1e8}`
	const who = personForm()
	const made = status(await manager.submit('/station/staff/new', { login, name: who.name, id_type: '01', id_no: who.id_no, role: 'clerk' }), 200)
	const ref = made.page.Code.ref
	const gone = status(await manager.post(`/station/staff/${ref}/role-end`, { role: 'clerk' }, html), 303)
	const deed = refOf(gone.location)
	assert.deepEqual((await undos(`/station/staff/${ref}`, manager)).map((u) => u.name), [login])
	status(await clerk.post(`/station/undo/${deed}`), 403)
	status(await manager.post(`/station/undo/${deed}`), 303)
	assert.deepEqual((await manager.getJson(`/station/staff/${ref}`)).page.Roles.map((r) => r.role), ['clerk'])
	const second = refOf((await manager.post(`/station/staff/${ref}/role-end`, { role: 'clerk' }, html)).location)
	status(await manager.post(`/station/staff/${ref}/role`, { role: 'clerk' }), 303)
	status(await manager.post(`/station/undo/${second}`), 409)
})

test('strangers, volunteers and numbers that are none', async () => {
	const v = await newVolunteer()
	for (const app of ['needs', 'recruit', 'activity', 'station']) {
		status(await new Client().post(`/${app}/undo/${'0'.repeat(16)}`), 401)
		status(await v.client.post(`/${app}/undo/${'0'.repeat(16)}`), 403)
		for (const ref of ['0'.repeat(16), 'zz', "x'--"]) status(await manager.post(`/${app}/undo/${encodeURIComponent(ref)}`), 404)
	}
})

await end()
