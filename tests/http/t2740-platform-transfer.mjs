// 转移接续: a volunteer's records leave as a signed bundle and come in from another installation, once and proved; what is
// wrong with a bundle is said and nothing of it counts.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { assert, Client, cleanup, end, guardGet, guardPost, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { holds, Installation } from './lib/bundle.mjs'
import { sealed } from './lib/sealed.mjs'

const { BUILD = 'build' } = process.env
const html = { headers: { Accept: 'text/html' } }
const folder = mkdtempSync(`${tmpdir()}/zyz-t2740.`)
cleanup(() => rmSync(folder, { recursive: true }))

const [clerk, reviewer, other] = await Promise.all([staff('liwei'), staff('wangfang'), staff('zhaolei')])
for (const c of [clerk, reviewer, other]) await c.getJson('/platform/transfer')
const there = new Installation('河滨志愿服务站')
cleanup(() => there.distrust())

const personOf = (no) => Number(value('SELECT person_id FROM volunteer WHERE no = ?', [no]))
const brought = (v) => Number(value(`SELECT COALESCE(MAX(brought_minutes), 0) FROM volunteer_total WHERE person_id = ${personOf(v.no)}`))
const inPerson = (v) => Number(value('SELECT brought_along_minutes FROM volunteer WHERE no = ?', [v.no]))
const upload = (v, content, client = clerk) => client.upload('/platform/transfer/in', { volunteer: v.no ?? v },
	[{ field: 'bundle', name: 'b.json', type: 'application/json', content }])
const noOf = (answer) => /\/platform\/transfer\/(B\w+)\?done=taken$/.exec(status(answer, 303).location)[1]
const show = async (no, client = clerk) => status(await client.getJson(`/platform/transfer/${no}`), 200).page
const verify = (file, key) => {
	writeFileSync(`${folder}/b.json`, file)
	writeFileSync(`${folder}/key`, key)
	const r = spawnSync(`${BUILD}/bin/zyz-verify`, ['bundle', `${folder}/b.json`, '--key', `${folder}/key`], { encoding: 'utf8' })
	return { code: r.status, out: r.stdout, err: r.stderr }
}
const admin = (...args) => spawnSync(`${BUILD}/bin/zyz-admin`, args, { encoding: 'utf8' })

let ann, ben
let file, bundle, ownKey, no, first

test('two volunteers have hours that are sealed', async () => {
	ann = await newVolunteer({ name: '林小满' })
	ben = await newVolunteer({ name: '赵一鸣' })
	await sealed([ann, ben])
	ownKey = (await ann.client.get('/activity/ledger/key')).text
}, { timeout: 150_000 })

test('on the phone: what may be taken along, and nothing without a tick', async () => {
	const page = status(await ann.client.getJson('/platform/transfer/mine'), 200).page
	assert.deepEqual([page.Ready.records, page.Ready.hours, page.Ready.later], [2, '3.17', 0])
	assert.match(status(await ann.client.get('/platform/transfer/mine'), 200).text, /我同意把我的姓名和服务记录带到其他服务站/)
	status(await ann.client.post('/platform/transfer/mine', {}), 422)
	assert.equal(sql("SELECT 1 FROM consent WHERE person_id = ? AND purpose = 'transfer'", [personOf(ann.no)]).length, 0)
	assert.equal(sql('SELECT 1 FROM transfer WHERE person_id = ?', [personOf(ann.no)]).length, 0)
})

test('with consent the bundle comes: signed, proved, without an id number', async () => {
	const r = status(await ann.client.post('/platform/transfer/mine', { agree: 1 }), 200)
	file = r.body
	bundle = r.json
	assert.equal(r.headers['content-disposition'], `attachment; filename="${bundle.no}.json"`)
	assert.match(r.headers['cache-control'], /no-store/)
	assert.ok(holds(file, Buffer.from(ownKey.trim().split(' ')[2], 'hex')))
	assert.equal(bundle.person.name, '林小满')
	assert.ok(!r.text.includes(ann.form.id_no) && !r.text.includes(`*${ann.form.id_no.slice(-4)}`) && !r.text.includes(ann.form.id_no.slice(-6)) && !r.text.includes(ann.form.phone))
	assert.deepEqual(bundle.records.map((x) => [x.minutes, x.evidence]), [[95, 'list'], [95, 'list']])
	assert.deepEqual(sql("SELECT given_by, staff_id, withdrawn_at FROM consent WHERE person_id = ? AND purpose = 'transfer'", [personOf(ann.no)]),
		[{ given_by: 'self', staff_id: null, withdrawn_at: null }])
	assert.deepEqual(sql('SELECT direction, state, records, minutes, entered_by FROM transfer WHERE no = ?', [bundle.no]),
		[{ direction: 'out', state: 'made', records: '2', minutes: '190', entered_by: null }])
	assert.equal(value("SELECT COUNT(*) FROM audit WHERE action = 'transfer.make' AND detail LIKE ?", [`${bundle.no} %`]), '1')
})

test('the consent stands among the others and can be withdrawn there', async () => {
	const of = async () => (await ann.client.getJson('/account/me/consent')).page.Consents.find((c) => c.purpose === 'transfer')
	assert.equal((await of()).live, 1)
	status(await ann.client.post('/account/me/consent', { purpose: 'transfer', action: 'withdraw' }), 303)
	assert.equal((await of()).live, undefined)
})

test('zyz-verify finds it good, and says what is wrong with another', () => {
	const good = verify(file, ownKey)
	assert.equal(good.code, 0, good.out + good.err)
	assert.match(good.out, /minutes {5}190[^]*signature {3}good/)
	for (const [bad, says] of [[Buffer.from(file.toString().replace('林小满', '林小溪')), /signature is not/], [file.subarray(0, -1), /end is missing/],
		[Buffer.from('{}'), /not a bundle/], [Buffer.from(file.toString().replace('"records"', '"records')), /altered/]]) {
		const r = verify(bad, ownKey)
		assert.equal(r.code, 1)
		assert.match(r.out, says)
	}
	const own = there.seal({ ...JSON.parse(file), signature: undefined })
	assert.equal(verify(own, ownKey).code, 1)
	const mine = `key ${there.key} ${there.public.toString('hex')}\n`
	assert.equal(verify(file, mine).code, 2)
	const person = bundle.person
	assert.equal(verify(there.bundle({ person }), mine).code, 0)
	assert.match(verify(there.bundle({ person, change: (b) => (b.records[0].path[0] = '0'.repeat(64)) }), mine).out, /record 1: it is not in the ledger/)
	assert.match(verify(there.bundle({ person, records: [there.record(), there.record({ said: { minutes: 30 } })] }), mine).out, /record 2: it says something else/)
	const r = there.record()
	assert.match(verify(there.bundle({ person, records: [r, { ...r }] }), mine).out, /record 2: it is there twice/)
	assert.match(verify(there.bundle({ person, change: (b) => (b.head.signature = '0'.repeat(128)) }), mine).out, /head/)
})

test('staff make the same for a volunteer of their station, who agrees at the desk', async () => {
	status(await clerk.post('/platform/transfer/out', { volunteer: ben.no }), 422)
	const r = status(await clerk.post('/platform/transfer/out', { volunteer: ben.no, agree: 1 }), 200)
	assert.equal(r.json.records.length, 2)
	assert.equal(value("SELECT given_by FROM consent WHERE person_id = ? AND purpose = 'transfer'", [personOf(ben.no)]), 'staff')
	ben.person = r.json.person
	const page = await show(r.json.no)
	assert.equal(page.Transfer.direction, 'out')
	for (const volunteer of ['V2699999999', '']) status(await clerk.post('/platform/transfer/out', { volunteer, agree: 1 }), 422)
	status(await other.post('/platform/transfer/out', { volunteer: ben.no, agree: 1 }), 422)
	const none = await newVolunteer()
	assert.equal(status(await clerk.post('/platform/transfer/out', { volunteer: none.no, agree: 1 }), 422).page.Errors.length, 1)
	status(await none.client.post('/platform/transfer/mine', { agree: 1 }), 422)
	assert.match(status(await none.client.get('/platform/transfer/mine'), 200).text, /还没有可以带走的记录/)
})

test('for a minor the guardian agrees, at the desk', async () => {
	const birth = sql('SELECT birth_on FROM person WHERE id = ?', [personOf(ben.no)])[0].birth_on
	sql('UPDATE person SET birth_on = CURDATE() - INTERVAL 12 YEAR WHERE id = ?', [personOf(ben.no)])
	assert.match(status(await ben.client.post('/platform/transfer/mine', { agree: 1 }), 422).page.Errors[0].text, /监护人/)
	status(await clerk.post('/platform/transfer/out', { volunteer: ben.no, agree: 1 }), 200)
	assert.equal(value("SELECT COUNT(*) FROM consent WHERE person_id = ? AND purpose = 'transfer' AND given_by = 'guardian'", [personOf(ben.no)]), '1')
	sql('UPDATE person SET birth_on = ? WHERE id = ?', [birth, personOf(ben.no)])
})

test('a key that nobody told us to trust is refused, and zyz-admin tells us', async () => {
	const r = status(await upload(ann, there.bundle({ person: bundle.person })), 422)
	assert.match(r.page.Errors[0].text, new RegExp(`不在互认名单上.*${there.key}`))
	const raw = there.public.toString('hex')
	assert.equal(admin('trust', '00000000', raw, there.name).status, 1)
	assert.equal(admin('trust', there.key, raw.slice(2), there.name).status, 1)
	assert.equal(admin('trust', there.key, raw, '').status, 1)
	const done = admin('trust', there.key, raw, there.name)
	assert.equal(done.status, 0, done.stderr)
	const page = status(await clerk.getJson('/platform/transfer/keys'), 200).page
	assert.ok(page.Keys.some((k) => k.no === there.key && k.name === there.name))
	assert.deepEqual([page.Own.no, page.Own.key.replaceAll(' ', '')], ownKey.trim().split(' ').slice(1))
	status(await clerk.get('/platform/transfer/keys'), 200)
})

test('a bundle of the other installation is taken in, shown, and counts once it is accepted', async () => {
	const file = there.bundle({ person: bundle.person, records: [there.record({ day: '2024-03-05', minutes: 90 }), there.record({ day: '2024-03-06', minutes: 45 })] })
	first = file
	no = noOf(await upload(ann, file))
	let page = await show(no)
	assert.deepEqual([page.Transfer.state, page.Transfer.hours, page.Transfer.counted, page.May], ['unverified', '2.25', 0, { accept: 1, refuse: 1 }])
	assert.deepEqual(page.Records.map((r) => [r.day, r.times, r.state]), [['2024-03-05', '09:00–10:30', 'waiting'], ['2024-03-06', '09:00–09:45', 'waiting']])
	assert.equal(brought(ann), 0)
	assert.match(status(await clerk.get(`/platform/transfer/${no}`), 200).text, /签名有效/)
	status(await clerk.post(`/platform/transfer/${no}/accept`, { scope: 'all' }), 303)
	assert.deepEqual([brought(ann), inPerson(ann)], [135, 135])
	page = await show(no)
	assert.deepEqual([page.Transfer.state, page.Transfer.counted_hours, page.May], ['accepted', '2.25', undefined])
	assert.equal((await ann.client.getJson('/account/me')).page.Me.brought_hours, '2.25')
	assert.equal((await ann.client.getJson('/activity/hours')).page.Total.brought, '2.25')
	assert.equal((await ann.client.getJson('/account/me')).page.Me.minutes, 190)
	assert.ok((await ann.client.getJson('/platform/transfer/mine')).page.Brought.some((b) => b.no === no && b.state === 'accepted'))
	status(await clerk.post(`/platform/transfer/${no}/accept`, { scope: 'all' }), 409)
	assert.equal(brought(ann), 135)
	/* The same again, and the same records in a new bundle. */
	const twice = status(await upload(ann, file), 409)
	assert.equal(twice.page.twice, no)
	assert.match(twice.page.Errors[0].text, /不会重复计算/)
	const b = JSON.parse(file)
	const again = noOf(await upload(ann, there.bundle({ person: bundle.person, records: [...b.records, there.record({ day: '2024-03-07', minutes: 10 })] })))
	assert.deepEqual((await show(again)).Records.map((r) => r.state), ['known', 'known', 'waiting'])
	status(await clerk.post(`/platform/transfer/${again}/accept`, { scope: 'all' }), 303)
	assert.equal(brought(ann), 145)
})

test('ten at once: one is stored', async () => {
	const file = there.bundle({ person: bundle.person, records: [there.record({ day: '2024-05-05', minutes: 20 })] })
	const answers = await Promise.all(Array.from({ length: 10 }, () => upload(ann, file)))
	assert.deepEqual(answers.map((r) => r.status).sort(), [303, ...Array(9).fill(409)])
	const one = noOf(answers.find((r) => r.status === 303))
	const steps = await Promise.all(Array.from({ length: 6 }, () => clerk.post(`/platform/transfer/${one}/accept`, { scope: 'all' })))
	assert.deepEqual(steps.map((r) => r.status).sort(), [303, ...Array(5).fill(409)])
	assert.equal(brought(ann), 165)
})

test('what is wrong is said, and leaves nothing behind', async () => {
	const person = bundle.person
	const rows = () => Number(value('SELECT COUNT(*) FROM transfer'))
	const before = rows()
	const good = there.bundle({ person, records: [there.record({ day: '2024-07-01' })] })
	const text = good.toString()
	const with_ = (change, more = {}) => there.bundle({ person, records: [there.record({ day: '2024-07-01' })], change, ...more })
	const twin = there.record({ day: '2024-07-02' })
	const cases = [
		[Buffer.from(text.replace('"minutes":90', '"minutes":91')), /改动/], [Buffer.from(text.replace('林小满', '林小溪')), /改动/],
		[good.subarray(0, good.length / 2), /不完整/], [good.subarray(0, -1), /不完整/], [Buffer.concat([good, Buffer.from('\n')]), /不完整/],
		[Buffer.from(text.slice(0, -131) + '0'.repeat(128) + text.slice(-3)), /改动/],
		[Buffer.from('hello'), /不是转移凭证/], [Buffer.from([0, 1, 2, 3]), /不是转移凭证/], [Buffer.from(text.replace('{', '{ ')), /不是转移凭证/],
		[Buffer.concat([Buffer.from('\ufeff'), good]), /不是转移凭证/], [there.bundle({ person, format: 'zyz-bundle-2' }), /版本/],
		[Buffer.from(text.replace('"made_at"', '"uid":"00","made_at"')), /改动/],
		[with_((b) => delete b.person.salt), /缺少/], [with_((b) => (b.station = 'x')), /缺少/], [with_((b) => (b.records[0].minutes = -90)), /缺少.*1/],
		[with_((b) => (b.records[0].path = null)), /不在对方账本/], [with_((b) => (b.records[0].title = 'a\u0007b')), /缺少/], [with_((b) => (b.made_at = '2025-04-02')), /缺少/],
		[with_((b) => (b.records = [])), /没有服务记录/], [with_((b) => (b.head.size = 0)), /不在对方账本/],
		[with_((b) => (b.head.signature = 'f'.repeat(128))), /账本签名/], [with_((b) => (b.head.root = 'f'.repeat(64))), /不在对方账本/],
		[with_((b) => (b.records[0].place = 3)), /不在对方账本/], [with_((b) => (b.records[0].minutes = 91)), /账本不符/],
		[with_((b) => (b.records[0].ends_at = '2024-07-02 10:30:00')), /账本不符/], [with_((b) => (b.person.commitment = 'a'.repeat(64))), /不在对方账本/],
		[there.bundle({ person, records: [there.record({ kind: 'withdrawn' })] }), /账本不符/],
		[there.bundle({ person, records: [there.record({ minutes: 0 })] }), /账本不符/],
		[there.bundle({ person, records: [there.record({ evidence: 'magic' })] }), /账本不符/],
		[there.bundle({ person, records: [twin, { ...twin }] }), /重复/],
		[there.bundle({ person, records: [twin, there.record({ day: '2024-07-02', from: '10:29' })] }), /重叠/],
		[there.bundle({ person, records: [there.record({ day: '2999-01-01' })] }), /未来/], [with_(() => {}, { made: '2999-01-01 00:00:00' }), /未来/],
		[there.bundle({ person: ben.person }), /证件号码对不上/], [file, /不需要转入/],
		[there.bundle({ person, records: [there.record({ title: 'x'.repeat(500) })] }), /缺少/],
		[with_((b) => (b.records = Array(3001).fill(b.records[0]))), /太大/],
	]
	for (const [content, says] of cases) {
		const r = await upload(ann, content)
		assert.equal(r.status, 422, `${says}: ${r.status} ${r.text.slice(0, 200)}`)
		assert.match(r.page.Errors[0].text, says)
	}
	status(await upload(ann, Buffer.alloc(8_100_000, 'x')), 422)
	status(await upload(ann, ''), 422)
	status(await upload('V2699999999', good), 422)
	status(await upload(ann, good, other), 422)
	status(await clerk.upload('/platform/transfer/in', { volunteer: ann.no }, []), 422)
	assert.equal(rows(), before)
	assert.match((await clerk.upload('/platform/transfer/in', { volunteer: ann.no }, [{ field: 'bundle', name: 'b', content: 'x' }], html)).text, /这不是转移凭证文件/)
})

test('any one byte of it that changes is noticed', async () => {
	const good = there.bundle({ person: bundle.person, records: [there.record({ day: '2024-08-01' })], others: 0 })
	for (let at = 0; at < good.length; at += 97) {
		const bad = Buffer.from(good)
		bad[at] ^= 1
		const r = verify(bad, `key ${there.key} ${there.public.toString('hex')}\n`)
		assert.notEqual(r.code, 0, `byte ${at}`)
		if (at % 5 === 0) status(await upload(ann, bad), 422, `byte ${at}`)
	}
})

test('our own records, and what was served here at the same time, do not count again', async () => {
	const own = sql(`SELECT LOWER(HEX(uid)) AS uid FROM service_record WHERE person_id = ${personOf(ben.no)} LIMIT 1`)[0].uid
	const one = noOf(await upload(ben, there.bundle({ person: ben.person, records: [there.record({ day: '2024-02-01', key: own }),
		there.record({ day: '2025-01-10', from: '10:34', minutes: 30 }), there.record({ day: '2025-01-10', from: '11:10', minutes: 30 })] })))
	assert.deepEqual((await show(one)).Records.map((r) => r.state), ['known', 'overlap', 'waiting'])
	status(await clerk.post(`/platform/transfer/${one}/accept`, { scope: 'all' }), 303)
	assert.equal(brought(ben), 30)
	/* A second installation claims the same hour. */
	const third = new Installation('南山志愿者协会').trust()
	cleanup(() => third.distrust())
	const two = noOf(await upload(ben, third.bundle({ person: ben.person, records: [third.record({ day: '2025-01-10', from: '11:39', minutes: 30 })] })))
	const page = await show(two)
	assert.deepEqual([page.Records[0].state, page.May], ['overlap', { refuse: 1 }])
	assert.equal(status(await clerk.post(`/platform/transfer/${two}/accept`, { scope: 'all' }), 422).page.Errors.length, 1)
	status(await clerk.post(`/platform/transfer/${two}/refuse`, { reason: 'x' }), 422)
	status(await clerk.post(`/platform/transfer/${two}/refuse`, { reason: '时间重叠' }), 303)
	assert.deepEqual([(await show(two)).Transfer.state, brought(ben)], ['refused', 30])
	status(await clerk.post(`/platform/transfer/${two}/refuse`, { reason: '时间重叠' }), 409)
})

test('a reviewer takes it back with a reason; then it may come again', async () => {
	status(await clerk.post(`/platform/transfer/${no}/withdraw`, { reason: '对方来函更正' }), 403)
	status(await reviewer.post(`/platform/transfer/${no}/withdraw`, {}), 422)
	assert.equal((await show(no, reviewer)).May.withdraw, 1)
	status(await reviewer.post(`/platform/transfer/${no}/withdraw`, { reason: '对方来函更正' }), 303)
	assert.deepEqual([brought(ann), inPerson(ann)], [30, 30])
	const page = await show(no)
	assert.deepEqual([page.Transfer.state, page.Transfer.reason, page.Records[0].state], ['withdrawn', '对方来函更正', 'withdrawn'])
	status(await reviewer.post(`/platform/transfer/${no}/withdraw`, { reason: '对方来函更正' }), 409)
	assert.equal(value("SELECT COUNT(*) FROM audit WHERE action = 'transfer.withdraw' AND target_id = (SELECT id FROM transfer WHERE no = ?)", [no]), '1')
	const list = (await clerk.getJson('/platform/transfer?direction=in&state=withdrawn')).page
	assert.ok(list.Transfers.some((t) => t.no === no))
	const anew = noOf(await upload(ann, first))
	assert.deepEqual((await show(anew)).Records.map((r) => r.state), ['waiting', 'waiting'])
	status(await clerk.post(`/platform/transfer/${anew}/accept`, { scope: 'all' }), 303)
	assert.deepEqual([brought(ann), inPerson(ann)], [165, 165])
})

test('what the records of a transfer say is what the person has', () => {
	const wrong = sql(`SELECT v.no FROM volunteer v LEFT JOIN volunteer_total t ON t.person_id = v.person_id WHERE v.no IN ('${ann.no}', '${ben.no}')
		AND (COALESCE(t.brought_minutes, 0) <> (SELECT COALESCE(SUM(r.minutes), 0) FROM transfer_record r WHERE r.person_id = v.person_id AND r.counted = 1)
		OR v.brought_along_minutes <> COALESCE(t.brought_minutes, 0))`)
	assert.deepEqual(wrong, [])
})

test('zyz-admin recount names a sum that somebody raised by hand', () => {
	const named = () => admin('recount').stdout.split('\n').some((line) => line.startsWith(`brought along by volunteer ${ann.no}:`))
	assert.equal(named(), false)
	for (const raise of ['UPDATE volunteer_total SET brought_minutes = brought_minutes + ? WHERE person_id = ?',
		'UPDATE volunteer SET brought_along_minutes = brought_along_minutes + ? WHERE person_id = ?']) {
		sql(raise, [600, personOf(ann.no)])
		assert.equal(named(), true)
		sql(raise, [-600, personOf(ann.no)])
	}
	assert.equal(named(), false)
})

test('all of it is in what is held about me', async () => {
	const r = status(await ann.client.post('/account/me/export'), 200)
	assert.ok(r.json.transfers.some((t) => t.no === no && t.state === 'withdrawn') && r.json.brought.some((b) => b.transfer_no === no))
})

test('another station sees nothing of it and can do nothing to it', async () => {
	const chief = await staff('sunli')
	await chief.getJson('/platform/transfer')
	for (const path of [no, 'B2699999999', 'x']) status(await other.getJson(`/platform/transfer/${path}`), 404)
	for (const [step, form] of [['accept', { scope: 'all' }], ['refuse', { reason: '时间重叠' }], ['withdraw', { reason: '时间重叠' }]])
		assert.ok([403, 404].includes((await chief.post(`/platform/transfer/${no}/${step}`, form)).status), step)
	assert.ok(!(await other.getJson('/platform/transfer')).page.Transfers?.some((t) => t.no === no))
	const stranger = new Client()
	status(await stranger.getJson('/platform/transfer/mine'), 401)
	status(await clerk.getJson('/platform/transfer/mine'), 403)
	status(await ann.client.getJson('/platform/transfer'), 403)
	status(await ann.client.post('/platform/transfer/mine', { agree: 1, csrf: null }), 403)
	status(await clerk.upload('/platform/transfer/in', { volunteer: ann.no, csrf: null }, [{ field: 'bundle', name: 'b', content: 'x' }]), 403)
})

test('a key is no longer trusted', async () => {
	assert.equal(admin('untrust', there.key).status, 0)
	assert.equal(admin('untrust', there.key).status, 1)
	const r = status(await upload(ann, there.bundle({ person: bundle.person })), 422)
	assert.match(r.page.Errors[0].text, /不在互认名单上/)
})

for (const path of ['/platform/transfer', '/platform/transfer/in', '/platform/transfer/csv', '/platform/transfer/out', '/platform/transfer/keys'])
	guardGet(path)
guardPost('/platform/transfer/out', { form: { volunteer: 'V2600100001', agree: 1 } })
await end()
