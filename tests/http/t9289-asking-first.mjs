// Asking first: what cannot be taken back answers a browser with a page that says what follows, and is done with sure=1; JSON is not asked.
import { assert, end, staff, status, test, value } from './lib.mjs'
import { newActivity } from './lib/activity.mjs'

const clerk = await staff('liwei')
const html = { headers: { Accept: 'text/html' } }
const state = (no) => value('SELECT state FROM activity WHERE no = ?', [no])

test('a cancelled activity is asked about, with what was typed, who hears of it and what else could be done', async () => {
	const a = await newActivity(clerk)
	const at = `/activity/manage/${a.no}/cancel`
	const { text } = status(await clerk.post(at, { reason: '下大雨"><u>' }, html), 200)
	for (const words of ['取消这场活动', '不能撤回', '名册上和报名的志愿者', '也可以', 'name="sure" value="1"', `action="${at}"`, `href="/activity/manage/${a.no}"`,
		'name="reason" value="下大雨&quot;&gt;&lt;u&gt;"'])
		assert.ok(text.includes(words), words)
	assert.ok(!text.includes('"><u>'))
	assert.notEqual(state(a.no), 'cancelled')
	status(await clerk.post(at, { reason: '下大雨', sure: '0' }, html), 200)
	status(await clerk.post(at, { reason: '下大雨', sure: '1', csrf: 'x' }, html), 403)
	assert.notEqual(state(a.no), 'cancelled')
	status(await clerk.post(at, { reason: '下大雨', sure: '1' }, html), 303)
	assert.equal(state(a.no), 'cancelled')
})

test('a client that asks for JSON is not asked, and a stranger is not either', async () => {
	const a = await newActivity(clerk)
	status(await (await staff('zhaolei')).post(`/activity/manage/${a.no}/cancel`, { reason: '下大雨', sure: '1' }, html), 404)
	status(await clerk.post(`/activity/manage/${a.no}/cancel`, { reason: '下大雨' }), 303)
	assert.equal(state(a.no), 'cancelled')
})

await end()
