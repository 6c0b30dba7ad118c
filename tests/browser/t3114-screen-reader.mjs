// t3114-screen-reader.mjs - what a screen reader has of the five pages that staff use most: the tree of roles, names and states as Chromium
// makes it, compared with golden/NAME.yml; and no control without a name, and none whose name two different ones share. The pages are the golden
// ones of tests/unit, with styles and scripts of the suite, so that no clock and no row changes them. After a wanted change:
//
//	GOLDEN_UPDATE=1 VAR=var PORT=8080 node tests/browser/t3114-screen-reader.mjs       # beside `make run`
//	git diff tests/browser/golden                                                       # read each line: it is what is heard
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { assert, base, desktop, end, test } from './lib.mjs'

const PAGES = { desk: 'account/desk', ledger: 'needs/ledger', dispose: 'recruit/dispose', log: 'activity/log', review: 'activity/review' }
const golden = (name) => new URL(`./golden/${name}.yml`, import.meta.url)
const fixture = (page) => readFileSync(new URL(`../unit/golden/pages/${page}.html`, import.meta.url), 'utf8')
const update = process.env.GOLDEN_UPDATE
const CONTROL = /^\s*- (button|link|textbox|searchbox|checkbox|radio|combobox|spinbutton|listbox|slider|switch)\b/

/** A page that answers like the suite, at an address of its own. */
async function shown(name) {
	const page = await desktop()
	await page.route('**/golden/*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: fixture(PAGES[name]) }))
	await page.goto(`${base}/golden/${name}`)
	return page
}

/** Buttons, boxes and choices of the page by their names, each with what it does: where it goes, or what it sends. */
const controls = (page) => page.evaluate(() => [...document.querySelectorAll('main button, main input:not([type=hidden]), main select, main textarea')]
	.filter((el) => el.checkVisibility({ visibilityProperty: true })).map((el) => [
		el.getAttribute('aria-label') || [...(el.labels ?? [])].map((l) => l.textContent).join(' ') || el.textContent || el.value,
		[el.type, el.name, el.value, el.formAction ?? '', el.form?.getAttribute('action') ?? '', [...(el.form?.elements ?? [])]
			.filter((h) => h.type === 'hidden' && h.name !== 'csrf').map((h) => h.value).join()].join(' '),
	]).map(([name, deed]) => [name.replace(/\s+/g, ' ').trim(), deed]))

for (const name of Object.keys(PAGES)) {
	test(`${name}: what is heard`, async () => {
		const page = await shown(name)
		const tree = `${await page.locator('body').ariaSnapshot()}\n`
		if (update) {
			mkdirSync(new URL('./golden/', import.meta.url), { recursive: true })
			writeFileSync(golden(name), tree)
		}
		assert.equal(tree, readFileSync(golden(name), 'utf8'), `golden/${name}.yml: GOLDEN_UPDATE=1 writes it anew`)
		const nameless = tree.split('\n').filter((line) => CONTROL.test(line) && !/^\s*- \w+ "/.test(line))
		assert.deepEqual(nameless, [], 'each control has a name')
		const deeds = new Map()
		for (const [text, deed] of await controls(page)) deeds.set(text, (deeds.get(text) ?? new Set()).add(deed))
		const shared = [...deeds].filter(([, all]) => all.size > 1).map(([text, all]) => [text, ...all])
		assert.deepEqual(shared, [], 'two controls that do different things are called differently')
	})
}

await end()
