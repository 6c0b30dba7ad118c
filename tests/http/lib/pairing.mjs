// pairing.mjs - pairings 结对 as their pages make them: a visit that is under way, and a paper card whose codes a test knows.
import { createHash, randomBytes } from 'node:crypto'
import { soon as inMinutes } from './order.mjs'
import { sql, value } from './sql.mjs'
import { status } from './tap.mjs'

/** A step at the desk, and one on the volunteer's phone. */
export const step = (by, no, verb, f = {}) => by.submit(`/order/pairing/${no}`, f, { to: `/order/pairing/${no}/${verb}` })
export const mine = (by, no, verb, f = {}) => by.submit(`/order/pair/${no}`, f, { to: `/order/pair/${no}/${verb}` })
export const at = (minutes) => new Date(Date.now() + (8 * 60 + minutes) * 60000).toISOString()
export const soon = () => {
	const [day, begins] = inMinutes().split('T')
	return { day, begins, minutes: '60' }
}
/** A visit that is planned now, and began an hour ago. */
export async function underway(no, by) {
	status(await mine(by, no, 'plan', soon()), 303)
	const act = value('SELECT activity_id FROM home_service WHERE source_no = ? ORDER BY id DESC LIMIT 1', [no])
	const from = `GREATEST(CURDATE() + INTERVAL 1 MINUTE, NOW() - INTERVAL 60 MINUTE)`
	sql(`UPDATE activity SET published_at = ${from} - INTERVAL 1 DAY, ends_at = LEAST(NOW() + INTERVAL 20 MINUTE, CURDATE() + INTERVAL 1439 MINUTE),
		starts_at = DATE_FORMAT(${from}, '%Y-%m-%d %H:%i:00') WHERE id = ?`, [act])
	return act
}

/** The code before this one, as shared/hours/met_card.h says it, and as it is printed. */
function before(salt, code) {
	let d = createHash('sha256').update('zyz-card-1').update(salt).update(String(code).padStart(15, '0')).digest()
	for (let i = 1; i < 4096; i++) d = createHash('sha256').update(d).digest()
	return d.readBigUInt64BE() % 10n ** 15n
}
export function printed(code) {
	const digits = [...String(code).padStart(15, '0')].map(Number)
	const sum = digits.reduce((s, d, i) => { const x = i % 2 ? d : d * 2; return s + (x > 9 ? x - 9 : x) }, 0)
	return `${digits.join('')}${(10 - (sum % 10)) % 10}`.replace(/(....)(?=.)/g, '$1 ')
}
/** A card of the household whose codes this test knows. */
export function known(no) {
	const salt = randomBytes(16), codes = [BigInt(`0x${randomBytes(6).toString('hex')}`)]
	for (let i = 0; i < 4; i++) codes.unshift(before(salt, codes[0]))
	sql(`UPDATE code_card c JOIN pairing p ON p.household_id = c.live_household SET c.salt = x'${salt.toString('hex')}',
		c.anchor = ${codes[0]}, c.head = ${codes[0]} WHERE p.no = ?`, [no])
	return codes.slice(1).map(printed)
}
