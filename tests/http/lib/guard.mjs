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
 * `wrong` is the login of somebody who may not come here.
 */
export function guardGet(path, { wrong = 'madan' } = {}) {
	test(`GET ${path} sends strangers to sign in`, async () => {
		const c = new Client()
		status(await c.get(path), 303)
		status(await c.getJson(path), 401)
	})
	test(`GET ${path} is nothing for ${wrong}`, async () => {
		const c = await staff(wrong)
		status(await c.getJson(path), 403)
	})
}

/** Besides, a POST wants the CSRF token of this very session. */
export function guardPost(path, { right = 'liwei', wrong = 'madan', form = {} } = {}) {
	test(`POST ${path} is nothing for strangers`, async () => {
		status(await new Client().post(path, { ...form, csrf: '0'.repeat(32) }), 401)
	})
	test(`POST ${path} is nothing for ${wrong}`, async () => {
		const c = await staff(wrong)
		status(await c.post(path, form), 403)
	})
	test(`POST ${path} wants its CSRF token`, async () => {
		const c = await staff(right)
		status(await c.post(path, { ...form, csrf: null }), 403)
		status(await c.post(path, { ...form, csrf: 'f'.repeat(32) }), 403)
	})
}
