// The audit trail in plain words: who did what to which object; found by day, person, kind of act, kind of object and its number.
import { assert, cleanup, end, sql, staff, status, test, value } from './lib.mjs'
import { cells } from './lib/xlsx.mjs'

const manager = await staff('zhangmin'), clerk = await staff('liwei')
const added = status(await clerk.submit('/needs/ledger/new', { source: 'phone', category: '0001', description: '日志里的需求' }), 303)
const id = value("SELECT MAX(id) FROM need WHERE description = '日志里的需求'")
const no = value(`SELECT no FROM need WHERE id = ${id}`)
status(await (await staff('wangfang')).post(`/needs/ledger/${no}/verify`, { note: '' }), 303)
cleanup(() => sql(`DELETE FROM audit WHERE detail = 'trail'`))

const get = async (query) => status(await manager.getJson(`/station/audit${query}`), 200).page
const rows = async (query) => (await get(query)).Rows ?? []

test('a number finds what was done to it, in words, with a way to it', async () => {
	assert.ok(added.location)
	const found = await rows(`?no=${no}`)
	assert.deepEqual(found.map((r) => r.action), ['need.verify', 'need.add'])
	assert.deepEqual(found.map((r) => r.did), ['核实了需求', '登记了需求'])
	assert.equal(found[0].staff, '王芳')
	assert.equal(found[1].staff, '李伟')
	assert.equal(found[0].what, '需求')
	assert.equal(found[0].object, no)
	assert.equal(found[0].href, `/needs/ledger/${no}`)
	assert.equal(found[0].detail, '待核实 → 已核实')
})

test('by person, act, kind of object and day, alone and together', async () => {
	assert.ok((await rows('?staff=wangfang')).every((r) => r.staff === '王芳'))
	assert.ok((await rows('?staff=wangfang')).length > 0)
	assert.ok((await rows('?action=need.verify')).every((r) => r.action === 'need.verify'))
	assert.ok((await rows('?target=need')).every((r) => r.target === 'need'))
	const both = await rows(`?staff=liwei&action=need.add&target=need`)
	assert.ok(both.some((r) => r.object === no))
	assert.ok((await rows('?staff=liwei&action=need.verify')).every((r) => r.staff === '李伟' && r.action === 'need.verify'))
	assert.deepEqual(await rows('?staff=nobody'), [])
	assert.deepEqual(await rows('?to=2020-01-01'), [])
	assert.deepEqual((await rows(`?no=${no}&staff=liwei`)).map((r) => r.action), ['need.add'])
})

test('a number that there is not, of another station, or with signs in it finds nothing', async () => {
	for (const bad of ['N0000000000', '%25', '_', "'", '𰻞'.repeat(60)]) assert.deepEqual(await rows(`?no=${bad}`), [], bad)
	const other = await staff('zhaolei')
	const r = await other.getJson(`/station/audit?no=${no}`)
	assert.ok(r.status === 403 || (r.page.Rows ?? []).length === 0)
})

test('the page and its file say it in words; no word of the program is left in the columns', async () => {
	const html = status(await manager.get(`/station/audit?no=${no}&group=need`), 200).text
	assert.match(html, /核实了需求/)
	assert.match(html, new RegExp(`<a href="/needs/ledger/${no}">需求 ${no}</a>`))
	assert.match(html, /<option value="need.verify">核实了需求<\/option>/)
	const file = cells(status(await manager.get(`/station/audit?no=${no}&as=xlsx`), 200).body)
	assert.deepEqual(file[0].slice(1, 6), ['操作人', '身份', '操作', '对象', '对象编号'])
	assert.deepEqual(file[1].slice(1, 6), ['王芳', '工作人员', '核实了需求', '需求', no])
})

test('whatever there is to be seen has a word', async () => {
	const named = (await rows('?as=print')).filter((r) => r.did === r.action)
	assert.deepEqual([...new Set(named.map((r) => r.action))], [])
})

test('only the manager reads it', async () => {
	status(await clerk.get('/station/audit'), 403)
})

await end()
