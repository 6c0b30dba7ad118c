// staff.mjs - new members of staff, made the way managers make them: by the page, with a person's document; they set their
// password with the one-time code, and the second factor where their role wants one.
//
//	const r = await newStaff({ role: 'reviewer', person: volunteer.form })     // the same human as that volunteer
//	status(await r.client.post('/activity/manage/review', { record: no }), 422)
import { randomUUID } from 'node:crypto'
import { Client } from './client.mjs'
import { DEMO_PASSWORD } from './guard.mjs'
import { personForm } from './person.mjs'
import { sql } from './sql.mjs'
import { status } from './tap.mjs'
import { keepSecret, totp } from './totp.mjs'

export const STAFF_PASSWORD = '春天的花开了好多朵朵'

/** Takes the steps that are wanting after a password: sets the second factor up. Returns the recovery codes, if any. */
export async function enrol(client, login) {
	const page = await client.getJson('/account/second')
	if (page.status !== 200) return undefined
	const { Second } = page.page
	keepSecret(login, Second.secret)
	const code = totp(Second.secret.replaceAll(' ', ''))
	const r = status(await client.post('/account/second', { sealed: Second.sealed, code }), 200, 'second factor')
	return r.page.Recovery.map((row) => row.code)
}

/** Says on the person's own WeChat that the account is theirs, where they have one. */
export async function confirmCode(login) {
	const [bound] = sql('SELECT w.openid FROM wechat_account w JOIN staff f ON f.person_id = w.person_id WHERE f.login = ? LIMIT 1', [login])
	if (!bound) return
	const own = new Client()
	await own.wechatUser(bound.openid)
	await own.getJson('/account/me')
	const r = await own.post('/account/me/staff-code', { answer: 'yes' })
	/* Codes of the command line want no word. */
	if (r.status !== 409) status(r, 303, 'their own word')
}

/** Sets a password with a one-time code, and takes the steps that follow. */
export async function useCode(login, code, password = STAFF_PASSWORD) {
	const client = new Client()
	await confirmCode(login)
	const r = await client.submit('/account/one-time', { login, code, password_new: password, password_again: password })
	status(r, 303, 'one-time code')
	const recovery = /\/account\/second/.test(r.location) ? await enrol(client, login) : undefined
	await client.getJson('/account/desk')
	return { client, recovery, location: r.location }
}

export async function newStaff({ role = 'clerk', manager = 'zhangmin', person = personForm(), login, fields = {} } = {}) {
	const name = login ?? `t_${randomUUID().slice(0, 8)}`
	const boss = new Client()
	await boss.signInStaff(manager, DEMO_PASSWORD)
	const made = status(await boss.submit('/station/staff/new',
		{ login: name, name: person.name, id_type: person.id_type, id_no: person.id_no, role, ...fields }), 200, 'new staff').page.Code
	const { client, recovery } = await useCode(name, made.code)
	const [{ id }] = sql('SELECT id FROM staff WHERE login = ?', [name])
	return { login: name, password: STAFF_PASSWORD, client, recovery, ref: made.ref, id, boss, person }
}

/** Somebody who oversees another region than the demo's: only the command makes one, so the row does here. Signed in. `linked`: it is
 * known who they are; `person`: the row of person. */
export async function newOverseer(region, { linked = false, person } = {}) {
	const login = `t_${randomUUID().slice(0, 8)}`
	sql(`INSERT INTO staff (login, name, password_hash, password_changed_at)
		SELECT ?, '远方主管', password_hash, NOW() FROM staff WHERE login = 'madan'`, [login])
	sql(`INSERT INTO staff_role (staff_id, role, region_code) SELECT id, 'overseer', ? FROM staff WHERE login = ?`, [region, login])
	if (linked && !person) {
		sql("INSERT INTO person (uid, name) VALUES (RANDOM_BYTES(16), '远方主管')")
		;[{ person }] = sql('SELECT MAX(id) AS person FROM person')
	}
	if (person) sql('UPDATE staff SET person_id = ? WHERE login = ?', [person, login])
	const client = new Client()
	status(await client.submit('/account/sign-in', { login, password: DEMO_PASSWORD }), 303, 'far overseer')
	await client.getJson('/account/second')
	await enrol(client, login)
	await client.getJson('/account/mine')
	return client
}
