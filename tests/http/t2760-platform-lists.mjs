// Declared lists of 上报: the outbox, transfers, moves. What lists do in general is tried on the need ledger (t2225).
import { assert, cleanup, end, guardGet, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { cells } from './lib/xlsx.mjs'

const [clerk, other, theirs] = await Promise.all([staff('liwei'), staff('sunli'), staff('zhaolei')])
const page = async (path, who = clerk) => status(await who.getJson(path), 200).page
const file = async (path, who = clerk) => cells(status(await who.get(path), 200).body)
const STATION = '(SELECT id FROM station WHERE no = 1)'
const EXCHANGE = "(SELECT id FROM destination WHERE code = 'exchange')"
const DUE = value('SELECT DATE_FORMAT(NOW() + INTERVAL 30 DAY, "%Y-%m-%d")')

/** Rows of station 1 that nobody posts: queued on one day of another year. */
const KEY = `001-list${Math.random().toString(36).slice(2)}`
const plant = (state, kind, day, reason = null) =>
	sql(`INSERT INTO outbox (idem, item_key, destination_id, kind, record_uid, version, station_id, payload, payload_sha, state,
		created_at, due_on, reason_code, reason)
		VALUES (RANDOM_BYTES(16), ?, ${EXCHANGE}, ?, RANDOM_BYTES(16), 1, ${STATION}, '', RANDOM_BYTES(32), ?, ?, ?, ?, ?)`,
	[`${KEY}${state}`, kind, state, `${day} 23:30:00`, DUE, reason && '1203', reason])
plant('refused', 'service_record', '2019-03-05', '=1+1')
plant('parked', 'volunteer', '2019-03-06')
plant('withdrawn', 'service_record', '2019-03-07')
cleanup(() => sql('DELETE FROM outbox WHERE item_key LIKE ?', [`${KEY}%`]))

test('the outbox by state, kind, destination, day and key', async () => {
	const found = async (query) => ((await page(`/platform/?q=${KEY}&${query}`)).Rows ?? []).map((r) => r.state)
	assert.deepEqual(await found(''), ['withdrawn', 'parked', 'refused'])
	assert.deepEqual(await found('sort=created&dir=asc'), ['refused', 'parked', 'withdrawn'])
	assert.deepEqual(await found('state=parked'), ['parked'])
	assert.deepEqual(await found('kind=service_record'), ['withdrawn', 'refused'])
	assert.deepEqual(await found('state=refused&kind=volunteer'), [])
	assert.deepEqual(await found('destination=exchange&from=2019-03-06&to=2019-03-06'), ['parked'], 'the whole of the last day')
	assert.deepEqual(await found('destination=nowhere'), [])
	assert.deepEqual(await found('state=nonsense'), [])
	const { Rows, List } = await page(`/platform/?q=${KEY}&state=refused`)
	assert.deepEqual([Rows[0].words, Rows[0].created, List.total, List.Filter.state.value], ['=1+1', '2019-03-05', 1, 'refused'])
	assert.ok(Rows[0].days_left > 10 && Rows[0].days_left < 25, 'working days up to the last')
	for (const query of ['', '&state=refused', '&as=print'])
		assert.equal((await page(`/platform/?q=${KEY}${query}`, other)).Rows, undefined, "another station's list has none of them")
})

test('it goes into a file in the words of the page, and no formula', async () => {
	const [head, ...rows] = await file(`/platform/?q=${KEY}&as=xlsx`)
	assert.deepEqual(head.slice(0, 4), ['编号', '进入队列', '类别', '操作'])
	assert.deepEqual(rows.map((r) => r[head.indexOf('状态')]), ['已撤下', '待核对', '已退回'])
	assert.equal(rows[2][head.indexOf('原因')], '=1+1')
	assert.equal(value("SELECT detail FROM audit WHERE action = 'list.export' AND target = 'Rows' ORDER BY id DESC LIMIT 1"), 'xlsx 3')
})

test('a move is in both stations\' lists, and the other one reads a masked name on paper and in the file too', async () => {
	const v = await newVolunteer({ name: '慕容小满' })
	await clerk.getJson('/platform/transfer/move')
	const no = /(M\d+)/.exec(status(await clerk.post('/platform/transfer/move',
		{ volunteer: v.no, station: 2, reason: '搬到滨河社区', agree: 1 }), 303).location)[1]
	const names = async (who) => {
		const path = `/platform/transfer/moves?q=${no}&state=open`
		const [head, row] = await file(`${path}&as=xlsx`, who)
		return [(await page(path, who)).Moves[0].person, (await page(`${path}&as=print`, who)).Moves[0].person,
			row[head.indexOf('志愿者')], row[head.indexOf('志愿者编号')] ?? '', row[head.indexOf('方向')]]
	}
	assert.deepEqual(await names(clerk), ['慕容小满', '慕容小满', '慕容小满', v.no, '转出'])
	assert.deepEqual(await names(theirs), ['慕**', '慕**', '慕**', '', '转入'])
	status(await clerk.post(`/platform/transfer/move/${no}/cancel`, { reason: '不搬了' }), 303)
	assert.equal((await page(`/platform/transfer/moves?q=${no}&state=open`)).Moves, undefined)
})

test('transfers by direction, state and day', async () => {
	const v = await newVolunteer()
	await clerk.getJson('/platform/transfer/csv')
	const no = /(B\d+)/.exec(status(await clerk.upload('/platform/transfer/csv', { volunteer: v.no, other: '平台丁' },
		[{ field: 'bundle', name: 'r.csv', type: 'text/csv', content: '服务日期,活动名称,服务时长\n2024-03-05,图书整理,1.5\n' }]), 303).location)[1]
	const found = async (query, who) => ((await page(`/platform/transfer?q=${no}&${query}`, who)).Transfers ?? []).map((t) => t.hours)
	assert.deepEqual(await found('direction=in&state=unverified'), ['1.50'])
	assert.deepEqual(await found('direction=out'), [])
	assert.deepEqual(await found('to=2024-01-01'), [])
	assert.deepEqual(await found('', other), [])
	const [head, row] = await file(`/platform/transfer?q=${no}&as=xlsx`)
	assert.deepEqual([row[head.indexOf('对方单位')], row[head.indexOf('时长（小时）')], row[head.indexOf('状态')]], ['平台丁', 1.5, '待核实'])
})

guardGet('/platform/transfer/moves')
await end()
