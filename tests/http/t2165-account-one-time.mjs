// One-time codes: the first password of a new member of staff, and another one for somebody who forgot it.
import { Client, STAFF_PASSWORD, assert, end, newStaff, personForm, sql, staff, status, test, useCode, value } from './lib.mjs'
import { randomUUID } from 'node:crypto'

const boss = await staff('zhangmin')
const login = () => `t_${randomUUID().slice(0, 8)}`
const person = () => personForm()

/** An account that nobody has opened yet. */
async function fresh(role = 'clerk', name = login()) {
	const p = person()
	const r = status(await boss.submit('/station/staff/new',
		{ login: name, name: p.name, id_type: '01', id_no: p.id_no, role }), 200)
	return { ...r.page.Code, answer: r }
}
const use = (fields) => new Client().submit('/account/one-time',
	{ password_new: STAFF_PASSWORD, password_again: STAFF_PASSWORD, ...fields })
const give = (ref, kind = 'password') => boss.submit(`/station/staff/${ref}`, { kind }, { to: `/station/staff/${ref}/code` })

test('a new member sets the first password, which the manager never sees, and is in', async () => {
	const made = await fresh()
	assert.match(made.code, /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
	assert.equal(made.answer.headers['cache-control'], 'no-store')
	assert.equal(value('SELECT password_hash FROM staff WHERE login = ?', [made.login]), '!')
	// Nothing else works before.
	for (const password of ['', '!', made.code, STAFF_PASSWORD])
		status(await new Client().submit('/account/sign-in', { login: made.login, password }), 422)
	const r = status(await use({ login: made.login, code: made.code }), 303)
	assert.equal(new URL(r.location).pathname, '/account/desk')
	const c = new Client()
	await c.signInStaff(made.login, STAFF_PASSWORD)
	status(await c.getJson('/needs/ledger'), 200)
	assert.equal(value('SELECT COUNT(*) FROM staff_code WHERE used_at IS NOT NULL AND staff_id = (SELECT id FROM staff WHERE login = ?)',
		[made.login]), '1')
})

test('a reviewer goes on from there to the second factor', async () => {
	const made = await fresh('reviewer')
	assert.match(status(await use({ login: made.login, code: made.code }), 303).location, /\/account\/second/)
	const c = new Client()
	const again = status(await c.submit('/account/sign-in', { login: made.login, password: STAFF_PASSWORD }), 303)
	assert.match(again.location, /\/account\/second/)
	await c.getJson('/account/second')
	status(await c.getJson('/needs/ledger'), 403)
})

test('a code is good once, for its account, until a newer one, for 72 hours', async () => {
	const [one, two] = [await fresh(), await fresh()]
	const wrong = (r) => assert.equal(status(r, 422).page.Errors[0].field, 'code')
	wrong(await use({ login: two.login, code: one.code }))
	wrong(await use({ login: 'nobody_there', code: one.code }))
	wrong(await use({ login: one.login, code: 'AAAA-BBBB-CCCC' }))
	wrong(await use({ login: one.login, code: '密码' }))
	status(await use({ login: one.login.toUpperCase(), code: one.code.toLowerCase().replaceAll('-', '') }), 303)
	wrong(await use({ login: one.login, code: one.code }))
	const newer = status(await give(two.ref), 200).page.Code.code
	wrong(await use({ login: two.login, code: two.code }))
	sql('UPDATE staff_code SET expires_at = NOW() - INTERVAL 1 SECOND WHERE staff_id = (SELECT id FROM staff WHERE login = ?)', [two.login])
	wrong(await use({ login: two.login, code: newer }))
	assert.equal(value(`SELECT TIMESTAMPDIFF(HOUR, made_at, expires_at) FROM staff_code WHERE staff_id =
		(SELECT id FROM staff WHERE login = ?)`, [one.login]), '72')
})

test('a forgotten password: a code from the manager, and all sessions end', async () => {
	const made = await newStaff()
	const code = status(await give(made.ref), 200).page.Code.code
	status(await made.client.getJson('/account/desk'), 200)
	await useCode(made.login, code, '秋天的叶子落了满地都是')
	status(await made.client.getJson('/account/desk'), 401)
	status(await new Client().submit('/account/sign-in', { login: made.login, password: STAFF_PASSWORD }), 422)
})

test('nobody gives both kinds of code for one account within a week', async () => {
	const made = await newStaff({ role: 'reviewer' })
	const r = status(await give(made.ref, 'second'), 422)
	assert.equal(r.page.Errors[0].field, 'kind')
	const overseer = await staff('madan')
	status(await overseer.submit(`/station/staff/${made.ref}`, { kind: 'second' }, { to: `/station/staff/${made.ref}/code` }), 200)
	status(await give(made.ref), 200)
	sql(`UPDATE staff_code SET made_at = made_at - INTERVAL 8 DAY WHERE staff_id = ?`, [made.id])
	status(await give(made.ref, 'second'), 200)
})

test('a password that everybody guesses first is not taken', async () => {
	const made = await fresh()
	for (const password of ['1234567890', 'aaaaaaaaaa', 'password123', 'Qwertyuiop!!', `${made.login}2026`, '13909130001'])
		assert.deepEqual(status(await use({ login: made.login, code: made.code, password_new: password, password_again: password }), 422)
			.page.Errors.map((e) => e.field), ['password_new'], password)
	assert.equal(status(await use({ login: made.login, code: made.code, password_again: '别的话别的话别的话' }), 422).page.Errors[0].field,
		'password_again')
	status(await use({ login: made.login, code: made.code }), 303)
})

test('the form wants its key, says what is missing, and keeps no secret', async () => {
	const c = new Client()
	status(await c.post('/account/one-time', { login: 'x', code: 'x', password_new: STAFF_PASSWORD, password_again: STAFF_PASSWORD }), 403)
	const empty = status(await c.submit('/account/one-time', {}), 422)
	assert.deepEqual(empty.page.Errors.map((e) => e.field), ['login', 'code', 'password_new', 'password_again'])
	const typed = status(await c.submit('/account/one-time', { login: 'x', code: 'SECRET', password_new: STAFF_PASSWORD, password_again: 'no' }), 422)
	assert.ok(!typed.text.includes('SECRET') && !typed.text.includes(STAFF_PASSWORD))
	status(await c.get('/account/one-time'), 200)
	assert.match((await c.get('/account/sign-in')).text, /\/account\/one-time/)
})

test('a disabled account is opened by no code', async () => {
	const made = await fresh()
	sql("UPDATE staff SET state = 'disabled' WHERE login = ?", [made.login])
	status(await use({ login: made.login, code: made.code }), 422)
})

await end()
