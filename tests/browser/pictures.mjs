// pictures.mjs - takes the README's three pictures from a running suite with the demo community, into pictures/:
//
//	VAR=var PORT=8080 node tests/browser/pictures.mjs
import { BOUND, BOUND_PERSON, atDesk, end, onPhone, phone, test, until, value } from './lib.mjs'

const folder = new URL('./pictures/', import.meta.url).pathname
const take = (page, name) => page.screenshot({ path: `${folder}${name}.png`, scale: 'css' })

test('a resident answers a survey', async () => {
	const page = await phone()
	await page.goto(`/needs/s/${value("SELECT code FROM survey WHERE state = 'open' ORDER BY id LIMIT 1")}`)
	const wish = page.getByRole('group', { name: /最希望服务站/ })
	while (!(await wish.isVisible())) await page.getByRole('button', { name: '下一题' }).click()
	await wish.getByLabel('打扫楼道').check()
	await take(page, 'resident')
})

test('a volunteer looks at the hours', async () => {
	const has = () => value(`SELECT COUNT(*) FROM service_record WHERE state = 'effective' AND person_id = ${BOUND_PERSON}`) > 5
	await until(has, 90_000, { what: 'the demo hours take effect' })
	await take(await onPhone(BOUND), 'volunteer')
}, { timeout: 120_000 })

test('staff read the need ledger', async () => {
	const page = await atDesk('liwei', { viewport: { width: 1000, height: 700 } })
	await page.goto('/needs/ledger')
	await take(page, 'staff')
})
await end()
