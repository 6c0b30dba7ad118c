// The second factor: who needs one sets it up before anything else, shows it at each sign-in, and gets along without the phone.
import {
	Client, DEMO_PASSWORD, DEMO_SECRET, STAFF_PASSWORD, assert, codeOf, end, enrol, keepSecret, newStaff, sql, staff,
	status, test, totp, value,
} from './lib.mjs'

const stepOf = (login) => value('SELECT totp_step FROM staff WHERE login = ?', [login])

/** As far as the second page. */
async function half(login, password, options) {
	const c = new Client(options)
	const r = status(await c.submit('/account/sign-in', { login, password, to: '/needs/ledger' }), 303)
	assert.match(r.location, /\/account\/code\?to=%2Fneeds%2Fledger$/)
	await c.getJson(r.location)
	return c
}
const show = (c, code, more) => c.post('/account/code', { code, ...more })
const wrong = (r) => assert.equal(status(r, 422).page.Errors[0].field, 'code')

test('a new reviewer can do nothing before the second factor stands', async () => {
	const boss = await staff('zhangmin')
	const made = await newStaff({ role: 'clerk' })
	status(await boss.submit(`/station/staff/${made.ref}`, { role: 'reviewer' }, { to: `/station/staff/${made.ref}/role` }), 303)
	// At once, in the session that goes on.
	status(await made.client.getJson('/needs/ledger'), 403)
	assert.match(status(await made.client.get('/needs/ledger'), 303).location, /\/account\/second\?to=%2Fneeds%2Fledger$/)
	status(await made.client.post('/activity/manage/review', { record: 'R2600100001' }), 403)
	assert.match(status(await made.client.get('/account/station'), 303).location, /\/account\/second/)
	for (const path of ['/account/mine', '/account/desk', '/account/password', '/account/code'])
		assert.equal((await made.client.getJson(path)).status >= 400, true, path)
	const page = status(await made.client.get('/account/second'), 200).text
	assert.match(page, /<svg viewBox="0 0 \d+ \d+"[^>]*role="img"/)
	assert.equal((await enrol(made.client, made.login)).length, 10)
	status(await made.client.getJson('/account/station'), 200)
	status(await made.client.getJson('/needs/ledger'), 200)
})

test('signing in asks for the code on a second page, and leads where one wanted', async () => {
	const c = await half('wangfang', DEMO_PASSWORD)
	status(await c.getJson('/needs/ledger'), 403)
	status(await c.post('/account/station', { station: 1 }), 401)
	status(await c.getJson('/account/mine'), 403)
	assert.match(status(await c.get('/account/code'), 200).text, /autocomplete="off"/)
	const r = status(await show(c, codeOf('wangfang'), { to: '/needs/ledger' }), 303)
	assert.equal(new URL(r.location).pathname, '/needs/ledger')
	status(await c.follow(r), 200)
	status(await c.getJson('/account/code'), 401)
})

test('a way out of the site is not taken from the second page either', async () => {
	const c = await half('wangfang', DEMO_PASSWORD)
	assert.equal(new URL(status(await show(c, codeOf('wangfang'), { to: '//evil.example' }), 303).location).pathname, '/account/desk')
})

test('a code counts once in its step, and no older one after it', async () => {
	const one = await half('sunli', DEMO_PASSWORD)
	const two = await half('sunli', DEMO_PASSWORD)
	const code = codeOf('sunli')
	status(await show(one, code), 303)
	wrong(await show(two, code))
	wrong(await show(two, totp(DEMO_SECRET, -30)))
	assert.ok(Number(stepOf('sunli')) > 0)
	status(await show(two, totp(DEMO_SECRET, 30)), 303)
})

test('a clock one step off is fine, 90 seconds are not, and neither is what is no code', async () => {
	const { login } = await newStaff({ role: 'reviewer' })
	const c = await half(login, STAFF_PASSWORD)
	for (const code of ['', '12345', '1234567', 'abcdef', '１２３４５６'])
		wrong(await show(c, code))
	const d = await half('wangfang', DEMO_PASSWORD, { from: '127.0.0.11' })
	codeOf('wangfang')
	wrong(await show(d, totp(DEMO_SECRET, -90)))
	wrong(await show(d, totp(DEMO_SECRET, 90)))
	const spaced = totp(DEMO_SECRET, -30)
	status(await show(d, `${spaced.slice(0, 3)} ${spaced.slice(3)}`), 303)
})

test('a recovery code opens once', async () => {
	const { login, recovery } = await newStaff({ role: 'reviewer' })
	assert.equal(new Set(recovery).size, 10)
	assert.ok(recovery.every((code) => /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/.test(code)))
	const c = await half(login, STAFF_PASSWORD)
	status(await show(c, recovery[3].toLowerCase().replace('-', ' ')), 303)
	assert.equal(status(await c.getJson('/account/mine'), 200).page.Mine.recovery_left, 9)
	const d = await half(login, STAFF_PASSWORD)
	wrong(await show(d, recovery[3]))
	status(await show(d, recovery[4]), 303)
	assert.ok(!sql('SELECT HEX(code_hash) h FROM staff_recovery').some((row) => recovery.some((code) => row.h.includes(code))))
})

test('another phone wants the old one, and makes the old one and its paper void', async () => {
	const { login, client, recovery } = await newStaff({ role: 'reviewer' })
	const { Second } = status(await client.getJson('/account/second'), 200).page
	assert.equal(Second.has, 1)
	const secret = Second.secret.replaceAll(' ', '')
	const set = (fields) => client.post('/account/second', { sealed: Second.sealed, code: totp(secret), ...fields })
	assert.equal(status(await set({}), 422).page.Errors[0].field, 'code_old')
	assert.equal(status(await set({ code_old: '000000' }), 422).page.Errors[0].field, 'code_old')
	assert.equal(status(await set({ code_old: recovery[0], code: '000000' }), 422).page.Errors[0].field, 'code')
	const fresh = status(await set({ code_old: recovery[0] }), 200).page.Recovery.map((row) => row.code)
	keepSecret(login, secret)
	const c = await half(login, STAFF_PASSWORD)
	wrong(await show(c, recovery[1]))
	status(await show(c, fresh[0]), 303)
})

test('a page of setting up that is not of this account, or too old, sets nothing up', async () => {
	const [one, two] = [await newStaff({ role: 'clerk' }), await newStaff({ role: 'clerk' })]
	const { Second } = (await one.client.getJson('/account/second')).page
	const form = { sealed: Second.sealed, code: totp(Second.secret.replaceAll(' ', '')) }
	await two.client.getJson('/account/second')
	assert.ok(status(await two.client.post('/account/second', form), 422).page.Errors)
	assert.ok(status(await two.client.post('/account/second', { ...form, sealed: 'ab' }), 422).page.Errors)
	assert.ok(status(await two.client.post('/account/second', { ...form, sealed: `${Second.sealed.slice(0, -1)}0` }), 422).page.Errors)
	status(await two.client.post('/account/second', { ...form, csrf: null }), 403)
	status(await new Client().post('/account/second', form), 403)
	assert.equal(value('SELECT totp_sealed FROM staff WHERE login = ?', [two.login]), null)
	status(await one.client.post('/account/second', form), 200)
})

test('the phone is lost and so is the paper: a one-time code, the password, another phone', async () => {
	const made = await newStaff({ role: 'reviewer' })
	const overseer = await staff('madan')
	const r = status(await overseer.submit(`/station/staff/${made.ref}`, { kind: 'second' }, { to: `/station/staff/${made.ref}/code` }), 200)
	const { code } = r.page.Code
	const c = await half(made.login, STAFF_PASSWORD)
	wrong(await show(await half('wangfang', DEMO_PASSWORD), code))
	const on = status(await show(c, code), 303)
	assert.match(on.location, /\/account\/second/)
	status(await c.getJson('/needs/ledger'), 403)
	// The factor is gone with its paper; nobody has to wait for it.
	assert.equal((await enrol(c, made.login)).length, 10)
	status(await c.getJson('/account/station'), 200)
	status(await made.client.getJson('/account/station'), 401)
	const d = await half(made.login, STAFF_PASSWORD)
	wrong(await show(d, code))
	assert.ok(Number(value("SELECT COUNT(*) FROM audit WHERE action = 'staff.second_reset' AND target_id = ?", [made.id])) === 1)
})

test('wrong codes rest for that address, and others go on', async () => {
	const { login } = await newStaff({ role: 'reviewer' })
	const c = await half(login, STAFF_PASSWORD, { from: '127.0.0.21' })
	const texts = []
	for (let i = 0; i < 6; i++) texts.push(status(await show(c, '000001'), 422).page.Errors[0].text)
	assert.match(texts[4], /10 分钟/)
	assert.match(status(await show(c, codeOf(login)), 422).page.Errors[0].text, /10 分钟/)
	const d = await half(login, STAFF_PASSWORD, { from: '127.0.0.22' })
	status(await show(d, codeOf(login)), 303)
})

test('leaving at the second page ends it', async () => {
	const c = await half('wangfang', DEMO_PASSWORD)
	status(await c.post('/account/sign-out', {}), 303)
	status(await c.getJson('/account/code'), 401)
})

test('pages of the steps are for whoever is at them', async () => {
	for (const path of ['/account/code', '/account/second', '/account/password']) {
		status(await new Client().getJson(path), 401)
		assert.match(status(await new Client().get(path), 303).location, /\/account\/sign-in/)
	}
	status(await new Client().post('/account/code', { code: '000000' }), 403)
	const clerk = await staff('liwei')
	status(await clerk.post('/account/code', { code: '000000' }), 401)
})

await end()
