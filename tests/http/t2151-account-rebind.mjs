// 换绑: another WeChat or another phone. A new WeChat takes a one-time code, given by the old one or, at the station, by staff; the
// old one is out then. All of it is audited, and the person can read it.
import { Client, assert, end, guardGet, guardPost, mobile, newVolunteer, openid, sql, staff, status, test, value } from './lib.mjs'
import { codeFor, withGateway } from './lib/phone.mjs'

withGateway()

const html = { headers: { Accept: 'text/html' } }
const shared = await newVolunteer()
const of = () => shared.no
guardGet('/account/volunteers/{}/rebind', { of, elsewhere: 'zhaolei' })
guardPost('/account/volunteers/{}/rebind', { of, elsewhere: 'zhaolei', form: { wechat: '1', purpose: '换手机', document_seen: '1' } })

const form = { wechat: '1', purpose: '旧手机丢失，持证到站', document_seen: '1' }
const code = (r) => status(r, 200).page.Code.text.replace(' ', '')
const personOf = (v) => Number(value('SELECT person_id FROM volunteer WHERE no = ?', [v.no]))
async function stranger() {
	const client = new Client(), who = openid()
	await client.wechatUser(who)
	return { client, who }
}

test('staff take the old WeChat out and give a code, with which a new one gets in', async () => {
	const v = await newVolunteer(), clerk = await staff('liwei')
	const r = await clerk.post(`/account/volunteers/${v.no}/rebind`, form)
	assert.match(status(r, 200).page.Code.text, /^\d{4} \d{4}$/)
	assert.match(r.headers['cache-control'], /no-store/)
	status(await v.client.getJson('/account/me'), 401)
	const again = new Client()
	await again.wechatUser(v.openid)
	status(await again.getJson('/account/me'), 403)
	const { client, who } = await stranger()
	assert.match(status(await client.get('/account/register'), 200).text, /href="\/account\/bind"/)
	assert.match(status(await client.get('/account/bind'), 200).text, /换绑码/)
	// As people type it: with its gap, in full width.
	const typed = r.page.Code.text.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
	assert.equal(new URL(status(await client.post('/account/bind', { bind_code: typed }), 303).location).pathname, '/account/me')
	assert.equal(status(await client.getJson('/account/me'), 200).page.Me.no, v.no)
	const back = new Client()
	await back.wechatUser(who)
	assert.equal(status(await back.getJson('/account/me'), 200).page.Me.no, v.no)
	const p = personOf(v)
	assert.deepEqual(sql(`SELECT action FROM audit WHERE target = 'person' AND target_id = ${p} AND action LIKE 'wechat.%' ORDER BY id`)
		.map((a) => a.action).slice(-2), ['wechat.release', 'wechat.bind'])
	assert.equal(value(`SELECT COUNT(*) FROM rebind WHERE person_id = ${p} AND code_mac IS NULL AND done_at IS NOT NULL`), '1')
	const seen = status(await client.getJson('/account/me/looked'), 200).page.Looked
	assert.ok(seen.some((l) => l.field === 'wechat' && l.changed && l.staff === '李伟' && l.purpose === form.purpose))
	assert.ok(status(await client.post('/account/me/export'), 200).json.rebound.some((b) => b.purpose === form.purpose))
	assert.ok(status(await clerk.getJson(`/account/volunteers/${v.no}`), 200).page.Looked.some((l) => l.changed))
	// The code stands in no table and no log of ours.
	assert.equal(value(`SELECT COUNT(*) FROM audit WHERE detail LIKE ?`, [`%${r.page.Code.text.replace(' ', '')}%`]), '0')
})

test('a code works once, for a day, and until another is given', async () => {
	const v = await newVolunteer(), clerk = await staff('liwei')
	const first = code(await clerk.post(`/account/volunteers/${v.no}/rebind`, form))
	const second = code(await clerk.post(`/account/volunteers/${v.no}/rebind`, form))
	const { client } = await stranger()
	const tried = async (c, bind_code) => status(await c.post('/account/bind', { bind_code }), 422).page.Errors[0].field
	assert.equal(await tried(client, first), 'bind_code')
	sql(`UPDATE rebind SET expires_at = NOW() - INTERVAL 1 MINUTE WHERE person_id = ${personOf(v)}`)
	assert.equal(await tried(client, second), 'bind_code')
	sql(`UPDATE rebind SET expires_at = NOW() + INTERVAL 1 HOUR WHERE person_id = ${personOf(v)}`)
	status(await client.post('/account/bind', { bind_code: second }), 303)
	assert.equal(await tried((await stranger()).client, second), 'bind_code')
})

test('who is signed in takes a code for another WeChat; the old one stays until then', async () => {
	const v = await newVolunteer()
	assert.match(status(await v.client.get('/account/me/edit'), 200).text, /href="\/account\/me\/rebind"/)
	status(await v.client.get('/account/me/rebind'), 200)
	const given = code(await v.client.post('/account/me/rebind'))
	status(await v.client.getJson('/account/me'), 200)
	const { client } = await stranger()
	status(await client.post('/account/bind', { bind_code: given }), 303)
	assert.equal(status(await client.getJson('/account/me'), 200).page.Me.no, v.no)
	status(await v.client.getJson('/account/me'), 401)
	status(await new Client().post('/account/me/rebind', { csrf: '0'.repeat(32) }), 401)
	status(await client.post('/account/me/rebind', { csrf: null }), 403)
	sql('DELETE FROM throttle')
	for (let i = 0; i < 5; i++) status(await client.post('/account/me/rebind'), 200)
	status(await client.post('/account/me/rebind'), 429)
})

test('codes are not for guessing, and who is registered needs none', async () => {
	sql('DELETE FROM throttle')
	const { client } = await stranger()
	for (const bind_code of ['', '1234567', 'abcdefgh', '12345678'])
		assert.equal(status(await client.post('/account/bind', { bind_code }), 422).page.Errors[0].field, 'bind_code')
	for (let i = 1; i < 9; i++) status(await client.post('/account/bind', { bind_code: `0000000${i}` }), 422)
	status(await client.post('/account/bind', { bind_code: '00000099' }), 429)
	sql('DELETE FROM throttle')
	status(await client.post('/account/bind', { bind_code: '12345678', csrf: null }), 403)
	status(await new Client().post('/account/bind', { bind_code: '12345678', csrf: '0'.repeat(32) }), 401)
	assert.equal(new URL(status(await shared.client.post('/account/bind', { bind_code: '12345678' }), 303).location).pathname, '/account/me')
	status(await (await staff('liwei')).getJson('/account/bind'), 403)
})

test('staff change a phone alone, with purpose and the document seen', async () => {
	const v = await newVolunteer(), clerk = await staff('liwei'), at = `/account/volunteers/${v.no}/rebind`, phone = mobile()
	for (const [change, field] of [[{ wechat: '' }, 'wechat'], [{ purpose: '' }, 'purpose'], [{ document_seen: '' }, 'document_seen'],
		[{ phone: '0913-2123456' }, 'phone'], [{ phone: '1380013' }, 'phone']])
		assert.equal(status(await clerk.post(at, { ...form, ...change }), 422).page.Errors[0].field, field)
	const r = await clerk.post(at, { ...form, wechat: '', phone })
	assert.equal(new URL(status(r, 303).location).pathname, `/account/volunteers/${v.no}`)
	status(await v.client.getJson('/account/me'), 401, 'whoever was in is out')
	await v.client.wechatUser(v.openid)
	status(await v.client.getJson('/account/me'), 200)
	assert.equal(status(await v.client.post('/account/me/export'), 200).json.person.phone, phone)
	assert.equal(value(`SELECT version FROM volunteer WHERE no = ?`, [v.no]), '2')
	assert.ok((await v.client.getJson('/account/me/looked')).page.Looked.some((l) => l.field === 'phone' && l.staff === '李伟'))
	status(await clerk.getJson('/account/volunteers/V9999999999/rebind'), 404)
})

test('a phone changed by oneself is written down too; a code of an erased person is dead', async () => {
	const v = await newVolunteer(), clerk = await staff('liwei'), phone = mobile()
	status(await v.client.post('/account/me/phone', { phone }), 303)
	status(await v.client.post('/account/me/phone/code', { code: codeFor(phone) }), 303)
	await v.client.getJson('/account/me')
	const seen = status(await v.client.getJson('/account/me/looked'), 200).page.Looked
	assert.deepEqual(seen.map((l) => [l.field, l.staff ?? '']), [['phone', '']])
	assert.match(status(await v.client.get('/account/me/looked', html), 200).text, /更换手机号/)
	const given = code(await v.client.post('/account/me/rebind'))
	status(await v.client.post('/account/me/erase', { confirm: '1' }), 303)
	status(await (await stranger()).client.post('/account/bind', { bind_code: given }), 422)
	status(await clerk.getJson(`/account/volunteers/${v.no}/rebind`), 404)
})

await end()
