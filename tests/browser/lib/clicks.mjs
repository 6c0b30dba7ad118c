// clicks.mjs - what a task costs whoever does it: clicks of the mouse, and fields that were typed or chosen, counted over all pages that
// follow.
//
//	const clicks = await counted(page)
//	...
//	assert.ok(clicks() <= 12)

/** Clicks of the mouse, as the browser sees them. */
export async function counted(page) {
	let clicks = 0
	await page.exposeFunction('clicked', () => clicks++)
	await page.addInitScript(() => addEventListener('click', (e) => e.isTrusted && e.detail && window.clicked(), true))
	await page.reload()
	return () => clicks
}

/** Somebody at a screen whose clicks and fields are told apart: begin(), then click, type, choose, tick, then spent(). */
export async function measured(page) {
	const spent = { clicks: 0, fields: 0 }
	const named = (name) => page.locator(`main [name="${name}"], header [name="${name}"]`).first()
	const field = async (work) => {
		spent.fields++
		await work
	}
	return {
		page,
		begin: () => Object.assign(spent, { clicks: 0, fields: 0 }),
		spent: () => ({ ...spent }),
		click: async (target) => {
			spent.clicks++
			await target.click()
			await page.waitForLoadState()
		},
		type: (name, text) => field(named(name).fill(text)),
		choose: (name, value) => field(named(name).selectOption(value)),
		tick: (target) => field(target.check()),
	}
}
