// needs-orders.mjs - people and orders for the bench of dispatch, and what it looks like from outside.
//
//	needs-orders.mjs plant             10,000 volunteers and a past at station 1, 300 at the quiet station
//	needs-orders.mjs station           the row of the quiet station
//	needs-orders.mjs propose ROUNDS    a proposal at station 1: time, our CPU, the database's CPU
//	needs-orders.mjs taps              1,000 taps at once, through nginx, of 100 volunteers on 10 open orders
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { newVolunteer, sql, staff, status, value } from '../http/lib.mjs'
import { called, idOf } from '../http/lib/order.mjs'

const [, , what, ...args] = process.argv
const VOLUNTEERS = 10000
const PAST = 30000
const quiet = () => value('SELECT id FROM station WHERE no = 2')
const say = (name, figure, unit, goal) => console.log(`${name.padEnd(52)} ${String(figure).padStart(12)} ${unit.padEnd(12)} target ${goal}`)
const hold = (holds, rule) => {
	if (holds) return
	console.error(`needs-orders: ${rule}`)
	process.exitCode = 1
}

/** Volunteers of a station, with skills, kinds of work, free times and homes in its communities, by chance. */
function people(station, n, name) {
	const chance = (k) => `CRC32(CONCAT('${name} ${k} ', seq))`
	sql(`SET @p = (SELECT MAX(id) FROM person);
		SET @region = (SELECT LEFT(region_code, 9) FROM station WHERE id = ${station});
		CREATE TEMPORARY TABLE place AS SELECT ROW_NUMBER() OVER (ORDER BY code) - 1 AS i, code FROM region WHERE code LIKE CONCAT(@region, '___') LIMIT 8;
		SET @places = (SELECT COUNT(*) FROM place);
		INSERT INTO person (id, uid, name, sex, birth_on) SELECT @p + seq, UNHEX(MD5(CONCAT('${name}', seq))), CONCAT('志愿者', seq), 1 + seq % 2,
			'1955-01-01' + INTERVAL seq % 16000 DAY FROM seq_1_to_${n};
		INSERT INTO volunteer (person_id, no, station_id, region_code, categories, skills, available, registered_at) SELECT @p + seq,
			CONCAT('VX', UPPER(LEFT(MD5('${name}'), 4)), seq), ${station}, COALESCE((SELECT code FROM place WHERE i = ${chance('place')} % GREATEST(@places, 1)),
			@region), ELT(1 + ${chance('kind')} % 5, '0001', '0017', '0001,0017', '0004,0001', '0007,0003'), ELT(1 + ${chance('skill')} % 6, '', '09', '19', '20,14',
			'05', '18,08'), IF(seq % 3, CONCAT_WS(',', LPAD(1 + ${chance('free')} % 21, 2, '0'), LPAD(1 + ${chance('time')} % 21, 2, '0')), ''), NOW()
			FROM seq_1_to_${n};
		DROP TEMPORARY TABLE place`)
}

/** What was asked and served at station 1 in the last months: the tables are as long as in earnest. */
function past(station) {
	sql(`SET @first = (SELECT MIN(person_id) FROM volunteer WHERE no LIKE 'VX%' AND station_id = ${station});
		SET @o = (SELECT COALESCE(MAX(id), 0) FROM service_order);
		INSERT INTO service_order (id, uid, no, key_hash, station_id, item_id, name_sealed, phone_sealed, phone_index, region_code, category, detail,
			wished_on, wished_part, state, accepted_at, served_at, consent_at, created_at) SELECT @o + seq, UNHEX(MD5(CONCAT('past ', seq))),
			CONCAT('DP', seq), UNHEX(SHA2(CONCAT('past ', seq), 256)), ${station}, i.id, 'x', 'x', UNHEX(SHA2(CONCAT('past home ', seq % 3000), 256)),
			(SELECT LEFT(region_code, 9) FROM station WHERE id = ${station}), i.category, '打扫', IF(seq % 2, CURDATE() + INTERVAL 1 + seq % 5 DAY, NULL),
			ELT(1 + seq % 4, 'any', 'am', 'pm', 'eve'), IF(seq > ${PAST - 200}, 'to_dispatch', 'done'), NOW(), IF(seq > ${PAST - 200}, NULL, NOW()),
			NOW(), NOW() - INTERVAL (${PAST} - seq) * 5 MINUTE
			FROM seq_1_to_${PAST} JOIN (SELECT id, category, ROW_NUMBER() OVER (ORDER BY id) - 1 AS k FROM service_item WHERE station_id IS NULL) i
			ON i.k = seq % 10;
		INSERT INTO dispatch (uid, order_id, station_id, person_id, round, state, sent_at, answered_at) SELECT UNHEX(MD5(CONCAT('past ask ', seq))), @o + seq,
			${station}, @first + CRC32(seq) % ${VOLUNTEERS}, 1, 'accepted', NOW() - INTERVAL (${PAST} - seq) * 5 MINUTE, NOW() FROM seq_1_to_${PAST - 200};
		INSERT INTO order_helper (person_id, asked_at) SELECT person_id, MAX(sent_at) FROM dispatch WHERE station_id = ${station} AND person_id IS NOT NULL
			GROUP BY person_id ON DUPLICATE KEY UPDATE asked_at = VALUES(asked_at);
		ANALYZE TABLE volunteer, person, service_order, dispatch, order_helper`)
}

/** Seconds that the database has computed. */
function databaseCpu() {
	const pid = fs.readFileSync(value('SELECT @@pid_file'), 'utf8').trim()
	const [user, system] = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13).map(Number)
	return (user + system) / 100
}

function propose(rounds) {
	const before = databaseCpu()
	const [median, p99, own] = execFileSync(`${process.env.BUILD}/bench/needs_propose`, [rounds], { encoding: 'utf8' }).trim().split(' ').map(Number)
	const database = (databaseCpu() - before) * 1000 / (rounds + 20)
	say(`proposal among ${VOLUNTEERS} volunteers: median`, (median / 1000).toFixed(1), 'ms', '')
	say(`proposal among ${VOLUNTEERS} volunteers: p99`, (p99 / 1000).toFixed(1), 'ms', '')
	say('of it CPU of the database', database.toFixed(1), 'ms', '')
	say('of it CPU of the program', (own / 1000).toFixed(1), 'ms', '')
	say('CPU of a proposal, both', (database + own / 1000).toFixed(1), 'ms', '<= 20')
	hold(database + own / 1000 <= 20, 'a proposal costs too much')
}

async function taps() {
	const clerk = await staff('liwei'), orders = [], many = []
	for (let i = 0; i < 10; i++) {
		const no = await called(clerk)
		status(await clerk.post(`/order/desk/${no}/open`), 303)
		orders.push(no)
	}
	for (let i = 0; i < 100; i += 10) many.push(...await Promise.all(Array.from({ length: 10 }, () => newVolunteer())))
	await Promise.all(many.map((v) => v.client.getJson('/order/mine')))
	const from = Date.now()
	const answers = await Promise.all(many.flatMap((v) => orders.map((no) => v.client.post(`/order/mine/${no}/take`, {}))))
	const ms = Date.now() - from
	const won = answers.filter((r) => r.status === 303 && /done=taken/.test(r.location)).length
	const odd = answers.filter((r) => ![303, 404, 409, 422].includes(r.status))
	const doubles = Number(value(`SELECT COUNT(*) FROM (SELECT order_id FROM dispatch WHERE state = 'accepted' AND order_id IN (${orders.map(idOf)}) GROUP BY 1
		HAVING COUNT(*) > 1) x`))
	const taken = Number(value(`SELECT COUNT(*) FROM service_order WHERE state = 'taken' AND id IN (${orders.map(idOf)})`))
	say(`${answers.length} taps at once on ${orders.length} open orders: all answered after`, ms, 'ms', '')
	say('double claims', doubles, '', '0')
	say('orders taken, and told so', `${taken}, ${won}`, '', `${orders.length}, ${orders.length}`)
	say('answers that are none', odd.length, '', '0')
	hold(!doubles && taken === orders.length && won === orders.length && !odd.length, `taps went wrong: ${odd.map((r) => r.status)}`)
}

if (what === 'plant') {
	people(1, VOLUNTEERS, 'busy')
	past(1)
	sql(`UPDATE volunteer SET state = 'paused' WHERE station_id = ${quiet()}`)
	people(quiet(), 300, 'quiet')
} else if (what === 'station') console.log(quiet())
else if (what === 'propose') propose(Number(args[0]))
else await taps()
process.exit()
