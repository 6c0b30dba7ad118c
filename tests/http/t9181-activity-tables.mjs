// Lines copied out of people's tables. Seen: rows of another day filled today's roll, a first line that was not understood was
// lost without a word, clocks as a Chinese keyboard and a spreadsheet write them were unread.
import { assert, end, newVolunteer, sql, staff, status, test } from './lib.mjs'
import { dayFrom, newActivity, records, roomToday, today } from './lib/activity.mjs'

const clerk = await staff('liwei')
const paste = async (names, lines) => {
	const people = await Promise.all(names.map((name) => newVolunteer({ name })))
	const a = await newActivity(clerk, { volunteers: people })
	const rows = typeof lines === 'function' ? lines(people) : lines
	const { page } = status(await clerk.post(`/activity/manage/${a.no}/log/paste`, { rows }), 200)
	return { read: page.Rows.filter((x) => x.from).map((x) => `${x.name} ${x.from}-${x.to}`), unread: (page.Unread ?? []).map((u) => `${u.line}:${u.fault}`) }
}
const one = async (line) => (await paste(['李雷'], line)).read.join()

test('a row of another day fills nothing and is named', async () => {
	for (const line of [`李雷\t${dayFrom(-1)} 9:00\t${dayFrom(-1)} 10:00`, '2020/1/1\t李雷\t9:00\t10:00', '李雷\t2020年1月1日\t9:00\t10:00'])
		assert.deepEqual(await paste(['李雷'], line), { read: [], unread: ['1:other_day'] })
	const month = await paste(['李雷'], () => [-3, -2, -1, 0].map((d) => `${dayFrom(d)}\t李雷\t${12 + d}:00\t${13 + d}:00`).join('\n'))
	assert.deepEqual(month, { read: ['李雷 12:00-13:00'], unread: ['1:other_day', '2:other_day', '3:other_day'] })
	const [y, m, d] = today().split('-').map(Number)
	for (const day of [`${y}/${m}/${d}`, `${y}年${m}月${d}日`, `${m}月${d}日`, today().replaceAll('-', ''), `${y}.${m}.${d}`])
		assert.equal(await one(`${day}\t李雷\t9:00\t10:00`), '李雷 09:00-10:00', day)
	assert.equal(await one(`李雷\t${today()}T09:00:00\t${today()}T10:00:00`), '李雷 09:00-10:00')
})

test('a first line is read, or named, or holds the titles', async () => {
	for (const line of ['李雷，9:00，10:00', '"李雷"\t"9:00"\t"10:00"', '李雷 9:00 10:00', '李雷;9:00;10:00', '1\t李雷\t9:00-10:00', '李雷 9：00～10：00',
		'李雷\t上午9点\t上午10点', '李雷\t9:00 AM\t10:00 AM', '李 雷\u200e\t9点整\t10时', `李雷 ${today()} 9:00 10:00`])
		assert.equal(await one(line), '李雷 09:00-10:00', line)
	assert.deepEqual(await paste(['李雷'], '张三\n李雷\t9:00\t10:00'), { read: ['李雷 09:00-10:00'], unread: ['1:not_on_roster'] })
	assert.deepEqual(await paste(['李雷'], '序号\t姓名\t签到时间\t签退时间（小时）\n1\t李雷\t9:00\t10:00'), { read: ['李雷 09:00-10:00'], unread: [] })
	assert.deepEqual(await paste(['李雷'], '李雷\t9:00\t10:00\t11:00'), { read: [], unread: ['1:two_times'] })
	assert.deepEqual(await paste(['李雷'], '李雷\t九点\t十点'), { read: [], unread: ['1:two_times'] })
	assert.deepEqual(await paste(['李雷'], `${'\n'.repeat(1001)}李雷\t9:00\t10:00`).then((x) => x.unread), ['1001:too_many_lines'])
})

test('names with blanks, masked names, the same name twice', async () => {
	assert.equal((await paste(['Anna Li'], 'Anna Li 9:00 10:00')).read.join(), 'Anna Li 09:00-10:00')
	assert.equal((await paste(['古丽米热·艾比布力'], '古丽米热.艾比布力\t9:00\t10:00')).read.length, 1)
	assert.equal((await paste(['李雷', '韩梅梅'], '韩**\t9:00\t10:00')).read.join(), '韩梅梅 09:00-10:00')
	assert.deepEqual((await paste(['李雷', '李梅'], '李*\t9:00\t10:00')).unread, ['1:same_name'])
	assert.equal((await paste(['重名', '重名'], (p) => `重名\t${p[1].no.toLowerCase()}\t9:00\t10:00`)).read.length, 1)
})

test('the grid takes clocks as they are written', async () => {
	await roomToday()
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v], back: 60, ahead: 0 })
	const ref = (await clerk.getJson(`/activity/manage/${a.no}/log`)).page.Rows[0].ref
	const post = (from, to) => clerk.post(`/activity/manage/${a.no}/log`, { [`from_${ref}`]: from, [`to_${ref}`]: to })
	for (const bad of ['x', '25:00', `${dayFrom(-1)} 9:00`, '9:00\u0001', '9'.repeat(50)]) {
		const r = status(await post(bad, '10:00'), 422)
		assert.equal(r.page.Rows[0].fault, 'clock', bad)
	}
	status(await clerk.post(`/activity/manage/${a.no}/log`, { [`from_${ref}`]: ['9:00', '9:01'], [`to_${ref}`]: '10:00' }), 422)
	const clock = (s) => s.slice(11, 16)
	status(await post(`${clock(a.starts).replace(':', '：')}`, `${today()} ${clock(a.starts).slice(0, 2)}点${clock(a.at(a.from + 1)).slice(3)}分`.replace(/ (\d\d)点/, ` ${clock(a.at(a.from + 1)).slice(0, 2)}点`)), 303)
	assert.equal(records(a.no)[0].minutes, '1')
	sql('DELETE FROM throttle')
})

await end()
