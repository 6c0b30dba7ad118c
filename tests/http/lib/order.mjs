// order.mjs - orders of residents: one that a clerk wrote down, as it stands, and volunteers who are asked for it.
import { sql, value } from './sql.mjs'
import { mobile } from './person.mjs'
import { status } from './tap.mjs'

/** A clerk writes one down; returns its number. */
export async function called(clerk, changes = {}) {
	const form = { channel: 'phone', phone: mobile(), name: '魏桂兰', category: '0001', detail: '灯不亮了', address: '3 号楼 401',
		consent: '1', verified: '1', ...changes }
	return new URL(status(await clerk.submit('/order/desk/new', form), 303).location).pathname.split('/').pop()
}
export const stateOf = (no) => value('SELECT state FROM service_order WHERE no = ?', [no])
/** These are asked, by their numbers. */
export const send = (clerk, no, ...volunteers) => clerk.post(`/order/desk/${no}/send`, { who: volunteers.map((v) => v.no), next: '1' })
export const idOf = (no) => value('SELECT id FROM service_order WHERE no = ?', [no])
/** What was asked in its name is over: the limit passed. */
export const lapse = (no) => sql(`UPDATE dispatch SET answer_by = NOW() - INTERVAL 1 DAY WHERE order_id = ? AND state = 'sent'`, [idOf(no)])
export const post = async (v, no, verb, form = {}) => {
	if (!v.client.csrf) await v.client.getJson('/order/mine')
	return v.client.post(`/order/mine/${no}/${verb}`, form)
}

/** So many minutes from now as a form has it; where the hour that follows would pass midnight, early tomorrow. */
export function soon(minutes = 2) {
	const text = (at) => new Date(at).toISOString().slice(0, 16)
	const at = Date.now() + 8 * 3600e3 + minutes * 60e3, after = at + 62 * 60e3
	return text(at).slice(0, 10) === text(after).slice(0, 10) ? text(at) : `${text(after).slice(0, 10)}T00:30`
}
/** The time that was agreed has come: half an hour ago, on this day. */
export function comes(no) {
	sql(`UPDATE activity a JOIN service_order o ON o.activity_id = a.id SET a.published_at = NOW() - INTERVAL 90 MINUTE,
		a.starts_at = DATE_FORMAT(GREATEST(CURDATE() + INTERVAL 1 MINUTE, NOW() - INTERVAL 28 MINUTE), '%Y-%m-%d %H:%i:00'),
		a.ends_at = LEAST(DATE_FORMAT(NOW() + INTERVAL 32 MINUTE, '%Y-%m-%d %H:%i:00'), CURDATE() + INTERVAL 1439 MINUTE) WHERE o.no = ?`, [no])
}
