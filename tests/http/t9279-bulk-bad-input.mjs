// Bulk acts with what goes wrong: two members of staff with the same forty, a tick for a row that went, five thousand ticks, words with a script.
// Applications: t9261 and t9280; lists: t9113; an undo after somebody else went on: t9288.
import { assert, end, sql, staff, status, test, value } from './lib.mjs'
import { formOf } from './lib/form.mjs'

const [clerk, manager, reviewer] = [await staff('liwei'), await staff('zhangmin'), await staff('wangfang')]
const html = { headers: { Accept: 'text/html' } }
const SCRIPT = '<script>alert(1)</script>"\'><img src=x onerror=alert(2)>'
const need = async (description = '楼道灯坏了') =>
	status(await clerk.submit('/needs/ledger/new', { source: 'phone', category: '0017', target_group: '03', description }), 303).location.match(/N\d+/)[0]
const many = async (n) => { const all = []; for (let i = 0; i < n; i++) all.push(await need()); return all }
const states = (all) => new Set(sql(`SELECT DISTINCT state FROM need WHERE no IN (${all.map(() => '?').join()})`, all).map((r) => r.state))
const verified = (all) => Number(value(`SELECT COUNT(*) FROM audit a JOIN need n ON n.id = a.target_id WHERE a.action = 'need.verify' AND a.target = 'need'
	AND n.no IN (${all.map(() => '?').join()})`, all))

test('two verify the same forty: each is verified once, and the second is told', async () => {
	const all = await many(40)
	const both = await Promise.all([clerk, manager].map((who) => who.post('/needs/ledger/verify', { needs: all })))
	assert.deepEqual([...states(all)], ['verified'])
	assert.equal(verified(all), 40, 'no need was verified twice')
	assert.equal(both.filter((r) => r.status === 303).length, 1, both.map((r) => r.status).join())
	assert.ok(both.some((r) => [409, 422].includes(r.status)), both.map((r) => r.status).join())
})

test('a tick for a need that was decided meanwhile: nothing is done to the others', async () => {
	const [gone, other] = await many(2)
	status(await manager.post(`/needs/ledger/${gone}/decline`, { reason: '不在范围', how_told: 'phone' }), 303)
	const r = await clerk.post('/needs/ledger/verify', { needs: [gone, other] })
	assert.ok([409, 422].includes(r.status), `${r.status}`)
	assert.equal(value('SELECT state FROM need WHERE no = ?', [other]), 'to_verify')
})

for (const [path, field, row] of [['/needs/ledger/verify', 'needs', 'N2600100001'], ['/activity/manage/review', 'record', 'R2600100001']])
	test(`five thousand ticks at ${path} are refused, and the program goes on`, async () => {
		const before = value('SELECT MAX(id) FROM audit')
		const r = await (path.startsWith('/activity') ? reviewer : clerk).post(path, { [field]: Array.from({ length: 5000 }, () => row) })
		assert.ok([400, 413, 422].includes(r.status), `${r.status}`)
		assert.equal(value('SELECT MAX(id) FROM audit'), before)
		status(await clerk.getJson('/needs/ledger'), 200)
	})

test('words with a script are words: in a note, in a history, and where two are shown side by side', async () => {
	const no = await need()
	const at = `/needs/ledger/${no}/edit`
	const seen = formOf(status(await clerk.get(at, html), 200).text, at)
	status(await manager.post(at, { ...seen, description: `甲${SCRIPT}` }, html), 303)
	const both = status(await clerk.post(at, { ...seen, description: `乙${SCRIPT}` }, html), 409).text
	assert.ok(both.includes('甲&lt;script&gt;') && both.includes('乙&lt;script&gt;'))
	const home = value("SELECT h.no FROM household h JOIN station s ON s.id = h.station_id AND s.no = 1 WHERE h.state = 'active' ORDER BY h.id LIMIT 1")
	status(await clerk.submit(`/account/notes/household/${home}`, { words: SCRIPT }), 303)
	const pages = [both]
	for (const path of [`/needs/ledger/${no}`, at, `/needs/households/${home}`, `/account/notes/household/${home}`])
		pages.push(status(await clerk.get(path, html), 200, path).text)
	for (const text of pages)
		assert.ok(!text.includes('<script>alert') && !text.includes('<img src=x'))
	assert.ok(pages[1].includes('&lt;script&gt;'))
})

await end()
