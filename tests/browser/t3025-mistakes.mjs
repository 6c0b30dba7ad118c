// t3025-mistakes.mjs - a form that was sent empty comes back with a list of what is wrong, as accessible as any page: the
// title begins with 错误, the list has the focus, each line of it leads into the box it speaks of, the box tells it too.
import { BOUND, assert, atDesk, end, look, onPhone, phone, press, test } from './lib.mjs'

const clerk = await atDesk('liwei')
const manager = await atDesk('zhangmin')
const volunteer = await onPhone(BOUND)
const stranger = await phone()

/** Follows the first line of the list and says where the focus went. */
async function followFirst(page) {
	const first = page.locator('[role=alert] a').first()
	const field = (await first.getAttribute('href')).slice(1)
	await first.click()
	const at = await page.evaluate(() => ({ id: document.activeElement.id, described: document.activeElement.getAttribute('aria-describedby') ?? '' }))
	assert.equal(at.id, field)
	const group = page.locator(`#${field}-error`)
	assert.ok((await group.count()) === 1, `no message beside ${field}`)
	return at
}

function sentEmpty(name, page, path, button) {
	test(`sent empty: ${path}`, async () => {
		await page.goto(path)
		await press(page, button)
		// Before anything is pressed; in the old frame the list stands within what has the focus.
		const focus = await page.evaluate(() => {
			const at = document.activeElement
			return at !== document.body && (at.matches('[role=alert]') || at.querySelector('[role=alert]') !== null)
		})
		assert.ok(focus, 'the list of mistakes has the focus')
		await look(page, `mistakes-${name}`, { status: 422 })
		assert.match(await page.title(), /^错误/)
		await followFirst(page)
	})
}

sentEmpty('sign-in', stranger, '/account/sign-in', '登录')
sentEmpty('edit', volunteer, '/commend/mine/honour', '提交')
sentEmpty('survey-new', clerk, '/needs/surveys/new', '生成问卷')
sentEmpty('need-new', clerk, '/needs/ledger/new', '保存')
sentEmpty('project-new', clerk, '/project/new', '保存草稿')
sentEmpty('training-new', clerk, '/training/manage/new', '保存')
sentEmpty('activity-new', clerk, '/activity/manage/new', '保存')
sentEmpty('proxy', clerk, '/account/volunteers/new', '登记')
sentEmpty('honour-new', clerk, '/commend/manage/honours/new', '保存')
sentEmpty('password', clerk, '/account/password', '保存')
sentEmpty('staff-new', manager, '/station/staff/new', '添加并给出一次性代码')
await end()
