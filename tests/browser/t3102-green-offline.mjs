// Whoever checks sorted waste on a phone without a network: the card's code opens the kept page, drops are noted, the page can be loaded
// again, and all is handed in afterwards, once; another phone that noted the same drop brings nothing. A browser's own "offline" does not
// reach its workers, so a door of ours leads to the suite, and is shut.
import http from 'node:http'
import { assert, base, cleanup, end, newVolunteer, onPhone, staff, status, test } from './lib.mjs'
import { entries, opened, points, tokenOf } from '../http/lib/green.mjs'

const clerk = await staff('liwei')
const checker = await newVolunteer({ name: '蒋小雅' })
status(await clerk.post('/bank/green/duty', { volunteer_no: checker.no }), 303)
const [no, other] = [await opened(clerk), await opened(clerk)]
const k = await tokenOf(clerk, no)
const page = await onPhone(checker.openid, '/bank/green/check')
const second = await onPhone(checker.openid, '/bank/green/check')

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
const at = (path) => `http://127.0.0.1:${port}${path}`
const waiting = () => page.locator('[data-waiting]')
const check = (on, name) => on.getByRole('button', { name, exact: true }).click()

test('with the network on, the phone keeps the page', async () => {
	await open()
	await page.goto(at('/bank/green/check'))
	await page.locator('[data-kept]').waitFor({ state: 'visible' })
	assert.doesNotMatch(await page.evaluate(async () => (await (await caches.match('/bank/green/check')).text())), /name="(csrf|key)"/, 'nothing of this sign-in is kept')
})

test('with the network off, a card is scanned and noted', async () => {
	await shut()
	await page.goto(at(`/bank/green/c?k=${k}`))
	assert.equal(await page.locator('[name=card]').inputValue(), k, 'the kept page stands in for the card’s own')
	await check(page, '分类正确，计分')
	await waiting().filter({ hasText: /^1$/ }).waitFor()
	assert.deepEqual(entries(no), [])
})

test('with the network off, a number is typed, and what was noted outlives the page', async () => {
	await page.goto(at('/bank/green/check'))
	assert.equal(await waiting().innerText(), '1')
	await page.locator('[name=card]').fill(other.toLowerCase())
	await check(page, '分类不正确，只记录')
	await waiting().filter({ hasText: /^2$/ }).waitFor()
	await check(page, '现在上交')
	await page.locator('[data-told].bad').waitFor({ state: 'visible' })
	await page.reload()
	assert.equal(await waiting().innerText(), '2', 'nothing is lost by a try that failed')
	assert.deepEqual([...entries(no), ...entries(other)], [])
})

test('with the network back, it is handed in once', async () => {
	await open()
	await page.goto(at('/bank/green/check'))
	await waiting().filter({ hasText: /^0$/ }).waitFor()
	assert.deepEqual(entries(no), [{ kind: 'drop', result: 'counted', points: '10', offline: '1' }])
	assert.deepEqual(entries(other), [{ kind: 'drop', result: 'wrong', points: '0', offline: '1' }])
	await page.reload()
	assert.equal(entries(no).length, 1)
	assert.equal(points(no), 10)
})

test('a second phone that saw the same drop counts nothing', async () => {
	await second.locator('[name=card]').fill(no)
	await check(second, '分类正确，计分')
	await second.locator('[data-results] li').waitFor()
	assert.deepEqual(entries(no).map((e) => e.result), ['counted', 'gap'])
	assert.equal(points(no), 10)
})
await end()
