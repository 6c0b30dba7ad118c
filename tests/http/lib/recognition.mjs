// recognition.mjs - hours that have taken effect, for tests of stars and certificates. Planted, because weeks of service and
// days of notice cannot be had from a page in a minute.
//
//	const record = served(volunteer.no, { minutes: 90, evidence: 'list' })
import { randomBytes } from 'node:crypto'
import { sql, value } from './sql.mjs'
import { plantActivity } from './posting.mjs'

export const personOf = (no) => Number(value('SELECT person_id FROM volunteer WHERE no = ?', [no]))

/** One effective record of the volunteer with this number, counted in the totals as the suite does it. Its uid in hex. */
export function served(no, { minutes = 90, evidence = 'scan', ago = 1, ...rest } = {}) {
	const activity = plantActivity({ ago, ...rest })
	const uid = randomBytes(16)
	const logger = ['list', 'backfill'].includes(evidence) ? 'liwei' : null
	const second = evidence === 'backfill' ? 'zhangmin' : null
	sql(`INSERT INTO service_record (uid, no, station_id, activity_id, person_id, served_on, starts_at, ends_at, minutes, evidence,
		category, activity_published_at, logger_id, reviewer_id, reviewed_at, second_reviewer_id, second_reviewed_at, effective_at, state)
		SELECT ?, ?, a.station_id, a.id, ?, DATE(a.starts_at), a.starts_at, a.starts_at + INTERVAL ? MINUTE, ?, ?, a.category,
		a.published_at, (SELECT id FROM staff WHERE login = ?), (SELECT id FROM staff WHERE login = 'wangfang'), NOW(),
		(SELECT id FROM staff WHERE login = ?), IF(? IS NULL, NULL, NOW()), NOW() - INTERVAL 1 HOUR, 'effective'
		FROM activity a WHERE a.id = ?`,
	[uid, `R26Y${uid.toString('hex').slice(0, 12)}`, personOf(no), minutes, minutes, evidence, logger, second, second, activity])
	total_only(no, minutes, evidence)
	return uid.toString('hex')
}

/** Moves the volunteer's total, as effective records would. */
function total_only(no, minutes, evidence) {
	sql(`INSERT INTO volunteer_total (person_id, minutes, records, ${evidence}_minutes) VALUES (?, ?, 1, ?)
		ON DUPLICATE KEY UPDATE minutes = minutes + VALUES(minutes), records = records + 1,
		${evidence}_minutes = ${evidence}_minutes + VALUES(${evidence}_minutes)`, [personOf(no), minutes, minutes])
	sql('UPDATE volunteer SET served_minutes = served_minutes + ? WHERE person_id = ?', [minutes, personOf(no)])
}

/** So many minutes of the volunteer that count, ten hours a day, with the total that goes with them. */
export function total(no, minutes, evidence = 'scan') {
	const days = Math.ceil(minutes / 600)
	sql(`INSERT INTO service_record (uid, no, station_id, activity_id, person_id, served_on, starts_at, ends_at, minutes, evidence, category,
		activity_published_at, reviewer_id, reviewed_at, effective_at, state)
		SELECT RANDOM_BYTES(16), CONCAT('R26Y', LEFT(HEX(RANDOM_BYTES(6)), 12)), a.station_id, a.id, ?, DATE(d.at), d.at, d.at + INTERVAL d.n MINUTE, d.n, ?,
		a.category, d.at - INTERVAL 1 DAY, (SELECT id FROM staff WHERE login = 'wangfang'), NOW(), NOW() - INTERVAL 1 HOUR, 'effective'
		FROM activity a JOIN (SELECT CURDATE() - INTERVAL 400 + seq DAY + INTERVAL 8 HOUR AS at, IF(seq = ${days}, ${minutes - 600 * (days - 1)}, 600) AS n
		FROM seq_1_to_${days}) d WHERE a.id = ?`, [personOf(no), evidence, plantActivity({ ago: 400 })])
	total_only(no, minutes, evidence)
}

export const daysAgo = (n) => new Date(Date.now() + 8 * 3600_000 - n * 86_400_000).toISOString().slice(0, 10)
