// A station's ask was said yes to while the volunteer was on duty elsewhere at that hour: they stood on two rosters at once.
import { assert, end, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { draft, roomToday } from './lib/activity.mjs'
import { dayFrom } from './lib/project.mjs'
import { personOf } from './lib/family.mjs'
import { openShift, roster } from './lib/shift.mjs'

await roomToday()
const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const neighbour = await staff('zhaolei')

test('yes to a station is refused with the name of the duty at that time, and taken once it is given up', async () => {
	const v = await newVolunteer()
	const own = await openShift(clerk, reviewer, { wanted: 2, mode: 'direct', day: 5, plan: { title: '清理楼道' } })
	status(await v.client.post(`/recruit/shift/${own.no}/apply`), 303)
	const no = await draft(neighbour, { day: dayFrom(5) })
	status(await neighbour.post(`/activity/manage/${no}/roster`, { volunteer_no: v.no }), 303)
	assert.match(status(await v.client.post(`/activity/${no}/join`), 303).location, /done=ask_clash/)
	assert.deepEqual(roster(no), [])
	assert.equal(value("SELECT state FROM volunteer_ask WHERE person_id = ? AND purpose = 'roster'", [personOf(v)]), 'open', 'the question stays')
	const text = status(await v.client.get('/account/me?done=ask_clash'), 200).text
	assert.match(text, /您已有“清理楼道”，时间重了/)
	status(await v.client.post(`/recruit/shift/${own.no}/withdraw`), 303)
	assert.match(status(await v.client.post(`/activity/${no}/join`), 303).location, /done=ask_accepted/)
	assert.deepEqual(roster(no), [v.no])
	assert.equal(sql('SELECT 1 FROM volunteer_ask WHERE person_id = ? AND state = ?', [personOf(v), 'open']).length, 0)
})

await end()
