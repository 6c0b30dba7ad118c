// replay.mjs - asks a site with a mix of requests, at a rate or as fast as so many connections are answered, and says for each
// class how long it took and what went wrong. An answer is wrong that is no answer, has another status than 200, or for
// what was sent another than 303 (or what the class calls right, too), or leads somewhere to sign in.
//
//	const seen = await replay({ base, mix, weight: (c) => c.day, who: (c) => ({ token, station, person }), rate: 12, seconds: 60 })
//	seen.total.p99, seen.classes[0].errors, seen.faults        // ms, count, { '500 GET staff: desk': 1 }
import http from 'node:http'

const PATIENCE = 60_000

class Times {
	constructor(name) { Object.assign(this, { name, took: [], errors: 0 }) }
	get n() { return this.took.length }
	rank(p) { return this.took.sort((a, b) => a - b)[Math.min(this.n - 1, Math.floor(this.n * p))] ?? 0 }
	get p50() { return this.rank(0.5) }
	get p99() { return this.rank(0.99) }
}

function ask(base, agent, method, path, token, body) {
	return new Promise((resolve) => {
		const headers = { 'User-Agent': 'Mozilla/5.0', Accept: 'text/html' }
		if (token) headers.Cookie = `zyz=${token}`
		if (body !== undefined) Object.assign(headers, { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(body) })
		const lost = (error) => resolve({ status: error.message, text: '' })
		const req = http.request(new URL(path, base), { method, headers, agent, timeout: PATIENCE }, (res) => {
			const parts = []
			res.on('data', (d) => parts.push(d)).on('error', lost)
			res.on('end', () => resolve({ status: res.statusCode, location: res.headers.location ?? '', text: Buffer.concat(parts).toString() }))
		})
		req.on('timeout', () => req.destroy(new Error('no answer in a minute'))).on('error', lost)
		req.end(body)
	})
}
const gone = (r) => /\/account\/(sign-in|second|code|phone|wechat)/.test(r.location ?? '')
const seenRight = (r) => r.status === 200
const sentRight = (r, c) => (r.status === 303 && !gone(r)) || r.status === c.also

/** A random one of the mix, by weight. */
function chooser(mix, weight) {
	const sums = []
	let sum = 0
	for (const c of mix) sums.push((sum += weight(c)))
	return () => {
		const at = Math.random() * sum
		return sums.findIndex((s) => s > at)
	}
}

export async function replay({ base, mix, weight, who, rate, atOnce = 64, seconds }) {
	const agent = new http.Agent({ keepAlive: true, maxSockets: rate ? Infinity : atOnce })
	const classes = mix.map((c) => new Times(c.name)), total = new Times('all'), faults = {}
	const choose = chooser(mix, weight)
	let serial = 0
	const put = (i, took, right, r, method) => {
		for (const t of [classes[i], total]) {
			t.took.push(took)
			if (!right) t.errors++
		}
		if (!right) {
			const what = `${r.status} ${method} ${mix[i].name}${r.location ? ` -> ${r.location}` : ''}`
			faults[what] = (faults[what] ?? 0) + 1
		}
	}
	/** The page, and what is sent from it, each for itself. */
	const one = async (from = performance.now()) => {
		const i = choose(), c = mix[i], w = { ...who(c), no: serial++ }
		const seen = await ask(base, agent, 'GET', c.of(w), w.token)
		put(i, performance.now() - from, seenRight(seen), seen, 'GET')
		const send = seenRight(seen) && c.send?.(seen.text, w)
		if (!send) return
		const then = performance.now(), sent = await ask(base, agent, 'POST', send.path, w.token, send.body)
		put(i, performance.now() - then, sentRight(sent, c), sent, 'POST')
	}
	const begin = performance.now(), end = begin + seconds * 1000
	if (rate) {
		// Whoever comes waits for nobody: the time counts from when it was to be asked.
		const under = []
		for (let at = begin; at < end; at += 1000 / rate) {
			const wait = at - performance.now()
			if (wait > 0) await new Promise((ok) => setTimeout(ok, wait))
			under.push(one(at))
		}
		await Promise.all(under)
	} else
		await Promise.all(Array.from({ length: atOnce }, async () => {
			while (performance.now() < end) await one()
		}))
	const took = (performance.now() - begin) / 1000
	agent.destroy()
	return { classes, total, faults, seconds: took, perSecond: total.n / took }
}
