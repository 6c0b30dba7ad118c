// shifts.mjs - the pages of shifts 班次 and their rows, for t3020.
import { value } from '../../http/lib.mjs'
import { BOUND_PERSON } from './prepared.mjs'

const ofShift = (no) => () =>
	value(`SELECT ${no} FROM shift s JOIN activity a ON a.id = s.activity_id JOIN project p ON p.id = s.project_id
		WHERE s.station_id = 1 ORDER BY a.id LIMIT 1`)
const mine = (no, join) => () => value(`SELECT ${no} FROM application x JOIN ${join} WHERE x.person_id = ${BOUND_PERSON} LIMIT 1`)

/** path → visits, as t3020 has them. */
export function shiftPages({ by, clerk, stranger, passer, volunteer, recruiting, position, ledTeam }) {
	const shift = ofShift('a.no')
	return {
		'/recruit/manage/{no}': [by(clerk, recruiting)],
		'/recruit/manage/{no}/dispose': [by(clerk, recruiting)],
		'/recruit/manage/{no}/position/{uid}': [by(clerk, recruiting, position)],
		'/recruit/manage/{no}/shift/{activity}': [by(clerk, ofShift('p.no'), shift)],
		'/recruit/manage/{no}/shift/{activity}/group': [by(clerk, ofShift('p.no'), shift)],
		'/recruit/shift/{no}': [by(stranger, shift), by(passer, shift), by(volunteer, shift)],
		'/recruit/shift/{no}/group': [by(volunteer, async () => ((await ledTeam()), shift()))],
		'/recruit/{no}/withdraw': [by(volunteer, mine('p.no', 'project p ON p.id = x.live_project'))],
	}
}
