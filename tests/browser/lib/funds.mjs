// funds.mjs - the pages of money, gifts and materials for t3020: who looks at them, and at which rows of the demo community.
import { value } from '../../http/lib/sql.mjs'

const fundEntry = (direction) => value('SELECT no FROM fund_entry WHERE station_id = 1 AND direction = ? ORDER BY id LIMIT 1', [direction])
const umbrella = () => value("SELECT LOWER(HEX(uid)) FROM material_thing WHERE uid = UNHEX(MD5('demo thing 1'))")
const moved = () => value("SELECT m.no FROM material m JOIN material_thing t ON t.id = m.thing_id WHERE t.uid = UNHEX(MD5('demo thing 1')) AND m.kind <> 'lend' LIMIT 1")
const loan = () => value("SELECT LOWER(HEX(uid)) FROM material_loan WHERE uid = UNHEX(MD5('demo loan'))")

export function fundPages({ by, clerk, reviewer, stranger, passer }) {
	return {
		'/support/funds': [by(clerk)],
		'/support/funds/in': [by(clerk)],
		'/support/funds/out': [by(clerk)],
		'/support/funds/queue': [by(reviewer)],
		'/support/funds/{no}': [by(clerk, () => fundEntry('in')), by(reviewer, () => fundEntry('out'))],
		'/support/budgets': [by(clerk)],
		'/support/budgets/{no}': [by(reviewer, () => value('SELECT no FROM project WHERE id = (SELECT MIN(project_id) FROM fund_line)'))],
		'/support/materials': [by(clerk)],
		'/support/materials/new': [by(clerk)],
		'/support/materials/ledger': [by(clerk)],
		'/support/materials/loans': [by(clerk)],
		'/support/materials/{uid}': [by(clerk, umbrella)],
		'/support/materials/{uid}/edit': [by(clerk, umbrella)],
		'/support/materials/{uid}/loan/{loan}': [by(clerk, umbrella, loan)],
		'/support/materials/{uid}/row/{no}': [by(clerk, umbrella, moved)],
		'/support/materials/{uid}/{step}': ['in', 'out', 'lend', 'count'].map((step) => by(clerk, umbrella, () => step)),
		'/support/materials/{uid}/back/{loan}': [by(clerk, umbrella, loan)],
		'/support/open/{station}': [by(stranger, () => '1'), by(passer, () => '1')],
	}
}
