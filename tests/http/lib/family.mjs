// family.mjs - 家人 for tests: an elder and whoever may act for them, a guardian and their child, and the phone that acts.
//
//	const { elder, proxy, uid } = await pair(clerk)
//	await act(proxy, uid)                                  // from now on proxy.client acts for the elder
import { assert, newVolunteer, residentId, sql, status, value } from '../lib.mjs'
import { bornYearsAgo, personForm } from './person.mjs'

const born = (years) => ({ id_no: residentId({ birth: bornYearsAgo(years) }) })
export const elderly = (changes = {}) => newVolunteer({ name: '王桂兰', ...born(75), ...changes })
/** Of age, and their phone is proved: a child may name them as guardian (t9231). */
export async function grown(changes = {}) {
	const v = await newVolunteer({ name: '王小梅', ...born(40), ...changes })
	sql('UPDATE person SET phone_proved_at = NOW() WHERE id = ?', [personOf(v)])
	return v
}
export const young = (changes = {}) => newVolunteer({ name: '王小宝', ...born(15), ...changes })
export const personOf = (v) => Number(value('SELECT person_id FROM volunteer WHERE no = ?', [v.no]))
/** The address of the newest row of the two. */
export const rightOf = (person, proxy) => value('SELECT LOWER(HEX(uid)) FROM proxy WHERE person_id = ? AND proxy_person_id = ? ORDER BY id DESC LIMIT 1',
	[personOf(person), personOf(proxy)])
export const family = async (v) => status(await v.client.getJson('/account/family'), 200, 'family').page

/** proxy may act for elder, by a code of the counter. */
export async function kin(clerk, elder, proxy) {
	const { text } = status(await clerk.post(`/account/volunteers/${elder.no}/family/code`), 200, 'code').page.Code
	status(await proxy.client.post('/account/family/code', { family_code: text, relation: '女儿' }), 303, 'code typed')
	return rightOf(elder, proxy)
}

export async function pair(clerk) {
	const elder = await elderly(), proxy = await grown()
	return { elder, proxy, uid: await kin(clerk, elder, proxy) }
}

/** A guardian, and the child that they registered. */
export async function guarded() {
	const guardian = await grown({ name: '王芳' })
	const { phone, ...form } = personForm({ name: '王小宝', ...born(12), guardian_relation: '妈妈', consent: ['registration', 'record'] })
	status(await guardian.client.post('/account/family/child', form), 303, 'child')
	const row = (await family(guardian)).For.find((f) => f.name === '王小宝')
	return { guardian, uid: row.uid, child: { no: row.no, form } }
}

export async function act(v, uid) {
	status(await v.client.post(`/account/family/${uid}/act`), 303, 'act')
	const page = status(await v.client.getJson('/account/me'), 200, 'acting').page
	assert.ok(page.Who.self)
	return page
}
