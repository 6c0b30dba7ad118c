// 公平抽签: promised before, drawn by a head of the ledger after the window, computed anew by everybody; nobody helps it along.
// log-allowed: error activity-close draw [0-9]+ is set aside: ERR_CHECK .*no head within
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { Client, assert, cleanup, end, newVolunteer, sql, staff, status, test, until, value } from './lib.mjs'
import { closed, drawn, drawOf, inOrder, lastHead, lotsOf, sha256, windowAt } from './lib/draw.mjs'
import { again } from './lib/loop.mjs'
import { at, openShift, roster, shiftOf, signs } from './lib/shift.mjs'

const { BUILD = 'build' } = process.env
const [clerk, reviewer] = [await staff('liwei'), await staff('wangfang')]
const folder = mkdtempSync(`${tmpdir()}/zyz-t4562.`)
cleanup(() => rmSync(folder, { recursive: true, force: true }))
const people = (n) => Promise.all(Array.from({ length: n }, () => newVolunteer()))
const open = (wanted, more = {}) => openShift(clerk, reviewer, { mode: 'draw', wanted, ...more })
const apply = async (s, ...all) => {
	for (const v of all) assert.match(status(await v.client.post(`/recruit/shift/${s.no}/apply`), 303).location, /done=applied/)
}
const told = async (v) => (status(await v.client.getJson('/account/messages'), 200).page.Messages ?? []).map((m) => m.event)
const change = (s, form) => clerk.post(`/recruit/manage/${s.project}/shift/${s.no}`, { position: s.position, wanted: 2, mode: 'draw', ...form })
const did = (no, verb) => Number(value(`SELECT COUNT(*) FROM audit u JOIN draw d ON d.id = u.target_id JOIN activity a ON a.id = d.activity_id
	WHERE u.action = ? AND u.target = 'draw' AND a.no = ?`, [`draw.${verb}`, no]))

/** zyz-verify about a text: its exit code and what it says. */
function verify(text, ...options) {
	writeFileSync(`${folder}/lots`, text)
	const r = spawnSync(`${BUILD}/bin/zyz-verify`, ['draw', `${folder}/lots`, ...options], { encoding: 'utf8' })
	return [r.status, r.stdout + r.stderr]
}

test('what is promised is public from the opening on, and nothing else', async () => {
	const s = await open(2), d = drawOf(s.no), to = `/recruit/draw/${d.uid_hex}`
	assert.equal(shiftOf(s.no).closes_at, at(5, '06:00:00'), 'three hours before it begins')
	assert.equal(d.closes_at, at(5, '06:00:00'))
	const page = status(await new Client().getJson(to), 200).page
	assert.deepEqual([page.Draw.state, page.Draw.seed_hash, page.Draw.seed, page.Draw.wanted, page.Lots], ['open', d.hash, undefined, 2, undefined])
	assert.match(status(await new Client().get(to), 200).text, new RegExp(`自己核对[\\s\\S]*${d.hash}`))
	const text = status(await new Client().get(`${to}/lots`), 200).text
	assert.equal(text, `zyz-draw-1\nhash ${d.hash}\nsince ${d.since_s}\n`)
	assert.deepEqual(verify(text)[0], 2)
	assert.match(status(await new Client().get(`/recruit/shift/${s.no}`), 200).text, new RegExp(to))
	assert.match(status(await clerk.get(`/recruit/manage/${s.project}/shift/${s.no}`), 200).text, new RegExp(to))
	assert.equal(did(s.no, 'open'), 1)
	status(await new Client().get(`/recruit/draw/${'0'.repeat(32)}`), 404)
	status(await new Client().get(`/recruit/draw/${'0'.repeat(32)}/lots`), 404)
	const draft = await open(2, { publish: false })
	status(await new Client().get(`/recruit/draw/${drawOf(draft.no).uid_hex}`), 404)
})

test('the window ends three hours before, and neither it nor the way of taking on changes under those who applied', async () => {
	const s = await open(2), [v] = await people(1), first = drawOf(s.no)
	const wrong = async (form, field, text) => {
		const e = status(await change(s, form), 422).page.Errors[0]
		assert.equal(e.field, field)
		assert.match(e.text, text)
	}
	await wrong({ closes_at: at(5, '07:00') }, 'closes_at', /早 3 小时/)
	status(await change(s, { mode: 'direct' }), 303)
	assert.ok(drawOf(s.no).dropped_at)
	status(await change(s, {}), 303)
	assert.deepEqual([drawOf(s.no).dropped_at, drawOf(s.no).hash], [null, first.hash], 'the same promise')
	await apply(s, v)
	await wrong({ mode: 'direct' }, 'mode', /已有人/)
	status(await change(s, { closes_at: at(4, '12:00') }), 303)
	assert.deepEqual([drawOf(s.no).since, drawOf(s.no).windows, did(s.no, 'window')], [at(4, '12:00:00'), '3', 1])
	// It is over, and no head has been signed since.
	windowAt(s.no, Math.ceil(Number(lastHead().at_ms) / 1000))
	await wrong({ opens_at: at(-1, '09:00'), closes_at: at(4, '13:00') }, 'closes_at', /已截止/)
	status(await v.client.post(`/recruit/shift/${s.no}/apply`), 409)
	assert.equal(drawOf(s.no).drawn_at, null)
})

test('staff do not choose among the lots, but may refuse one; who withdraws is out of it', async () => {
	const s = await open(1), [a, b, c] = await people(3)
	await apply(s, a, b, c)
	const uid = (i) => signs(s.no)[i].uid_hex
	assert.match(status(await clerk.post(`/recruit/review/${uid(0)}/approve`), 422).page.Errors[0].text, /抽签决定/)
	const shown = status(await clerk.getJson(`/recruit/review/${uid(0)}`), 200).page
	assert.deepEqual(shown.Can, { refuse: 1 })
	status(await clerk.post(`/recruit/review/${uid(1)}/wait`), 409)
	status(await clerk.post(`/recruit/review/${uid(1)}/refuse`, { reason: '当天要去外地' }), 303)
	status(await c.client.post(`/recruit/shift/${s.no}/withdraw`), 303)
	closed(s.no)
	await drawn(s.no)
	assert.deepEqual(lotsOf(s.no), [uid(0)])
	assert.deepEqual(signs(s.no).map((x) => x.state), ['accepted', 'refused', 'withdrawn'])
})

test('drawn: the order is the one that anybody computes, and places and waiting list follow it', async () => {
	const s = await open(2), all = await people(5), promise = drawOf(s.no).hash
	await apply(s, ...all)
	const mine = (await all[0].client.getJson(`/recruit/shift/${s.no}`)).page.Mine
	assert.deepEqual([mine.state, mine.lot], ['pending', signs(s.no)[0].uid_hex])
	closed(s.no)
	const head = lastHead()
	await drawn(s.no)
	const d = drawOf(s.no), lots = lotsOf(s.no)
	assert.deepEqual([d.hash, sha256(Buffer.from(d.seed_hex, 'hex')), d.seed_sealed], [promise, promise, null])
	assert.deepEqual([d.head_no, d.root, d.places, d.lots], [head.no, head.root, '2', '5'])
	assert.deepEqual(lots, inOrder(d, signs(s.no).map((x) => x.uid_hex)))
	const by = Object.fromEntries(signs(s.no).map((x) => [x.uid_hex, x]))
	assert.deepEqual(lots.map((l) => [by[l].state, by[l].line_no]),
		[['accepted', null], ['accepted', null], ['waiting', '1'], ['waiting', '2'], ['waiting', '3']])
	const who = lots.map((l) => all.find((v) => v.no === by[l].volunteer_no))
	assert.deepEqual(roster(s.no).sort(), [who[0].no, who[1].no].sort())
	assert.deepEqual([shiftOf(s.no).taken, did(s.no, 'take')], ['2', 1])
	assert.ok((await told(who[0])).includes('draw_won') && (await told(who[4])).includes('draw_out'))
	assert.match(status(await who[4].client.get(`/recruit/shift/${s.no}`), 200).text, /您排在第\s*3\s*位候补/)
	// Everybody sees it without a name, each their own.
	const page = status(await who[3].client.getJson(`/recruit/draw/${d.uid_hex}`), 200).page
	assert.deepEqual([page.Draw.state, page.Draw.seed, page.Mine, page.Lots.map((l) => [l.no, l.lot, l.won])],
		['drawn', d.seed_hex, { lot: lots[3], no: 4, won: 0 }, lots.map((l, i) => [i + 1, l, i < 2 ? 1 : 0])])
	const name = value('SELECT p.name FROM person p JOIN volunteer v ON v.person_id = p.id WHERE v.no = ?', [who[0].no])
	assert.ok(!status(await new Client().get(`/recruit/draw/${d.uid_hex}`), 200).text.includes(name))
	assert.match(status(await who[3].client.post('/account/me/export'), 200).text, new RegExp(lots[3]))
	// Drawn once.
	again('activity-close')
	await until(() => value("SELECT TIMESTAMPDIFF(SECOND, seen_at, NOW()) < 3 FROM beat WHERE program = 'activity-close'") === '1', 60_000)
	assert.deepEqual([lotsOf(s.no), did(s.no, 'take')], [lots, 1])
	// A winner goes: the first who waits is asked, and comes back behind.
	status(await who[0].client.post(`/recruit/shift/${s.no}/withdraw`), 303)
	assert.equal(signs(s.no).find((x) => x.uid_hex === lots[2]).state, 'offered')
	assert.deepEqual(lotsOf(s.no), lots)
	status(await who[0].client.post(`/recruit/shift/${s.no}/apply`), 409)
	status(await change(s, { mode: 'apply' }), 422)
	status(await change(s, { closes_at: at(5, '08:00') }), 303)
	assert.match(status(await who[0].client.post(`/recruit/shift/${s.no}/apply`), 303).location, /lined_up/)
	assert.deepEqual(lotsOf(s.no), lots, 'what was drawn stays')
})

test('zyz-verify computes it from the file, and every change of it is found', async () => {
	const s = await open(1), all = await people(3)
	await apply(s, ...all)
	closed(s.no)
	await drawn(s.no)
	const text = status(await new Client().get(`/recruit/draw/${drawOf(s.no).uid_hex}/lots`), 200).text
	const heads = status(await new Client().get('/activity/ledger/heads'), 200).text
	writeFileSync(`${folder}/heads`, heads)
	writeFileSync(`${folder}/key`, status(await new Client().get('/activity/ledger/key'), 200).text)
	const kept = ['--heads', `${folder}/heads`, '--key', `${folder}/key`]
	const [good, said] = verify(text, ...kept)
	assert.equal(good, 0, said)
	assert.match(said, /the first after the window[\s\S]*3 for 1 places/)
	assert.match(verify(text)[1], /not compared/)
	const lines = text.trim().split('\n'), lot = lines.findIndex((l) => l.startsWith('lot '))
	const flip = (line) => line.replace(/.$/, (c) => (c === '0' ? '1' : '0'))
	const broken = (change, why) => {
		const copy = [...lines]
		change(copy)
		const [code, words] = verify(`${copy.join('\n')}\n`, ...kept)
		assert.equal(code, 1, words)
		assert.match(words, why)
	}
	broken((l) => (l[1] = flip(l[1])), /not the one that was promised/)
	broken((l) => (l[3] = flip(l[3])), /not the one that was promised/)
	broken((l) => ([l[lot], l[lot + 1]] = [l[lot + 1], l[lot]]), /order/)
	broken((l) => l.splice(lot, 1), /more or fewer/)
	broken((l) => (l[lot + 1] = l[lot]), /order/)
	broken((l) => (l[2] = 'since 1'), /earlier head|signed after/)
	/* Of three lots the order stays once in six times: then it is the head that was kept which tells. */
	broken((l) => (l[4] = flip(l[4])), /order|another signature/)
	broken((l) => (l[4] = l[4].replace(/(?<=head \d+ \w{63})\w/, (c) => (c === '0' ? '1' : '0'))), /order|another root/)
	assert.equal(verify('nonsense\n')[0], 2)
})

test('one person, nobody, more places than people', async () => {
	const [one, none, many] = [await open(1, { day: 6 }), await open(2, { day: 7 }), await open(9, { day: 8 })]
	const [a, b, c] = await people(3)
	await apply(one, a)
	await apply(many, b, c)
	for (const s of [one, none, many]) closed(s.no)
	for (const s of [one, none, many]) await drawn(s.no)
	assert.deepEqual([one, none, many].map((s) => [drawOf(s.no).lots, drawOf(s.no).places]), [['1', '1'], ['0', '2'], ['2', '9']])
	assert.deepEqual([roster(one.no), roster(none.no), roster(many.no).length], [[a.no], [], 2])
	assert.deepEqual([shiftOf(one.no).taken, shiftOf(many.no).taken], ['1', '2'])
	const file = async (s) => (await new Client().get(`/recruit/draw/${drawOf(s.no).uid_hex}/lots`)).text
	for (const s of [one, none, many]) assert.equal(verify(await file(s))[0], 0)
})

test('whoever was erased, paused or is busy meanwhile has no lot', async () => {
	const s = await open(3), other = await openShift(clerk, reviewer, { mode: 'direct' }), [gone, paused, busy, stays] = await people(4)
	await apply(s, gone, paused, busy, stays)
	sql(`UPDATE person p JOIN volunteer v ON v.person_id = p.id SET p.erased_at = NOW(), p.name = '', v.state = 'left' WHERE v.no = ?`, [gone.no])
	sql(`UPDATE volunteer SET state = 'paused' WHERE no = ?`, [paused.no])
	status(await busy.client.post(`/recruit/shift/${other.no}/apply`), 303)
	closed(s.no)
	await drawn(s.no)
	assert.deepEqual(signs(s.no).map((x) => [x.state, x.reason]),
		[['refused', 'draw_unable'], ['refused', 'draw_unable'], ['refused', 'draw_unable'], ['accepted', null]])
	assert.deepEqual([lotsOf(s.no), roster(s.no)], [[signs(s.no)[3].uid_hex], [stays.no]])
	assert.ok((await told(busy)).includes('draw_unable'))
	assert.match(status(await clerk.get(`/recruit/review/${signs(s.no)[2].uid_hex}`), 200).text, /抽签时不能参加/)
})

test('no head in time draws nothing; another window does, under the same promise', async () => {
	const s = await open(1), [v] = await people(1), promise = drawOf(s.no).hash
	await apply(s, v)
	windowAt(s.no, Math.floor(Number(value('SELECT MIN(at_ms) FROM tree_head')) / 1000) - 20_000)
	again('activity-close')
	const aside = () => value(`SELECT COUNT(*) FROM loop_aside x JOIN draw d ON d.id = x.row_id JOIN activity a ON a.id = d.activity_id
		WHERE x.work = 'draw' AND x.cleared_at IS NULL AND a.no = ?`, [s.no])
	await until(() => aside() === '1', 90_000)
	const to = `/recruit/draw/${drawOf(s.no).uid_hex}`
	assert.equal(status(await new Client().getJson(to), 200).page.Draw.state, 'late')
	assert.deepEqual([lotsOf(s.no), signs(s.no)[0].state], [[], 'pending'])
	status(await change(s, { wanted: 1, closes_at: at(4, '12:00') }), 303)
	assert.deepEqual([drawOf(s.no).hash, drawOf(s.no).windows], [promise, '2'])
	assert.match(status(await new Client().get(to), 200).text, /截止时间定过几次/)
	sql("UPDATE loop_aside SET next_at = NOW(3) WHERE work = 'draw'")
	closed(s.no)
	await drawn(s.no)
	assert.deepEqual(roster(s.no), [v.no])
	assert.equal(aside(), '0')
})

test('a cancelled activity draws nothing, and one that moves takes its window along', async () => {
	const off = await open(1), moved = await open(1, { day: 6 }), [v] = await people(1)
	await apply(off, v)
	status(await clerk.post(`/activity/manage/${off.no}/cancel`, { reason: '下雨' }), 303)
	sql(`UPDATE activity SET starts_at = starts_at + INTERVAL 1 DAY, ends_at = ends_at + INTERVAL 1 DAY WHERE no = ?`, [moved.no])
	sql(`UPDATE shift s JOIN activity a ON a.id = s.activity_id SET s.closes_at = s.closes_at + INTERVAL 1 DAY WHERE a.no = ?`, [moved.no])
	again('activity-close')
	await until(() => drawOf(off.no).dropped_at && drawOf(moved.no).windows === '2', 90_000)
	assert.deepEqual(signs(off.no).map((x) => [x.state, x.reason]), [['refused', 'shift_cancelled']])
	assert.deepEqual([lotsOf(off.no), did(off.no, 'drop')], [[], 1])
	assert.deepEqual([drawOf(moved.no).since, drawOf(moved.no).drawn_at], [at(7, '06:00:00'), null])
	assert.equal(status(await new Client().getJson(`/recruit/draw/${drawOf(off.no).uid_hex}`), 200).page.Draw.state, 'dropped')
})

await end()
