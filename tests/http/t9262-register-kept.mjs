// A registration that was left half filled was lost with the page: without a script, on another day, on another phone. It is kept
// for seven days for the WeChat or the phone by which somebody came, sealed and without consents; registering, throwing it away,
// seven days and erasure end it.
import { Client, assert, end, mobile, newVolunteer, openid, personForm, residentId, sql, status, test, until, value } from './lib.mjs'
import { again } from './lib/loop.mjs'
import { codeFor, withGateway } from './lib/phone.mjs'

withGateway()

const html = { headers: { Accept: 'text/html' } }
async function come(who = openid()) {
	const client = new Client()
	await client.wechatUser(who)
	return client
}
const half = (changes = {}) => ({ name: '林小满', id_type: '01', id_no: residentId(), phone: mobile(), home: '1', categories: ['0001', '0017'],
	skills: ['09'], available: ['01', '03'], consent: ['registration', 'platform'], ...changes })
const form = async (client) => status(await client.getJson('/account/register'), 200).page
const rows = () => Number(value('SELECT COUNT(*) FROM register_kept'))
const rowOf = (who) => sql(`SELECT k.*, HEX(body_sealed) body FROM register_kept k JOIN wechat_account w ON w.id = k.wechat_account_id
	WHERE w.openid = ?`, [who])

test('what was typed comes back by the same WeChat, on another phone, without a script', async () => {
	const who = openid(), typed = half()
	const c = await come(who)
	const r = status(await c.post('/account/register/keep', { ...typed, to: '/recruit/' }), 303)
	assert.match(r.location, /\/account\/register\?done=register_kept&to=%2Frecruit%2F$/)
	assert.match(status(await c.get(r.location, html), 200).text, /已存好。七天内再打开登记，就接着填/)
	const { Form, Resumed } = await form(await come(who))
	assert.equal(Number(Resumed), 1)
	for (const name of ['name', 'id_type', 'id_no', 'phone', 'home'])
		assert.equal(Form[name], typed[name], name)
	for (const name of ['categories', 'skills', 'available'])
		assert.deepEqual(Form[name].map(String), typed[name], name)
	assert.equal(Form.consent, undefined, 'nobody finds a consent that is ticked')
	const { text } = status(await (await come(who)).get('/account/register', html), 200)
	assert.match(text, /上次没填完，已经接着填好/)
	assert.match(text, new RegExp(`name="id_no"[^>]*value="${typed.id_no}"`))
	assert.match(text, /name="categories" value="0017" checked/)
	assert.ok(!/name="consent" value="\w+" checked/.test(text))
})

test('it is one row, sealed, and the newest counts', async () => {
	const who = openid(), typed = half()
	const c = await come(who)
	for (const name of ['林小', '林小满', '林大满'])
		status(await c.post('/account/register/keep', { ...typed, name }), 303)
	const [row, ...more] = rowOf(who)
	assert.equal(more.length, 0)
	const body = Buffer.from(row.body, 'hex')
	for (const plain of [typed.id_no, typed.phone, encodeURIComponent('林大满'), '林大满'])
		assert.ok(!body.includes(plain), plain)
	assert.equal((await form(c)).Form.name, '林大满')
	await Promise.all(['甲', '乙', '丙', '丁'].map((name) => c.post('/account/register/keep', { ...typed, name })))
	assert.equal(rowOf(who).length, 1, 'at the same moment, too')
})

test('half of it, wrong or empty, is kept as it was typed', async () => {
	const c = await come()
	status(await c.post('/account/register/keep', {}), 303)
	assert.equal((await form(c)).Form.name, undefined)
	status(await c.post('/account/register/keep', { name: 'a=b\n<b>&', id_no: '610502', phone: '139', categories: ['0001', "'"] }), 303)
	const { Form } = await form(c)
	assert.equal(Form.id_no, '610502')
	assert.equal(Form.phone, '139')
	status(await c.post('/account/register/keep', { name: '满'.repeat(9000) }), 413)
	assert.equal((await form(c)).Form.id_no, '610502', 'what does not fit throws nothing away')
})

test('nobody else sees it', async () => {
	const c = await come()
	status(await c.post('/account/register/keep', half()), 303)
	const other = await form(await come())
	assert.equal(other.Resumed, undefined)
	assert.equal(other.Form.name, undefined)
	status(await new Client().post('/account/register/keep', half()), 401)
	status(await c.post('/account/register/keep', { ...half(), csrf: 'f'.repeat(32) }), 403)
	status(await c.post('/account/register/drop', { csrf: null }), 403)
	status(await c.getJson('/account/register/keep'), 405)
})

test('by a phone it comes back with the next code to the same phone', async () => {
	const phone = mobile()
	const byPhone = async () => {
		const c = new Client()
		sql('DELETE FROM throttle')
		status(await c.submit('/account/phone', { phone }), 303)
		status(await c.submit('/account/phone/code', { code: codeFor(phone) }), 303)
		await form(c)
		return c
	}
	status(await (await byPhone()).post('/account/register/keep', half({ phone: mobile() })), 303)
	const c = await byPhone(), { Form } = await form(c)
	assert.equal(Form.name, '林小满')
	assert.equal(Form.phone, phone, 'the one that was proved')
	const before = rows()
	status(await c.post('/account/register', personForm({ phone })), 303)
	assert.equal(rows(), before - 1)
})

test('registering ends it, and so does whoever throws it away', async () => {
	const who = openid(), c = await come(who)
	status(await c.post('/account/register/keep', half()), 303)
	status(await c.post('/account/register', personForm({ consent: ['record'] })), 422)
	assert.equal(rowOf(who).length, 1, 'a refused form throws nothing away')
	status(await c.post('/account/register', personForm()), 303)
	assert.equal(rowOf(who).length, 0)
	status(await c.getJson('/account/me'), 200)
	status(await c.post('/account/register/keep', half()), 303)
	assert.equal(rowOf(who).length, 0, 'who is registered keeps nothing')
	const other = openid(), d = await come(other)
	status(await d.post('/account/register/keep', half()), 303)
	assert.match(status(await d.post('/account/register/drop'), 303).location, /done=register_dropped/)
	assert.equal(rowOf(other).length, 0)
	assert.equal((await form(d)).Form.name, undefined)
	status(await d.post('/account/register/drop'), 303, 'twice')
})

test('after seven days it is neither shown nor there', async () => {
	const who = openid(), c = await come(who)
	const older = (hours) => sql(`UPDATE register_kept k JOIN wechat_account w ON w.id = k.wechat_account_id
		SET k.saved_at = NOW() - INTERVAL ${hours} HOUR WHERE w.openid = ?`, [who])
	status(await c.post('/account/register/keep', half()), 303)
	older(7 * 24 - 1)
	assert.equal((await form(c)).Form.name, '林小满')
	older(7 * 24 + 1)
	assert.equal((await form(c)).Form.name, undefined)
	again('order-clock')
	await until(() => rowOf(who).length === 0)
})

test('whoever is erased leaves none behind', async () => {
	const who = openid(), c = await come(who)
	status(await c.post('/account/register/keep', half()), 303)
	const v = await newVolunteer()
	sql('UPDATE wechat_account SET person_id = NULL WHERE openid = ?', [v.openid])
	sql(`UPDATE wechat_account SET person_id = (SELECT person_id FROM volunteer WHERE no = ?) WHERE openid = ?`, [v.no, who])
	assert.equal(rowOf(who).length, 1, 'bound by a code of the counter, say')
	const before = rows()
	status(await v.client.post('/account/me/erase', { confirm: 1 }), 303)
	assert.equal(rows(), before - 1)
})

await end()
