// A desktop is signed in by a phone: a code for three minutes, once, for the desktop that shows it; the phone picks the number that the
// desktop shows, and its own session must hold.
import { BROWSER_UA, Client, WECHAT_UA, assert, end, newVolunteer, sql, status, test, value } from './lib.mjs'

const pathOf = (r) => { const u = new URL(status(r, 303).location); return u.pathname + u.search }
/** A desktop that shows its code: { desk, token, number }. */
async function shown(to) {
	const desk = new Client({ ua: BROWSER_UA })
	const { page } = status(await desk.getJson('/account/sign-in?as=volunteer'), 200)
	assert.equal(page.Desk, '1')
	assert.equal(pathOf(await desk.post('/account/qr', { key: page.Key, ...(to && { to }) })), '/account/qr')
	const r = status(await desk.getJson('/account/qr'), 200)
	assert.equal(r.page.State, 'shown')
	assert.equal(r.headers.refresh, '3')
	const html = (await desk.get('/account/qr')).text
	assert.match(html, /<svg viewBox="0 0 (\d+) \1"/)
	return { desk, number: r.page.Number, token: r.page.Qr.url.split('/').pop() }
}

test('the phone confirms by the number, and the desktop is in, once', async () => {
	const v = await newVolunteer()
	const { desk, number, token } = await shown('/recruit/')
	const { page } = status(await v.client.getJson(`/account/qr/${token}`), 200)
	assert.equal(page.Numbers.length, 3)
	assert.equal(new Set(page.Numbers.map((n) => n.number)).size, 3)
	assert.ok(page.Numbers.some((n) => n.number === number))
	assert.equal((await desk.getJson('/account/me')).status, 401)
	assert.equal(pathOf(await v.client.post(`/account/qr/${token}`, { number })), `/account/qr/${token}`)
	assert.match((await v.client.get(`/account/qr/${token}`)).text, /已确认/)
	assert.equal(pathOf(await desk.get('/account/qr')), '/recruit/')
	assert.equal(status(await desk.getJson('/account/me'), 200).page.Me.no, v.no)
	assert.equal(value(`SELECT state FROM desk_login ORDER BY id DESC LIMIT 1`), 'used')
	// Replayed from the phone, and by another desktop.
	status(await v.client.post(`/account/qr/${token}`, { number }), 303)
	assert.match((await v.client.get(`/account/qr/${token}`)).text, /电脑上已经登录/)
	assert.equal(value(`SELECT COUNT(*) FROM audit WHERE action = 'volunteer.sign_in' AND detail = 'qr'
		AND target_id = (SELECT person_id FROM volunteer WHERE no = ?)`, [v.no]), '1')
})

test('what the code holds signs nobody in: only the cookie of the desktop does', async () => {
	const v = await newVolunteer()
	const { desk, number, token } = await shown()
	status(await v.client.post(`/account/qr/${token}`, { number }), 303)
	const thief = new Client()
	assert.equal(status(await thief.getJson('/account/qr'), 200).page.State, 'over')
	assert.match(status(await thief.get(`/account/qr/${token}`), 303).location, /sign-in\?as=volunteer&to=/)
	assert.equal((await thief.getJson('/account/me')).status, 401)
	assert.equal(pathOf(await desk.get('/account/qr')), '/account/me')
})

test('a wrong number, and 不是我, refuse', async () => {
	const v = await newVolunteer()
	for (const wrong of [(n) => (n === 99 ? 10 : n + 1), () => 0]) {
		const { desk, number, token } = await shown()
		status(await v.client.post(`/account/qr/${token}`, { number: wrong(number) }), 303)
		assert.equal(status(await desk.getJson('/account/qr'), 200).page.State, 'refused')
		status(await v.client.post(`/account/qr/${token}`, { number }), 303)
		assert.equal(status(await desk.getJson('/account/qr'), 200).page.State, 'refused')
	}
})

test('after three minutes nobody can confirm, nor come in', async () => {
	const v = await newVolunteer()
	const one = await shown()
	sql('UPDATE desk_login SET expires_at = NOW() - INTERVAL 1 SECOND ORDER BY id DESC LIMIT 1')
	status(await v.client.post(`/account/qr/${one.token}`, { number: one.number }), 303)
	assert.match((await v.client.get(`/account/qr/${one.token}`)).text, /已经过期/)
	assert.equal(status(await one.desk.getJson('/account/qr'), 200).page.State, 'over')
	const two = await shown()
	status(await v.client.post(`/account/qr/${two.token}`, { number: two.number }), 303)
	sql('UPDATE desk_login SET expires_at = NOW() - INTERVAL 1 SECOND ORDER BY id DESC LIMIT 1')
	assert.equal(status(await two.desk.getJson('/account/qr'), 200).page.State, 'over')
})

test('a phone that signed out meanwhile lets nobody in', async () => {
	const v = await newVolunteer()
	const { desk, number, token } = await shown()
	status(await v.client.post(`/account/qr/${token}`, { number }), 303)
	status(await v.client.post('/account/sign-out', {}), 303)
	assert.match(pathOf(await desk.get('/account/qr')), /\/account\/sign-in\?as=volunteer&why=expired/)
	assert.equal((await desk.getJson('/account/me')).status, 401)
})

test('two looks at the same moment make one session', async () => {
	const v = await newVolunteer()
	const { desk, number, token } = await shown()
	status(await v.client.post(`/account/qr/${token}`, { number }), 303)
	const sessions = () => Number(value(`SELECT COUNT(*) FROM session s JOIN volunteer v ON v.person_id = s.person_id WHERE v.no = ?`, [v.no]))
	const before = sessions()
	await Promise.all(Array.from({ length: 6 }, () => desk.get('/account/qr')))
	assert.equal(sessions(), before + 1)
})

test('a phone that is not signed in does so first, and comes back to the code', async () => {
	const { token } = await shown()
	const c = new Client({ ua: WECHAT_UA })
	assert.equal(pathOf(await c.get(`/account/qr/${token}`)), `/account/sign-in?as=volunteer&to=%2Faccount%2Fqr%2F${token}`)
})

test('nonsense, no token, no key', async () => {
	const v = await newVolunteer()
	const { token, number } = await shown()
	status(await v.client.post(`/account/qr/${token}`, { number, csrf: null }), 403)
	status(await v.client.post('/account/qr/zz', { number }), 404)
	status(await v.client.post(`/account/qr/${token}`, { number: 'x' }), 422)
	assert.equal(status(await v.client.getJson(`/account/qr/${'0'.repeat(32)}`), 200).page.State, 'over')
	status(await new Client().post('/account/qr', {}), 403)
})
await end()
