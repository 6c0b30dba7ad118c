// The certificate as a file, and what its QR code proves with the network off: to zyz-verify, and to anybody's own code.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash, createPublicKey, verify } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, assert, cleanup, end, newVolunteer, sql, staff, status, test, until } from './lib.mjs'
import { daysAgo, personOf, served } from './lib/recognition.mjs'

const { BUILD = 'build' } = process.env
const dir = mkdtempSync(join(tmpdir(), 'zyz-certificate-'))
cleanup(() => rmSync(dir, { recursive: true }))
const file = (name, content) => {
	writeFileSync(join(dir, name), content)
	return join(dir, name)
}

const ann = await newVolunteer({ name: '阿依古丽·买买提' })
served(ann.no, { minutes: 150, evidence: 'scan', ago: 30, content: '上门送餐' })
served(ann.no, { minutes: 95, evidence: 'list', ago: 20 })
served(ann.no, { minutes: 30, evidence: 'declared', ago: 10 })
served(ann.no, { minutes: 60, evidence: 'backfill', ago: 5 })
const issue = async (who = ann, form = { purpose: '升学' }) =>
	/certificate\/(C\d+)/.exec(status(await who.client.submit('/commend/certificate', form), 303).location)[1]
const no = await issue()
const code = async (number = no, who = ann) => (await who.client.getJson(`/commend/certificate/${number}`)).page.Qr.text
const key = file('key', (await new Client().get('/activity/ledger/key')).text)
const revoked = async () => status(await new Client().get('/commend/revoked'), 200).text

function check(text, ...more) {
	const r = spawnSync(`${BUILD}/bin/zyz-verify`, ['certificate', '--key', key, '--code', text, ...more], { encoding: 'utf8' })
	return { code: r.status, out: r.stdout, err: r.stderr }
}

test('the PDF is a download with every field as text, fonts inside, under 100 KB', async () => {
	const r = status(await ann.client.get(`/commend/certificate/${no}.pdf`), 200)
	assert.equal(r.headers['content-type'], 'application/pdf')
	assert.match(r.headers['content-disposition'], new RegExp(`^attachment; .*${no}\\.pdf`))
	assert.equal(r.headers['x-content-type-options'], 'nosniff')
	assert.ok(r.body.length < 100_000, `${r.body.length} bytes`)
	const text = execFileSync('pdftotext', ['-layout', file('c.pdf', r.body), '-'], { encoding: 'utf8' }).replace(/\s+/g, '')
	for (const words of ['志愿服务记录证明', no, '阿依古丽·买买提', '内地居民身份证', ann.form.id_no.slice(-4), ann.no, '5.58小时',
		'伍点伍捌', '上门送餐', '扫码签到2.50', '现场名单1.58', '本人申报0.50', '事后补录1.00', '用途：升学', '张敏', '0913-2100001',
		daysAgo(0), '（盖章）', `/commend/verify/${no}`])
		assert.ok(text.includes(words), `${words} in ${text}`)
	assert.ok(!text.includes(ann.form.id_no))
	assert.deepEqual((await ann.client.get(`/commend/certificate/${no}.pdf`)).body, r.body, 'the same paper is the same file')
})

test('the picture is for phones, 1240 dots wide, and stands in the page', async () => {
	const r = status(await ann.client.get(`/commend/certificate/${no}.png`), 200)
	assert.equal(r.headers['content-type'], 'image/png')
	assert.match(r.headers['content-disposition'], new RegExp(`^inline; .*${no}\\.png`), 'WeChat shows it in place')
	assert.equal(r.body.readUInt32BE(16), 1240)
	const page = status(await ann.client.get(`/commend/certificate/${no}`), 200).text
	assert.ok(page.includes(`<img class="paper no-print" src="/commend/certificate/${no}.png"`))
})

test('a file is drawn once: who asks again gets the bytes that were given out', async () => {
	const kept = (of) => sql(`SELECT f.state, f.kind, SHA2(f.bytes, 256) AS sha FROM certificate_file f JOIN certificate c
		ON c.id = f.certificate_id WHERE c.no = ? ORDER BY f.id`, [of])
	const cy = await newVolunteer({ name: '丙留存' })
	served(cy.no, { minutes: 60 })
	const paper = await issue(cy)
	status(await cy.client.get(`/commend/certificate/${paper}`), 200)
	assert.deepEqual(kept(paper), [], 'a page draws nothing')
	const { body } = status(await cy.client.get(`/commend/certificate/${paper}.pdf`), 200)
	assert.deepEqual(kept(paper), [{ state: 'issued', kind: 'pdf', sha: createHash('sha256').update(body).digest('hex') }])
	/* What is kept goes out, whatever would be drawn today. */
	sql(`UPDATE certificate_file f JOIN certificate c ON c.id = f.certificate_id SET f.bytes = 'as it was' WHERE c.no = ?`, [paper])
	assert.equal(status(await (await staff('liwei')).get(`/commend/certificate/${paper}.pdf`), 200).text, 'as it was')
	status(await (await staff('sunli')).get(`/commend/certificate/${paper}.pdf`), 404)
	status(await ann.client.get(`/commend/certificate/${paper}.pdf`), 404)
	/* A revocation is seen at once. */
	status(await (await staff('wangfang')).post(`/commend/manage/certificates/${paper}/revoke`, { reason: '记录有误' }), 303)
	const after = status(await cy.client.get(`/commend/certificate/${paper}.pdf`), 200).body
	assert.match(execFileSync('pdftotext', [file('kept.pdf', after), '-'], { encoding: 'utf8' }), /已注销/)
	assert.deepEqual(kept(paper).map((f) => f.state), ['issued', 'revoked'])
	assert.deepEqual(status(await cy.client.get(`/commend/certificate/${paper}.pdf`), 200).body, after)
	/* Of somebody erased nothing is kept any more. */
	sql('DELETE f FROM certificate_file f JOIN certificate c ON c.id = f.certificate_id WHERE c.no = ?', [paper])
	sql('UPDATE person SET erased_at = NOW() WHERE id = ?', [personOf(cy.no)])
	status(await (await staff('liwei')).get(`/commend/certificate/${paper}.png`), 200)
	assert.deepEqual(kept(paper), [])
})

test("another's file is not there, nor another kind of file", async () => {
	const stranger = await newVolunteer()
	for (const ext of ['pdf', 'png']) {
		status(await stranger.client.get(`/commend/certificate/${no}.${ext}`), 404)
		status(await (await staff('sunli')).get(`/commend/certificate/${no}.${ext}`), 404)
		status(await (await staff('liwei')).get(`/commend/certificate/${no}.${ext}`), 200)
		status(await new Client().get(`/commend/certificate/${no}.${ext}`), 303)
	}
	for (const name of [`${no}.docx`, `${no}.`, '.pdf', `${no}.pdf.png`])
		status(await ann.client.get(`/commend/certificate/${name}`), 404)
})

test('long lists go on over sheets; too long for a picture is told', async () => {
	const ben = await newVolunteer()
	for (let i = 0; i < 12; i++)
		served(ben.no, { minutes: 60, ago: 3 + i, content: '陪同就医、代取药品，并把医生的嘱咐写在纸上念给老人听。'.repeat(8) })
	const long = await issue(ben)
	const pdf = status(await ben.client.get(`/commend/certificate/${long}.pdf`), 200)
	const info = execFileSync('pdfinfo', [file('long.pdf', pdf.body)], { encoding: 'utf8' })
	assert.ok(Number(/Pages:\s+(\d+)/.exec(info)[1]) > 4, info)
	const r = status(await ben.client.get(`/commend/certificate/${long}.png`), 409)
	assert.match(r.text, /一张图片放不下/)
	assert.ok(!r.text.includes('<img'), 'no picture in the place of the one that cannot be')
})

test('a character that no font has makes no file', async () => {
	const odd = await newVolunteer()
	served(odd.no, { minutes: 60 })
	sql('UPDATE person SET name = ? WHERE id = ?', ['王\uf8f7', personOf(odd.no)])
	const paper = await issue(odd)
	const r = status(await odd.client.get(`/commend/certificate/${paper}.pdf`), 409)
	assert.match(r.text, /字库没有的字/)
	status(await odd.client.get(`/commend/certificate/${paper}`), 200)
})

test('the code is an address, and behind it what is signed, readable by anybody', async () => {
	const [address, seal] = (await code()).split('#')
	assert.ok(address.endsWith(`/commend/verify/${no}`))
	const bytes = Buffer.from(seal, 'base64url')
	const raw = Buffer.from(/^key \w+ (\w+)/.exec((await new Client().get('/activity/ledger/key')).text)[1], 'hex')
	const pub = createPublicKey({ key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw]), format: 'der', type: 'spki' })
	const body = bytes.subarray(0, -64)
	assert.ok(verify(null, Buffer.concat([Buffer.from('zyz-cert-1'), body]), pub, bytes.subarray(-64)))
	assert.ok(body.includes(Buffer.from('阿依古丽·买买提')))
	assert.ok(!body.includes(Buffer.from(ann.form.id_no.slice(0, 14))))
	const minutes = [0, 1, 2, 3].map((i) => body.readUInt32BE(body.length - 21 + 4 * i))
	assert.deepEqual(minutes, [150, 95, 30, 60])
})

test('zyz-verify says what the code says', async () => {
	const r = check(await code())
	assert.equal(r.code, 0, r.err + r.out)
	for (const line of [`certificate ${no}`, 'name        阿依古丽·买买提', `id ends     ${ann.form.id_no.slice(-4)}`,
		'station     杜桥街道胜利社区志愿服务站', `from        ${daysAgo(30)}`, `issued      ${daysAgo(0)}`, 'minutes     335', '  scan      150',
		'  backfill  60', 'signature   good'])
		assert.ok(r.out.includes(`${line}\n`), `${line} in\n${r.out}`)
})

test('one changed byte anywhere is a forgery', async () => {
	const [address, seal] = (await code()).split('#')
	const bytes = Buffer.from(seal, 'base64url')
	for (let i = 0; i < bytes.length; i += 3) {
		const forged = Buffer.from(bytes)
		forged[i] ^= 1
		const r = check(`${address}#${forged.toString('base64url')}`)
		assert.ok(i >= 1 && i < 5 ? r.code === 2 : r.code === 1, `byte ${i}: ${r.code} ${r.out}${r.err}`)
	}
	for (const text of ['', 'hello', address, `${address}#`, seal.slice(0, -8), `${seal}AAAA`, 'A'.repeat(2000)])
		assert.equal(check(text).code, 1, text)
	assert.equal(check(seal).code, 0, 'the bytes alone are enough')
})

test('without the key nothing is said', async () => {
	const other = file('other', `${'ab'.repeat(32)}\n`)
	const r = spawnSync(`${BUILD}/bin/zyz-verify`, ['certificate', '--key', other, '--code', await code()], { encoding: 'utf8' })
	assert.equal(r.status, 2)
	assert.match(r.stderr, /was not given/)
	assert.equal(spawnSync(`${BUILD}/bin/zyz-verify`, ['certificate', '--code', 'x']).status, 2)
})

test('the list of revoked numbers is signed; a revoked paper is on it, and only then', async () => {
	const paper = await code()
	const before = file('before', await revoked())
	const good = check(paper, '--revoked', before)
	assert.equal(good.code, 0, good.err)
	assert.match(good.out, /not revoked/)
	status(await (await staff('wangfang')).post(`/commend/manage/certificates/${no}/revoke`, { reason: '记录有误' }), 303)
	const list = await until(async () => {
		const text = await revoked()
		return text.includes(no) && text
	}, 90_000, { every: 250, what: 'the list' })
	const bad = check(paper, '--revoked', file('after', list))
	assert.equal(bad.code, 1)
	assert.match(bad.out, new RegExp(`REVOKED     on ${daysAgo(0)}`))
	assert.equal(check(paper, '--revoked', file('cut', list.replace(new RegExp(`${no}.*\n`), ''))).code, 2, 'a line taken out')
	assert.equal(check(paper, '--revoked', file('empty', '')).code, 2)
	assert.equal(check(paper, '--revoked', join(dir, 'nowhere')).code, 2)
}, { timeout: 120_000 })

test('the file of a revoked certificate says so across the sheet', async () => {
	const r = status(await ann.client.get(`/commend/certificate/${no}.pdf`), 200)
	assert.match(execFileSync('pdftotext', [file('r.pdf', r.body), '-'], { encoding: 'utf8' }), /已注销/)
})

test('a row that was altered behind the programs no longer agrees with its seal', async () => {
	const paper = await issue()
	sql('UPDATE certificate SET minutes = minutes + 60, scan_minutes = scan_minutes + 60 WHERE no = ?', [paper])
	const look = async () => (await new Client().getJson(`/commend/verify/${paper}`)).page.Certificate
	assert.equal((await look()).altered, '1')
	assert.match((await new Client().get(`/commend/verify/${paper}`)).text, /与签名不符/)
	sql('UPDATE certificate SET minutes = minutes - 60, scan_minutes = scan_minutes - 60, to_on = to_on + INTERVAL 1 DAY WHERE no = ?', [paper])
	assert.equal((await look()).altered, '1')
	sql('UPDATE certificate SET to_on = to_on - INTERVAL 1 DAY WHERE no = ?', [paper])
	assert.equal((await look()).altered, undefined)
	sql("UPDATE certificate SET qr = CONCAT(LEFT(qr, LENGTH(qr) - 1), x'ff') WHERE no = ?", [paper])
	assert.equal((await look()).altered, '1')
})
await end()
