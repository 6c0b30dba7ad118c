// Who is told of what: a change, a cancellation, hours under notice, an order and its end for the others, a reminder; each once.
import { assert, end, sql, status, test, until, value } from './lib.mjs'
import { newVolunteer } from './lib/person.mjs'
import { again } from './lib/loop.mjs'
import { called, post, send } from './lib/order.mjs'
import { attend, begin, dayFrom, draft, finish, newActivity, planForm, records, review, staff } from './lib/activity.mjs'

const [clerk, reviewer] = await Promise.all([staff('liwei'), staff('wangfang')])
const told = async (v) => (status(await v.client.getJson('/account/messages'), 200).page.Messages ?? []).map((m) => m.event)
const form = (changes = {}) => {
	const { title, category, ...rest } = planForm()
	return { ...rest, ...changes }
}
async function published(v, changes) {
	const no = await draft(clerk, changes)
	status(await clerk.post(`/activity/manage/${no}/roster`, { volunteer_no: v.no }), 303)
	status(await clerk.post(`/activity/manage/${no}/publish`, { screened: 1 }), 303)
	return no
}

test('two changes of one deed are one message; the cancellation says why; a draft tells nothing', async () => {
	const [v, other] = [await newVolunteer(), await newVolunteer()]
	const no = await published(v)
	status(await clerk.post(`/activity/manage/${no}/change`, form({ day: dayFrom(4), begins: '14:00', ends: '16:30', place: '站内活动室', planned: 5 })), 303)
	assert.deepEqual(await told(v), ['changed'])
	status(await clerk.post(`/activity/manage/${no}/cancel`, { reason: '下雨' }), 303)
	assert.deepEqual(await told(v), ['cancelled', 'changed'])
	const [m] = status(await v.client.getJson('/account/messages'), 200).page.Messages
	assert.deepEqual([m.note, m.place, m.path], ['下雨', '站内活动室', `/activity/${no}`])
	status(await v.client.getJson(m.path), 200)
	assert.deepEqual(await told(other), [])
})

test('hours under notice', async () => {
	const v = await newVolunteer(), a = await newActivity(clerk, { volunteers: [v] })
	await attend(clerk, v, a)
	finish(a.no)
	status(await review(reviewer, records(a.no).map((r) => r.no)), 303)
	assert.ok((await told(v)).includes('hours_noticed'), (await told(v)).join())
	assert.equal((await told(v)).filter((e) => e === 'hours_noticed').length, 1)
})

test('an order: those asked, and those who need not go any more', async () => {
	const [a, b] = [await newVolunteer(), await newVolunteer()], no = await called(clerk)
	status(await send(clerk, no, a, b), 303)
	assert.deepEqual([await told(a), await told(b)], [['order'], ['order']])
	const [m] = status(await a.client.getJson('/account/messages'), 200).page.Messages
	assert.ok(m.until_at && m.path === `/order/mine/${no}`)
	status(await post(a, no, 'take'), 303)
	assert.deepEqual([await told(a), await told(b)], [['order'], ['order_taken', 'order']])
})

test('the day before, and two hours before: once each, by the loop', async () => {
	const v = await newVolunteer(), no = await published(v)
	const starts = (minutes) => sql(`UPDATE activity SET starts_at = NOW() + INTERVAL ? MINUTE, ends_at = NOW() + INTERVAL ? MINUTE WHERE no = ?`,
		[minutes, minutes + 1, no])
	starts(1300)
	again('activity-close')
	await until(async () => (await told(v)).length === 1, 30_000)
	assert.deepEqual(await told(v), ['day_before'])
	starts(90)
	again('activity-close')
	await until(async () => (await told(v)).length === 2, 30_000)
	assert.deepEqual(await told(v), ['two_hours', 'day_before'])
	assert.equal(value('SELECT reminded FROM activity WHERE no = ?', [no]), '2')
})

await end()
