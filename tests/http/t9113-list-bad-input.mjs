// What nobody should ask of a list: every declared list is asked all of it, and answers with a page.
import { assert, cleanup, end, sql, staff, status, test, value } from './lib.mjs'
import { cells } from './lib/xlsx.mjs'

const manager = await staff('zhangmin'), clerk = await staff('liwei'), overseer = await staff('madan')
const reviewer = await staff('wangfang')
const LISTS = {
	'/account/volunteers': manager, '/activity/manage': manager, '/activity/manage/due': manager, '/activity/manage/review': manager,
	'/activity/manage/objections': manager, '/activity/notice': manager, '/commend/manage/certificates': manager,
	'/commend/manage/honours': manager, '/commend/manage/stars': manager, '/needs/ledger': manager, '/platform/': manager,
	'/platform/reconcile': manager, '/platform/transfer': manager, '/platform/transfer/moves': manager, '/project/': manager,
	'/recruit/review': manager, '/station/audit': manager, '/station/overview': overseer, '/team/': manager,
	'/training/manage': manager,
}
const long = 'x'.repeat(1000), chinese = encodeURIComponent('帮'.repeat(1000)), rare = encodeURIComponent('𰻞𠮷')

async function ask(path, query) {
	const r = await LISTS[path].getJson(`${path}${query}`)
	return status(r, 200).page
}

/** The letter stands for itself: rows that are found by it and have it nowhere. */
async function withoutLetter(path, word) {
	const { List, ...rest } = await ask(path, `?q=${word}`)
	const rows = Object.values(rest).find((rows) => Array.isArray(rows) && rows.length === List.total) ?? []
	assert.ok(rows.length === List.total, `${List.total} rows for ${word}`)
	return rows.filter((row) => !JSON.stringify(row).includes(decodeURIComponent(word)))
}

for (const path of Object.keys(LISTS)) {
	test(`${path}: long, strange and empty words in every filter`, async () => {
		const filters = Object.keys((await ask(path, '')).List.Filter ?? {})
		for (const name of filters)
			// A division that is not there is a page that is not there.
			if (name !== 'in') for (const word of [long, '%25', '_', '%5C', rare, "'", '1%20OR%201'])
				await ask(path, `?${name}=${word}`).catch((e) => assert.fail(`${name}=${word.slice(0, 12)}: ${e.message}`))
		for (const word of ['%00', '%ff'])
			status(await LISTS[path].getJson(`${path}?${filters[0]}=${word}`), 400)
		for (const word of ['%25', '_', '%5C'].filter(() => filters.includes('q')))
			assert.deepEqual(await withoutLetter(path, word), [], word)
	})

	test(`${path}: a thousand Chinese letters are a list or a page that says what is wrong`, async () => {
		const r = await LISTS[path].get(`${path}?q=${chinese}`)
		assert.ok(r.status === 200 || (r.status === 414 && /网址太长/.test(r.text)), `${r.status}`)
	})

	test(`${path}: unknown orders and places are the usual ones`, async () => {
		const rows = (page) => JSON.stringify(Object.values(page).find((v) => Array.isArray(v) && v[0]?._id) ?? [])
		const usual = rows(await ask(path, ''))
		for (const query of ['?sort=password', '?sort=%27', '?sort=&dir=', '?after=x', '?after=.', `?after=${'9'.repeat(90)}.1`, '?before=1'])
			assert.equal(rows(await ask(path, query)), usual, query)
	})

	test(`${path}: past the end is an empty page, and so is what stands before the beginning`, async () => {
		for (const dir of ['asc', 'desc'])
			for (const [way, key] of [['after', '9999-12-31 00:00:00.9999999'], ['after', '0.1'], ['before', '0.1'], ['before', '~~~.1']]) {
				const page = await ask(path, `?dir=${dir}&${way}=${encodeURIComponent(key)}`)
				assert.ok(page.List.shown <= 50)
			}
	})
}

test('files of lists without rows have their heads, two at once are two', async () => {
	for (const path of Object.keys(LISTS)) {
		const none = path === '/station/overview' ? '?kind=none' : path === '/recruit/review' ? '?state=none' : '?state=none&actor=none&from=2999-01-01'
		const [xlsx, csv] = await Promise.all(['xlsx', 'csv'].map((as) => LISTS[path].get(`${path}${none}&as=${as}`)))
		assert.ok(cells(status(xlsx, 200).body)[0].length > 2, path)
		assert.ok(status(csv, 200).body.toString('utf8').startsWith('\uFEFF'), path)
	}
})

test('a volunteer without a star is found as such, and nobody is offered a star that is never given', async () => {
	const none = (await ask('/account/volunteers', '?star=0')).Volunteers
	assert.ok(none.length > 0 && none.every((v) => v.star === 0 || v.star === '0'))
	const html = status(await manager.get('/commend/manage/stars'), 200).text
	const choices = [...(/<select name="star"[^]*?<\/select>/.exec(html)[0]).matchAll(/value="(\d*)"/g)].map((m) => m[1])
	assert.deepEqual(choices, ['', '1', '2', '3', '4', '5'])
})

test('a row that vanished between ticking and sending is said, and nothing else happens', async () => {
	sql("DELETE FROM need WHERE no = 'Z000001'")
	sql(`INSERT INTO need (no, station_id, source, category, description, state)
		SELECT 'Z000001', id, 'phone', '0001', 'x', 'to_verify' FROM station WHERE no = 1`)
	cleanup(() => sql("DELETE FROM need WHERE no = 'Z000001'"))
	status(await clerk.getJson('/needs/ledger/Z000001'), 200)
	sql("DELETE FROM need WHERE no = 'Z000001'")
	const before = value('SELECT COUNT(*) FROM audit')
	status(await clerk.post('/needs/ledger/Z000001/verify', { note: '' }), 404)
	status(await reviewer.post('/activity/manage/review', { record: ['R9999999'], note: '' }), 404)
	status(await clerk.post('/recruit/review', { uid: ['ab'.repeat(16)] }), 404)
	assert.equal(value('SELECT COUNT(*) FROM audit'), before)
})

await end()
