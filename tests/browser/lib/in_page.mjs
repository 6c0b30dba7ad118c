// in_page.mjs - measurements that run inside a page. Each function is sent there as text, so it stands alone: no import,
// no name from outside itself. Each gives a list of findings in words.

/**
 * Letters and targets of pages for phones. `text`: the least font size; `main`: the least height of what decides (buttons of
 * forms, options, boxes); `rest`: of every other target; lines at least 1.3 times the letters.
 */
export function elderly({ text, main, rest }) {
	const found = new Set()
	const name = (el) => `<${el.tagName.toLowerCase()} class="${el.className}"> ${(el.textContent || el.name || '').trim().slice(0, 24)}`
	const seen = (el) => {
		const box = el.getBoundingClientRect()
		return el.checkVisibility({ visibilityProperty: true }) && box.width > 1 && box.height > 1
	}
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
	while (walker.nextNode()) {
		const el = walker.currentNode.parentElement
		if (!walker.currentNode.data.trim() || !seen(el) || el.closest('svg, .hidden, option, script')) continue
		const style = getComputedStyle(el)
		const size = parseFloat(style.fontSize)
		const line = style.lineHeight === 'normal' ? 1.3 : parseFloat(style.lineHeight) / size
		if (size < text) found.add(`letters of ${size} px: ${name(el)}`)
		if (line < 1.295) found.add(`lines of ${line.toFixed(2)}: ${name(el)}`)
	}
	// A link within a sentence is text; a box is as large as the label that presses it.
	const inSentence = (el) =>
		getComputedStyle(el).display === 'inline' &&
		[...el.parentElement.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim())
	const targets = 'a[href], button, input:not([type=hidden]), select, textarea, summary'
	for (const el of document.querySelectorAll(targets)) {
		if (!seen(el) || el.matches('.skip') || inSentence(el)) continue
		const heights = [el, ...(['radio', 'checkbox'].includes(el.type) ? el.labels : [])].map((e) => e.getBoundingClientRect())
		const height = Math.max(...heights.map((b) => b.height))
		const width = Math.max(...heights.map((b) => b.width))
		// A way back is a link in looks, whatever it is made of.
		const decides = el.matches('input, select, textarea, button[type=submit], button[type=button]') && !el.matches('.back')
		const least = decides ? main : rest
		if (height < least - 0.5) found.add(`${height.toFixed(0)} px high, not ${least}: ${name(el)}`)
		if (width < rest - 0.5) found.add(`${width.toFixed(0)} px wide, not ${rest}: ${name(el)}`)
	}
	return [...found]
}

/** Bytes as they came over the network, packed, when nothing was there before: the page, its styles and scripts. */
export function firstLoad() {
	const files = performance.getEntriesByType('resource').filter((e) => /\.(css|js)\b/.test(e.name))
	return [...performance.getEntriesByType('navigation'), ...files].reduce((all, e) => all + e.encodedBodySize, 0)
}

/** Cells whose moment is cut: what is left out would be the hour. */
export function momentsCut() {
	const cut = [...document.querySelectorAll('td:has(> time)')].filter((td) => td.scrollWidth > td.clientWidth + 1)
	return cut.slice(0, 3).map((td) => `cut: ${td.textContent.trim().slice(0, 30)}`)
}

/** What sticks out at the right, if anything does. */
export function tooWide() {
	const root = document.documentElement
	const room = root.clientWidth
	if (root.scrollWidth <= room) return []
	const out = [...document.body.querySelectorAll('*')].filter(
		(el) => !el.closest('.scroll :scope, .zyz-scroll :scope') && el.getBoundingClientRect().right > room + 0.5
	)
	const inner = out.filter((el) => !out.some((other) => other !== el && el.contains(other)))
	const names = inner.slice(0, 4).map((el) => `<${el.tagName.toLowerCase()} class="${el.className}"> ${el.textContent.trim().slice(0, 24)}`)
	return [`${root.scrollWidth} px wide in a window of ${room}: ${names.join('; ')}`]
}

/** The policy's complaints since the page began; browser.mjs fills the list. */
export const policyBreaches = () => window.__policy ?? []

/** Makes the list of what the Tab key must reach, with how each of them looks before it has the focus. */
export function walkStart() {
	const all = [...document.querySelectorAll(
		'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex^="-"])'
	)].filter((el) => !el.disabled && el.tabIndex >= 0 && el.checkVisibility({ visibilityProperty: true }))
	const looks = (el) =>
		[el, ...(el.labels ?? [])]
			.flatMap((e) => [null, '::before', '::after'].map((pseudo) => getComputedStyle(e, pseudo)))
			.map((s) => [s.outlineStyle === 'none' || `${s.outlineWidth} ${s.outlineColor}`, s.boxShadow, s.backgroundColor,
				s.borderColor, s.borderWidth, s.clipPath, s.color, s.top].join())
			.join('|')
	document.activeElement?.blur()
	window.__walk = { all, looks, before: all.map(looks), seen: [] }
	all[0]?.focus()
	return all.length
}

/** After a press of Tab: { at, problem }; at is -1 when the focus has left the page. */
export function walkStep() {
	const { all, looks, before } = window.__walk
	const el = document.activeElement
	if (!el || el === document.body || el === document.documentElement) return { at: -1 }
	const name = `<${el.tagName.toLowerCase()} name="${el.name ?? ''}"> ${el.textContent.trim().slice(0, 24)}`
	const at = all.indexOf(el)
	if (at < 0) return { at: -2, problem: `the focus is on ${name}` }
	if (looks(el) === before[at]) return { at, problem: `no sign of the focus on ${name}` }
	const box = el.getBoundingClientRect()
	const middle = (from, to, room) => (Math.max(from, 0) + Math.min(to, room)) / 2
	const x = middle(box.left, box.right, innerWidth)
	const y = middle(box.top, box.bottom, innerHeight)
	const hit = document.elementFromPoint(x, y)
	const mine = hit && [el, ...(el.labels ?? [])].some((e) => e.contains(hit) || hit.contains(e))
	return mine ? { at } : { at, problem: `${name} is hidden when it has the focus` }
}

/** Names of what was never reached; one of several radio buttons stands for its group. */
export function walkMissed(seen) {
	const { all } = window.__walk
	const reached = seen.map((at) => all[at])
	const groups = new Set(reached.filter((el) => el.type === 'radio').map((el) => el.name))
	return all
		.filter((el) => !reached.includes(el) && !(el.type === 'radio' && groups.has(el.name)))
		.map((el) => `<${el.tagName.toLowerCase()} name="${el.name ?? ''}"> ${el.textContent.trim().slice(0, 24)}`)
}
