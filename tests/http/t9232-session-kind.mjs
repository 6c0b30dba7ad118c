// A desktop that a phone signed in had the phone's WeChat: who took it could change phone and WeChat, and acting for somebody
// made two weeks of its working day. It has no WeChat, is refused what proves who somebody is, and stays of its kind with its end. A
// phone that changes ends the sessions of the member of staff, too; what was ended without a word stands in the audit trail.
import { BROWSER_UA, Client, assert, end, mobile, newStaff, newVolunteer, personForm, sql, staff, status, test, value } from './lib.mjs'
import { act, family, guarded, pair, personOf } from './lib/family.mjs'
import { codeFor, withGateway } from './lib/phone.mjs'

withGateway()

const clerk = await staff('liwei')
const html = { headers: { Accept: 'text/html' } }
async function desktop(v) {
	const desk = new Client({ ua: BROWSER_UA })
	const { Key } = (await desk.getJson('/account/sign-in?as=volunteer')).page
	status(await desk.post('/account/qr', { key: Key }), 303)
	const { Number: number, Qr } = status(await desk.getJson('/account/qr'), 200).page
	const at = new URL(Qr.url).pathname
	status(await v.client.getJson(at), 200)
	status(await v.client.post(at, { number }), 303)
	status(await desk.get('/account/qr'), 303)
	status(await desk.getJson('/account/me'), 200)
	return { no: v.no, client: desk, at }
}
const newest = (v) => sql(`SELECT desk, wechat_account_id AS wechat, TIMESTAMPDIFF(SECOND, NOW(), expires_at) AS seconds, expires_at AS until
	FROM session WHERE person_id = ? AND revoked_at IS NULL ORDER BY id DESC LIMIT 1`, [personOf(v)])[0]
const audits = (action, detail, target) => value(`SELECT COUNT(*) FROM audit WHERE action = ? AND COALESCE(detail, '') = ? AND target_id = ?`, [action, detail, target])

test('a desktop changes no proof, and confirms no other desktop', async () => {
	const v = await newVolunteer()
	const desk = await desktop(v)
	assert.deepEqual([newest(v).desk, newest(v).wechat], ['1', null])
	for (const [at, form] of [['/account/me/phone', { phone: mobile() }], ['/account/me/phone/old', {}], ['/account/me/phone/old-code', { code: '123456' }],
		['/account/me/phone/code', { code: '123456' }], ['/account/me/rebind', {}], ['/account/me/staff-code', { answer: 'yes' }], [desk.at, { number: '10' }]])
		assert.equal(status(await desk.client.post(at, form), 403, at).page.Error, 'desk')
	for (const at of ['/account/me/phone', '/account/me/rebind'])
		assert.match(status(await desk.client.get(at, html), 403).text, /请在您的手机上办/)
	status(await v.client.getJson('/account/me/phone'), 200)
})

test('acting for another keeps the kind of a session and its end', async () => {
	const { elder, proxy, uid } = await pair(clerk)
	const desk = await desktop(proxy)
	const before = newest(proxy)
	assert.ok(Number(before.seconds) < 864e2)
	await act(desk, uid)
	assert.equal(status(await desk.client.getJson('/account/me'), 200).page.Me.no, elder.no)
	assert.deepEqual([newest(proxy).desk, newest(proxy).wechat], ['1', null])
	assert.ok(Math.abs(newest(proxy).seconds - before.seconds) < 30)
	status(await desk.client.post('/account/me/phone', { phone: mobile() }), 403)
	status(await desk.client.post('/account/family/self'), 303)
	assert.equal(status(await desk.client.getJson('/account/me'), 200).page.Me.no, proxy.no)
	assert.equal(newest(proxy).desk, '1')
	assert.ok(Math.abs(newest(proxy).seconds - before.seconds) < 30)
	assert.equal(audits('family.self', '', personOf(proxy)), '1')
	// A session of WeChat has its WeChat and its end, too.
	sql('UPDATE session SET expires_at = NOW() + INTERVAL 1 DAY WHERE person_id = ? AND desk = 0', [personOf(proxy)])
	await new Promise((done) => setTimeout(done, 1200)) // a session may be kept for a second
	await act(proxy, uid)
	status(await proxy.client.getJson('/account/me'), 200)
	assert.ok(Math.abs(newest(proxy).seconds - 86400) < 30)
	assert.notEqual(newest(proxy).wechat, null)
})

test('a guardian who erases a child on a desktop stays on a desktop', async () => {
	const { guardian, uid } = await guarded()
	const desk = await desktop(guardian)
	await act(desk, uid)
	status(await desk.client.getJson('/account/me'), 200)
	status(await desk.client.post('/account/me/erase', { confirm: '1' }), 303)
	assert.equal(status(await desk.client.getJson('/account/me'), 200).page.Me.no, guardian.no)
	assert.equal(newest(guardian).desk, '1')
	assert.ok(Number(newest(guardian).seconds) < 864e2)
})

test('another phone keeps the end of the session, and ends those of the member of staff', async () => {
	const form = personForm()
	const v = await newVolunteer(form)
	const s = await newStaff({ person: form })
	status(await s.client.getJson('/account/desk'), 200)
	sql('DELETE FROM throttle')
	sql('UPDATE session SET expires_at = NOW() + INTERVAL 1 DAY WHERE person_id = ?', [personOf(v)])
	await new Promise((done) => setTimeout(done, 1200)) // a session may be kept for a second
	const next = mobile()
	status(await v.client.post('/account/me/phone', { phone: next }), 303)
	status(await v.client.post('/account/me/phone/code', { code: codeFor(next) }), 303)
	status(await v.client.getJson('/account/me'), 200)
	assert.ok(Math.abs(newest(v).seconds - 86400) < 30)
	assert.equal((await s.client.getJson('/account/desk')).status, 401)
})

test('a phone that the counter changes ends both, too', async () => {
	const form = personForm()
	const v = await newVolunteer(form)
	const s = await newStaff({ person: form })
	status(await clerk.post(`/account/volunteers/${v.no}/rebind`, { phone: mobile(), purpose: '本人来站', document_seen: '1' }), 303)
	assert.equal((await v.client.getJson('/account/me')).status, 401)
	assert.equal((await s.client.getJson('/account/desk')).status, 401)
	status(await clerk.getJson('/account/desk'), 200)
})

/** Whoever acts, after the right has ended. */
async function ended() {
	const { elder, proxy, uid } = await pair(clerk)
	await act(proxy, uid)
	status(await proxy.client.getJson('/account/me'), 200)
	status(await elder.client.post(`/account/family/${uid}/end`), 303)
	return proxy
}

test('a button that is pressed after the right has ended leads on', async () => {
	const proxy = await ended()
	const r = status(await proxy.client.post('/recruit/A1/apply', {}, html), 403)
	assert.match(r.text, /已经不能再替他办/)
	assert.match(r.text, /class="button" href="\/account\/family\/self\?to=/)
	status(await proxy.client.getJson('/account/family/self'), 200)
	status(await proxy.client.post('/account/family/self'), 303)
	assert.equal(status(await proxy.client.getJson('/account/me'), 200).page.Me.no, proxy.no)
	assert.equal(audits('family.self', '', personOf(proxy)), '1')
})

test('who signs out after the right has ended is no member of staff', async () => {
	const proxy = await ended()
	const before = value("SELECT COUNT(*) FROM audit WHERE action = 'staff.sign_out'")
	status(await proxy.client.getJson('/account/family/self'), 200)
	assert.equal(new URL(status(await proxy.client.post('/account/sign-out'), 303).location).pathname, '/')
	assert.equal(value("SELECT COUNT(*) FROM audit WHERE action = 'staff.sign_out'"), before)
})

test('a code that another one replaced, and an ask that a code answered, stand in the trail', async () => {
	const { elder, proxy } = await pair(clerk)
	const rights = () => sql('SELECT id, ended_by FROM proxy WHERE person_id = ? ORDER BY id', [personOf(elder)])
	const code = async () => status(await clerk.post(`/account/volunteers/${elder.no}/family/code`), 200).page.Code.text
	await code()
	const replaced = rights().at(-1).id
	const text = await code()
	assert.equal(audits('family.end', 'staff', replaced), '1')
	assert.equal(rights().find((r) => r.id === replaced).ended_by, 'staff')
	const [{ uid }] = (await family(proxy)).For
	status(await proxy.client.post(`/account/family/${uid}/end`), 303)
	status(await proxy.client.post('/account/family/ask', { name: elder.form.name, phone: elder.form.phone, relation: '女儿' }), 303)
	const asked = rights().at(-1).id
	status(await proxy.client.post('/account/family/code', { family_code: text, relation: '女儿' }), 303)
	assert.equal(rights().find((r) => r.id === asked).ended_by, 'proxy')
	assert.equal(audits('family.end', 'proxy', asked), '1')
})

await end()
