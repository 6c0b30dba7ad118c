// guard.mjs - what every address of the staff must refuse, in one place.
import { test, status } from './tap.mjs'
import { Client } from './client.mjs'

export const DEMO_PASSWORD = 'zhiyuan-2026'

/** A demo member of staff, signed in. */
export async function staff(login) {
	const c = new Client()
	await c.signInStaff(login, DEMO_PASSWORD)
	return c
}

/**
 * Strangers are sent to the sign-in page, the wrong role gets 403, the wrong method 405.
 * `wrong` is the login of somebody who may not come here. `of` gives what stands for {} in the path, once the tests before
 * have made it: a row that is there, so that nothing is refused only because there is none; for `elsewhere`, whose role is
 * the right one at another station, it is not there.
 */
export function guardGet(path, { wrong = 'madan', of, elsewhere } = {}) {
	const at = async () => (of ? path.replace('{}', await of()) : path)
	test(`GET ${path} sends strangers to sign in`, async () => {
		const c = new Client()
		status(await c.get(await at()), 303)
		status(await c.getJson(await at()), 401)
	})
	test(`GET ${path} is nothing for ${wrong}`, async () => {
		const c = await staff(wrong)
		status(await c.getJson(await at()), 403)
	})
	if (elsewhere)
		test(`GET ${path} is not there for ${elsewhere}`, async () => {
			const c = await staff(elsewhere)
			status(await c.getJson(await at()), 404)
		})
}

/** Besides, a POST wants the CSRF token of this very session. */
export function guardPost(path, { right = 'liwei', wrong = 'madan', form = {}, of, elsewhere } = {}) {
	const at = async () => (of ? path.replace('{}', await of()) : path)
	test(`POST ${path} is nothing for strangers`, async () => {
		status(await new Client().post(await at(), { ...form, csrf: '0'.repeat(32) }), 401)
	})
	test(`POST ${path} is nothing for ${wrong}`, async () => {
		const c = await staff(wrong)
		status(await c.post(await at(), form), 403)
	})
	test(`POST ${path} wants its CSRF token`, async () => {
		const c = await staff(right)
		status(await c.post(await at(), { ...form, csrf: null }), 403)
		status(await c.post(await at(), { ...form, csrf: 'f'.repeat(32) }), 403)
	})
	if (elsewhere)
		test(`POST ${path} is not there for ${elsewhere}`, async () => {
			const c = await staff(elsewhere)
			status(await c.post(await at(), form), 404)
		})
}
