// t3080-series-clicks.mjs - regular work costs few clicks: twelve weeks of a project, with its people, published, counted from the
// desk by the browser itself; and the calendar can be walked through by keys and printed.
import { assert, atDesk, end, test, value, visit } from './lib.mjs'
import { counted } from './lib/clicks.mjs'

const dayFrom = (days) => new Date(Date.now() + 8 * 3600_000 + days * 86_400_000).toISOString().slice(0, 10)
const MOST = 15

test('a weekly series of twelve, manned and published', async () => {
	const page = await atDesk('liwei')
	await page.goto('/account/desk')
	const clicks = await counted(page)
	const before = value("SELECT COUNT(*) FROM activity WHERE state = 'published' AND series_id IS NOT NULL")
	await page.locator('.rail').getByRole('link', { name: '项目' }).first().click()
	const no = value(`SELECT p.no FROM project p WHERE p.station_id = 1 AND p.state IN ('recruiting', 'running') AND p.ends_on > CURDATE() + INTERVAL 14 DAY
		AND EXISTS (SELECT 1 FROM application x WHERE x.project_id = p.id AND x.state = 'accepted') ORDER BY p.id LIMIT 1`)
	await page.getByRole('link', { name: no }).click()
	await page.getByRole('link', { name: '安排系列活动' }).last().click()
	const fill = async (name, text) => {
		await page.locator(`[name=${name}]`).click()
		await page.locator(`[name=${name}]`).fill(text)
	}
	await fill('begins', '09:00')
	await fill('ends', '11:00')
	await fill('day', dayFrom(1))
	await fill('until', dayFrom(1 + 11 * 7))
	await page.getByRole('button', { name: '预览各场日期' }).click()
	const ticked = await page.locator('[name=days]:checked').count()
	assert.ok(ticked > 0)
	await page.getByRole('button', { name: '按所选日期建立活动' }).click()
	await page.getByLabel('我已核对').click()
	await page.getByRole('button', { name: '一并发布' }).click()
	await page.getByText('各场活动已发布').waitFor()
	assert.equal(Number(value("SELECT COUNT(*) FROM activity WHERE state = 'published' AND series_id IS NOT NULL")) - Number(before), ticked)
	console.log(`# ${ticked} activities of a series, manned and published: ${clicks()} clicks`)
	assert.ok(clicks() > 5 && clicks() <= MOST, `${clicks()} clicks`)
})

test('the calendar by keys', async () => {
	const page = await atDesk('liwei')
	await page.goto('/activity/manage/calendar')
	const week = () => page.locator('table.week thead time').first().getAttribute('datetime')
	const now = await week()
	await page.keyboard.press('f')
	await page.waitForURL(/week=\d/)
	assert.ok((await week()) > now)
	await page.keyboard.press('p')
	await page.waitForURL((u) => u.search.includes(now))
	assert.equal(await week(), now)
	await page.keyboard.press('m')
	await page.locator('table.month').waitFor()
	await page.getByRole('link', { name: '按周看' }).click()
	await page.locator('table.week:not(.month)').waitFor()
	await visit(page, '/activity/manage/calendar?month=now', 'calendar-month')
})

await end()
