// A file destination: records as JSON Lines and as CSV in two encodings, in the order of the mapping; receipts come back by
// upload, and a line that is not ours is named.
import { assert, cleanup, end, guardGet, guardPost, sql, staff, status, test, until, value } from './lib.mjs'
import { lineOf, plantRecords } from './lib/posting.mjs'

const clerk = await staff('liwei')
await clerk.getJson('/platform/export')
const enable = (on) => sql(`UPDATE destination SET enabled = ${on} WHERE code = 'file'`)
enable(1)
cleanup(() => enable(0))

const waiting = (uid) => until(() => {
	const row = lineOf(uid, 'file')
	return row?.state === 'waiting' && row
}, 30_000, { what: 'the row' })
const exported = (form) => clerk.post('/platform/export', { destination: 'file', kind: 'service_record', purpose: '按月报送', ...form })
const upload = (content, client = clerk) => client.upload('/platform/receipts', { destination: 'file' },
	[{ field: 'receipts', name: 'r.csv', type: 'text/csv', content }])
let row

test('CSV in UTF-8 has a byte order mark, titles and the record; then there is nothing left', async () => {
	const [uid] = plantRecords({ person: 1, title: '=1+1 是活动名称', minutes: 95 })
	await waiting(uid)
	assert.ok((await clerk.getJson('/platform/export')).page.Waiting.some((w) => w.kind === 'service_record' && w.waiting >= 1))
	const r = status(await exported({ format: 'csv' }), 200)
	assert.deepEqual([...r.body.subarray(0, 3)], [0xef, 0xbb, 0xbf])
	assert.match(r.headers['content-disposition'], /attachment/)
	assert.match(r.headers['content-disposition'], /service_record-\d{4}-\d\d-\d\d(-\d+)?\.csv/)
	const lines = r.body.subarray(3).toString('utf8').split('\r\n')
	assert.ok(lines[0].startsWith('"唯一标识","版本","操作","志愿者编号","姓名"'))
	row = lineOf(uid, 'file')
	const line = lines.find((l) => l.includes(row.item_key))
	assert.ok(line.includes('"1.58"') && line.includes('"扫码签到"') && line.includes('"报送"'))
	assert.ok(line.includes('"\'=1+1 是活动名称"'), 'no formula')
	assert.equal(row.state, 'exported')
	status(await exported({ format: 'csv' }), 422)
})

test('GB18030 and JSON Lines hold the same, on request once more', async () => {
	const gb = status(await exported({ format: 'gb18030', again: 1 }), 200)
	assert.ok(new TextDecoder('gb18030').decode(gb.body).includes('"扫码签到"'))
	const lines = status(await exported({ format: 'jsonl', again: 1 }), 200).text.trim().split('\n').map(JSON.parse)
	const one = lines.find((l) => l.key === row.item_key)
	assert.equal(one.hours, '1.58')
	assert.equal(one.version, 1)
	assert.equal(one.activity_name, '=1+1 是活动名称')
})

test('receipts by upload: what is not ours is named, true ones are stored', async () => {
	const good = `${row.item_key},1,F20260001`
	const again = () => sql("UPDATE outbox SET state = 'exported', receipt = NULL WHERE id = ?", [row.id])
	const stored = () => value(`SELECT CONCAT_WS(' ', state, receipt) FROM outbox WHERE id = ${row.id}`)
	for (const bad of [`${row.item_key},1,two words`, '{"key":1}', `${row.item_key},9,F2`, 'x,y', '{"key":"x","version":1,"receipt":"F1"}'])
		assert.match(status(await upload(bad), 422).page.Errors[0].text, /行号：1。已登记的条数：0/)
	for (const bad of ['', Buffer.from([0xff, 0xfe, 0x00]), ',,\n \n', '唯一标识,版本,回执号\n'])
		status(await upload(bad), 422)
	assert.equal(stored(), 'exported')
	for (const [mixed, line] of [[`${good}\n001-unknown,1,F2`, 2], [`nonsense\n${good}`, 1], [`key,version,receipt\r\n${good}\r\n,,\r\n\r\n${row.item_key},9,F2\r\n`, 5]]) {
		assert.match(status(await upload(mixed), 422).page.Errors[0].text, new RegExp(`行号：${line}。已登记的条数：1`))
		assert.equal(stored(), 'accepted F20260001')
		again()
	}
	status(await upload(`\ufeffkey,version,receipt\r\n"${row.item_key}","1","F20260001"\r\n`), 303)
	assert.deepEqual(sql(`SELECT o.state, o.receipt, r.via FROM outbox o JOIN receipt r ON r.outbox_id = o.id WHERE o.id = ${row.id}`),
		[{ state: 'accepted', receipt: 'F20260001', via: 'upload' }])
	status(await upload(`{"key":"${row.item_key}","version":1,"receipt":"F20260001"}`), 303)
	status(await upload(`${row.item_key},1,F20260002`), 422)
	/* Our own titles, in their order or among others; GBK; what spreadsheets add. */
	const gbk = Buffer.concat([Buffer.from('cea8d2bbb1eacab62cb0e6b1be2cbbd8d6b4bac50d0a', 'hex'), Buffer.from(`${good}\r\n,,\r\n`)])
	for (const file of [`唯一标识,版本,操作,回执号\r\n${row.item_key},1,报送,F20260001\r\n,,,\r\n`, gbk, `回执号\t唯一标识\t版本\nF20260001\t'${row.item_key}\t１\n`]) {
		again()
		status(await upload(file), 303)
		assert.equal(stored(), 'accepted F20260001')
	}
})

test('another station neither exports nor receives it', async () => {
	const other = await staff('zhaolei')
	await other.getJson('/platform/export')
	status(await upload(`${row.item_key},1,F20260001`, other), 422)
	const r = await other.post('/platform/export', { destination: 'file', kind: 'service_record', format: 'jsonl', again: 1, purpose: '按月报送' })
	assert.ok(!r.text.includes(row.item_key))
})

test('what is not on the lists is refused beside its field', async () => {
	for (const form of [{ format: 'pdf' }, { format: 'csv', kind: 'nothing' }, { format: 'csv', destination: 'exchange' }, {}]) {
		const r = status(await exported(form), 422)
		assert.ok(r.page.Errors.length >= 1)
	}
	for (const path of ['/platform/export', '/platform/receipts'])
		status(await clerk.get(path), 200)
})

guardGet('/platform/export')
guardGet('/platform/receipts')
guardPost('/platform/export')
await end()
