// t3095-draw.mjs - a draw is computed anew on the phone of whoever looks: it agrees, and a single wrong byte turns it red.
import { Client, asVolunteer, assert, end, newVolunteer, phone, staff, status, test, visit } from './lib.mjs'
import { closed, drawn, drawOf, lotsOf } from '../http/lib/draw.mjs'
import { openShift } from '../http/lib/shift.mjs'

const [clerk, reviewer] = [await staff('liwei'), await staff('wangfang')]
const s = await openShift(clerk, reviewer, { mode: 'draw', wanted: 2 })
const people = await Promise.all([1, 2, 3, 4].map(() => newVolunteer()))
for (const v of people) status(await v.client.post(`/recruit/shift/${s.no}/apply`), 303)
const to = `/recruit/draw/${drawOf(s.no).uid_hex}`
const said = (page) => page.locator('[data-result]')
const GOOD = '重算一致', BAD = '重算不一致'

test('before the draw the promise stands there, with nothing to compute', async () => {
	const page = await asVolunteer(await phone(), people[0].openid)
	await visit(page, `/recruit/shift/${s.no}`, 'shift-draw')
	await visit(page, to, 'draw-open')
	assert.equal(await said(page).count(), 0)
	assert.ok((await page.locator('main').innerText()).includes(drawOf(s.no).hash))
})

test('after it the page computes the order and says that it agrees', async () => {
	closed(s.no)
	await drawn(s.no)
	const page = await asVolunteer(await phone(), people[0].openid)
	await visit(page, to, 'draw-drawn')
	await said(page).filter({ hasText: GOOD }).waitFor({ timeout: 20_000 })
	assert.match(await said(page).getAttribute('class'), /good/)
	const text = await page.locator('main').innerText()
	for (const lot of lotsOf(s.no)) assert.ok(text.includes(lot))
})

const flip = (c) => (c === '0' ? '1' : '0')
for (const [what, change] of [
	['of the seed', (t) => t.replace(/(?<=seed \w{63})\w/, flip)],
	['of the root', (t) => t.replace(/(?<=head \d+ \w{63})\w/, flip)],
	['of the signature', (t) => t.replace(/(?<=head \d+ \w{64} \w{127})\w/, flip)],
	['of the promise', (t) => t.replace(/(?<=hash \w{63})\w/, flip)],
	['of a lot', (t) => t.replace(/(?<=lot )\w/, flip)],
	['at the end: a lot is gone', (t) => t.replace(/lot \w+\n$/, '')],
	['in the order', (t) => t.replace(/(lot \w+\n)(lot \w+\n)/, '$2$1')],
])
	test(`a wrong byte ${what} turns it red`, async () => {
		const right = status(await new Client().get(`${to}/lots`), 200).text
		const wrong = change(right)
		assert.notEqual(wrong, right)
		const page = await phone()
		await page.route('**/lots', (route) => route.fulfill({ body: wrong, contentType: 'text/plain' }))
		await page.goto(to)
		await said(page).filter({ hasText: BAD }).waitFor({ timeout: 20_000 })
		assert.match(await said(page).getAttribute('class'), /bad/)
	})
await end()
