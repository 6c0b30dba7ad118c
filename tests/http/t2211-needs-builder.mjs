// A survey of one's own: its questions of all kinds, their order and conditions, versions, copies.
import { Client, assert, end, guardGet, guardPost, sql, staff, status, test, value } from './lib.mjs'

const clerk = await staff('liwei')
const other = await staff('zhaolei')
let code

const at = (path) => `/needs/surveys/${code}${path}`
const codeIn = (r) => /surveys\/([a-z0-9]{8})/.exec(r.location)[1]
const make = async (form) => codeIn(status(await clerk.submit('/needs/surveys/new', form), 303))
const add = (kind, form) => clerk.post(at('/question'), { kind, ...form })
const questions = async () => (await clerk.getJson(at('/edit'))).page.Questions

test('an empty survey has no questions and cannot be opened', async () => {
	code = await make({ template: 'blank', title: '自编问卷' })
	assert.deepEqual(await questions() ?? [], [])
	const r = status(await clerk.post(at('/open'), {}), 422)
	assert.match(r.text, /还没有题目/)
})

const kinds = [
	['single', { title: '您的年龄段', options: '60–69 岁\n70–79 岁\n80 岁及以上', required: 1, maps: 'age_band', by_group: 1 }],
	['multi', { title: '要哪些帮助', options: '打扫屋子\n陪着看病\n都不需要', most: 2, maps: 'category' }],
	['scale', { title: '满意吗', min: 1, max: 5 }],
	['rank', { title: '最想先办哪三件', options: '送餐\n理发\n聊天\n维修', most: 3 }],
	['number', { title: '几口人', min: 1, max: 20 }],
	['date', { title: '哪天方便', first_day: '2026-01-01', last_day: '2027-12-31' }],
	['matrix', { title: '各项做得怎样', options: '好\n一般\n差', rows: '卫生\n安全\n活动', required: 1 }],
	['text', { title: '还有什么要说', maps: 'description', section: '最后' }],
]
for (const [kind, form] of kinds)
	test(`a question of the kind ${kind} is added`, async () => {
		status(await add(kind, form), 303)
		const last = (await questions()).at(-1)
		assert.equal(last.kind, kind)
		assert.equal(last.title, form.title)
	})

test('what a choice means is guessed by its name, and may be chosen', async () => {
	const [first] = sql(`SELECT GROUP_CONCAT(c.means ORDER BY c.place) m FROM choice c JOIN question q ON q.id = c.question_id
		JOIN survey v ON v.id = q.survey_id WHERE v.code = '${code}' AND q.place = 1`)
	assert.equal(first.m, '60-69,70-79,80+')
	const page = (await clerk.getJson(at('/question/2'))).page
	assert.equal(page.Meanings.length, 3)
	const index = page.Codes.findIndex((c) => c.code === '0006')
	status(await clerk.post(at('/question/2'), { kind: 'multi', ...kinds[1][1], options: '陪着看病\n打扫屋子\n都不需要', means: [`1_${index}`] }), 303)
	assert.equal(value(`SELECT c.category FROM choice c JOIN question q ON q.id = c.question_id JOIN survey v ON v.id = q.survey_id
		WHERE v.code = '${code}' AND c.label = '打扫屋子'`), '0006')
})

for (const [what, kind, form, field] of [
	['one choice alone', 'single', { title: '问', options: '只有一个' }, 'options'],
	['a choice twice', 'single', { title: '问', options: '一\n一' }, 'options'],
	['a choice of 121 letters', 'single', { title: '问', options: `${'长'.repeat(121)}\n二` }, 'options'],
	['41 choices', 'multi', { title: '问', options: Array.from({ length: 41 }, (_, i) => `选${i}`).join('\n') }, 'options'],
	['more to choose than there are', 'multi', { title: '问', options: '一\n二', most: 3 }, 'most'],
	['no title', 'text', { title: '' }, 'title'],
	['a scale upside down', 'scale', { title: '问', min: 5, max: 1 }, 'max'],
	['a scale to a hundred', 'scale', { title: '问', min: 1, max: 100 }, 'max'],
	['days upside down', 'date', { title: '问', first_day: '2026-02-01', last_day: '2026-01-01' }, 'last_day'],
	['a matrix without rows', 'matrix', { title: '问', options: '好\n差' }, 'rows'],
	['a condition on a later question', 'text', { title: '问', if_place: 60, if_choices: '1' }, 'if_place'],
	['a condition on a text', 'text', { title: '问', if_place: 8, if_choices: '1' }, 'if_place'],
	['a condition on no choice of it', 'text', { title: '问', if_place: 1, if_choices: '9' }, 'if_choices'],
	['a meaning that is not for its kind', 'text', { title: '问', maps: 'category' }, 'maps'],
])
	test(`a question with ${what} is refused and kept as typed`, async () => {
		const r = status(await clerk.post(at('/question'), { kind, ...form }, { json: true }), 422)
		const page = r.page
		assert.ok(page.Errors.some((e) => e.field === field), JSON.stringify(page.Errors))
		assert.equal(page.Form.title ?? '', form.title)
		assert.equal(page.Kind.word, kind)
	})

test('an unknown kind is not there', async () => {
	status(await add('hologram', { title: '问' }), 404)
})

test('a question is shown only if another was answered so, and the order keeps to it', async () => {
	status(await add('text', { title: '哪里不满意', if_place: 3, if_choices: '1、2' }), 303)
	const last = (await questions()).at(-1)
	assert.equal(last.if_place, 3)
	assert.equal(last.if_choices, '1,2')
	assert.match(last.if_words, /不满意/)
	for (let i = 9; i > 4; i--) status(await clerk.post(at(`/question/${i}/up`), {}), 303)
	const r = status(await clerk.post(at('/question/4/up'), {}), 422)
	assert.match(r.text, /显示条件/)
	assert.equal((await questions())[3].title, '哪里不满意')
	status(await clerk.post(at('/question/3/remove'), {}), 422)
	status(await clerk.post(at('/question/2/up'), {}), 303)
	status(await clerk.post(at('/question/1/down'), {}), 303)
	assert.equal((await questions())[3].if_place, 3)
	status(await clerk.post(at('/question/1/up'), {}), 303)
	status(await clerk.post(at('/question/99/up'), {}), 404)
})

test('a question is taken out, those behind it move up', async () => {
	status(await add('text', { title: '多余的' }), 303)
	const n = (await questions()).length
	status(await clerk.post(at(`/question/${n}/remove`), {}), 303)
	status(await clerk.post(at(`/question/${n}/remove`), {}), 404)
	assert.deepEqual((await questions()).map((x) => x.place), [1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('the preview is the page of residents, for staff alone', async () => {
	const r = status(await clerk.get(at('/preview')), 200)
	assert.match(r.text, /phone-frame/)
	assert.match(r.text, /哪天方便/)
	status(await new Client().getJson(`/needs/s/${code}`), 404)
})

test('head and days are changed in the draft', async () => {
	status(await clerk.post(at('/edit'), { title: '自编问卷一', intro: '您好', closes_on: '2020-01-01' }), 422)
	status(await clerk.post(at('/edit'), { title: '自编问卷一', intro: '您好', opens_on: '2031-01-02', closes_on: '2031-01-01' }), 422)
	status(await clerk.post(at('/edit'), { title: '自编问卷一', intro: '您好', shared: 1, wanted: 20 }), 303)
	assert.equal((await clerk.getJson(at(''))).page.Survey.wanted, 20)
})

const sheet = { q1: '2', q2: ['2'], q3: '2', q4: '太吵', q5_1: '2', q5_3: '1', q6: '3', q7: '2026-05-01', q8_1: '1', q8_2: '2', q8_3: '1', q9: '谢谢' }
test('it opens and takes an answer of every kind', async () => {
	status(await clerk.post(at('/open'), {}), 303)
	status(await new Client().submit(`/needs/s/${code}`, sheet), 303)
	const [n] = sql(`SELECT COUNT(*) n FROM answer a JOIN response r ON r.id = a.response_id JOIN survey v ON v.id = r.survey_id WHERE v.code = '${code}'`)
	assert.equal(Number(n.n), 12)
	const page = (await clerk.getJson(at('?by=1'))).page
	assert.equal(page.Questions.find((x) => x.kind === 'rank').Counts.find((c) => c.label === '聊天').count, 3)
	assert.equal(page.Questions.find((x) => x.kind === 'matrix').Stack.rows[1].parts[1].value, 1)
	assert.equal(page.Questions[1].Cross.rows[1].parts[1].value, 1)
	assert.equal(page.Questions.find((x) => x.kind === 'date').Counts[0].label, '2026-05')
})

for (const [what, change, field] of [
	['a choice not offered', { q2: ['9'] }, 'q2'],
	['more than may be chosen', { q2: ['1', '2', '3'] }, 'q2'],
	['one place twice in a rank', { q5_1: '1', q5_3: '1' }, 'q5_3'],
	['a rank that begins at the second', { q5_1: '2', q5_3: '' }, 'q5'],
	['a fourth place of three', { q5_2: '4' }, 'q5_2'],
	['a row of the matrix missing', { q8_2: '' }, 'q8_2'],
	['a column that is not there', { q8_2: '9' }, 'q8_2'],
	['a day too late', { q7: '2028-01-01' }, 'q7'],
	['a day that never was', { q7: '2026-02-30' }, 'q7'],
	['a number too small', { q6: '0' }, 'q6'],
	['a number with letters', { q6: '三口半' }, 'q6'],
	['a text too long', { q9: '字'.repeat(501) }, 'q9'],
	['nothing where it is required', { q1: '' }, 'q1'],
])
	test(`an answer with ${what} is named beside its question`, async () => {
		const r = status(await new Client().submit(`/needs/s/${code}`, { ...sheet, ...change }), 422)
		assert.ok(r.page.Errors.some((e) => e.field === field), JSON.stringify(r.page.Errors))
		assert.equal(r.page.Form.q4, '太吵')
	})

test('what was answered to a hidden question is not taken', async () => {
	status(await new Client().submit(`/needs/s/${code}`, { ...sheet, q3: '5', q4: '不该存' }), 303)
	assert.equal(value("SELECT COUNT(*) FROM answer WHERE text = '不该存'"), '0')
})

test('an answered survey is not changed: its questions stay, a change makes the next version', async () => {
	for (const path of ['/edit', '/question?kind=text', '/question/1']) status(await clerk.getJson(at(path)), 409)
	status(await clerk.post(at('/edit'), { title: '换个题目' }), 409)
	status(await add('text', { title: '偷加一题' }), 409)
	status(await clerk.post(at('/question/1/remove'), {}), 409)
	const first = code
	code = codeIn(status(await clerk.post(at('/next'), {}), 303))
	assert.notEqual(code, first)
	assert.equal(codeIn(status(await clerk.post(`/needs/surveys/${first}/next`, {}), 303)), code)
	const page = (await clerk.getJson(at(''))).page
	assert.equal(page.Survey.version, 2)
	assert.equal(page.Survey.earlier, first)
	assert.equal(page.Questions.length, 9)
	assert.equal((await new Client().getJson(`/needs/s/${first}`)).page.Survey.version, 1)
	status(await add('text', { title: '新加的一题' }), 303)
	status(await clerk.post(at('/open'), {}), 303)
	// The poster of the first leads to the second.
	const asked = (await new Client().getJson(`/needs/s/${first}`)).page
	assert.equal(asked.Survey.version, 2)
	assert.equal(asked.Questions.length, 10)
	assert.equal(value(`SELECT state FROM survey WHERE code = '${first}'`), 'closed')
	status(await clerk.post(`/needs/surveys/${first}/reopen`, {}), 409)
	assert.equal((await clerk.getJson(`/needs/surveys/${first}`)).page.Questions.length, 9)
})

test('closed by mistake, it is opened again; days may be moved while it is open', async () => {
	status(await clerk.post(at('/close'), {}), 303)
	status(await clerk.post(at('/days'), { closes_on: '2031-01-01' }), 409)
	status(await clerk.post(at('/reopen'), {}), 303)
	status(await clerk.post(at('/days'), { closes_on: '2020-01-01' }), 422)
	status(await clerk.post(at('/days'), { closes_on: '2031-01-01', wanted: 50 }), 303)
	assert.equal((await clerk.getJson(at(''))).page.Survey.closes_on, '2031-01-01')
})

test('a survey with a first day in the future says so and takes nothing', async () => {
	const later = await make({ template: 'elder', title: '明年的', opens_on: '2035-01-01' })
	status(await clerk.post(`/needs/surveys/${later}/open`, {}), 303)
	const r = (await new Client().getJson(`/needs/s/${later}`)).page
	assert.equal(Number(r.Early), 1)
	status(await clerk.post(`/needs/surveys/${later}/close`, {}), 303)
})

test('one is copied by its own station, by another only where it is offered', async () => {
	const copy = await make({ template: code, title: '抄来的' })
	const page = (await clerk.getJson(`/needs/surveys/${copy}`)).page
	assert.equal(page.Questions.length, 10)
	assert.equal(page.Questions[3].if_place, 3)
	assert.equal(page.Survey.version, 1)
	const offered = (await other.getJson('/needs/surveys/new')).page.Region ?? []
	const same = value("SELECT LEFT(a.region_code, 6) = LEFT(b.region_code, 6) FROM station a JOIN station b ON a.no = 1 AND b.id = (SELECT s.station_id FROM staff_role s JOIN staff f ON f.id = s.staff_id WHERE f.login = 'zhaolei' LIMIT 1)")
	assert.equal(offered.some((o) => o.code === code), same === '1')
	status(await other.submit('/needs/surveys/new', { template: copy, title: '不该抄到' }), 422)
})

test('every step was audited', () => {
	const actions = sql(`SELECT DISTINCT a.action FROM audit a JOIN survey s ON s.id = a.target_id
		WHERE a.target = 'survey' AND s.title IN ('自编问卷一')`).map((r) => r.action)
	assert.deepEqual(actions.sort(), ['survey.add', 'survey.close', 'survey.days', 'survey.edit', 'survey.next', 'survey.open', 'survey.reopen'])
})

// Each route by who may not.
const draft = await make({ template: 'elder', title: '守门用' })
const of = () => draft
for (const path of ['edit', 'preview', 'question', 'question/1']) guardGet(`/needs/surveys/{}/${path}`, { of, elsewhere: 'zhaolei' })
for (const path of ['edit', 'question', 'question/1', 'question/1/up', 'question/1/down', 'question/1/remove', 'next', 'days', 'reopen'])
	guardPost(`/needs/surveys/{}/${path}`, { of, elsewhere: 'zhaolei', form: { title: '不应出现', kind: 'text' } })
await end()
