// lib.mjs - everything an HTTP test needs, from one place. Plain Node 18 or newer, no package.
//
//	import { Client, test, end, assert, status, sql } from './lib.mjs'
//
//	test('a survey can be answered without an account', async () => {
//		const resident = new Client()
//		const r = await resident.submit('/needs/s/demo', { q1: 'a', q2: ['b', 'c'] })
//		status(r, 303)
//		assert.equal(sql('SELECT COUNT(*) n FROM response')[0].n, '1')
//	})
//	await end()
//
// Environment: BASE_URL (or PORT), DB_SOCKET (or VAR), DB_NAME, DB_USER; WECHAT_SIM and
// PLATFORM_SIM are the addresses of the simulators of the suite under test, for control().
export { test, end, cleanup, until, status, assert } from './lib/tap.mjs'
export { sql, value, quote } from './lib/sql.mjs'
export { Client, WECHAT_UA, BROWSER_UA } from './lib/client.mjs'
export { staff, guardGet, guardPost, DEMO_PASSWORD } from './lib/guard.mjs'
export { newOverseer, newStaff, useCode, enrol, STAFF_PASSWORD } from './lib/staff.mjs'
export { totp, codeOf, keepSecret, DEMO_SECRET } from './lib/totp.mjs'
export { Jar } from './lib/jar.mjs'
export { startSim, control, wechatSim, platformSim } from '../sims/start.mjs'
export { newVolunteer, personForm, residentId, withCheckDigit, mobile, openid, bornYearsAgo } from './lib/person.mjs'
