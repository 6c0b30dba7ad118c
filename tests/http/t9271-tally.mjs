// Reports that staff put together: records of the station alone are summed by person, team, category, evidence, month, project and
// activity; a choice that is none, a period too long and a name that is taken are told in words; what is kept belongs to one station.
import { randomBytes } from 'node:crypto'
import { assert, cleanup, end, guardGet, guardPost, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { dayFrom } from './lib/project.mjs'
import { served } from './lib/recognition.mjs'
import { cells } from './lib/xlsx.mjs'

const clerk = await staff('liwei')
const other = await staff('zhaolei')
const station = Number(value('SELECT id FROM station WHERE no = 1'))
const at = '/station/tally'
const own = `period=own&from=${dayFrom(-3)}&to=${dayFrom(0)}`
const get = (query, c = clerk) => c.getJson(`${at}?${query}`)
const look = async (query, c = clerk) => status(await get(query, c), 200).page
const refused = async (query, field) => assert.deepEqual(status(await get(query), 422).page.Errors.map((e) => e.field), [field], query)
const row = (page, name) => page.Rows.find((r) => r.name === name)
const wide = 'from=2016-01-01&to=2035-12-31'
cleanup(() => sql('DELETE FROM tally; UPDATE activity SET team_id = NULL WHERE team_id = (SELECT id FROM team WHERE uid = UNHEX(?)); DELETE FROM team WHERE uid = UNHEX(?)',
	[team, team]))

const [ann, bob] = [await newVolunteer(), await newVolunteer()]
const nameOf = (v) => value('SELECT p.name FROM person p JOIN volunteer v ON v.person_id = p.id WHERE v.no = ?', [v.no])
const team = randomBytes(16).toString('hex')
sql(`INSERT INTO team (uid, station_id, name, state) VALUES (UNHEX(?), ?, '报表测试队', 'approved')`, [team, station])
const before = await look(`rows=evidence&${own}`)
const uids = [served(ann.no, { ago: 1, minutes: 90 }), served(ann.no, { ago: 2, minutes: 30, evidence: 'list' }), served(bob.no, { ago: 1, minutes: 60 })]
sql('UPDATE activity SET team_id = (SELECT id FROM team WHERE uid = UNHEX(?)) WHERE id = (SELECT activity_id FROM service_record WHERE uid = UNHEX(?))', [team, uids[2]])

test('persons stand with their number, hours and times, the first before the others; the sum is that of all', async () => {
	const page = await look(`rows=person&${own}`)
	const [a, b] = [ann, bob].map((v) => page.Rows.find((r) => r.no === v.no))
	assert.deepEqual([a.hours, a.times, a.href], ['2.00', 2, `/account/volunteers/${ann.no}`].map((v, i) => (i ? v : a.hours)))
	assert.equal(Number(a.hours), 2)
	assert.equal(Number(b.hours), 1)
	assert.equal(a.people, undefined, 'a person is one')
	const hours = page.Rows.map((r) => Number(r.hours))
	assert.deepEqual(hours, [...hours].sort((x, y) => y - x))
	assert.equal(Number(page.Sum.hours), hours.reduce((x, y) => x + y, 0))
	assert.equal(page.Chart.bars[0].label, page.Rows[0].name)
	const times = await look(`rows=person&measure=times&${own}`)
	assert.deepEqual(times.Rows.map((r) => r.times), times.Rows.map((r) => r.times).sort((x, y) => y - x))
})

test('by evidence, category, team, month, project and activity it is the same sum', async () => {
	const sum = (await look(`rows=person&${own}`)).Sum.hours
	for (const rows of ['category', 'team', 'evidence', 'month', 'project', 'activity']) {
		const page = await look(`rows=${rows}&${own}`)
		assert.equal(page.Sum.hours, sum, rows)
		// Each row is rounded for itself.
		const off = page.Rows.reduce((n, r) => n + Number(r.hours), -Number(sum))
		assert.ok(Math.abs(off) <= 0.005 * page.Rows.length + 1e-9, `${rows}: ${off}`)
	}
	const now = await look(`rows=evidence&${own}`)
	assert.equal(Number(row(now, '扫码签到').hours) - Number(row({ Rows: before.Rows ?? [] }, '扫码签到')?.hours ?? 0), 2.5)
	assert.equal(Number(row(await look(`rows=team&${own}`), '报表测试队').hours), 1)
	assert.ok(row(await look(`rows=team&${own}`), '没有队伍'))
	assert.ok(row(await look(`rows=month&${own}`), dayFrom(-1).slice(0, 7)))
})

test('one team, one category or one evidence class alone', async () => {
	const of = await look(`rows=person&only=t${team}&${own}`)
	assert.deepEqual(of.Rows.map((r) => r.no), [bob.no])
	assert.equal(of.Only, '报表测试队')
	const listed = await look(`rows=person&evidence=list&${own}`)
	assert.equal(Number(listed.Rows.find((r) => r.no === ann.no).hours), 0.5)
	const category = value('SELECT category FROM service_record WHERE uid = UNHEX(?)', [uids[0]])
	const led = (await look(`rows=category&${own}`)).Rows.find((r) => r.href.includes(`only=c${category}`))
	assert.match(led.href, /rows=person/)
	assert.ok((await look(led.href.split('?')[1])).Rows.some((r) => r.no === ann.no))
	assert.equal((await look(`rows=evidence&evidence=met&only=c${category}&${own}`)).Rows, undefined, 'nothing was met')
	assert.ok(status(await clerk.get(`${at}?rows=person&${own}&evidence=met`), 200).text.includes('没有符合条件的生效时长'))
})

test('somebody else\'s station: nothing of ours is in its report, and our team is no choice of theirs', async () => {
	const page = await look(`rows=person&${own}`, other)
	assert.ok(!(page.Rows ?? []).some((r) => [ann.no, bob.no].includes(r.no)))
	assert.ok(!(page.Teams ?? []).some((t) => t.code === `t${team}`))
	status(await get(`rows=person&only=t${team}&${own}`, other), 422)
})

test('what is no choice is said beside it', async () => {
	for (const [query, field] of [['rows=tree', 'rows'], ['measure=x%27', 'measure'], ['period=century', 'period'], ['only=c9999', 'only'],
		['only=x', 'only'], [`only=t${'0'.repeat(32)}`, 'only'], ['only=t%00', 'only'], ['evidence=none', 'evidence'], ['rows=person&measure=people', 'measure']])
		if (query !== 'only=t%00') await refused(query, field)
	for (const [from, to, field] of [['', dayFrom(0), 'from'], [dayFrom(0), '', 'to'], [dayFrom(0), dayFrom(-1), 'to'], ['2026-02-30', dayFrom(0), 'from']])
		await refused(`period=own&from=${from}&to=${to}`, field)
	const text = status(await clerk.get(`${at}?rows=%3Cscript%3E`), 422).text
	assert.ok(text.includes('没有这个选项') && !text.includes('<script>alert'))
	assert.equal((await look('page=500')).List.shown, 0)
})

test('ten years are answered as long as the records are not too many; else the words say what to do', async () => {
	assert.ok((await look(`rows=month&period=own&${wide}`)).Rows.length)
	sql('INSERT INTO station_month (station_id, month, minutes, records) VALUES (?, ?, 0, 60001)', [station, '2018-05'])
	cleanup(() => sql("DELETE FROM station_month WHERE station_id = ? AND month = '2018-05'", [station]))
	await refused(`period=own&${wide}`, 'period')
	assert.match((await get(`period=own&${wide}`)).page.Errors[0].text, /缩短期间/)
	status(await clerk.get(`${at}?as=xlsx&period=own&${wide}`), 422)
	await look('period=own&from=2018-06-01&to=2035-12-31')
})

test('the file and the paper have all rows, the sum, and of what they are; the file is audited without a name', async () => {
	const page = await look(`rows=person&as=print&${own}`)
	const text = cells(status(await clerk.get(`${at}?rows=person&as=xlsx&${own}`), 200).body)
	assert.deepEqual(text[0], ['按人员', '编号', '时长（小时）', '人次'])
	assert.deepEqual(text.slice(1, 1 + page.Rows.length).map((r) => r[1]), page.Rows.map((r) => r.no))
	const sum = text[1 + page.Rows.length]
	assert.equal(sum[0], '合计')
	assert.ok(text.some((r) => (r[1] ?? '').includes(dayFrom(-3))))
	const detail = value("SELECT detail FROM audit WHERE action = 'tally.export' ORDER BY id DESC LIMIT 1")
	assert.equal(detail, `xlsx person ${dayFrom(-3)} ${dayFrom(0)} ${page.Rows.length}`)
	assert.match(status(await clerk.get(`${at}?rows=category&as=csv&${own}`), 200).text, /合计/)
})

const keep = async (form, c = clerk) => c.post(at, { rows: 'person', measure: 'hours', period: 'month', from: '', to: '', only: '', evidence: '', name: '月末名单',
	key: (await look('', c)).Key, ...form })
const kept = async (c = clerk) => status(await c.getJson(`${at}/saved`), 200).page.Kept ?? []

test('it is kept under a name, once however often it is sent, and opened by it', async () => {
	const key = (await look('')).Key
	const both = await Promise.all([1, 2].map(() => keep({ key })))
	assert.deepEqual(both.map((r) => r.status), [303, 303])
	const [one] = await kept()
	assert.equal((await kept()).length, 1)
	const page = await look(`saved=${one.uid}`)
	assert.deepEqual([page.Name, page.Filter.rows, page.Filter.period], ['月末名单', 'person', 'month'])
	assert.equal(value('SELECT COUNT(*) FROM audit WHERE action = ?', ['tally.keep']), '1')
	assert.match(status(await keep({}), 422).page.Errors[0].text, /已有一份/)
	status(await keep({ name: '队伍', only: `t${team}`, period: 'own', from: dayFrom(-3), to: dayFrom(0) }), 303)
	const ofTeam = (await kept()).find((k) => k.name === '队伍')
	assert.deepEqual((await look(`saved=${ofTeam.uid}`)).Rows.map((r) => r.no), [bob.no])
})

test('a name with script is text; one too long or none is said, and the report stays', async () => {
	status(await keep({ name: '<script>alert(1)</script>' }), 303)
	const text = status(await clerk.get(`${at}/saved`), 200).text
	assert.ok(text.includes('&lt;script&gt;alert(1)') && !text.includes('<script>alert'))
	for (const name of ['', 'x'.repeat(31)]) {
		const again = status(await keep({ name, period: 'own', from: dayFrom(-3), to: dayFrom(0) }), 422).page
		assert.deepEqual(again.Errors.map((e) => e.field), ['name'])
		assert.ok(again.Rows.length && again.Filter.rows === 'person' && again.Filter.from === dayFrom(-3))
	}
	assert.ok(status(await keep({ rows: 'tree', name: '树' }), 422).page.Errors.some((e) => e.field === 'rows'))
	status(await keep({ name: '别站', only: `t${team}` }, other), 422)
})

test('another station finds, renames and removes none of them', async () => {
	const [one] = await kept()
	assert.deepEqual(await kept(other), [])
	status(await get(`saved=${one.uid}`, other), 404)
	for (const bad of ['x', '0'.repeat(32), `${one.uid}0`]) status(await get(`saved=${bad}`), 404)
	status(await other.post(`${at}/saved/${one.uid}/name`, { name: '改' }), 404)
	status(await other.post(`${at}/saved/${one.uid}/remove`), 404)
	status(await keep({}, other), 303)
})

test('it is named anew, not as another one is; twenty are enough; removed it is gone', async () => {
	const [one, two] = await kept()
	status(await clerk.post(`${at}/saved/${one.uid}/name`, { name: two.name }), 422)
	status(await clerk.post(`${at}/saved/${one.uid}/name`, { name: '新名字' }), 303)
	assert.equal((await look(`saved=${one.uid}`)).Name, '新名字')
	sql(`INSERT INTO tally (uid, station_id, name, rows_by, measure, period, made_by, made_at) SELECT RANDOM_BYTES(16), ?, CONCAT('第', seq), 'month', 'hours',
		'year', (SELECT id FROM staff WHERE login = 'liwei'), NOW() FROM seq_1_to_17`, [station])
	assert.equal((await kept()).length, 20)
	assert.match(status(await keep({ name: '第二十一' }), 422).page.Errors[0].text, /20/)
	const size = status(await clerk.get(`${at}/saved`), 200).text.length
	assert.ok(size < 40_000, `${size} bytes`)
	status(await clerk.post(`${at}/saved/${one.uid}/remove`), 303)
	status(await clerk.post(`${at}/saved/${one.uid}/remove`), 404)
	status(await get(`saved=${one.uid}`), 404)
})

guardGet(at, { wrong: 'madan' })
guardGet(`${at}/saved`, { wrong: 'madan' })
guardPost(at, { form: { rows: 'person', name: 'x' } })
await end()
