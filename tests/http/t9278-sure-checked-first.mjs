// A deed that cannot be taken back is checked before it is asked about: what would be refused is refused at once, nothing is written by asking.
import { assert, end, staff, status, test, value, newVolunteer } from './lib.mjs'
import { newActivity } from './lib/activity.mjs'

const clerk = await staff('liwei')
const html = { headers: { Accept: 'text/html' } }
const state = (no) => value('SELECT state FROM activity WHERE no = ?', [no])
const audits = () => Number(value('SELECT COUNT(*) FROM audit'))

test('a cancellation without a reason is refused, and not asked about', async () => {
	const a = await newActivity(clerk)
	const { text } = status(await clerk.post(`/activity/manage/${a.no}/cancel`, { reason: '' }, html), 422)
	assert.ok(!text.includes('name="sure"') && text.includes('aria-invalid="true"'), 'the form stands there again, with its message')
})

test('asking writes nothing, and what was asked is done afterwards', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	const [before, told] = [audits(), value('SELECT COUNT(*) FROM message')]
	const { text } = status(await clerk.post(`/activity/manage/${a.no}/cancel`, { reason: '下大雨' }, html), 200)
	assert.ok(text.includes('name="sure" value="1"'))
	assert.equal(audits(), before)
	assert.equal(value('SELECT COUNT(*) FROM message'), told)
	assert.notEqual(state(a.no), 'cancelled')
	status(await clerk.post(`/activity/manage/${a.no}/cancel`, { reason: '下大雨', sure: '1' }, html), 303)
	assert.equal(state(a.no), 'cancelled')
})

test('what is over already is not asked about', async () => {
	const a = await newActivity(clerk)
	status(await clerk.post(`/activity/manage/${a.no}/cancel`, { reason: '下大雨', sure: '1' }, html), 303)
	const { text } = status(await clerk.post(`/activity/manage/${a.no}/cancel`, { reason: '下大雨' }, html), 409)
	assert.ok(!text.includes('name="sure"'))
	status(await clerk.post('/activity/manage/A9999999999/cancel', { reason: '下大雨' }, html), 404)
})

test('a notice is taken down after asking alone', async () => {
	const made = status(await clerk.submit('/station/notices/new', { kind: 'notice', title: '停水', body: '明天上午停水' }), 303).location
	const uid = made.match(/notices\/([0-9a-f]{32})/)[1]
	const shown = () => value('SELECT COUNT(*) FROM announcement WHERE uid = UNHEX(?) AND until < CURDATE()', [uid])
	const r = await clerk.post(`/station/notices/${uid}/down`, {}, html)
	assert.ok([200, 409].includes(r.status), `${r.status}`)
	assert.equal(shown(), '0')
})

await end()
