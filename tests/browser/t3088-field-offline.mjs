// Visit mode on a phone: homes are taken along under a PIN, visits are noted with the network off, the page is killed and opened again,
// an answer is lost, the clock is wrong, and the rows in the database are the visits that were made. A wrong PIN ten times leaves nothing.
// A browser's own "offline" does not reach its workers, so a door of ours leads to the suite, and is shut.
import http from 'node:http'
import { asStaff, assert, base, cleanup, end, look, mobile, phone, sql, staff, status, tallies, test, until, value } from './lib.mjs'

const clerk = await staff('chenjie')
const today = new Date(Date.now() + 8 * 3600000).toISOString().slice(0, 10)
const me = (await clerk.getJson('/needs/route')).page.Staff.find((s) => s.name === '陈洁').code
const NAMES = ['甘玉珍', '甘大力', '甘小妹']
async function route(names) {
	sql(`DELETE t FROM route_stop t JOIN staff s ON s.id = t.staff_id WHERE s.login = 'chenjie'`)
	const homes = []
	for (const name of names)
		homes.push(/households\/(F\d+)\?/.exec(status(await clerk.post('/needs/households/new', { name, address: '胜利社区 11 号楼 301', phone: mobile(),
			health: '腿脚不便', grid: '十一网格', members: '1', file_consent: '1' }), 303).location)[1])
	status(await clerk.post('/needs/route', { day: today, staff: me, homes }), 303)
	return homes
}
const rows = (homes) => sql(`SELECT v.note, v.result, v.offline, v.clock_off, ABS(TIMESTAMPDIFF(SECOND, v.visited_at, NOW())) AS away FROM visit v
	JOIN household h ON h.id = v.household_id WHERE h.no IN ('${homes.join("','")}') ORDER BY v.id`)

let door
let port = 0
let lose = false
let heldBack
async function open() {
	door = http.createServer((request, answer) => {
		const { method, headers, url } = request
		const inside = http.request(new URL(url, base), { method, headers }, (got) => {
			if (url === '/needs/field/visits' && lose) {
				got.resume()
				got.on('end', async () => {
					await heldBack
					request.socket.destroy()
				})
				return
			}
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
await open()
let page = await asStaff(await phone(), 'chenjie')
const context = page.context()
const HERE = () => `http://127.0.0.1:${port}/needs/field`

async function opened() {
	await page?.close()
	page = await context.newPage()
	await page.goto(HERE())
	return page
}
const pin = async (digits, words) => {
	// Which of the two it asks for is known when the script has looked.
	await page.getByRole('button', { name: words }).waitFor()
	await page.locator('input[name=pin]:visible').fill(digits)
	await page.getByRole('button', { name: words }).click()
}
const enter = (digits) => pin(digits, '打开')
const waiting = (n) => page.locator('[data-waiting]', { hasText: new RegExp(`^${n}$`) }).waitFor()
const card = (name) => page.locator('.card', { has: page.locator('[data-name]', { hasText: name }) })
async function note(name, words) {
	await card(name).getByRole('button', { name: '查看、记走访' }).click()
	await page.getByLabel('见到本人').check()
	await page.getByLabel(/^走访情况/).fill(words)
	await page.getByRole('button', { name: '记下这次走访' }).click()
	await card(name).waitFor()
}
/** All that the phone keeps in its database, as text. */
const held = () => page.evaluate(async () => {
	const db = await new Promise((yes) => { const r = indexedDB.open('visits', 1); r.onsuccess = () => yes(r.result) })
	let all = ''
	for (const name of db.objectStoreNames) {
		const list = await new Promise((yes) => { const r = db.transaction(name).objectStore(name).getAll(); r.onsuccess = () => yes(r.result) })
		for (const one of list)
			all += JSON.stringify(one, (k, v) => v instanceof ArrayBuffer ? new TextDecoder().decode(v) : v)
	}
	db.close()
	return all
})
/** The door is no foreign host. */
async function seen(name) {
	const { errors } = tallies(page)
	errors.splice(0, errors.length, ...errors.filter((e) => !e.startsWith(`foreign request: http://127.0.0.1:${port}/`)))
	await look(page, name)
}
let homes

test('homes are taken along under a PIN that is not easy, and nothing of them is readable on the phone', async () => {
	homes = await route(NAMES)
	await page.goto(`${base}/needs/field`)
	await look(page, 'field-take')
	await page.goto(HERE())
	await page.getByText('本页已存到手机').waitFor()
	await pin('123456', '带上今天的路线')
	await page.getByText('不要用连号').waitFor()
	await pin('418205', '带上今天的路线')
	await card('甘玉珍').waitFor()
	await seen('field-list')
	await card('甘玉珍').getByRole('button').click()
	await page.getByText('胜利社区 11 号楼 301', { exact: true }).waitFor()
	await seen('field-home')
	const all = await held()
	assert.ok(all.length > 200)
	for (const word of [...NAMES, '11 号楼', '腿脚', '418205']) assert.ok(!all.includes(word), word)
	const shell = await page.evaluate(async () => (await caches.match('/needs/field')).text())
	for (const word of [...NAMES, '11 号楼', value("SELECT name FROM staff WHERE login = 'chenjie'")]) assert.ok(!shell.includes(word), word)
	assert.ok(!/name="csrf"[^>]*value="[0-9a-f]/.test(shell))
})

test('with the network off the page opens again, a home is shown whole, and a visit is noted', async () => {
	await shut()
	await opened()
	await enter('418205')
	await card('甘玉珍').getByRole('button').click()
	await page.getByText('胜利社区 11 号楼 301', { exact: true }).waitFor()
	await page.getByRole('button', { name: '返回列表' }).click()
	await note('甘玉珍', '想有人陪着去医院')
	await waiting(1)
	await page.getByRole('button', { name: '现在上传' }).click()
	await page.getByText('现在连不上网络').waitFor()
	assert.equal(rows(homes).length, 0)
})

test('the page is killed and opened again: the visit is still there, behind the PIN', async () => {
	await opened()
	assert.ok(!(await page.locator('main').innerText()).includes('甘'))
	await enter('999999')
	await page.getByText('还可以试的次数： 9').waitFor()
	await enter('418205')
	await waiting(1)
	assert.match(await card('甘玉珍').innerText(), /已记，待上传/)
	assert.match(await card('甘大力').innerText(), /未走访/)
	await note('甘大力', '家里水管漏水')
	await waiting(2)
})

test('an answer is lost: it is handed in again, and there is one row for each visit', async () => {
	lose = true
	let letGo
	heldBack = new Promise((yes) => (letGo = yes))
	await open()
	// One that the page began by itself is under way when somebody asks: they hear of that one.
	await page.evaluate(() => dispatchEvent(new Event('online')))
	await until(() => rows(homes).length === 2)
	await page.getByRole('button', { name: '现在上传' }).click()
	letGo()
	await page.getByText('现在连不上网络').waitFor()
	assert.equal(rows(homes).length, 2, 'they arrived, and the phone does not know')
	await waiting(2)
	lose = false
	await page.getByRole('button', { name: '现在上传' }).click()
	await waiting(0)
	assert.match(await page.locator('[data-homes]').innerText(), /已上传/)
	assert.equal(rows(homes).length, 2)
	assert.ok(!(await page.locator('[data-homes]').innerText()).includes('甘玉珍'), 'what was sent is gone from the phone')
})

test('with a clock that is three days ahead the visit has the right time; after the last one nothing is kept', async () => {
	await context.addInitScript(() => {
		const real = Date.now
		Date.now = () => real() + 3 * 86400000
	})
	await opened()
	await enter('418205')
	await shut()
	await note('甘小妹', '作业有人看了')
	await waiting(1)
	await open()
	await page.getByRole('button', { name: '现在上传' }).click()
	await page.getByText('手机里的信息已清除').waitFor()
	const all = rows(homes)
	assert.deepEqual(all.map((r) => r.note).sort(), ['作业有人看了', '家里水管漏水', '想有人陪着去医院'])
	assert.ok(all.every((r) => Number(r.away) < 600 && r.offline === '1'), JSON.stringify(all))
	assert.ok(Math.abs(Number(all.find((r) => r.note === '作业有人看了').clock_off) - 3 * 86400) < 60)
	assert.equal(await held(), '')
})

test('a wrong PIN ten times, over closed pages too, leaves nothing', async () => {
	homes = await route(['甘老三'])
	await opened()
	await pin('418205', '带上今天的路线')
	await card('甘老三').waitFor()
	await shut()
	await note('甘老三', '这一次不会上传')
	for (let i = 1; i <= 10; i++) {
		if (i % 4 === 1) await opened()
		await enter('000111')
		await page.getByText(i < 10 ? `还可以试的次数： ${10 - i}` : '已全部清除').waitFor()
	}
	assert.equal(await held(), '')
	await opened()
	await page.getByRole('button', { name: '带上今天的路线' }).waitFor()
	assert.equal(rows(homes).length, 0)
})
await end()
