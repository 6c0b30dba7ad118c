// A leader on a phone without a network: codes go on changing and can be scanned, people are noted, the page can be loaded
// again, and all of it is handed in afterwards. A browser's own "offline" does not reach its workers, so a door of ours
// leads to the suite, and is shut.
import http from 'node:http'
import { assert, base, cleanup, end, look, newVolunteer, onPhone, press, scanned, sql, status, test } from './lib.mjs'
import { newActivity, records, roomToday, staff } from '../http/lib/activity.mjs'

await roomToday()
const clerk = await staff('liwei')
const leader = await newVolunteer({ name: '赵队长' })
const v = await newVolunteer({ name: '高明' })
const w = await newVolunteer({ name: '林小满' })
const x = await newVolunteer({ name: '欧阳秀' })
const a = await newActivity(clerk, { volunteers: [v, w, x], plan: { leader_no: leader.no } })
const near = await onPhone(leader.openid, `/activity/${a.no}`)
const page = await onPhone(leader.openid, `/activity/${a.no}`)
const noted = (name, what, on = page) => on.getByRole('button', { name: new RegExp(`^${what}.*${name}$`) })
const attendance = () => sql(`SELECT p.name, t.direction, t.method, t.offline FROM attendance t JOIN activity a ON a.id = t.activity_id
	JOIN person p ON p.id = t.person_id WHERE a.no = ? ORDER BY t.id`, [a.no])

let door
let port = 0
async function open() {
	door = http.createServer((request, answer) => {
		const { method, headers, url } = request
		const inside = http.request(new URL(url, base), { method, headers }, (got) => {
			answer.writeHead(got.statusCode, got.headers)
			got.pipe(answer)
		})
		request.pipe(inside)
	})
	await new Promise((done) => door.listen(port, '127.0.0.1', done))
	port = door.address().port
}
const shut = () => new Promise((done) => {
	door.close(done)
	door.closeAllConnections()
})
cleanup(() => door?.listening && shut())
const qr = page.locator('[data-qr]')
const changes = async () => {
	const first = await page.locator('[data-digits=in]').innerText()
	await page.waitForFunction((was) => document.querySelector('[data-digits=in]').textContent !== was, first, { timeout: 20_000 })
}

test('with the network on, the phone takes the codes along, and keeps the page', async () => {
	await press(near, '没有网络？带上离线签到')
	await near.locator('[data-digits=in]', { hasText: /^\d{6}$/ }).waitFor()
	await look(near, 'activity-offline')
	await open()
	await page.goto(`http://127.0.0.1:${port}/activity/${a.no}`)
	await press(page, '没有网络？带上离线签到')
	await page.getByText('断网后刷新也能打开').waitFor()
})

test('with the network off, the code goes on changing and is scanned by who has a network', async () => {
	await shut()
	await changes()
	const url = new URL(await scanned(qr))
	assert.match(url.pathname, new RegExp(`^/activity/c/${a.no}-i-[0-9a-f]+-[0-9a-f]{20}$`))
	const opened = status(await w.client.getJson(url.pathname), 200).page
	status(await w.client.post(`/activity/${a.no}/check-in`, { code: opened.Ticket }), 303)
	assert.deepEqual(attendance(), [{ name: '林小满', direction: 'in', method: 'scan', offline: '1' }])
	await page.getByRole('button', { name: '签退码' }).click()
	assert.match(await scanned(qr), new RegExp(`${a.no}-o-`))
})

test('with the network off, people are noted, and the page is loaded again without losing them', async () => {
	await noted('高明', '到岗').click()
	assert.ok(await noted('高明', '到岗').isDisabled())
	assert.match(await noted('高明', '到岗').innerText(), /到岗 \d\d:\d\d/)
	await page.reload()
	await page.locator('[data-digits=in]', { hasText: /^\d{6}$/ }).waitFor()
	assert.equal(await page.locator('[data-waiting]').innerText(), '1')
	assert.ok(await noted('高明', '到岗').isDisabled())
	assert.match(await scanned(qr), new RegExp(`${a.no}-i-`))
	await noted('高明', '离岗').click()
	assert.equal(await page.locator('[data-waiting]').innerText(), '2')
	assert.equal(attendance().length, 1)
})

test('with the network back, it is handed in once and marked, and nothing is kept', async () => {
	await open()
	await press(page, '上交离线记录')
	assert.match(await page.locator('main').innerText(), /已记录/)
	assert.deepEqual(attendance().slice(1).map((r) => [r.name, r.direction, r.offline]), [['高明', 'in', '1'], ['高明', 'out', '1']])
	assert.equal(records(a.no).length, 0, 'both in the same minute: no hours')
	await page.waitForFunction(async (path) => !await caches.match(path), `/activity/manage/${a.no}/offline`)
	await page.goto(`http://127.0.0.1:${port}/activity/${a.no}`)
	await press(page, '没有网络？带上离线签到')
	assert.equal(await page.locator('[data-waiting]').innerText(), '0')
	assert.ok(await noted('高明', '到岗').isDisabled())
})

test('the page that was open all the time hands its own in', async () => {
	await noted('欧阳秀', '到岗', near).click()
	await press(near, '上交离线记录')
	assert.match(await near.locator('main').innerText(), /已记录/)
	await look(near, 'activity-offline-done')
	assert.equal(attendance().length, 4)
})
await end()
