// What came in is read one by one, as a whole in a table, and typed in from paper; a poster and a form to print.
import { Client, assert, end, guardGet, guardPost, sql, staff, status, test, value } from './lib.mjs'
import { cells } from './lib/xlsx.mjs'

const clerk = await staff('liwei')
const codeIn = (r) => /surveys\/([a-z0-9]{8})/.exec(r.location)[1]
const code = codeIn(status(await clerk.submit('/needs/surveys/new', { template: 'blank', title: '答卷与纸质' }), 303))
for (const q of [
	{ kind: 'single', title: '年龄段', options: '60–69 岁\n70–79 岁', required: 1, by_group: 1 },
	{ kind: 'multi', title: '要什么帮助', options: '打扫\n看病\n说话' },
	{ kind: 'rank', title: '哪件最急', options: '送餐\n理发\n维修', most: 2 },
	{ kind: 'matrix', title: '做得怎样', options: '好\n差', rows: '卫生\n安全', required: 1 },
	{ kind: 'number', title: '几口人' },
	{ kind: 'date', title: '哪天' },
	{ kind: 'text', title: '还有什么', if_place: 1, if_choices: '2' },
	{ kind: 'text', title: '怎么称呼', maps: 'name' },
	{ kind: 'text', title: '电话', maps: 'phone' },
])
	status(await clerk.post(`/needs/surveys/${code}/question`, q), 303)
status(await clerk.post(`/needs/surveys/${code}/open`, {}), 303)
const at = (path) => `/needs/surveys/${code}${path}`
const sheet = { q1: '2', q2: ['1', '3'], q3_2: '1', q3_1: '2', q4_1: '1', q4_2: '2', q5: '3', q6: '2026-12-05', q7: '=1+1',
	q8: '欧阳秀兰', q9: '13900008888', consent: 1 }
status(await new Client().submit(`/needs/s/${code}`, sheet), 303)

test('a single sheet shows every answer; name and phone are masked', async () => {
	const list = (await clerk.getJson(at('/sheets'))).page.Sheets
	assert.equal(list.length, 1)
	assert.equal(list[0].way, 'online')
	const r = status(await clerk.getJson(at(`/sheets/${list[0].uid}`)), 200)
	const said = r.page.Questions.map((x) => (x.Said ?? []).map((s) => s.text).join('|'))
	assert.deepEqual(said, ['70–79 岁', '打扫|说话', '1. 理发|2. 送餐', '卫生：好|安全：差', '3', '2026-12-05', '=1+1', '欧**', '139****8888'])
	assert.doesNotMatch(r.text, /欧阳|13900008888/)
	status(await clerk.getJson(at(`/sheets/${'0'.repeat(32)}`)), 404)
	status(await clerk.getJson(at('/sheets/xyz')), 404)
})

test('all answers are one table: a sheet in a row, no formula, no name, no phone', async () => {
	const r = status(await clerk.get(at('/answers.xlsx')), 200)
	assert.equal(Number(r.headers['content-length']), r.body.length)
	const rows = cells(r.body)
	assert.deepEqual(rows[0].slice(3), ['年龄段', '要什么帮助', '哪件最急：送餐', '哪件最急：理发', '哪件最急：维修', '做得怎样：卫生', '做得怎样：安全',
		'几口人', '哪天', '还有什么'])
	assert.deepEqual(rows[1].slice(3, 7), ['70–79 岁', '打扫；说话', 2, 1])
	assert.deepEqual(rows[1].slice(8), ['好', '差', 3, '2026-12-05', '=1+1'])
	assert.doesNotMatch(JSON.stringify(rows), /欧阳|1390000/)
	assert.equal(value("SELECT detail FROM audit WHERE action = 'survey.export' ORDER BY id DESC LIMIT 1"), '1')
})

test('more sheets than a step are all there, each once', async () => {
	sql(`INSERT INTO response (uid, survey_id, station_id, at) SELECT UNHEX(MD5(CONCAT('many ', seq))), v.id, v.station_id, NOW() FROM survey v JOIN seq_1_to_900
		WHERE v.code = '${code}'`)
	sql(`INSERT INTO answer (response_id, question_id, number) SELECT r.id, q.id, r.id % 1000 FROM response r JOIN question q ON q.survey_id = r.survey_id AND
		q.place = 5 JOIN survey v ON v.id = r.survey_id WHERE v.code = '${code}' AND r.id % 3 > 0 AND NOT EXISTS (SELECT 1 FROM answer a WHERE a.response_id = r.id)`)
	const rows = cells(status(await clerk.get(at('/answers.xlsx')), 200).body)
	assert.equal(rows.length, 902)
	sql(`DELETE a FROM answer a JOIN response r ON r.id = a.response_id JOIN survey v ON v.id = r.survey_id WHERE v.code = '${code}' AND r.uid IN
		(SELECT UNHEX(MD5(CONCAT('many ', seq))) FROM seq_1_to_900)`)
	sql('DELETE FROM response WHERE uid IN (SELECT UNHEX(MD5(CONCAT(\'many \', seq))) FROM seq_1_to_900)')
})

test('a poster and a form to print are PDF', async () => {
	for (const path of ['/poster.pdf', '/paper.pdf']) {
		const r = status(await clerk.get(at(path)), 200)
		assert.equal(r.headers['content-type'], 'application/pdf')
		assert.equal(r.body.subarray(0, 5).toString(), '%PDF-')
	}
})

const typed = async (form, key) => {
	const page = (await clerk.getJson(at('/entry'))).page
	return clerk.post(at('/entry'), { ...form, key: key ?? page.Key })
}
test('a sheet of paper is typed in: what was left out there stays out, who typed it stands there', async () => {
	const before = Number(value(`SELECT answered FROM survey WHERE code = '${code}'`))
	status(await typed({ q2: ['2'], q5: '4' }), 303)
	assert.equal(Number(value(`SELECT answered FROM survey WHERE code = '${code}'`)), before + 1)
	const [row] = sql("SELECT f.login FROM response r JOIN staff f ON f.id = r.entered_by ORDER BY r.id DESC LIMIT 1")
	assert.equal(row.login, 'liwei')
	assert.equal((await clerk.getJson(at('/sheets?way=paper'))).page.Sheets.length, 1)
})

test('Enter pressed twice stores one sheet; an empty one is none; a wrong one is kept as typed', async () => {
	const page = (await clerk.getJson(at('/entry'))).page
	const before = Number(value('SELECT COUNT(*) FROM response'))
	status(await typed({ q1: '1', q4_1: '1' }, page.Key), 303)
	status(await typed({ q1: '1', q4_1: '1' }, page.Key), 303)
	assert.equal(Number(value('SELECT COUNT(*) FROM response')), before + 1)
	status(await typed({}), 422)
	const r = status(await typed({ q1: '9', q5: '4' }), 422)
	assert.equal(r.page.Form.q5, '4')
	assert.ok(r.page.Errors.some((e) => e.field === 'q1'))
	status(await typed({ q1: '1' }, 'f'.repeat(64)), 403)
})

test('a survey that is closed takes no paper', async () => {
	status(await clerk.post(at('/close'), {}), 303)
	status(await clerk.getJson(at('/entry')), 409)
	status(await clerk.post(at('/entry'), { q1: '1', key: 'f'.repeat(64) }), 409)
	status(await clerk.post(at('/reopen'), {}), 303)
})

const of = () => code
for (const path of ['sheets', 'answers.xlsx', 'poster.pdf', 'paper.pdf', 'entry', `sheets/${'0'.repeat(32)}`])
	guardGet(`/needs/surveys/{}/${path}`, { of, elsewhere: 'zhaolei' })
guardPost('/needs/surveys/{}/entry', { of, elsewhere: 'zhaolei', form: { q1: '1' } })
await end()
