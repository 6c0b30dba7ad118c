// Typical projects and cases: written from a project or activity, public once a second person has read them, withdrawn with a reason and
// without their pictures.
import fs from 'node:fs'
import { Client, assert, end, guardGet, guardPost, sql, staff, status, test, value } from './lib.mjs'

const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const manager = await staff('zhangmin')
const other = await staff('sunli')
const passer = new Client()
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const project = value("SELECT no FROM project WHERE station_id = 1 AND state IN ('recruiting', 'running', 'closed') ORDER BY id LIMIT 1")
const activity = value("SELECT no FROM activity WHERE station_id = 1 AND state IN ('notice', 'archived') ORDER BY id LIMIT 1")
const words = (changes = {}) => ({ kind: 'project', about: project, title: '“一碗热饭”：社区老人助餐四年', background: '辖区独居老人多，午饭难。 <script>alert(1)</script>',
	done: '每周三由助餐队送餐上门，风雨无阻。', result: '四年送餐四百余次，没有一次缺席。', learned: '先排班再招募，每班备好替补。', ...changes })
const at = (uid, step = '') => `/commend/manage/cases/${uid}${step}`
const uidIn = (r) => /([0-9a-f]{32})/.exec(status(r, 303).location)[1]
const draft = async (changes, who = clerk) => uidIn(await who.submit('/commend/manage/cases/new', words(changes)))
const picture = (uid, content = png, alt = '志愿者把饭盒递给老人', who = clerk) =>
	who.upload(at(uid, '/picture'), { alt }, [{ field: 'file', name: 'a.png', type: 'image/png', content }])
const sure = { sure: '1' }
async function submitted(...args) {
	const uid = await draft(...args)
	status(await clerk.post(at(uid, '/submit'), {}), 303)
	return uid
}
async function published() {
	const uid = await draft()
	status(await picture(uid), 303)
	status(await clerk.post(at(uid, '/submit'), {}), 303)
	status(await reviewer.post(at(uid, '/publish'), sure), 303)
	return uid
}
const documentOf = (uid) => sql(`SELECT d.id, LOWER(HEX(d.uid)) AS uid, d.state FROM document d JOIN typical_case_picture x ON x.document_id = d.id
	JOIN typical_case t ON t.id = x.case_id WHERE t.uid = UNHEX(?)`, [uid])[0]

test('from a project to a page that everybody reads, linked from the station', async () => {
	const { Form } = (await clerk.getJson(`/commend/manage/cases/new?about=${project}`)).page
	assert.equal(Form.title, value('SELECT title FROM project WHERE no = ?', [project]))
	const uid = await draft()
	status(await picture(uid), 303)
	status(await passer.getJson(`/commend/cases/${uid}`), 404)
	status(await clerk.post(at(uid, '/submit'), {}), 303)
	status(await passer.getJson(`/commend/cases/${uid}`), 404)
	status(await clerk.post(at(uid, '/publish'), sure), 403)
	status(await reviewer.post(at(uid, '/publish'), {}), 422)
	status(await reviewer.post(at(uid, '/publish'), sure), 303)
	const { page } = status(await passer.getJson(`/commend/cases/${uid}`), 200)
	assert.equal(page.Case.title, words().title)
	assert.equal(page.Pictures[0].alt, '志愿者把饭盒递给老人')
	const shown = await passer.get(`/commend/cases/${uid}/p/${page.Pictures[0].pic}`)
	assert.equal(shown.status, 200)
	assert.equal(shown.body.subarray(0, 3).toString('hex'), 'ffd8ff')
	assert.ok((await passer.getJson('/commend/cases')).page.Cases.some((c) => c.uid === uid))
	assert.ok((await passer.getJson('/commend/cases?station=1')).page.Cases.some((c) => c.uid === uid))
	assert.ok(!((await passer.getJson('/commend/cases?station=2')).page.Cases ?? []).some((c) => c.uid === uid))
	assert.ok((await passer.getJson('/s/1?cases')).page.Cases.some((c) => c.uid === uid))
	const html = status(await passer.get(`/commend/cases/${uid}`), 200).text
	assert.ok(html.includes('&lt;script&gt;') && !html.includes('<script>alert'))
})

test('whoever wrote it, changed it or gave it in does not make it public', async () => {
	const uid = await draft({}, manager)
	status(await reviewer.post(at(uid, '/change'), words({ title: '改过的标题' })), 303)
	status(await clerk.post(at(uid, '/submit'), {}), 303)
	assert.equal(status(await manager.post(at(uid, '/publish'), sure), 409).page.Refused, 'own_case')
	assert.equal(status(await reviewer.post(at(uid, '/publish'), sure), 409).page.Refused, 'own_case')
	status(await reviewer.post(at(uid, '/return'), { reason: '补一张照片' }), 303)
	assert.equal((await clerk.getJson(at(uid))).page.Case.reason, '补一张照片')
	const two = await submitted()
	const both = await Promise.all([reviewer, manager].map((w) => w.post(at(two, '/publish'), sure)))
	assert.deepEqual(both.map((r) => r.status).sort(), [303, 409])
})

test('withdrawn it is nowhere to be read, and its pictures are gone', async () => {
	const uid = await published()
	const d = documentOf(uid)
	const pic = `/commend/cases/${uid}/p/${d.uid}`
	assert.equal((await passer.get(pic)).status, 200)
	status(await clerk.post(at(uid, '/withdraw'), { reason: '内容不准确' }), 403)
	status(await reviewer.post(at(uid, '/withdraw'), {}), 422)
	status(await reviewer.post(at(uid, '/withdraw'), { reason: '内容不准确' }), 303)
	status(await passer.getJson(`/commend/cases/${uid}?gone`), 404)
	assert.equal((await passer.get(pic)).status, 404)
	assert.equal(documentOf(uid), undefined)
	status(await reviewer.post(at(uid, '/withdraw'), { reason: '再来一次' }), 409)
	assert.equal((await clerk.getJson(at(uid))).page.Case.reason, '内容不准确')
})

test('a picture that another case shows stays until the last one is gone; then its file is gone, too', async () => {
	const first = await draft()
	const second = await draft({ about: activity, kind: 'case' })
	status(await picture(first), 303)
	status(await picture(second), 303)
	assert.equal(status(await picture(second), 422).page.Errors[0].field, 'file')
	const d = documentOf(first)
	assert.equal(documentOf(second).id, d.id)
	const left = () => sql('SELECT state FROM document WHERE id = ?', [d.id])[0].state
	const others = value('SELECT COUNT(*) FROM typical_case_picture WHERE document_id = ?', [d.id])
	status(await clerk.post(at(first, '/unpicture'), { place: '1' }), 303)
	status(await clerk.post(at(first, '/unpicture'), { place: '1' }), 404)
	assert.equal(left(), 'kept')
	assert.ok(Number(others) >= 2)
	for (const r of sql("SELECT LOWER(HEX(t.uid)) AS uid FROM typical_case_picture x JOIN typical_case t ON t.id = x.case_id WHERE x.document_id = ?", [d.id]))
		status(await reviewer.post(at(r.uid.toLowerCase(), '/withdraw'), { reason: '撤下' }), 303)
	assert.equal(left(), 'removed')
})

test('every table that shows a document is asked before one is dropped', () => {
	const asked = fs.readFileSync('shared/web/proof_forget.c', 'utf8')
	for (const { t } of sql(`SELECT DISTINCT table_name AS t FROM information_schema.key_column_usage WHERE table_schema = DATABASE()
		AND referenced_table_name = 'document' AND table_name <> 'document'`))
		assert.ok(asked.includes(`("${t}")`) || asked.includes(`FROM ${t} `), t)
})

for (const [what, change, field] of [
	['no title', { title: '' }, 'title'], ['a title of 5,000 characters', { title: '字'.repeat(5000) }, 'title'], ['no result', { result: '' }, 'result'],
	['nothing it tells of', { about: 'P2600199999' }, 'about'], ['a project of another station', { about: 'P2600299999' }, 'about'],
	['an activity as a project', { about: activity }, 'about'], ['a kind of its own', { kind: 'story' }, 'kind'],
])
	test(`a case with ${what} comes back whole`, async () => {
		const r = status(await clerk.submit('/commend/manage/cases/new', words(change)), 422)
		assert.ok(r.page.Errors.some((e) => e.field === field), JSON.stringify(r.page.Errors))
	})

let there
const of = async () => (there ??= await submitted())
guardGet('/commend/manage/cases')
guardGet('/commend/manage/cases/{}', { of, elsewhere: 'sunli' })
for (const [verb, form] of [['publish', sure], ['return', { reason: '看看' }]])
	guardPost(`/commend/manage/cases/{}/${verb}`, { of, right: 'wangfang', wrong: 'liwei', elsewhere: 'sunli', form })
test('another station changes none of it', async () => {
	status(await other.post(at(await of(), '/withdraw'), { reason: '不要' }), 404)
	status(await picture(await of(), png, '图片说明', other), 404)
})
await end()
