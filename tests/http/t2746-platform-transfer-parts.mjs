// 转移接续 of somebody with more records than one bundle holds: several parts, in which each record stands exactly once, however
// much was corrected between making one and the next; the page and the bundle say how many there are.
import { assert, cleanup, end, newVolunteer, sql, staff, status, test, until, value } from './lib.mjs'
import { holds, Installation } from './lib/bundle.mjs'
import { again } from './lib/loop.mjs'
import { attended, marked } from './lib/mark.mjs'

const PART = 3000
const N = 3010
const clerk = await staff('liwei')
await clerk.getJson('/platform/transfer')
const v = await newVolunteer({ name: '林小满' })
const person = Number(value('SELECT person_id FROM volunteer WHERE no = ?', [v.no]))
const leave = async (form = {}) => v.client.post('/platform/transfer/mine', { agree: 1, ...form })
let key, first

/** An activity and a record on each of the days before, under notice until yesterday: the programs make them effective and seal them. */
async function plant(n) {
	const tag = Date.now().toString(36).toUpperCase()
	const ours = `r.person_id = ${person}`
	sql(`INSERT INTO activity (uid, no, station_id, title, content, category, starts_at, ends_at, place, region_code, state, created_by, published_by, published_at, record_due_on)
		SELECT RANDOM_BYTES(16), CONCAT('A15T', ?, s.seq), v.station_id, '清洁家园', '', '0009', '2015-01-01 09:00:00' + INTERVAL s.seq DAY,
		'2015-01-01 10:00:00' + INTERVAL s.seq DAY, '胜利社区', '610502002', 'notice', f.id, f.id, '2014-12-01 09:00:00', '2027-01-01'
		FROM seq_1_to_${n} s JOIN volunteer v ON v.no = ? JOIN staff f ON f.login = 'liwei'`, [tag, v.no])
	sql(`INSERT INTO service_record (uid, no, station_id, activity_id, person_id, served_on, starts_at, ends_at, minutes, evidence, category, content,
		activity_published_at, logger_id, logged_at, reviewer_id, reviewed_at, notice_until, state) SELECT RANDOM_BYTES(16), CONCAT('R15T', SUBSTR(a.no, 5)), a.station_id, a.id, ${person},
		DATE(a.starts_at), a.starts_at, a.ends_at, 60, 'list', '0009', '', a.published_at,
		f.id, '2015-01-02', g.id, '2015-01-02', '2026-01-01', 'notice' FROM activity a JOIN staff f ON f.login = 'liwei'
		JOIN staff g ON g.login = 'wangfang' WHERE a.no LIKE CONCAT('A15T', ?, '%')`, [tag])
	sql(`INSERT INTO volunteer_day (person_id, day, minutes) SELECT ${person}, '2015-01-01' + INTERVAL s.seq DAY, 60 FROM seq_1_to_${n} s`)
	attended(ours)
	marked(ours)
	/* A round takes up to five hundred activities, of other tests too. */
	const effective = () => Number(value(`SELECT COUNT(*) FROM service_record WHERE person_id = ${person} AND state = 'effective'`))
	for (let had = 0; had < n; had = effective()) {
		again('activity-close')
		await until(() => effective() > had, 60_000, { what: 'a round' })
	}
}

test(`${N} records are sealed, and the page says into how many parts they go`, async () => {
	await plant(N)
	await until(() => Number(value(`SELECT COUNT(*) FROM service_record r JOIN ledger_event e ON e.record_uid = r.uid AND e.kind = 'effective'
		JOIN ledger_leaf l ON l.event_id = e.id WHERE r.person_id = ${person} AND l.seq < (SELECT MAX(size) FROM tree_head)`)) === N, 150_000, { every: 500, what: 'records sealed' })
	key = Buffer.from((await v.client.get('/activity/ledger/key')).text.trim().split(' ')[2], 'hex')
	const page = status(await v.client.getJson('/platform/transfer/mine'), 200).page
	assert.deepEqual([Number(page.Ready.records), Number(page.Ready.parts), page.Parts.length], [N, 2, 2])
	const text = status(await v.client.get('/platform/transfer/mine'), 200).text
	assert.match(text, /下载第 2 份，共 2 份/)
	assert.match(text, new RegExp(`服务记录（条）[^]{1,80}${N}`))
}, { timeout: 300_000 })

test('the parts hold every record once, and say so', async () => {
	first = status(await leave(), 200)
	assert.match(first.headers['content-disposition'], /-1-2\.json"/)
	const second = status(await leave({ part: 2 }), 200)
	const [a, b] = [first.json, second.json]
	assert.deepEqual([a.part, a.parts, a.total, a.records.length, b.part, b.parts, b.total, b.records.length], [1, 2, N, PART, 2, 2, N, N - PART])
	assert.equal(new Set([...a.records, ...b.records].map((r) => r.key)).size, N)
	for (const r of [first, second]) assert.ok(holds(r.body, key))
	const rows = sql("SELECT records, part, parts FROM transfer WHERE person_id = ? AND direction = 'out' ORDER BY id", [person]).map((r) => Object.values(r).map(Number))
	assert.deepEqual(rows, [[PART, 1, 2], [N - PART, 2, 2]])
	assert.ok(first.body.length < 20_000_000)
	for (const part of [3, 1000]) assert.match(status(await leave({ part }), 422).page.Errors[0].text, /没有这么多份/)
	for (const part of [0, -1, 'x', 1001]) status(await leave({ part }), 422)
	const byStaff = status(await clerk.post('/platform/transfer/out', { volunteer: v.no, agree: 1, part: 2 }), 200)
	assert.equal(byStaff.json.records.length, N - PART)
}, { timeout: 60_000 })

test('what ends between two parts moves nothing from one to the other', async () => {
	const [x] = first.json.records
	const manager = await staff('zhangmin')
	await manager.getJson('/activity/manage/objections')
	status(await v.client.submit(`/activity/record/${x.no}/object`, { reason: '这一天我没有来，请核对' }), 303)
	const c = value('SELECT o.no FROM objection o JOIN service_record r ON r.id = o.record_id WHERE r.no = ?', [x.no])
	status(await manager.post(`/activity/manage/objections/${c}/decide`, { verdict: 'upheld', result: '核对签到表，确有出入' }), 303)
	const early = status(await leave({ part: 2 }), 200).json
	assert.deepEqual([early.total, early.records.length], [N - 1, N - PART])
	await until(() => value(`SELECT COUNT(*) FROM ledger_event e JOIN ledger_leaf l ON l.event_id = e.id WHERE e.kind = 'withdrawn' AND e.record_uid = ?
		AND l.seq < (SELECT MAX(size) FROM tree_head)`, [Buffer.from(x.key, 'hex')]) === '1', 60_000, { what: 'its end is sealed' })
	const again = status(await leave({ part: 1 }), 200).json
	assert.deepEqual([again.records.length, again.ended.map((e) => e.key)], [PART - 1, [x.key]])
}, { timeout: 90_000 })

test('the receiving station reads which part it is and that there are more', async () => {
	const there = new Installation('河滨志愿服务站').trust()
	cleanup(() => there.distrust())
	const file = there.bundle({ person: first.json.person, records: [there.record({ day: '2014-03-05' })], change: (b) => Object.assign(b, { part: 1, parts: 3, total: 7000 }) })
	const no = /(B\d+)\?done/.exec(status(await clerk.upload('/platform/transfer/in', { volunteer: v.no }, [{ field: 'bundle', name: 'b.json', content: file }]), 303).location)[1]
	assert.deepEqual(sql('SELECT part, parts FROM transfer WHERE no = ?', [no]).map((r) => Object.values(r).map(Number)), [[1, 3]])
	const text = status(await clerk.get(`/platform/transfer/${no}`), 200).text
	assert.match(text, /第 1 份，共 3 份/)
	assert.match(text, /请把其余各份也转入/)
})
await end()
