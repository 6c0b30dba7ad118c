// star.mjs - people who meet all conditions of a star, and the overseers who decide: so that a test has one in a line.
//
//	const v = await starry(1)                             // a volunteer of station 1 with the hours and all that one star asks for
//	await given(v)                                        // proposed, decided, the notice gone by, given by the clock
import { randomBytes } from 'node:crypto'
import { newVolunteer } from './person.mjs'
import { personOf, total } from './recognition.mjs'
import { plantActivity } from './posting.mjs'
import { newOverseer } from './staff.mjs'
import { staff } from './guard.mjs'
import { sql, value } from './sql.mjs'
import { status } from './tap.mjs'

const HOURS = [0, 100, 300, 600, 1000, 1500]

/** What is asked for besides hours: so many trainings, evaluations with this score, years since the registration. */
export function quality(no, { trainings = 2, evaluations = 3, score = 5, months = 30 } = {}) {
	const person = personOf(no)
	sql('UPDATE volunteer SET registered_at = NOW() - INTERVAL ? MONTH WHERE person_id = ?', [months, person])
	for (let i = 0; i < trainings; i++)
		sql("INSERT INTO qualification (person_id, name, granted_on) VALUES (?, ?, CURDATE())", [person, `急救${i}`])
	for (let i = 0; i < evaluations; i++)
		sql(`INSERT INTO evaluation (uid, station_id, activity_id, person_id, score_a, score_b, score_c, rated_on)
			SELECT ?, station_id, id, ?, ?, ?, ?, CURDATE() FROM activity WHERE id = ?`,
		[randomBytes(16), person, score, score, score, plantActivity({ ago: 20 + i })])
}

/** A volunteer of station 1 who meets what so many stars ask for. `held`: the star they have already. */
export async function starry(star, { held = 0, minutes = HOURS[star] * 60, ...more } = {}) {
	const v = await newVolunteer()
	sql('UPDATE volunteer SET station_id = (SELECT id FROM station WHERE no = 1), star = ? WHERE no = ?', [held, v.no])
	total(v.no, minutes)
	quality(v.no, more)
	return v
}

export const starRow = (v, star) => sql(`SELECT id, LOWER(HEX(uid)) AS ref, state, star, minutes, wanted_minutes, proposed_by, decided_by, decided_level, settled_by,
	notice_from, notice_until, awarded_on, next_check_on, review_at, review_why, reason, version FROM star_award WHERE person_id = ?
	AND (? IS NULL OR star = ?) ORDER BY id DESC`, [personOf(v.no), star ?? null, star ?? null])[0]
export const starOf = (v) => value('SELECT star FROM volunteer WHERE no = ?', [v.no])
export const noticeOver = (v) => sql("UPDATE star_award SET notice_until = CURDATE() - INTERVAL 1 DAY WHERE person_id = ? AND state = 'notice'", [personOf(v.no)])
export const propose = (who, v) => who.post('/commend/manage/award', { volunteer_no: v.no })
export const decide = (who, v, verdict = 'approve', reason = verdict === 'approve' ? '' : '核对后决定', star = undefined) =>
	who.post(`/commend/stars/${starRow(v, star).ref}`, { verdict, reason })

/** The overseers of the demo's county and city, and one of its province: who decides about 1-2, 3-4 and 5 stars. */
let province
export async function deciders() {
	const [county, city] = [await staff('madan'), await staff('gaofeng')]
	province ??= await newOverseer('610000', { linked: true })
	return [undefined, county, county, city, city, province]
}

/** All of the way: proposed by the reviewer, decided by the overseer of the level, the notice over, given. */
export async function given(v) {
	status(await propose(await staff('wangfang'), v), 303)
	const { star } = starRow(v)
	status(await decide((await deciders())[star], v), 303)
	noticeOver(v)
	status(await (await staff('zhangmin')).post('/commend/manage/settle'), 303)
	return starRow(v, star)
}
