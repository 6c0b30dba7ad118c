// After a decision about many the list is as it was filtered, and so it is when the decision is refused.
import { assert, end, newVolunteer, staff, status, test } from './lib.mjs'
import { attend, finish, newActivity, records, roomToday } from './lib/activity.mjs'

await roomToday()
const [clerk, reviewer] = [await staff('liwei'), await staff('wangfang')]
const need = async (description) =>
	status(await clerk.submit('/needs/ledger/new', { source: 'phone', category: '0017', target_group: '03', description }), 303).location.match(/N\d+/)[0]

test('needs: verified from a search, back to the search', async () => {
	const [a, b] = [await need('找灯泡甲'), await need('找灯泡乙')]
	const q = `q=${encodeURIComponent('找灯泡')}&state=to_verify`
	const { text } = status(await clerk.get(`/needs/ledger?${q}`, { headers: { Accept: 'text/html' } }), 200)
	assert.ok(text.includes(`action="/needs/ledger/verify?${q.replace('&', '&amp;')}"`))
	assert.equal(status(await clerk.post(`/needs/ledger/verify?${q}`, { needs: [a] }), 303).location.split('/needs/ledger?')[1], `${q}&done=needs_verified`)
	const left = status(await clerk.post(`/needs/ledger/verify?${q}`, {}), 422).page.Needs
	assert.deepEqual(left.map((n) => n.no), [b], 'the list that was refused is the one that was looked at')
	assert.match(status(await clerk.post('/needs/ledger/verify', { needs: [b] }), 303).location, /state=to_verify&done=needs_verified$/)
})

test('records: reviewed for one activity, back to that activity', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	await attend(clerk, v, a)
	finish(a.no)
	const r = status(await reviewer.post(`/activity/manage/review?activity=${a.no}`, { record: [records(a.no)[0].no] }), 303)
	assert.match(r.location, new RegExp(`review\\?activity=${a.no}&done=`))
})

test('nothing but our own address comes of a filter', async () => {
	const no = await need('换行')
	const r = status(await clerk.post('/needs/ledger/verify?q=%0d%0aLocation:%20http://x/', { needs: [no] }), 303)
	assert.ok(!/[\r\n]/.test(r.location) && !r.location.includes('http://x/'))
})

await end()
