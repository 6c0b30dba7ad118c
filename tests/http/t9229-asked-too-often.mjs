// Nobody is asked more often than a station allows, three times in seven days, however many of the staff ask at one moment: each
// looked whether it was too often, found that it was not, and all of them asked.
import { assert, end, newVolunteer, staff, status, test, value } from './lib.mjs'
import { called, idOf, send, stateOf } from './lib/order.mjs'

test('eight orders sent to one volunteer at once: three are asked, five are told', async () => {
	const v = await newVolunteer(), logins = ['liwei', 'wangfang', 'zhangmin']
	const clerks = await Promise.all(logins.map((login) => staff(login)))
	const clerk = clerks[0]
	const orders = []
	for (let i = 0; i < 8; i++) orders.push(await called(clerk))
	await Promise.all(clerks.map((c) => c.getJson('/order/')))
	const answers = await Promise.all(orders.map((no, i) => send(clerks[i % clerks.length], no, v)))
	const asked = () => Number(value('SELECT COUNT(*) FROM dispatch d JOIN volunteer v ON v.person_id = d.person_id WHERE v.no = ?', [v.no]))
	assert.equal(asked(), 3)
	assert.equal(answers.filter((r) => r.status === 303).length, 3)
	assert.ok(answers.every((r) => [303, 409, 422].includes(r.status)), answers.map((r) => r.status).join())
	assert.deepEqual(orders.map(stateOf).sort(), [...Array(3).fill('dispatched'), ...Array(5).fill('to_dispatch')])
	// And afterwards the reason is told.
	const left = orders.find((no) => stateOf(no) === 'to_dispatch')
	assert.match(status(await send(clerk, left, v), 422).page.Errors[0].text, /七天内/)
	assert.equal(value('SELECT rounds FROM service_order WHERE id = ?', [idOf(left)]), '0')
})

await end()
