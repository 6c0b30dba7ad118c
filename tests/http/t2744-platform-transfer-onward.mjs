// 转移接续 onward, A -> B -> C: what a volunteer came with leaves with them as it came, under its own signature, and whoever takes
// it in checks each by the key that signed it; by a key nobody trusts it is somebody's word, which a second person confirms.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { assert, cleanup, end, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { Installation } from './lib/bundle.mjs'
import { sealed } from './lib/sealed.mjs'

const { BUILD = 'build' } = process.env
const folder = mkdtempSync(`${tmpdir()}/zyz-t2744.`)
cleanup(() => rmSync(folder, { recursive: true }))
const [clerk, reviewer] = await Promise.all([staff('liwei'), staff('wangfang')])
for (const c of [clerk, reviewer]) await c.getJson('/platform/transfer')
const a = new Installation('河滨志愿服务站').trust()
const b = new Installation('南山志愿者协会').trust()
const stranger = new Installation('无名服务队')
cleanup(() => [a, b, stranger].forEach((i) => i.distrust()))

const personOf = (v) => Number(value('SELECT person_id FROM volunteer WHERE no = ?', [v.no]))
const brought = (v) => Number(value('SELECT COALESCE(MAX(brought_minutes), 0) FROM volunteer_total WHERE person_id = ?', [personOf(v)]))
const upload = (v, content) => clerk.upload('/platform/transfer/in', { volunteer: v.no }, [{ field: 'bundle', name: 'b.json', type: 'application/json', content }])
const noOf = (answer) => /\/platform\/transfer\/(B\w+)\?done=taken$/.exec(status(answer, 303).location)[1]
const take = async (v, content) => noOf(await upload(v, content))
const show = async (no, client = clerk) => status(await client.getJson(`/platform/transfer/${no}`), 200).page
const accept = (no, client = clerk) => client.post(`/platform/transfer/${no}/accept`, { scope: 'all' })
const inside = async (no) => (await show(no)).Inside ?? []
const leave = async (v) => status(await v.client.post('/platform/transfer/mine', { agree: 1 }), 200)
const verify = (file, ...keys) => {
	writeFileSync(`${folder}/b.json`, file)
	writeFileSync(`${folder}/keys`, keys.join(''))
	const r = spawnSync(`${BUILD}/bin/zyz-verify`, ['bundle', `${folder}/b.json`, '--key', `${folder}/keys`], { encoding: 'utf8' })
	return { code: r.status, out: r.stdout + r.stderr }
}
const keyOf = (i) => `key ${i.key} ${i.public.toString('hex')}\n`

let day = 0
const nextDay = () => `2024-${String(1 + Math.floor(day / 28)).padStart(2, '0')}-${String(1 + (day++ % 28)).padStart(2, '0')}`
const record = (i, minutes = 30) => i.record({ day: nextDay(), minutes })

const [ann, ben, cat] = [await newVolunteer({ name: '林小满' }), await newVolunteer({ name: '赵一鸣' }), await newVolunteer({ name: '钱多多' })]
let ownKey, person, other, fromA, declared

test('volunteers with sealed hours', async () => {
	await sealed([ann, ben])
	ownKey = (await ann.client.get('/activity/ledger/key')).text
	person = (await leave(ann)).json.person
	other = (await leave(ben)).json.person
}, { timeout: 150_000 })

test('A -> B: what was brought and counts leaves with the volunteer, byte for byte', async () => {
	assert.deepEqual((await leave(ann)).json.brought, [])
	fromA = a.bundle({ person, records: [record(a)] })
	const no = await take(ann, fromA)
	assert.deepEqual((await leave(ann)).json.brought, [], 'nothing that is not confirmed')
	status(await accept(no), 303)
	const out = await leave(ann)
	assert.deepEqual(out.json.brought, [fromA.toString()])
	assert.equal(out.json.records.length, 2)
	const good = verify(out.body, ownKey, keyOf(a))
	assert.equal(good.code, 0, good.out)
	assert.match(good.out, /records {5}2[^]*signature {3}good[^]*brought {5}1[^]*station {5}河滨志愿服务站[^]*signature {3}good/)
	const half = verify(out.body, ownKey)
	assert.equal(half.code, 0, half.out)
	assert.match(half.out, /brought {5}1[^]*not checked: its key was not given/)
	const bad = verify(b.bundle({ person, brought: [fromA.toString().replace('"minutes":30', '"minutes":31')] }), keyOf(b), keyOf(a))
	assert.deepEqual([bad.code, /FORGED/.test(bad.out)], [1, true])
	status(await reviewer.post(`/platform/transfer/${no}/withdraw`, { reason: '对方来函更正' }), 303)
	assert.deepEqual((await leave(ann)).json.brought, [], 'what no longer counts stays')
})

test('somebody without hours of their own here passes on what they came with', async () => {
	const mine = (await cat.client.getJson('/platform/transfer/mine')).page
	assert.equal(Number(mine.Ready.parts), 0)
	status(await cat.client.post('/platform/transfer/mine', { agree: 1 }), 422)
	await clerk.getJson('/platform/transfer/csv')
	const content = `服务日期,活动名称,服务时长,记录编号\n2024-03-05,图书整理,1.5,X${Date.now()}\n2024-03-06,讲解,2,Y${Date.now()}\n`
	const no = noOf(await clerk.upload('/platform/transfer/csv', { volunteer: cat.no, other: '志愿平台甲' }, [{ field: 'bundle', name: 'r.csv', content }]))
	status(await cat.client.post('/platform/transfer/mine', { agree: 1 }), 422)
	const rows = (await show(no, reviewer)).Records
	status(await reviewer.post(`/platform/transfer/${no}/accept`, { scope: 'ticked', record: [rows[0].code] }), 303)
	const out = await leave(cat)
	assert.deepEqual([out.json.records, out.json.total, out.json.declared], [[], 0, [{ key: rows[0].code, title: '图书整理', organiser: '', origin: '志愿平台甲',
		served_on: '2024-03-05', starts_at: '', ends_at: '', minutes: 90, evidence: '' }]])
	const good = verify(out.body, ownKey)
	assert.equal(good.code, 0, good.out)
	assert.match(good.out, /declared {4}1, which nothing proves/)
	declared = out.json
})

test('what another station only says is confirmed by a second person, and comes once', async () => {
	const file = b.bundle({ person: declared.person, records: [], declared: declared.declared })
	const no = await take(cat, file)
	assert.equal((await show(no)).Transfer.state, 'accepted', 'nothing of its own to confirm')
	const [one] = await inside(no)
	assert.match(one.other, /南山志愿者协会转述的/)
	assert.deepEqual((await show(one.no)).Records.map((r) => [r.state, r.organiser]), [['known', '志愿平台甲']], 'we have it from the same file')
	const more = declared.declared.map((r) => ({ ...r, key: `csv${Date.now()}`, served_on: '2024-04-01', starts_at: '2024-04-01 09:00:00', ends_at: '2024-04-01 10:30:00', evidence: 'list' }))
	const before = brought(cat)
	const [two] = await inside(await take(cat, b.bundle({ person: declared.person, records: [], declared: more })))
	assert.deepEqual([(await show(two.no)).May, (await show(two.no)).Records.map((r) => r.times)], [{ hand_on: 1, refuse: 1 }, ['09:00–10:30']])
	status(await accept(two.no), 422)
	status(await accept(two.no, reviewer), 303)
	assert.equal(brought(cat), before + 90)
	const rows = value('SELECT COUNT(*) FROM transfer')
	for (const [change, says] of [[{ minutes: 0 }, /缺少/], [{ minutes: 1441 }, /缺少/], [{ key: '' }, /缺少/], [{ key: 'A b' }, /缺少/], [{ key: 'x'.repeat(65) }, /缺少/],
		[{ served_on: '2024-02-30' }, /缺少/], [{ served_on: '2999-01-01' }, /未来/], [{ ends_at: '' }, /缺少/], [{ ends_at: '2024-04-01 08:00:00' }, /缺少/],
		[{ title: '' }, /缺少/], [{ evidence: 'x'.repeat(9) }, /缺少/]])
		assert.match(status(await upload(cat, b.bundle({ person: declared.person, declared: [{ ...more[0], ...change }] })), 422, JSON.stringify(change)).page.Errors[0].text, says)
	assert.match(status(await upload(cat, b.bundle({ person: declared.person, declared: [more[0], more[0]] })), 422).page.Errors[0].text, /重复/)
	assert.equal(value('SELECT COUNT(*) FROM transfer'), rows)
	const onward = (await leave(cat)).json
	assert.deepEqual([onward.declared.length, onward.brought.length], [1, 1], 'what a bundle held goes along in that')
})

test('B -> C: each counts under its own key, once', async () => {
	const [r, s] = [record(a), record(b, 20)]
	const inner = a.bundle({ person, records: [r] })
	const outer = b.bundle({ person, records: [s], brought: [inner] })
	const before = brought(ann)
	const no = await take(ann, outer)
	const [one] = await inside(no)
	assert.equal(one.other, '河滨志愿服务站')
	const page = await show(one.no)
	assert.deepEqual([page.Transfer.via, page.Transfer.signed, page.Transfer.key_id, page.May], [no, 1, a.key, { accept: 1, refuse: 1 }])
	assert.match(status(await clerk.get(`/platform/transfer/${no}`), 200).text, /夹带的原凭证/)
	status(await accept(no), 303)
	assert.equal(brought(ann), before + 20)
	status(await accept(one.no), 303)
	assert.equal(brought(ann), before + 50)
	/* The inner one again by itself; the outer one anew, with it inside. */
	assert.equal(status(await upload(ann, inner), 409).page.twice, one.no)
	const again = await take(ann, b.bundle({ person, records: [s], brought: [inner] }))
	assert.deepEqual([(await show(again)).Records.map((x) => x.state), await inside(again)], [['known'], []])
	assert.equal(brought(ann), before + 50)
	const onward = (await leave(ann)).json.brought
	assert.deepEqual(onward, [outer.toString()], 'the outer one holds the inner one')
})

test('a correction of A reaches C by way of B', async () => {
	const [r, s] = [record(a), undefined]
	assert.equal(s, undefined)
	const first = await take(ann, b.bundle({ person, records: [record(b)], brought: [a.bundle({ person, records: [r] })] }))
	for (const no of [first, (await inside(first))[0].no]) status(await accept(no), 303)
	const before = brought(ann)
	const anew = a.record({ day: r.served_on, minutes: 10 })
	const second = await take(ann, b.bundle({ person, records: [record(b, 5)], brought: [a.bundle({ person, records: [anew], ended: [a.ended(r)] })] }))
	const [one] = await inside(second)
	assert.deepEqual((await show(one.no)).Records.map((x) => x.state), ['ends', 'waiting'])
	status(await accept(one.no), 303)
	assert.equal(brought(ann), before - 20)
})

test('signed by nobody we trust: it waits for a second person', async () => {
	const r = record(stranger, 15)
	const before = brought(ann)
	const no = await take(ann, b.bundle({ person, records: [record(b, 5)], brought: [stranger.bundle({ person, records: [r] })] }))
	const [one] = await inside(no)
	assert.match(one.other, /无名服务队（由南山志愿者协会转来，未核对签名）/)
	assert.deepEqual([(await show(one.no)).May, (await show(one.no)).Transfer.signed], [{ hand_on: 1, refuse: 1 }, 0])
	status(await accept(one.no), 422)
	assert.equal(brought(ann), before)
	status(await accept(one.no, reviewer), 303)
	assert.equal(brought(ann), before + 15)
	/* Trusted in the meantime, it says that the record has ended. */
	stranger.trust()
	const end_ = await take(ann, stranger.bundle({ person, records: [], ended: [stranger.ended(r, 'withdrawn')] }))
	status(await accept(end_), 303)
	assert.equal(brought(ann), before)
})

test('what lies within is looked at like what is brought by itself', async () => {
	const rows = value('SELECT COUNT(*) FROM transfer')
	const inner = a.bundle({ person, records: [record(a)] })
	const unknown = new Installation('无名二队')
	const wrap = (text, by = b) => by.bundle({ person, records: [record(by)], brought: [text] })
	const spoilt = (change, by = a) => by.bundle({ person, records: [record(by)], change })
	const cases = [[wrap(inner.toString().replace('"minutes":30', '"minutes":31')), /夹带/], [wrap('hello'), /夹带/], [wrap(inner.subarray(0, -1)), /夹带/],
		[wrap(spoilt((x) => (x.records[0].path[0] = 'f'.repeat(64)))), /夹带/], [wrap(spoilt((x) => (x.records[0].minutes = 29), unknown)), /夹带/],
		[wrap(spoilt((x) => (x.records = [x.records[0], x.records[0]]), unknown)), /夹带/],
		[wrap(a.bundle({ person: other, records: [record(a)] })), /证件号码对不上/], [wrap(unknown.bundle({ person: other, records: [record(unknown)] })), /证件号码对不上/],
		[wrap(wrap(wrap(wrap(wrap(inner))))), /夹带/], [b.bundle({ person, change: (x) => (x.brought = [7]) }), /缺少/],
		[b.bundle({ person, brought: Array(21).fill(inner) }), /缺少/], [Buffer.from(wrap(inner).toString().replace('河滨志愿服务站', '河滨志愿服务队')), /改动/]]
	for (const [file, says] of cases) assert.match(status(await upload(ann, file), 422, String(says)).page.Errors[0].text, says)
	assert.equal(value('SELECT COUNT(*) FROM transfer'), rows)
	const whole = wrap(inner)
	for (let at = 0; at < whole.length; at += 173) {
		const bad = Buffer.from(whole)
		bad[at] ^= 1
		assert.notEqual(verify(bad, keyOf(a), keyOf(b)).code, 0, `byte ${at}`)
	}
	const deep = await take(ann, wrap(wrap(wrap(wrap(inner)))))
	assert.equal((await inside(deep)).length, 4)
	assert.equal(verify(wrap(wrap(wrap(wrap(inner)))), keyOf(a), keyOf(b)).code, 0)
})

test('the bundle as it came can be had again, by the station and by whose it is', async () => {
	const file = a.bundle({ person: other, records: [record(a)] })
	const no = await take(ben, file)
	for (const [by, path] of [[clerk, `/platform/transfer/${no}/file`], [ben.client, `/platform/transfer/mine/${no}`]]) {
		const r = status(await by.get(path), 200)
		assert.deepEqual(r.body, file)
		assert.match(r.headers['cache-control'], /no-store/)
	}
	assert.equal(value("SELECT COUNT(*) FROM audit WHERE action = 'transfer.file' AND detail = ?", [no]), '2')
	assert.match(status(await clerk.get(`/platform/transfer/${no}`), 200).text, /下载原凭证/)
	assert.match(status(await ben.client.get('/platform/transfer/mine'), 200).text, /下载原凭证/)
	const abroad = await staff('sunli')
	status(await abroad.getJson(`/platform/transfer/${no}/file`), 404)
	status(await ann.client.getJson(`/platform/transfer/mine/${no}`), 404)
	status(await clerk.getJson(`/platform/transfer/mine/${no}`), 403)
	const out = (await leave(ben)).json.no
	for (const other of [out, 'B2699999999', 'x']) status(await clerk.getJson(`/platform/transfer/${other}/file`), 404)
})

test('our own bundle comes home inside another: it is here already', async () => {
	const own = (await leave(ben)).body
	const no = await take(ben, b.bundle({ person: other, records: [record(b)], brought: [own] }))
	assert.deepEqual(await inside(no), [])
})

test('what came goes with the person who erases themselves', async () => {
	assert.ok(Number(value('SELECT COUNT(*) FROM transfer_file f JOIN transfer t ON t.id = f.transfer_id WHERE t.person_id = ?', [personOf(ben)])) > 0)
	const id = personOf(ben)
	status(await ben.client.submit('/account/me/erase', { confirm: 1 }), 303)
	assert.equal(value('SELECT COUNT(*) FROM transfer_file f JOIN transfer t ON t.id = f.transfer_id WHERE t.person_id = ?', [id]), '0')
	assert.equal(sql("SELECT 1 FROM transfer WHERE person_id = ? AND direction = 'in'", [id]).length, 2)
})
await end()
