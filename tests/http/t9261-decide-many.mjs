// Forty applications are not forty pages: those that are ticked are refused with one reason, or lined up, together or not at all.
import { assert, end, newVolunteer, staff, status, test } from './lib.mjs'
import { applicationOf, applications, apply, published } from './lib/project.mjs'

const [clerk, reviewer, elsewhere] = [await staff('liwei'), await staff('wangfang'), await staff('zhaolei')]
const states = (no) => applications(no).map((a) => a.state)
const uids = (no, list) => list.map((v) => applicationOf(no, v).uid_hex)
const told = async (v) => (status(await v.client.getJson('/account/messages'), 200).page.Messages ?? []).map((m) => m.event)
const decide = (by, no, list, form) => by.post(`/recruit/review?project=${no}`, { uid: uids(no, list), ...form })

async function withPending(n, wanted = 2) {
	const p = await published(clerk, reviewer, { positions: [{ wanted }] })
	const all = await Promise.all(Array.from({ length: n }, () => newVolunteer()))
	for (const v of all) status(await apply(v, p.no, p.positions[0]), 303)
	return { ...p, all }
}

test('refused with one reason, each is told it; the way back keeps the filter', async () => {
	const p = await withPending(3)
	const r = status(await decide(clerk, p.no, p.all, { verb: 'refuse', reason: '活动改期，名额取消' }), 303)
	assert.match(r.location, new RegExp(`done=refused_all&project=${p.no}`))
	assert.deepEqual(states(p.no), ['refused', 'refused', 'refused'])
	assert.ok(applications(p.no).every((a) => a.reason === '活动改期，名额取消' && a.decided_by))
	for (const v of p.all) assert.ok((await told(v)).includes('refused'))
})

test('without a reason nothing is refused, and the ticks are kept', async () => {
	const p = await withPending(2)
	for (const reason of ['', ' ', '短']) {
		const r = status(await decide(clerk, p.no, p.all, { verb: 'refuse', reason }), 422)
		assert.equal(r.page.Errors[0].field, 'reason')
	}
	assert.deepEqual(states(p.no), ['pending', 'pending'])
	const page = status(await clerk.post(`/recruit/review?project=${p.no}`, { uid: uids(p.no, p.all).map((u) => u.slice(0, 12)), verb: 'refuse', reason: '' },
		{ headers: { Accept: 'text/html' } }), 422).text
	for (const uid of uids(p.no, p.all)) assert.match(page, new RegExp(` checked[^>]* value="${uid.slice(0, 12)}"`))
	assert.match(page, /aria-invalid="true" aria-describedby="reason-error"/)
})

test('lined up behind a full position in the order in which they applied, and never while there is a place', async () => {
	const p = await withPending(4, 2)
	const [a, b, c, d] = p.all
	const early = status(await decide(clerk, p.no, [c, d], { verb: 'wait' }), 422)
	assert.match(early.page.Errors[0].text, /还有空位/)
	status(await decide(clerk, p.no, [a, b], { verb: 'approve' }), 303)
	assert.match(status(await decide(clerk, p.no, [d, c], { verb: 'wait' }), 303).location, /done=queued_all/)
	assert.deepEqual(states(p.no), ['accepted', 'accepted', 'waiting', 'waiting'])
	assert.deepEqual([c, d].map((v) => applicationOf(p.no, v).line_no), ['1', '2'])
	const { text } = status(await clerk.get(`/recruit/review?done=queued_all&project=${p.no}`), 200)
	assert.match(text, /系统按次序通知本人/)
	assert.ok(!/通知您/.test(text))
})

test('two at once: one wins, the other changes nothing', async () => {
	const p = await withPending(4, 4)
	const other = await staff('wangfang')
	const both = await Promise.all([
		decide(clerk, p.no, p.all, { verb: 'refuse', reason: '人已够了' }), decide(other, p.no, p.all, { verb: 'approve' })])
	assert.deepEqual(both.map((r) => r.status).sort(), [303, 409])
	assert.equal(new Set(states(p.no)).size, 1)
})

test('one that went meanwhile, one of another station, too many, an unknown word', async () => {
	const p = await withPending(2)
	const [a, b] = p.all
	status(await a.client.post(`/recruit/${p.no}/withdraw`), 303)
	status(await decide(clerk, p.no, [a, b], { verb: 'refuse', reason: '人已够了' }), 409)
	assert.deepEqual(states(p.no), ['withdrawn', 'pending'])
	status(await elsewhere.post('/recruit/review', { uid: uids(p.no, [b]), verb: 'refuse', reason: '人已够了' }), 404)
	status(await decide(clerk, p.no, [b], { verb: 'drop' }), 400)
	const many = (n) => clerk.post('/recruit/review', { uid: Array.from({ length: n }, (_, i) => i ? i.toString(16).padStart(32, '0') : uids(p.no, [b])[0]), verb: 'approve' })
	status(await many(101), 422)
	status(await many(5000), 413)
	assert.deepEqual(states(p.no), ['withdrawn', 'pending'])
})

test('what was not refused twice: a second click is found out', async () => {
	const p = await withPending(1)
	status(await decide(clerk, p.no, p.all, { verb: 'refuse', reason: '人已够了' }), 303)
	status(await decide(clerk, p.no, p.all, { verb: 'refuse', reason: '又点了一次' }), 409)
	assert.equal(applications(p.no)[0].reason, '人已够了')
})

await end()
