// What overseers see: figures against aims, by part of the region and by month, of a year and the year before; small numbers
// hidden; an alarm while next year's calendar is not entered, which a pasted notice or a file ends.
import { writeFileSync } from 'node:fs'
import { assert, cleanup, end, guardGet, guardPost, sql, staff, status, test, value } from './lib.mjs'
import { admin, appoint, place } from './lib/admin.mjs'
import { dayFrom } from './lib/project.mjs'

const year = Number(dayFrom(0).slice(0, 4))
const county = await staff('madan')
const city = await staff('gaofeng')
const look = async (c, query = '') => status(await c.getJson(`/station/overview${query}`), 200).page
const sum = (rows, what) => rows.reduce((n, r) => n + (Number(r[what]) || 0), 0)

test('a city sees its counties, a county its streets, a street its stations; nobody beyond the own region', async () => {
	const { Parts, Totals, Region } = await look(city)
	assert.equal(Region.code, '610500')
	assert.equal(Parts.length, 11)
	assert.equal(sum(Parts, 'stations'), Totals.stations)
	const linwei = await look(city, '?in=610502')
	assert.ok(linwei.Parts.some((p) => p.code === '610502002' && p.stations >= 3))
	assert.equal(linwei.Up, '610500')
	assert.ok((await look(city, '?in=610502002')).Stations.some((s) => s.no === 1))
	assert.equal((await look(county)).Up, undefined)
	for (const code of ['610500', '610523', '999999', '%']) status(await county.getJson(`/station/overview?in=${encodeURIComponent(code)}`), 404)
	assert.match(status(await city.get('/station/overview'), 200).text, /href="\/station\/overview\?in=610523&amp;year=/)
})

test('the kept sums of counties and streets agree with the records', () => {
	const r = admin('recount')
	assert.doesNotMatch(r.stdout, /^region/m, r.stdout + r.stderr)
})

test('hours are those of the records, by month, beside the same months of the year before', async () => {
	const { Totals, Trend, Year } = await look(county)
	const minutes = Number(value("SELECT SUM(m.minutes) FROM station_month m JOIN station s ON s.id = m.station_id WHERE s.region_code LIKE '610502%' AND m.month >= ?", [`${year}-01`]) ?? 0)
	assert.equal(Totals.hours, (Math.round(minutes / 6) / 10).toFixed(1))
	assert.equal(Year, year)
	assert.equal(sum(Trend.bars, 'value'), minutes)
	const before = await look(county, `?year=${year - 1}`)
	assert.equal(before.Trend.bars.length, 12)
	assert.equal((await look(county, '?year=1999')).Year, year, 'a year out of reach is this one')
	const [row] = sql("SELECT s.id, s.region_code FROM station s WHERE s.no = 1")
	const month = `${year - 1}-01`
	const was = { county: (await look(county)).Totals.hours_before, city: (await look(city)).Totals.hours_before, whole: before.Totals.hours,
		station: (await look(county)).Stations.find((s) => s.no === 1).hours_before }
	const more = (n) => (Number(n) + 10).toFixed(1)
	const add = (n) => {
		sql('INSERT INTO station_month (station_id, month, minutes, records) VALUES (?, ?, ?, 0) ON DUPLICATE KEY UPDATE minutes = minutes + VALUES(minutes)', [row.id, month, n])
		for (const code of [row.region_code, '610502'])
			sql('INSERT INTO region_month (region_code, month, minutes, records) VALUES (?, ?, ?, 0) ON DUPLICATE KEY UPDATE minutes = minutes + VALUES(minutes)', [code, month, n])
	}
	add(600)
	cleanup(() => add(-600))
	assert.equal((await look(county)).Totals.hours_before, more(was.county))
	assert.equal((await look(city)).Totals.hours_before, more(was.city))
	assert.equal((await look(county, `?year=${year - 1}`)).Totals.hours, more(was.whole))
	assert.equal((await look(county)).Stations.find((s) => s.no === 1).hours_before, more(was.station))
})

test('coverage is communities with a station or point against the aim of the year', async () => {
	const over = await appoint('dali_9400', 'overseer', '610523')
	const before = (await look(over)).Totals
	assert.equal(before.coverage_aim, 100)
	assert.equal(before.communities, Number(value("SELECT COUNT(*) FROM region WHERE level = 5 AND code LIKE '610523%' AND ended_on IS NULL")))
	assert.equal(admin('station', '9400', '610523002018', '东城南社区志愿服务站').status, 0)
	assert.equal(admin('point', '9401', '9400', '丽景苑志愿服务点').status, 0)
	const after = await look(over)
	assert.equal(after.Totals.covered, before.covered + 1, 'a station and its point cover one community')
	const street = after.Parts.find((p) => p.code === '610523002')
	assert.ok(street.covered >= 1 && Number(street.coverage) > 0)
	const community = (await look(over, '?in=610523002')).Parts.find((p) => p.code === '610523002018')
	assert.deepEqual([community.coverage, community.points], ['100.0', 1])
	assert.equal(value('SELECT value FROM aim WHERE year = 2021'), '60')
})

test('fewer than the smallest number told are not told', async () => {
	const { Stations, Parts } = await look(city, '?in=610502002')
	const point = Stations.find((s) => s.no === 3)
	assert.ok(!point.volunteers && !point.rate)
	for (const p of Parts) assert.ok(p.volunteers === undefined || p.volunteers === 0 || p.volunteers >= 5)
})

test('an answer that is late is counted', async () => {
	sql("INSERT INTO remark (uid, station_id, words, due_on, made_by, made_at) SELECT UNHEX(MD5('t2940')), id, '请补齐', ?, (SELECT MIN(id) FROM staff), NOW() FROM station WHERE no = 1", [dayFrom(-2)])
	cleanup(() => sql("DELETE FROM remark WHERE uid = UNHEX(MD5('t2940'))"))
	assert.equal((await look(county)).Totals.late_remarks, 1)
	assert.match(status(await county.get('/station/overview'), 200).text, /逾期没有答复的督办/)
})

const notice = `一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（农历腊月二十九、周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月13日（周六）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。`

test('an alarm stands while the calendar of next year is not entered; the notice, pasted, ends it', async () => {
	const next = year + 1
	const late = Number(dayFrom(0).slice(5, 7)) >= 11
	assert.equal((await look(county)).HolidaysMissing, late ? next : undefined)
	const post = (form) => county.post('/activity/holidays/paste', { year: next, notice, notice_source: '国办发明电〔2026〕7号', ...form })
	assert.deepEqual(status(await post({ notice: '今天天气很好，没有放假的消息。' }), 422).page.Errors.map((e) => e.field), ['notice'])
	status(await post({ year: 'x' }), 422)
	status(await post({}), 303)
	const days = sql("SELECT DATE_FORMAT(day, '%m-%d') AS day, kind, name FROM holiday WHERE region_code = '610502' AND day BETWEEN ? AND ? ORDER BY day", [`${next}-01-01`, `${next}-12-31`])
	cleanup(() => sql("DELETE FROM holiday WHERE source LIKE '国办发明电%' OR source = 't2940'"))
	assert.deepEqual(days.filter((d) => d.kind === 'work').map((d) => d.day), ['01-31', '02-13'])
	assert.deepEqual(days.filter((d) => d.name === '春节' && d.kind === 'off').map((d) => d.day), ['02-05', '02-06', '02-07', '02-08', '02-09', '02-10', '02-11'])
	assert.equal(days.filter((d) => d.kind === 'off').length, 13)
	assert.equal((await look(county)).HolidaysMissing, undefined)
	assert.equal((await look(city)).HolidaysMissing, late ? next : undefined, 'the calendar of another region')
})

test('a file enters the calendar of the country', async () => {
	const path = `${process.env.VAR ?? 'var'}/t2940.csv`
	const file = (text) => { writeFileSync(path, `day,kind,name,source\n${text}`); return admin('holidays', path) }
	assert.match(file(`${year + 1}-02-30,off,春节,t2940\n`).stderr, /line 2/)
	assert.match(file(`${year + 1}-02-05,rest,春节,t2940\n`).stderr, /line 2/)
	assert.equal(value("SELECT COUNT(*) FROM holiday WHERE source = 't2940'"), '0')
	const r = file(Array.from({ length: 8 }, (_, i) => `${year + 1}-02-1${i},off,春节,t2940`).join('\n'))
	assert.equal(r.status, 0, r.stderr)
	assert.equal((await look(city)).HolidaysMissing, undefined)
})

test('a month alone, beside the same month of the year before; the file and the print are of that month', async () => {
	const minutes = (month) => Number(value("SELECT COALESCE(SUM(m.minutes), 0) FROM station_month m JOIN station s ON s.id = m.station_id WHERE s.region_code LIKE '610502%' AND m.month = ?", [month]))
	const month = value("SELECT MAX(m.month) FROM station_month m JOIN station s ON s.id = m.station_id WHERE s.region_code LIKE '610502%' AND m.minutes > 0 AND m.month LIKE ?", [`${year}-%`])
	const n = Number(month.slice(5))
	const page = await look(county, `?year=${year}&month=${n}`)
	assert.deepEqual([page.Month, page.Trend, Number(page.Totals.hours)], [n, undefined, Math.round(minutes(month) / 6) / 10])
	assert.equal(Number(page.Totals.hours_before), Math.round(minutes(`${year - 1}${month.slice(4)}`) / 6) / 10)
	assert.equal((await look(county, '?month=13')).Month, undefined)
	assert.equal((await look(county, '?month=x')).Month, undefined)
	status(await county.get(`/station/overview?as=xlsx&year=${year}&month=${n}`), 200)
	assert.match(status(await county.get(`/station/overview?as=print&year=${year}&month=${n}`), 200).text, new RegExp(`${year} ?年 ?${n} ?月`))
})

test('few people are told by nothing: no trend of them, and no part that the others leave over', async () => {
	const over = await appoint('few_9404', 'overseer', '610524')
	const streets = sql("SELECT code FROM region WHERE parent_code = '610524' ORDER BY code LIMIT 3").map((r) => r.code)
	const many = [2, 40, 9]
	cleanup(() => sql('DELETE FROM volunteer_count WHERE station_id IN (SELECT id FROM station WHERE no BETWEEN 9404 AND 9406)'))
	streets.forEach((code, i) => sql(`INSERT INTO station (no, name, region_code) VALUES (?, ?, ?);
		INSERT INTO volunteer_count (station_id, of_state, n) VALUES (LAST_INSERT_ID(), 'active', ?)`, [9404 + i, `合阳站${i}`, code, many[i]]))
	const { Parts, Trend } = await look(over)
	const of = (i) => Parts.find((p) => p.code === streets[i])
	assert.deepEqual([of(0).small, of(1).volunteers, of(2).beside], [1, 40, 1])
	assert.deepEqual([of(0).volunteers, of(2).volunteers, of(2).hours], [undefined, undefined, undefined])
	assert.ok(Trend)
	assert.equal((await look(over, `?in=${streets[0]}`)).Trend, undefined)
})

test('the table of a year is taken along as a file and printed', async () => {
	assert.match(status(await county.get(`/station/overview?as=csv&year=${year}`), 200).text, /上年同期/)
	status(await county.get('/station/overview?as=xlsx'), 200)
	status(await county.get('/station/overview?as=print'), 200)
	await place(9402, '610523001', '西城街道志愿服务站')
})

test('of very many stations the page goes down by parts, and a file has them all', async () => {
	const over = await appoint('chifeng_9403', 'overseer', '150400')
	sql(`INSERT INTO station (no, name, region_code) SELECT 940000 + ROW_NUMBER() OVER (ORDER BY code), CONCAT('众站', code), code
		FROM region WHERE code LIKE '1504%' AND level = 5 ORDER BY code LIMIT 501`)
	cleanup(() => sql('DELETE FROM station WHERE no > 940000'))
	const page = await look(over)
	assert.deepEqual([page.Totals.stations, page.Many, page.Stations], [501, 1, undefined])
	assert.equal(sum(page.Parts, 'stations'), 501)
	assert.match(status(await over.get('/station/overview'), 200).text, /逐级查看/)
	assert.equal(status(await over.get('/station/overview?as=csv'), 200).text.match(/众站/g).length, 501)
	const some = page.Parts.find((p) => p.stations > 0 && p.stations < 500)
	assert.ok((await look(over, `?in=${some.code}`)).Stations.length > 0)
})

guardGet('/station/overview', { wrong: 'zhangmin' })
guardPost('/activity/holidays/paste', { right: 'madan', wrong: 'zhangmin', form: { year, notice, notice_source: '某号' } })
await end()
