// The yearly report (令67 art. 18): a draft in sections, handed in by one and published by another; its figures are frozen then, and what
// is corrected later stands beside it. Overseers see who has published.
import { assert, Client, cleanup, end, guardGet, guardPost, newOverseer, sql, staff, status, test, value } from './lib.mjs'
import { dayFrom } from './lib/project.mjs'

const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const manager = await staff('zhangmin')
const county = await staff('madan')
const nobody = new Client()
const year = Number(dayFrom(0).slice(0, 4)) - 1
const at = `/station/reports/${year}`
const open = `/s/1/report/${year}`
const words = { work: '全年开展活动 211 场。', records: '录入审核各一人，公示三个工作日。', examples: '', problems: '陪诊员不够', plans: '培训陪诊员' }
const page = async (c = clerk) => status(await c.getJson(at), 200).page
const save = async (form = {}, c = clerk) => c.post(at, { was: (await page(c)).Was ?? '', ...words, ...form })
const figure = (p, name) => p.Figures.find((f) => f.name === name)
const was = async () => (await reviewer.getJson(`${at}/publish`)).page.Was
cleanup(() => sql('DELETE n FROM year_report_note n JOIN year_report y ON y.id = n.report_id; DELETE FROM year_report'))
await clerk.getJson(at)

test('a year that was not, or is to come, has no report', async () => {
	for (const bad of ['1999', '2999', 'x', '20 25', `${year}0`]) status(await clerk.getJson(`/station/reports/${encodeURIComponent(bad)}`), 404)
	status(await nobody.getJson(open), 404)
})

test('what is written stays a draft; whoever writes on what has changed meanwhile is told', async () => {
	status(await save({ work: '' }), 303)
	const stale = (await page()).Was
	assert.equal((await page()).Report.state, 'draft')
	sql('UPDATE year_report SET written_at = written_at - INTERVAL 1 MINUTE')
	status(await clerk.post(at, { ...words, was: stale }), 409)
	assert.deepEqual(status(await clerk.post(at, { ...words, was: stale, work: 'x'.repeat(10_000) }), 422).page.Errors.map((e) => e.field), ['work'])
	status(await nobody.getJson(open), 404)
})

test('without its words it is not handed in, nor while its year runs', async () => {
	assert.deepEqual(status(await clerk.post(`${at}/submit`), 422).page.Errors.map((e) => e.field), ['work'])
	status(await clerk.post(`/station/reports/${year + 1}`, { ...words, was: '' }), 303)
	status(await clerk.post(`/station/reports/${year + 1}/submit`), 422)
	status(await save(), 303)
	status(await clerk.post(`${at}/submit`), 303)
	status(await clerk.post(`${at}/submit`), 409)
	status(await save(), 409)
})

test('given back with a reason it can be written again', async () => {
	status(await reviewer.post(`${at}/return`, { reason: '' }), 422)
	status(await clerk.post(`${at}/return`, { reason: '请写清楚' }), 403)
	status(await reviewer.post(`${at}/return`, { reason: '请写清证明的情况' }), 303)
	assert.equal((await page()).Report.return_reason, '请写清证明的情况')
	status(await save({ work: '<script>alert(1)</script> 全年 211 场' }, manager), 303)
	status(await clerk.post(`${at}/submit`), 303)
})

test('nobody publishes what they had a hand in, and a clerk never', async () => {
	status(await clerk.post(`${at}/publish`, { was: '' }), 403)
	assert.match(status(await manager.post(`${at}/publish`, { was: await was() }), 422).page.Errors[0].text, /填写或提交过/)
	assert.equal(value('SELECT state FROM year_report WHERE year = ?', [year]), 'submitted')
})

test('the second person publishes what they saw, once; figures are frozen with it', async () => {
	assert.equal(status(await reviewer.getJson(`${at}/publish`), 200).page.Words.plans, words.plans)
	status(await reviewer.post(`${at}/publish`, { was: '2000-01-01 00:00:00' }), 409)
	const seen = await was()
	const both = await Promise.all([1, 2].map(() => reviewer.post(`${at}/publish`, { was: seen })))
	assert.deepEqual(both.map((r) => r.status).sort(), [303, 409])
	const shown = status(await nobody.get(open), 200)
	assert.match(shown.headers['cache-control'], /max-age/)
	assert.ok(shown.text.includes('&lt;script&gt;') && !shown.text.includes('<script>alert'))
	assert.ok(status(await nobody.get(`/s/1?published`), 200).text.includes(`href="${open}"`), 'the station\'s own page leads to it')
	assert.ok(shown.text.includes(words.records) && shown.text.includes('培训陪诊员'))
	const staffNames = sql('SELECT name FROM staff').map((r) => r.name)
	assert.deepEqual(staffNames.filter((n) => shown.text.includes(n)), [], 'nobody is named')
})

test('later corrections stand beside the frozen figures and do not change them', async () => {
	const before = status(await nobody.getJson(open), 200).page
	assert.equal(before.Corrected, undefined)
	const station = Number(value('SELECT id FROM station WHERE no = 1'))
	sql(`INSERT INTO station_month (station_id, month, minutes, records) VALUES (?, ?, 60, 1)
		ON DUPLICATE KEY UPDATE minutes = minutes + 60, records = records + 1`, [station, `${year}-05`])
	cleanup(() => sql('UPDATE station_month SET minutes = minutes - 60, records = records - 1 WHERE station_id = ? AND month = ?', [station, `${year}-05`]))
	const after = status(await nobody.getJson(`${open}?later`), 200).page
	assert.deepEqual(figure(after, 'minutes'), figure(before, 'minutes'))
	assert.equal(Number(after.Corrected.hours), Number(figure(before, 'minutes').now) + 1)
	const key = (await page(reviewer)).Key
	const note = (form) => reviewer.post(`${at}/note`, { key, words: '活动应为 210 场', ...form })
	status(await note({ words: '' }), 422)
	status(await clerk.post(`${at}/note`, { key, words: '活动应为 210 场' }), 403)
	for (let i = 0; i < 2; i++) status(await note(), 303)
	assert.deepEqual(status(await nobody.getJson(`${open}?noted`), 200).page.Notes.map((n) => n.words), ['活动应为 210 场'])
	status(await save(), 409)
	status(await reviewer.post(`${at}/return`, { reason: '再改改' }), 409)
})

test('few people are not told to everybody', async () => {
	const { Figures } = status(await nobody.getJson(open), 200).page
	for (const f of Figures.filter((f) => /^volunteers/.test(f.name)))
		assert.ok(f.few === 5 || Number(f.now) === 0 || Number(f.now) >= 5, f.name)
})

test('overseers see who has published in their region, and no other does', async () => {
	const of = async (c, query = '') => status(await c.getJson(`/station/reports/stations${query}`), 200).page
	const seen = await of(county)
	assert.equal(seen.Count.published, 1)
	assert.equal(seen.Stations.find((s) => s.no === 1).state, 'published')
	assert.equal(seen.Stations.find((s) => s.no === 2).state, 'none')
	const far = await newOverseer('150204')
	assert.ok(!((await of(far)).Stations ?? []).some((s) => s.no === 1))
	assert.equal((await of(county, `?year=${year - 50}`)).Year, year, 'a year out of reach is the last one')
	status(await county.get('/station/reports/stations?as=xlsx'), 200)
})

test('another station has its own', async () => {
	const other = await staff('zhaolei')
	assert.equal((await page(other)).Report, undefined)
	status(await other.post(`${at}/submit`), 404)
})

guardGet('/station/reports', { wrong: 'madan' })
guardGet('/station/reports/stations', { wrong: 'liwei' })
guardPost(at, { form: { ...words, was: '' } })
guardPost(`${at}/publish`, { right: 'wangfang', wrong: 'liwei', form: { was: '' } })
await end()
