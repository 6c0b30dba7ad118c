// Every page is also data, and `make docs` says what it holds: whatever an address answers as JSON stands in a fixture of
// that page (tests/unit/golden/pages). Each viewer reads what lies open to them and follows the links that they find.
import { test, end, assert } from './lib.mjs'
import { known, viewers, walk } from './lib/walk.mjs'
import { placed } from '../../docs/pages.mjs'

/** Paths of what is there: "Needs[].no". */
function paths(value, at, found) {
	if (Array.isArray(value))
		value.forEach((item) => paths(item, `${at}[]`, found))
	else if (value && typeof value === 'object')
		Object.entries(value).forEach(([name, child]) => paths(child, at ? `${at}.${name}` : name, found))
	else if (value !== null && value !== '')
		found.add(at)
	return found
}

for (const [name, least, come] of viewers)
	test(`what ${name} reads as JSON is documented`, async () => {
		const unknown = new Set()
		const read = await walk(await come(), (route, answer) => {
			for (const at of paths(answer.page, '', new Set()))
				if (!known.get(route).has(placed(at)))
					unknown.add(`${route}: ${at}`)
		})
		assert.deepEqual([...unknown], [], 'no fixture of the page has these: add them to one')
		assert.ok(read >= least, `only ${read} pages were read`)
	}, { timeout: 120_000 })
await end()
