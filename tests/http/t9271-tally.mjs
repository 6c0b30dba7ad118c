// Reports that staff put together: records of the station alone are summed by person, team, category, evidence, month, project and
// activity; a choice that is none, a period too long and a name that is taken are told in words; what is kept belongs to one station.
// Overseers have the same of the stations of their division, out of the sums that are kept by month.
import { randomBytes } from 'node:crypto'
import { Client, assert, cleanup, end, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { appoint } from './lib/admin.mjs'
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
	assert.ok(Math.abs(Number(page.Sum.hours) - hours.reduce((x, y) => x + y, 0)) <= 0.005 * hours.length, 'each is rounded to a hundredth')
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
	sql('INSERT INTO station_month (station_id, month, minutes, records) VALUES (?, ?, 0, 60001) ON DUPLICATE KEY UPDATE records = records + 60001', [station, '2018-05'])
	cleanup(() => sql(`UPDATE station_month SET records = records - 60001 WHERE station_id = ${station} AND month = '2018-05';
		DELETE FROM station_month WHERE station_id = ${station} AND month = '2018-05' AND records = 0 AND minutes = 0`))
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

const [county, city] = [await staff('madan'), await staff('gaofeng')]
const places = [927101, 927102, 927103]
/** Minutes and records of the stations of a division, as they are kept by month. */
const sumsOf = (code, from, to) => sql(`SELECT s.no, SUM(m.minutes) AS minutes, SUM(m.records) AS records FROM station_month m
	JOIN station s ON s.id = m.station_id WHERE s.region_code LIKE ? AND m.month BETWEEN ? AND ? GROUP BY s.no`, [`${code}%`, from, to])
const total = (rows, what) => rows.reduce((n, r) => n + Number(r[what] ?? 0), 0)
const hours = (minutes) => (minutes / 60).toFixed(2)
const year = dayFrom(0).slice(0, 4)
const ofYears = 'period=own&from=2003-03-09&to=2012-12-02'

test('an overseer has the stations of the division, with the sums that are kept of them by month; of another division none', async () => {
	// Two of the county, one of them with few volunteers; one of another county of the city.
	for (const [i, [code, n, minutes]] of [['610502002', 40, 6000], ['610502002', 2, 120], ['610523001', 40, 60]].entries())
		sql(`INSERT INTO station (no, name, region_code) VALUES (?, ?, ?);
			INSERT INTO volunteer_count (station_id, of_state, n) SELECT id, 'active', ? FROM station WHERE no = ?;
			INSERT INTO station_month (station_id, month, minutes, records) SELECT id, m, ?, 3 FROM station JOIN (SELECT '2003-03' AS m UNION SELECT '2012-12') x
			WHERE no = ?`, [places[i], `报表站${i}`, code, n, places[i], minutes, places[i]])
	cleanup(() => sql(`DELETE FROM station_month WHERE station_id IN (SELECT id FROM station WHERE no BETWEEN ? AND ?);
		DELETE FROM volunteer_count WHERE station_id IN (SELECT id FROM station WHERE no BETWEEN ? AND ?);
		DELETE FROM station WHERE no BETWEEN ? AND ?`, [...[1, 2, 3].flatMap(() => [places[0], places[2]])]))
	const page = await look(`rows=station&${ofYears}`, county)
	assert.deepEqual([page.From, page.Until], ['2003-03-01', '2012-12-31'], 'whole months, and ten years of them')
	const kept = sumsOf('610502', '2003-03', '2012-12')
	const of = (no) => page.Rows.find((r) => r.no === String(no) || r.no === no)
	assert.deepEqual([of(places[0]).hours, of(places[0]).times, of(places[0]).href], ['200.00', 6, `/station/places/${places[0]}`])
	assert.deepEqual([of(places[1]).small, of(places[1]).hours, of(places[1]).times], [1, undefined, undefined], 'of few people nothing is told')
	assert.equal(of(places[2]), undefined)
	assert.deepEqual([page.Sum.hours, page.Sum.times], [hours(total(kept, 'minutes')), total(kept, 'records')])
	assert.ok(!page.Chart.bars.some((b) => b.label === '报表站1'))
	assert.ok(page.Rows.filter((r) => !r.small).every((r) => r.hours === hours(Number(kept.find((k) => String(k.no) === String(r.no))?.minutes ?? 0))))
	const wider = await look(`rows=station&${ofYears}`, city)
	assert.ok(wider.Rows.some((r) => r.name === '报表站2'))
	assert.equal(wider.Sum.hours, hours(total(sumsOf('6105', '2003-03', '2012-12'), 'minutes')))
})

test('by month it is the same sum, and each month leads to its stations; the file and the paper have it, and of what it is', async () => {
	const page = await look(`rows=month&${ofYears}`, county)
	assert.equal(page.Sum.hours, (await look(`rows=station&${ofYears}`, county)).Sum.hours)
	assert.equal(total(page.Rows, 'times'), page.Sum.times)
	assert.deepEqual([page.Rows[0].name, page.Rows.at(-1).name], ['2003-03', '2012-12'])
	assert.equal((await look(page.Rows[0].href.split('?')[1], county)).Sum.hours, page.Rows[0].hours)
	const text = cells(status(await county.get(`${at}?rows=station&as=xlsx&${ofYears}`), 200).body)
	assert.deepEqual(text[0], ['按站点', '编号', '时长（小时）', '人次'])
	assert.deepEqual(text.find((r) => r[0] === '报表站1').slice(2), ['不显示', '不显示'])
	assert.ok(text.some((r) => r[1] === '陕西省渭南市临渭区') && !text.some((r) => r[0] === '报表站2'))
	assert.match(status(await county.get(`${at}?rows=station&as=print&${ofYears}`), 200).text, /报表站0/)
	const ours = Number((await look('rows=month&period=year', county)).Sum?.hours ?? 0)
	assert.equal(ours, Number(hours(total(sumsOf('610502', `${year}-01`, `${year}-12`), 'minutes'))))
})

test('what is kept by month alone is a choice of overseers, within a bound; of a division with few volunteers nothing is told', async () => {
	sql("INSERT INTO station (no, name, region_code) SELECT 927110 + seq, CONCAT('多站', seq), '610502002' FROM seq_1_to_60")
	const century = await get('rows=station&period=own&from=2000-01-01&to=2099-12-31', county)
	sql('DELETE FROM station WHERE no BETWEEN 927110 AND 927170')
	assert.deepEqual(status(century, 422).page.Errors.map((e) => e.field), ['period'])
	for (const [query, field] of [['rows=person', 'rows'], ['measure=people', 'measure'], ['evidence=met', 'evidence'], ['only=c0001', 'only']])
		assert.deepEqual(status(await get(query, county), 422).page.Errors.map((e) => e.field), [field], query)
	await refused('rows=station', 'rows')
	const few = await appoint('few_9271', 'overseer', '610524')
	sql(`UPDATE station SET region_code = (SELECT code FROM region WHERE parent_code = '610524' ORDER BY code LIMIT 1) WHERE no = ?`, [places[1]])
	const own = Number(value("SELECT COALESCE(SUM(v.n), 0) FROM volunteer_count v JOIN station s ON s.id = v.station_id WHERE s.region_code LIKE '610524%'"))
	assert.equal(own, 2)
	assert.match(status(await get(`rows=month&${ofYears}`, few), 422).page.Errors[0].text, /太少/)
})

test('it is kept by the division: another one, and its stations, do not have it', async () => {
	status(await keep({ rows: 'station', period: 'last_month', name: '各站月报' }, county), 303)
	const [one] = await kept(county)
	assert.equal((await look(`saved=${one.uid}`, county)).Filter.rows, 'station')
	assert.ok(!(await kept(city)).length && !(await kept()).some((k) => k.uid === one.uid))
	for (const c of [city, clerk]) {
		status(await get(`saved=${one.uid}`, c), 404)
		status(await c.post(`${at}/saved/${one.uid}/remove`), 404)
	}
	status(await keep({ rows: 'station', name: '各站月报' }, city), 303)
	status(await county.post(`${at}/saved/${one.uid}/remove`), 303)
})

test('strangers sign in, volunteers have none of it, and a form wants its token', async () => {
	for (const path of [at, `${at}/saved`]) {
		status(await new Client().get(path), 303)
		status(await new Client().getJson(path), 401)
		status(await ann.client.getJson(path), 403)
	}
	status(await new Client().post(at, { rows: 'person', name: 'x', csrf: '0'.repeat(32) }), 401)
	status(await ann.client.post(at, { rows: 'person', name: 'x' }), 403)
	for (const c of [clerk, county]) status(await c.post(at, { rows: 'month', name: 'x', csrf: null }), 403)
})
await end()
