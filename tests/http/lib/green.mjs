// green.mjs - green accounts 绿色账户 as the desk makes them, and the token of a card as its picture has it.
//
//	const no = await opened(clerk), k = await tokenOf(clerk, no)
import { sql, value } from './sql.mjs'
import { status } from './tap.mjs'

let n = 0
/** A new account; its number. */
export async function opened(by, fields = {}) {
	const r = status(await by.submit('/bank/green/new', { place: `${++n} 号楼`, ...fields }), 303, 'green account')
	return /W\d+/.exec(r.location)[0]
}
/** What the picture on its card has behind k=. */
export const tokenOf = async (by, no) => status(await by.getJson(`/bank/green/a/${no}`), 200).page.Account.k
export const points = (no) => Number(value(`SELECT COALESCE(SUM(y.points), 0) FROM green_year y JOIN green_account a ON a.id = y.account_id
	WHERE a.no = ? AND y.year = YEAR(NOW())`, [no]))
export const card = (by, k, more = '') => by.getJson(`/bank/green/c?k=${k}${more}`)
export const entries = (no) => sql(`SELECT e.kind, e.result, e.points, e.offline FROM green_entry e JOIN green_account a ON a.id = e.account_id
	WHERE a.no = ? ORDER BY e.id`, [no])
