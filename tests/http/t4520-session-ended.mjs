// A session that ended: whoever presses a button is told that nothing was sent, signs in and stands on the page above the
// button. Every POST of the route tables is walked; no GET afterwards is a 405.
import { readFileSync, readdirSync } from 'node:fs'
import { Client, DEMO_PASSWORD, WECHAT_UA, assert, end, newVolunteer, sql, staff, status, test, value } from './lib.mjs'

const CGI = new URL('../../cgi/', import.meta.url).pathname
const sources = readdirSync(CGI, { withFileTypes: true })
	.filter((one) => one.isDirectory())
	.map(({ name }) => [name, readdirSync(CGI + name).filter((f) => /\.[ch]$/.test(f)).map((f) => readFileSync(`${CGI}${name}/${f}`, 'utf8')).join('\n')])

/** Names of flags that a program makes of others, worked out: DESK is STAFF | OVERSEER. */
function flagsOf(text, words) {
	const own = Object.fromEntries(Array.from(text.matchAll(/#define ([A-Z_]+)\s+\(([A-Z_| ]+)\)/g), ([, name, all]) => [name, all]))
	return words.split('|').map((w) => w.trim()).flatMap((w) => (own[w] ? flagsOf(text, own[w]) : [w]))
}
const rowsOf = (method) => sources.flatMap(([app, text]) =>
	Array.from(text.matchAll(new RegExp(`\\{\\s*"${method}",\\s*"([^"]+)",\\s*([A-Z_ |]+?),`, 'g')),
		([, path, words]) => ({ app, path, flags: flagsOf(text, words) })))

const posts = rowsOf('POST').filter((r) => !r.flags.includes('PUBLIC'))
const gets = rowsOf('GET')
const people = (r) => r.flags.some((f) => ['WECHAT', 'VOLUNTEER', 'SIGNED_IN'].includes(f))
const pattern = (path) => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`)
const filled = (path) => path.replace(/\{\w+\}/g, 'zz9')
/** As the program finds it: the first row that fits. */
const pageAt = (app, path) => gets.find((r) => r.app === app && pattern(r.path).test(path))

const anyone = new Client()

test('the tables were read', () => {
	assert.ok(posts.length > 150, `${posts.length} rows`)
	assert.ok(posts.some((r) => r.path === '/recruit/{no}/apply') && gets.length > 150)
})

test('every button leads back to a page of its own program that its people may open', async () => {
	const wrong = []
	for (const row of posts) {
		const { page } = status(await anyone.post(filled(row.path), {}), 401, row.path)
		const above = page.Above && pageAt(row.app, page.Above)
		const shared = above && (above.flags.includes('PUBLIC') || people(above) === people(row) || above.flags.includes('SIGNED_IN') || row.flags.includes('SIGNED_IN'))
		if (!shared || page.To !== `${page.Above}?done=not_sent` || !page.Way?.endsWith(encodeURIComponent(page.To)))
			wrong.push(`${row.path} -> ${page.Above}`)
	}
	assert.deepEqual(wrong, [])
})

test('a page of one thing is above its buttons, at whatever depth', async () => {
	for (const [path, above] of [
		['/recruit/A1/apply', '/recruit/A1'], ['/recruit/A1/withdraw', '/recruit/A1'], ['/training/T1/enrol', '/training/T1'],
		['/account/me/edit', '/account/me/edit'], ['/account/volunteers/V1/tag/drop', '/account/volunteers/V1'],
		['/account/volunteers/V1/note/ab/drop', '/account/volunteers/V1'], ['/account/me/export', '/account/me'],
		['/project/P1/position/ab/remove', '/project/P1/position/ab'], ['/recruit/review/ab/refuse', '/recruit/review/ab'],
		['/account/volunteers/%E5%BC%A0/edit', '/account/volunteers/%E5%BC%A0/edit'],
	])
		assert.equal((await anyone.post(path, {})).page.Above, above, path)
})

test('a signed-in person meets no 405 on the way back', async () => {
	const volunteer = (await newVolunteer()).client
	const clerk = await staff('liwei')
	const seen = new Map()
	for (const row of posts) {
		const { Above, To } = (await anyone.post(filled(row.path), {})).page
		const as = people(row) ? volunteer : clerk
		if (seen.has(Above)) continue
		const r = await as.get(To)
		seen.set(Above, r.status)
		assert.ok(r.status !== 405 && r.status < 500, `${row.path}: GET ${To} is ${r.status}`)
	}
	assert.ok(seen.size > 60)
})

const project = value(`SELECT no FROM project WHERE state IN ('published', 'running') ORDER BY no LIMIT 1`)
test('there is a project', () => assert.ok(project))

test('a volunteer whose session ended signs in by WeChat and finds the page, with the words', async () => {
	const v = await newVolunteer()
	sql('UPDATE session SET revoked_at = NOW() WHERE person_id = (SELECT person_id FROM volunteer WHERE no = ?)', [v.no])
	await new Promise((done) => setTimeout(done, 1200)) // a session may be kept for a second
	const inside = Object.assign(v.client, { ua: WECHAT_UA })
	const r = status(await inside.post(`/recruit/${project}/apply`, {}, { headers: { Accept: 'text/html' } }), 401)
	assert.match(r.text, /登录失效了，没有提交/)
	const [, start] = r.text.match(/href="(\/account\/wechat\/start\?to=[^"]+)"/)
	assert.doesNotMatch(r.text, /sign-in\?to=/)
	let at = await inside.get(start.replaceAll('&amp;', '&'), { headers: { 'X-Sim-User': v.openid } })
	for (let i = 0; i < 5 && at.location; i++) at = await inside.get(at.location, { headers: { 'X-Sim-User': v.openid } })
	assert.equal(at.status, 200)
	assert.equal(`${at.url.pathname}${at.url.search}`, `/recruit/${project}?done=not_sent`)
	assert.match(at.text, /刚才的操作没有提交，请再点一次/)
})

test('outside WeChat the way in is that of volunteers, and of staff for staff', async () => {
	const v = status(await anyone.post('/recruit/A1/apply', {}, { headers: { Accept: 'text/html' } }), 401).text
	assert.match(v, /href="\/account\/sign-in\?as=volunteer&amp;to=%2Frecruit%2FA1%3Fdone%3Dnot_sent"/)
	const s = status(await anyone.post('/needs/ledger/new', {}, { headers: { Accept: 'text/html' } }), 401).text
	assert.match(s, /href="\/account\/sign-in\?to=%2Fneeds%2Fledger%2Fnew%3Fdone%3Dnot_sent"/)
	assert.doesNotMatch(s, /as=volunteer&amp;to=/)
})

test('a member of staff comes back to the page above', async () => {
	const c = new Client()
	const r = status(await c.submit('/account/sign-in', { login: 'liwei', password: DEMO_PASSWORD, to: '/needs/ledger/new?done=not_sent' }), 303)
	assert.match(r.location, /\/needs\/ledger\/new\?done=not_sent$/)
	assert.match(status(await c.get(r.location), 200).text, /刚才的操作没有提交/)
})

test('a form that is older than the sign-in says that nothing was sent, and where', async () => {
	const v = await newVolunteer()
	const r = status(await v.client.post(`/recruit/${project}/apply`, { csrf: '0'.repeat(32) }, { headers: { Accept: 'text/html' } }), 403)
	assert.match(r.text, /页面过期了，没有提交/)
	assert.match(r.text, new RegExp(`href="/recruit/${project}"`))
})

test('the address of a button, opened by hand, leads to its page', async () => {
	const v = await newVolunteer()
	const r = status(await v.client.get(`/recruit/${project}/apply`), 405)
	assert.match(r.text, new RegExp(`class="button" href="/recruit/${project}"`))
})

test('who came by WeChat and is not registered is led to registration first, and then back', async () => {
	const c = new Client()
	await c.wechatUser(`oZYZ_${Date.now()}aaaaaaaaaa`)
	await c.getJson('/account/register')
	const { page } = status(await c.post('/recruit/A1/apply', {}), 403)
	assert.equal(page.Way, '/account/register?to=%2Frecruit%2FA1%3Fdone%3Dnot_sent')
})

test('a page that asks for a sign-in keeps what its address asked for', async () => {
	const r = status(await anyone.get('/needs/ledger?state=verified&done=saved&q=%E7%81%AF'), 303)
	assert.match(r.location, /\/account\/sign-in\?to=%2Fneeds%2Fledger%3Fstate%3Dverified%26q%3D%25E7%2581%25AF$/)
})
await end()
