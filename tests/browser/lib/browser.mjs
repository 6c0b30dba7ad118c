// browser.mjs - Debian's Chromium and the two windows people have: a phone inside WeChat, a desktop. Owns the browser
// (one for each test file, ended with it) and what it complained about. Never opens another host than the suite's.
//
//	const page = await phone()
//	await page.goto('/needs/s/demo')
//	tallies(page).errors        // what the console, the policy and the network had to say
import { chromium } from 'playwright-core'
import { cleanup } from '../../http/lib.mjs'
import { USER_AGENTS } from '../../sims/wechat/agents.mjs'

const { PORT = '8080', BASE_URL = `http://127.0.0.1:${PORT}`, CHROMIUM = '/usr/bin/chromium' } = process.env
export const base = new URL(BASE_URL).origin

// Without these it would look for its maker's hosts, which a closed network refuses many at a time.
const QUIET = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
]
const WINDOWS = {
	phone: {
		viewport: { width: 375, height: 812 },
		deviceScaleFactor: 2,
		isMobile: true,
		hasTouch: true,
		userAgent: USER_AGENTS.android,
	},
	desktop: { viewport: { width: 1280, height: 900 } },
}

let starting
function browser() {
	starting ??= chromium.launch({ executablePath: CHROMIUM, args: QUIET }).then((found) => {
		cleanup(() => found.close())
		return found
	})
	return starting
}

const kept = new WeakMap()
/** { window, errors, status, renews }: what went wrong on this page since the last look, its last answer's status, and whether it loads itself anew. */
export const tallies = (page) => kept.get(page)

// WeChat's own pages are the one place outside where people are sent to.
const isWechat = (url) => process.env.WECHAT_SIM !== undefined && url.startsWith(`${process.env.WECHAT_SIM}/`)

/* A page that loads itself anew (the code's screen, the board) may do so in the moment in which the test leaves it, and then
 * the browser gives up the test's way for its own: it is gone once more. */
function leavable(page) {
	const go = page.goto.bind(page)
	let renews = false
	page.on('response', (response) => {
		const request = response.request()
		if (request.isNavigationRequest() && request.frame() === page.mainFrame()) renews = 'refresh' in response.headers()
	})
	page.goto = (...way) => go(...way).catch((error) => {
		if (!renews || !/ERR_ABORTED|interrupted by another navigation/.test(error.message)) throw error
		return go(...way)
	})
}

function watch(page, window) {
	const tally = { window, errors: [], status: 0, renews: false }
	kept.set(page, tally)
	const note = (text) => tally.errors.push(text)
	leavable(page)
	page.on('console', (message) => {
		// A page that was asked for and refused is the test's business; its files are not.
		const refusedPage = /^Failed to load resource: .* 4\d\d/.test(message.text()) && message.location().url === page.url()
		if (message.type() === 'error' && !refusedPage && !isWechat(page.url())) note(`console: ${message.text()}`)
	})
	page.on('pageerror', (error) => note(`script: ${error.message}`))
	page.on('request', (request) => {
		const url = request.url()
		const navigates = request.isNavigationRequest() && isWechat(url)
		if (!/^(data|blob):/.test(url) && new URL(url).origin !== base && !navigates) note(`foreign request: ${url}`)
	})
	page.on('requestfailed', (request) => {
		const why = request.failure()?.errorText
		if (why !== 'net::ERR_ABORTED') note(`request failed: ${request.url()} ${why}`)
	})
	page.on('response', (response) => {
		const request = response.request()
		if (request.isNavigationRequest() && request.frame() === page.mainFrame()) {
			tally.status = response.status()
			tally.renews = 'refresh' in response.headers()
		} else if (response.status() >= 400) note(`${response.status()} for ${response.url()}`)
	})
	// Leaving a touched form asks first; the test means to leave. Anything else that pops up is a fault.
	page.on('dialog', async (dialog) => {
		if (dialog.type() !== 'beforeunload') note(`dialog: ${dialog.message()}`)
		await dialog.accept()
	})
	return page
}

/** Runs in each page before its own scripts. */
function noteBreaches() {
	window.__policy = []
	document.addEventListener('securitypolicyviolation', (event) =>
		window.__policy.push(`policy: ${event.violatedDirective} forbids ${event.blockedURI || 'inline'}`)
	)
}

async function open(window, options) {
	const context = await (await browser()).newContext({
		...WINDOWS[window],
		baseURL: base,
		locale: 'zh-CN',
		timezoneId: 'Asia/Shanghai',
		reducedMotion: 'reduce',
		...options,
	})
	context.setDefaultTimeout(60_000)
	await context.addInitScript(noteBreaches)
	return watch(await context.newPage(), window)
}

/** A page on a phone of its own: nobody is signed in. options as of Playwright's newContext. */
export const phone = (options) => open('phone', options)
/** A page on a desktop of its own. */
export const desktop = (options) => open('desktop', options)
