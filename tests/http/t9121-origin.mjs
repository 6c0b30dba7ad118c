// Old kernels say nothing of where a form came from but its Origin, which nobody looked at.
import { Client, assert, end, staff, status, test } from './lib.mjs'

const post = (c, origin, extra = {}) => c.submit('/account/sign-in', { login: 'liwei', password: 'zhiyuan-2026' }, { headers: { Origin: origin, ...extra } })

test('a form from elsewhere signs nobody in', async () => {
	for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1', `http://127.0.0.1:${process.env.PORT}.evil.example`])
		status(await post(new Client(), origin), 403, origin)
})

test('one of our own does, and so does a client that says nothing', async () => {
	const c = new Client()
	status(await post(c, new URL(c.base).origin), 303)
	status(await new Client().submit('/account/sign-in', { login: 'liwei', password: 'zhiyuan-2026' }), 303)
})

test('what the browser says of the site goes before', async () => {
	const c = new Client()
	status(await post(c, 'https://evil.example', { 'Sec-Fetch-Site': 'cross-site' }), 403)
	status(await post(new Client(), new URL(c.base).origin, { 'Sec-Fetch-Site': 'cross-site' }), 403)
	status(await post(new Client(), new URL(c.base).origin, { 'Sec-Fetch-Site': 'same-origin' }), 303)
})

test('it holds for every form', async () => {
	const clerk = await staff('liwei')
	assert.ok(clerk.csrf)
	status(await clerk.post('/account/mine/sessions', { session: 'others' }, { headers: { Origin: 'https://evil.example' } }), 403)
	status(await clerk.post('/account/mine/sessions', { session: 'others' }, { headers: { Origin: new URL(clerk.base).origin } }), 303)
})

await end()
