// The monthly table: figures of one station's month beside the month before and the same month of the year before, as page and file;
// nothing of another station is in it, and no month out of reach.
import { assert, cleanup, end, guardGet, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { dayFrom } from './lib/project.mjs'
import { served } from './lib/recognition.mjs'
import { cells } from './lib/xlsx.mjs'

const clerk = await staff('liwei')
const other = await staff('zhaolei')
const look = async (query = '', c = clerk) => status(await c.getJson(`/station/month${query}`), 200).page
const figure = (page, name) => page.Figures.find((f) => f.name === name)
const now = dayFrom(0).slice(0, 7)

test('the month shown is this one; others are chosen, and none beyond reach', async () => {
	assert.equal((await look()).Month, now)
	const year = Number(now.slice(0, 4))
	assert.equal((await look(`?month=${year - 1}-02`)).Month, `${year - 1}-02`)
	for (const bad of ['1999-01', `${year + 1}-01`, `${year - 10}-01`, '2026-13', 'x', "2026-1'", '2026-11-01'])
		assert.equal((await look(`?month=${encodeURIComponent(bad)}`)).Month, now, bad)
	assert.equal((await look()).After, undefined, 'nothing comes after this month')
})

test('needs stand by source and state in the month they were entered, at their station alone', async () => {
	const was = await look()
	const far = await look('', other)
	status(await clerk.submit('/needs/ledger/new', { source: 'visit', category: '0017', target_group: '03', description: '想有人陪着去看病' }), 303)
	const page = await look()
	for (const name of ['needs', 'need_visit', 'need_to_verify'])
		assert.equal(Number(figure(page, name).now), Number(figure(was, name).now) + 1, name)
	assert.equal(figure(page, 'need_phone').now, figure(was, 'need_phone').now)
	assert.deepEqual((await look('', other)).Figures, far.Figures)
	const next = await look(`?month=${page.Before}`)
	assert.equal(figure(next, 'needs').now, figure(page, 'needs').before, 'the month before is the same beside and alone')
})

test('hours stand by evidence and by category, as the kept sums have them', async () => {
	const month = '2024-03'
	const station = Number(value('SELECT id FROM station WHERE no = 1'))
	sql(`INSERT INTO station_month (station_id, month, minutes, records, scan_minutes, list_minutes) VALUES (?, ?, 150, 2, 90, 60)`, [station, month])
	cleanup(() => sql('DELETE FROM station_month WHERE station_id = ? AND month = ?', [station, month]))
	const page = await look(`?month=${month}`)
	assert.deepEqual(['minutes', 'times', 'scan', 'list', 'backfill'].map((n) => figure(page, n).now), ['2.50', '2', '1.50', '1.00', '0.00'])
	assert.equal(figure(await look('?month=2024-04'), 'minutes').before, '2.50')
	assert.equal(figure(await look('?month=2025-03'), 'minutes').last, '2.50')
})

test('who served is counted once, however often', async () => {
	const ann = await newVolunteer()
	const was = Number(figure(await look(), 'volunteers_active').now)
	served(ann.no, { ago: 0 })
	served(ann.no, { ago: 0, minutes: 30 })
	assert.equal(Number(figure(await look(), 'volunteers_active').now), was + 1)
})

test('the file has the rows of the page, and is audited', async () => {
	const page = await look()
	const rows = cells(status(await clerk.get(`/station/month?month=${now}&as=xlsx`), 200).body)
	assert.deepEqual(rows[0], ['类别', '项目', '本月', '上月', '上年同月'])
	assert.equal(rows.filter((r) => r[1] === '登记需求（件）')[0][2], figure(page, 'needs').now)
	assert.ok(rows.length > page.Figures.length)
	assert.equal(value("SELECT detail FROM audit WHERE action = 'month_table.export' ORDER BY id DESC LIMIT 1"), now)
})

test('the page has places to sign', async () => {
	const text = status(await clerk.get('/station/month'), 200).text
	for (const words of ['填表人', '负责人', '盖章']) assert.ok(text.includes(words), words)
})

guardGet('/station/month', { wrong: 'madan' })
await end()
