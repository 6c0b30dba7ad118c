// Staff sign in by password, choose a station, change the password, and leave.
import { randomUUID } from 'node:crypto'
import { Client, assert, codeOf, end, sql, status, test, value } from './lib.mjs'

const PASSWORD = 'zhiyuan-2026'
const html = { headers: { Accept: 'text/html' } }

/** An account of this test alone, with the demo password. Returns its login. */
function newStaff(roles) {
	const login = `t_${randomUUID().slice(0, 8)}`
	sql(`INSERT INTO staff (login, name, password_hash, password_changed_at)
		SELECT ?, '测试员', password_hash, NOW() FROM staff WHERE login = 'liwei'`, [login])
	for (const [role, station] of roles)
		sql(`INSERT INTO staff_role (staff_id, role, station_id)
			SELECT f.id, ?, s.id FROM staff f JOIN station s ON s.no = ? WHERE f.login = ?`, [role, station, login])
	return login
}

test('the sign-in page is there for everybody, as a page and as data', async () => {
	const r = status(await new Client().get('/account/sign-in?to=/needs/ledger'), 200)
	assert.match(r.text, /name="password"[^>]*autocomplete="current-password"/)
	assert.match(r.text, /name="to" value="\/needs\/ledger"/)
	const data = await new Client().getJson('/account/sign-in')
	assert.match(data.page.Key, /^[0-9a-f]{64}$/)
})

test('the right password opens the desk, with a cookie that scripts cannot read', async () => {
	const staff = new Client()
	const r = await staff.submit('/account/sign-in', { login: 'liwei', password: PASSWORD })
	assert.equal(status(r, 303).location, new URL('/account/desk', r.url).href)
	const cookie = staff.jar.get('zyz')
	assert.ok('httponly' in cookie.attributes)
	assert.equal(cookie.attributes.samesite, 'Lax')
	const desk = await staff.follow(r)
	assert.equal(desk.page.Who.name, '李伟')
	assert.equal(desk.page.Who.kind, 'staff')
	assert.match(status(await staff.get('/account/desk'), 200).text, /李伟，您好/)
})

test('the login may be typed in capitals, and one goes where one wanted', async () => {
	const r = await new Client().submit('/account/sign-in', { login: ' LiWei ', password: PASSWORD, to: '/account/volunteers' })
	assert.equal(new URL(status(r, 303).location).pathname, '/account/volunteers')
})

test('a way out of the site is not taken', async () => {
	for (const to of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)', '/x y']) {
		const r = await new Client().submit('/account/sign-in', { login: 'liwei', password: PASSWORD, to })
		assert.equal(new URL(status(r, 303).location).pathname, '/account/desk', to)
	}
})

test('a wrong password and an unknown login read the same', async () => {
	const login = newStaff([['clerk', 1]])
	const wrong = await new Client().submit('/account/sign-in', { login, password: 'no' })
	const unknown = await new Client().submit('/account/sign-in', { login: `x_${randomUUID().slice(0, 8)}`, password: 'no' })
	assert.deepEqual(status(wrong, 422).page.Errors, status(unknown, 422).page.Errors)
	assert.equal(wrong.page.Errors[0].field, 'password')
	assert.equal(wrong.page.Form.login, login)
	assert.equal(wrong.page.Form.password, undefined)
	assert.ok(!wrong.headers['set-cookie']?.some((line) => line.startsWith('zyz=')))
})

test('after five wrong passwords that account rests for this address, known or not', async () => {
	const known = newStaff([['clerk', 1]])
	for (const login of [known, `x_${randomUUID().slice(0, 8)}`]) {
		const texts = []
		for (let i = 0; i < 6; i++)
			texts.push(status(await new Client().submit('/account/sign-in', { login, password: `no${i}` }), 422).page.Errors[0].text)
		assert.equal(new Set(texts.slice(0, 4)).size, 1, login)
		assert.match(texts[4], /10 分钟/)
		assert.match(texts[5], /10 分钟/)
	}
	assert.equal(value('SELECT failed FROM staff WHERE login = ?', [known]), '5')
	assert.ok(Number(value(`SELECT COUNT(*) FROM audit a JOIN staff f ON f.id = a.target_id
		WHERE a.action = 'staff.sign_in_failed' AND f.login = ?`, [known])) >= 5)
})

test('a form without its key, or with a made-up one, signs nobody in', async () => {
	const staff = new Client()
	const form = { login: 'liwei', password: PASSWORD }
	status(await staff.post('/account/sign-in', form), 403)
	status(await staff.post('/account/sign-in', { ...form, key: '0'.repeat(64) }), 403)
	status(await staff.getJson('/account/desk'), 401)
})

test('what is not asked for is refused, and an empty form says what is missing', async () => {
	const extra = await new Client().submit('/account/sign-in', { login: 'liwei', password: PASSWORD, role: 'manager' })
	status(extra, 422)
	const empty = status(await new Client().submit('/account/sign-in', {}), 422).page
	assert.deepEqual(empty.Errors.map((e) => e.field), ['login', 'password'])
	const page = status(await new Client().submit('/account/sign-in', {}, html), 422)
	assert.match(page.text, /<title>错误：/)
})

test('disabled staff do not come in, and a session of theirs ends at once', async () => {
	const login = newStaff([['clerk', 1]])
	const staff = new Client()
	await staff.signInStaff(login, PASSWORD)
	sql("UPDATE staff SET state = 'disabled' WHERE login = ?", [login])
	status(await staff.getJson('/account/desk'), 401)
	status(await new Client().submit('/account/sign-in', { login, password: PASSWORD }), 422)
})

test('signing in again gives another token and ends the old session', async () => {
	const staff = new Client()
	await staff.signInStaff('liwei', PASSWORD)
	const first = staff.jar.get('zyz').value
	await staff.signInStaff('liwei', PASSWORD)
	assert.notEqual(staff.jar.get('zyz').value, first)
	const old = new Client()
	old.jar.set(old.base, 'zyz', first)
	status(await old.getJson('/account/desk'), 401)
})

test('signing out needs the token and ends the session on our side', async () => {
	const staff = new Client()
	await staff.signInStaff('liwei', PASSWORD)
	status(await staff.post('/account/sign-out', { csrf: '0'.repeat(32) }), 403)
	status(await staff.getJson('/account/desk'), 200)
	const token = staff.jar.get('zyz').value
	status(await staff.post('/account/sign-out'), 303)
	staff.jar.set(staff.base, 'zyz', token)
	status(await staff.getJson('/account/desk'), 401)
	status(await new Client().post('/account/sign-out', {}), 403)
})

test('who works at two stations chooses, and may change over', async () => {
	const login = newStaff([['clerk', 1], ['clerk', 2]])
	const staff = new Client()
	const r = await staff.submit('/account/sign-in', { login, password: PASSWORD, to: '/account/volunteers' })
	assert.match(status(r, 303).location, /\/account\/station\?to=/)
	const choice = await staff.follow(r)
	assert.deepEqual(choice.page.Stations.map((s) => [s.no, s.Roles]), [[1, ['clerk']], [2, ['clerk']]])
	assert.match((await staff.get('/account/station')).text, /经办人/)
	status(await staff.getJson('/account/volunteers'), 403)
	assert.match(status(await staff.get('/account/volunteers'), 303).location, /\/account\/station\?to=%2Faccount%2Fvolunteers$/)
	const taken = await staff.post('/account/station', { station: 2, to: '/account/volunteers' })
	assert.equal(new URL(status(taken, 303).location).pathname, '/account/volunteers')
	const page = status(await staff.follow(taken), 200).page
	assert.ok(page.Who.Role.clerk)
	assert.match(page.Who.station, /./)
	status(await staff.post('/account/station', { station: 1 }), 303)
	assert.ok(status(await staff.getJson('/account/desk'), 200).page.Who.Role.clerk)
})

test('a station without a role of mine is not there for me', async () => {
	const staff = new Client()
	await staff.signInStaff('liwei', PASSWORD)
	status(await staff.post('/account/station', { station: 2 }), 404)
	status(await staff.post('/account/station', { station: 'x' }), 422)
	status(await staff.post('/account/station', { station: 1, csrf: null }), 403)
	status(await new Client().getJson('/account/station'), 401)
})

test('an overseer begins at the overview', async () => {
	const c = new Client()
	await c.signInStaff('madan', PASSWORD)
	const again = new Client()
	const r = status(await again.submit('/account/sign-in', { login: 'madan', password: PASSWORD }), 303)
	await again.getJson(r.location)
	const in_ = status(await again.post('/account/code', { code: codeOf('madan') }), 303)
	assert.equal(new URL(in_.location).pathname, '/station/overview')
})

test('a first visit leads to a new password, which ends other sessions', async () => {
	const login = newStaff([['clerk', 1]])
	const [here, there] = [new Client(), new Client()]
	await there.signInStaff(login, PASSWORD)
	sql('UPDATE staff SET password_changed_at = NULL WHERE login = ?', [login])
	const r = await here.submit('/account/sign-in', { login, password: PASSWORD })
	assert.match(status(r, 303).location, /\/account\/password\?done=first$/)
	assert.match((await here.get(r.location)).text, /别人也知道/)
	await here.follow(r)
	const change = (fields) => here.post('/account/password', {
		password: PASSWORD, password_new: '春天的花开了好多朵朵', password_again: '春天的花开了好多朵朵', ...fields })
	for (const [fields, field] of [[{ password: 'no' }, 'password'], [{ password_again: '不一样的话语' }, 'password_again'],
		[{ password_new: '短', password_again: '短' }, 'password_new'],
		[{ password_new: PASSWORD, password_again: PASSWORD }, 'password_new']])
		assert.equal(status(await change(fields), 422).page.Errors[0].field, field)
	status(await change({}), 303)
	status(await here.getJson('/account/desk'), 200)
	status(await there.getJson('/account/desk'), 401)
	status(await new Client().submit('/account/sign-in', { login, password: PASSWORD }), 422)
	status(await new Client().submit('/account/sign-in', { login, password: '春天的花开了好多朵朵' }), 303)
})

test('wrong methods and unknown addresses', async () => {
	status(await new Client().getJson('/account/sign-out'), 405)
	status(await new Client().getJson('/account/nowhere'), 404)
})

await end()
