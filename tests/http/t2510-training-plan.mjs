// A training from draft to its end: what is written down, checked, published, called off.
import { Client, assert, end, guardGet, guardPost, sql, staff, status, test, value } from './lib.mjs'
import { cells } from './lib/xlsx.mjs'
import { drafted, hoursFromNow, plan, published, running } from './lib/training.mjs'

const clerk = await staff('liwei')
const other = await staff('zhaolei')
let no

test('a training is a draft that only its station sees', async () => {
	no = await drafted(clerk, { title: '急救"><svg onload=alert(1)>', qualifies: '急救员' })
	assert.match(no, /^T\d{2}001\d{5}$/)
	const { Training } = (await clerk.getJson(`/training/manage/${no}`)).page
	assert.equal(Training.state, 'draft')
	assert.equal(Training.organiser, '杜桥街道胜利社区志愿服务站')
	status(await new Client().getJson(`/training/${no}`), 404)
	status(await other.getJson(`/training/manage/${no}`), 404)
})

for (const [what, change, field] of [
	['no title', { title: '' }, 'title'],
	['an unknown kind', { kind: '9' }, 'kind'],
	['an unknown way', { mode: '7' }, 'mode'],
	['a start in the past', { starts_at: hoursFromNow(-1) }, 'starts_at'],
	['an end before the start', { ends_at: hoursFromNow(1) }, 'ends_at'],
	['more study than time', { study_minutes: '600' }, 'study_minutes'],
	['enrolment after the start', { enrol_until: hoursFromNow(3) }, 'enrol_until'],
	['no place', { place: '' }, 'place'],
	['no places', { places: '0' }, 'places'],
	['a place number that is none', { places: '二十' }, 'places'],
	['a project of nobody', { project: 'P9999999999' }, 'project'],
	['a state', { state: 'finished' }, undefined],
])
	test(`a plan with ${what} comes back with what was typed`, async () => {
		const before = value('SELECT COUNT(*) FROM training')
		const r = status(await clerk.submit('/training/manage/new', plan({ contact_name: '李老师', ...change })), 422)
		assert.ok(r.page.Errors.some((e) => e.field === field), JSON.stringify(r.page.Errors))
		assert.equal(r.page.Form.contact_name, '李老师')
		assert.equal(value('SELECT COUNT(*) FROM training'), before)
	})

test('a plan at a distance needs no place', async () => {
	await drafted(clerk, { mode: '1', place: '' })
})

test('the same form sent twice is one training', async () => {
	const { Key } = (await clerk.getJson('/training/manage/new')).page
	const form = { ...plan(), key: Key }
	status(await clerk.post('/training/manage/new', form), 303)
	const n = value('SELECT COUNT(*) FROM training')
	status(await clerk.post('/training/manage/new', form), 409)
	assert.equal(value('SELECT COUNT(*) FROM training'), n)
})

test('a draft is changed, a published one is not', async () => {
	const form = (await clerk.getJson(`/training/manage/${no}/edit`)).page.Form
	assert.equal(form.qualifies, '急救员')
	status(await clerk.post(`/training/manage/${no}/edit`, plan({ title: '急救入门', places: '30' })), 303)
	status(await clerk.post(`/training/manage/${no}/edit`, plan({ places: '0' })), 422)
	status(await other.post(`/training/manage/${no}/edit`, plan()), 404)
	assert.equal(value('SELECT places FROM training WHERE no = ?', [no]), '30')
	status(await clerk.post(`/training/manage/${no}/publish`), 303)
	status(await clerk.getJson(`/training/manage/${no}/edit`), 409)
	status(await clerk.post(`/training/manage/${no}/edit`, plan()), 409)
	status(await clerk.post(`/training/manage/${no}/publish`), 409)
})

test('everybody sees it then, with the places left', async () => {
	const stranger = new Client()
	const { Trainings } = (await stranger.getJson('/training/')).page
	const mine = Trainings.find((t) => t.no === no)
	assert.equal(mine.places_left, 30)
	const r = status(await stranger.get(`/training/${no}`), 200)
	assert.match(r.text, /登录后报名/)
	assert.ok(!r.text.includes('<svg onload'))
})

test('one whose start has passed is not published', async () => {
	const late = await drafted(clerk)
	sql('UPDATE training SET starts_at = NOW() - INTERVAL 1 MINUTE WHERE no = ?', [late])
	const r = status(await clerk.post(`/training/manage/${late}/publish`), 409)
	assert.equal(r.page.Refused, 'start_past')
	const html = await clerk.post(`/training/manage/${late}/publish`, {}, { headers: { Accept: 'text/html' } })
	assert.match(html.text, /开始时间已经过了/)
})

test('it does not start before its day, and then once', async () => {
	const early = await published(clerk, { starts_at: hoursFromNow(50), ends_at: hoursFromNow(52) })
	assert.equal(status(await clerk.post(`/training/manage/${early}/start`), 409).page.Refused, 'not_yet')
	status(await other.post(`/training/manage/${early}/start`), 404)
	await running(clerk, early)
	status(await clerk.post(`/training/manage/${early}/start`), 409)
	status(await clerk.post(`/training/manage/${early}/finish`), 303)
	status(await clerk.post(`/training/manage/${early}/finish`), 409)
	assert.equal(value('SELECT f.login FROM training t JOIN staff f ON f.id = t.recorded_by WHERE t.no = ?', [early]), 'liwei')
})

test('it is called off with a reason only', async () => {
	status(await clerk.post(`/training/manage/${no}/cancel`, { reason: '' }), 422)
	status(await other.post(`/training/manage/${no}/cancel`, { reason: '讲师生病' }), 404)
	status(await clerk.post(`/training/manage/${no}/cancel`, { reason: '讲师生病' }), 303)
	status(await clerk.post(`/training/manage/${no}/cancel`, { reason: '讲师生病' }), 409)
	assert.equal((await new Client().getJson(`/training/${no}`)).page.Training.state, 'cancelled')
})

test('the list filters by state, and every page is a page', async () => {
	const { Trainings } = (await clerk.getJson('/training/manage?state=cancelled')).page
	assert.ok(Trainings.length >= 1 && Trainings.every((t) => t.state === 'cancelled'))
	assert.equal((await clerk.getJson("/training/manage?state=x'")).page.Trainings, undefined)
	const found = async (query) => ((await clerk.getJson(`/training/manage?q=${encodeURIComponent('急救入门')}&${query}`)).page.Trainings ?? [])
		.map((t) => t.no)
	assert.deepEqual(await found(''), [no])
	assert.deepEqual(await found('kind=9'), [])
	const day = value('SELECT DATE(starts_at) FROM training WHERE no = ?', [no])
	assert.deepEqual(await found(`from=${day}&to=${day}&sort=starts_at&dir=asc`), [no])
	assert.deepEqual(await found(`to=${hoursFromNow(-24).slice(0, 10)}`), [])
	const [head, row] = cells(status(await clerk.get(`/training/manage?q=${no}&as=xlsx`), 200).body)
	assert.deepEqual([head[0], row[0], row[1], row[6], row[9]], ['培训编号', no, '急救入门', 30, '已取消'])
	for (const path of ['/training/manage', '/training/manage/new', `/training/manage/${no}`, '/training/'])
		assert.match(status(await clerk.get(path), 200).text, /<h1/)
})

test('what is not there is not there', async () => {
	status(await clerk.getJson('/training/manage/T0000000000'), 404)
	status(await clerk.post('/training/manage/T0000000000/publish'), 404)
	status(await clerk.getJson(`/training/manage/${no}/publish`), 405)
	status(await new Client().get('/training/T0000000000'), 404)
})

guardGet('/training/manage')
guardGet('/training/manage/new')
let there
const of = async () => (there ??= await published(clerk))
for (const page of ['', '/edit', '/roll', '/sheet'])
	guardGet(`/training/manage/{}${page}`, { of, elsewhere: 'zhaolei' })
guardPost('/training/manage/new', { form: plan() })
guardPost('/training/manage/{}/edit', { of, elsewhere: 'zhaolei', form: plan() })
for (const verb of ['publish', 'start', 'finish', 'cancel', 'present', 'result', 'enrol', 'remove'])
	guardPost(`/training/manage/{}/${verb}`, { of, elsewhere: 'zhaolei', form: verb === 'cancel' ? { reason: '看看' } : {} })
test('nobody of these did anything to it', async () => {
	assert.equal(value('SELECT state FROM training WHERE no = ?', [await of()]), 'published')
})
await end()
