// hours.mjs - the roll and records as a cheat or an honest clerk fills them.
import { finish, newActivity, newVolunteer, records, review, status, value } from '../lib.mjs'

/** The grid of the roll; rows are [volunteer, from, to], minutes of the day or text. */
export async function roll(by, a, rows, more = {}) {
	const page = status(await by.getJson(`/activity/manage/${a.no}/log`), 200).page
	return by.post(`/activity/manage/${a.no}/log`, { ...cells(a, page, rows), ...more })
}

/** Fields of the grid for the people whose rows are on the page. */
export function cells(a, page, rows) {
	const form = {}
	const text = (m) => (typeof m === 'number' ? a.at(m).slice(11, 16) : m)
	for (const [v, from, to] of rows) {
		const row = page.Rows.find((r) => r.no === v.no)
		if (!row) throw new Error(`${v.no} has no row`)
		form[`from_${row.ref}`] = text(from)
		form[`to_${row.ref}`] = text(to)
	}
	return form
}

/** An activity that is over, with one rolled record for each of n volunteers, logged by `by`. */
export async function rolled(clerk, by, n = 1) {
	const vs = []
	for (let i = 0; i < n; i++) vs.push(await newVolunteer())
	const a = await newActivity(clerk, { volunteers: vs })
	status(await roll(by, a, vs.map((v, i) => [v, a.from + i, a.gone - 1])), 303)
	finish(a.no)
	return { a, vs, nos: records(a.no).map((r) => r.no) }
}

/** The same, reviewed and under notice. */
export async function noticed(clerk, reviewer) {
	const made = await rolled(clerk, clerk)
	status(await review(reviewer, made.nos), 303)
	return made
}

export const personOf = (v) => Number(value('SELECT person_id FROM volunteer WHERE no = ?', [v.no]))
export const minutesOf = (v) => Number(
	value('SELECT COALESCE(SUM(minutes), 0) FROM volunteer_day WHERE person_id = ?', [personOf(v)]))

/** Everybody on the roll came and went at a minute of their own, as far as the day allows. */
export async function rolledIn(clerk, a, vs) {
	const page = status(await clerk.getJson(`/activity/manage/${a.no}/log`), 200).page
	const long = a.gone - a.from
	const form = cells(a, page, vs.map((v, i) => {
		const late = Math.floor(i / 6) % Math.max(1, long - 6)
		return [v, a.from + late, a.gone - (i % 6) % Math.max(1, long - late)]
	}))
	return status(await clerk.post(`/activity/manage/${a.no}/log`, form), 303, 'roll')
}
