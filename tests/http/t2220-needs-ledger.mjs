// The need ledger: entries by staff, verified, declined, settled; filters, counts, other stations.
import { assert, end, guardGet, guardPost, sql, staff, status, test, value } from './lib.mjs'

const clerk = await staff('liwei')
const entry = {
	source: 'visit', name: '赵桂兰', phone: '13700002222', category: '0017', target_group: '03', grid: '三网格',
	description: '独居，希望每周有人上门说说话', wished: '周三下午', risk: '',
}
let no

async function add(change = {}) {
	const r = status(await clerk.submit('/needs/ledger/new', { ...entry, ...change }), 303)
	return /ledger\/(N\d+)\?/.exec(r.location)[1]
}

test('a need found on a visit is entered, sealed and masked', async () => {
	no = await add()
	const { Need } = (await clerk.getJson(`/needs/ledger/${no}`)).page
	assert.equal(Need.name, '赵**')
	assert.equal(Need.phone, '137****2222')
	assert.equal(Need.state, 'to_verify')
	assert.equal(value(`SELECT name_sealed LIKE '%赵桂兰%' FROM need WHERE no = '${no}'`), '0')
})

test('what is wrong is named beside its field, and nothing is lost', async () => {
	const r = status(await clerk.submit('/needs/ledger/new',
		{ ...entry, phone: '123', category: '9999', target_group: '77', description: '' }), 422)
	assert.deepEqual(r.page.Errors.map((e) => e.field).sort(), ['description', 'phone'])
	assert.equal(r.page.Form.grid, '三网格')
	const codes = status(await clerk.submit('/needs/ledger/new', { ...entry, category: '9999', target_group: '77' }), 422)
	assert.deepEqual(codes.page.Errors.map((e) => e.field).sort(), ['category', 'target_group'])
	status(await clerk.submit('/needs/ledger/new', { ...entry, source: 'survey' }), 422)
	status(await clerk.submit('/needs/ledger/new', { ...entry, state: 'done' }), 422)
})

test('it is verified, and not twice', async () => {
	status(await clerk.post(`/needs/ledger/${no}/verify`, { note: '已上门核实' }), 303)
	status(await clerk.post(`/needs/ledger/${no}/verify`, { note: '' }), 409)
	const { Need } = (await clerk.getJson(`/needs/ledger/${no}`)).page
	assert.equal(Need.verified_by, '李伟')
	assert.equal(Need.verify_note, '已上门核实')
})

test('a verified need can be settled; a settled one stays', async () => {
	status(await clerk.post(`/needs/ledger/${no}/done`, { done_note: '已送到', done_how: 'phone', done_answer: '以后每天都送' }), 303)
	status(await clerk.post(`/needs/ledger/${no}/decline`, { reason: '重复登记', how_told: 'phone' }), 409)
})

test('a need is declined with a reason only', async () => {
	const other = await add({ description: '想借一万元' })
	status(await clerk.post(`/needs/ledger/${other}/decline`, { reason: '', how_told: 'phone' }), 422)
	status(await clerk.post(`/needs/ledger/${other}/decline`, { reason: '不属于志愿服务范围', how_told: 'phone' }), 303)
	assert.equal(value(`SELECT decline_reason FROM need WHERE no = '${other}'`), '不属于志愿服务范围')
})

test('the list filters and counts by category', async () => {
	await add({ category: '0004', description: '想量血压' })
	const { Needs, Counts, Chart } = (await clerk.getJson('/needs/ledger?category=0004')).page
	assert.ok(Needs.length >= 1 && Needs.every((n) => n.category === '0004'))
	assert.ok(Counts.some((c) => c.label === '卫生健康' && c.count >= 1))
	assert.ok(Chart.bars.length >= 1)
	const none = (await clerk.getJson('/needs/ledger?state=%27%20OR%201%3D1')).page
	assert.equal(none.Needs, undefined)
})

test('a long ledger is paged', async () => {
	sql(`INSERT INTO need (no, station_id, source, category, description, state)
		SELECT CONCAT('X', seq), (SELECT id FROM station WHERE no = 1), 'phone', '0099', 'x', 'to_verify' FROM seq_1_to_60`)
	const first = (await clerk.getJson('/needs/ledger?category=0099')).page
	assert.equal(first.Needs.length, 50)
	const second = (await clerk.getJson(first.List.next)).page
	assert.equal(second.Needs.length, 10)
	assert.equal(second.List.next, undefined)
	sql("DELETE FROM need WHERE no LIKE 'X%'")
})

test("another station's need is not there", async () => {
	const other = await staff('zhaolei')
	status(await other.getJson(`/needs/ledger/${no}`), 404)
	for (const verb of ['verify', 'done'])
		status(await other.post(`/needs/ledger/${no}/${verb}`, {}), 404)
	status(await other.post(`/needs/ledger/${no}/decline`, { reason: '看看', how_told: 'phone' }), 404)
})

guardGet('/needs/ledger')
guardGet('/needs/ledger/new')
const of = () => no
guardGet('/needs/ledger/{}', { of, elsewhere: 'zhaolei' })
guardPost('/needs/ledger/new', { form: entry })
for (const verb of ['verify', 'decline', 'done'])
	guardPost(`/needs/ledger/{}/${verb}`, { of, elsewhere: 'zhaolei', form: verb === 'decline' ? { reason: '看看', how_told: 'phone' } : {} })
await end()
