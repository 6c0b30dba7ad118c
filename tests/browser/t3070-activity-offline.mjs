// A leader on a phone without a network: codes go on changing, people are noted, and all of it is handed in afterwards.
import { assert, end, look, newVolunteer, onPhone, press, sql, test } from './lib.mjs'
import { newActivity, records, roomToday, staff } from '../http/lib/activity.mjs'

await roomToday()
const clerk = await staff('liwei')
const leader = await newVolunteer({ name: '赵队长' })
const v = await newVolunteer({ name: '高明' })
const a = await newActivity(clerk, { volunteers: [v], plan: { leader_no: leader.no } })
const page = await onPhone(leader.openid, `/activity/${a.no}`)
const noted = (name, what) => page.getByRole('button', { name: new RegExp(`^${what}.*${name}$`) })
const attendance = () => sql(`SELECT t.direction, t.offline FROM attendance t JOIN activity a ON a.id = t.activity_id
	WHERE a.no = ? ORDER BY t.id`, [a.no])

test('with the network on, the phone takes the codes along', async () => {
	await press(page, '没有网络？带上离线签到')
	await page.locator('[data-digits=in]', { hasText: /^\d{6}$/ }).waitFor()
	await look(page, 'activity-offline')
})

test('with the network off, people are noted and nothing is lost', async () => {
	await page.context().setOffline(true)
	const first = await page.locator('[data-digits=in]').innerText()
	await noted('高明', '到岗').click()
	assert.ok(await noted('高明', '到岗').isDisabled())
	assert.match(await noted('高明', '到岗').innerText(), /到岗 \d\d:\d\d/)
	await noted('高明', '离岗').click()
	assert.equal(await page.locator('[data-waiting]').innerText(), '2')
	await page.waitForFunction((was) => document.querySelector('[data-digits=in]').textContent !== was, first, { timeout: 20_000 })
	assert.equal(attendance().length, 0)
})

test('with the network back, it is handed in once and marked', async () => {
	await page.context().setOffline(false)
	await press(page, '上交离线记录')
	assert.match(await page.locator('main').innerText(), /已记录/)
	await look(page, 'activity-offline-done')
	assert.deepEqual(attendance(), [{ direction: 'in', offline: '1' }, { direction: 'out', offline: '1' }])
	assert.equal(records(a.no).length, 0, 'both in the same minute: no hours')
	await page.goto(`/activity/${a.no}`)
	await press(page, '没有网络？带上离线签到')
	assert.equal(await page.locator('[data-waiting]').innerText(), '0')
	assert.ok(await noted('高明', '到岗').isDisabled())
})
await end()
