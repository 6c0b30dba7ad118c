// visit.mjs - going to a page as a person would, and everything that must be true of any page: accessible by axe's rules,
// large enough for elders, reachable by keyboard, no sideways scrolling on a narrow phone, nothing in the console, nothing
// from another host. Leaves a picture of it in shots/. Never changes anything in the suite.
//
//	await visit(page, '/needs/ledger', 'needs-ledger')           // throws with every finding
//	await look(page, 'needs-verified')                           // the same for where the page is now
import { mkdirSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { assert } from '../../http/lib.mjs'
import { tallies } from './browser.mjs'
import { elderly, firstLoad, momentsCut, policyBreaches, tooWide, walkMissed, walkStart, walkStep } from './in_page.mjs'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const SHOTS = new URL('../shots/', import.meta.url).pathname
const NARROW = 320
// What most desks have.
const DESK = 1366
const TALLEST = 8000
// Rows of a long table are alike: the first of them stand for all.
const MOST_STOPS = 150
// A box for a date is several stops of one element.
const SAME_STOPS = 9
// A page on a phone, with all that it brings along but pictures. What must work without any network brings its tools along.
const FIRST_LOAD = 20
const TOOLS = [
	[/^\/needs\/field$/, 42], [/^\/bank\/green\/check$/, 26], [/^\/activity\/manage\/\w+\/offline/, 74],
	// What checks a certificate in the browser.
	[/^\/commend\/verify/, 52],
]
const ELDER = { resident: { text: 18, main: 60, rest: 44 }, other: { text: 16, main: 44, rest: 44 } }

/** As tall a window as the page: what sticks to its edge lies over nothing that could be scrolled from under it. */
async function whole(page, work) {
	const size = page.viewportSize()
	const height = await page.evaluate(() => document.documentElement.scrollHeight)
	await page.setViewportSize({ width: size.width, height: Math.max(size.height, Math.min(height, TALLEST)) })
	const done = await work()
	await page.setViewportSize(size)
	return done
}

async function axe(page) {
	const looked = () => new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }).withTags(TAGS).analyze()
	const { violations } = await whole(page, looked)
	return violations.flatMap(({ id, nodes }) =>
		nodes.slice(0, 3).map((node) => `axe ${id}: ${node.html.slice(0, 160)} ${node.any.map((c) => c.message).join('; ').slice(0, 200)}`)
	)
}

/** At each of these widths nothing sticks out, and no moment is cut. */
async function narrow(page, widths) {
	const size = page.viewportSize()
	const found = []
	for (const width of widths) {
		await page.setViewportSize({ width, height: size.height })
		const here = [...(await page.evaluate(tooWide)), ...(await page.evaluate(momentsCut))]
		found.push(...here.map((text) => `at ${width} px: ${text}`))
	}
	await page.setViewportSize(size)
	return found
}

/** Walks a page by the Tab key: everything is reached, in the order of the document, and shows that it is. */
async function keyboard(page) {
	const all = await page.evaluate(walkStart)
	const found = []
	const seen = []
	// To the second and back: a focus that came by the keyboard shows itself.
	if (all > 1) {
		await page.keyboard.press('Tab')
		while ((await page.evaluate(walkStep)).at > 0) await page.keyboard.press('Shift+Tab')
		if ((await page.evaluate(walkStep)).at < 0) await page.keyboard.press('Tab')
	}
	for (let same = 0, presses = 0; presses < MOST_STOPS * 2 && seen.length < MOST_STOPS; presses++) {
		const { at, problem } = await page.evaluate(walkStep)
		if (at === -1 || (at === 0 && seen.length > 1)) break
		if (problem && at !== seen.at(-1)) found.push(problem)
		if (at >= 0 && at < (seen.at(-1) ?? -1)) found.push(`the focus goes back from stop ${seen.at(-1)} to ${at}`)
		same = at === seen.at(-1) ? same + 1 : 0
		if (same > SAME_STOPS) {
			found.push(`the focus cannot leave stop ${at}`)
			break
		}
		if (at >= 0 && same === 0) seen.push(at)
		await page.keyboard.press('Tab')
	}
	if (seen.length < MOST_STOPS)
		found.push(...(await page.evaluate(walkMissed, seen)).slice(0, 5).map((name) => `Tab never reaches ${name}`))
	return found.map((text) => `keyboard: ${text}`)
}

/** Everything that is wrong with the page as it stands, in words; an empty list is what a test wants. */
export async function problems(page, { status = 200 } = {}) {
	const tally = tallies(page)
	const found = []
	if (tally.status !== status) found.push(`status ${tally.status}, expected ${status}`)
	const kind = await page.evaluate(() => {
		const { classList } = document.documentElement
		return classList.contains('elder') ? 'resident' : classList.contains('phone') ? 'volunteer' : 'staff'
	})
	found.push(...(await axe(page)))
	if (kind !== 'staff') found.push(...(await page.evaluate(elderly, ELDER[kind] ?? ELDER.other)))
	const bytes = kind === 'staff' ? 0 : await page.evaluate(firstLoad)
	const { pathname } = new URL(page.url())
	const most = (TOOLS.find(([at]) => at.test(pathname))?.[1] ?? FIRST_LOAD) * 1024
	// nginx packs answers of 200 alone; a form that comes back is no first load.
	if (status === 200 && bytes > most) found.push(`a first load of ${bytes} bytes, over ${most}`)
	const atDesk = kind === 'staff' && tally.window === 'desktop'
	found.push(...(await narrow(page, atDesk ? [NARROW, DESK] : [NARROW])))
	if (atDesk) found.push(...(await keyboard(page)))
	found.push(...(await page.evaluate(policyBreaches)), ...tally.errors.splice(0))
	return found
}

/** The whole page as one picture: what is fixed to the window's edge stands at the page's edge. */
async function shoot(page, path) {
	mkdirSync(SHOTS, { recursive: true })
	await whole(page, () => page.screenshot({ path, scale: 'css' }))
}

export async function look(page, name, options) {
	const { window, renews } = tallies(page)
	// A page that renews itself is held still while it is looked at; of others that would end what their scripts ask for.
	if (renews) await page.evaluate(() => window.stop())
	await shoot(page, `${SHOTS}${name}-${window}.png`)
	const found = await problems(page, options)
	assert.deepEqual(found, [], `${new URL(page.url()).pathname} (${name}, ${window}):\n  ${found.join('\n  ')}`)
	return page
}

/** options: status (200), the answer that is expected. The page must be the one that was asked for. */
export async function visit(page, path, name, options) {
	await page.goto(path)
	assert.equal(new URL(page.url()).pathname, path.split('?')[0], `${path} led elsewhere`)
	return look(page, name, options)
}
