// Metrics in Prometheus text: at the loopback address of monitoring alone; well-formed, without persons.
import http from 'node:http'
import { Client, assert, end, staff, status, test, until, value } from './lib.mjs'

const { port } = new URL(process.env.BASE_URL)

/** The suite serves metrics at 127.0.0.2, at the port of its pages. */
const scrape = (path = '/platform/metrics') => new Promise((ok, no) => {
	http.get({ host: '127.0.0.2', port, path }, (res) => {
		let text = ''
		res.setEncoding('utf8').on('data', (d) => { text += d }).on('end', () => ok({ status: res.statusCode, headers: res.headers, text }))
	}).on('error', no)
})

test('the public address does not have them, whoever asks and however the path is written', async () => {
	for (const who of [new Client(), await staff('liwei')])
		for (const path of ['/platform/metrics', '/platform/%6detrics', '/platform//metrics', '/platform/x/../metrics'])
			assert.ok(!/zyz_/.test(status(await who.get(path), 404).text), path)
})

test('the loopback address has nothing else', async () => {
	for (const path of ['/', '/platform/', '/account/sign-in', '/healthz']) assert.equal((await scrape(path)).status, 404, path)
})

test('every line is a help, a type or a sample of the family before it', async () => {
	const r = await scrape()
	assert.equal(r.status, 200)
	assert.match(r.headers['content-type'], /^text\/plain; version=0\.0\.4/)
	assert.ok(r.text.endsWith('\n'))
	const seen = new Map()
	let family, type
	for (const line of r.text.slice(0, -1).split('\n')) {
		const about = /^# (HELP|TYPE) ([a-z_]+) (.+)$/.exec(line)
		if (about?.[1] === 'HELP') {
			assert.ok(!seen.has(about[2]), `${about[2]} once`)
			family = about[2]
			seen.set(family, 0)
			continue
		}
		if (about) {
			assert.equal(about[2], family)
			type = about[3]
			assert.match(type, /^(gauge|counter|histogram)$/)
			continue
		}
		const sample = /^([a-z_]+)(?:\{([a-z]+="[^"\\]*"(?:,[a-z]+="[^"\\]*")*)\})? (\d+(?:\.\d+)?)$/.exec(line)
		assert.ok(sample, `a sample: ${line}`)
		const stem = type === 'histogram' ? sample[1].replace(/_(bucket|sum|count)$/, '') : sample[1]
		assert.equal(stem, family, line)
		seen.set(family, seen.get(family) + 1)
	}
	for (const name of ['zyz_outbox_rows', 'zyz_outbox_oldest_seconds', 'zyz_outbox_todo', 'zyz_outbox_todo_oldest_seconds', 'zyz_post_breaker', 'zyz_post_running', 'zyz_post_items_total',
		'zyz_post_accepted_total', 'zyz_post_request_duration_seconds'])
		assert.ok(seen.get(name) > 0, name)
})

test('the buckets of a histogram rise up to its count', async () => {
	const { text } = await scrape()
	const of = (re) => [...text.matchAll(re)].map((m) => Number(m[1]))
	const buckets = of(/^zyz_post_request_duration_seconds_bucket\{destination="exchange",le="[^"]+"\} (\d+)$/gm)
	assert.equal(buckets.length, 11)
	for (let i = 1; i < buckets.length; i++) assert.ok(buckets[i] >= buckets[i - 1])
	assert.deepEqual([buckets.at(-1)], of(/^zyz_post_request_duration_seconds_count\{destination="exchange"\} (\d+)$/gm))
})

test('what was accepted is counted', async () => {
	const accepted = async () => Number(/^zyz_post_accepted_total\{destination="exchange"\} (\d+)$/m.exec((await scrape()).text)[1])
	const tried = () => Number(value(`SELECT COUNT(*) FROM attempt t JOIN outbox o ON o.id = t.outbox_id JOIN destination d
		ON d.id = o.destination_id WHERE d.code = 'exchange' AND t.class = 'ok'`))
	await until(async () => tried() > 0 && await accepted() >= tried(), 20000, { what: 'as many as the attempts that are kept' })
})

test('no person, number, phone or key is in them', async () => {
	const { text } = await scrape()
	assert.ok(!/[^\x00-\x7f]/.test(text), 'plain ASCII, so no name')
	assert.ok(!/\b(?<!bytes )\d{11}|[0-9a-f]{16}|[VRA]\d{8}/.test(text))
})

end()
