// post.mjs - what the poster does with a long line: a platform that takes 10 ms for each request and accepts all,
// the poster started against it, what it did in which time and memory.
//
//	post.mjs drain PROGRAM ROWS LATENCY_MS   posts until ROWS are accepted; prints items/s requests/s VmHWM_KB
//	post.mjs once PROGRAM                    posts whatever is due, and looks for what should be in line
import http from 'node:http'
import { readFileSync } from 'node:fs'
import { spawn } from 'node:child_process'

const [what, program, wanted = Infinity, latency = 0] = process.argv.slice(2)
const seen = { items: 0, requests: 0, from: 0, to: 0 }
let enough

function answer(req, body) {
	if (req.method !== 'POST') return { code: 0, items: [] }
	const results = JSON.parse(body).items.map((i) => ({ key: i.key, version: i.version, code: 0, receipt: `R${i.key.slice(-16)}` }))
	seen.requests++
	seen.items += results.length
	return { code: 0, results }
}

const server = http.createServer((req, res) => {
	const parts = []
	seen.from ||= performance.now()
	req.on('data', (d) => parts.push(d)).on('end', () => {
		const came = performance.now()
		const text = JSON.stringify(answer(req, Buffer.concat(parts)))
		/* What reading took is part of the 10 ms. */
		setTimeout(() => {
			seen.to = performance.now()
			res.setHeader('Content-Type', 'application/json').end(text)
			if (seen.items >= Number(wanted)) enough()
		}, Math.max(0, Number(latency) - (performance.now() - came)))
	})
})
server.keepAliveTimeout = 60000
await new Promise((ok) => server.listen(0, '127.0.0.1', ok))

const child = spawn(program, what === 'once' ? ['once'] : [], {
	env: { ...process.env, ZYZ_PLATFORM_BASE: `http://127.0.0.1:${server.address().port}` },
	stdio: ['ignore', 'ignore', 'pipe']
})
let log = ''
child.stderr.on('data', (d) => { log += d })
const ended = new Promise((ok) => child.on('exit', ok))
const late = setTimeout(() => { console.error(`only ${seen.items} of ${wanted}\n${log.slice(-2000)}`); child.kill(); process.exit(1) }, 300000)
if (what === 'once') process.exit(await ended)
await new Promise((ok) => { enough = ok })
const memory = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1])
clearTimeout(late)
child.kill('SIGTERM')
await ended
const seconds = (seen.to - seen.from) / 1000
console.log(`${(seen.items / seconds).toFixed(0)} ${(seen.requests / seconds).toFixed(1)} ${memory}`)
server.closeAllConnections()
process.exit(0)
