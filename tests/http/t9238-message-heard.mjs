// What was seen: an order that was called off, taken back or sent to a team told nobody; a shift's applicants heard of no change; hours under
// notice were told again with each later batch; a voided project told twice; a reminder said 明天 on the day itself, and a changed activity had
// none; deadlines stood a day early; staff were led to the volunteers' page. What must be seen: who is concerned hears of it, once.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { assert, cleanup, end, newVolunteer, residentId, sql, staff, status, test, until, value } from './lib.mjs'
import { attend, draft, finish, newActivity, noticeOver, planForm, records, review } from './lib/activity.mjs'
import { again, without } from './lib/loop.mjs'
import { called, idOf, post, send, stateOf } from './lib/order.mjs'
import { bornYearsAgo } from './lib/person.mjs'
import { apply, dayFrom, published } from './lib/project.mjs'
import { openShift } from './lib/shift.mjs'
import { startSim } from '../sims/start.mjs'

const { VAR = 'var', BUILD = 'build' } = process.env
const [clerk, reviewer] = await Promise.all([staff('liwei'), staff('wangfang')])
const inbox = async (v) => status(await v.client.getJson('/account/messages'), 200).page.Messages ?? []
const told = async (v) => (await inbox(v)).map((m) => m.event)
const personOf = (v) => value('SELECT person_id FROM volunteer WHERE no = ?', [v.no])
const manager = value(`SELECT s.person_id FROM staff s JOIN staff_role r ON r.staff_id = s.id AND r.role = 'manager' AND r.station_id = 1
	WHERE s.person_id IS NOT NULL AND s.state = 'active' LIMIT 1`)

test('an order that is called off: who was asked, and who took it; a link that leads somewhere', async () => {
	const [a, b, c] = [await newVolunteer(), await newVolunteer(), await newVolunteer()], no = await called(clerk)
	status(await send(clerk, no, a, b), 303)
	status(await clerk.post(`/order/desk/${no}/decline`, { reason: '站里做不了' }), 303)
	assert.deepEqual([await told(a), await told(b)], [['order_off', 'order'], ['order_off', 'order']])
	status(await a.client.getJson((await inbox(a))[0].path), 200)
	const other = await called(clerk)
	status(await send(clerk, other, b, c), 303)
	status(await post(c, other, 'take'), 303)
	status(await clerk.post(`/order/desk/${other}/cancel`), 303)
	assert.deepEqual(await told(c), ['order_off', 'order'])
	assert.deepEqual((await told(b)).slice(0, 2), ['order_taken', 'order'], 'who did not get it is told once')
	status(await c.client.getJson((await inbox(c))[0].path), 200)
})

test('an order that the station takes back; who gives it back knows', async () => {
	const [a, b] = [await newVolunteer(), await newVolunteer()], [one, two] = [await called(clerk), await called(clerk)]
	status(await send(clerk, one, a), 303)
	status(await post(a, one, 'take'), 303)
	status(await clerk.post(`/order/desk/${one}/release`, { reason: '换人去' }), 303)
	assert.deepEqual(await told(a), ['order_released', 'order'])
	status(await send(clerk, two, b), 303)
	status(await post(b, two, 'take'), 303)
	status(await post(b, two, 'release', { reason: '去不了' }), 303)
	assert.deepEqual(await told(b), ['order'])
})

test('an order sent to a team is told to who leads it, and so is its end', async () => {
	const [lead, member] = [await newVolunteer(), await newVolunteer()]
	const uid = new URL(status(await clerk.post('/team/new', { name: `听单队 ${process.pid}`, kind: '1', approver_org: '胜利社区居民委员会', address: '胜利大街 18 号',
		categories: ['0001'], join_mode: '1', contact_name: '李伟', contact_phone: '0913-2100001' }), 303).location).pathname.split('/')[3]
	status(await reviewer.post(`/team/desk/${uid}/approve`), 303)
	for (const v of [lead, member]) status(await clerk.post(`/team/desk/${uid}/member`, { volunteer_no: v.no }), 303)
	sql("UPDATE team_member m JOIN team t ON t.id = m.team_id SET m.role = 'leader' WHERE t.uid = UNHEX(?) AND m.person_id = ?", [uid, personOf(lead)])
	const no = await called(clerk)
	status(await clerk.post(`/order/desk/${no}/send`, { team: uid }), 303)
	assert.deepEqual([await told(lead), await told(member)], [['order'], []])
	status(await lead.client.getJson((await inbox(lead))[0].path), 200)
	status(await clerk.post(`/order/desk/${no}/cancel`), 303)
	assert.equal(stateOf(no), 'cancelled')
	assert.deepEqual(await told(lead), ['order_off', 'order'])
})

test('who signed up for a shift hears of a change and of its end, though not yet on the roster', async () => {
	const s = await openShift(clerk, reviewer, { wanted: 1, mode: 'apply', day: 6 }), v = await newVolunteer()
	status(await v.client.post(`/recruit/shift/${s.no}/apply`), 303)
	const before = await told(v)
	const { title, category, ...rest } = planForm()
	status(await clerk.post(`/activity/manage/${s.no}/change`, { ...rest, day: dayFrom(6), begins: '14:00', ends: '16:00', place: '站内活动室' }), 303)
	assert.deepEqual(await told(v), ['changed', ...before])
	status(await clerk.post(`/activity/manage/${s.no}/cancel`, { reason: '下雨' }), 303)
	again('activity-close')
	await until(async () => (await told(v)).length === before.length + 2, 30_000)
	assert.equal((await told(v))[0], 'shift_cancelled')
})

test('a voided project is told once', async () => {
	const p = await published(clerk, reviewer, { positions: [{ wanted: 1 }] }), v = await newVolunteer()
	status(await apply(v, p.no, p.positions[0]), 303)
	status(await reviewer.post(`/project/${p.no}/void`, { reason: '计划有变，不办了' }), 303)
	assert.deepEqual((await inbox(v)).map((m) => [m.event, m.note]), [['cancelled', '计划有变，不办了']])
})

test('hours under notice are told with their own batch alone', async () => {
	const [v, w] = [await newVolunteer(), await newVolunteer()], a = await newActivity(clerk, { volunteers: [v, w] })
	for (const who of [v, w]) await attend(clerk, who, a)
	finish(a.no)
	const [one, two] = records(a.no).map((r) => r.no), count = async (who) => (await told(who)).filter((e) => e === 'hours_noticed').length
	status(await review(reviewer, [one]), 303)
	noticeOver(a.no)
	status(await review(reviewer, [two]), 303)
	assert.deepEqual([await count(v), await count(w)], [1, 1])
})

test('an activity that is put off is reminded of again', async () => {
	const v = await newVolunteer(), no = await draft(clerk, { day: dayFrom(3) })
	status(await clerk.post(`/activity/manage/${no}/roster`, { volunteer_no: v.no }), 303)
	status(await clerk.post(`/activity/manage/${no}/publish`, { screened: 1 }), 303)
	sql('UPDATE activity SET reminded = 2 WHERE no = ?', [no])
	const { title, category, ...rest } = planForm()
	status(await clerk.post(`/activity/manage/${no}/change`, { ...rest, day: dayFrom(4) }), 303)
	assert.equal(value('SELECT reminded FROM activity WHERE no = ?', [no]), '0')
	sql('UPDATE activity SET starts_at = NOW() + INTERVAL 1300 MINUTE, ends_at = NOW() + INTERVAL 1301 MINUTE WHERE no = ?', [no])
	again('activity-close')
	await until(async () => (await told(v)).includes('day_before'), 30_000)
})

test('the desk is led to the desk', async () => {
	const no = await called(clerk)
	sql("UPDATE service_order SET due_at = NOW() - INTERVAL 1 DAY, tell_after = NULL WHERE no = ?", [no])
	again('order-clock')
	const paths = () => sql("SELECT path FROM message WHERE event = 'supervise' AND about = 'order' AND target_id = ? AND person_id = ?", [idOf(no), manager])
	await until(() => paths().length, 30_000)
	assert.equal(paths()[0].path, `/order/desk/${no}`)
	status(await clerk.getJson(paths()[0].path), 200)
})

test('家人: who is asked hears of it, and of its end; who is refused learns nothing', async () => {
	const of = (years, name) => newVolunteer({ name, id_no: residentId({ birth: bornYearsAgo(years) }) })
	const [elder, proxy] = [await of(75, '王桂兰'), await of(40, '王小梅')]
	const ask = () => proxy.client.post('/account/family/ask', { name: elder.form.name, phone: elder.form.phone, relation: '女儿' })
	const uid = () => value('SELECT LOWER(HEX(uid)) FROM proxy WHERE person_id = ? AND proxy_person_id = ? ORDER BY id DESC LIMIT 1', [personOf(elder), personOf(proxy)])
	status(await ask(), 303)
	assert.deepEqual([await told(elder), await told(proxy)], [['family_asked'], []])
	status(await elder.client.post(`/account/family/${uid()}/end`), 303)
	assert.deepEqual(await told(proxy), [])
	status(await ask(), 303)
	status(await elder.client.post(`/account/family/${uid()}/agree`), 303)
	status(await elder.client.post(`/account/family/${uid()}/end`), 303)
	assert.deepEqual([(await told(elder))[0], await told(proxy)], ['family_asked', ['family_ended']])
})

test('what an SMS says: the real distance of a day, and a deadline that ends with its day', async () => {
	const sms = await startSim('sms'), v = await newVolunteer()
	cleanup(() => sms.stop())
	await without('message-post')
	writeFileSync(`${VAR}/t9238-sms`, 'demo-sms-key\n')
	const day = (n) => value('SELECT DATE(NOW() + INTERVAL ? DAY)', [n])
	let serial = 0
	const add = (event, at, by) => sql(`INSERT INTO message (client_msg_id, person_id, event, target_id, channel, name, happens_at, until_at, state, next_at, created_at)
		SELECT UNHEX(MD5(RAND())), person_id, ?, ?, 'sms', '送餐', ?, ?, 'waiting', NOW(), NOW() FROM volunteer WHERE no = ?`, [event, ++serial, at, by, v.no])
	add('day_before', `${day(0)} 23:58:00`, null)
	add('day_before', `${day(1)} 09:00:00`, null)
	add('supervise', null, `${day(5)} 23:59:59`)
	add('qualified_ends', null, `${day(5)} 23:59:59`)
	execFileSync(`${BUILD}/bin/message-post`, ['once'], { env: { ...process.env, ZYZ_CONF: `${VAR}/conf`, ZYZ_SMS_URL: `${sms.url}/json`,
		ZYZ_SMS_KEY_FILE: `${VAR}/t9238-sms`, ZYZ_QUIET_FROM: '0', ZYZ_QUIET_UNTIL: '0' }, stdio: ['ignore', 'pipe', 'pipe'] })
	const said = (await sms.control('sent')).filter((m) => m.to === v.form.phone).map((m) => m.text), on = `${Number(day(5).slice(5, 7))}月${Number(day(5).slice(8))}日 24:00`
	assert.match(said[0], /今天的活动别忘了：送餐/)
	assert.match(said[1], /明天的活动别忘了：送餐/)
	assert.ok(said[2].includes(`请在${on}前回复`), said[2])
	assert.ok(said[3].includes(`有效期到${on}`) && !said[3].includes('前回复'), said[3])
})

test('a deadline of a day is the whole day', async () => {
	const v = await newVolunteer()
	sql(`INSERT INTO qualification (person_id, name, granted_on, valid_until) VALUES (?, '急救', CURDATE(), CURDATE() + INTERVAL 10 DAY)`, [personOf(v)])
	again('activity-close')
	await until(async () => (await told(v)).includes('qualified_ends'), 30_000)
	assert.match((await inbox(v))[0].until_at, / 23:59:59$/)
})

await end()
