// A number that the carrier gave to somebody else opened the account of whoever had it before, by a code alone, and a telephone
// that was only typed made its typist the guardian of another's child. A phone counts as proved for eighty days after a code that was
// sent to it was entered; without that the end of the document's number is asked for, too, and nobody is a child's guardian by it.
import { Client, WECHAT_UA, assert, bornYearsAgo, end, mobile, newVolunteer, openid, personForm, residentId, sql, staff, status, test, value } from './lib.mjs'
import { codeFor, withGateway } from './lib/phone.mjs'

withGateway()

const rested = () => sql('DELETE FROM throttle')
const pathOf = (r) => new URL(status(r, 303).location).pathname
const person = (v) => Number(value('SELECT person_id FROM volunteer WHERE no = ?', [v.no]))
const provedAt = (v) => value('SELECT phone_proved_at FROM person WHERE id = ?', [person(v)])
const proved = (v, days) => sql('UPDATE person SET phone_proved_at = NOW() - INTERVAL ? DAY WHERE id = ?', [days, person(v)])
const me = async (c) => (await c.getJson('/account/me')).page?.Me?.no
/** Asks for a code and types it: where that leads. */
async function come(phone, c = new Client()) {
	rested()
	status(await c.submit('/account/phone', { phone }), 303)
	return { c, at: pathOf(await c.submit('/account/phone/code', { code: codeFor(phone) })) }
}
const take = (c, fields) => c.submit('/account/phone/who', fields)

test('a code alone does not open the account of a number that nobody proved for eighty days', async () => {
	const v = await newVolunteer({ name: '欧阳春梅' })
	const tail = v.form.id_no.slice(-6)
	for (const days of [null, 81]) {
		if (days) proved(v, days)
		const { c, at } = await come(v.form.phone)
		assert.equal(at, '/account/phone/who')
		const { page, text } = status(await c.getJson('/account/phone/who'), 200)
		assert.equal(page.Chosen.no, v.no)
		assert.ok(!text.includes('欧阳春梅') && page.Chosen.name.includes('*'))
		assert.equal(status(await take(c, { no: v.no }), 422).page.Errors[0].field, 'id_tail')
		assert.equal(status(await take(c, { no: v.no, id_tail: '000000' }), 422).page.Errors[0].field, 'id_tail')
		assert.equal(status(await take(c, { no: v.no, id_tail: tail.slice(1) }), 422).page.Errors[0].field, 'id_tail')
		assert.equal((await c.getJson('/account/me')).status, 401)
		status(await take(c, { no: v.no, id_tail: tail.toLowerCase() }), 303)
		assert.equal(await me(c), v.no)
		assert.equal(Date.now() - Date.parse(`${provedAt(v).replace(' ', 'T')}`) < 864e5, true)
	}
	assert.equal((await come(v.form.phone)).at, '/account/me', 'proved a moment ago')
	proved(v, 79)
	assert.equal((await come(v.form.phone)).at, '/account/me')
})

test('five tries a day, and then not even the right one', async () => {
	const v = await newVolunteer()
	const { c } = await come(v.form.phone)
	for (let i = 0; i < 5; i++) assert.match(status(await take(c, { no: v.no, id_tail: `00000${i}` }), 422).page.Errors[0].text, /不符/)
	assert.match(status(await take(c, { no: v.no, id_tail: v.form.id_no.slice(-6) }), 422).page.Errors[0].text, /明天/)
	assert.equal((await c.getJson('/account/me')).status, 401)
	rested()
})

test('who has no document here goes to the counter', async () => {
	const v = await newVolunteer()
	sql('UPDATE person SET id_no_index = NULL, id_no_sealed = NULL WHERE id = ?', [person(v)])
	const { c } = await come(v.form.phone)
	assert.match(status(await c.get('/account/phone/who'), 200).text, /请到站点/)
	status(await take(c, { no: v.no, id_tail: '123456' }), 403)
	assert.equal((await c.getJson('/account/me')).status, 401)
})

test('a new WeChat takes nobody\'s place by a code alone', async () => {
	const v = await newVolunteer()
	const c = new Client({ ua: WECHAT_UA })
	await c.wechatUser(openid())
	assert.equal((await come(v.form.phone, c)).at, '/account/phone/who')
	status(await take(c, { no: v.no }), 422)
	assert.equal(await me(v.client), v.no)
	status(await take(c, { no: v.no, id_tail: v.form.id_no.slice(-6) }), 303)
	assert.equal(await me(c), v.no)
})

test('whoever has the number now registers with it, and whoever had it proves it anew', async () => {
	const old = await newVolunteer()
	proved(old, 85)
	const { c } = await come(old.form.phone)
	assert.equal(pathOf(await take(c, { none: '1' })), '/account/register')
	status(await c.getJson('/account/register'), 200)
	status(await c.post('/account/register', personForm({ phone: old.form.phone, name: '后来的' })), 303)
	assert.notEqual(await me(c), old.no)
	assert.equal(provedAt({ no: await me(c) }) !== null, true)
	proved(old, 1)
	const next = await newVolunteer()
	rested()
	status(await next.client.post('/account/me/phone', { phone: old.form.phone }), 303)
	status(await next.client.post('/account/me/phone/code', { code: codeFor(old.form.phone) }), 303)
	assert.equal(provedAt(old), null)
	assert.notEqual(provedAt(next), null)
})

test('a phone that the counter changes is not proved', async () => {
	const v = await newVolunteer()
	proved(v, 1)
	status(await (await staff('liwei')).post(`/account/volunteers/${v.no}/rebind`, { phone: mobile(), purpose: '本人来站', document_seen: '1' }), 303)
	assert.equal(provedAt(v), null)
})

test('a telephone that was only typed makes nobody the guardian of another\'s child', async () => {
	const phone = mobile()
	const parent = await newVolunteer({ name: '李秀英', phone, id_no: residentId({ birth: bornYearsAgo(40) }) })
	await newVolunteer({ name: '李小明', id_no: residentId({ birth: bornYearsAgo(15) }), guardian_name: '李秀英', guardian_phone: phone })
	const family = async () => status(await parent.client.getJson('/account/family'), 200).page
	const child = value("SELECT LOWER(HEX(uid)) FROM person WHERE name = '李小明' ORDER BY id DESC LIMIT 1")
	const page = await family()
	assert.equal(page.Children, undefined)
	assert.equal(page.Prove, '1')
	assert.match(status(await parent.client.post('/account/family/guard', { child, answer: 'yes' }), 422).page.Errors[0].text, /请先验证/)
	assert.match(status(await parent.client.get('/account/me/phone'), 200).text, /还没有验证过/)
	rested()
	status(await parent.client.post('/account/me/phone', { phone }), 303)
	assert.match(status(await parent.client.post('/account/me/phone/code', { code: codeFor(phone) }), 303).location, /done=phone_proved/)
	const [claim] = (await family()).Children
	assert.equal(claim.uid, child)
	status(await parent.client.post('/account/family/guard', { child, answer: 'no' }), 303)
	assert.equal(value("SELECT COUNT(*) FROM audit WHERE action = 'family.guard_no' AND target_id = (SELECT id FROM person WHERE uid = UNHEX(?))", [child]), '1')
	assert.equal(value("SELECT COUNT(*) FROM audit WHERE action = 'family.guard' AND target_id = (SELECT id FROM person WHERE uid = UNHEX(?))", [child]), '0')
})

test('wrong codes are counted by address, right ones are not', async () => {
	rested()
	const v = await newVolunteer()
	proved(v, 1)
	const wrong = async (c) => (await c.submit('/account/phone/code', { code: '12345x' })).page.Errors[0].text
	for (let i = 0; i < 20; i++) {
		const c = new Client()
		await c.submit('/account/phone', { phone: mobile() })
		for (let k = 0; k < 5; k++) await wrong(c)
	}
	const c = new Client()
	status(await c.submit('/account/phone', { phone: v.form.phone }), 303)
	assert.match(await wrong(c), /这里输错的次数太多/)
	status(await c.submit('/account/phone/code', { code: codeFor(v.form.phone) }), 422)
	rested()
	status(await c.submit('/account/phone/code', { code: codeFor(v.form.phone) }), 303)
	assert.equal(value('SELECT COUNT(*) FROM throttle WHERE hits > 90'), '0')
})

test('who is signed in goes on to where they were going, and gets no code', async () => {
	const v = await newVolunteer()
	rested()
	const before = value('SELECT COUNT(*) FROM phone_code')
	const { Key } = (await new Client().getJson('/account/phone')).page
	assert.equal(pathOf(await v.client.get('/account/phone?to=/recruit/')), '/recruit/')
	assert.equal(pathOf(await v.client.post('/account/phone', { phone: mobile(), to: '/recruit/', key: Key })), '/recruit/')
	assert.equal(value('SELECT COUNT(*) FROM phone_code'), before)
})

test('the codes of a person who is erased go with them', async () => {
	const v = await newVolunteer()
	await come(v.form.phone)
	const rows = () => value('SELECT COUNT(*) FROM phone_code c WHERE c.phone_index = UNHEX(?)', [index])
	const index = value('SELECT HEX(phone_index) FROM person WHERE id = ?', [person(v)])
	assert.equal(rows(), '1')
	status(await v.client.post('/account/me/erase', { confirm: '1' }), 303)
	assert.equal(rows(), '0')
})

await end()
