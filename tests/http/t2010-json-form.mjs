// Every page is also data, and `make docs` says what it holds: whatever an address answers as JSON stands in a fixture of
// that page (tests/unit/golden/pages). Each viewer reads what lies open to them and follows the links that they find.
import { Client, test, end, assert, staff } from './lib.mjs'
import { forms, placed } from '../../docs/pages.mjs'

const EACH = 2 // pages visited for one address with parts, each viewer

const known = forms()
const patterns = [...known.keys()].filter((route) => route.startsWith('GET '))
	.map((route) => ({ route, path: route.slice(4), test: new RegExp(`^${route.slice(4).replace(/\{\w+\}/g, '[^/?]+')}$`) }))
	// A literal address goes before one with parts, as in the programs.
	.sort((a, b) => a.path.includes('{') - b.path.includes('{'))
const routeOf = (path) => patterns.find((p) => p.test.test(path))

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

// A certificate's picture and PDF stand at the address of its page, with an ending: they are no data.
const links = (html) => [...html.matchAll(/href="(\/[^"#?]*)/g)].map(([, href]) => href).filter((href) => !/\.(pdf|png)$/.test(href))

/** Reads what this viewer may, and says what no fixture knows. */
async function walk(client) {
	const waiting = patterns.map((p) => p.path).filter((path) => !path.includes('{'))
	const visits = new Map()
	const unknown = new Set()
	let read = 0
	while (waiting.length) {
		const path = waiting.shift()
		const pattern = routeOf(path)
		const times = visits.get(pattern) ?? new Set()
		if (!pattern || times.has(path) || times.size >= (pattern.path.includes('{') ? EACH : 1))
			continue
		visits.set(pattern, times.add(path))
		const answer = await client.getJson(path)
		if (answer.status !== 200 || !answer.page)
			continue
		read++
		for (const at of paths(answer.page, '', new Set()))
			if (!known.get(pattern.route).has(placed(at)))
				unknown.add(`${pattern.route}: ${at}`)
		waiting.push(...links((await client.get(path)).text))
	}
	return { read, unknown: [...unknown] }
}

function viewer(name, least, make) {
	test(`what ${name} reads as JSON is documented`, async () => {
		const { read, unknown } = await walk(await make())
		assert.deepEqual(unknown, [], 'no fixture of the page has these: add them to one')
		assert.ok(read >= least, `only ${read} pages were read`)
	}, { timeout: 120_000 })
}

viewer('a visitor', 10, () => {
	// Its cookie keeps what is seen here out of nginx's cache: the next test looks at the same pages anew.
	const client = new Client()
	client.jar.set(client.base, 'seen', 'all')
	return client
})
viewer('a manager', 60, () => staff('zhangmin'))
viewer('a reviewer', 60, () => staff('wangfang'))
viewer('a volunteer', 20, async () => {
	const client = new Client()
	await client.wechatUser('oZYZ_demo_volunteer_00000001')
	return client
})
viewer('an overseer', 15, () => staff('madan'))
await end()
