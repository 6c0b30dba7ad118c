// rows.mjs - a row of every kind that hangs on a person, planted past the programs: for tests that ask the schema what there is.
//
//	const rows = rowsOf({ person, station, staffId, activity, record, mark, openid })
//	for (const [plant] of Object.values(rows)) if (plant) sql(plant)        // beside those that a registration makes

/** By table: SQL that plants a row ('' where there is one already), and the condition that finds it. mark tells runs apart. */
export function rowsOf({ person, station, staffId, activity, record, mark, openid }) {
	const of = `person_id = ${person}`
	const project = `P${mark}`
	return {
		person: ['', `id = ${person}`],
		volunteer: ['', of],
		guardian: ['', of],
		wechat_account: ['', of],
		consent: ['', of],
		service_record: ['', of],
		wechat_login: ['', `openid = '${openid}'`],
		proxy: [`INSERT INTO proxy (person_id, name, given_at) VALUES (${person}, '甲代办', NOW())`, of],
		unmask: [`INSERT INTO unmask (at, staff_id, person_id, field, purpose) VALUES (NOW(), ${staffId}, ${person}, 'phone', 'x')`, of],
		person_merge: [`INSERT INTO person_double (uid, a_id, b_id, why, found_at) SELECT RANDOM_BYTES(16), LEAST(id, ${person}),
			GREATEST(id, ${person}), 'asked', NOW() FROM person WHERE id <> ${person} LIMIT 1;
			INSERT INTO person_merge (no, double_id, kept_id, gone_id, station_id, other_station_id, purpose, asked_by, asked_at, state)
			SELECT 'G${mark}', d.id, IF(d.a_id = ${person}, d.b_id, d.a_id), ${person}, ${station}, ${station}, 'x', ${staffId}, NOW(),
			'cancelled' FROM person_double d WHERE d.id = LAST_INSERT_ID()`, `gone_id = ${person}`],
		correction: [`INSERT INTO correction (no, person_id, station_id, purpose, proof, asked_at, state, answer)
			VALUES ('K${mark}', ${person}, ${station}, 'x', 'x', NOW(), 'declined', 'x')`, of],
		rebind: [`INSERT INTO rebind (person_id, kind, staff_id, purpose, made_at) VALUES (${person}, 'phone', ${staffId}, 'x', NOW())`, of],
		application: [`INSERT INTO project (uid, no, station_id, title, author_id) VALUES (RANDOM_BYTES(16), '${project}', ${station}, 'p', ${staffId});
			SET @project = LAST_INSERT_ID(); INSERT INTO position (uid, project_id, title, wanted) VALUES (RANDOM_BYTES(16), @project, 'x', 1);
			INSERT INTO application (uid, station_id, project_id, position_id, person_id, state, reason)
			VALUES (RANDOM_BYTES(16), ${station}, @project, LAST_INSERT_ID(), ${person}, 'refused', 'x')`, of],
		enrolment: [`INSERT INTO enrolment (uid, training_id, station_id, person_id, state) SELECT RANDOM_BYTES(16), t.id, t.station_id,
			${person}, 'failed' FROM training t LIMIT 1`, of],
		qualification: [`INSERT INTO qualification (person_id, name, granted_on, confirmed_by) VALUES (${person}, 'x', CURDATE(), ${staffId})`, of],
		roster: [`INSERT INTO roster (activity_id, person_id, station_id) VALUES (${activity}, ${person}, ${station})`, of],
		no_show: [`INSERT INTO no_show (uid, activity_id, person_id, station_id, found_at, state)
			VALUES (RANDOM_BYTES(16), ${activity}, ${person}, ${station}, NOW(), 'declined')`, of],
		message: [`INSERT INTO message (client_msg_id, station_id, person_id, event, mark, channel, note, state, created_at)
			VALUES (RANDOM_BYTES(16), ${station}, ${person}, 'letter', '${mark}', 'inbox', 'x', 'kept', NOW())`, `${of} AND mark = '${mark}'`],
		standby: [`INSERT INTO standby (uid, person_id, category, weekday, made_at)
			VALUES (RANDOM_BYTES(16), ${person}, '0009', '6', NOW())`, of],
		timebank_kin: [`INSERT INTO timebank_kin (uid, station_id, person_id, kin_id, relation, paper, seen_by, seen_at)
			SELECT RANDOM_BYTES(16), ${station}, MIN(id), ${person}, 'parent', 'book', ${staffId}, NOW() FROM person`, `kin_id = ${person}`],
		green_account: [`INSERT INTO green_account (uid, no, station_id, place_sealed, person_id, opened_at, opened_by)
			VALUES (RANDOM_BYTES(16), 'W${mark}', ${station}, 'x', ${person}, NOW(), ${staffId})`, of],
		green_duty: [`INSERT INTO green_duty (uid, station_id, person_id, given_by, given_at)
			VALUES (RANDOM_BYTES(16), ${station}, ${person}, ${staffId}, NOW())`, of],
		fund_entry: [`INSERT INTO fund_entry (uid, no, station_id, direction, amount_fen, fund_source, way, estimate, party, person_id, purpose,
			happened_on, entered_by, entered_at, state) SELECT RANDOM_BYTES(16), 'E${mark}', id, 'in', 1, '5', 'goods', 'x', 'x', ${person}, 'x', CURDATE(),
			${staffId}, NOW(), 'refused' FROM station WHERE no = 2`, of],
		gift_exchange: [`INSERT INTO gift (uid, station_id, name, minutes) VALUES (RANDOM_BYTES(16), ${station}, 'x', 60);
			INSERT INTO gift_exchange (uid, station_id, gift_id, person_id, minutes, code, state, asked_at, until_on)
			VALUES (RANDOM_BYTES(16), ${station}, LAST_INSERT_ID(), ${person}, 60, 'ABCDEF', 'handed', NOW(), CURDATE())`, of],
		calendar_feed: [`INSERT INTO calendar_feed (person_id, token_hash, nonce, made_at)
			VALUES (${person}, RANDOM_BYTES(32), RANDOM_BYTES(16), NOW())`, of],
		attendance: [`INSERT INTO attendance (uid, activity_id, person_id, station_id, direction, at, method)
			VALUES (RANDOM_BYTES(16), ${activity}, ${person}, ${station}, 'in', NOW(), 'scan')`, of],
		home_service: [`INSERT INTO home_service (uid, station_id, activity_id, person_id, source, source_no, state)
			VALUES (RANDOM_BYTES(16), ${station}, ${activity}, ${person}, 'order', 'D${mark}', 'cancelled')`, of],
		pairing_visit: [`INSERT INTO household (uid, no, station_id, name_sealed) VALUES (RANDOM_BYTES(16), 'F${mark}', ${station}, '');
			INSERT INTO pairing (uid, no, station_id, household_id, person_id, starts_on, created_by)
			SELECT RANDOM_BYTES(16), 'L${mark}', ${station}, LAST_INSERT_ID(), person_id, CURDATE(), ${staffId} FROM volunteer
			WHERE person_id <> ${person} LIMIT 1; INSERT INTO pairing_visit (uid, pairing_id, station_id, person_id, visited_on)
			VALUES (RANDOM_BYTES(16), LAST_INSERT_ID(), ${station}, ${person}, CURDATE())`, of],
		objection: [`INSERT INTO objection (uid, no, station_id, record_id, person_id, reason, raised_at, state, result, closed_at)
			SELECT RANDOM_BYTES(16), 'J${mark}', ${station}, id, ${person}, 'x', NOW(), 'rejected', 'x', NOW() FROM service_record
			WHERE uid = x'${record}'`, of],
		honour: [`INSERT INTO honour (uid, no, station_id, subject, person_id, name, awarded_on, authority, authority_kind, state, created_at)
			VALUES (RANDOM_BYTES(16), 'H${mark}', ${station}, 'volunteer', ${person}, 'x', CURDATE(), 'x', 'own', 'refused', NOW())`, of],
		honour_nomination: [`INSERT INTO honour_nomination (uid, station_id, title, year, person_id, created_by)
			VALUES (RANDOM_BYTES(16), ${station}, 'x', 2026, ${person}, ${staffId})`, of],
		nomination_picture: [`INSERT INTO honour_nomination (uid, station_id, title, year, person_id, created_by)
			VALUES (RANDOM_BYTES(16), ${station}, 'y', 2026, ${person}, ${staffId}); SET @nomination = LAST_INSERT_ID();
			INSERT INTO document (uid, station_id, sha256, media_type, bytes) VALUES (RANDOM_BYTES(16), ${station}, RANDOM_BYTES(32), 'image/jpeg', 1);
			INSERT INTO nomination_picture (nomination_id, place, document_id, alt) VALUES (@nomination, 1, LAST_INSERT_ID(), 'x')`,
		`nomination_id IN (SELECT id FROM honour_nomination WHERE ${of})`],
		honour_decision_file: [`INSERT INTO honour_decision (uid, station_id, title, name, basis, word, state, created_by, created_at)
			VALUES (RANDOM_BYTES(16), ${station}, 'x', 'x', 'x', 'x', 'cancelled', ${staffId}, NOW());
			SET @decision = LAST_INSERT_ID(); INSERT INTO honour (uid, no, station_id, subject, person_id, decision_id, name, awarded_on, authority,
			authority_kind, state, created_at) VALUES (RANDOM_BYTES(16), 'H0${mark}', ${station}, 'volunteer', ${person}, @decision, 'x', CURDATE(), 'x',
			'own', 'refused', NOW()); INSERT INTO honour_decision_file (decision_id, bytes) VALUES (@decision, 'x')`,
		`decision_id IN (SELECT decision_id FROM honour WHERE ${of} AND decision_id IS NOT NULL)`],
		star_award: [`INSERT INTO star_award (uid, station_id, person_id, star, minutes, state, reason)
			VALUES (RANDOM_BYTES(16), ${station}, ${person}, 1, 60, 'refused', 'x')`, of],
		evaluation: [`INSERT INTO evaluation (uid, station_id, activity_id, person_id, direction, score_a, score_b, score_c, rated_on)
			VALUES (RANDOM_BYTES(16), ${station}, ${activity}, ${person}, 'of_station', 5, 5, 5, CURDATE())`, of],
		certificate: [`INSERT INTO certificate (uid, no, station_id, year, serial, person_id, from_on, to_on, minutes, list_minutes, records,
			issued_at, payload, state, revoked_at, revoked_by, revoked_reason) VALUES (RANDOM_BYTES(16), 'Z${mark}', ${station}, 1999,
			(SELECT COALESCE(MAX(c.serial), 0) + 1 FROM certificate c WHERE c.station_id = ${station} AND c.year = 1999), ${person},
			CURDATE(), CURDATE(), 60, 60, 1, NOW(), '{}', 'revoked', NOW(), ${staffId}, 'x')`, of],
		certificate_file: [`INSERT INTO certificate_file (certificate_id, state, kind, bytes) SELECT id, 'issued', 'pdf', 'x' FROM certificate
			WHERE ${of}`, `certificate_id IN (SELECT id FROM certificate WHERE ${of})`],
		station_move: [`INSERT INTO station_move (no, person_id, from_station_id, to_station_id, state, asked_at, answer)
			SELECT 'M${mark}', ${person}, ${station}, id, 'declined', NOW(), 'x' FROM station WHERE id <> ${station} LIMIT 1`, of],
		transfer: [`INSERT INTO transfer (uid, no, station_id, person_id, direction, bundle_sha, state)
			VALUES (RANDOM_BYTES(16), 'T${mark}', ${station}, ${person}, 'in', RANDOM_BYTES(32), 'refused')`, of],
		transfer_file: [`INSERT INTO transfer_file (transfer_id, piece, bytes) SELECT id, 0, 'x' FROM transfer WHERE ${of}`,
			`transfer_id IN (SELECT id FROM transfer WHERE ${of})`],
		person_note: [`INSERT INTO person_note (uid, station_id, person_id, words, staff_id, made_at)
			VALUES (RANDOM_BYTES(16), ${station}, ${person}, 'x', ${staffId}, NOW())`, of],
		person_tag: [`INSERT INTO person_tag (station_id, person_id, tag, staff_id, made_at)
			VALUES (${station}, ${person}, 'x', ${staffId}, NOW())`, of],
		social_worker: [`INSERT INTO social_worker (person_id, level, noted_by, noted_at) VALUES (${person}, '2', ${staffId}, NOW())`, of],
		team_ask: [`INSERT INTO team_ask (uid, team_id, person_id, asked_at) SELECT RANDOM_BYTES(16), MIN(id), ${person}, NOW() FROM team`, of],
		agreement: [`INSERT INTO agreement_text (uid, station_id, version, title, words, valid_months, made_by, made_at, ended_at)
			VALUES (RANDOM_BYTES(16), ${station}, ${1000 + Math.floor(Math.random() * 1e6)}, 'x', 'x', 12, ${staffId}, NOW(), NOW());
			INSERT INTO agreement (uid, station_id, text_id, person_id, how, signed_on, signed_at, valid_until, ended_at, end_reason)
			VALUES (RANDOM_BYTES(16), ${station}, LAST_INSERT_ID(), ${person}, 'paper', CURDATE(), NOW(), CURDATE(), NOW(), 'x')`, of],
		outbox: [`INSERT INTO outbox (idem, item_key, destination_id, kind, record_uid, version, station_id, person_id, payload, payload_sha,
			state) SELECT RANDOM_BYTES(16), 'k-${mark}', MIN(id), 'volunteer', RANDOM_BYTES(16), 1, ${station}, ${person}, 'x',
			RANDOM_BYTES(32), 'refused' FROM destination`, `${of} AND item_key = 'k-${mark}'`],
	}
}
