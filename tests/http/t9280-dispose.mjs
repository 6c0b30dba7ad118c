// A project's applications against its places on one screen: what is ticked there is sent at once, every row checked as a single decision is,
// and happens whole or not at all; whoever went meanwhile is named.
import { assert, end, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { applicationOf, applications, apply, published, taken } from './lib/project.mjs'

const [clerk, reviewer, elsewhere] = [await staff('liwei'), await staff('wangfang'), await staff('zhaolei')]
const address = (no) => `/recruit/manage/${no}/dispose`
const show = async (no) => status(await clerk.getJson(address(no)), 200).page
const states = (no) => applications(no).map((a) => a.state)
const uid = (no, v) => applicationOf(no, v).uid_hex
/* What a box of the screen sends. */
const pick = (no, v) => uid(no, v).slice(0, 12)
const send = (by, no, form) => by.post(address(no), Object.fromEntries(Object.entries(form).map(([k, v]) => [k, Array.isArray(v) ? v.map((x) => uid(no, x)) : v])))
const told = async (v) => (status(await v.client.getJson('/account/messages'), 200).page.Messages ?? []).map((m) => m.event)

async function withPending(n, positions = [{ wanted: 2 }]) {
	const p = await published(clerk, reviewer, { positions })
	const all = await Promise.all(Array.from({ length: n }, () => newVolunteer()))
	for (const [i, v] of all.entries()) status(await apply(v, p.no, p.positions[i % positions.length]), 303)
	return { ...p, all }
}

test('the screen: who asks, what they have and lack, and the places', async () => {
	const p = await withPending(2)
	const [a, b] = p.all
	const person = (v) => value('SELECT person_id FROM volunteer WHERE no = ?', [v.no])
	sql("INSERT INTO qualification (person_id, name, granted_on) VALUES (?, '健康证', CURDATE()), (?, '急救员', CURDATE())", [person(a), person(a)])
	sql("INSERT INTO qualification (person_id, name, granted_on, valid_until) VALUES (?, '驾照', '2020-01-01', '2021-01-01')", [person(a)])
	sql('UPDATE volunteer SET no_shows = 3 WHERE no = ?', [b.no])
	status(await clerk.post(`/account/volunteers/${b.no}/note`, { words: '三次都没有请假' }), 303)
	const page = await show(p.no)
	assert.deepEqual(page.Pending.map((r) => r.uid), [uid(p.no, a), uid(p.no, b)])
	assert.deepEqual(page.Pending[0].Badges.map((x) => x.name).sort(), ['健康证', '急救员'].sort())
	assert.deepEqual([page.Pending[1].no_shows, page.Pending[1].note], [3, '三次都没有请假'])
	assert.deepEqual([page.Places[0].wanted, page.Places[0].taken, page.Places[0].places], [2, 0, 2])
	assert.equal(page.PendingTotal, 2)
	status(await elsewhere.getJson(address(p.no)), 404)
	status(await clerk.getJson(`${address(p.no)}?shift=A2600199999`), 404)
})

test('one POST takes on, lines up and refuses, and everybody is told', async () => {
	const p = await withPending(5)
	const [a, b, c, d, e] = p.all
	assert.match(status(await send(clerk, p.no, { accept: [b, a], wait: [d, c], refuse: [e], reason: '这次人已够了' }), 303).location, /dispose\?done=disposed/)
	assert.deepEqual(states(p.no), ['accepted', 'accepted', 'waiting', 'waiting', 'refused'])
	assert.deepEqual([c, d].map((v) => applicationOf(p.no, v).line_no), ['1', '2'], 'in the order in which they applied')
	assert.equal(taken(p.positions[0]), 2)
	for (const [v, event] of [[a, 'approved'], [d, 'lined_up'], [e, 'refused']]) assert.ok((await told(v)).includes(event), event)
	const page = await show(p.no)
	assert.deepEqual(page.Placed.map((r) => r.state), ['accepted', 'accepted', 'waiting', 'waiting'])
	status(await send(clerk, p.no, { drop: [c], reason: '项目提前结束' }), 303)
	assert.deepEqual(states(p.no), ['accepted', 'accepted', 'refused', 'waiting', 'refused'])
})

test('a place too few, a wait although there is a place, no reason, two ticks for one: nothing is done', async () => {
	const p = await withPending(3)
	const [a, b, c] = p.all
	const said = async (form) => status(await send(clerk, p.no, form), 422).page.Errors[0].text
	assert.match(await said({ accept: [a, b, c] }), /名额不够：勾选了 3 人，只剩 2 个/)
	assert.match(await said({ accept: [a], wait: [b] }), /还有空位/)
	assert.match(await said({ accept: [a], refuse: [b], reason: '' }), /原因/)
	assert.match(await said({ accept: [a], wait: [a] }), /一个人只能勾一处/)
	assert.match(await said({ reason: '' }), /勾选/)
	assert.deepEqual(states(p.no), ['pending', 'pending', 'pending'])
	const { text } = status(await clerk.post(address(p.no), { accept: p.all.map((v) => pick(p.no, v)) }, { headers: { Accept: 'text/html' } }), 422)
	for (const v of p.all) assert.match(text, new RegExp(`name="accept" value="${pick(p.no, v)}"[^>]* checked`))
})

test('who went meanwhile is named, the other ticks stay', async () => {
	const p = await withPending(3)
	const [a, b, c] = p.all
	status(await a.client.post(`/recruit/${p.no}/withdraw`), 303)
	const r = status(await clerk.post(address(p.no), { accept: [pick(p.no, a), pick(p.no, b)], refuse: [pick(p.no, c)], reason: '人已够了' }, { headers: { Accept: 'text/html' } }), 409)
	const name = value('SELECT p.name FROM person p JOIN volunteer v ON v.person_id = p.id WHERE v.no = ?', [a.no])
	assert.ok(r.text.includes(`${name}没有处置，已是：已退出`), r.text.slice(0, 400))
	assert.match(r.text, new RegExp(`value="${pick(p.no, b)}"[^>]* checked`))
	assert.deepEqual(states(p.no), ['withdrawn', 'pending', 'pending'])
})

test('two deciding the same screen: one wins, the other is told who', async () => {
	const p = await withPending(6, [{ wanted: 6 }])
	const other = await staff('wangfang')
	const both = await Promise.all([send(clerk, p.no, { refuse: p.all, reason: '人已够了' }), send(other, p.no, { accept: p.all })])
	assert.deepEqual(both.map((r) => r.status).sort(), [303, 409])
	assert.equal(new Set(states(p.no)).size, 1)
	assert.equal(both.find((r) => r.status === 409).page.Errors.length, 6)
})

test('rows of another project, of another station, too many', async () => {
	const [p, other] = [await withPending(2), await withPending(1)]
	status(await clerk.post(address(p.no), { accept: [uid(other.no, other.all[0])] }), 404)
	status(await elsewhere.post(address(p.no), { accept: [uid(p.no, p.all[0])] }), 404)
	const many = (n) => clerk.post(address(p.no), { accept: Array.from({ length: n }, (_, i) => i.toString(16).padStart(32, '0')) })
	status(await many(101), 422)
	status(await many(5000), 413)
	assert.deepEqual(states(p.no), ['pending', 'pending'])
	assert.equal(applicationOf(other.no, other.all[0]).state, 'pending')
})

test('two positions on one screen, and a screen of a hundred', async () => {
	const p = await withPending(4, [{ title: '送餐员', wanted: 1 }, { title: '陪诊员', wanted: 1 }])
	const [a, b, c, d] = p.all
	status(await send(clerk, p.no, { accept: [a, b], wait: [c, d] }), 303)
	assert.deepEqual(states(p.no), ['accepted', 'accepted', 'waiting', 'waiting'])
	assert.deepEqual([c, d].map((v) => applicationOf(p.no, v).line_no), ['1', '1'], 'each position has its own list')
	const big = await published(clerk, reviewer, { positions: [{ wanted: 60 }] })
	const people = await Promise.all(Array.from({ length: 100 }, () => newVolunteer()))
	for (const v of people) status(await apply(v, big.no, big.positions[0]), 303)
	const { text } = status(await clerk.get(address(big.no)), 200)
	console.log(`# a screen of a hundred: ${text.length} characters`)
	status(await send(clerk, big.no, { accept: people.slice(0, 60), wait: people.slice(60, 80), refuse: people.slice(80), reason: '这次人已够了' }), 303)
	const now = states(big.no)
	assert.deepEqual(['accepted', 'waiting', 'refused'].map((s) => now.filter((x) => x === s).length), [60, 20, 20])
})

await end()
