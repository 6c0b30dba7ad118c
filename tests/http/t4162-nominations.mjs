// Nominations: the figures and records of the day, words and pictures; confirmed by a second person, handed in, and one honour at the end.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { assert, end, guardGet, guardPost, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { daysAgo, personOf, served, total } from './lib/recognition.mjs'

const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const manager = await staff('zhangmin')
const other = await staff('sunli')
const deeds = '三年来每周三为社区独居老人送餐，风雨无阻，累计送餐四百余次。疫情期间带头值守卡口，组织邻里互助，居民都说有事找他放心。'
const uidIn = (r) => /([0-9a-f]{32})/.exec(status(r, 303).location)[1]
const at = (uid, step = '') => `/commend/manage/nominations/${uid}${step}`
const show = async (uid, who = clerk) => status(await who.getJson(at(uid)), 200).page
const row = (uid) => sql('SELECT state, whom, confirmed_by, honour_id, handed_in_on FROM honour_nomination WHERE uid = UNHEX(?)', [uid])[0]
const sure = { sure: '1' }
const today = { handed_in_on: daysAgo(0) }

const selection = uidIn(await clerk.submit('/commend/manage/selections/new', { name: '全国学雷锋志愿服务“四个100”先进典型', organiser: '中央文明办等部门',
	authority_kind: 'government', year: '2026', preset: 'four' }))
async function person(name = '安然', years = 4) {
	const v = await newVolunteer({ name })
	sql('UPDATE volunteer SET station_id = (SELECT id FROM station WHERE no = 1), registered_at = NOW() - INTERVAL ? YEAR - INTERVAL 1 DAY WHERE no = ?', [years, v.no])
	total(v.no, 1200)
	return v
}
const nominate = (v, extra = {}) => clerk.post(`/commend/manage/selections/${selection}/nominate`, { kind: 'volunteer', volunteer_no: v.no, ...extra })
async function nominated(v) {
	const uid = uidIn(await nominate(v ?? await person()))
	status(await clerk.post(at(uid, '/words'), { deeds }), 303)
	return uid
}
async function collected(v) {
	const uid = await nominated(v)
	status(await clerk.post(at(uid, '/collect'), {}), 303)
	return uid
}
async function handedIn(v) {
	const uid = await collected(v)
	status(await reviewer.post(at(uid, '/confirm'), sure), 303)
	status(await clerk.post(at(uid, '/hand-in'), today), 303)
	return uid
}
let papers = 0
const given = () => ({ awarded_on: daysAgo(0), document_name: '关于公布先进典型的通知', document_no: `文明办〔2026〕${process.pid}${++papers}号` })

test('from who is found to an honour that a second person verifies', async () => {
	const ann = await person()
	const uid = uidIn(await nominate(ann))
	const page = await show(uid)
	assert.deepEqual([page.Nomination.title, page.Nomination.whom, page.Nomination.state], ['最美志愿者', '安然', 'open'])
	assert.deepEqual(page.Figures.filter((f) => f.wanted !== undefined).map((f) => [f.what, f.has, f.wanted, f.ok]), [['years', 4, 3, 1]])
	assert.equal(page.Figures.find((f) => f.what === 'hours').has, 20)
	assert.equal(page.Services.length, 2)
	status(await clerk.post(at(uid, '/collect'), {}), 422)
	status(await clerk.post(at(uid, '/words'), { deeds }), 303)
	status(await clerk.post(at(uid, '/collect'), {}), 303)
	status(await clerk.post(at(uid, '/words'), { deeds }), 409)
	assert.equal(status(await clerk.post(at(uid, '/hand-in'), today), 409).page.Refused, 'not_confirmed')
	status(await clerk.post(at(uid, '/confirm'), sure), 403)
	status(await reviewer.post(at(uid, '/confirm'), {}), 422)
	status(await reviewer.post(at(uid, '/confirm'), sure), 303)
	status(await clerk.post(at(uid, '/hand-in'), { handed_in_on: '2099-01-01' }), 422)
	status(await clerk.post(at(uid, '/hand-in'), today), 303)
	status(await clerk.post(at(uid, '/shortlist'), {}), 303)
	status(await clerk.post(at(uid, '/honour'), given()), 303)
	const done = (await show(uid)).Nomination
	assert.equal(done.state, 'honoured')
	const honour = (await clerk.getJson(`/commend/manage/honours/${done.honour_no}`)).page.Honour
	assert.deepEqual([honour.name, honour.authority, honour.state, honour.authority_kind], ['最美志愿者', '中央文明办等部门', 'to_verify', 'government'])
	status(await reviewer.post(`/commend/manage/honours/${done.honour_no}/verify`, { seen: '1' }), 303)
	assert.ok((await ann.client.getJson('/commend/mine')).page.Honours.some((h) => h.name === '最美志愿者'))
	const { page: list } = await clerk.getJson(`/commend/manage/nominations?selection=${selection}`)
	assert.equal(list.Nominations[0].honour_no, done.honour_no)
})

test('figures and records stay as they were on that day', async () => {
	const ann = await person()
	const uid = await nominated(ann)
	const before = await show(uid)
	served(ann.no, { minutes: 600 })
	sql("UPDATE volunteer SET registered_at = NOW() WHERE no = ?", [ann.no])
	const after = await show(uid)
	assert.deepEqual(after.Figures, before.Figures)
	assert.deepEqual(after.Services, before.Services)
})

test('whoever is nominated already is that one; withdrawn, they may be nominated anew', async () => {
	const ann = await person()
	const both = await Promise.all([nominate(ann), nominate(ann)])
	const uid = uidIn(both[0])
	assert.equal(uidIn(both[1]), uid)
	assert.equal(value("SELECT COUNT(*) FROM honour_nomination WHERE person_id = ?", [personOf(ann.no)]), '1')
	status(await clerk.post(at(uid, '/withdraw'), {}), 422)
	status(await clerk.post(at(uid, '/withdraw'), { reason: '本人不愿意' }), 303)
	assert.equal(row(uid).whom, null)
	assert.notEqual(uidIn(await nominate(ann)), uid)
})

test('what does not meet the conditions is nominated only with what shows it otherwise', async () => {
	const young = await person('小满', 1)
	const { page } = status(await nominate(young), 422)
	assert.deepEqual(page.Lacks.map((c) => [c.what, c.has, c.wanted]), [['years', 1, 3]])
	assert.deepEqual(page.Errors.map((e) => e.field), ['volunteer_no', 'outside'])
	const uid = uidIn(await nominate(young, { outside: '2021 年起的纸质服务记录，存社区档案' }))
	const shown = await show(uid)
	assert.equal(shown.Nomination.outside, '2021 年起的纸质服务记录，存社区档案')
	assert.equal(shown.Figures.find((f) => f.what === 'years').ok, 0)
})

test('whoever wrote it, changed it or gave it in does not confirm it', async () => {
	const uid = uidIn(await manager.post(`/commend/manage/selections/${selection}/nominate`, { kind: 'volunteer', volunteer_no: (await person()).no }))
	status(await reviewer.post(at(uid, '/words'), { deeds }), 303)
	status(await clerk.post(at(uid, '/collect'), {}), 303)
	assert.equal(status(await manager.post(at(uid, '/confirm'), sure), 409).page.Refused, 'own_nomination')
	assert.equal(status(await reviewer.post(at(uid, '/confirm'), sure), 409).page.Refused, 'own_nomination')
	status(await reviewer.post(at(uid, '/return'), { reason: '再补一张照片' }), 303)
	const again = await show(uid)
	assert.deepEqual([again.Nomination.state, again.Nomination.reason], ['open', '再补一张照片'])
})

test('what is given back is confirmed anew; one that is passed over or withdrawn goes no further', async () => {
	const uid = await collected()
	status(await reviewer.post(at(uid, '/confirm'), sure), 303)
	status(await reviewer.post(at(uid, '/return'), { reason: '数字写错了' }), 303)
	assert.equal(row(uid).confirmed_by, null)
	status(await clerk.post(at(uid, '/collect'), {}), 303)
	assert.equal(status(await clerk.post(at(uid, '/hand-in'), today), 409).page.Refused, 'not_confirmed')
	const over = await handedIn()
	status(await clerk.post(at(over, '/pass-over'), { reason: '名额已满' }), 303)
	for (const [step, form] of [['/honour', given()], ['/shortlist', {}], ['/withdraw', { reason: '不要了' }], ['/hand-in', today], ['/confirm', sure]])
		status(await manager.post(at(over, step), form), 409)
})

test('teams, projects, communities and the station are nominated, too, each with what it did', async () => {
	const board = uidIn(await clerk.submit('/commend/manage/selections/new', { name: '省级优秀集体', organiser: '省文明办', authority_kind: 'other', year: '2026' }))
	const go = `/commend/manage/selections/${board}`
	const first = async (kind) => (await clerk.getJson(`${go}/find?kind=${kind}`)).page.Found[0].code
	for (const kind of ['team', 'project', 'community', 'station']) {
		status(await clerk.post(`${go}/kind`, { subject: kind, award: '优秀集体' }), 303)
		const uid = uidIn(await clerk.post(`${go}/nominate`, { kind, thing: await first(kind) }))
		const page = await show(uid)
		assert.equal(page.Nomination.subject, kind)
		assert.ok(page.Nomination.whom && page.Figures.length > 1, kind)
		status(await clerk.post(at(uid, '/words'), { deeds }), 303)
		status(await clerk.post(at(uid, '/collect'), {}), 303)
		status(await reviewer.post(at(uid, '/confirm'), sure), 303)
		status(await clerk.post(at(uid, '/hand-in'), today), 303)
		status(await clerk.post(at(uid, '/honour'), given()), 303)
		assert.equal(value('SELECT h.subject FROM honour h JOIN honour_nomination n ON n.honour_id = h.id WHERE n.uid = UNHEX(?)', [uid]), kind)
	}
	status(await clerk.post(`${go}/nominate`, { kind: 'team', thing: 'station_1' }), 422)
	status(await clerk.post(`${go}/nominate`, { kind: 'volunteer', volunteer_no: 'V2600100001' }), 404)
})

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const picture = (uid, content = png, alt = '送餐路上') => clerk.upload(at(uid, '/picture'), { alt }, [{ field: 'file', name: 'a.png', type: 'image/png', content }])
const read = (command, args) => execFileSync(command, args, { encoding: 'utf8' })
function kept(body, name) {
	const path = `${mkdtempSync(`${tmpdir()}/zyz-`)}/${name}`
	writeFileSync(path, body)
	return path
}

test('the form as PDF and all material in one file; of who was erased the figures are left, and nobody else is in it', async () => {
	const ann = await person('安然')
	const uid = await nominated(ann)
	status(await picture(uid, Buffer.from('no picture at all')), 422)
	status(await picture(uid, png, ''), 422)
	status(await picture(uid), 303)
	const [pic] = (await show(uid)).Pictures
	const shown = await clerk.get(at(uid, `/p/${pic.pic}`))
	assert.equal(shown.body.subarray(0, 3).toString('hex'), 'ffd8ff')
	status(await other.getJson(at(uid, `/p/${pic.pic}`)), 404)
	const text = async () => read('pdftotext', [kept((await clerk.get(at(uid, '/nomination.pdf'))).body, 'n.pdf'), '-']).replace(/\s/g, '')
	const before = await text()
	for (const words of ['最美志愿者申报表', '安然', '服务年限', '不少于3年', deeds.slice(0, 12), '负责人（签字）', '经办人（签字）', '送餐路上'])
		assert.ok(before.includes(words), words)
	const list = read('python3', ['-c', 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip()); print(*z.namelist(), sep="\\n")',
		kept((await clerk.get(at(uid, '/material.zip'))).body, 'm.zip')])
	assert.deepEqual(list.trim().split('\n'), ['None', '申报表.pdf', '指标.xlsx', '所附服务记录.xlsx', '图片1.jpg'])
	status(await clerk.getJson(at(uid, '/other.pdf')), 404)
	status(await ann.client.post('/account/me/erase', { confirm: '1' }), 303)
	const after = await text()
	assert.ok(after.includes('服务年限') && !after.includes('安然') && !after.includes(deeds.slice(0, 12)))
	const page = await show(uid)
	assert.ok(page.Figures.length > 3 && !page.Services && !page.Pictures && page.Nomination.erased === 1)
	assert.equal((await clerk.get(at(uid, `/p/${pic.pic}`))).status, 404)
	assert.equal(status(await clerk.post(at(uid, '/collect'), {}), 409).page.Refused, 'nominee_gone')
	assert.equal(status(await clerk.post(at(uid, '/words'), { deeds }), 409).page.Refused, 'nominee_gone')
	status(await clerk.post(at(uid, '/withdraw'), { reason: '已删除个人信息' }), 303)
})

let there
const of = async () => (there ??= await collected())
guardGet('/commend/manage/nominations')
guardGet('/commend/manage/nominations/{}', { of, elsewhere: 'sunli' })
for (const [verb, form] of [['confirm', sure], ['return', { reason: '看看' }]])
	guardPost(`/commend/manage/nominations/{}/${verb}`, { of, right: 'wangfang', wrong: 'liwei', elsewhere: 'sunli', form })
test('another station changes none of it', async () => {
	for (const [step, form] of [['/words', { deeds }], ['/collect', {}], ['/hand-in', today], ['/honour', given()], ['/withdraw', { reason: '不要' }]])
		status(await other.post(at(await of(), step), form), 404)
})
await end()
