// 补录 with a proof and two reviewers; lines pasted out of a table; the files themselves.
import { deflateSync, crc32 as zlibCrc } from 'node:zlib'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { Client, assert, end, sql, status, test, value } from './lib.mjs'
import { newVolunteer } from './lib/person.mjs'
import { beijing, dayFrom, draft, finish, newActivity, noticeOver, planForm, records, review, roomToday, staff } from './lib/activity.mjs'

await roomToday()
const clerk = await staff('liwei')
const first = await staff('wangfang')
const second = await staff('zhangmin')
const { VAR = 'var' } = process.env
const folder = `${VAR}/documents`

// --- files -------------------------------------------------------------------------------------------

const TABLE = Array.from({ length: 256 }, (_, n) => {
	for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1
	return n >>> 0
})
const crc32 = zlibCrc ?? ((bytes) => ~bytes.reduce((c, b) => TABLE[(c ^ b) & 255] ^ (c >>> 8), ~0) >>> 0)
const be32 = (n) => Buffer.from([n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255])
const chunk = (type, data) => {
	const body = Buffer.concat([Buffer.from(type), data])
	return Buffer.concat([be32(data.length), body, be32(crc32(body) >>> 0)])
}
let shade = 0
/** A small grey picture; each call another one, so that no two have the same bytes. */
function png(text = String(shade++) + Math.random()) {
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
		chunk('IHDR', Buffer.concat([be32(2), be32(2), Buffer.from([8, 0, 0, 0, 0])])),
		chunk('tEXt', Buffer.from(`Comment\0${text}`)),
		chunk('IDAT', deflateSync(Buffer.from([0, 10, 20, 0, 30, 40]))),
		chunk('IEND', Buffer.alloc(0)),
	])
}
const segment = (marker, data) => Buffer.concat([Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255]), data])
const jpeg = () => Buffer.concat([
	Buffer.from([0xff, 0xd8]),
	segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
	segment(0xfe, Buffer.from(`photo ${shade++} ${Math.random()}`.padEnd(80))),
	segment(0xc0, Buffer.from([8, 0, 16, 0, 16, 1, 1, 0x11, 0])),
	segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
	Buffer.from([1, 2, 3, 4, 0xff, 0xd9]),
])
const pdf = () => Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% ${shade++} ${Math.random()}\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 >>\nstartxref\n60\n%%EOF\n`)
const file = (content, name = 'roll.png', type = 'image/png') => ({ field: 'file', name, type, content })

// --- helpers -----------------------------------------------------------------------------------------

const BACK = { day: dayFrom(-2), begins: '09:00', ends: '11:00', past: 1 }
/** An activity of the day before yesterday that was never published, with these people on its roster. */
async function past(volunteers, changes = {}) {
	const no = await draft(clerk, { ...BACK, ...changes })
	for (const v of volunteers) status(await clerk.post(`/activity/manage/${no}/roster`, { volunteer_no: v.no }), 303)
	return no
}
async function fill(no, times, { files = [file(png())], remark = '当天断网，纸质签到', by = clerk } = {}) {
	const { Rows } = status(await by.getJson(`/activity/manage/${no}/backfill`), 200).page
	const form = { remark }
	for (const [v, from, to] of times) {
		const { ref } = Rows.find((r) => r.no === v.no)
		form[`from_${ref}`] = from
		form[`to_${ref}`] = to
	}
	return by.upload(`/activity/manage/${no}/backfill`, form, files)
}
const documents = () => (existsSync(folder) ? readdirSync(folder).length : 0)

// --- the way -----------------------------------------------------------------------------------------

test('an activity of the past is entered as such, and not published', async () => {
	const no = await past([])
	const { Activity } = (await clerk.getJson(`/activity/manage/${no}`)).page
	assert.deepEqual([Activity.state, Activity.published_at], ['recording', undefined])
	assert.ok(Activity.record_due_on > dayFrom(3))
	status(await clerk.post(`/activity/manage/${no}/publish`, { screened: 1 }), 409)
	for (const wrong of [{ ...BACK, day: dayFrom(2) }, { ...BACK, day: '2020-01-01' }])
		assert.equal(status(await clerk.submit('/activity/manage/new', planForm(wrong)), 422).page.Errors[0].field, 'day')
})

test('the whole way: a proof, two reviewers, notice, effect', async () => {
	const vs = [await newVolunteer(), await newVolunteer()]
	const no = await past(vs)
	assert.match(status(await fill(no, [[vs[0], '09:00', '11:00'], [vs[1], '09:10', '10:40']]), 303).location, /done=backfilled/)
	const rows = records(no)
	assert.deepEqual(rows.map((r) => [r.evidence, r.minutes, r.state, r.remark]), [
		['backfill', '120', 'to_review', '当天断网，纸质签到'], ['backfill', '90', 'to_review', '当天断网，纸质签到']])
	const shown = (await first.getJson(`/activity/manage/review?activity=${no}`)).page.Records
	assert.equal(shown[0].two, 1)
	assert.match(shown[0].proof, /^[0-9a-f]{32}$/)
	const nos = rows.map((r) => r.no)
	assert.match(status(await review(first, nos), 303).location, /done=first_review/)
	assert.equal(status(await review(first, nos), 422).page.Fault, 'twice')
	assert.deepEqual(records(no).map((r) => r.state), ['to_review', 'to_review'])
	assert.throws(() => sql(`UPDATE service_record SET state = 'notice' WHERE no = ?`, [nos[0]]), /CONSTRAINT|4025/)
	status(await review(second, nos), 303)
	noticeOver(no)
	status(await first.post(`/activity/manage/${no}/archive`), 303)
	const mine = (await vs[0].client.getJson('/activity/hours')).page.Total
	assert.deepEqual([mine.minutes, mine.backfill_minutes, mine.scan_minutes], [120, 120, 0])
	assert.equal(sql(`SELECT COUNT(*) n FROM attendance t JOIN activity a ON a.id = t.activity_id WHERE a.no = ?`, [no])[0].n, '0')
})

test('who entered it reviews it neither first nor second', async () => {
	const v = await newVolunteer()
	const no = await past([v])
	status(await fill(no, [[v, '09:00', '10:00']], { by: second }), 303)
	const [r] = records(no)
	assert.equal(status(await review(second, [r.no]), 422).page.Fault, 'logger')
	status(await review(first, [r.no]), 303)
	assert.equal(status(await review(second, [r.no]), 422).page.Fault, 'logger')
	assert.throws(() => sql('UPDATE service_record SET second_reviewer_id = reviewer_id WHERE no = ?', [r.no]), /CONSTRAINT|4025/)
})

test('a record whose proof is gone passes nobody', async () => {
	const v = await newVolunteer()
	const no = await past([v])
	status(await fill(no, [[v, '09:00', '10:00']]), 303)
	const [r] = records(no)
	sql('DELETE b FROM backfill_proof b WHERE b.record_id = ?', [Number(r.id)])
	assert.equal(status(await review(first, [r.no]), 422).page.Fault, 'no_proof')
})

test('people missing from a published activity are entered afterwards, at its times and on its roster only', async () => {
	const v = await newVolunteer()
	const other = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	if (a.to > a.gone) status(await clerk.get(`/activity/manage/${a.no}/backfill`), 409)
	finish(a.no)
	const { begins, ends } = (await clerk.getJson(`/activity/manage/${a.no}`)).page.Activity
	assert.equal(status(await fill(a.no, [[v, begins, '23:59']]), 422).page.Fault, 'outside')
	status(await clerk.post(`/activity/manage/${a.no}/roster`, { volunteer_no: other.no }), 409)
	status(await fill(a.no, [[v, begins, ends]]), 303)
	assert.equal(records(a.no)[0].evidence, 'backfill')
})

// --- files that are not what they say ----------------------------------------------------------------

test('JPEG, PNG and PDF are taken; what is none of them, or broken, is not, and nothing is kept', async () => {
	const v = await newVolunteer()
	const no = await past([v])
	const whole = png()
	const bad = {
		'no file': [],
		'an empty one': [file(Buffer.alloc(0))],
		'text': [file(Buffer.from('名册'.repeat(100)))],
		'a page': [file(Buffer.from('<!doctype html><script>alert(1)</script>'.padEnd(200)), 'x.pdf', 'application/pdf')],
		'a PDF that is not one': [file(Buffer.from('%PDF-1.7\n' + 'x'.repeat(500)), 'x.pdf', 'application/pdf')],
		'a PDF behind something else': [file(Buffer.concat([Buffer.from('GIF89a'), pdf()]), 'x.pdf', 'application/pdf')],
		'a PNG cut short': [file(whole.subarray(0, whole.length - 6))],
		'a PNG with more behind it': [file(Buffer.concat([whole, Buffer.from('<script>alert(1)</script>')]))],
		'a PNG with a wrong checksum': [file(Buffer.from(whole.map((b, i) => (i === 50 ? b ^ 1 : b))))],
		'a JPEG without a picture': [file(Buffer.concat([Buffer.from([0xff, 0xd8]), segment(0xfe, Buffer.alloc(200)), Buffer.from([0xff, 0xd9])]))],
		'a JPEG cut short': [file(jpeg().subarray(0, 110))],
		'ZIP': [file(Buffer.from('PK\x03\x04'.padEnd(300, '\0')), 'x.png')],
	}
	const before = documents()
	for (const [what, files] of Object.entries(bad)) {
		const r = status(await fill(no, [[v, '09:00', '10:00']], { files }), 422, what)
		assert.equal(r.page.Errors[0].field, 'file', what)
		assert.equal(r.page.Rows[0].from, '09:00', what)
	}
	assert.equal(records(no).length, 0)
	assert.equal(documents(), before)
	for (const [i, content] of [png(), jpeg(), pdf()].entries()) {
		const other = await past([v], { day: dayFrom(-3 - i) })
		status(await fill(other, [[v, '09:00', '10:00']], { files: [file(content, '../../../etc/passwd', 'text/html')] }), 303)
	}
	assert.equal(documents(), before + 3)
})

test('a photo of 20 MB is refused beside the field, a larger body by the door', async () => {
	const v = await newVolunteer()
	const no = await past([v])
	const r = await fill(no, [[v, '09:00', '10:00']], { files: [file(Buffer.alloc(20e6, 7))] })
	assert.equal(status(r, 422).page.Errors[0].field, 'file')
	assert.match(r.page.Errors[0].text, /10 MB/)
	status(await fill(no, [[v, '09:00', '10:00']], { files: [file(Buffer.alloc(23e6, 7))] }), 413)
	assert.equal(records(no).length, 0)
})

test('the file lies under a random name and comes back as a download, for this station', async () => {
	const v = await newVolunteer()
	const no = await past([v])
	const content = pdf()
	status(await fill(no, [[v, '09:00', '10:00']], { files: [file(content, '签到表.pdf', 'application/pdf')] }), 303)
	const { proof } = (await first.getJson(`/activity/manage/review?activity=${no}`)).page.Records[0]
	const r = status(await clerk.get(`/activity/document/${proof}`), 200)
	assert.deepEqual(r.body, content)
	assert.equal(r.headers['content-type'], 'application/pdf')
	assert.match(r.headers['content-disposition'], /^attachment/)
	assert.equal(r.headers['x-content-type-options'], 'nosniff')
	assert.ok(existsSync(`${folder}/${proof}`))
	status(await (await staff('zhaolei')).get(`/activity/document/${proof}`), 404)
	status(await v.client.get(`/activity/document/${proof}`), 403)
	status(await new Client().getJson(`/activity/document/${proof}`), 401)
	for (const wrong of ['0'.repeat(32), 'passwd', '..%2f..%2fetc%2fpasswd']) status(await clerk.get(`/activity/document/${wrong}`), 404)
})

test('the same proof for two activities is one document; a refused form leaves no file', async () => {
	const v = await newVolunteer()
	const same = png()
	const one = await past([v])
	const two = await past([v], { begins: '14:00', ends: '15:00' })
	const before = documents()
	status(await fill(one, [[v, '09:00', '10:00']], { files: [file(same)] }), 303)
	status(await fill(two, [[v, '14:00', '15:00']], { files: [file(same)] }), 303)
	assert.equal(documents(), before + 1)
	const three = await past([v], { begins: '09:30', ends: '10:30' })
	assert.equal(status(await fill(three, [[v, '09:30', '10:30']]), 422).page.Fault, 'overlap')
	assert.equal(status(await fill(three, [[v, '10:00', '10:30']], { remark: '' }), 422).page.Errors[0].field, 'remark')
	assert.equal(documents(), before + 1)
})

test('a file that was changed on the disk is not handed out', async () => {
	const v = await newVolunteer()
	const no = await past([v])
	status(await fill(no, [[v, '09:00', '10:00']]), 303)
	const { proof } = (await first.getJson(`/activity/manage/review?activity=${no}`)).page.Records[0]
	const path = `${folder}/${proof}`
	const kept = readFileSync(path)
	writeFileSync(path, Buffer.concat([kept, Buffer.from('x')]))
	status(await clerk.get(`/activity/document/${proof}`), 500)
	writeFileSync(path, kept)
	status(await clerk.get(`/activity/document/${proof}`), 200)
})
// log-allowed: error activity GET /activity/document/\{uid\} 500 .* changed on disk

// --- pasted lines ------------------------------------------------------------------------------------

test('lines out of a table fill the grid, and nothing is kept before it is looked at', async () => {
	const vs = [await newVolunteer({ name: '王小明' }), await newVolunteer({ name: '欧阳秀' }), await newVolunteer({ name: '重名' }), await newVolunteer({ name: '重名' })]
	const a = await newActivity(clerk, { volunteers: vs })
	const rows = [
		'编号\t姓名\t到岗\t离岗',
		`${vs[0].no}\t王小明\t9:05\t11：00`,
		`\t欧阳秀\t${beijing(Date.now()).slice(0, 10)} 09:10:00\t10:30`,
		'重名\t9:00\t10:00',
		'李四\t9:00\t10:00',
		`${vs[2].no}, 9:00`,
		`${vs[0].no}\t9:00\t9:30`,
		'',
	].join('\r\n')
	const r = status(await clerk.post(`/activity/manage/${a.no}/log/paste`, { rows }), 200)
	const byNo = Object.fromEntries(r.page.Rows.map((x) => [x.no, [x.from, x.to]]))
	assert.deepEqual(byNo[vs[0].no], ['09:05', '11:00'])
	assert.deepEqual(byNo[vs[1].no], ['09:10', '10:30'])
	assert.deepEqual(r.page.Unread.map((u) => [u.line, u.fault]), [[4, 'same_name'], [5, 'not_on_roster'], [6, 'two_times'], [7, 'twice_listed']])
	assert.equal(r.page.Preview, 1)
	assert.equal(records(a.no).length, 0)
	const html = await clerk.post(`/activity/manage/${a.no}/log/paste`, { rows: '<script>alert(1)</script>\t9:00' }, { headers: { Accept: 'text/html' } })
	assert.ok(status(html, 200).text.includes('&lt;script&gt;'))
	assert.equal(status(await clerk.post(`/activity/manage/${a.no}/log/paste`, { rows: '' }), 422).page.Errors[0].field, 'rows')
	assert.equal(status(await clerk.post(`/activity/manage/${a.no}/log/paste`, { rows: 'x'.repeat(20001) }), 422).page.Errors[0].field, 'rows')
})

test('pasting serves 补录 too, and guards are the same', async () => {
	const v = await newVolunteer()
	const no = await past([v])
	const r = status(await clerk.post(`/activity/manage/${no}/backfill/paste`, { rows: `${v.no}\t9:00\t10:00` }), 200)
	assert.deepEqual([r.page.Rows[0].from, r.page.Rows[0].to], ['09:00', '10:00'])
	assert.equal(records(no).length, 0)
	for (const way of ['log/paste', 'backfill/paste', 'backfill']) {
		status(await new Client().post(`/activity/manage/${no}/${way}`, { csrf: '0'.repeat(32) }), 401)
		status(await (await staff('madan')).post(`/activity/manage/${no}/${way}`), 403)
		status(await clerk.post(`/activity/manage/${no}/${way}`, { csrf: null }), 403)
		status(await (await staff('zhaolei')).post(`/activity/manage/${no}/${way}`), 404)
		status(await clerk.post(`/activity/manage/A2600199999/${way}`), 404)
	}
	status(await new Client().getJson(`/activity/manage/${no}/backfill`), 401)
	assert.match(status(await clerk.get(`/activity/manage/${no}/backfill`), 200).text, /type="file"/)
	assert.ok(beijing(Date.now()).startsWith('20'))
	assert.ok(value('SELECT COUNT(*) FROM activity WHERE no = ?', [no]))
})

await end()
