// walk.mjs - the suite as one viewer sees it: every address that lies open, and those behind the links that are found.
//
//	const read = await walk(client, (route, answer, html) => ...)      // answer: the page as data, html: the same as a page
import { Client } from '../lib.mjs'
import { staff } from './guard.mjs'
import { forms } from '../../../docs/pages.mjs'

const EACH = 2 // pages visited for one address with parts, each viewer

/** The nodes that the fixtures of each route know. */
export const known = forms()
const patterns = [...known.keys()].filter((route) => route.startsWith('GET '))
	.map((route) => ({ route, path: route.slice(4), test: new RegExp(`^${route.slice(4).replace(/\{\w+\}/g, '[^/?]+')}$`) }))
	// A literal address goes before one with parts, as in the programs.
	.sort((a, b) => a.path.includes('{') - b.path.includes('{'))
const routeOf = (path) => patterns.find((p) => p.test.test(path))

// A certificate's picture and PDF stand at the address of its page, with an ending: they are no data.
const links = (html) => [...html.matchAll(/href="(\/[^"#?]*)/g)].map(([, href]) => href).filter((href) => !/\.(pdf|png)$/.test(href))

/** Reads what this viewer may, each page as data and as HTML; returns how many. */
export async function walk(client, look) {
	const waiting = patterns.map((p) => p.path).filter((path) => !path.includes('{'))
	const visits = new Map()
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
		const html = (await client.get(path)).text
		look(pattern.route, answer, html)
		waiting.push(...links(html))
	}
	return read
}

/** Who looks: name, the pages they can at least read, and how they come in. */
export const viewers = [
	['a visitor', 10, () => {
		// Its cookie keeps what is seen here out of nginx's cache: the next test looks at the same pages anew.
		const client = new Client()
		client.jar.set(client.base, 'seen', 'all')
		return client
	}],
	['a manager', 60, () => staff('zhangmin')],
	['a reviewer', 60, () => staff('wangfang')],
	['a volunteer', 20, async () => {
		const client = new Client()
		await client.wechatUser('oZYZ_demo_volunteer_00000001')
		return client
	}],
	['an overseer', 15, () => staff('madan')],
]
