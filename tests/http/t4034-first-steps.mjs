// A station that has recorded no hours is told its first steps on the desk, each with its way and a tick from what is there.
import { assert, end, sql, staff, status, test, value } from './lib.mjs'
import { place } from './lib/admin.mjs'

const WHATS = ['place', 'second', 'survey', 'volunteer', 'project', 'safe', 'activity', 'hours']
const desk = async (c) => status(await c.getJson('/account/desk'), 200).page

test('a station at work has no first steps, and neither has an overseer', async () => {
	assert.equal((await desk(await staff('liwei'))).Steps, undefined)
	assert.equal((await desk(await staff('madan'))).Steps, undefined)
})

let manager

test('a new one has all of them; each is ticked by what is there', async () => {
	const s = await place(4034, '610523002', '大荔县东城志愿服务站')
	manager = s.manager
	const done = async (c) => (await desk(c)).Steps.filter((x) => x.done === 1).map((x) => x.what)
	const first = await desk(s.manager)
	assert.deepEqual(first.Steps.map((x) => x.what), WHATS)
	assert.ok(first.Steps.every((x) => x.href && !x.managers))
	assert.deepEqual([first.StepsDone, first.StepsAll], [1, 8])
	assert.deepEqual(await done(s.manager), ['second'])
	// What only the manager may is no way of a clerk's.
	const clerk = await desk(s.clerk)
	assert.deepEqual(clerk.Steps.filter((x) => x.managers === 1).map((x) => x.what), ['place', 'second'])
	assert.ok(clerk.Steps.filter((x) => x.managers === 1).every((x) => !x.href))
	for (const x of first.Steps) status(await s.manager.get(x.href), 200, x.href)
	status(await s.manager.post('/station/edit', { name: '大荔县东城志愿服务站', person_in_charge: '高峰', address: '城关街道 1 号', phone: '0913-3211111',
		open_hours: '周一至周五 9:00–17:00' }), 303)
	assert.deepEqual(await done(s.manager), ['place', 'second'])
	status(await s.clerk.post('/support/insurance/new', { insurer: '渭南财产保险', policy_no: 'F4034', kind: '意外险', covers: 'all', from_on: '2026-01-01',
		to_on: '2099-01-01' }), 303)
	assert.deepEqual(await done(s.manager), ['place', 'second', 'safe'])
	// A point is no survey's home, and another station's rows tick nothing.
	const id = value('SELECT id FROM station WHERE no = 4034')
	sql(`INSERT INTO survey (uid, no, code, station_id, title, state, created_by) SELECT RANDOM_BYTES(16), 'Q4034', 'q4034', ${id}, '调查', 'open',
		created_by FROM survey LIMIT 1`)
	assert.ok((await done(s.manager)).includes('survey'))
})

test('with the first recorded hour they are gone', async () => {
	const id = value('SELECT id FROM station WHERE no = 4034')
	assert.equal((await desk(manager)).Steps?.length, 8)
	const [r] = sql('SELECT id, station_id FROM service_record ORDER BY id DESC LIMIT 1')
	sql('UPDATE service_record SET station_id = ? WHERE id = ?', [id, r.id])
	assert.equal((await desk(manager)).Steps, undefined)
	sql('UPDATE service_record SET station_id = ? WHERE id = ?', [r.station_id, r.id])
})

await end()
