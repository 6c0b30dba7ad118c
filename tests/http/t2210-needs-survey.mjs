// A survey from a ready template to its closing, and what a resident's answers become.
import { Client, assert, end, guardGet, guardPost, sql, staff, status, test, value } from './lib.mjs'

const whole = { consent: 1,
	q1: '2', q2: '5', q3: '1', q4: ['1', '3', '4'], q5: '1', q6: '4', q7: '2', q8: '4', q9: '1', q10: '3',
	q11: '楼道灯坏了"><svg onload=alert(1)>', q12: '13900001111',
}
const clerk = await staff('liwei')
let code

async function makeSurvey(client, title, template = 'community') {
	const r = status(await client.submit('/needs/surveys/new', { template, title }), 303)
	return /surveys\/([a-z0-9]{8})\?/.exec(r.location)[1]
}

test('a survey is made from a template and is not public before it is opened', async () => {
	code = await makeSurvey(clerk, '秋季需求调查')
	const r = await clerk.getJson(`/needs/surveys/${code}`)
	assert.equal(r.page.Survey.state, 'draft')
	assert.equal(r.page.Questions.length, 12)
	status(await new Client().getJson(`/needs/s/${code}`), 404)
})

test('a rejected survey form keeps what was typed', async () => {
	const r = status(await clerk.submit('/needs/surveys/new', { template: 'none', title: '问', closes_on: '2020-01-01' }), 422)
	assert.equal(r.page.Form.title, '问')
	assert.ok(r.page.Errors.some((e) => e.field === 'title'))
	const late = status(await clerk.submit('/needs/surveys/new',
		{ template: 'elder', title: '过期的问卷', closes_on: '2020-01-01' }), 422)
	assert.ok(late.page.Errors.some((e) => e.field === 'closes_on'))
})

test('it opens, once', async () => {
	status(await clerk.post(`/needs/surveys/${code}/open`, {}), 303)
	status(await clerk.post(`/needs/surveys/${code}/open`, {}), 409)
	const page = await new Client().get(`/needs/s/${code}`)
	status(page, 200)
	assert.match(page.text, /您最希望服务站帮您做哪些事/)
})

test('an answer becomes rows of the need ledger with category and target group', async () => {
	const before = Number(value('SELECT COUNT(*) FROM need'))
	const r = status(await new Client().submit(`/needs/s/${code}`, whole), 303)
	assert.match(r.location, /thanks\?k=[a-z2-9]{8}$/)
	const rows = sql("SELECT category, target_group, description, name_sealed, HEX(phone_sealed) p FROM need ORDER BY id DESC LIMIT 3")
	assert.equal(Number(value('SELECT COUNT(*) FROM need')), before + 3)
	assert.deepEqual(rows.map((n) => n.category).sort(), ['0001', '0006', '0017'])
	assert.ok(rows.every((n) => n.target_group === '03'))
	assert.ok(rows[0].p.length > 40, 'the phone is sealed')
	assert.equal(value("SELECT COUNT(*) FROM answer WHERE text LIKE '%13900001111%'"), '0')
})

test('a name is sealed as the phone is, and stands nowhere in clear', async () => {
	const elders = await makeSurvey(clerk, '走访', 'elder')
	const { Questions } = (await clerk.getJson(`/needs/surveys/${elders}`)).page
	const field = (title) => Questions.find((x) => x.title.startsWith(title)).field
	status(await clerk.post(`/needs/surveys/${elders}/open`, {}), 303)
	const form = (await new Client().getJson(`/needs/s/${elders}`)).page.Questions
	const needs = form.find((x) => x.Choices?.some((c) => c.name.includes('说说话')))
	const answers = Object.fromEntries(form.filter((x) => x.required && x.Choices).map((x) => [x.field, x.Choices[0].code]))
	Object.assign(answers, { [needs.field]: needs.Choices.find((c) => c.name.includes('说说话')).code,
		consent: 1, [field('怎么称呼您')]: '欧阳秀兰', [field('联系电话')]: '13900002222' })
	status(await new Client().submit(`/needs/s/${elders}`, answers), 303)
	const [need] = sql(`SELECT n.no, LENGTH(n.name_sealed) AS name, LENGTH(n.phone_sealed) AS phone FROM need n JOIN response r ON
		r.id = n.response_id JOIN survey s ON s.id = r.survey_id WHERE s.code = '${elders}'`)
	assert.ok(need.name > 40 && need.phone > 40, JSON.stringify(need))
	assert.equal(value("SELECT COUNT(*) FROM answer WHERE text LIKE '%欧阳%' OR text LIKE '%13900002222%'"), '0')
	assert.equal(value("SELECT COUNT(*) FROM answer WHERE text_sealed IS NOT NULL AND text IS NOT NULL"), '0')
	assert.equal((await clerk.getJson(`/needs/ledger/${need.no}`)).page.Need.name, '欧**')
	assert.doesNotMatch((await clerk.get(`/needs/surveys/${elders}`)).text, /欧阳|13900002222/)
})

test('the same sheet sent twice is thanked for twice and counted once', async () => {
	const c = new Client()
	const form = await c.getJson(`/needs/s/${code}`)
	const sheet = { ...whole, key: form.page.Key, csrf: null }
	const before = value(`SELECT answered FROM survey WHERE code = '${code}'`)
	status(await c.post(`/needs/s/${code}`, sheet), 303)
	status(await c.post(`/needs/s/${code}`, sheet), 303)
	assert.equal(Number(value(`SELECT answered FROM survey WHERE code = '${code}'`)), Number(before) + 1)
})

test('what is missing or impossible is named beside its question, and nothing is lost', async () => {
	const r = status(await new Client().submit(`/needs/s/${code}`,
		{ ...whole, q1: [], q4: ['1', '2', '3', '4'], q8: '9', q10: '1.5', q12: 'abc' }), 422)
	const fields = r.page.Errors.map((e) => e.field)
	assert.deepEqual(fields, ['q1', 'q4', 'q8', 'q10', 'q12'])
	assert.equal(r.page.Form.q11, whole.q11)
	assert.deepEqual(r.page.Form.q4, ['1', '2', '3', '4'])
})

for (const [what, change, expected] of [
	['a choice that is not there', { q2: '99' }, 422],
	['a field that is not there', { q99: '1' }, 422],
	['a text of 501 characters', { q11: '好'.repeat(501) }, 422],
	['a forged key', { key: '00'.repeat(32) }, 403],
])
	test(`an answer with ${what} is refused`, async () => {
		const c = new Client()
		const form = await c.getJson(`/needs/s/${code}`)
		const before = value('SELECT COUNT(*) FROM response')
		status(await c.post(`/needs/s/${code}`, { ...whole, key: form.page.Key, csrf: null, ...change }), expected)
		assert.equal(value('SELECT COUNT(*) FROM response'), before)
	})

test('hostile text is shown as text', async () => {
	const r = await clerk.get(`/needs/surveys/${code}`)
	assert.ok(!r.text.includes('<svg onload'))
	assert.ok(r.text.includes('&lt;svg onload'))
})

test('results are charts with their data table', async () => {
	const r = await clerk.get(`/needs/surveys/${code}`)
	assert.match(r.text, /<svg[^>]*role="img"/)
	assert.match(r.text, /<details/)
	const json = (await clerk.getJson(`/needs/surveys/${code}`)).page
	assert.ok(json.Questions[0].Counts.length >= 1)
})

test("another station's survey is not there", async () => {
	const other = await staff('zhaolei')
	status(await other.getJson(`/needs/surveys/${code}`), 404)
	status(await other.post(`/needs/surveys/${code}/close`, {}), 404)
})

test('it closes, and a late resident reads why', async () => {
	const resident = new Client()
	const form = await resident.getJson(`/needs/s/${code}`)
	status(await clerk.post(`/needs/surveys/${code}/close`, {}), 303)
	status(await resident.post(`/needs/s/${code}`, { ...whole, key: form.page.Key, csrf: null }), 409)
	assert.match((await resident.get(`/needs/s/${code}`)).text, /现在不收集答卷/)
	status(await clerk.post(`/needs/surveys/${code}/close`, {}), 409)
})

test('every step was audited', () => {
	const actions = sql(`SELECT DISTINCT a.action FROM audit a JOIN survey s ON s.id = a.target_id
		WHERE a.target = 'survey' AND s.code = '${code}'`).map((r) => r.action)
	assert.deepEqual(actions.sort(), ['survey.add', 'survey.close', 'survey.open'])
})

test('an unknown survey is not there, and the wrong method is told', async () => {
	status(await new Client().getJson('/needs/s/zzzzzzzz'), 404)
	status(await clerk.getJson('/needs/surveys/zzzzzzzz'), 404)
	status(await clerk.getJson(`/needs/surveys/${code}/open`), 405)
})

guardGet('/needs/surveys')
guardGet('/needs/surveys/new')
guardPost('/needs/surveys/new', { form: { template: 'elder', title: '不应出现' } })
const of = () => code
guardGet('/needs/surveys/{}', { of, elsewhere: 'zhaolei' })
guardPost('/needs/surveys/{}/open', { of, elsewhere: 'zhaolei' })
guardPost('/needs/surveys/{}/close', { of, elsewhere: 'zhaolei' })
await end()
