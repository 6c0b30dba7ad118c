// Signing in by phone and a six-digit code: the same words for every number, a code five minutes, once, five tries, in the browser
// that asked; one person by either way; a phone that a family shares; another phone and another WeChat, each proved by the other.
import { Client, WECHAT_UA, assert, end, mobile, newVolunteer, openid, personForm, sql, status, test, value } from './lib.mjs'
import { codeFor, withGateway } from './lib/phone.mjs'

withGateway()

const formHead = { headers: { Accept: 'text/html' } }
const ask = (c, phone, to = '/account/phone') => c.submit(to, { phone })
const type = (c, code, fields = {}) => c.submit('/account/phone/code', { code, ...fields })
const fieldOf = (r) => status(r, 422).page.Errors[0].field
const pathOf = (r) => new URL(status(r, 303).location).pathname
/** The number may be asked for again: a minute went by. */
const rested = () => sql('DELETE FROM throttle')
/** The volunteer entered a code that was sent to their phone, so many days ago. */
const proved = (v, days = 1) => sql('UPDATE person SET phone_proved_at = NOW() - INTERVAL ? DAY WHERE id = (SELECT person_id FROM volunteer WHERE no = ?)', [days, v.no])
const known = async (changes) => { const v = await newVolunteer(changes); proved(v); return v }
const other = (code) => String((Number(code) + 1) % 1e6).padStart(6, '0')

test('a volunteer signs in by phone, and is the same person', async () => {
	const v = await known()
	const c = new Client()
	assert.equal(pathOf(await ask(c, v.form.phone)), '/account/phone/code')
	const seen = status(await c.get('/account/phone/code'), 200).text
	assert.match(seen, new RegExp(`${v.form.phone.slice(0, 3)}\\*\\*\\*\\*${v.form.phone.slice(-4)}`))
	assert.ok(!seen.includes(v.form.phone))
	const r = await type(c, codeFor(v.form.phone), { to: '/recruit/' })
	assert.equal(pathOf(r), '/recruit/')
	assert.equal(status(await c.getJson('/account/me'), 200).page.Me.no, v.no)
	assert.equal(value(`SELECT COUNT(*) FROM audit WHERE action = 'volunteer.sign_in' AND detail = 'phone'
		AND target_id = (SELECT person_id FROM volunteer WHERE no = ?)`, [v.no]), '1')
})

test('a known number and a strange one are answered alike', async () => {
	const v = await newVolunteer()
	const texts = []
	for (const phone of [v.form.phone, mobile()]) {
		const c = new Client()
		const r = status(await ask(c, phone), 303)
		const page = status(await c.get(r.location), 200).text.replaceAll(/value="[0-9a-f.]+"/g, '').replaceAll(/1\d\d\*{4}\d{4}/g, '')
		texts.push([new URL(r.location).pathname, page])
	}
	assert.deepEqual(texts[0], texts[1])
})

test('a code is hashed, and in clear nowhere', async () => {
	const phone = mobile()
	const c = new Client()
	await ask(c, phone)
	const code = codeFor(phone)
	assert.match(code, /^\d{6}$/)
	const row = JSON.stringify(sql('SELECT HEX(code_mac) m, HEX(phone_sealed) p, HEX(phone_index) i FROM phone_code ORDER BY id DESC LIMIT 1'))
	for (const plain of [code, phone, Buffer.from(code).toString('hex').toUpperCase(), Buffer.from(phone).toString('hex').toUpperCase()])
		assert.ok(!row.includes(plain))
})

test('a code works once, and only in the browser that asked', async () => {
	const v = await known()
	const c = new Client()
	await ask(c, v.form.phone)
	const code = codeFor(v.form.phone)
	const thief = new Client()
	assert.equal(fieldOf(await type(thief, code)), 'code')
	await ask(thief, mobile())
	assert.equal(fieldOf(await type(thief, code)), 'code')
	status(await type(c, code), 303)
	const again = new Client()
	again.jar = c.jar
	await c.getJson('/account/me')
	status(await c.post('/account/sign-out', {}), 303)
	assert.equal(fieldOf(await type(again, code)), 'code')
})

test('after five wrong ones the right one is not taken', async () => {
	const v = await newVolunteer()
	const c = new Client()
	await ask(c, v.form.phone)
	const code = codeFor(v.form.phone)
	for (let i = 0; i < 4; i++) assert.match((await type(c, other(code))).text, /验证码不对/)
	assert.match((await type(c, other(code))).text, /错了五次/)
	assert.match(status(await type(c, code), 422).text, /错了五次/)
})

test('tries at the same moment are no more than five', async () => {
	const v = await newVolunteer()
	const c = new Client()
	await ask(c, v.form.phone)
	const code = codeFor(v.form.phone)
	const { Key } = (await c.getJson('/account/phone/code')).page
	await Promise.all(Array.from({ length: 12 }, () => c.post('/account/phone/code', { code: other(code), key: Key })))
	assert.equal(value('SELECT wrong FROM phone_code ORDER BY id DESC LIMIT 1'), '5')
	status(await type(c, code), 422)
})

test('a code ends after five minutes, and with the next one', async () => {
	const v = await newVolunteer()
	const c = new Client()
	await ask(c, v.form.phone)
	const first = codeFor(v.form.phone)
	rested()
	await ask(c, v.form.phone)
	const second = codeFor(v.form.phone)
	if (first !== second) assert.equal(fieldOf(await type(c, first)), 'code')
	sql('UPDATE phone_code SET expires_at = NOW() - INTERVAL 1 SECOND ORDER BY id DESC LIMIT 1')
	assert.equal(fieldOf(await type(c, second)), 'code')
})

test('codes are throttled by number, and the word is the same for a strange one', async () => {
	for (const phone of [(await newVolunteer()).form.phone, mobile()]) {
		rested()
		status(await ask(new Client(), phone), 303)
		assert.match(status(await ask(new Client(), phone), 422).text, /等一分钟/)
		// What counted both: the address, and the minute between two codes. Five an hour, whoever asks.
		const twice = sql('SELECT HEX(bucket) AS b FROM throttle WHERE hits = 2').map((r) => r.b)
		assert.equal(twice.length, 2)
		const minute = () => sql(`DELETE FROM throttle WHERE HEX(bucket) IN ('${twice.join("','")}')`)
		for (let i = 0; i < 4; i++) {
			minute()
			status(await ask(new Client(), phone), 303)
		}
		minute()
		assert.match(status(await ask(new Client(), phone), 422).text, /要得太多了/)
	}
	rested()
	const c = new Client()
	for (let i = 0; i < 10; i++) status(await ask(c, mobile()), 303)
	assert.match(status(await ask(c, mobile()), 422).text, /要得太多了/)
	rested()
})

test('a form without its key, a landline and a wrong code shape are refused', async () => {
	const c = new Client()
	status(await c.post('/account/phone', { phone: mobile() }), 403)
	status(await c.post('/account/phone/code', { code: '123456' }), 403)
	assert.equal(fieldOf(await ask(c, '0913-2100001')), 'phone')
	assert.equal(fieldOf(await ask(c, '')), 'phone')
	assert.equal(fieldOf(await type(c, '')), 'code')
	status(await c.submit('/account/phone', { phone: mobile(), to: '//evil.example' }), 303)
	assert.equal(pathOf(await c.get('/account/phone/who')), '/account/phone')
})

test('a phone that a family shares lets choose after the code', async () => {
	const phone = mobile()
	const [a, b] = [await newVolunteer({ phone, name: '林大山' }), await known({ phone, name: '林小雨' })]
	const c = new Client()
	await ask(c, phone)
	assert.equal(pathOf(await type(c, codeFor(phone))), '/account/phone/who')
	const { page } = status(await c.getJson('/account/phone/who'), 200)
	assert.deepEqual(page.People.map((p) => [p.name, p.asks]), [['林**', '1'], ['林**', undefined]])
	const strange = await newVolunteer()
	status(await c.submit('/account/phone/who', { no: strange.no }), 303)
	assert.equal((await c.getJson('/account/me')).status, 401)
	status(await c.submit('/account/phone/who', { no: b.no }), 303)
	assert.equal((await c.getJson('/account/me')).page.Me.no, b.no)
	// The proof did its work.
	await c.post('/account/sign-out', {})
	assert.equal(pathOf(await c.get('/account/phone/who')), '/account/phone')
	assert.ok(a.no)
})

test('a phone that nobody has leads to the registration, for which it is proved', async () => {
	const phone = mobile()
	const c = new Client()
	await ask(c, phone)
	assert.equal(pathOf(await type(c, codeFor(phone))), '/account/register')
	const { page } = status(await c.getJson('/account/register'), 200)
	assert.equal(page.Form.phone, phone)
	assert.equal(fieldOf(await c.post('/account/register', personForm({ phone: mobile() }))), 'phone')
	status(await c.post('/account/register', personForm({ phone })), 303)
	const no = status(await c.getJson('/account/me'), 200).page.Me.no
	const again = new Client()
	rested()
	await ask(again, phone)
	status(await type(again, codeFor(phone)), 303)
	assert.equal((await again.getJson('/account/me')).page.Me.no, no)
})

test('a new WeChat is bound by the phone, asked once more, and the old one is out', async () => {
	const v = await known()
	const fresh = openid()
	const c = new Client({ ua: WECHAT_UA })
	await c.wechatUser(fresh)
	await ask(c, v.form.phone)
	assert.equal(pathOf(await type(c, codeFor(v.form.phone))), '/account/phone/who')
	assert.match(status(await c.get('/account/phone/who'), 200).text, /以前绑定的微信不能再登录/)
	assert.equal((await v.client.getJson('/account/me')).status, 200)
	status(await c.submit('/account/phone/who', { no: v.no }), 303)
	assert.equal((await c.getJson('/account/me')).page.Me.no, v.no)
	assert.equal((await v.client.getJson('/account/me')).status, 401)
	const old = new Client({ ua: WECHAT_UA })
	await old.wechatUser(v.openid)
	assert.equal((await old.getJson('/account/me')).status, 403)
	assert.equal(value(`SELECT COUNT(*) FROM rebind WHERE kind = 'wechat' AND person_id = (SELECT person_id FROM volunteer WHERE no = ?)`, [v.no]), '1')
})

test('another phone: a code to it, by whoever is signed in by WeChat; others are signed out', async () => {
	const v = await known()
	const next = mobile()
	const second = new Client()
	await ask(second, v.form.phone)
	status(await type(second, codeFor(v.form.phone)), 303)
	const told = () => Number(value("SELECT COUNT(*) FROM message WHERE event = 'phone_left' AND person_id IS NULL"))
	const before = told()
	status(await v.client.submit('/account/me/phone', { phone: next }), 303)
	const code = codeFor(next)
	assert.equal(fieldOf(await v.client.post('/account/me/phone/code', { code: other(code) })), 'code')
	const r = status(await v.client.post('/account/me/phone/code', { code }), 303)
	assert.match(r.location, /done=phone_changed/)
	status(await v.client.getJson('/account/me'), 200)
	assert.equal((await second.getJson('/account/me')).status, 401)
	rested()
	const c = new Client()
	await ask(c, next)
	status(await type(c, codeFor(next)), 303)
	assert.equal((await c.getJson('/account/me')).page.Me.no, v.no)
	// The old number opens nothing any more, and is told.
	rested()
	const o = new Client()
	await ask(o, v.form.phone)
	assert.equal(pathOf(await type(o, codeFor(v.form.phone))), '/account/register')
	assert.equal(told(), before + 1)
	assert.equal((await v.client.post('/account/me/phone/code', { code })).status, 422)
})

test('who came by phone alone proves the old one first', async () => {
	const v = await known()
	const c = new Client()
	await ask(c, v.form.phone)
	status(await type(c, codeFor(v.form.phone)), 303)
	const { page } = await c.getJson('/account/me/phone')
	assert.equal(page.Stage, 'old')
	const next = mobile()
	rested()
	status(await c.post('/account/me/phone', { phone: next }), 303)
	assert.equal((await c.getJson('/account/me/phone')).page.Stage, 'old')
	status(await c.post('/account/me/phone/old', {}), 303)
	status(await c.post('/account/me/phone/old-code', { code: codeFor(v.form.phone) }), 303)
	assert.equal((await c.getJson('/account/me/phone')).page.Stage, 'new')
	status(await c.post('/account/me/phone', { phone: next }), 303)
	status(await c.post('/account/me/phone/code', { code: codeFor(next) }), 303)
	assert.equal((await c.getJson('/account/me')).status, 200)
})

test('the edit page takes no other phone without proof', async () => {
	const v = await newVolunteer()
	const form = { region_code: '610502002', categories: ['0001'], skills: ['09'] }
	assert.equal(fieldOf(await v.client.post('/account/me/edit', { ...form, phone: mobile() })), 'phone')
	status(await v.client.post('/account/me/edit', { ...form, phone: v.form.phone }), 303)
	status(await v.client.post('/account/me/edit', form), 303)
	assert.doesNotMatch((await v.client.get('/account/me/edit')).text, new RegExp(v.form.phone))
})

test('changing a phone wants its token, and a volunteer', async () => {
	const v = await newVolunteer()
	status(await v.client.post('/account/me/phone', { phone: mobile(), csrf: null }), 403)
	status(await new Client().post('/account/me/phone', { phone: mobile() }), 401)
	proved(v)
	assert.equal(fieldOf(await v.client.post('/account/me/phone', { phone: v.form.phone })), 'phone')
	assert.match((await v.client.get('/account/me/phone', formHead)).text, /换手机号/)
})
await end()
