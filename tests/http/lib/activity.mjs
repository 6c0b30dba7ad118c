// activity.mjs - activities for tests: made by the pages, then moved in time by changing their rows, since no test moves
// the clock. Everything happens on today's date in Beijing, however early or late it is there.
//
//	const a = await newActivity(clerk, { volunteers: [v] })      // published, begun, still going on
//	await attend(clerk, v, a.no)                                 // checked in and out, a.minutes served
import { Client, status, until, sql, value } from '../lib.mjs'
import { DEMO_PASSWORD } from './guard.mjs'
import { marksKept } from './mark.mjs'

const MINUTE = 60_000
const BEIJING = 8 * 60 * MINUTE

const pad = (n) => String(n).padStart(2, '0')
/** "YYYY-MM-DD HH:MM:SS" in Beijing. */
export const beijing = (ms) => new Date(ms + BEIJING).toISOString().slice(0, 19).replace('T', ' ')
export const today = () => beijing(Date.now()).slice(0, 10)
export const dayFrom = (days) => beijing(Date.now() + days * 1440 * MINUTE).slice(0, 10)
const sinceMidnight = () => Math.floor(((Date.now() + BEIJING) % (1440 * MINUTE)) / MINUTE)

/** Waits out the minutes round midnight in which nothing of a quarter of an hour can have begun and still go on. */
export async function roomToday() {
	const ok = () => sinceMidnight() >= 15 && sinceMidnight() < 1435
	await until(ok, 21 * MINUTE, { every: 1000, what: 'some minutes of this day' })
}

const signedIn = new Map()
/** A demo member of staff, signed in once in a test file. */
export function staff(login) {
	if (!signedIn.has(login)) {
		const c = new Client()
		signedIn.set(login, c.signInStaff(login, DEMO_PASSWORD).then(() => c))
	}
	return signedIn.get(login)
}

export const planForm = (changes = {}) => ({
	title: '清洁家园',
	category: '0009',
	content: '清理楼道和花坛',
	day: dayFrom(3),
	begins: '09:00',
	ends: '11:00',
	place: '胜利社区中心花园',
	leader_name: '李队长',
	...changes,
})

/** A draft, made by the page. Returns its number. */
export async function draft(clerk, changes = {}) {
	const r = await clerk.submit('/activity/manage/new', planForm(changes))
	return status(r, 303, 'new activity').location.match(/manage\/(A\d+)/)[1]
}

/**
 * Moves an activity to today, declared three days ago: begun `back` minutes ago (less after midnight), going on for `ahead` more.
 * Returns the whole minutes since its start.
 */
export function begin(no, { back = 150, ahead = 60 } = {}) {
	const gone = sinceMidnight()
	const from = Math.max(2, gone - back)
	const to = Math.min(1439, gone + ahead)
	const at = (m) => `${today()} ${pad(Math.floor(m / 60))}:${pad(m % 60)}:00`
	sql(
		`UPDATE activity SET starts_at = ?, ends_at = ?, published_at = IF(published_at IS NULL, NULL, ?),
			declared_on = IF(published_at IS NULL, NULL, ?), record_due_on = NULL WHERE no = ?`,
		[at(from), at(to), `${today()} 00:00:30`, dayFrom(-3), no]
	)
	// Whoever is on duty by now was put there in time.
	sql('UPDATE roster o JOIN activity a ON a.id = o.activity_id SET o.added_at = ? WHERE a.no = ?', [`${dayFrom(-1)} 09:00:00`, no])
	return { from, to, gone, minutes: Math.min(gone, to) - from, starts: at(from), ends: at(to), at }
}

/** An activity whose roster is full and which is going on. */
export async function newActivity(clerk, { volunteers = [], plan = {}, back, ahead } = {}) {
	const no = await draft(clerk, plan)
	for (const v of volunteers)
		status(await clerk.post(`/activity/manage/${no}/roster`, { volunteer_no: v.no, anyway: 1 }), 303, 'roster')
	status(await clerk.post(`/activity/manage/${no}/publish`, { screened: 1 }), 303, 'publish')
	return { no, ...begin(no, { back, ahead }) }
}

/** What the screen shows now: { token, digits, ... } */
export async function screen(by, no, dir = 'in') {
	return status(await by.getJson(`/activity/manage/${no}/code?dir=${dir}`), 200, 'code').page.Code
}

export async function checkIn(by, v, no) {
	const code = (await screen(by, no, 'in')).token
	return v.client.post(`/activity/${no}/check-in`, { code })
}
export async function checkOut(by, v, no) {
	const code = (await screen(by, no, 'out')).token
	return v.client.post(`/activity/${no}/check-out`, { code })
}

/** In and out; the check-in is then moved back to the start of the activity, or so far that `left` minutes come of it. */
export async function attend(by, v, a, { left = a.gone - a.from } = {}) {
	status(await checkIn(by, v, a.no), 303, 'check-in')
	sql(
		`UPDATE attendance t JOIN activity a ON a.id = t.activity_id JOIN volunteer v ON v.person_id = t.person_id
			SET t.at = ? + INTERVAL ? MINUTE WHERE a.no = ? AND v.no = ? AND t.direction = 'in'`,
		[a.starts, a.gone - a.from - left, a.no, v.no]
	)
	return status(await checkOut(by, v, a.no), 303, 'check-out')
}

/** The activity is over: it ends a minute ago. */
export function finish(no) {
	sql(`UPDATE activity SET ends_at = GREATEST(starts_at + INTERVAL 1 MINUTE, ?) WHERE no = ?`, [
		beijing(Date.now() - MINUTE).slice(0, 16) + ':00',
		no,
	])
}

export const records = (no) =>
	sql(
		`SELECT r.*, HEX(r.uid) uid_hex, v.no volunteer_no FROM service_record r JOIN activity a ON a.id = r.activity_id
			LEFT JOIN volunteer v ON v.person_id = r.person_id WHERE a.no = ? ORDER BY r.id`,
		[no]
	)

/** Reviewed by another member of staff. */
export async function review(reviewer, recordNos, note = '') {
	return reviewer.post('/activity/manage/review', { record: recordNos, note })
}

/** The last day of notice was yesterday. */
export function noticeOver(no) {
	marksKept(`r.state = 'notice' AND r.activity_id = (SELECT id FROM activity WHERE no = ?)`, [no], () => sql(
		`UPDATE service_record r JOIN activity a ON a.id = r.activity_id SET r.notice_until = ?, a.notice_until = ?
			WHERE a.no = ? AND r.state = 'notice'`,
		[dayFrom(-1), dayFrom(-1), no]
	))
}

/** Somebody's hours all the way: checked in, reviewed, noticed, effective. Returns the record's row. */
export async function effectiveHours(clerk, reviewer, v, options = {}) {
	const a = await newActivity(clerk, { volunteers: [v], ...options })
	await attend(clerk, v, a, options)
	finish(a.no)
	status(await review(reviewer, records(a.no).map((r) => r.no)), 303, 'review')
	noticeOver(a.no)
	status(await reviewer.post(`/activity/manage/${a.no}/archive`), 303, 'archive')
	return { activity: a, record: records(a.no)[0] }
}

export const stateOf = (no) => value('SELECT state FROM activity WHERE no = ?', [no])

/** Activities that come again, made by the page. Returns the uid of their series. */
export async function newSeries(clerk, changes = {}) {
	const form = { ...planForm({ title: '每周送餐' }), until: dayFrom(24), every: 'week', on_holiday: 'keep', short_month: 'last', ...changes }
	const seen = status(await clerk.submit('/activity/manage/series/new', { ...form, step: 'look' }), 200, 'preview').page
	const days = seen.Days.filter((d) => d.code).map((d) => d.code)
	const made = await clerk.post('/activity/manage/series/new', { ...form, step: 'make', days, key: seen.Key })
	return status(made, 303, 'series').location.match(/series\/([0-9a-f]{32})/)[1]
}
