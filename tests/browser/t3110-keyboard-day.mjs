// t3110-keyboard-day.mjs - a day at the desk without a mouse: every page is reached, every act done by Tab, Enter, Space and the keys of the
// desk; no pointer is used from signing in to signing out.
import { asStaff, assert, atDesk, desktop, end, newVolunteer, sql, staff, status, test, value, visit } from './lib.mjs'
import { newActivity, roomToday } from '../http/lib/activity.mjs'
import { applications, apply, published } from '../http/lib/project.mjs'
import { counted } from './lib/clicks.mjs'

await roomToday()
const [clerk, reviewer] = [await staff('liwei'), await staff('wangfang')]
const MOST_TABS = 250

/** Tab until this has the focus, as whoever has no mouse does. */
async function tabTo(page, target) {
	for (let i = 0; i < MOST_TABS; i++) {
		if (await target.first().evaluate((el) => el === document.activeElement)) return
		await page.keyboard.press('Tab')
	}
	throw new Error('is not reached by Tab')
}
const enter = (page) => Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
const go = async (page, target) => (await tabTo(page, target), enter(page))
const at = (page) => new URL(page.url()).pathname
const rail = (page, name) => page.locator('.rail').getByRole('link', { name, exact: false })

const page = await asStaff(await desktop(), 'liwei')
const clicks = await counted(page)

test('the morning: what waits, by j and Enter', async () => {
	assert.equal(at(page), '/account/desk')
	await page.keyboard.press('?')
	assert.ok(await page.locator('.keys kbd').first().isVisible())
	await page.keyboard.press('?')
	await page.keyboard.press('j')
	const to = await page.locator('tr.at a').first().getAttribute('href')
	await enter(page)
	assert.equal(at(page), to.split('?')[0])
})

test('somebody is looked for by /', async () => {
	const { name } = sql("SELECT p.name FROM person p JOIN volunteer v ON v.person_id = p.id WHERE v.station_id = 1 AND v.state = 'active' ORDER BY p.id LIMIT 1")[0]
	await page.keyboard.press('/')
	await page.keyboard.type(name)
	await enter(page)
	await go(page, page.locator('main').getByRole('link', { name }))
	await page.keyboard.press('e')
	await page.waitForURL(/\/edit$/)
	await page.keyboard.press('Tab')
})

test('needs are verified: down, tick, down, tick, A', async () => {
	await go(page, rail(page, '需求'))
	await page.goto('/needs/ledger?state=to_verify')
	const nos = []
	for (let i = 0; i < 3; i++) {
		await page.keyboard.press('j')
		await page.keyboard.press('x')
		nos.push(await page.locator('tr.at input').first().inputValue())
	}
	assert.match(await page.locator('[data-ticked]').textContent(), / 3$/)
	await Promise.all([page.waitForNavigation(), page.keyboard.press('a')])
	for (const no of nos) assert.equal(value('SELECT state FROM need WHERE no = ?', [no]), 'verified')
})

test('applications against places', async () => {
	const p = await published(clerk, reviewer, { positions: [{ wanted: 2 }] })
	for (const v of await Promise.all([1, 2, 3].map(() => newVolunteer()))) status(await apply(v, p.no, p.positions[0]), 303)
	await go(page, rail(page, '招募报名'))
	await go(page, page.locator(`a[href="/recruit/manage/${p.no}/dispose"]`))
	for (const key of 'jajajr') await page.keyboard.press(key)
	await tabTo(page, page.locator('[name=reason]'))
	await page.keyboard.type('名额已满')
	await enter(page)
	assert.deepEqual(applications(p.no).map((a) => a.state), ['accepted', 'accepted', 'refused'])
})

test('the roll: times go down by Enter, the cell above by Ctrl D, and never a mouse', async () => {
	const people = await Promise.all([1, 2].map(() => newVolunteer()))
	const a = await newActivity(clerk, { volunteers: people, back: 3 })
	await page.goto(`/activity/manage/${a.no}/log`)
	const cells = (c) => page.locator(`[data-grid=${c}]`)
	await tabTo(page, cells('from'))
	for (const c of ['from', 'to']) {
		await cells(c).first().focus()
		await page.keyboard.type(c === 'from' ? (a.starts ?? '').slice(11, 16).replace(':', '') : (a.ends ?? '').slice(11, 16).replace(':', ''))
		await page.keyboard.press('Enter')
		await page.keyboard.press('Control+d')
		assert.equal(await cells(c).nth(1).inputValue(), await cells(c).first().inputValue(), `${c}: as above`)
	}
})

test('the keys are switched off, and then are letters', async () => {
	await page.goto('/account/keys')
	await tabTo(page, page.locator('[name=keys]'))
	await page.keyboard.press('Space')
	await go(page, page.getByRole('button', { name: '保存' }))
	await page.goto('/needs/ledger')
	await page.keyboard.press('j')
	await page.keyboard.press('/')
	assert.equal(await page.locator('tr.at').count(), 0)
	assert.notEqual(await page.evaluate(() => document.activeElement.name), 'q')
})

test('the evening: out, and no pointer was used', async () => {
	await go(page, page.getByRole('button', { name: '退出' }))
	assert.match(at(page), /^\/(account\/sign-in)?$/)
	assert.equal(clicks(), 0)
})

test('the list of keys', async () => {
	await visit(await atDesk('liwei'), '/account/keys', 'account-keys')
})

await end()
