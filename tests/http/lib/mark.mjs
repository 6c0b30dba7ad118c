// mark.mjs - the mark of a review on records that a test put in by SQL, as the program activity would have left it
// (shared/hours/record_mark.c), with the roster and the check-ins that they rest on.
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { sql } from './sql.mjs'

const { VAR = 'var' } = process.env
const hmac = (key, data) => createHmac('sha256', key).update(data).digest()

/** The key of a kind of mark: the last line of its file, and that line's number. */
export function markKey(kind) {
	const lines = readFileSync(`${VAR}/secret/mark-${kind}.key`, 'utf8').trim().split('\n')
	return { id: lines.length, key: hmac(Buffer.from(lines.at(-1), 'hex'), `zyz mark ${kind}`) }
}
const part = (value) => {
	const b = value === null ? Buffer.alloc(0) : Buffer.isBuffer(value) ? value : Buffer.from(String(value))
	return Buffer.concat([Buffer.from([b.length >>> 24, b.length >>> 16, b.length >>> 8, b.length]), b])
}
/** Key id and HMAC over the parts, as hex. */
export function markOf(kind, parts) {
	const { id, key } = markKey(kind)
	return Buffer.concat([Buffer.from([id]), hmac(key, Buffer.concat(parts.map(part)))]).toString('hex')
}

const markable = (where, values) => sql(`SELECT r.*, HEX(r.uid) AS uid_hex, HEX(r.mark) AS mark_hex, HEX(p.uid) AS person_hex FROM service_record r
	JOIN person p ON p.id = COALESCE(r.proved_as, r.person_id) WHERE ${where}`, values)
const markOfRecord = (r) => markOf('record', ['zyz-mark-2', Buffer.from(r.uid_hex, 'hex'), r.version, r.no, r.station_id,
	r.activity_id, r.project_id, Buffer.from(r.person_hex, 'hex'), r.served_on, r.starts_at, r.ends_at, r.minutes, r.evidence, r.offline, r.category,
	r.activity_published_at, r.logged_at, r.logger_id, r.leader_id, r.leader_at, r.reviewer_id, r.reviewed_at, r.second_reviewer_id,
	r.second_reviewed_at, r.notice_until === null ? '' : r.flags, r.notice_until])
const put = (set) => sql(`UPDATE JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$[0]', mark CHAR(66) PATH '$[1]')) k JOIN service_record r ON r.id = k.id
	SET r.mark = UNHEX(k.mark)`, [JSON.stringify(set)])

/** Marks the records that match (`r` is service_record), all of them reviewed. */
export function marked(where, values = []) {
	put(markable(where, values).map((r) => [Number(r.id), markOfRecord(r)]))
}

/** Days go by: `change` moves rows that match, and the marks that were ours before it are ours behind it; others stay as they are. */
export function marksKept(where, values, change) {
	const ours = markable(where, values).filter((r) => r.mark_hex?.toLowerCase() === markOfRecord(r)).map((r) => r.id)
	change()
	if (ours.length) marked(`r.id IN (${ours.join()})`)
}

/** What such records rest on: everybody on the roster, seen to come and to go. */
export const attended = (where, values = []) => sql(`INSERT IGNORE INTO roster (activity_id, person_id, station_id)
		SELECT r.activity_id, r.person_id, r.station_id FROM service_record r WHERE ${where};
	INSERT IGNORE INTO attendance (uid, activity_id, person_id, station_id, direction, at, method, recorded_by)
		SELECT RANDOM_BYTES(16), r.activity_id, r.person_id, r.station_id, w.way, IF(w.way = 'in', r.starts_at, r.ends_at), 'list', r.logger_id
		FROM service_record r JOIN (SELECT 'in' AS way UNION SELECT 'out') w WHERE ${where}`, [...values, ...values])
