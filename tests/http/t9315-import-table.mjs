// Records went to a platform's batch import as one long CSV, and only receipts came back. Now: XLSX in files of 50 rows, each record
// noted with its file and row, and the platform's own result table settles them row by row.
//
// log-allowed: is set aside
import { execFileSync } from 'node:child_process'
import { cells, unzip, workbook, zip } from './lib/xlsx.mjs'
import { noDestination } from './lib/destination.mjs'
import { assert, cleanup, end, sql, staff, status, test, until, value } from './lib.mjs'
import { lineOf, plantRecords } from './lib/posting.mjs'

await noDestination('t9315%')
cleanup(() => noDestination('t9315%'))
const clerk = await staff('liwei')
sql("INSERT INTO destination (code, name, profile, kinds) VALUES ('t9315', '志愿北疆', 'beijiang_import', 'service_record')")
// Nothing is in line before all of it stands there.
execFileSync('nginx/suite', ['stop', 'loops'], { stdio: 'ignore' })
const uids = [1, 2, 3, 4].flatMap((i) => plantRecords({ n: i < 4 ? 40 : 6, person: 1, minutes: 60 + i, ago: i, title: `楼道清洁 ${i}` }))
sql(`UPDATE service_record SET remark = '=1+1' WHERE uid = x'${uids[0]}'`)
execFileSync('nginx/suite', ['start', 'loops'], { stdio: 'ignore' })
await until(() => value(`SELECT COUNT(*) FROM outbox o JOIN destination d ON d.id = o.destination_id WHERE d.code = 't9315'`) === '120', 60_000, { what: 'all in line' })
const count = (state) => Number(value("SELECT COUNT(*) FROM outbox o JOIN destination d ON d.id = o.destination_id WHERE d.code = 't9315' AND o.state = ?", [state]))
let head, rows
const upload = (lines) => clerk.upload('/platform/receipts', { destination: 't9315' }, 
	[{ field: 'receipts', name: 'result.csv', type: 'text/csv', content: lines.map((l) => l.join(',')).join('\r\n') }])

test('120 records are three files of at most 50, and each record is in one of them', async () => {
	await clerk.getJson('/platform/export')
	const r = status(await clerk.post('/platform/export', { destination: 't9315', kind: 'service_record', format: 'xlsx', purpose: '按月报送' }), 200)
	const files = [...unzip(r.body).entries()]
	assert.deepEqual(files.map(([, f]) => cells(f).length), [51, 51, 21])
	assert.ok(files.every(([name]) => /^service_record-\d{4}-\d\d-\d\d-\d+\.xlsx$/.test(name)))
	head = cells(files[0][1])[0]
	rows = files.flatMap(([, f]) => cells(f).slice(1))
	assert.deepEqual(head.slice(0, 5), ['操作', '项目名称', '姓名', '志愿者编号', '身份证号'])
	assert.ok(rows.every((row) => /^\d{17}[\dX]$/.test(row[4])), 'numbers are text, with their zeros')
	assert.ok(rows.some((row) => row.includes('=1+1')))
	assert.equal(count('exported'), 120)
	assert.deepEqual(sql(`SELECT COUNT(*) AS n, MAX(file_row) AS most FROM outbox o JOIN destination d ON d.id = o.destination_id WHERE d.code = 't9315' GROUP BY file_id
		ORDER BY file_id`), [{ n: '50', most: '50' }, { n: '50', most: '50' }, { n: '20', most: '20' }])
	status(await clerk.post('/platform/export', { destination: 't9315', kind: 'service_record', format: 'xlsx', purpose: '按月报送' }), 422)
})

test('the result table: taken, refused with its reason, an unknown line named, the same again harmless', async () => {
	const [id, start] = [head.indexOf('身份证号'), head.indexOf('开始时间')]
	const pick = (i, word, why = '') => [rows[i][id], rows[i][start], word, why]
	const table = [['身份证号', '开始时间', '导入结果', '失败原因'], pick(0, '成功'), pick(1, '失败', '项目不存在'), ['610502199001010000', '2026-01-01 09:00:00', '成功', ''], pick(2, '审核中')]
	for (let i = 0; i < 2; i++)
		assert.match(status(await upload(table), 422).page.Errors[0].text, /行号：4。已登记的条数：3/)
	assert.deepEqual([count('accepted'), count('refused'), count('exported')], [1, 1, 118])
	const of = (state) => sql("SELECT o.receipt, o.reason, o.file_id, o.file_row FROM outbox o JOIN destination d ON d.id = o.destination_id WHERE d.code = 't9315' AND o.state = ?", [state])[0]
	const good = of('accepted')
	assert.equal(good.receipt, `F${good.file_id}-${good.file_row}`)
	assert.equal(of('refused').reason, '项目不存在')
	assert.match(status(await upload([table[0], pick(3, '也许')]), 422).page.Errors[0].text, /行号：2/)
	status(await upload([table[0], pick(4, '导入成功')]), 303)
	assert.equal(count('accepted'), 2)
})

test('the same table as XLSX; one that is no sound workbook, or far too large, is refused in words', async () => {
	const [id, start] = [head.indexOf('身份证号'), head.indexOf('开始时间')]
	const send = (content) => clerk.upload('/platform/receipts', { destination: 't9315' }, [{ field: 'receipts', name: 'result.xlsx', type: 'application/octet-stream', content }])
	const sheet = (xml) => zip({ 'xl/worksheets/sheet1.xml': xml })
	const book = workbook([['身份证号', '导入结果', '开始时间', '失败原因'], [rows[6][id], '成功', rows[6][start], ''], [rows[7][id], '失败', rows[7][start], '证件 <号> 不符']])
	for (const [content, words] of [[book.subarray(0, 300), /读不了/], [sheet('<worksheet><row>'), /读不了/], [sheet('<!DOCTYPE w [<!ENTITY x "y">]><w>&x;</w>'), /读不了/],
		[zip({ a: 'b' }), /读不了/], [sheet(`<worksheet>${' '.repeat(20_000_000)}</worksheet>`), /太大/], [sheet(`<w a="${'y'.repeat(1_000_000)}"/>`), /太大/]])
		assert.match(status(await send(content), 422).page.Errors[0].text, words)
	assert.deepEqual([count('accepted'), count('refused')], [2, 1])
	status(await send(book), 303)
	assert.deepEqual([count('accepted'), count('refused')], [3, 2])
	assert.equal(value("SELECT COUNT(*) FROM outbox WHERE reason = '证件 <号> 不符'"), '1')
})

test('another station settles nothing of it', async () => {
	const other = await staff('zhaolei')
	await other.getJson('/platform/receipts')
	const r = await other.upload('/platform/receipts', { destination: 't9315' }, [{ field: 'receipts', name: 'r.csv', type: 'text/csv', content: `身份证号,开始时间,导入结果\r\n${rows[5][head.indexOf('身份证号')]},${rows[5][head.indexOf('开始时间')]},成功` }])
	status(r, 422)
	assert.equal(lineOf(uids[0], 't9315').state !== undefined, true)
	assert.equal(count('accepted'), 3)
})
await end()
