// clicks.mjs - what a task costs whoever does it: clicks of the mouse, keys, and fields that were typed or chosen, counted by the browser
// over all pages that follow.
//
//	const clicks = await counted(page)
//	...
//	assert.ok(clicks() <= 12)
export async function counted(page) {
	let clicks = 0
	await page.exposeFunction('clicked', () => clicks++)
	// A label passes its click on to its box: that is no second one.
	await page.addInitScript(() => addEventListener('click', (e) => e.isTrusted && e.detail && window.clicked(), true))
	await page.reload()
	return () => clicks
}
