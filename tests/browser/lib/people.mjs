// people.mjs - the people of the demo community at their screens: staff sign in with a password, volunteers by WeChat, and
// all of them fill in forms by the words they read. Owns no data. Never sends a request that the page would not send.
//
//	const page = await atDesk('liwei')
//	await fill(page, '标题', '楼道清洁日')
//	await press(page, '保存')
import { DEMO_PASSWORD, codeOf } from '../../http/lib.mjs'
import { desktop, phone } from './browser.mjs'

/** Presses the button or link with these words and waits for the page it leads to. */
export async function press(page, text, { nth = 0 } = {}) {
	const target = page.getByRole('button', { name: text, exact: true }).or(page.getByRole('link', { name: text, exact: true }))
	// To the middle first, as a thumb does: at the edge it may lie under the bar.
	await target.nth(nth).evaluate((el) => el.scrollIntoView({ block: 'center' }))
	await Promise.all([page.waitForNavigation(), target.nth(nth).click()])
	return page
}

/** Fills the box with this label; label is the beginning of its words, for optional ones carry a remark behind them. */
export const fill = (page, label, value) => box(page, label).fill(value)

/** Picks from a select list, by its words; other words for the same may stand behind them. */
export const choose = async (page, label, option) => box(page, label).selectOption(
	await box(page, label).locator('option').filter({ hasText: new RegExp(`^${option}(（|$)`) }).first().getAttribute('value'))

const box = (page, label) => page.getByLabel(new RegExp(`^${label}`)).first()

const away = (from) => (url) => url.pathname !== from

/** Types the password of a member of staff; whoever has a second factor is at its page then. */
export async function halfIn(page, login) {
	await page.goto('/account/sign-in')
	await page.locator('#f-login').fill(login)
	await page.locator('#f-password').fill(DEMO_PASSWORD)
	await Promise.all([page.waitForURL(away('/account/sign-in')), page.locator('#f-password').press('Enter')])
	return page
}

/** Signs a member of staff in on this page. */
export async function asStaff(page, login) {
	await halfIn(page, login)
	if (new URL(page.url()).pathname !== '/account/code') return page
	await page.locator('#f-code').fill(codeOf(login))
	await Promise.all([page.waitForURL(away('/account/code')), page.locator('#f-code').press('Enter')])
	return page
}

/** Goes to a page of ours the way WeChat's users do: through its sign-in, as this user of the simulator. */
export async function asVolunteer(page, openid, to = '/account/me') {
	await page.context().addCookies([{ name: 'sim_user', value: openid, url: process.env.WECHAT_SIM }])
	await page.goto(`/account/wechat/start?to=${encodeURIComponent(to)}`)
	return page
}

/** A desktop where this member of staff is signed in. */
export const atDesk = async (login, options) => asStaff(await desktop(options), login)

/** A phone where this user of WeChat is signed in. */
export const onPhone = async (openid, to, options) => asVolunteer(await phone(options), openid, to)
