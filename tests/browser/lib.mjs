// lib.mjs - everything a browser test needs, from one place: Chromium, people in it, the checks of every page, and what
// the HTTP tests have.
//
//	import { test, end, staff, visit, stop } from './lib.mjs'
//
//	test('the ledger', async () => {
//		const page = await atDesk('liwei')
//		await visit(page, '/needs/ledger', 'needs-ledger')        // shots/needs-ledger-desktop.png, and all checks
//	})
//	await end()
//
// Environment: BASE_URL (or PORT), VAR; WECHAT_SIM and PLATFORM_SIM, else they are read from $VAR/run.
import './lib/environment.mjs'
export * from '../http/lib.mjs'
export { base, desktop, phone, tallies } from './lib/browser.mjs'
export { look, problems, visit } from './lib/visit.mjs'
export { asStaff, asVolunteer, atDesk, choose, fill, halfIn, onPhone, press } from './lib/people.mjs'
export { getRoutes } from './lib/routes.mjs'
export { printed } from './lib/paper.mjs'
export { BOUND, BOUND_PERSON, prepared } from './lib/prepared.mjs'
export { answerSurvey } from './lib/resident.mjs'
export { scanned } from './lib/scan.mjs'
