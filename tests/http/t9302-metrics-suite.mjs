// Metrics were about the poster alone. Now they tell of each program, loop, the ledger, messages and the disk, and the files of
// nginx/monitor are tried with a real Prometheus: each rule and each panel asks for something that is there.
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, assert, cleanup, end, status, test, until } from './lib.mjs'

const { port } = new URL(process.env.BASE_URL)
const get = (host, at, path) => new Promise((ok, no) => {
	http.get({ host, port: at, path }, (res) => {
		let text = ''
		res.setEncoding('utf8').on('data', (d) => { text += d }).on('end', () => ok({ status: res.statusCode, text }))
	}).on('error', no)
})
const scrape = async () => (await get('127.0.0.2', port, '/platform/metrics')).text
const sample = (text, name, labels = '') => {
	const line = text.split('\n').find((l) => l.startsWith(`${name}${labels} `))
	return line && Number(line.slice(line.lastIndexOf(' ') + 1))
}

test('each program counts what it answered, by reading and writing and by status', async () => {
	const of = async (way, code) => sample(await scrape(), 'zyz_requests_total', `{program="station",way="${way}",class="${code}xx"}`)
	const [read, missing] = [await of('read', 2), await of('read', 4)]
	for (let i = 0; i < 3; i++) status(await new Client().get('/station/help'), 200)
	status(await new Client().get('/station/nothing'), 404)
	assert.ok(await of('read', 2) >= read + 1)
	assert.ok(await of('read', 4) >= missing + 1)
	const text = await scrape()
	assert.ok(sample(text, 'zyz_request_seconds_total', '{program="station",way="read"}') > 0)
	for (const name of ['needs', 'platform', 'bank', 'order']) assert.equal(sample(text, 'zyz_program_up', `{program="${name}"}`), 1, name)
	for (const loop of ['ledger-seal', 'activity-close', 'platform-post', 'message-post']) assert.ok(sample(text, 'zyz_loop_beat_seconds', `{loop="${loop}"}`) < 60, loop)
	assert.ok(sample(text, 'zyz_ledger_head_seconds') >= 0 && sample(text, 'zyz_ledger_unsealed') >= 0)
	assert.ok(sample(text, 'zyz_disk_free_bytes') > 0)
	assert.ok(!/station="|person|[\u4e00-\u9fff]/.test(text), 'nobody is named')
})

const dir = mkdtempSync(join(tmpdir(), 'zyz-prom-'))
const free = () => new Promise((ok) => { const s = net.createServer().listen(0, '127.0.0.1', () => { const { port: p } = s.address(); s.close(() => ok(p)) }) })
const own = await free()
cpSync('nginx/monitor/zyz.rules.yml', join(dir, 'zyz.rules.yml'))
writeFileSync(join(dir, 'prometheus.yml'), readFileSync('nginx/monitor/prometheus.yml', 'utf8').replace('127.0.0.1:9187', `127.0.0.2:${port}`)
	.replace('scrape_interval: 15s', 'scrape_interval: 1s').replace('evaluation_interval: 30s', 'evaluation_interval: 1s'))
const child = spawn('prometheus', [`--config.file=${dir}/prometheus.yml`, `--storage.tsdb.path=${dir}/data`, `--web.listen-address=127.0.0.1:${own}`], { stdio: 'ignore' })
cleanup(async () => {
	child.kill('SIGKILL')
	await new Promise((ok) => child.on('close', ok))
	rmSync(dir, { recursive: true, force: true })
})
const api = async (path) => JSON.parse((await get('127.0.0.1', own, `/api/v1/${path}`)).text).data
const query = async (expr) => (await api(`query?query=${encodeURIComponent(expr)}`))?.result ?? []

test('Prometheus reads them, and every rule and panel is about a family that is there', async () => {
	await until(async () => (await query('up{job="zyz"} == 1').catch(() => [])).length === 1, 60_000, { what: 'the first scrape' })
	const { groups } = await api('rules')
	const rules = groups.flatMap((g) => g.rules)
	assert.ok(rules.length >= 12 && rules.every((r) => r.health !== 'err'), JSON.stringify(rules.filter((r) => r.health === 'err')))
	const there = new Set(await api('label/__name__/values'))
	const panels = JSON.parse(readFileSync('nginx/monitor/grafana.json', 'utf8')).panels.flatMap((p) => p.targets.map((t) => t.expr))
	for (const expr of [...rules.map((r) => r.query), ...panels])
		for (const name of expr.match(/zyz_[a-z_]+/g) ?? [])
			assert.ok(there.has(name) || ['zyz_loop_aside', 'zyz_outbox_rows'].includes(name), `${name} of ${expr}`)
	for (const expr of panels) assert.equal((await get('127.0.0.1', own, `/api/v1/query?query=${encodeURIComponent(expr)}`)).status, 200, expr)
})

await end()
