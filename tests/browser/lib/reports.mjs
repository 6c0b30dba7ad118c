// reports.mjs - the pages of reports, spot checks and records for schools, and rows of them, for t3020.
import { sql, value } from '../../http/lib.mjs'

const once = (make) => {
	let made
	return () => (made ??= make())
}

/** Yearly reports: of 2024 published, of 2023 handed in. */
const reports = once(async () => {
	sql(`INSERT IGNORE INTO year_report (uid, station_id, year, work, records, figures, state, written_by, written_at, submitted_by, submitted_at,
		published_by, published_at) SELECT RANDOM_BYTES(16), s.id, y.year, '全年开展活动 211 场。', '录入、审核各一人。',
		IF(y.year = 2024, '{"now":{"volunteers":120,"minutes":90000},"before":{},"categories":[]}', NULL), y.state, a.id, NOW(), a.id, NOW(),
		IF(y.year = 2024, b.id, NULL), IF(y.year = 2024, NOW(), NULL) FROM station s JOIN staff a ON a.login = 'liwei'
		JOIN staff b ON b.login = 'wangfang' JOIN (SELECT 2024 AS year, 'published' AS state UNION SELECT 2023, 'submitted') y WHERE s.no = 1`)
	return '2024'
})

/** Two reports kept under a name. */
const tallies = once(async () => sql(`INSERT INTO tally (uid, station_id, name, rows_by, measure, period, evidence, made_by, made_at) SELECT UNHEX(MD5(w.name)), s.id,
	w.name, w.by_what, 'hours', 'year', w.evidence, a.id, NOW() FROM station s JOIN staff a ON a.login = 'liwei' JOIN (SELECT '全年志愿者时长' AS name,
	'person' AS by_what, NULL AS evidence UNION SELECT '扫码的活动', 'activity', 'scan') w WHERE s.no = 1`))

/** A spot check of the county, drawn, with one record of the demo community. */
const spot = once(async () => {
	sql(`INSERT INTO spot_check (uid, region_code, title, what, from_on, to_on, percent, seed_hash, seed, since, head_no, head_root, found, drawn, items,
		made_by, made_at, drawn_at, state) SELECT UNHEX(MD5('prepared spot')), '610502', '上半年抽查', 'record', '2026-01-01', '2026-06-30', 10,
		UNHEX(SHA2('a', 256)), UNHEX(SHA2('b', 256)), NOW(), 0, UNHEX(SHA2('c', 256)), 10, 1, 1, id, NOW(), NOW(), 'drawn'
		FROM staff WHERE login = 'madan'`)
	sql(`INSERT INTO spot_item (check_id, spot_rank, lot, record_id) SELECT c.id, 1, r.uid, r.id FROM spot_check c JOIN service_record r
		WHERE c.uid = UNHEX(MD5('prepared spot')) AND r.station_id = 1 ORDER BY r.id LIMIT 1`)
	return value("SELECT LOWER(MD5('prepared spot'))")
})
const spotRecord = async () => value('SELECT r.no FROM spot_item i JOIN service_record r ON r.id = i.record_id WHERE i.check_id = (SELECT id FROM spot_check WHERE uid = UNHEX(?))', [await spot()])

/** path → visits, as t3020 has them. */
export function reportPages({ by, clerk, reviewer, overseer, stranger, own }) {
	return {
		'/s/{station}/report/{year}': [by(stranger, own, reports)],
		'/station/month': [by(clerk)], '/station/reports': [by(clerk)], '/station/reports/stations': [by(overseer)],
		'/station/tally': [by(clerk), by(overseer)], '/station/tally/saved': [by(clerk, tallies)],
		'/station/reports/{year}': [by(clerk, () => '2025'), by(reviewer, reports)],
		'/station/reports/{year}/publish': [by(reviewer, async () => (await reports()) && '2023')],
		'/activity/spots': [by(overseer)], '/activity/spots/{uid}': [by(overseer, spot)],
		'/activity/spots/{uid}/record/{no}': [by(overseer, spot, spotRecord)], '/activity/spot/{uid}': [by(stranger, spot)],
		'/commend/manage/school': [by(reviewer)],
	}
}
