// Hours brought in by a file: a day holds no more than a day, whoever counts it, with times or without, in one file or several.
import { assert, attempt, effectiveHours, newVolunteer, refused, roomToday, sql, staff, status, table, value } from './lib.mjs'
import { personOf } from './lib/hours.mjs'

await roomToday()
const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
for (const c of [clerk, reviewer]) await c.getJson('/platform/transfer/csv')
const HEAD = '服务日期,活动名称,服务时长,开始时间,结束时间,编号\n'
let n = 0
const upload = (v, rows) => clerk.upload('/platform/transfer/csv', { volunteer: v.no, other: `平台${n++}` },
	[{ field: 'bundle', name: 'r.csv', type: 'text/csv', content: Buffer.from(`${HEAD}${rows.join('\n')}\n`) }])
const noOf = (answer) => /\/(B\w+)\?done=taken$/.exec(status(answer, 303).location)[1]
const accept = async (no) => reviewer.post(`/platform/transfer/${no}/accept`, { scope: 'all' })
const brought = (v) => Number(value('SELECT COALESCE(MAX(brought_minutes), 0) FROM volunteer_total WHERE person_id = ?', [personOf(v)]))
const states = (no) => sql('SELECT b.state FROM transfer_record b JOIN transfer t ON t.id = b.transfer_id WHERE t.no = ? ORDER BY b.id', [no]).map((r) => r.state)

/** Of the day so many hours are taken, what goes beyond is named and left out. */
async function leftOut(answer, v, hours) {
	const no = noOf(answer)
	assert.ok(value('SELECT left_out FROM transfer WHERE no = ?', [no]).includes('day_limit'))
	status(await accept(no), 303)
	assert.equal(brought(v), hours * 60)
	return `${hours} hours of the day, the rest is left out by name`
}

attempt('thirty rows of a whole day on one day, without times (F13)', 'HTTP', async () => {
	const v = await newVolunteer()
	const by = refused(await upload(v, Array.from({ length: 30 }, (_, i) => `2025-03-05,活动${i},24,,,X${i}`)), 422, 'bundle')
	assert.equal(value('SELECT COUNT(*) FROM transfer WHERE person_id = ?', [personOf(v)]), '0')
	return `${by}: the day's limit, nothing is taken`
})
attempt('one day in small rows', 'HTTP', async () => {
	const v = await newVolunteer()
	return leftOut(await upload(v, Array.from({ length: 9 }, (_, i) => `2025-03-05,活动${i},1,,,Y${i}`)), v, 8)
})
attempt('one day with times, none of which overlap', 'HTTP', async () => {
	const v = await newVolunteer()
	return leftOut(await upload(v, ['2025-03-05,早,6,06:00,12:00,A', '2025-03-05,晚,6,13:00,19:00,B']), v, 6)
})
attempt('the rest of a day in a second file', 'HTTP', async () => {
	const v = await newVolunteer()
	const one = noOf(await upload(v, ['2025-03-05,图书整理,5,,,P1']))
	const two = noOf(await upload(v, ['2025-03-05,讲解,5,,,P2', '2025-03-06,讲解,5,,,P3']))
	status(await accept(one), 303)
	status(await accept(two), 303)
	assert.deepEqual(states(two), ['over', 'counted'])
	assert.equal(brought(v), 600)
	return 'state over, not counted'
})
attempt('a day that holds hours of our own already', 'HTTP', async () => {
	const v = await newVolunteer()
	const { record } = await effectiveHours(clerk, reviewer, v)
	const no = noOf(await upload(v, [`${record.served_on},讲解,8,,,Q1`]))
	assert.deepEqual(states(no), ['over'])
	status(await accept(no), 422)
	assert.equal(brought(v), 0)
	return 'state over, nothing to confirm'
})

await table()
