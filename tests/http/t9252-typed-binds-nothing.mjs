// Whoever knew somebody's name, id number and telephone took over a registration that had no WeChat yet, by typing them; a member of
// staff who was no volunteer, by name and number alone. A code to the telephone that is kept of them proves them, or the counter does.
import { Client, WECHAT_UA, assert, end, mobile, newVolunteer, openid, personForm, sql, staff, status, test, value } from './lib.mjs'
import { codeFor, withGateway } from './lib/phone.mjs'

const clerk = await staff('liwei')
const wechatOf = (no) => value('SELECT COUNT(*) FROM wechat_account w JOIN volunteer v USING (person_id) WHERE v.no = ?', [no])
const pathOf = (r) => new URL(status(r, 303).location).pathname
const rested = () => sql('DELETE FROM throttle')
async function newcomer() {
	const c = new Client({ ua: WECHAT_UA })
	await c.wechatUser(openid())
	return c
}
/** Somebody whom staff registered, without a WeChat. */
async function registered(changes) {
	const { paper, ...form } = personForm({ paper: '1', ...changes })
	const no = pathOf(await clerk.post('/account/volunteers/new', { ...form, paper })).split('/').pop()
	return { form, no }
}
const said = (r) => status(r, 422).page.Errors.map((e) => e.text).join()
async function prove(c, phone) {
	rested()
	status(await c.submit('/account/phone', { phone }), 303)
	return c.submit('/account/phone/code', { code: codeFor(phone) })
}

test('without anybody to send a code, typed data lead to the counter', async () => {
	const v = await registered()
	const c = await newcomer()
	const r = await c.post('/account/register', v.form)
	assert.match(said(r), /不能证明是本人.*请带证件到站点/)
	assert.ok(!r.text.includes('/account/phone?'))
	assert.equal(wechatOf(v.no), '0')
	assert.equal((await c.getJson('/account/me')).status, 403)
	// The counter: a code for the WeChat of whoever showed the document.
	const page = status(await clerk.post(`/account/volunteers/${v.no}/rebind`, { wechat: '1', purpose: '本人带证件来，绑定微信', document_seen: '1' }), 200).page
	status(await c.post('/account/bind', { bind_code: page.Code.text.replace(/\s/g, '') }), 303)
	assert.equal((await c.getJson('/account/me')).page.Me.no, v.no)
})

test('a member of staff is not taken over by name and number', async () => {
	const form = personForm()
	const name = `t9252${Date.now() % 1e6}`
	const manager = await staff('zhangmin')
	const page = status(await manager.submit('/station/staff/new', { login: name, name: form.name, id_type: '01', id_no: form.id_no, role: 'clerk' }), 200).page
	assert.ok(page.Code)
	const c = await newcomer()
	assert.match(said(await c.post('/account/register', form)), /已经登记过/)
	assert.equal(value(`SELECT COUNT(*) FROM wechat_account w JOIN staff f USING (person_id) WHERE f.login = ?`, [name]), '0')
	assert.equal(value(`SELECT COUNT(*) FROM person p JOIN staff f ON f.person_id = p.id WHERE f.login = ? AND p.phone_index IS NULL`, [name]), '1')
	// At the counter the same form makes them a volunteer.
	status(await clerk.post('/account/volunteers/new', { ...form, paper: '1' }), 303)
})

test('what was refused is said alike, whatever of it fits', async () => {
	const v = await registered()
	const words = []
	for (const changes of [{}, { name: '别人' }, { phone: mobile() }, { name: '别人', phone: mobile() }])
		words.push(said(await (await newcomer()).post('/account/register', { ...v.form, ...changes })))
	assert.equal(new Set(words).size, 1)
})

test('with a sender the page leads to the code, and the code binds', async () => {
	withGateway()
	const v = await registered()
	const c = await newcomer()
	const r = await c.post('/account/register', { ...v.form, to: '/recruit/' })
	assert.match(said(r), /收验证码/)
	assert.equal(r.page.Prove, '%2Frecruit%2F')
	assert.equal(wechatOf(v.no), '0')
	assert.equal(pathOf(await prove(c, v.form.phone)), '/account/phone/who')
	status(await c.submit('/account/phone/who', { no: v.no, id_tail: v.form.id_no.slice(-6) }), 303)
	assert.equal((await c.getJson('/account/me')).page.Me.no, v.no)
	assert.equal(wechatOf(v.no), '1')
})

test('a code to another telephone proves nothing, and that of another browser neither', async () => {
	const v = await registered()
	const [thief, owner] = [await newcomer(), new Client()]
	const own = mobile()
	assert.equal(pathOf(await prove(thief, own)), '/account/register')
	assert.match(said(await thief.post('/account/register', v.form)), /已经登记过/)
	assert.match(said(await thief.post('/account/register', { ...v.form, phone: own })), /已经登记过/)
	await prove(owner, v.form.phone)
	assert.match(said(await (await newcomer()).post('/account/register', v.form)), /已经登记过/)
	assert.equal(wechatOf(v.no), '0')
})

test('the form binds when the code went to the telephone that is kept, once', async () => {
	const v = await registered()
	const c = await newcomer()
	await prove(c, v.form.phone)
	status(await c.post('/account/register', { ...v.form, name: '别人' }), 422)
	status(await c.post('/account/register', { ...v.form, consent: [...v.form.consent, 'public_name'] }), 303)
	assert.equal((await c.getJson('/account/me')).page.Me.no, v.no)
	assert.equal(value("SELECT COUNT(*) FROM consent c JOIN volunteer v USING (person_id) WHERE v.no = ? AND c.given_by = 'self'", [v.no]), '4')
	assert.equal(value(`SELECT COUNT(*) FROM phone_code WHERE proved_at IS NOT NULL AND used_at IS NULL AND phone_index =
		(SELECT phone_index FROM person p JOIN volunteer v ON v.person_id = p.id WHERE v.no = ?)`, [v.no]), '0')
})

test('whoever has a WeChat already keeps it', async () => {
	const v = await newVolunteer()
	const c = await newcomer()
	await prove(c, v.form.phone)
	assert.match(said(await c.post('/account/register', v.form)), /已经登记过/)
	assert.equal((await v.client.getJson('/account/me')).page.Me.no, v.no)
})

await end()
