// The field of a division in a real browser: found as it is typed, by pointer and by keyboard; without a script in steps; read by axe in each state.
import { asStaff, assert, desktop, end, look, newVolunteer, onPhone, press, sql, test, until, value } from './lib.mjs'

const column = (no, c) => value(`SELECT ${c} FROM volunteer WHERE no = ?`, [no])
const field = (page) => page.locator('.field', { has: page.locator('#f-service_region_code') })
const typed = (page) => field(page).getByRole('combobox', { name: /输入名称查找/ })
const found = (page) => field(page).getByRole('option').and(page.locator('[id^="f-service_region_code-found-"]'))

/** 我的资料 of somebody new, on a phone. */
async function editing(options) {
	const v = await newVolunteer()
	const page = await onPhone(v.openid, '/account/me/edit', options)
	await page.goto('/account/me/edit')
	return { v, page }
}

test('what is typed is looked for, and what is pressed is chosen, with its whole name', async () => {
	const { v, page } = await editing()
	await typed(page).fill('大荔 东城')
	await found(page).first().waitFor()
	assert.match(await found(page).first().innerText(), /陕西省渭南市大荔县东城街道/)
	assert.equal(await typed(page).getAttribute('aria-expanded'), 'true')
	await look(page, 'region-found')
	await typed(page).fill('大荔 东城')
	await found(page).first().click()
	await until(async () => (await field(page).locator('.chosen').innerText()) === '陕西省渭南市大荔县东城街道', 5000, { what: 'it is chosen' })
	assert.equal(await typed(page).inputValue(), '')
	const code = await page.locator('#f-service_region_code').inputValue()
	assert.equal(code, value("SELECT code FROM region WHERE full_name = '陕西省渭南市大荔县东城街道'"))
	await press(page, '保存')
	assert.equal(column(v.no, 'service_region_code'), code)
})

test('the keyboard does the same: down, up, return; escape closes; return alone sends no form', async () => {
	const { v, page } = await editing()
	await typed(page).focus()
	await page.keyboard.press('Enter')
	assert.equal(new URL(page.url()).pathname, '/account/me/edit')
	await page.keyboard.type('新城')
	await until(async () => (await found(page).count()) > 2, 5000, { what: 'several are found' })
	await page.keyboard.press('ArrowDown')
	await page.keyboard.press('ArrowDown')
	await page.keyboard.press('ArrowUp')
	const active = await typed(page).getAttribute('aria-activedescendant')
	assert.equal(active, 'f-service_region_code-found-0')
	assert.equal(await page.locator(`#${active}`).getAttribute('aria-selected'), 'true')
	await page.keyboard.press('Escape')
	assert.equal(await typed(page).getAttribute('aria-expanded'), 'false')
	assert.equal(await found(page).first().isVisible(), false)
	await typed(page).fill('呼和浩特 新城')
	await until(async () => /新城区/.test(await found(page).first().innerText().catch(() => '')), 5000, { what: 'the one of Hohhot' })
	await page.keyboard.press('Enter')
	await until(async () => (await page.locator('#f-service_region_code').inputValue()) === '150102', 5000, { what: 'it is chosen' })
	await press(page, '保存')
	assert.equal(column(v.no, 'service_region_code'), '150102')
})

test('words that fit nothing say so, and nothing is chosen', async () => {
	const { page } = await editing()
	const before = await page.locator('#f-service_region_code').inputValue()
	await typed(page).fill('没有这个地方')
	const none = field(page).locator('[role=listbox] >> text=没有找到')
	await none.waitFor()
	await page.keyboard.press('ArrowDown')
	await page.keyboard.press('Enter')
	await look(page, 'region-none')
	assert.equal(await page.locator('#f-service_region_code').inputValue(), before)
})

test('whoever goes on before the answer comes finds no list open over the page', async () => {
	const { page } = await editing()
	let answer
	await page.route('**/station/region?q=*', async (route) => {
		answer = route
	})
	await typed(page).fill('临渭')
	await until(() => answer, 5000, { what: 'the question is asked' })
	await page.locator('input[name=skills][value="17"]').focus()
	await answer.continue()
	await page.waitForResponse('**/station/region?q=*').catch(() => {})
	assert.equal(await typed(page).getAttribute('aria-expanded'), 'false')
})

test('the list goes one step further by itself', async () => {
	const { page } = await editing()
	const select = page.locator('#f-service_region_code')
	await select.selectOption('610502')
	await until(async () => (await select.locator('optgroup[label]').count()) > 1 && (await select.locator('option[value="610502001"]').count()) > 0,
		5000, { what: 'its streets are there' })
	await select.selectOption('610502001')
	await until(async () => /人民街道/.test(await field(page).locator('.chosen').innerText()), 5000, { what: 'the street is chosen' })
	assert.ok((await select.locator('option').count()) > 2)
})

test('without a script a button goes down: province, city, county, street, community, and what was typed stays', async () => {
	const { v, page } = await editing({ javaScriptEnabled: false })
	const select = page.locator('#f-service_region_code')
	assert.equal(await field(page).getByRole('combobox', { name: /输入名称/ }).count(), 0)
	await page.locator('input[name=skills][value="17"]').check()
	const [way] = sql(`SELECT c.code AS community, s.code AS street, o.code AS county, t.code AS city, p.code AS province FROM region c
		JOIN region s ON s.code = c.parent_code JOIN region o ON o.code = s.parent_code JOIN region t ON t.code = o.parent_code
		JOIN region p ON p.code = t.parent_code WHERE c.level = 5 AND c.ended_on IS NULL AND o.code = '610523' ORDER BY c.code LIMIT 1`)
	await select.selectOption('')
	await page.locator('button[name=service_region_code_step]').click()
	for (const code of [way.province, way.city, way.county, way.street, way.community]) {
		await page.locator('#f-service_region_code').selectOption(code)
		await page.locator('button[name=service_region_code_step]').click()
		assert.equal(await page.locator('#f-service_region_code').inputValue(), code)
	}
	assert.ok(await page.locator('input[name=skills][value="17"]').isChecked())
	await press(page, '保存')
	assert.equal(column(v.no, 'service_region_code'), way.community)
	assert.ok(column(v.no, 'skills').split(',').includes('17'))
})

test('at the counter too, two such fields on one page are two', async () => {
	const v = await newVolunteer()
	const page = await asStaff(await desktop(), 'liwei')
	await page.goto(`/account/volunteers/${v.no}/edit`)
	const home = page.locator('.field', { has: page.locator('#f-region_code') }).getByRole('combobox', { name: /输入名称/ })
	await home.fill('杜桥 街道')
	const one = page.locator('#f-region_code-found-0')
	await one.waitFor()
	assert.equal(await page.locator('[id^="f-service_region_code-found-"]').count(), 0)
	await one.click()
	await typed(page).fill('人民 临渭')
	await found(page).first().waitFor()
	await typed(page).press('Enter')
	await until(async () => /人民街道|临渭/.test(await field(page).locator('.chosen').innerText()), 5000, { what: 'both are chosen' })
	await look(page, 'region-desk')
	await press(page, '保存')
	assert.equal(column(v.no, 'region_code'), '610502002')
}, { timeout: 240_000 })

await end()
