// shift.mjs - activities that are open for sign-up, made by the pages.
//
//	const s = await openShift(clerk, reviewer, { wanted: 2, mode: 'direct', day: 5 })
//	s.no, s.project, s.position (uid)
import { status } from './tap.mjs'
import { sql } from './sql.mjs'
import * as activity from './activity.mjs'
import { dayFrom, published } from './project.mjs'

export const at = (days, clock) => `${dayFrom(days)} ${clock}`

/** A published activity of a published project, open for sign-up. project: { no, position } of one there is. */
export async function openShift(clerk, reviewer,
	{ wanted = 2, mode = 'direct', day = 5, plan = {}, position = {}, project, publish = true, more = {} } = {}) {
	let of = project
	if (!of) {
		const p = await published(clerk, reviewer, { positions: [position] })
		of = { no: p.no, position: p.positions[0].uid }
	}
	const no = await activity.draft(clerk, { project: of.no, day: dayFrom(day), ...plan })
	if (publish) status(await clerk.post(`/activity/manage/${no}/publish`, { screened: 1 }), 303, 'publish')
	status(await clerk.submit(`/recruit/manage/${of.no}/shift/${no}`, { position: of.position, wanted, mode, ...more }), 303, 'open')
	return { no, project: of.no, position: of.position }
}

export const shiftOf = (no) => sql('SELECT s.* FROM shift s JOIN activity a ON a.id = s.activity_id WHERE a.no = ?', [no])[0]
export const signs = (no) =>
	sql(`SELECT p.*, LOWER(HEX(p.uid)) uid_hex, v.no volunteer_no FROM application p JOIN activity a ON a.id = p.activity_id
		JOIN volunteer v ON v.person_id = p.person_id WHERE a.no = ? ORDER BY p.id`, [no])
export const roster = (no) =>
	sql(`SELECT v.no FROM roster o JOIN activity a ON a.id = o.activity_id JOIN volunteer v ON v.person_id = o.person_id
		WHERE a.no = ? AND o.state = 'on' ORDER BY o.id`, [no]).map((r) => r.no)
