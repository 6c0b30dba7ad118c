// The sheet for signing of an activity: who is on its roster, with room for times and signatures and for others; for its own station.
import { assert, end, newVolunteer, staff, status, test } from './lib.mjs'
import { newActivity, roomToday, checkIn } from './lib/activity.mjs'

await roomToday()
const [clerk, elsewhere] = [await staff('liwei'), await staff('zhaolei')]

test('names, numbers, times that are known, empty lines, a code', async () => {
	const people = await Promise.all([newVolunteer(), newVolunteer(), newVolunteer()])
	const a = await newActivity(clerk, { volunteers: people })
	status(await checkIn(clerk, people[0], a.no), 303)
	status(await clerk.post(`/activity/manage/${a.no}/roster/remove`, { volunteer_no: people[2].no }), 303)
	const { page } = status(await clerk.getJson(`/activity/manage/${a.no}/sheet`), 200)
	assert.deepEqual(page.Rows.map((r) => r.no).sort(), [people[0].no, people[1].no].sort())
	assert.ok(page.Rows.find((r) => r.no === people[0].no).came)
	assert.deepEqual(page.Spare.map((s) => s.n), [3, 4, 5, 6, 7, 8])
	assert.ok(page.Code.side > 20)
	status(await elsewhere.getJson(`/activity/manage/${a.no}/sheet`), 404)
	status(await people[0].client.get(`/activity/manage/${a.no}/sheet`), 403)
})

test('of one that was called off there is none', async () => {
	const a = await newActivity(clerk, { back: -120, ahead: 200 })
	const r = await clerk.post(`/activity/manage/${a.no}/cancel`, { reason: '下雨改期' })
	if (r.status === 303) status(await clerk.getJson(`/activity/manage/${a.no}/sheet`), 409)
	else assert.equal(r.status, 409)
})

await end()
