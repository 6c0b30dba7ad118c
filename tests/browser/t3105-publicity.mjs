// t3105-publicity.mjs - a resident writes to the station on a phone and follows it; a clerk makes an article with a picture by buttons
// alone, a second person publishes it, everybody reads it in the column; the wall of thanks; posters and badges.
import { assert, atDesk, BOUND_PERSON, end, look, phone, sql, staff, test, visit } from './lib.mjs'

// A picture that is one: half dark, half light.
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAG0lEQVR4nGNQSHDAih5c2IAVMYxqGNUwfDUAAO5WkBCpDjqvAAAAAElFTkSuQmCC', 'base64')

let at
test('a resident writes on a phone without signing in, and gets a number and a key', async () => {
	const page = await phone()
	await page.goto('/s/1')
	await Promise.all([page.waitForURL('**/station/feedback**'), page.getByRole('link', { name: '投诉建议' }).click()])
	await look(page, 'feedback')
	await page.getByText('建议', { exact: true }).click()
	await page.getByText('项目或活动', { exact: true }).click()
	await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: '提交' }).click()])
	await look(page, 'feedback-wrong', { status: 422 })
	assert.ok(await page.locator('[name=nature][value=advice]').isChecked(), 'what was chosen stays')
	await page.locator('#f-content').fill('希望周末也有义诊，上班的人能参加。')
	await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: '提交' }).click()])
	at = page.url()
	await look(page, 'feedback-follow')
	assert.match(await page.locator('main').innerText(), /查询码[\s\S]*[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}/)
})

test('a reviewer answers at the desk, and the resident reads it', async () => {
	const no = new URL(at).pathname.split('/')[3], desk = await atDesk('wangfang')
	await visit(desk, '/station/feedback/desk', 'feedback-desk')
	await visit(desk, `/station/feedback/desk/${no}`, 'feedback-letter')
	await desk.locator('#f-result').fill('下月起每月第二个周六加一场义诊。')
	await Promise.all([desk.waitForNavigation(), desk.getByRole('button', { name: '答复' }).click()])
	const page = await phone()
	await page.goto(at)
	assert.match(await page.locator('main').innerText(), /每月第二个周六/)
	await look(page, 'feedback-answered')
})

test('an article is made by buttons, looked at by another, and read by everybody', async () => {
	const page = await atDesk('liwei')
	await page.goto('/station/notices/new')
	await page.locator('#f-kind').selectOption('story')
	await page.locator('#f-title').fill('一碗饺子')
	await page.locator('#f-body').fill('冬至那天，志愿者上门包饺子。')
	await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: '保存' }).click()])
	const piece = page.url().split('?')[0]
	await Promise.all([page.waitForNavigation(), page.getByRole('link', { name: '图文内容' }).click()])
	const press = (name) => Promise.all([page.waitForNavigation(), page.getByRole('button', { name, exact: true }).click()])
	await press('加小标题')
	await page.locator('#f-p0_body').fill('起因')
	await press('加段落')
	await page.locator('#f-p1_body').fill('3 号楼的奶奶独自过节。')
	await press('加列表')
	await page.locator('#f-p2_body').fill('和面\n擀皮')
	await press('加图片')
	await page.locator('#f-p3_file').setInputFiles({ name: 'IMG_1.png', mimeType: 'image/png', buffer: PNG })
	await page.locator('#f-p3_alt').fill('三位志愿者围着桌子包饺子')
	await press('保存草稿')
	assert.equal(await page.locator('#f-p0_body').inputValue(), '起因')
	assert.ok(await page.locator('img.thumb').evaluate((img) => img.complete && img.naturalWidth > 0), 'the picture is there')
	await look(page, 'news-parts')
	await Promise.all([page.waitForNavigation(), page.getByRole('link', { name: '回到这篇' }).click()])
	await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: '提交审核' }).click()])
	const second = await atDesk('wangfang')
	await visit(second, new URL(piece).pathname, 'news-review')
	await Promise.all([second.waitForNavigation(), second.getByRole('button', { name: '发布' }).first().click()])
	const reader = await phone()
	await visit(reader, '/s/1/news', 'news-column')
	await Promise.all([reader.waitForNavigation(), reader.getByRole('link', { name: /一碗饺子/ }).first().click()])
	await look(reader, 'news-article')
	assert.equal(await reader.locator('.article img').getAttribute('alt'), '三位志愿者围着桌子包饺子')
})

test('the wall of thanks on a phone', async () => {
	sql(`UPDATE volunteer SET served_minutes = GREATEST(served_minutes, 60) WHERE person_id = ${BOUND_PERSON}`)
	await visit(await phone(), '/s/1/thanks', 'thanks-wall')
})

test('posters and badges at the desk', async () => {
	const page = await atDesk('liwei')
	await visit(page, '/station/posters', 'posters')
	await visit(page, '/station/badges', 'badges')
	const clerk = await staff('liwei')
	assert.equal((await clerk.get('/station/poster?kind=menu')).status, 200)
})

await end()
