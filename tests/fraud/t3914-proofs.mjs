// Proofs that prove something already, or that are no pictures to be looked at.
import { crc32 as zlibCrc, deflateSync } from 'node:zlib'
import { assert, attempt, records, refused, roomToday, sql, staff, status, table } from './lib.mjs'
import { enter, paper, past, pdf } from './lib/backfill.mjs'

await roomToday()
const reviewer = await staff('wangfang')
const TABLE = Array.from({ length: 256 }, (_, n) => { for (let k = 0; k < 8; k++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1; return n >>> 0 })
const crc32 = zlibCrc ?? ((bytes) => ~bytes.reduce((c, b) => TABLE[(c ^ b) & 255] ^ (c >>> 8), ~0) >>> 0)
const be32 = (n) => Buffer.from([n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255])
const chunk = (type, data) => {
	const body = Buffer.concat([Buffer.from(type), data])
	return Buffer.concat([be32(data.length), body, be32(crc32(body) >>> 0)])
}
const png = (width, height) => paper('a.png', Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
	chunk('IHDR', Buffer.concat([be32(width), be32(height), Buffer.from([8, 0, 0, 0, 0])])), chunk('IDAT', deflateSync(Buffer.alloc(64))),
	chunk('IEND', Buffer.alloc(0))]), 'image/png')
const nothing = async (file) => {
	const what = await past()
	const by = refused(await enter(what, [file]), 422, 'file')
	assert.equal(records(what.no).length, 0)
	return by
}
const body = (more) => `%PDF-1.4\n1 0 obj\n<< /Type /Catalog ${more} >>\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 >>\nstartxref\n60\n%%EOF\n`

attempt('picture of 100,000 by 100,000 dots', 'HTTP', async () => nothing(png(100_000, 100_000)))
attempt('PDF that runs a script', 'HTTP', async () => nothing(paper('a.pdf', body('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'))))
attempt('PDF whose script has its name in hex', 'HTTP', async () => nothing(paper('a.pdf', body('/OpenAction << /S /J#61vaScript >>'))))
attempt('PDF that carries a file', 'HTTP', async () => nothing(paper('a.pdf', body('/Names << /EmbeddedFiles 2 0 R >>'))))
attempt('PDF that is a page of HTML as well', 'HTTP', async () => nothing(paper('a.pdf', body('/X (<ScRiPt>alert(1)</script>)'))))
attempt('PDF that is a ZIP as well', 'HTTP', async () =>
	nothing(paper('a.pdf', Buffer.concat([Buffer.from(body('')), Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1')]))))
attempt('one paper for three activities, and for another station (F6)', 'HTTP', async () => {
	const paper1 = pdf()
	const made = []
	for (const [begins, ends] of [['09:00', '10:00'], ['11:00', '12:00'], ['13:00', '14:00']]) {
		const what = await past({ begins, ends })
		status(await enter(what, [paper1], { from: begins, to: ends }), 303)
		made.push(records(what.no)[0])
	}
	assert.deepEqual(made.map((r) => r.flags.split(',').includes('proof_again')), [false, true, true])
	const shown = async (no) => status(await reviewer.getJson(`/activity/record/${no}`), 200).page.Proves ?? []
	assert.deepEqual((await shown(made[2].no)).map((p) => [p.no, p.ours]), made.slice(0, 2).map((r) => [r.no, 1]))
	assert.match(status(await reviewer.get(`/activity/record/${made[2].no}`), 200).text, new RegExp(made[0].no))
	/* As if the first were another station's: its number is no more than a shape there. */
	sql(`UPDATE service_record SET station_id = (SELECT id FROM station WHERE no = 2) WHERE no = ?`, [made[0].no])
	const other = (await shown(made[2].no)).find((p) => !p.ours)
	assert.match(other.no, /^R\d\d\*{6}\d\d$/)
	assert.equal(other.title, undefined)
	sql(`UPDATE service_record SET station_id = (SELECT id FROM station WHERE no = 1) WHERE no = ?`, [made[0].no])
	return 'flag proof_again, and what it proves beside it'
})
await table()
