// t3093-signing-in.mjs - signing in as people meet it: the way back after a mistake, without and with scripts.
import { asVolunteer, assert, atDesk, end, newVolunteer, phone, press, test } from './lib.mjs'

const BUTTON = '申请更正'
const off = { javaScriptEnabled: false }

/** Sends a wrong form, mends it, and goes back twice: never the browser's own error. */
async function backAfterMistake(page, { path, wrong, right, button }) {
	await page.goto(path)
	await wrong(page)
	await press(page, button)
	assert.match(await page.title(), /^错误/)
	await right(page)
	await press(page, button)
	assert.doesNotMatch(await page.title(), /^错误/)
	await page.goBack({ waitUntil: 'load' })
	const first = await page.locator('body').innerText()
	assert.doesNotMatch(first, /ERR_CACHE_MISS/)
	assert.match(first, /\S{4}/)
	await page.goBack({ waitUntil: 'load' })
	assert.equal(new URL(page.url()).pathname, path)
}

for (const [what, options] of [['with scripts', {}], ['without scripts', off]])
	test(`back after a corrected mistake shows a page of ours, ${what}`, async () => {
		const v = await newVolunteer()
		const page = await asVolunteer(await phone(options), v.openid)
		await backAfterMistake(page, {
			path: '/account/me/correct',
			wrong: async () => {},
			right: async (p) => {
				await p.locator('#f-name').fill('林小慢')
				await p.locator('#f-purpose').fill('名字写错了')
				await p.locator('#f-proof').fill('身份证')
			},
			button: BUTTON,
		})
	})
test('at the desk the way back asks for the page anew', async () => {
	const page = await atDesk('liwei')
	await page.goto('/account/password')
	await press(page, '保存')
	assert.match(await page.title(), /^错误/)
	await page.goto('/account/desk')
	await page.goBack({ waitUntil: 'load' })
	assert.equal(new URL(page.url()).pathname, '/account/password')
	assert.doesNotMatch(await page.title(), /^错误/)
})
await end()
