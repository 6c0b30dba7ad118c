// entered.mjs - what staff type in from a paper or after a visit, made by the pages' own forms; each answers with its number or uid.
import { mobile, newVolunteer } from '../lib.mjs'
import { dayFrom } from './project.mjs'
import { sql, value } from './sql.mjs'
import { status } from './tap.mjs'

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64')
const uidIn = (r) => /([0-9a-f]{32})/.exec(status(r, 303).location)[1]
let serial = 0

export const policyAdded = async (who, changes = {}) => uidIn(await who.post('/support/insurance/new', { insurer: '渭南财产保险',
	policy_no: `E${process.pid}-${++serial}`, kind: '人身意外伤害保险', covers: 'all', from_on: dayFrom(-9), to_on: dayFrom(30), ...changes }))
export const thingAdded = async (who, changes = {}) => uidIn(await who.submit('/support/materials/new', { name: `马扎${process.pid}-${++serial}`, unit: '把',
	durable: 1, place: '一号柜', ...changes }))
/** A thing of which some came in, went out and is lent: { uid, no of what went out, loan }. */
export async function thingMoved(who) {
	const uid = await thingAdded(who), at = `/support/materials/${uid}`
	for (const [step, form] of [['in', { quantity: 5, kind: 'bought', happened_on: dayFrom(0) }], ['out', { quantity: 1, kind: 'used', note: '送餐', happened_on: dayFrom(0) }],
		['lend', { quantity: 1, party: '甲队', phone: '13900001111', due_on: dayFrom(7) }]])
		status(await who.submit(`${at}/${step}`, form), 303, step)
	const { page } = status(await who.getJson(at), 200)
	return { uid, no: page.Moves.find((m) => m.kind === 'used').no, lent: page.Moves.find((m) => m.kind === 'lend').no, loan: page.Loans[0].uid }
}
/** Of a volunteer of station 1, on a text that holds since long. */
export async function paperAgreement(who) {
	sql('UPDATE agreement_text SET made_at = made_at - INTERVAL 30 DAY WHERE ended_at IS NULL AND made_at > NOW() - INTERVAL 30 DAY')
	const v = await newVolunteer()
	return uidIn(await who.upload('/support/agreements/new', { volunteer_no: v.no, signed_on: dayFrom(-1) },
		[{ field: 'file', name: 'x.png', type: 'image/png', content: PNG }]))
}
export async function householdAdded(who, changes = {}) {
	return /households\/(F\d+)/.exec(status(await who.post('/needs/households/new', { name: '孙德福', phone: mobile(), address: '胜利社区 5 号楼',
		grid: '五网格', file_consent: '1', ...changes }), 303).location)[1]
}
/** The visit of an hour, or so many days, ago. */
export async function visited(who, household, changes = {}) {
	const at = new Date(Date.now() + 8 * 3600_000 - 60_000).toISOString().slice(0, 16)
	status(await who.submit(`/needs/households/${household}/visit`, { visited_at: at, mode: 'home', result: 'met', found: '精神不错', ...changes }), 303)
	return value(`SELECT LOWER(HEX(v.uid)) FROM visit v JOIN household h ON h.id = v.household_id WHERE h.no = ? ORDER BY v.id DESC LIMIT 1`, [household])
}
export async function pairedUp(who, changes = {}) {
	const v = await newVolunteer()
	return /L\d+/.exec(status(await who.submit('/order/pairing/new', { household: await householdAdded(who), volunteer_no: v.no, services: '陪聊、代购',
		every_days: '7', starts_on: dayFrom(-20), contact_name: '李秀英', contact_phone: '13800001234', ...changes }), 303).location)[0]
}
