// hours.mjs - how long one activity of 500 volunteers takes: reviewed in one press, and closed, each by HTTP.
//
//	hours.mjs plant ROUNDS          prints the numbers of the activities it planted
//	hours.mjs run NUMBER ...        reviews and closes each, prints milliseconds
import { Client, sql, staff, status, value } from '../http/lib.mjs'
import { beijing, dayFrom } from '../http/lib/activity.mjs'
import { marked } from '../http/lib/mark.mjs'

const VOLUNTEERS = 500

/** People with consents as if they had registered, an activity of yesterday, one rolled record for each. */
function plant(n) {
	const tag = `${Date.now()}${n}`.slice(-10)
	const day = dayFrom(-1)
	sql(`SET @s = (SELECT id FROM station WHERE no = 1), @f = (SELECT id FROM staff WHERE login = 'liwei');
		SET @p = (SELECT COALESCE(MAX(id), 0) FROM person);
		INSERT INTO person (id, uid, name, birth_on, id_type, commit_salt) SELECT @p + seq, UNHEX(MD5(CONCAT('${tag}p', seq))), '志愿者',
			'1980-01-01', '01', UNHEX(MD5(CONCAT('${tag}s', seq))) FROM seq_1_to_${VOLUNTEERS};
		INSERT INTO volunteer (person_id, no, platform_no, station_id, region_code, registered_at) SELECT @p + seq,
			CONCAT('VB${tag}', seq), CONCAT('VP${tag}', seq), @s, '610502002', NOW() FROM seq_1_to_${VOLUNTEERS};
		INSERT INTO consent (person_id, purpose, given_at) SELECT @p + seq, w.purpose, NOW() FROM seq_1_to_${VOLUNTEERS}
			JOIN (SELECT 'registration' purpose UNION SELECT 'record' UNION SELECT 'platform') w;
		INSERT INTO activity (uid, no, station_id, title, content, category, starts_at, ends_at, place, region_code, state, created_by,
			published_by, published_at, record_due_on) VALUES (UNHEX(MD5('${tag}a')), 'AB${tag}', @s, '清洁家园', '清理楼道', '0009',
			'${day} 09:00:00', '${day} 11:00:00', '胜利社区', '610502002', 'recording', @f, @f, '${dayFrom(-3)} 09:00:00', '${dayFrom(9)}');
		SET @a = LAST_INSERT_ID();
		INSERT INTO roster (activity_id, person_id, station_id) SELECT @a, @p + seq, @s FROM seq_1_to_${VOLUNTEERS};
		INSERT INTO attendance (uid, activity_id, person_id, station_id, direction, at, method) SELECT RANDOM_BYTES(16), @a, @p + seq, @s, w.way,
			IF(w.way = 'in', '${day} 09:00:00', '${day} 10:00:00' + INTERVAL seq % 50 MINUTE), 'list' FROM seq_1_to_${VOLUNTEERS}
			JOIN (SELECT 'in' AS way UNION SELECT 'out') w;
		INSERT INTO volunteer_day (person_id, day, minutes) SELECT @p + seq, '${day}', 60 + seq % 50 FROM seq_1_to_${VOLUNTEERS};
		INSERT INTO service_record (uid, no, station_id, activity_id, person_id, served_on, starts_at, ends_at, minutes, evidence, category,
			content, activity_published_at, logger_id, logged_at) SELECT UNHEX(MD5(CONCAT('${tag}r', seq))), CONCAT('R${tag}', seq), @s, @a,
			@p + seq, '${day}', '${day} 09:00:00', '${day} 10:00:00' + INTERVAL seq % 50 MINUTE, 60 + seq % 50, 'list', '0009', '清洁家园',
			'${dayFrom(-3)} 09:00:00', @f, '${beijing(Date.now())}' FROM seq_1_to_${VOLUNTEERS}`)
	return `AB${tag}`
}

const ms = async (what, fn) => {
	const from = process.hrtime.bigint()
	const answer = await fn()
	const took = Number(process.hrtime.bigint() - from) / 1e6
	status(answer, 303, what)
	return took
}

async function run(reviewer, no) {
	const of = `activity_id = (SELECT id FROM activity WHERE no = '${no}')`
	const record = sql(`SELECT no FROM service_record WHERE ${of}`).map((r) => r.no)
	const review = await ms('review', () => reviewer.post('/activity/manage/review', { record, note: '' }))
	sql(`UPDATE service_record SET notice_until = '${dayFrom(-1)}' WHERE ${of}`)
	marked(`r.${of} AND r.state = 'notice'`)
	const close = await ms('close', () => reviewer.post(`/activity/manage/${no}/archive`))
	const events = Number(value(`SELECT COUNT(*) FROM ledger_event e JOIN service_record r ON r.uid = e.record_uid WHERE r.${of}`))
	if (events !== VOLUNTEERS) throw new Error(`${events} events of ${VOLUNTEERS}`)
	console.log(`${review.toFixed(0)} ${close.toFixed(0)} ${(review + close).toFixed(0)}`)
}

const [what, ...args] = process.argv.slice(2)
/* mark NUMBER ...: as if they had been reviewed */
if (what === 'mark') for (const no of args) marked("r.activity_id = (SELECT id FROM activity WHERE no = ?) AND r.state = 'notice'", [no])
else if (what === 'plant') for (let i = 0; i < Number(args[0]); i++) console.log(plant(i))
else {
	const reviewer = await staff('wangfang')
	status(await new Client().get('/'), 200)
	for (const no of args) await run(reviewer, no)
}
/* The library of the tests would miss its tests at an ordinary end. */
process.exit(0)
