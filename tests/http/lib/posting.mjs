// posting.mjs - service records that are due, and the line they stand in. Rows are planted because a record of the past,
// already through public notice, cannot be had from a page in a minute; they are noted for the poster, as programs do.
//
//	const [uid] = plantRecords({ n: 1, person: 5 })
//	await posted(uid)
import { randomBytes } from 'node:crypto'
import { sql, value } from './sql.mjs'
import { until } from './tap.mjs'

const hex = () => randomBytes(16).toString('hex')
const day = (ago) => new Date(Date.now() + 8 * 3600_000 - ago * 86_400_000).toISOString().slice(0, 10)
let serial = 0

/** An archived activity of yesterday in the station with this number. Returns its row id. */
export function plantActivity({ station = 1, title = '楼道清洁日', ago = 1, due = day(-9), content = '清扫楼道',
	place = '东风街 12 号院', leader = '王建国' } = {}) {
	const no = `A26X${Date.now().toString(36)}${++serial}`.slice(0, 24)
	sql(`INSERT INTO activity (uid, no, station_id, title, content, category, organiser, leader_name, starts_at, ends_at,
		place, region_code, state, created_by, published_at, record_due_on)
		SELECT ?, ?, s.id, ?, ?, '0001', '', ?, ?, ?, ?, '610502002', 'archived',
		(SELECT MIN(id) FROM staff), ?, ? FROM station s WHERE s.no = ?`,
	[Buffer.from(hex(), 'hex'), no, title, content, leader, `${day(ago)} 09:00:00`, `${day(ago)} 12:00:00`, place,
		`${day(ago + 3)} 08:00:00`, due, station])
	return Number(value('SELECT id FROM activity WHERE no = ?', [no]))
}

/** `n` effective records of one activity, each of another demo volunteer from `person` on. Returns their uids in hex. */
export function plantRecords({ n = 1, person = 1, minutes = 90, evidence = 'scan', ago = 1, noted = true, ...rest } = {}) {
	const activity = plantActivity({ ago, ...rest })
	const uids = Array.from({ length: n }, hex)
	const end = new Date(Date.UTC(2000, 0, 1, 9, minutes)).toISOString().slice(11, 19)
	const rows = uids.map((uid, i) => `(x'${uid}', 'R26X${Date.now().toString(36)}${++serial}', ${person + i})`)
	sql(`INSERT INTO service_record (uid, no, station_id, activity_id, person_id, served_on, starts_at, ends_at, minutes,
		evidence, category, content, activity_published_at, reviewer_id, reviewed_at, effective_at, state)
		SELECT t.uid, t.no, a.station_id, a.id, t.person, DATE(a.starts_at), a.starts_at, CONCAT(DATE(a.starts_at), ' ${end}'),
		${minutes}, '${evidence}', a.category, '', a.published_at, (SELECT MIN(id) FROM staff), NOW(), NOW(), 'effective'
		FROM activity a JOIN (SELECT NULL AS uid, NULL AS no, 0 AS person UNION ALL VALUES ${rows.join(', ')}) t
		WHERE a.id = ${activity} AND t.uid IS NOT NULL`)
	if (noted)
		sql(`INSERT INTO outbox_todo (source, record_id, station_id) SELECT 'service_record', id, station_id FROM service_record
			WHERE activity_id = ${activity}`)
	return uids
}

/** The newest row of a record in the line of one destination, or undefined. */
export const lineOf = (uid, destination = 'exchange') => sql(`SELECT o.*, LOWER(HEX(o.idem)) AS no FROM outbox o
	JOIN destination d ON d.id = o.destination_id WHERE o.record_uid = x'${uid}' AND d.code = '${destination}'
	ORDER BY o.version DESC LIMIT 1`)[0]

/** Waits until the poster has put in line whatever programs noted. */
export const linedUp = () => until(() => value('SELECT COUNT(*) FROM outbox_todo') === '0', 30_000, { what: 'all noted is in line' })

/** Waits until the record's newest row is in this state and returns it. */
export const posted = (uid, state = 'accepted', ms = 30_000) => until(() => {
	const row = lineOf(uid)
	return row?.state === state && row
}, ms, { what: `${uid} ${state}` })

/** Withdraws or gives the consent 'platform' of a person. */
export function consent(person, given) {
	if (given)
		sql("INSERT INTO consent (person_id, purpose, given_at) VALUES (?, 'platform', NOW())", [person])
	else
		sql("UPDATE consent SET withdrawn_at = NOW() WHERE person_id = ? AND purpose = 'platform' AND withdrawn_at IS NULL", [person])
}
