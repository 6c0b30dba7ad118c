// Visit mode as the server sees it: homes are taken along whole and that is written down; visits are handed in each once, whatever is
// sent twice, cut off, broken, or by two phones.
import net from 'node:net'
import { randomBytes } from 'node:crypto'
import { assert, end, guardGet, guardPost, mobile, sql, staff, status, test, value } from './lib.mjs'

const [clerk, other, elsewhere] = await Promise.all([staff('liwei'), staff('chenjie'), staff('zhaolei')])
const HERE = '/needs/households'
const home = async (who = clerk) => /households\/(F\d+)\?/.exec(status(await who.post(`${HERE}/new`, { name: '何大山', phone: mobile(), address: '胜利社区 4 号楼 103',
	grid: '四网格', household_kind: '03', members: '1', health: '白内障', file_consent: '1' }), 303).location)[1]
const [no, far] = [await home(), await home(elsewhere)]
const now = () => Math.floor(Date.now() / 1000)
const uid = () => randomBytes(16).toString('hex')
const visit = (changes = {}) => ({ uid: uid(), no, at: now() - 600, mode: 'home', result: 'met', found: '都好', version: 1, ...changes })
const lines = (visits) => visits.map((v) => typeof v === 'string' ? v : JSON.stringify(v)).join('\n')
const give = (visits, { who = clerk, clock = now() } = {}) => who.post('/needs/field/visits', { now: String(clock), visits: lines(visits) })
const results = async (visits, options) => status(await give(visits, options), 200).page.Results ?? []
const stored = (uids) => Number(value(`SELECT COUNT(*) FROM visit WHERE HEX(uid) IN ('${uids.map((u) => u.toUpperCase()).join("','")}')`))
const word = async (v, options) => (await results([v], options))[0].result

test('five hundred, of which three are bad: 497 stored and three named; sent again nothing more', async () => {
	const all = Array.from({ length: 500 }, (_, i) => visit({ at: now() - 600 - i }))
	all[7] = { ...all[7], no: far }
	all[250] = { ...all[250], at: now() + 7200 }
	all[499] = { ...all[499], result: 'asleep' }
	const first = await results(all)
	assert.equal(first.length, 500)
	assert.equal(first.filter((r) => r.result === 'stored').length, 497)
	assert.deepEqual(first.filter((r) => r.result === 'bad').map((r) => [r.uid, r.text]), [[all[7].uid, '本站没有这一户的档案'],
		[all[250].uid, '走访时间不能晚于现在'], [all[499].uid, '内容不完整或格式不对，请打开核对']])
	assert.equal(stored(all.map((v) => v.uid)), 497)
	const again = await results(all)
	assert.equal(again.filter((r) => r.result === 'known').length, 497)
	assert.equal(stored(all.map((v) => v.uid)), 497)
})

test('by two phones at the same moment: each visit once', async () => {
	const all = Array.from({ length: 20 }, () => visit())
	const answers = await Promise.all([results(all), results(all), results([...all].reverse())])
	assert.ok(answers.flat().every((r) => ['stored', 'known'].includes(r.result)))
	assert.equal(answers.flat().filter((r) => r.result === 'stored').length, 20)
	assert.equal(stored(all.map((v) => v.uid)), 20)
})

test('the same number with other words is not the same visit, and neither is lost', async () => {
	const one = visit()
	assert.equal(await word(one), 'stored')
	const [r] = await results([{ ...one, found: '摔了一跤' }])
	assert.deepEqual([r.result, r.text], ['bad', '同一编号的走访已经存在，内容不同'])
	assert.equal(value('SELECT note FROM visit WHERE uid = UNHEX(?)', [one.uid]), '都好')
	assert.equal((await results([{ ...one, no: far }]))[0].result, 'bad')
})

test('a clock that is wrong by days is put right by what it shows now', async () => {
	for (const off of [-3 * 86400, 86400 * 40, 5 * 3600]) {
		const one = visit({ at: now() - 1800 + off })
		assert.equal(await word(one, { clock: now() + off }), 'stored')
		const [row] = sql(`SELECT ABS(TIMESTAMPDIFF(SECOND, visited_at, NOW() - INTERVAL 30 MINUTE)) AS s, clock_off - ${off} AS c, offline FROM visit WHERE uid = UNHEX(?)`, [one.uid])
		assert.ok(Number(row.s) < 120 && Math.abs(Number(row.c)) < 60 && row.offline === '1', JSON.stringify(row))
	}
})

test('broken lines cost no others', async () => {
	const good = visit()
	const bad = ['{', '[]', '"x"', '{"uid":1}', '{"a":1,"a":2}', JSON.stringify(visit({ uid: 'zz' })), JSON.stringify(visit({ uid: undefined })), JSON.stringify(visit({ no: 7 })),
		JSON.stringify(visit({ at: 'soon' })), JSON.stringify(visit({ version: -1 })), JSON.stringify(visit({ found: '长'.repeat(1001) })), JSON.stringify(visit({ found: '' })),
		JSON.stringify(visit({ members: 99 })), JSON.stringify(visit({ kind: '77' })), JSON.stringify(visit({ need_category: '0004' })), JSON.stringify(visit({ need_category: '9999', need_words: 'x' })),
		JSON.stringify(visit({ next_on: '2026-02-30' })), JSON.stringify(visit({ next_on: '2020-01-01' })), JSON.stringify(visit({ at: 0 })), JSON.stringify(visit()).replace('都好', '\\ud800'),
		JSON.stringify(visit()).replace('都好', '\\u0000'), JSON.stringify(visit({ mode: 'meeting' })), JSON.stringify(visit({ health: ['x'] }))]
	const r = await results([...bad.slice(0, 12), good, ...bad.slice(12)])
	assert.equal(r.length, bad.length + 1)
	assert.deepEqual(r.filter((x) => x.result !== 'bad').map((x) => x.uid), [good.uid])
	assert.ok(r.every((x) => x.result !== 'bad' || x.text))
})

test('cut off in the middle nothing is stored; afterwards all of it', async () => {
	const all = [visit(), visit()]
	const { Csrf } = (await clerk.getJson('/needs/field')).page
	const body = new URLSearchParams({ csrf: Csrf, now: String(now()), visits: lines(all) }).toString()
	const { hostname, port } = new URL(process.env.BASE_URL ?? `http://127.0.0.1:${process.env.PORT}`)
	await new Promise((done) => {
		const socket = net.connect(Number(port), hostname, () => {
			socket.write(`POST /needs/field/visits HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 200)}`)
			socket.end()
		})
		socket.on('close', done).on('error', done).resume()
	})
	assert.equal(stored(all.map((v) => v.uid)), 0)
	assert.ok((await results(all)).every((r) => r.result === 'stored'))
})

test('more than five hundred, no clock or another field is refused whole', async () => {
	status(await give(Array(501).fill('{}')), 413)
	status(await clerk.post('/needs/field/visits', { visits: '{}' }), 400)
	status(await clerk.post('/needs/field/visits', { visits: '{}', now: 'x' }), 400)
	status(await clerk.post('/needs/field/visits', { visits: '{}', now: String(now()), staff: '1' }), 400)
	assert.deepEqual(await results([]), [])
})

test('two who had seen the same file: the one who comes later stands beside, with what was found', async () => {
	const one = await home()
	const a = visit({ no: one, members: 2, kind: '02' }), b = visit({ no: one, members: 3, health: '腿脚不便', need_category: '0004', need_words: '量血压' })
	assert.equal(await word(a), 'stored')
	assert.equal(await word(b, { who: other }), 'stored')
	const { Visits, Household, Needs } = (await clerk.getJson(`${HERE}/${one}`)).page
	assert.deepEqual(Visits.map((v) => [v.visitor, v.facts]).sort(), [['李伟', 'taken'], ['陈洁', 'branch']])
	assert.deepEqual([Household.members, Needs.length], [2, 1])
})

test('the route of the day goes along whole; each home is a look that is written down', async () => {
	const one = await home()
	const today = new Date(Date.now() + 8 * 3600000).toISOString().slice(0, 10)
	const me = (await clerk.getJson('/needs/route')).page.Staff.find((s) => s.name === '李伟').code
	status(await clerk.post('/needs/route', { day: today, staff: me, homes: [one] }), 303)
	const shell = status(await clerk.getJson('/needs/field'), 200)
	assert.ok(!shell.text.includes('何大山'))
	const r = status(await clerk.post('/needs/field/take', {}), 200)
	assert.equal(r.headers['cache-control'], 'no-store')
	const mine = r.page.Homes.find((h) => h.no === one)
	assert.deepEqual([mine.name, mine.address, mine.health, mine.version], ['何大山', '胜利社区 4 号楼 103', '白内障', 1])
	assert.equal(value(`SELECT COUNT(*) FROM audit a JOIN household h ON h.id = a.target_id WHERE a.action = 'household.take' AND h.no = ?`, [one]), '1')
	assert.ok(Number(value(`SELECT COUNT(*) FROM unmask WHERE field = 'household.route' AND purpose = '走访模式'`)) >= 1)
	assert.ok(!(status(await other.post('/needs/field/take', {}), 200).page.Homes ?? []).some((h) => h.no === one), "another's route")
})

guardGet('/needs/field')
guardPost('/needs/field/take')
guardPost('/needs/field/visits', { form: { now: '1', visits: '' } })
await end()
