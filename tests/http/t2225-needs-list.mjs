// A declared list, tried on the need ledger: pages forward and back, orders, filters, searches, files, print.
import { assert, cleanup, end, sql, staff, status, test, value } from './lib.mjs'
import { cells } from './lib/xlsx.mjs'

const clerk = await staff('liwei')
const HERE = '/needs/ledger?category=0099'
const drop = () => sql("DELETE FROM need WHERE no LIKE 'L%'")
cleanup(drop)

sql(`INSERT INTO need (uid, no, station_id, source, category, description, grid, state, decline_reason, registered_at)
	SELECT UNHEX(MD5(CONCAT('list', seq))), CONCAT('L', LPAD(seq, 6, '0')), (SELECT id FROM station WHERE no = 1),
		ELT(1 + seq % 3, 'phone', 'visit', 'grid'), '0099', CONCAT('第', seq, '件：', REPEAT('帮', seq % 90)), LPAD(seq % 7, 3, '0'),
		ELT(1 + seq % 4, 'to_verify', 'verified', 'done', 'declined'), IF(seq % 4 = 3, 'x', NULL), '2026-01-01' + INTERVAL seq HOUR FROM seq_1_to_132`)

const get = async (path) => status(await clerk.getJson(path), 200).page
const nos = (page) => (page.Needs ?? []).map((n) => n.no)

async function walk(path) {
	const pages = []
	for (let at = path; at; at = pages.at(-1).List.next) pages.push(await get(at))
	return pages
}

for (const sort of ['day', 'category', 'state'])
	for (const dir of ['asc', 'desc'])
		test(`by ${sort} ${dir}: each row once, forward and back`, async () => {
			const pages = await walk(`${HERE}&sort=${sort}&dir=${dir}`)
			assert.equal(pages.length, 3)
			const all = pages.flatMap(nos)
			assert.equal(all.length, 132)
			assert.equal(new Set(all).size, 132)
			assert.equal(pages[0].List.prev, undefined)
			const second = await get(pages[2].List.prev)
			assert.deepEqual(nos(second), nos(pages[1]))
			const first = await get(second.List.prev)
			assert.deepEqual(nos(first), nos(pages[0]))
			assert.equal(first.List.prev, undefined)
			assert.deepEqual(nos(await get(first.List.next)), nos(pages[1]))
			if (sort === 'state') {
				const states = pages.flatMap((p) => p.Needs.map((n) => n.state))
				assert.deepEqual(states, dir === 'asc' ? [...states].sort() : [...states].sort().reverse())
			}
		})

test('how many there are is said, and that a filter is set', async () => {
	const page = await get(`${HERE}&state=done`)
	assert.equal(page.List.total, 33)
	assert.equal(page.List.shown, 33)
	assert.equal(page.List.filtered, '1')
	assert.equal(page.List.Filter.state.value, 'done')
	assert.equal(page.List.clear, '/needs/ledger')
	assert.equal(page.List.next, undefined)
})

test('days bound the list on both sides, and what is no day does not', async () => {
	assert.equal((await get(`${HERE}&from=2026-01-03&to=2026-01-03`)).List.total, 24)
	assert.equal((await get(`${HERE}&from=2026-02-31`)).List.total, 132)
	assert.equal((await get(`${HERE}&from=x`)).List.Filter.from.value, '')
})

test('a search takes % and _ as letters, and five hundred of them', async () => {
	assert.deepEqual(nos(await get(`${HERE}&q=${encodeURIComponent('第77件')}`)), ['L000077'])
	assert.equal((await get(`${HERE}&q=%25`)).List.total, 0)
	assert.equal((await get(`${HERE}&q=_`)).List.total, 0)
	assert.equal((await get(`${HERE}&q=%5C`)).List.total, 0)
	assert.equal((await get(`${HERE}&q=${encodeURIComponent('𰻞')}`)).Needs, undefined)
	assert.equal((await get(`${HERE}&q=${'%E5%B8%AE'.repeat(500)}`)).List.total, 26)
})

test('an unknown order is the usual one, a place past the end an empty page', async () => {
	const usual = nos(await get(HERE))
	assert.deepEqual(nos(await get(`${HERE}&sort=password&dir=x`)), usual)
	for (const bad of ['after=', 'after=abc', 'after=1.2.3x', 'after=.', 'before=-.-1', `after=${'9'.repeat(80)}.5`])
		assert.deepEqual(nos(await get(`${HERE}&${bad}`)), usual, bad)
	const past = await get(`${HERE}&after=1.1`)
	assert.equal(past.Needs, undefined)
	assert.equal(past.List.shown, 0)
})

async function file(query) {
	const r = status(await clerk.get(`${HERE}&${query}`), 200)
	return r.body
}

test('all rows go into an XLSX file: Chinese, leading zeros, days, no formula', async () => {
	sql("UPDATE need SET description = '=1+1' WHERE no = 'L000001'")
	const rows = cells(await file('sort=day&dir=asc&as=xlsx'))
	assert.equal(rows.length, 133)
	assert.equal(rows[0][0], '需求编号')
	const [no, day, source, category, , description, grid, state] = rows[1]
	assert.equal(no, 'L000001')
	assert.equal(day, 46023.0)
	assert.equal(source, '入户走访')
	assert.ok(/\p{Script=Han}/u.test(category))
	assert.equal(description, '=1+1')
	assert.equal(grid, '001')
	assert.equal(state, '已核实')
	assert.ok(rows[85][5].length > 80)
})

test('the CSV file is what Excel reads, and no cell of it is a formula', async () => {
	const text = (await file('sort=day&dir=asc&as=csv')).toString('utf8')
	assert.ok(text.startsWith('\uFEFF需求编号,'))
	const lines = text.trimEnd().split('\r\n')
	assert.equal(lines.length, 133)
	assert.ok(lines[1].includes(`"'=1+1"`))
})

test('an empty list is a file with its headings; each file is audited with its number of rows', async () => {
	assert.equal(cells(await file('state=done&from=2027-01-01&as=xlsx')).length, 1)
	assert.equal(value("SELECT detail FROM audit WHERE action = 'list.export' ORDER BY id DESC LIMIT 1"), 'xlsx 0')
	await Promise.all([file('as=xlsx'), file('as=csv')])
	assert.equal(value("SELECT COUNT(*) FROM (SELECT detail FROM audit WHERE action = 'list.export' ORDER BY id DESC LIMIT 2) x WHERE detail LIKE '% 132'"), '2')
})

test('the print view has all rows, with their whole texts', async () => {
	const page = await get(`${HERE}&as=print`)
	assert.equal(page.Needs.length, 132)
	assert.equal(page.List.all, '1')
	assert.ok(page.Needs.some((n) => n.description.length > 80))
	assert.ok((await get(HERE)).Needs.every((n) => [...n.description].length <= 61))
})

test("another station's list has none of them", async () => {
	const other = await staff('zhaolei')
	assert.equal(status(await other.getJson(`${HERE}&as=print`), 200).page.List.total, 0)
})

await end()
