// The search of the head: the own station alone, by number, telephone, document or the beginning of a name; its words are
// posted and stand in no address, no log, no audit.
import { Client, assert, end, newVolunteer, sql, staff, status, test, value } from './lib.mjs'

const find = async (client, q) => status(await client.post('/station/search', { q }), 200).page
const clerk = await staff('liwei')

test('a volunteer is found by name, number, telephone and document', async () => {
	const v = await newVolunteer({ name: '查得到' })
	for (const words of ['查得', '查得到', v.no, v.no.toLowerCase(), v.form.phone, v.form.id_no]) {
		const page = await find(clerk, words)
		assert.ok(page.Volunteers?.some((found) => found.no === v.no), words)
		assert.equal(page.Words, words)
	}
	for (const words of ['得到', v.form.phone.slice(0, 7), v.form.id_no.slice(0, 12)])
		assert.ok(!(await find(clerk, words)).Volunteers?.some((found) => found.no === v.no), words)
})

test('another document is found by its number alone', async () => {
	const v = await newVolunteer({ id_type: '05', id_no: `E${String(Date.now()).slice(-8)}`, birth_on: '1980-01-02', sex: '1' })
	assert.equal((await find(clerk, v.form.id_no.toLowerCase())).Volunteers?.[0].no, v.no)
})

test('things are found by number and by how their name begins, each group at most twenty', async () => {
	for (const [group, table, title] of [['Projects', 'project', 'title'], ['Activities', 'activity', 'title'], ['Needs', 'need', null]]) {
		const row = sql(`SELECT t.* FROM ${table} t JOIN station s ON s.id = t.station_id WHERE s.no = 1
			AND t.no REGEXP '^[A-Z][0-9]+$' COLLATE utf8mb4_bin ORDER BY t.id DESC LIMIT 1`)[0]
		assert.ok(row, table)
		assert.deepEqual((await find(clerk, row.no))[group]?.map((found) => found.no), [row.no])
		if (title)
			assert.ok((await find(clerk, row[title].slice(0, 6)))[group]?.length, group)
	}
	const many = await find(clerk, 'N')
	assert.equal(many.Needs.length, 20)
	assert.equal(many.Found.Needs, 20)
})

test('letters of a pattern are letters, and what is not there is said', async () => {
	for (const words of ['%', '_', '\\', '没有这个人', '\u{20bb7}', "' OR 1=1"]) {
		const page = await find(clerk, words)
		assert.equal(page.Found.all, 0, words)
	}
	assert.match(status(await clerk.post('/station/search', { q: '没有这个人' }, { headers: { Accept: 'text/html' } }), 200).text, /本站没有找到/)
	for (const q of ['', 'x'.repeat(61), 'x'.repeat(1000)])
		assert.equal(status(await clerk.post('/station/search', { q }), 422).page.Errors[0].field, 'q')
})

test('nobody of another station is found, and only staff may ask', async () => {
	const v = await newVolunteer({ name: '外站人' })
	sql('UPDATE volunteer v JOIN station s ON s.no = 2 SET v.station_id = s.id WHERE v.no = ?', [v.no])
	for (const words of ['外站人', v.no, v.form.phone, v.form.id_no])
		assert.equal((await find(clerk, words)).Found.Volunteers, 0, words)
	status(await v.client.post('/station/search', { q: 'x' }), 403)
	status(await new Client().post('/station/search', { q: 'x' }), 401)
	status(await (await staff('madan')).post('/station/search', { q: 'x' }), 403)
	status(await clerk.post('/station/search', { q: 'x', csrf: '0'.repeat(32) }), 403)
})

test('a search is audited without its words and never kept', async () => {
	const count = () => Number(value("SELECT COUNT(*) FROM audit WHERE action = 'station.search'"))
	const before = count()
	const r = status(await clerk.post('/station/search', { q: '王建国' }), 200)
	assert.equal(count(), before + 1)
	assert.match(r.headers['cache-control'], /no-store/)
	assert.equal(value("SELECT COUNT(*) FROM audit WHERE action = 'station.search' AND detail LIKE '%王%'"), '0')
	assert.match(status(await clerk.get('/station/search'), 200).text, /method="post" action="\/station\/search"/)
})

test('the rail counts what waits, up to 99', async () => {
	const text = status(await clerk.get('/station/search'), 200).text
	const waits = Number(value("SELECT LEAST(COUNT(*), 99) FROM need n JOIN station s ON s.id = n.station_id WHERE s.no = 1 AND (n.state = 'to_verify' OR (n.answered_on IS NULL AND n.reply_by < CURDATE() AND n.state <> 'merged'))"))
	const found = /href="\/needs\/ledger">[^<]*<b>(\d+)<\/b>/.exec(text.replace(/\s+</g, '<'))
	assert.equal(Number(found?.[1] ?? 0), waits)
})

await end()
