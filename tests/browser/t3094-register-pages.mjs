// t3094-register-pages.mjs - registration one question a page: an adult types a name and two numbers and taps the rest; a guardian is
// asked for only under 18; in the largest letters at 360 px nothing leaves the screen.
import { assert, end, look, newVolunteer, onPhone, openid, sql, test, value } from './lib.mjs'
import { bornYearsAgo, mobile, residentId } from '../http/lib/person.mjs'

const next = (page) => page.getByRole('button', { name: '下一步' })
const shown = (page, name) => page.locator(`#f-${name}`).isVisible()

test('an adult is registered with some thirty keys and a dozen taps', async () => {
	const who = openid(), page = await onPhone(who)
	let keys = 0, taps = 0
	const type = async (name, text) => {
		assert.ok(await shown(page, name), `${name} is on the page`)
		await page.locator(`#f-${name}`).pressSequentially(text)
		keys += text.length
	}
	const tap = async (target) => {
		await target.click()
		taps += 1
	}
	await page.goto('/account/register')
	await look(page, 'register-who')
	assert.equal(await shown(page, 'birth_on'), false, 'a resident id says it all')
	await tap(next(page))
	assert.match(await page.locator('.field.wrong .error').first().innerText(), /请先填好/)
	taps = 0
	await type('name', '林小满')
	await type('id_no', residentId({ birth: bornYearsAgo(30) }))
	await tap(next(page))
	assert.equal(await shown(page, 'guardian_name'), false)
	await type('phone', mobile())
	await tap(next(page))
	await look(page, 'register-home')
	assert.equal(await shown(page, 'region_code'), false)
	await tap(page.locator('[name=home]').first())
	await tap(next(page))
	await look(page, 'register-wish')
	for (const box of await page.locator('label.choice:visible').all())
		assert.ok((await box.boundingBox()).height >= 44, 'a finger hits it')
	await tap(page.locator('[name=categories]').first())
	await tap(next(page))
	await tap(page.locator('[name=skills]').first())
	await tap(next(page))
	for (const word of ['registration', 'record']) await tap(page.locator(`[name=consent][value=${word}]`))
	await look(page, 'register-consent')
	await Promise.all([page.waitForNavigation(), tap(page.getByRole('button', { name: '提交登记' }))])
	assert.ok(value('SELECT v.no FROM volunteer v JOIN wechat_account w ON w.person_id = v.person_id WHERE w.openid = ?', [who]))
	/* A second for each key, two for each tap: slow fingers. */
	assert.ok(keys + 2 * taps <= 60, `${keys} keys and ${taps} taps are more than a minute`)
	assert.equal(await page.evaluate(() => Object.keys(localStorage).some((k) => /\d{17}/.test(localStorage[k]))), false)
	console.log(`# ${keys} keys, ${taps} taps`)
})

test('whoever breaks off goes on where they stopped, on another phone, and no consent is ticked', async () => {
	const who = openid(), page = await onPhone(who), id = residentId({ birth: bornYearsAgo(40) })
	const kept = (p) => p.waitForResponse((r) => r.url().endsWith('/account/register/keep'))
	await page.goto('/account/register')
	assert.ok(!/undefined|已自动保存/.test(await page.locator('main').innerText()), 'nothing is said to be kept before it is')
	await page.locator('#f-name').fill('林小满')
	await page.locator('#f-id_no').fill(id)
	await Promise.all([kept(page), next(page).click()])
	await page.getByText('已自动保存').waitFor()
	await page.locator('#f-phone').fill(mobile())
	await Promise.all([kept(page), next(page).click()])
	assert.equal(await page.evaluate(() => JSON.stringify(localStorage)).then((s) => s.includes(id)), false)

	const other = await onPhone(who)
	await other.goto('/account/register')
	assert.equal(await other.locator('[name=home]').first().isVisible(), true, 'the first question that is open')
	await look(other, 'register-resumed')
	await other.getByRole('button', { name: '上一步' }).click()
	await other.getByRole('button', { name: '上一步' }).click()
	assert.equal(await other.locator('#f-name').inputValue(), '林小满')
	assert.equal(await other.locator('#f-id_no').inputValue(), id)
	assert.equal(await other.locator('[name=consent]:checked').count(), 0)
	await Promise.all([other.waitForNavigation(), other.getByRole('button', { name: '不要了，删掉' }).click()])
	assert.equal(await other.locator('#f-name').inputValue(), '')
})

test('without a script the whole form has a button that keeps it', async () => {
	const who = openid(), page = await onPhone(who, '/account/register')
	const plain = await page.context().browser().newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 640 },
		storageState: await page.context().storageState() })
	const p = await plain.newPage()
	await p.goto(page.url())
	await p.locator('#f-name').fill('林大满')
	await Promise.all([p.waitForNavigation(), p.getByRole('button', { name: '先存起来，以后再填' }).click()])
	assert.match(await p.locator('main, body').first().innerText(), /已存好/)
	await p.goto(page.url())
	assert.equal(await p.locator('#f-name').inputValue(), '林大满')
	await plain.close()
})

test('under 18 the guardian is asked for, and a bar says for whom a phone acts', async () => {
	const page = await onPhone(openid())
	await page.goto('/account/register?font=xl')
	await page.locator('#f-name').fill('王小宝')
	await page.locator('#f-id_no').fill(residentId({ birth: bornYearsAgo(15) }))
	await next(page).click()
	assert.equal(await shown(page, 'guardian_name'), true)
	await look(page, 'register-minor-xl')
})

test('a proxy sees for whom on top of the page', async () => {
	const [elder, proxy] = [await newVolunteer({ name: '王桂兰' }), await newVolunteer({ name: '王小梅' })]
	const person = (v) => value('SELECT person_id FROM volunteer WHERE no = ?', [v.no])
	sql(`INSERT INTO proxy (uid, person_id, proxy_person_id, relation, way, person_agreed_at, proxy_agreed_at)
		VALUES (RANDOM_BYTES(16), ?, ?, '女儿', 'own', NOW(), NOW())`, [person(elder), person(proxy)])
	const page = await onPhone(proxy.openid)
	await page.goto('/account/family')
	await look(page, 'family')
	await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: '替王桂兰办理' }).click()])
	assert.match(await page.locator('.acting').innerText(), /正在为 王桂兰 办理/)
	await look(page, 'family-acting')
	await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: '换回自己' }).click()])
	assert.equal(await page.locator('.acting').count(), 0)
})

await end()
