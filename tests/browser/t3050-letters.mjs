// t3050-letters.mjs - the size of letters: a link on the first screen makes them larger, without a script too; the choice
// stays; the largest is at least 30 px for residents, and nothing falls off a narrow phone then.
import { BOUND, asVolunteer, assert, end, look, phone, test, until, value, visit } from './lib.mjs'

const survey = () => `/needs/s/${value("SELECT code FROM survey WHERE state = 'open' ORDER BY id LIMIT 1")}`
const size = (page) => page.locator('main p').first().evaluate((p) => parseFloat(getComputedStyle(p).fontSize))
/** A press leads to another page, which may be a moment away. */
const larger = (page, than) => until(async () => {
	const px = await size(page)
	return px > than && px
}, 10_000, { what: `letters above ${than} px` })

test('a resident makes the letters larger, twice, and they stay', async () => {
	const page = await phone({ javaScriptEnabled: false })
	await page.goto(survey())
	const before = await size(page)
	assert.ok(before >= 18, `${before} px`)
	await page.getByRole('link', { name: '字再大一点' }).click()
	const more = await larger(page, before)
	await page.locator('header a[href*="font="]').click()
	const largest = await larger(page, more)
	assert.ok(largest >= 30, `${largest} px`)
	await page.goto('/needs/order')
	await page.goto(survey())
	assert.equal(await size(page), largest)
})

test('the largest letters fit a narrow phone', async () => {
	const page = await phone()
	await page.goto(`${survey()}?font=xl`)
	await look(page, 'letters-survey')
	await visit(page, '/', 'letters-front')
	await visit(page, '/recruit/', 'letters-recruit')
	await visit(page, '/activity/notice', 'letters-notice')
})

test('a volunteer finds 长辈版 on the first screen', async () => {
	const page = await asVolunteer(await phone(), BOUND)
	const before = await size(page)
	const link = page.getByRole('link', { name: '长辈版' })
	assert.ok(await link.isVisible())
	const box = await link.boundingBox()
	assert.ok(box.y < 120 && box.height >= 44, JSON.stringify(box))
	await link.click()
	await larger(page, before)
	await look(page, 'letters-me')
	await visit(page, '/activity/hours', 'letters-hours')
})
await end()
