// t3104-funds.mjs - a gift of money comes in for a project, a line of its budget is asked for by one and approved by another, what is above
// it is refused with what is left, spending waits for a second person who sees its paper, and everybody reads the year on a phone.
import { assert, atDesk, end, look, phone, sql, staff, test, value, visit } from './lib.mjs'
import { published } from '../http/lib/project.mjs'
import { receipt } from '../http/lib/fund.mjs'

const title = `冬日助餐${process.pid}`
const project = await published(await staff('liwei'), await staff('wangfang'), { plan: { title }, positions: [{}] })
const [clerk, second] = [await atDesk('liwei'), await atDesk('wangfang')]
const press = (page, name, n = 0) => Promise.all([page.waitForNavigation(), page.getByRole('button', { name, exact: true }).nth(n).click()])
const words = (page) => page.locator('main').innerText()
const flash = (page) => page.locator('.flash').innerText()
const [paper] = receipt()
const upload = (page) => page.locator('#f-file').setInputFiles({ name: paper.name, mimeType: paper.type, buffer: paper.content })

test('a gift comes in: what is no amount is said beside it, and it counts at once', async () => {
	await visit(clerk, '/support/funds/in', 'fund-in')
	await clerk.locator('#f-fund_source').selectOption('5')
	await clerk.locator('#f-amount_yuan').fill('-1')
	await clerk.locator('#f-project').selectOption(project.no)
	await clerk.locator('#f-party').fill('兴旺超市')
	await clerk.getByText('对方同意公开单位名称或姓名').click()
	await clerk.locator('#f-purpose').fill('给独居老人的午餐')
	await press(clerk, '保存')
	await look(clerk, 'fund-in-wrong', { status: 422 })
	assert.match(await words(clerk), /大于 0/)
	assert.equal(await clerk.locator('#f-party').inputValue(), '兴旺超市', 'what was typed stays')
	await clerk.locator('#f-amount_yuan').fill('500')
	await press(clerk, '保存')
	assert.match(await flash(clerk), /已入账/)
	await look(clerk, 'fund-entry')
	assert.match(await words(clerk), /500\.00[\s\S]*兴旺超市[\s\S]*同意公开/)
})

test('a line of the budget: asked for by one, approved by another', async () => {
	await visit(clerk, `/support/budgets/${project.no}`, 'budget')
	await clerk.locator('#f-label').fill('餐费')
	await clerk.locator('#f-amount_yuan').fill('300')
	await clerk.locator('#f-reason').fill('立项预算')
	await press(clerk, '提交审批')
	assert.equal(await clerk.getByRole('button', { name: '同意' }).count(), 0, 'not by whoever asked')
	await visit(second, '/support/funds/queue', 'fund-queue')
	await Promise.all([second.waitForNavigation(), second.getByRole('link', { name: title }).first().click()])
	await look(second, 'budget-decide')
	await press(second, '同意')
	assert.match(await words(second), /餐费[\s\S]*300\.00/)
})

let entry
test('spending above the budget is refused with what is left; below it waits for a second person', async () => {
	await visit(clerk, '/support/funds/out', 'fund-out')
	const option = (of, text) => clerk.locator(`#f-${of} option`).filter({ hasText: text }).first().getAttribute('value')
	await clerk.locator('#f-purse').selectOption(await option('purse', title))
	await clerk.locator('#f-line').selectOption(await option('line', title))
	await clerk.locator('#f-amount_yuan').fill('300.01')
	await clerk.locator('#f-party').fill('老李餐馆')
	await clerk.locator('#f-purpose').fill('十一月午餐')
	await press(clerk, '提交审批')
	await look(clerk, 'fund-out-above', { status: 422 })
	assert.match(await words(clerk), /超过预算科目[\s\S]*300\.00/)
	await clerk.locator('#f-amount_yuan').fill('120')
	await upload(clerk)
	await press(clerk, '提交审批')
	entry = new URL(clerk.url()).pathname
	await look(clerk, 'fund-waits')
	assert.equal(await clerk.getByRole('button', { name: '同意', exact: true }).count(), 0, 'nobody approves their own')
	await visit(second, entry, 'fund-decide')
	assert.ok(await second.getByRole('link', { name: '查看凭证' }).isVisible())
	await press(second, '同意')
	assert.match(await flash(second), /已同意，入账/)
	assert.match(await words(second), /已入账/)
	assert.equal(value('SELECT spent_fen FROM fund_line WHERE project_id = (SELECT id FROM project WHERE no = ?)', [project.no]), '12000')
})

test('the year on a phone: who gave and agreed, for what it went, and nobody who was paid', async () => {
	const page = await phone()
	await visit(page, '/support/open/1', 'fund-open')
	const text = await words(page)
	assert.match(text, /兴旺超市/)
	assert.match(text, /十一月午餐[\s\S]*120\.00/)
	assert.ok(!text.includes('老李餐馆'))
})

test('a name goes off the ledger when whoever it is asks for that', async () => {
	await second.goto(entry)
	await second.getByText('确认去除').click()
	await press(second, '去除对方姓名')
	assert.match(await flash(second), /已去除姓名/)
	await look(second, 'fund-forgotten')
	assert.ok(!(await words(second)).includes('老李餐馆'))
	assert.equal(sql('SELECT party FROM fund_entry WHERE no = ?', [entry.split('/').at(-1)])[0].party, '')
})
await end()
