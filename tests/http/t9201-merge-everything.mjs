// A merge moves a row of every kind that hangs on a person, and undoing it brings each of them back: what there is, the schema says.
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { assert, cleanup, end, mobile, newVolunteer, residentId, sql, staff, status, test, value } from './lib.mjs'
import { bornYearsAgo } from './lib/person.mjs'
import { plantRecords } from './lib/posting.mjs'
import { personOf, served } from './lib/recognition.mjs'
import { rowsOf } from './lib/rows.mjs'

const { BUILD = 'build', DB_SOCKET } = process.env
const columns = sql(`SELECT DISTINCT table_name AS t, column_name AS c FROM information_schema.key_column_usage
	WHERE table_schema = DATABASE() AND referenced_table_name = 'person'`)
const ways = [...readFileSync('cgi/merge/refers.c', 'utf8').matchAll(/ROW\("(\w+)", "(\w+)", "(\w+)",/g)]
	.map(([, t, key, c]) => ({ t, key, c, name: `${t}.${c}` }))

const kept = await newVolunteer(), gone = await newVolunteer({ id_no: residentId({ birth: bornYearsAgo(15) }), guardian_name: '甲监护',
	guardian_phone: mobile(), guardian_relation: '父亲' })
const K = personOf(kept.no), G = personOf(gone.no)
const station = Number(value('SELECT station_id FROM volunteer WHERE person_id = ?', [G]))
const staffId = Number(value("SELECT id FROM staff WHERE login = 'liwei'"))
const mark = randomBytes(5).toString('hex')
sql(`UPDATE wechat_account SET person_id = NULL WHERE person_id = ${K}`)
const [record] = plantRecords({ person: G, noted: false })
sql(`UPDATE volunteer SET state = 'active', platform_no = 'N${mark}' WHERE person_id = ${G}`)
served(gone.no, { minutes: 60, ago: 3 })
// The planted one is counted as the suite counts.
sql(`INSERT INTO volunteer_total (person_id, minutes, records, scan_minutes) VALUES (${G}, 90, 1, 90) ON DUPLICATE KEY UPDATE
	minutes = minutes + 90, records = records + 1, scan_minutes = scan_minutes + 90`)
sql(`UPDATE volunteer v JOIN volunteer_total t USING (person_id) SET v.served_minutes = t.minutes WHERE v.person_id = ${G}`)
sql(`INSERT INTO volunteer_day (person_id, day, minutes) SELECT person_id, served_on, SUM(minutes) FROM service_record WHERE person_id = ${G}
	GROUP BY served_on`)
const activity = Number(value(`SELECT activity_id FROM service_record WHERE uid = x'${record}'`))
for (const [plant] of Object.values(rowsOf({ person: G, station, staffId, activity, record, mark, openid: gone.openid })))
	if (plant) sql(plant)
// What no program makes yet, and columns of another name.
const loose = [
	`INSERT INTO dispatch (uid, order_id, station_id, sent_by, person_id) VALUES (RANDOM_BYTES(16), 999999999, ${station}, ${staffId}, ${G})`,
	`INSERT INTO pairing (uid, no, station_id, household_id, person_id, starts_on, created_by) VALUES (RANDOM_BYTES(16), 'Q1${mark}',
		${station}, 999999999, ${G}, CURDATE(), ${staffId})`,
	`INSERT INTO pairing (uid, no, station_id, household_id, person_id, helper_id, starts_on, created_by) VALUES (RANDOM_BYTES(16),
		'Q2${mark}', ${station}, 999999999, ${staffId}, ${G}, CURDATE(), ${staffId})`,
	`INSERT INTO rating (order_id, station_id, score, person_id) VALUES (999999999, ${station}, 5, ${G})`,
	`INSERT INTO team (uid, station_id, name, leader_id) VALUES (RANDOM_BYTES(16), ${station}, 't${mark}', ${G});
		INSERT INTO team_member (team_id, person_id) VALUES (LAST_INSERT_ID(), ${G})`,
	`INSERT INTO insurance_person (insurance_id, person_id, added_at, added_by) SELECT MIN(id), ${G}, NOW(), ${staffId} FROM insurance`,
	`INSERT INTO timebank_account (uid, kind, station_id, person_id) VALUES (RANDOM_BYTES(16), 'person', ${station}, ${G})`,
	`INSERT INTO transfer_record (transfer_id, person_id, source_key, served_on, minutes, title, state, counted)
		SELECT id, ${G}, 'k${mark}', CURDATE() - INTERVAL 400 DAY, 45, 'x', 'counted', 1 FROM transfer WHERE person_id = ${G}`,
	`UPDATE volunteer SET brought_along_minutes = 45 WHERE person_id = ${G}`,
	`UPDATE volunteer_total SET brought_minutes = 45 WHERE person_id = ${G}`,
	`INSERT INTO proxy (person_id, proxy_person_id, name) VALUES (${staffId}, ${G}, 'x')`,
	`UPDATE activity SET leader_id = ${G}, led_by = ${G} WHERE id = ${activity}`,
	`UPDATE project SET led_by = ${G} WHERE no = 'P${mark}'`,
	`UPDATE staff SET person_id = ${G} WHERE login = 'chenjie'`,
	`INSERT INTO volunteer_ask (station_id, person_id, purpose, target_id, asked_by, asked_at)
		VALUES (${station}, ${G}, 'leader', ${activity}, ${staffId}, NOW())`,
	`INSERT INTO attendance (uid, activity_id, person_id, station_id, direction, at, method, leader_id)
		VALUES (RANDOM_BYTES(16), ${activity}, 1, ${station}, 'in', NOW(), 'list', ${G})`,
	`INSERT INTO person (uid, name, merged_into) VALUES (RANDOM_BYTES(16), '早先', ${G})`,
]
const chenjie = value(`SELECT person_id FROM staff WHERE login = 'chenjie'`)
for (const text of loose) sql(`SET foreign_key_checks = 0; ${text}`)
cleanup(() => {
	sql(`SET foreign_key_checks = 0; DELETE FROM outbox WHERE item_key = 'k-${mark}'; DELETE FROM dispatch WHERE order_id = 999999999;
		DELETE FROM pairing WHERE household_id = 999999999; DELETE FROM rating WHERE order_id = 999999999;
		DELETE m FROM team_member m JOIN team t ON t.id = m.team_id WHERE t.name = 't${mark}'; DELETE FROM team WHERE name = 't${mark}'`)
	sql(`UPDATE staff SET person_id = ? WHERE login = 'chenjie'`, [chenjie])
})

const held = (person) => Object.fromEntries(ways.map(({ t, key, c, name }) => [name,
	value(`SELECT COALESCE(GROUP_CONCAT(${key} ORDER BY ${key}), '') FROM ${t} WHERE ${c} = ${person}`)]))
const sums = (person) => sql(`SELECT v.star, v.served_minutes, v.brought_along_minutes, v.platform_no, v.state, t.minutes, t.records,
	t.scan_minutes, t.brought_minutes, (SELECT GROUP_CONCAT(CONCAT(day, ' ', minutes) ORDER BY day) FROM volunteer_day d
	WHERE d.person_id = v.person_id AND d.minutes > 0) AS days, (SELECT GROUP_CONCAT(id ORDER BY id) FROM service_record r
	WHERE r.person_id = v.person_id) AS records_of FROM volunteer v LEFT JOIN volunteer_total t USING (person_id)
	WHERE v.person_id = ${person}`)[0]
const before = { K: held(K), G: held(G), sK: sums(K), sG: sums(G) }
const places = value('SELECT SUM(minutes) FROM station_month')
const recount = () => spawnSync(`${BUILD}/bin/zyz-admin`, ['recount'], { encoding: 'utf8' })
const agreed = recount().stdout
// What earlier tests of this suite planted beside the sums may not agree; about these two nothing may change.
const ours = (said) => said.split('\n').filter((l) => [kept.no, gone.no].some((no) => l.includes(no)))
let merge

test('there is a row of each kind', () => {
	assert.deepEqual(Object.entries(before.G).filter(([, ids]) => ids === '').map(([name]) => name), [])
	assert.ok(columns.length >= ways.length)
	assert.deepEqual(ours(agreed), [])
})

test('two people merge them, and all of it hangs on the one who stays', async () => {
	const clerk = await staff('liwei'), reviewer = await staff('wangfang')
	const pair = status(await clerk.post('/merge/pair', { one: kept.no, other: gone.no }), 303)
	const asked = await clerk.post(`${new URL(pair.location).pathname}/ask`, { keep: K < G ? 'a' : 'b', purpose: '同一人', document_seen: '1' })
	merge = new URL(status(asked, 303).location).pathname
	status(await reviewer.post(`${merge}/accept`), 303)
	const now = held(G), with_ = held(K)
	assert.deepEqual(Object.entries(now).filter(([, ids]) => ids !== '').map(([name]) => name).filter((n) => n !== 'consent.person_id'), [])
	for (const { name } of ways) {
		const ids = before.G[name].split(',')
		const there = with_[name].split(',')
		if (name !== 'consent.person_id') assert.deepEqual(ids.filter((id) => !there.includes(id)), [], name)
	}
	for (const t of ['service_record', 'honour', 'star_award', 'transfer'])
		assert.equal(value(`SELECT COUNT(*) FROM ${t} WHERE person_id = ${K} AND NOT proved_as <=> ${G}`), '0', t)
	const s = sums(K)
	assert.deepEqual([s.served_minutes, s.minutes, s.records, s.scan_minutes, s.brought_minutes, s.brought_along_minutes, s.platform_no],
		['150', '150', '2', '150', '45', '45', `N${mark}`])
	assert.equal(s.days, before.sG.days)
	const g = sums(G)
	assert.deepEqual([g.state, g.minutes, g.records, g.brought_minutes, g.days ?? null, g.records_of ?? null], ['merged', '0', '0', '0', null, null])
	assert.equal(value('SELECT SUM(minutes) FROM station_month'), places)
	assert.deepEqual(ours(recount().stdout), [])
})

test('undone, everything is where it was', async () => {
	status(await (await staff('zhangmin')).post(`${merge}/undo`, { reason: '是两个人' }), 303)
	// The poster makes rows of its own all the time; those of before are back.
	const now = { K: held(K), G: held(G) }
	for (const side of [now.K, now.G, before.K, before.G]) side.outbox = side['outbox.person_id'].split(',')
	assert.deepEqual(before.G.outbox.filter((id) => !now.G.outbox.includes(id)), [])
	for (const side of [now.K, now.G, before.K, before.G]) delete side.outbox, delete side['outbox.person_id']
	assert.deepEqual(now, { K: before.K, G: before.G })
	const same = ({ minutes, records, scan_minutes, brought_minutes, ...rest }) =>
		({ ...rest, sums: [minutes, records, scan_minutes, brought_minutes].map(Number) })
	assert.deepEqual(same(sums(G)), same(before.sG))
	assert.deepEqual(same(sums(K)), same(before.sK))
	for (const t of ['service_record', 'honour', 'star_award', 'transfer'])
		assert.equal(value(`SELECT COUNT(*) FROM ${t} WHERE person_id IN (${K}, ${G}) AND proved_as IS NOT NULL`), '0', t)
	assert.deepEqual(ours(recount().stdout), [])
})

await end()
