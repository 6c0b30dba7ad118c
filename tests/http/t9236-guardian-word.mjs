// A guardian could say yes once and never take it back, a child whose guardian said "not me" was left with none, and an application
// that was pending was approved whatever the guardian said since.
import { Client, assert, end, guardPost, sql, staff, status, test, value } from './lib.mjs'
import { act, family, grown, guarded, pair, personOf, rightOf, young } from './lib/family.mjs'
import { draft } from './lib/activity.mjs'
import { applicationOf, apply, approve, published } from './lib/project.mjs'

const html = { headers: { Accept: 'text/html' } }
const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const stateOf = (v) => value('SELECT state FROM volunteer WHERE no = ?', [v.no])
const say = (v, answer) => v.client.post('/account/me/guardian', { answer })
const shown = async (v) => status(await v.client.getJson('/account/me/guardian'), 200).page
const named = (changes = {}) => ({ guardian_name: '赵国强', guardian_phone: '13900001234', guardian_relation: '爸爸', reason: '孩子填错了', ...changes })
const rename = (no, form, by = clerk) => by.post(`/account/volunteers/${no}/guardian/new`, form)

const { child: other } = await guarded()
guardPost('/account/volunteers/{}/guardian/new', { of: () => other.no, elsewhere: 'zhaolei', form: named() })

test('a guardian sees what the child signed up for, takes the yes back and gives it again', async () => {
	const { guardian, uid, child } = await guarded()
	const p = await published(clerk, reviewer, { positions: [{ wanted: 2 }, { wanted: 2 }] })
	await act(guardian, uid)
	assert.match(status(await guardian.client.get('/account/me', html), 200).text, /href="\/account\/me\/guardian"/)
	status(await apply(guardian, p.no, p.positions[0]), 303)
	let page = await shown(guardian)
	assert.ok(page.Guarding.consent_at && page.Guarding.may)
	assert.deepEqual(page.Applications.map((a) => [a.no, a.state]), [[p.no, 'pending']])
	status(await say(guardian, 'perhaps'), 422)
	status(await guardian.client.post('/account/me/guardian', { answer: 'withdraw', csrf: null }), 403)
	status(await say(guardian, 'withdraw'), 303)
	status(await say(guardian, 'withdraw'), 409)
	assert.equal(applicationOf(p.no, child).state, 'withdrawn')
	page = await shown(guardian)
	assert.ok(!page.Guarding.consent_at && page.Guarding.withdrawn_at)
	assert.equal(stateOf(child), 'pending_guardian')
	const refused = status(await apply(guardian, p.no, p.positions[1]), 422)
	assert.match(refused.text, /监护人/)
	status(await say(guardian, 'yes'), 303)
	assert.equal(stateOf(child), 'active')
	status(await apply(guardian, p.no, p.positions[0]), 303)
	const word = (at) => sql('UPDATE guardian SET consent_at = ? WHERE person_id = ?', [at, personOf(child)])
	word(null)
	assert.match(status(await approve(clerk, p.no, child), 422).text, /监护人还没有同意，或者已经撤回同意/)
	assert.equal(applicationOf(p.no, child).state, 'pending')
	word('2026-01-01 08:00:00')
	status(await approve(clerk, p.no, child), 303)
	assert.deepEqual(sql(`SELECT action, proxy_id FROM audit WHERE target = 'person' AND target_id = ? AND action IN ('family.allow', 'family.refuse') ORDER BY id`, [personOf(child)]),
		[{ action: 'family.refuse', proxy_id: String(personOf(guardian)) }, { action: 'family.allow', proxy_id: String(personOf(guardian)) }])
	assert.equal(value(`SELECT COUNT(*) FROM message WHERE person_id = ? AND event = 'guardian_off' AND channel = 'inbox'`, [personOf(child)]), '1')
	assert.ok(Number(value(`SELECT COUNT(*) FROM message m JOIN staff s ON s.person_id = m.person_id
		WHERE m.event = 'guardian_off' AND m.target_id = (SELECT MAX(id) FROM guardian WHERE person_id = ?)`, [personOf(child)])) > 0, 'and the station')
})

test('a place that was offered is not taken without the guardian\'s word', async () => {
	const { guardian, uid, child } = await guarded()
	const p = await published(clerk, reviewer, { positions: [{ wanted: 1 }] })
	await act(guardian, uid)
	status(await apply(guardian, p.no, p.positions[0]), 303)
	sql(`UPDATE application SET state = 'offered', offered_until = NOW() + INTERVAL 1 DAY WHERE uid = UNHEX(?)`, [applicationOf(p.no, child).uid_hex])
	sql('UPDATE guardian SET consent_at = NULL WHERE person_id = ?', [personOf(child)])
	assert.match(status(await guardian.client.post(`/recruit/${p.no}/accept`, { position: p.positions[0].uid }), 422).text, /监护人还没有同意，或者已经撤回同意/)
	assert.equal(applicationOf(p.no, child).state, 'offered')
})

test('a place that a station asks the child to take is not taken without it either', async () => {
	const { guardian, uid, child } = await guarded()
	const no = await draft(clerk)
	sql(`INSERT INTO volunteer_ask (station_id, person_id, purpose, target_id, asked_by, asked_at)
		SELECT a.station_id, ?, 'roster', a.id, s.id, NOW() FROM activity a JOIN staff s ON s.login = 'liwei' WHERE a.no = ?`, [personOf(child), no])
	await act(guardian, uid)
	status(await say(guardian, 'withdraw'), 303)
	assert.match(status(await guardian.client.post(`/activity/${no}/join`), 303).location, /done=ask_guardian/)
	assert.equal(value('SELECT state FROM volunteer_ask WHERE person_id = ?', [personOf(child)]), 'open', 'the question stays')
	status(await say(guardian, 'yes'), 303)
	assert.match(status(await guardian.client.post(`/activity/${no}/join`), 303).location, /done=ask_accepted/)
})

test('the child looks and says nothing; a proxy and a grown-up have no such page', async () => {
	const v = await grown({ name: '李秀英' }), child = await young({ guardian_name: '李秀英', guardian_phone: v.form.phone })
	assert.equal((await shown(child)).Guarding.may, undefined)
	status(await say(child, 'yes'), 403)
	assert.equal(stateOf(child), 'pending_guardian')
	status(await v.client.getJson('/account/me/guardian'), 404)
	status(await new Client().getJson('/account/me/guardian'), 401)
	const couple = await pair(clerk)
	await act(couple.proxy, couple.uid)
	status(await couple.proxy.client.getJson('/account/me/guardian'), 403)
	status(await say(couple.proxy, 'withdraw'), 403)
})

test('after "not me" the station names another guardian, and the child goes on', async () => {
	const wrong = await grown({ name: '钱大有' }), right = await grown({ name: '赵国强' })
	const child = await young({ name: '赵小', guardian_name: '钱大有', guardian_phone: wrong.form.phone })
	const [claim] = (await family(wrong)).Children
	status(await wrong.client.post('/account/family/guard', { child: claim.uid, answer: 'no' }), 303)
	const page = status(await clerk.getJson(`/account/volunteers/${child.no}`), 200).page
	assert.equal(Number(page.Volunteer.minor), 1)
	for (const [field, bad] of [['guardian_name', ''], ['guardian_phone', '12'], ['guardian_relation', ''], ['reason', '']])
		assert.ok(status(await rename(child.no, named({ [field]: bad })), 422).page.Errors.some((e) => e.field === field), field)
	status(await rename(child.no, named({ guardian_phone: right.form.phone })), 303)
	assert.equal(stateOf(child), 'pending_guardian')
	assert.deepEqual(sql('SELECT name, end_reason, ended_at IS NOT NULL AS ended FROM guardian WHERE person_id = ? ORDER BY id', [personOf(child)]),
		[{ name: '钱大有', end_reason: '孩子填错了', ended: '1' }, { name: '赵国强', end_reason: null, ended: '0' }])
	assert.equal(value(`SELECT COUNT(*) FROM audit WHERE action = 'volunteer.guardian_new' AND target_id = ? AND actor_kind = 'staff'`, [personOf(child)]), '1')
	assert.equal((await family(right)).Children.length, 1)
	status(await right.client.post('/account/family/guard', { child: claim.uid, answer: 'yes' }), 303)
	assert.equal(stateOf(child), 'active')
})

test('another guardian puts the one before out at once; with their yes the child goes on without a break', async () => {
	const { guardian, uid, child } = await guarded()
	await act(guardian, uid)
	status(await rename(child.no, named({ guardian_agrees: '1' })), 303)
	assert.equal(stateOf(child), 'active')
	status(await guardian.client.getJson('/account/me'), 403)
	assert.equal(value('SELECT ended_by FROM proxy WHERE uid = UNHEX(?)', [uid]), 'staff')
	assert.equal(rightOf(child, guardian), uid)
	status(await rename(child.no, named({ guardian_name: '王大山' })), 303)
	assert.equal(stateOf(child), 'pending_guardian', 'without it the child waits')
	const adult = await grown()
	assert.match(status(await rename(adult.no, named()), 422).text, /已经满 18 岁/)
})

await end()
