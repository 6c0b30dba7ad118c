// 社工引领: a project and an activity name the social worker who leads; who may not is said; the station's figures count what was led.
import { assert, cleanup, end, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { planForm } from './lib/activity.mjs'
import { planForm as projectForm } from './lib/project.mjs'

const clerk = await staff('liwei')
const manager = await staff('zhangmin')
const there = await staff('zhaolei')
const person = (no) => Number(value('SELECT person_id FROM volunteer WHERE no = ?', [no]))
const worker = async (form = {}) => {
	const v = await newVolunteer({ name: '苏社工' })
	status(await clerk.post(`/account/volunteers/${v.no}/worker`, { level: '2', certificate_no: '2019034610', valid_until: '2099-01-01', ...form }), 303)
	return v.no
}
const led = await worker()
cleanup(() => sql("UPDATE activity SET state = 'cancelled', cancel_reason = 'x' WHERE led_by = ? AND state = 'published'", [person(led)]))

const plannedProject = (form) => clerk.submit('/project/new', projectForm(form))
const plannedActivity = (form) => clerk.submit('/activity/manage/new', planForm(form))
const last = (r) => new URL(status(r, 303).location).pathname.split('/').at(-1)

test('those of the station are to be chosen, with their level', async () => {
	for (const at of ['/project/new', '/activity/manage/new']) {
		const mine = (await clerk.getJson(at)).page.Workers.find((w) => w.code === led)
		assert.deepEqual([mine.name, mine.hint], ['苏社工', '社会工作师（中级）'])
		assert.ok(!((await there.getJson(at)).page.Workers ?? []).some((w) => w.code === led))
	}
})

test('a project names who leads it, shows it, and gives it to its activities', async () => {
	const no = last(await plannedProject({ led_by: led }))
	assert.equal(status(await clerk.getJson(`/project/${no}`), 200).page.Project.led_by, '苏社工')
	assert.equal((await clerk.getJson(`/project/${no}/edit`)).page.Form.led_by, led)
	assert.equal((await clerk.getJson(`/activity/manage/new?project=${no}`)).page.Form.led_by, led)
})

test('an activity names who leads it, and is changed', async () => {
	const no = last(await plannedActivity({ led_by: led }))
	assert.equal((await clerk.getJson(`/activity/manage/${no}`)).page.Activity.led_by, '苏社工')
	assert.equal(value('SELECT led_by FROM activity WHERE no = ?', [no]), String(person(led)))
	const { Form } = (await clerk.getJson(`/activity/manage/${no}/edit`)).page
	assert.equal(Form.led_by, led)
	status(await clerk.post(`/activity/manage/${no}/edit`, { ...planForm(), led_by: '' }), 303)
	assert.equal(value('SELECT led_by FROM activity WHERE no = ?', [no]), null)
})

test('who is no social worker, whose registration ended, who is another station\'s and who left may not lead', async () => {
	const ended = await worker({ valid_until: '2020-01-01' })
	const away = await worker()
	const gone = await worker()
	const plain = (await newVolunteer()).no
	sql('UPDATE volunteer SET station_id = 2 WHERE no = ?', [away])
	sql("UPDATE volunteer SET state = 'paused' WHERE no = ?", [gone])
	try {
		for (const no of [ended, away, gone, plain, 'V0000000000']) {
			assert.equal(status(await plannedProject({ led_by: no }), 422).page.Errors[0].field, 'led_by', no)
			assert.equal(status(await plannedActivity({ led_by: no }), 422).page.Errors[0].field, 'led_by', no)
		}
	} finally {
		sql('UPDATE volunteer SET station_id = 1 WHERE no = ?', [away])
		sql("UPDATE volunteer SET state = 'active' WHERE no = ?", [gone])
	}
})

test('the figures of the station count what was led this year; the overseer sees them too', async () => {
	const before = (await manager.getJson('/station/')).page.Led
	assert.ok(before.workers >= 1)
	const no = last(await plannedActivity({ led_by: led }))
	assert.equal((await manager.getJson('/station/')).page.Led.activities, before.activities, 'a draft is nothing yet')
	sql("UPDATE activity SET state = 'published', published_at = NOW() WHERE no = ?", [no])
	assert.equal((await manager.getJson('/station/')).page.Led.activities, before.activities + 1)
	const overseer = await staff('madan')
	assert.equal((await overseer.getJson('/station/places/1')).page.Led.activities, before.activities + 1)
	const row = (await overseer.getJson('/station/overview')).page.Stations.find((s) => s.no === 1)
	assert.ok(row.led >= 1)
	sql("UPDATE activity SET state = 'cancelled', cancel_reason = 'x' WHERE no = ?", [no])
})

await end()
