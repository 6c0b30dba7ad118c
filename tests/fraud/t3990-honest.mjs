// Two hundred people who served: sixty with their own phones, the others on a roll. Nothing refuses them, no sign stands
// beside them, every minute counts, and whoever checks finds all well.
import { end } from '../http/lib.mjs'
import {
	assert, attend, finish, newActivity, newVolunteer, noticeOver, records, review, roomToday, sql, staff, status, test,
	today, until, value,
} from './lib.mjs'
import { rolledIn } from './lib/hours.mjs'
import { open, recount, verify } from './lib/ledger.mjs'

const PHONES = 60
const ROLLS = 140
const TOGETHER = 6        // eight and more who leave in the same minute would be remarkable

await roomToday()
const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
/* Notices of the demo community that have ended: the loop settles them after its start, not amid our sums. */
await until(() => value(`SELECT COUNT(*) FROM service_record WHERE state = 'notice' AND notice_until < ?`, [today()]) === '0', 90_000)
const sums = () => sql(`SELECT SUM(minutes) minutes, SUM(records) records, SUM(scan_minutes) scan, SUM(list_minutes) list
	FROM station_month m JOIN station s ON s.id = m.station_id WHERE s.no = 1`)[0]
const before = sums()
const activities = []

/** People of the station who came on paper: nobody registers them again for a test. */
function people(n) {
	const [{ first }] = sql('SELECT COALESCE(MAX(id), 0) + 1 first FROM person')
	const from = Number(first)
	sql(`INSERT INTO person (id, uid, name, birth_on, commit_salt) SELECT ${from - 1} + seq, UNHEX(MD5(RAND())), '志愿者', '1980-01-01',
			UNHEX(MD5(RAND())) FROM seq_1_to_${n};
		INSERT INTO volunteer (person_id, no, station_id, region_code, registered_at) SELECT p.id, CONCAT('VH', p.id), s.id, s.region_code, NOW()
			FROM person p JOIN station s ON s.no = 1 WHERE p.id >= ${from};
		UPDATE volunteer_count c JOIN station s ON s.id = c.station_id AND s.no = 1 SET c.n = c.n + ${n} WHERE c.of_state = 'active'`)
	return Array.from({ length: n }, (_, i) => ({ no: `VH${from + i}` }))
}
/** The activity ends, is reviewed in one press, stands its notice and takes effect. */
async function through(a) {
	finish(a.no)
	const rows = records(a.no)
	for (const r of rows) assert.deepEqual([r.state, r.flags], ['to_review', ''], r.no)
	status(await review(reviewer, rows.map((r) => r.no)), 303)
	noticeOver(a.no)
	status(await reviewer.post(`/activity/manage/${a.no}/archive`), 303)
	activities.push(a)
	return rows.length
}

test(`${PHONES} check in and out with their phones`, async () => {
	let done = 0
	for (let n = 0; n < PHONES; n += TOGETHER) {
		const vs = []
		for (let i = 0; i < TOGETHER; i++) vs.push(await newVolunteer())
		const a = await newActivity(clerk, { volunteers: vs })
		for (const v of vs) assert.match((await attend(clerk, v, a)).location, /done=checked_out/)
		done += await through(a)
	}
	assert.equal(done, PHONES)
}, { timeout: 300_000 })

test(`${ROLLS} are called from a roll`, async () => {
	const all = people(ROLLS)
	const each = 35
	let done = 0
	for (let n = 0; n < ROLLS; n += each) {
		const vs = all.slice(n, n + each)
		const a = await newActivity(clerk, { volunteers: vs })
		await rolledIn(clerk, a, vs)
		done += await through(a)
	}
	assert.equal(done, ROLLS)
}, { timeout: 300_000 })

test('each of them has one effective record, and no minute is lost or added', async () => {
	const rows = activities.flatMap((a) => records(a.no))
	assert.equal(rows.length, PHONES + ROLLS)
	for (const r of rows) assert.deepEqual([r.state, r.flags, r.version], ['effective', '', '1'], r.no)
	const minutes = (of) => rows.filter(of).reduce((all, r) => all + Number(r.minutes), 0)
	const after = sums()
	assert.equal(after.records - before.records, rows.length)
	assert.equal(after.minutes - before.minutes, minutes(() => true))
	assert.equal(after.scan - before.scan, minutes((r) => r.evidence === 'scan'))
	assert.equal(after.list - before.list, minutes((r) => r.evidence === 'list'))
	const ids = rows.map((r) => r.person_id).join()
	assert.equal(value(`SELECT SUM(minutes) FROM volunteer_total WHERE person_id IN (${ids})`), String(minutes(() => true)))
	assert.equal(value(`SELECT COUNT(*) FROM ledger_event WHERE record_uid IN (${rows.map((r) => `x'${r.uid_hex}'`).join()})`), '200')
})

test('the ledger is well, and the sums agree', async () => {
	await open()
	const said = verify()
	assert.equal(said.status, 0, said.out + said.err)
	const sums = recount()
	assert.equal(sums.status, 0, sums.out + sums.err)
	console.log(`# ${said.out.trim().split('\n').at(-1)}; ${sums.out.trim()}`)
})

await end()
