// A declared list looks at so many rows for what no key finds, says so, and goes on behind them; files and print look at all.
import { assert, cleanup, end, sql, staff, status, test } from './lib.mjs'
import { cells } from './lib/xlsx.mjs'

const ROWS = 4700, WINDOW = 800
const clerk = await staff('liwei')
const HERE = '/needs/ledger?category=0098'
cleanup(() => sql("DELETE FROM need WHERE no LIKE 'W%'"))

// Of each 1,500 rows one is of the grid "rare", and of each 2 one is by phone.
sql(`INSERT INTO need (uid, no, station_id, source, category, description, grid, state, registered_at)
	SELECT UNHEX(MD5(CONCAT('window', seq))), CONCAT('W', LPAD(seq, 6, '0')), (SELECT id FROM station WHERE no = 1),
		IF(seq % 2, 'phone', 'visit'), '0098', '打扫', IF(seq % 1500 = 50, 'rare', 'g'), 'to_verify',
		'2026-01-01' + INTERVAL seq MINUTE FROM seq_1_to_${ROWS}`)
const RARE = ['W004550', 'W003050', 'W001550', 'W000050']

const get = async (path) => status(await clerk.getJson(path), 200).page
const nos = (page) => (page.Needs ?? []).map((n) => n.no)

async function walk(path, way) {
	const pages = []
	for (let at = path; at; at = pages.at(-1).List[way]) pages.push(await get(at))
	return pages
}

test('a rare word: each page says how many rows were looked at, and the walk ends with all of them', async () => {
	const pages = await walk(`${HERE}&q=rare`, 'next')
	assert.deepEqual(pages.flatMap(nos), RARE)
	assert.equal(pages.length, Math.ceil(ROWS / WINDOW))
	assert.deepEqual(nos(pages[0]), ['W004550'])
	assert.equal(pages[0].List.looked, WINDOW)
	assert.equal(pages[0].List.total, 1)
	assert.equal(pages[0].List.more, '1')
	assert.deepEqual(nos(pages[1]), [])
	assert.equal(pages[1].List.looked, WINDOW)
	assert.ok(pages[1].List.next)
})

for (const dir of ['asc', 'desc'])
	test(`and back, ${dir}: the pages before have the same rows`, async () => {
		const pages = await walk(`${HERE}&q=rare&dir=${dir}&sort=state`, 'next')
		const back = await walk(pages.at(-1).List.prev, 'prev')
		const seen = [...back].reverse().flatMap(nos).concat(nos(pages.at(-1)))
		assert.deepEqual([...new Set(seen)], dir === 'desc' ? RARE : [...RARE].reverse())
	})

test('two filters, one of which a key finds: pages of fifty, no row twice and none left out', async () => {
	const pages = await walk(`${HERE}&source=phone`, 'next')
	const all = pages.flatMap(nos)
	assert.equal(all.length, ROWS / 2)
	assert.equal(new Set(all).size, ROWS / 2)
	assert.equal(pages.length, ROWS / 2 / 50)
})

test('a list that fits into one look has its true count, whatever the filters', async () => {
	const page = await get('/needs/ledger?from=2026-01-04&to=2026-01-04&q=rare')
	assert.equal(page.List.looked, undefined)
	assert.equal(page.List.total, 1)
	assert.equal(page.List.more, undefined)
})

test('files and print have the rare ones from first to last', async () => {
	const rows = cells(status(await clerk.get(`${HERE}&q=rare&as=xlsx`), 200).body)
	assert.deepEqual(rows.slice(1).map((r) => r[0]), RARE)
	const csv = status(await clerk.get(`${HERE}&source=visit&as=csv`), 200).body.toString('utf8')
	assert.equal(csv.trimEnd().split('\r\n').length, ROWS / 2 + 1)
	const print = await get(`${HERE}&q=rare&as=print`)
	assert.deepEqual(nos(print), RARE)
	assert.equal(print.List.total, 4)
	assert.equal(print.List.more, undefined)
})

test('the page in words', async () => {
	const html = status(await clerk.get(`${HERE}&q=nowhere`), 200).text
	assert.match(html, /查了 800 *条，其中有 <b class="n">0<\/b> 条/)
	assert.match(html, /接着往后查/)
})

await end()
