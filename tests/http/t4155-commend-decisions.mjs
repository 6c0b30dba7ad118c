// Decisions: many honours on one paper; written by one, approved by another, under notice, numbered without gaps when issued.
import { execFileSync } from 'node:child_process'
import { writeFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { Client, assert, end, guardGet, guardPost, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { linedUp } from './lib/posting.mjs'
import { daysAgo, personOf } from './lib/recognition.mjs'

const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const manager = await staff('zhangmin')
const other = await staff('sunli')
const home = (v) => sql('UPDATE volunteer SET station_id = (SELECT id FROM station WHERE no = 1) WHERE no = ?', [v.no])
const ann = await newVolunteer({ name: '安冉之' })
const ben = await newVolunteer({ name: '贝宁之' })
home(ann)
home(ben)

const words = (changes = {}) => ({ title: '关于表彰年度优秀志愿者的决定', name: '年度优秀志愿者', word: '胜志表',
	basis: '全年服务 <script>alert(1)</script> 居民三千人次。\n按站点嘉许办法，决定表彰下列志愿者。', ...changes })
const at = (uid, step = '') => `/commend/manage/decisions/${uid}${step}`
const row = (uid) => sql('SELECT state, year, serial, document_no, notice_until FROM honour_decision WHERE uid = UNHEX(?)', [uid])[0]
const honours = (uid) => sql(`SELECT h.no, h.state, h.subject, h.document_no, h.paper FROM honour h JOIN honour_decision d ON d.id = h.decision_id
	WHERE d.uid = UNHEX(?) ORDER BY h.id`, [uid])
const sure = { sure: '1' }
const team = () => `team_${value("SELECT LOWER(HEX(uid)) FROM team WHERE station_id = 1 AND state = 'approved' AND leader_id IS NOT NULL ORDER BY id LIMIT 1").toLowerCase()}`

async function draft(changes, people = `${ann.no}\n贝宁之`, who = clerk) {
	const uid = /decisions\/([0-9a-f]{32})/.exec(status(await who.submit('/commend/manage/decisions/new', words(changes)), 303).location)[1]
	if (people) status(await who.post(at(uid, '/paste'), { people }), 303)
	return uid
}
async function submitted(...args) {
	const uid = await draft(...args)
	status(await clerk.post(at(uid, '/submit'), {}), 303)
	return uid
}
async function noticed(...args) {
	const uid = await submitted(...args)
	status(await reviewer.post(at(uid, '/approve'), sure), 303)
	return uid
}
const over = (uid) => sql('UPDATE honour_decision SET notice_until = CURDATE() - INTERVAL 1 DAY WHERE uid = UNHEX(?)', [uid])
async function issued(...args) {
	const uid = await noticed(...args)
	over(uid)
	status(await reviewer.post(at(uid, '/issue'), sure), 303)
	return uid
}
const pdf = async (who, path) => {
	const r = await who.get(path)
	assert.equal(r.status, 200, path)
	return r.body
}

test('from a draft by one, approved by another, to a number and honours that count', async () => {
	const uid = await draft()
	status(await clerk.post(at(uid, '/thing'), { thing: team(), name: '优秀志愿服务队' }), 303)
	status(await clerk.post(at(uid, '/thing'), { thing: 'station_1' }), 303)
	status(await clerk.post(at(uid, '/thing'), { thing: 'station_1' }), 422)
	assert.deepEqual(honours(uid).map((h) => [h.subject, h.state]), [['volunteer', 'to_verify'], ['volunteer', 'to_verify'], ['team', 'to_verify'], ['station', 'to_verify']])
	status(await reviewer.post(at(uid, '/approve'), sure), 409)
	status(await clerk.post(at(uid, '/submit'), {}), 303)
	status(await clerk.post(at(uid, '/paste'), { people: ann.no }), 409)
	status(await clerk.post(at(uid, '/approve'), sure), 403)
	status(await reviewer.post(at(uid, '/approve'), {}), 422)
	status(await reviewer.post(at(uid, '/approve'), sure), 303)
	assert.equal(row(uid).state, 'notice')
	assert.equal(status(await reviewer.post(at(uid, '/issue'), sure), 409).page.Refused, 'notice_runs')
	assert.equal(honours(uid)[0].state, 'notice')
	over(uid)
	const funds = () => value("SELECT COALESCE(SUM(next_no), 0) FROM serial WHERE kind = 'E'"), before = funds()
	status(await reviewer.post(at(uid, '/issue'), sure), 303)
	assert.equal(funds(), before, 'no number is missing in the book of funds')
	const d = row(uid)
	assert.match(d.document_no, new RegExp(`^胜志表〔${d.year}〕${d.serial}号$`))
	assert.ok(honours(uid).every((h) => h.state === 'effective' && h.document_no === d.document_no && h.paper))
	assert.ok(await linedUp())
	assert.equal(value('SELECT COUNT(*) FROM outbox o JOIN honour h ON h.uid = o.record_uid WHERE h.no = ?', [honours(uid)[0].no]), '1')
	assert.equal((await ann.client.getJson('/commend/mine')).page.Honours[0].name, '年度优秀志愿者')
	status(await reviewer.post(at(uid, '/issue'), sure), 409)
	status(await reviewer.post(at(uid, '/cancel'), { reason: '写错了' }), 409)
})

test('whoever wrote it, filled it or submitted it does not approve it; nor who is on it', async () => {
	const uid = await draft({}, ann.no, manager)
	status(await manager.post(at(uid, '/submit'), {}), 303)
	assert.equal(status(await manager.post(at(uid, '/approve'), sure), 409).page.Refused, 'own_entry')
	const filled = await draft({}, null)
	status(await reviewer.post(at(filled, '/paste'), { people: ann.no }), 303)
	status(await clerk.post(at(filled, '/submit'), {}), 303)
	assert.equal(status(await reviewer.post(at(filled, '/approve'), sure), 409).page.Refused, 'own_entry')
	const me = value("SELECT v.no FROM staff s JOIN volunteer v ON v.person_id = s.person_id WHERE s.login = 'wangfang'")
	if (me) {
		const mine = await submitted({}, me)
		assert.equal(status(await reviewer.post(at(mine, '/approve'), sure), 409).page.Refused, 'own')
	}
	const linked = value("SELECT person_id FROM staff WHERE login = 'liwei'")
	sql("UPDATE staff SET person_id = ? WHERE login = 'liwei'", [personOf(ben.no)])
	try {
		const own = await draft({}, null)
		assert.equal(status(await clerk.post(at(own, '/paste'), { people: '贝宁之' }), 422).page.Placed[0].word, 'own')
		status(await clerk.post(at(own, '/pick'), { tick: ben.no }), 422)
		const r = status(await clerk.submit('/commend/manage/honours/new', { volunteer_no: ben.no, name: '优秀', awarded_on: daysAgo(1), authority_kind: 'own' }), 422)
		assert.equal(r.page.Errors[0].field, 'volunteer_no')
	} finally {
		sql("UPDATE staff SET person_id = ? WHERE login = 'liwei'", [linked])
	}
})

test('of two approvers at once one is first, and the numbers of two issued at once have no gap', async () => {
	const uid = await submitted()
	const both = await Promise.all([reviewer, manager].map((w) => w.post(at(uid, '/approve'), sure)))
	assert.deepEqual(both.map((r) => r.status).sort(), [303, 409])
	const [a, b] = [await noticed(), await noticed()]
	over(a)
	over(b)
	const four = await Promise.all([[a, reviewer], [a, manager], [b, reviewer], [b, manager]].map(([u, w]) => w.post(at(u, '/issue'), sure)))
	assert.equal(four.filter((r) => r.status === 303).length, 2, four.map((r) => r.status).join())
	const serials = sql('SELECT serial FROM honour_decision WHERE station_id = 1 AND serial IS NOT NULL ORDER BY serial').map((r) => Number(r.serial))
	assert.deepEqual(serials, serials.map((_, i) => serials[0] + i))
})

test('the same form twice is one decision, and another station sees none of it', async () => {
	const { Key } = (await clerk.getJson('/commend/manage/decisions/new')).page
	const twice = await Promise.all([1, 2].map(() => clerk.post('/commend/manage/decisions/new', { ...words(), key: Key })))
	assert.deepEqual(twice.map((r) => status(r, 303).location)[0], twice[1].location)
	const uid = /([0-9a-f]{32})/.exec(twice[0].location)[1]
	for (const path of ['', '/change', '/pick', '/decision.pdf'])
		status(await other.getJson(at(uid, path)), 404)
	for (const [path, form] of [['/paste', { people: 'x' }], ['/submit', {}], ['/approve', sure], ['/issue', sure], ['/cancel', { reason: '不要' }]])
		status(await other.post(at(uid, path), form), 404)
	status(await clerk.post(at(uid, '/thing'), { thing: 'station_2' }), 422)
	status(await clerk.post(at(uid, '/thing'), { thing: `team_${'0'.repeat(32)}` }), 422)
	assert.equal(status(await clerk.post(at(uid, '/submit'), {}), 409).page.Refused, 'nobody')
})

for (const [what, change, field] of [
	['no title', { title: '' }, 'title'], ['a title of 5,000 characters', { title: '字'.repeat(5000) }, 'title'], ['no basis', { basis: '' }, 'basis'],
	['no word', { word: '' }, 'word'], ['a long honour', { name: '字'.repeat(81) }, 'name'],
])
	test(`a draft with ${what} comes back whole`, async () => {
		const r = status(await clerk.submit('/commend/manage/decisions/new', words(change)), 422)
		assert.ok(r.page.Errors.some((e) => e.field === field), JSON.stringify(r.page.Errors))
	})

test('lines that name nobody stay in the box; nobody stands twice; one is taken off again', async () => {
	const uid = await draft({}, null)
	const { page } = status(await clerk.post(at(uid, '/paste'), { people: `姓名\t编号\n安冉之\t${ann.no}\n查无此人\n${ann.no} 贝宁之\n安冉之` }), 422)
	assert.equal(page.PlacedNew, 1)
	assert.deepEqual(page.Placed.map((l) => l.word), ['nobody', 'nobody', 'differs'])
	assert.equal(honours(uid).length, 1)
	status(await clerk.post(at(uid, `/remove/${honours(uid)[0].no}`), {}), 303)
	assert.equal(honours(uid).length, 0)
	const { Members } = (await clerk.getJson(at(uid, `/pick?team=${team()}`))).page
	status(await clerk.post(at(uid, '/pick'), { tick: Members.slice(0, 2).map((m) => m.code) }), 303)
	assert.equal(honours(uid).length, Math.min(2, Members.length))
})

test('an objection takes one off; an honour of a decision is decided nowhere else; what was altered is not issued', async () => {
	const uid = await submitted()
	const [a, b] = honours(uid)
	assert.equal(status(await reviewer.post(`/commend/manage/honours/${a.no}/verify`, sure && { seen: '1' }), 409).page.Refused, 'in_decision')
	status(await reviewer.post(at(uid, '/approve'), sure), 303)
	status(await reviewer.post(`/commend/manage/honours/${a.no}/refuse`, { reason: '居民有异议' }), 303)
	over(uid)
	sql("UPDATE honour SET name = '全国劳模' WHERE no = ?", [b.no])
	assert.equal(status(await reviewer.post(at(uid, '/issue'), sure), 409).page.Refused, 'altered')
	assert.equal(row(uid).serial, null)
	status(await reviewer.post(at(uid, '/cancel'), { reason: '内容被改动' }), 303)
	assert.deepEqual(honours(uid).map((h) => h.state), ['refused', 'refused'])
})

test('who was erased under notice is on no paper; the decision is printed as it was, until one of them is erased', async () => {
	const gone = await newVolunteer({ name: '高飞' })
	home(gone)
	const uid = await noticed({}, `${ann.no}\n${ben.no}\n${gone.no}`)
	sql('UPDATE person SET erased_at = NOW(), name = ? WHERE id = ?', ['', personOf(gone.no)])
	over(uid)
	status(await reviewer.post(at(uid, '/issue'), sure), 303)
	assert.deepEqual(honours(uid).map((h) => h.state).sort(), ['effective', 'effective', 'refused'])
	const first = await pdf(clerk, at(uid, '/decision.pdf'))
	sql("UPDATE station SET name = CONCAT(name, '新') WHERE no = 1")
	try {
		assert.ok(first.equals(await pdf(clerk, at(uid, '/decision.pdf'))))
	} finally {
		sql("UPDATE station SET name = LEFT(name, CHAR_LENGTH(name) - 1) WHERE no = 1")
	}
	const dir = mkdtempSync(`${tmpdir()}/zyz-`)
	for (const [file, pages, size] of [['decision', 1, /595.* x 84/], ['certificates', 2, /841.* x 595/], ['cards', 2, /297.* x 419/]]) {
		writeFileSync(`${dir}/${file}.pdf`, await pdf(clerk, at(uid, `/${file}.pdf`)))
		const info = execFileSync('pdfinfo', [`${dir}/${file}.pdf`], { encoding: 'utf8' })
		assert.match(info, new RegExp(`Pages:\\s+${pages}\\n`), info)
		assert.match(info, size)
		const text = execFileSync('pdftotext', [`${dir}/${file}.pdf`, '-'], { encoding: 'utf8' }).replace(/\s/g, '')
		assert.ok(text.includes('安冉之') && text.includes('年度优秀志愿者') && text.includes(row(uid).document_no), text)
		assert.ok(!text.includes('高飞'))
	}
	status(await clerk.getJson(at(uid, '/other.pdf')), 404)
	status(await new Client().getJson(at(uid, '/decision.pdf')), 401)
})

test('under notice the public reads masked names, then those who agreed, in the roll of the year', async () => {
	const uid = await noticed({ name: '公示之星' })
	const look = async (path) => (await new Client().getJson(path)).page
	assert.deepEqual((await look(`/commend/decisions/${uid}`)).Names.map((n) => n.whom), ['安**', '贝**'])
	assert.ok((await look('/commend/honours')).Decisions.some((d) => d.uid === uid))
	over(uid)
	status(await reviewer.post(at(uid, '/issue'), sure), 303)
	sql("INSERT INTO consent (person_id, purpose) VALUES (?, 'public_name')", [personOf(ann.no)])
	const after = await look(`/commend/decisions/${uid}?after`)
	assert.deepEqual([after.Names.map((n) => n.whom), after.Unnamed], [['安冉之'], 1])
	const year = new Date(Date.now() + 8 * 3600_000).getUTCFullYear()
	const roll = await look(`/commend/honours/${year}?station=1`)
	assert.ok(roll.Roll.volunteer.some((h) => h.whom === '安冉之' && h.honour === '公示之星'))
	assert.ok(roll.Roll.volunteer.every((h) => h.whom !== '贝宁之'))
	assert.ok(roll.Unnamed >= 1)
	for (const bad of ['1999', String(year + 1), 'abc', '-1', '99999999999'])
		status(await new Client().getJson(`/commend/honours/${bad}`), 404)
	const html = status(await new Client().get(`/commend/decisions/${uid}`), 200).text
	assert.ok(html.includes('&lt;script&gt;') && !html.includes('<script>alert'))
	sql("UPDATE consent SET withdrawn_at = NOW() WHERE person_id = ? AND purpose = 'public_name'", [personOf(ann.no)])
	const hidden = await draft()
	status(await new Client().getJson(`/commend/decisions/${hidden}`), 404)
})

test('the same paper honours the same one once, however its number is written; another body needs its paper in the file', async () => {
	const entry = { volunteer_no: ann.no, name: '最美志愿者', awarded_on: daysAgo(3), authority_kind: 'other', authority: '渭南市慈善协会', document_name: '荣誉证书',
		document_no: `渭慈(2026) ${process.pid}号` }
	const no = /(H\d+)\?/.exec(status(await clerk.submit('/commend/manage/honours/new', entry), 303).location)[1]
	const again = status(await clerk.submit('/commend/manage/honours/new', { ...entry, document_no: `渭慈〔2026〕${process.pid}号` }), 422)
	assert.equal(again.page.Errors[0].field, 'document_no')
	status(await clerk.submit('/commend/manage/honours/new', { ...entry, volunteer_no: ben.no }), 303)
	status(await clerk.submit('/commend/manage/honours/new', { ...entry, volunteer_no: '', thing: team() }), 303)
	const verify = () => reviewer.post(`/commend/manage/honours/${no}/verify`, { seen: '1' })
	assert.equal(status(await verify(), 409).page.Refused, 'no_evidence')
	const file = (text, type) => clerk.upload(`/commend/manage/honours/${no}/evidence`, {}, [{ field: 'file', name: 'a.png', type, content: Buffer.from(text, 'base64') }])
	status(await file(Buffer.from('no picture at all').toString('base64'), 'image/png'), 422)
	status(await file('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'image/png'), 303)
	status(await other.getJson(`/commend/manage/honours/${no}/evidence`), 404)
	status(await verify(), 303)
	status(await file('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'image/png'), 409)
	// Taken back, it may be entered anew.
	status(await reviewer.post(`/commend/manage/honours/${no}/withdraw`, { reason: '误登' }), 303)
	status(await clerk.submit('/commend/manage/honours/new', entry), 303)
})

let there
const of = async () => (there ??= await submitted())
guardGet('/commend/manage/decisions')
guardGet('/commend/manage/decisions/{}', { of, elsewhere: 'sunli' })
for (const [verb, form] of [['approve', sure], ['issue', sure], ['return', { reason: '看看' }]])
	guardPost(`/commend/manage/decisions/{}/${verb}`, { of, right: 'wangfang', wrong: 'liwei', elsewhere: 'sunli', form })
await end()
