// t3111-disposition.mjs - forty applications against twenty-eight places on one screen: by mouse in at most twelve clicks, by keys alone,
// and without script; nothing is asked of the server before the button is pressed.
import { asStaff, assert, atDesk, desktop, end, look, newVolunteer, press, staff, status, test, visit } from './lib.mjs'
import { applications, apply, published } from '../http/lib/project.mjs'
import { counted } from './lib/clicks.mjs'

const MOST = 12
const [clerk, reviewer] = [await staff('liwei'), await staff('wangfang')]
const people = await Promise.all(Array.from({ length: 40 }, () => newVolunteer()))

async function asked(n, wanted) {
	const p = await published(clerk, reviewer, { positions: [{ wanted }] })
	for (const v of people.slice(0, n)) status(await apply(v, p.no, p.positions[0]), 303)
	return p.no
}
const count = (no) => ['accepted', 'waiting', 'refused', 'pending'].map((s) => applications(no).filter((a) => a.state === s).length)
const address = (no) => `/recruit/manage/${no}/dispose`

test('by mouse: twenty-eight taken on, two wait, ten refused with one reason', async () => {
	const no = await asked(40, 28)
	const page = await atDesk('liwei')
	await page.goto('/account/desk')
	const clicks = await counted(page)
	await page.locator('.rail').getByRole('link', { name: '招募报名' }).click()
	await page.locator(`a[href="${address(no)}"]`).click()
	await page.getByLabel('全选: 录用').click()
	assert.equal(await page.locator('[name=accept]:checked').count(), 28, 'as many as there are places')
	await page.locator('[name=wait]').nth(28).click()
	await page.locator('[name=wait]').nth(29).click()
	await page.locator('[name=refuse]').nth(30).click()
	await page.locator('[name=refuse]').nth(39).click({ modifiers: ['Shift'] })
	assert.equal(await page.locator('[name=refuse]:checked').count(), 10, 'from the last tick to this one')
	await look(page, 'recruit-dispose')
	await page.locator('[name=reason]').click()
	await page.locator('[name=reason]').fill('这次名额已满')
	await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: '按勾选处置' }).click()])
	await page.getByText('已按勾选处置').waitFor()
	assert.deepEqual(count(no), [28, 2, 10, 0])
	console.log(`# 40 applications against 28 places: ${clicks()} clicks`)
	assert.ok(clicks() > 4 && clicks() <= MOST, `${clicks()} clicks`)
})

test('by keys: j k walk, a w r decide, one decision a row, and no request until it is sent', async () => {
	const no = await asked(4, 2)
	const page = await atDesk('liwei')
	await page.goto(address(no))
	let requests = 0
	page.on('request', () => requests++)
	for (const key of ['j', 'r', 'a', 'j', 'a', 'j', 'w', 'j', 'r', 'k', 'r', 'w']) await page.keyboard.press(key)
	assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('tbody input:checked')].map((b) => b.name)), ['accept', 'accept', 'wait', 'refuse'])
	assert.equal(requests, 0)
	await page.locator('[name=reason]').focus()
	await page.keyboard.type('jkar已满')
	assert.equal(await page.locator('[name=reason]').inputValue(), 'jkar已满', 'off inside fields')
	await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
	assert.deepEqual(count(no), [2, 1, 1, 0])
})

test('Enter on a tick box opens the row and sends nothing', async () => {
	const no = await asked(2, 2)
	const page = await atDesk('liwei')
	await page.goto(address(no))
	await page.keyboard.press('j')
	await Promise.all([page.waitForURL(/\/recruit\/review\//), page.keyboard.press('Enter')])
	assert.deepEqual(count(no), [0, 0, 0, 2])
})

test('without script: ticks and one button', async () => {
	const no = await asked(3, 1)
	const page = await asStaff(await desktop({ javaScriptEnabled: false }), 'liwei')
	await page.goto(address(no))
	await page.locator('[name=accept]').nth(0).check()
	await page.locator('[name=wait]').nth(1).check()
	await page.locator('[name=refuse]').nth(2).check()
	await page.locator('[name=reason]').fill('这次名额已满')
	await press(page, '按勾选处置')
	assert.deepEqual(count(no), [1, 1, 1, 0])
})

test('the screen at 1920', async () => {
	const no = await asked(40, 28)
	await visit(await atDesk('liwei', { viewport: { width: 1920, height: 1080 } }), address(no), 'recruit-dispose-1920')
})

await end()
