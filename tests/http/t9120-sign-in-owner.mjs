// Five wrong passwords by anybody refused the owner for ten minutes. They slow down the address that typed them; the owner
// comes in from another one, and from a browser that was used before even at the same one.
import { Client, STAFF_PASSWORD, assert, end, newStaff, status, test } from './lib.mjs'

const tryAs = (c, login, password) => c.submit('/account/sign-in', { login, password })
async function wear(login, from) {
	for (let i = 0; i < 5; i++) status(await tryAs(new Client({ from }), login, `no${i}`), 422)
}

test('the right password passes from another address', async () => {
	const { login } = await newStaff()
	await wear(login, '127.0.0.31')
	assert.match(status(await tryAs(new Client({ from: '127.0.0.31' }), login, STAFF_PASSWORD), 422).page.Errors[0].text, /10 分钟/)
	status(await tryAs(new Client({ from: '127.0.0.32' }), login, STAFF_PASSWORD), 303)
})

test('a browser that was used before passes at the same address, and is no free pass', async () => {
	const { login } = await newStaff()
	const own = new Client({ from: '127.0.0.33' })
	await own.signInStaff(login, STAFF_PASSWORD)
	status(await own.post('/account/sign-out'), 303)
	await wear(login, '127.0.0.33')
	status(await tryAs(own, login, STAFF_PASSWORD), 303)
	status(await own.post('/account/sign-out', { csrf: (await own.getJson('/account/desk')).page.Csrf }), 303)
	for (let i = 0; i < 5; i++) status(await tryAs(own, login, `no${i}`), 422)
	assert.match(status(await tryAs(own, login, STAFF_PASSWORD), 422).page.Errors[0].text, /10 分钟/)
	// The mark is of one account.
	const other = await newStaff()
	await wear(other.login, '127.0.0.33')
	assert.match(status(await tryAs(own, other.login, STAFF_PASSWORD), 422).page.Errors[0].text, /10 分钟/)
})

test('a hall behind one address signs in one after the other', async () => {
	const { login } = await newStaff()
	for (let i = 0; i < 30; i++) status(await tryAs(new Client({ from: '127.0.0.34' }), login, STAFF_PASSWORD), 303)
})

await end()
