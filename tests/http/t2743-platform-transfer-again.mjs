// 转移接续 after a correction: what the origin corrected or took back since reaches the station that took the records in by a newer
// bundle, in whatever order they come; and the origin sees which of the bundles it gave are out of date.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { assert, cleanup, end, newVolunteer, sql, staff, status, test, until, value } from './lib.mjs'
import { holds, Installation } from './lib/bundle.mjs'
import { sealed } from './lib/sealed.mjs'

const { BUILD = 'build' } = process.env
const folder = mkdtempSync(`${tmpdir()}/zyz-t2743.`)
cleanup(() => rmSync(folder, { recursive: true }))
const [clerk, reviewer, manager] = await Promise.all([staff('liwei'), staff('wangfang'), staff('zhangmin')])
for (const c of [clerk, reviewer]) await c.getJson('/platform/transfer')
await manager.getJson('/activity/manage/objections')
const there = new Installation('河滨志愿服务站').trust()
const foreign = new Installation('南山志愿者协会').trust()
cleanup(() => [there, foreign].forEach((i) => i.distrust()))

const personOf = (v) => Number(value('SELECT person_id FROM volunteer WHERE no = ?', [v.no]))
const brought = (v) => {
	const [a, b, c] = ['SELECT COALESCE(MAX(brought_minutes), 0) FROM volunteer_total WHERE person_id = ?', 'SELECT brought_along_minutes FROM volunteer WHERE person_id = ?',
		'SELECT COALESCE(SUM(counted_minutes), 0) FROM transfer WHERE person_id = ?'].map((q) => Number(value(q, [personOf(v)])))
	assert.deepEqual([a, b], [c, c], 'the three sums agree')
	return a
}
const upload = (v, content) => clerk.upload('/platform/transfer/in', { volunteer: v.no }, [{ field: 'bundle', name: 'b.json', type: 'application/json', content }])
const noOf = (answer) => /\/platform\/transfer\/(B\w+)\?done=taken$/.exec(status(answer, 303).location)[1]
const take = async (v, content) => noOf(await upload(v, content))
const show = async (no, client = clerk) => status(await client.getJson(`/platform/transfer/${no}`), 200).page
const states = async (no) => (await show(no)).Records.map((r) => r.state)
const accept = (no) => clerk.post(`/platform/transfer/${no}/accept`, { scope: 'all' })

const [ann, ben] = [await newVolunteer({ name: '林小满' }), await newVolunteer({ name: '赵一鸣' })]
let person, ownKey, first, r1, r2, r1b

test('two volunteers have hours that are sealed; one brings two more', async () => {
	await sealed([ann, ben])
	ownKey = (await ann.client.get('/activity/ledger/key')).text
	person = status(await ann.client.post('/platform/transfer/mine', { agree: 1 }), 200).json.person
	;[r1, r2] = [there.record({ day: '2024-03-05', minutes: 90 }), there.record({ day: '2024-03-06', minutes: 90 })]
	first = await take(ann, there.bundle({ person, records: [r1, r2] }))
	status(await accept(first), 303)
	assert.equal(brought(ann), 180)
}, { timeout: 150_000 })

test('a newer bundle brings the correction: the old record stops counting, the new one counts', async () => {
	r1b = there.record({ day: '2024-03-05', minutes: 60 })
	const file = there.bundle({ person, records: [r1b, r2], ended: [there.ended(r1)] })
	const no = await take(ann, file)
	assert.deepEqual([await states(no), brought(ann), (await show(no)).May], [['ends', 'waiting', 'known'], 180, { accept: 1, refuse: 1 }])
	assert.match(status(await clerk.get(`/platform/transfer/${no}`), 200).text, /来源已更正或撤销/)
	status(await accept(no), 303)
	assert.deepEqual([brought(ann), await states(no), await states(first)], [150, ['ended', 'counted', 'known'], ['withdrawn', 'counted']])
	status(await accept(no), 409)
	status(await upload(ann, file), 409)
	assert.equal(brought(ann), 150)
})

test('an older bundle that comes after it brings nothing back', async () => {
	const no = await take(ann, there.bundle({ person, records: [r1, r2] }))
	assert.deepEqual([await states(no), (await show(no)).May], [['ended', 'known'], { refuse: 1 }])
	status(await accept(no), 422)
	assert.equal(brought(ann), 150)
	/* Nor when it comes first and both wait. */
	const [a, b] = [there.record({ day: '2024-05-01', minutes: 30 }), there.record({ day: '2024-05-01', minutes: 20 })]
	const newer = await take(ann, there.bundle({ person, records: [b], ended: [there.ended(a)] }))
	const older = await take(ann, there.bundle({ person, records: [a] }))
	assert.deepEqual([await states(newer), await states(older)], [['ended', 'waiting'], ['ended']])
	status(await accept(newer), 303)
	assert.equal(brought(ann), 170)
})

test('taken back at the origin, with nothing in its place: it is enough to confirm', async () => {
	const no = await take(ann, there.bundle({ person, records: [], ended: [there.ended(r2, 'withdrawn')] }))
	assert.deepEqual([await states(no), (await show(no)).May], [['ends'], { accept: 1, refuse: 1 }])
	status(await accept(no), 303)
	assert.equal(brought(ann), 80)
})

test('refused: the old hours stand, and the bundle may come again', async () => {
	const file = there.bundle({ person, records: [], ended: [there.ended(r1b, 'withdrawn')] })
	const no = await take(ann, file)
	status(await clerk.post(`/platform/transfer/${no}/refuse`, { reason: '先向对方核实' }), 303)
	assert.deepEqual([brought(ann), await states(no)], [80, ['refused']])
	const again = await take(ann, file)
	status(await accept(again), 303)
	assert.equal(brought(ann), 20)
})

test('only the origin says so: another installation cannot end it', async () => {
	const r = there.record({ day: '2024-06-01', minutes: 40 })
	status(await accept(await take(ann, there.bundle({ person, records: [r] }))), 303)
	const no = await take(ann, foreign.bundle({ person, records: [foreign.record({ day: '2024-06-02', minutes: 5 })], ended: [foreign.ended(r, 'withdrawn')] }))
	assert.deepEqual(await states(no), ['ended', 'waiting'])
	status(await accept(no), 303)
	assert.equal(brought(ann), 65)
})

test('while the older one still waits, and both at once', async () => {
	for (let i = 1; i <= 4; i++) {
		const [a, b] = [there.record({ day: `2024-07-0${i}`, minutes: 30 }), there.record({ day: `2024-07-0${i}`, minutes: 20 })]
		const older = await take(ann, there.bundle({ person, records: [a] }))
		const newer = await take(ann, there.bundle({ person, records: [b], ended: [there.ended(a)] }))
		assert.deepEqual([await states(older), await states(newer)], [['waiting'], ['ends', 'waiting']])
		const before = brought(ann)
		if (i === 1) {
			status(await accept(newer), 303)
			status(await accept(older), 422)
		} else {
			const both = await Promise.all([accept(older), accept(newer)])
			assert.equal(both[1].status, 303)
		}
		assert.deepEqual([brought(ann), await states(older), await states(newer)], [before + 20, ['withdrawn'], ['ended', 'counted']])
	}
})

test('an ending that its ledger does not prove is refused, and nothing is stored', async () => {
	const rows = value('SELECT COUNT(*) FROM transfer')
	const good = there.bundle({ person, records: [], ended: [there.ended(r1)] })
	const with_ = (change) => there.bundle({ person, records: [], ended: [there.ended(r1)], change })
	for (const [file, says] of [[with_((b) => (b.ended[0].kind = 'effective')), /缺少/], [with_((b) => (b.ended[0].kind = 'withdrawn')), /账本不符/],
		[with_((b) => (b.ended[0].path[0] = 'f'.repeat(64))), /不在对方账本/], [with_((b) => (b.ended[0].minutes = 91)), /账本不符/],
		[there.bundle({ person, records: [r1], ended: [there.ended(r1)] }), /重复/], [there.bundle({ person, records: [], ended: [there.record()] }), /缺少/],
		[there.bundle({ person, records: [], ended: [] }), /没有服务记录/], [Buffer.from(good.toString().replace('corrected', 'withdrawn')), /改动/],
		[with_((b) => (b.parts = 0)), /缺少/], [with_((b) => (b.part = 2)), /缺少/], [with_((b) => (b.part = 'x')), /缺少/]])
		assert.match(status(await upload(ann, file), 422, String(says)).page.Errors[0].text, says)
	for (let at = 0; at < good.length; at += 61) {
		const bad = Buffer.from(good)
		bad[at] ^= 1
		status(await upload(ann, bad), 422, `byte ${at}`)
	}
	assert.equal(value('SELECT COUNT(*) FROM transfer'), rows)
})

/** The record is objected to and somebody else upholds it: with times it is corrected, without taken back. */
async function uphold(v, no, times = {}) {
	status(await v.client.submit(`/activity/record/${no}/object`, { reason: '时间记错了，请核对签到表' }), 303)
	const c = value('SELECT o.no FROM objection o JOIN service_record r ON r.id = o.record_id WHERE r.no = ?', [no])
	status(await manager.post(`/activity/manage/objections/${c}/decide`, { verdict: 'upheld', result: '核对签到表，确有出入', ...times }), 303)
}
const sealedEnd = (n) => until(() => Number(value(`SELECT COUNT(*) FROM service_record r JOIN ledger_event e ON e.record_uid = r.uid AND e.kind = r.state
	JOIN ledger_leaf l ON l.event_id = e.id WHERE r.person_id = ${personOf(ben)} AND r.state IN ('corrected', 'withdrawn')
	AND l.seq < (SELECT MAX(size) FROM tree_head)`)) === n, 60_000, { what: 'the ends are sealed' })

test('the origin sees that a bundle it gave is out of date, until a newer one says so', async () => {
	const old = status(await ben.client.post('/platform/transfer/mine', { agree: 1 }), 200).json
	const line = async () => (await clerk.getJson('/platform/transfer?direction=out')).page.Transfers.find((t) => t.no === old.no)
	assert.deepEqual([Number((await line()).changed), old.ended.length, old.part, old.parts, old.total], [0, 0, 1, 1, 2])
	const [x, y] = old.records
	await uphold(ben, x.no, { begins: '09:00', ends: '10:00' })
	assert.equal(Number((await line()).changed), 1, 'at once, before it is sealed')
	await uphold(ben, y.no)
	const page = await show(old.no)
	assert.deepEqual(page.Changed.map((c) => [c.no, c.state]).sort(), [[x.no, 'corrected'], [y.no, 'withdrawn']].sort())
	assert.match(status(await clerk.get(`/platform/transfer/${old.no}`), 200).text, /再开出一份新凭证/)
	assert.match(status(await clerk.get('/platform/transfer?direction=out'), 200).text, /有更正/)
	assert.match(status(await ben.client.get('/platform/transfer/mine'), 200).text, /请重新下载一份/)
	await sealedEnd(2)
	/* No record is left, and still there is something to tell. */
	const r = status(await ben.client.post('/platform/transfer/mine', { agree: 1 }), 200)
	assert.deepEqual([r.json.records, r.json.ended.map((e) => [e.key, e.kind]).sort()], [[], [[x.key, 'corrected'], [y.key, 'withdrawn']].sort()])
	assert.ok(holds(r.body, Buffer.from(ownKey.trim().split(' ')[2], 'hex')))
	writeFileSync(`${folder}/b.json`, r.body)
	writeFileSync(`${folder}/key`, ownKey)
	const v = spawnSync(`${BUILD}/bin/zyz-verify`, ['bundle', `${folder}/b.json`, '--key', `${folder}/key`], { encoding: 'utf8' })
	assert.equal(v.status, 0, v.stdout + v.stderr)
	assert.match(v.stdout, /records {5}0[^]*ended {7}2[^]*signature {3}good/)
	assert.equal(Number((await line()).changed), 0)
	assert.equal((await show(old.no)).Changed?.length ?? 0, 0)
}, { timeout: 120_000 })

test('who erases themselves in between leaves nothing to confirm', async () => {
	const no = await take(ann, there.bundle({ person, records: [there.record({ day: '2024-09-09', minutes: 10 })] }))
	status(await ann.client.submit('/account/me/erase', { confirm: 1 }), 303)
	status(await accept(no), 404)
	status(await upload(ann, there.bundle({ person, records: [there.record({ day: '2024-09-10' })] })), 422)
})
await end()
