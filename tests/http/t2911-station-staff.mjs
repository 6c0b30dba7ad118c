// Accounts of staff in the browser: made, given roles with days, reset, linked to a person, ended and taken back; a reviewer
// lent to a station that has one member of staff.
import { randomUUID } from 'node:crypto'
import {
	Client, DEMO_PASSWORD, STAFF_PASSWORD, assert, end, guardGet, guardPost, newOverseer, newStaff, newVolunteer, personForm, residentId,
	sql, staff, status, test, value,
} from './lib.mjs'
import { dayFrom, today } from './lib/activity.mjs'

const manager = await staff('zhangmin')
const neighbour = await staff('liuyang')
const overseer = await staff('madan')
const refOf = (login) => value('SELECT LOWER(HEX(uid)) FROM staff WHERE login = ?', [login])
const idOf = (login) => value('SELECT id FROM staff WHERE login = ?', [login])
const at = (ref) => `/station/staff/${ref}`
const show = async (who, ref) => status(await who.getJson(at(ref)), 200).page
const act = (who, ref, verb, form = {}) => who.submit(at(ref), form, { to: `${at(ref)}/${verb}` })
const audited = (action, id) => Number(value('SELECT COUNT(*) FROM audit WHERE action = ? AND target_id = ?', [action, id]))
const login = () => `t_${randomUUID().slice(0, 8)}`
const wrong = (r, field) => assert.deepEqual(status(r, 422).page.Errors.map((e) => e.field ?? null), [field])

test('the list shows the station its accounts, and the overseer those of the region with who made them', async () => {
	const made = await newStaff()
	const own = status(await manager.getJson('/station/staff'), 200).page.Accounts
	assert.equal(own[0].login, made.login)
	assert.equal(own[0].made_by, '张敏')
	assert.ok(!own.some((a) => a.login === 'sunli'))
	const region = status(await overseer.getJson('/station/staff'), 200).page.Accounts
	assert.deepEqual([region[0].login, region[0].made_by, region[0].station_no], [made.login, '张敏', 1])
	assert.ok(region.some((a) => a.login === 'sunli'))
	assert.ok(!status(await overseer.getJson(`/station/staff?from=${dayFrom(1)}`), 200).page.Accounts)
	const far = await staff('gaofeng')
	assert.ok(status(await far.getJson('/station/staff'), 200).page.Accounts.some((a) => a.login === made.login))
	status(await manager.get('/station/staff'), 200)
	status(await overseer.get('/station/staff'), 200)
})

test('an account is somebody: by a document that fits, and nobody has two', async () => {
	const p = personForm()
	const add = (fields) => manager.submit('/station/staff/new', { login: login(), name: p.name, id_type: '01', id_no: p.id_no, role: 'clerk', ...fields })
	wrong(await add({ id_no: '610502199001011234' }), 'id_no')
	wrong(await add({ id_no: '' }), 'id_no')
	wrong(await add({ id_type: '77' }), 'id_type')
	wrong(await add({ until_on: dayFrom(-1) }), 'until_on')
	wrong(await add({ from_on: dayFrom(3), until_on: dayFrom(2) }), 'until_on')
	status(await add({}), 200)
	wrong(await add({}), 'id_no')
	// Known as a volunteer by another name.
	const v = await newVolunteer({ name: '安小鱼' })
	wrong(await add({ id_no: v.form.id_no, name: '安大鱼' }), 'id_no')
	const same = status(await add({ id_no: v.form.id_no.toLowerCase(), name: '安小鱼' }), 200)
	assert.equal(value('SELECT person_id FROM staff WHERE login = ?', [same.page.Code.login]), value('SELECT person_id FROM volunteer WHERE no = ?', [v.no]))
	const passport = status(await add({ id_type: '05', id_no: `e${Date.now()}`, name: 'Ann Lee' }), 200)
	assert.equal(value('SELECT p.id_type FROM staff f JOIN person p ON p.id = f.person_id WHERE f.login = ?', [passport.page.Code.login]), '05')
	assert.ok(!same.text.includes(v.form.id_no))
})

test('a member of staff registers as a volunteer later, and is one person', async () => {
	const made = await newStaff()
	const c = new Client()
	await c.wechatUser(`oZYZ_${randomUUID().replaceAll('-', '')}`)
	// Name and number anybody can type: a colleague looks at the document.
	status(await c.post('/account/register', made.person), 422)
	const clerk = await staff('liwei')
	status(await clerk.post('/account/volunteers/new', { ...made.person, name: '别人', paper: '1' }), 422)
	status(await clerk.post('/account/volunteers/new', { ...made.person, paper: '1' }), 303)
	assert.equal(value('SELECT COUNT(*) FROM volunteer v JOIN staff f ON f.person_id = v.person_id WHERE f.id = ?', [made.id]), '1')
	assert.equal(value('SELECT phone_index IS NOT NULL FROM person p JOIN staff f ON f.person_id = p.id WHERE f.id = ?', [made.id]), '1')
})

test('an account of before is linked by its manager, once', async () => {
	const name = login()
	sql(`INSERT INTO staff (login, name, password_hash, password_changed_at, home_station_id)
		SELECT ?, '周老师', password_hash, NOW(), home_station_id FROM staff WHERE login = 'liwei'`, [name])
	sql(`INSERT INTO staff_role (staff_id, role, station_id) SELECT id, 'clerk', home_station_id FROM staff WHERE login = ?`, [name])
	const ref = refOf(name)
	assert.equal((await show(manager, ref)).Account.linked, 0)
	await neighbour.getJson('/station/')
	status(await neighbour.post(`${at(ref)}/person`, { id_type: '01', id_no: residentId() }), 404)
	wrong(await act(manager, ref, 'person', { id_type: '01', id_no: '1' }), 'id_no')
	status(await act(manager, ref, 'person', { id_type: '01', id_no: residentId({ birth: '1961-03-04' }) }), 303)
	assert.equal((await show(manager, ref)).Account.linked, 1)
	status(await manager.post(`${at(ref)}/person`, { id_type: '01', id_no: residentId({ birth: '1961-03-05' }) }), 409)
	assert.equal(audited('staff.link', idOf(name)), 1)
})

test('several roles, each for some days', async () => {
	const made = await newStaff()
	wrong(await act(manager, made.ref, 'role', { role: 'overseer' }), 'role')
	wrong(await act(manager, made.ref, 'role', { role: 'reviewer', until_on: dayFrom(-1) }), 'until_on')
	status(await act(manager, made.ref, 'role', { role: 'reviewer', from_on: dayFrom(2), until_on: dayFrom(9) }), 303)
	let { Roles } = await show(manager, made.ref)
	assert.deepEqual(Roles.map((r) => [r.role, r.rests]), [['clerk', 0], ['reviewer', 1]])
	// Not yet: it asks for no second factor and opens nothing.
	status(await made.client.getJson('/needs/ledger'), 200)
	status(await made.client.post('/activity/manage/review', { record: 'R1' }), 403)
	status(await act(manager, made.ref, 'role', { role: 'reviewer', from_on: today(), until_on: today() }), 303)
	assert.equal((await show(manager, made.ref)).Roles.length, 2)
	status(await made.client.getJson('/needs/ledger'), 403)
	sql("UPDATE staff_role SET until_on = CURDATE() - INTERVAL 1 DAY, from_on = NULL WHERE staff_id = ? AND role = 'reviewer'", [made.id])
	const again = new Client()
	await again.signInStaff(made.login, STAFF_PASSWORD)
	status(await again.getJson('/needs/ledger'), 200)
	status(await act(manager, made.ref, 'role-end', { role: 'clerk' }), 303)
	status(await again.getJson('/needs/ledger'), 403)
	status(await manager.post(`${at(made.ref)}/role-end`, { role: 'clerk' }), 409)
	assert.ok(audited('staff.role', made.id) >= 3)
})

test('an account ends at once, and its old sessions do not come back with it', async () => {
	const made = await newStaff()
	status(await made.client.getJson('/account/desk'), 200)
	status(await act(manager, made.ref, 'disable'), 303)
	status(await made.client.getJson('/account/desk'), 401)
	status(await new Client().submit('/account/sign-in', { login: made.login, password: STAFF_PASSWORD }), 422)
	status(await manager.post(`${at(made.ref)}/disable`), 409)
	status(await manager.post(`${at(made.ref)}/code`, { kind: 'password' }), 409)
	status(await act(manager, made.ref, 'enable'), 303)
	status(await made.client.getJson('/account/desk'), 401)
	await new Client().signInStaff(made.login, STAFF_PASSWORD)
	assert.deepEqual([audited('staff.disable', made.id), audited('staff.enable', made.id)], [1, 1])
})

test('sessions are seen and ended, one or all', async () => {
	const made = await newStaff()
	const other = new Client({ ua: 'Mozilla/5.0 (Windows NT 10.0)' })
	await other.signInStaff(made.login, STAFF_PASSWORD)
	const { Sessions } = await show(manager, made.ref)
	assert.deepEqual(Sessions.map((s) => s.device), ['windows', 'linux'])
	status(await act(manager, made.ref, 'sessions', { session: Sessions[0].ref }), 303)
	status(await other.getJson('/account/desk'), 401)
	status(await made.client.getJson('/account/desk'), 200)
	status(await manager.post(`${at(made.ref)}/sessions`, { session: Sessions[0].ref }), 404)
	status(await act(manager, made.ref, 'sessions', { session: 'all' }), 303)
	status(await made.client.getJson('/account/desk'), 401)
})

test("one's own sessions are listed and ended under my account", async () => {
	const made = await newStaff()
	const [other, third] = [new Client(), new Client()]
	await other.signInStaff(made.login, STAFF_PASSWORD)
	await third.signInStaff(made.login, STAFF_PASSWORD)
	const { Sessions, Mine } = status(await made.client.getJson('/account/mine'), 200).page
	assert.equal(Mine.linked, 1)
	assert.deepEqual(Sessions.map((s) => s.here), [0, 0, 1])
	status(await made.client.post('/account/mine/sessions', { session: Sessions[0].ref }), 303)
	status(await third.getJson('/account/desk'), 401)
	status(await made.client.post('/account/mine/sessions', { session: 'others' }), 303)
	status(await other.getJson('/account/desk'), 401)
	status(await made.client.getJson('/account/desk'), 200)
	// Somebody else's is not there.
	const foreign = value('SELECT LOWER(LEFT(HEX(token_hash), 16)) FROM session WHERE staff_id = ? AND revoked_at IS NULL LIMIT 1', [idOf('zhangmin')])
	status(await made.client.post('/account/mine/sessions', { session: foreign }), 404)
	status(await made.client.post('/account/mine/sessions', { session: '' }), 422)
	status(await made.client.post('/account/mine/sessions', { session: 'others', csrf: null }), 403)
	status(await made.client.get('/account/mine'), 200)
})

test('nobody does any of it to themselves', async () => {
	const ref = refOf('zhangmin')
	for (const [verb, form] of [['role', { role: 'reviewer' }], ['role-end', { role: 'manager' }], ['disable', {}], ['code', { kind: 'password' }],
		['person', { id_type: '01', id_no: residentId() }], ['sessions', { session: 'all' }]])
		status(await act(manager, ref, verb, form), 403)
	assert.ok(!(await show(manager, ref)).Can)
})

test('a lone manager gets a second person from the neighbours, for some days', async () => {
	const made = await newStaff({ role: 'reviewer', manager: 'liuyang' })
	wrong(await act(overseer, made.ref, 'lend', { station: 1, role: 'manager', until_on: dayFrom(5) }), 'role')
	wrong(await act(overseer, made.ref, 'lend', { station: 1, role: 'reviewer' }), 'until_on')
	wrong(await act(overseer, made.ref, 'lend', { station: 999, role: 'reviewer', until_on: dayFrom(5) }), 'station')
	status(await act(overseer, made.ref, 'lend', { station: 1, role: 'reviewer', from_on: today(), until_on: dayFrom(5) }), 303)
	const here = status(await manager.getJson('/station/'), 200).page.Staff.find((f) => f.login === made.login)
	assert.match(here.lent_by, /育红/)
	assert.equal(here.until_on, dayFrom(5))
	assert.ok((await show(neighbour, made.ref)).Roles.some((r) => r.station_no === 1))
	// It is in the trail of both, and the borrower does not manage the account.
	for (const who of [manager, neighbour])
		assert.ok(status(await who.getJson('/station/audit?actor=staff'), 200).page.Rows.some((r) => /^staff\.(lend|role)$/.test(r.action)))
	status(await manager.getJson(at(made.ref)), 404)
	status(await manager.post(`${at(made.ref)}/code`, { kind: 'password' }), 404)
	await made.client.getJson('/account/station')
	status(await made.client.post('/account/station', { station: 1 }), 303)
	status(await made.client.getJson('/activity/manage/review'), 200)
	status(await act(overseer, made.ref, 'lend-end', { station: 1, role: 'reviewer' }), 303)
	status(await made.client.getJson('/activity/manage/review'), 403)
	status(await overseer.post(`${at(made.ref)}/lend-end`, { station: 1, role: 'reviewer' }), 409)
	assert.ok(!status(await manager.getJson('/station/'), 200).page.Staff.some((f) => f.login === made.login))
})

test('an overseer neither gives roles nor ends accounts, and a manager lends nobody', async () => {
	const made = await newStaff()
	for (const [verb, form] of [['role', { role: 'reviewer' }], ['role-end', { role: 'clerk' }], ['disable', {}], ['enable', {}]])
		status(await act(overseer, made.ref, verb, form), 403)
	status(await act(manager, made.ref, 'lend', { station: 2, role: 'reviewer', until_on: dayFrom(5) }), 403)
	status(await act(manager, made.ref, 'lend-end', { station: 2, role: 'reviewer' }), 403)
	status(await act(manager, made.ref, 'code', { kind: 'x' }), 422)
	status(await manager.getJson(at('f'.repeat(32))), 404)
	status(await manager.getJson(at('xyz')), 404)
})

test('an overseer of another region sees none of them', async () => {
	const made = await newStaff()
	const far = await newOverseer('150102')
	assert.ok(!status(await far.getJson('/station/staff'), 200).page.Accounts)
	status(await far.getJson(at(made.ref)), 404)
	status(await far.post(`${at(made.ref)}/code`, { kind: 'password' }), 404)
})

guardGet('/station/staff', { wrong: 'wangfang' })
guardGet('/station/staff/{}', { wrong: 'wangfang', of: async () => refOf('liwei'), elsewhere: 'liuyang' })
for (const [verb, form] of [['role', { role: 'clerk' }], ['role-end', { role: 'clerk' }], ['disable', {}], ['enable', {}],
	['code', { kind: 'password' }], ['person', { id_type: '01', id_no: residentId() }], ['sessions', { session: 'all' }]])
	guardPost(`/station/staff/{}/${verb}`, { right: 'zhangmin', wrong: 'wangfang', form, of: async () => refOf('chenjie'), elsewhere: 'liuyang' })
for (const verb of ['lend', 'lend-end'])
	guardPost(`/station/staff/{}/${verb}`, { right: 'madan', wrong: 'wangfang', form: { station: 2, role: 'reviewer', until_on: dayFrom(3) },
		of: async () => refOf('chenjie') })
await end()
