// Certificates under public notice 证明公示: shown for the days of the rule, by the first character of the name; a station may
// hold them back until the notice has ended; and papers in both scripts.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, assert, cleanup, end, newVolunteer, sql, staff, status, test } from './lib.mjs'
import { daysAgo, personOf, served } from './lib/recognition.mjs'

const [clerk, manager] = await Promise.all([staff('liwei'), staff('zhangmin')])
const dir = mkdtempSync(join(tmpdir(), 'zyz-notice-'))
cleanup(() => rmSync(dir, { recursive: true }))
cleanup(() => sql("DELETE FROM station_setting WHERE name IN ('certificate_notice_days', 'certificate_notice_first', 'paper_mongolian')"))
const rule = (name, value) => manager.post(`/station/rules/${name}`, { value })
const anybody = new Client()
/** Not what nginx keeps for half a minute. */
const notice = async (station = 1) => status(await anybody.getJson(`/commend/certificates/${station}?at=${Math.random()}`), 200).page.Notice ?? []

async function certified(name) {
	const v = await newVolunteer({ name })
	served(v.no, { minutes: 90 })
	const no = /certificate\/(C\d+)/.exec(status(await v.client.submit('/commend/certificate', { purpose: '升学' }), 303).location)[1]
	return { ...v, paper: no }
}
const fonts = (pdf) => {
	writeFileSync(join(dir, 'x.pdf'), pdf)
	return execFileSync('pdffonts', [join(dir, 'x.pdf')], { encoding: 'utf8' })
}

test('what was certified is on the notice of its station for seven days, by the first character of the name', async () => {
	const v = await certified('戴公示')
	const [row] = (await notice()).filter((n) => n.no === v.paper)
	assert.deepEqual([row.name, row.hours, row.notice_until], ['戴**', '1.50', daysAgo(-7)])
	const text = status(await anybody.get(`/commend/certificates/1?at=${Math.random()}`), 200).text
	assert.ok(text.includes(v.paper) && !text.includes('戴公示') && text.includes('/station/feedback?station=1'))
	assert.ok(!(await notice(2)).some((n) => n.no === v.paper))
	for (const station of ['0', '99999', 'x', '1%27', '1'.repeat(40)]) status(await anybody.getJson(`/commend/certificates/${station}`), 404, station)
	sql('UPDATE certificate SET notice_until = CURDATE() - INTERVAL 1 DAY WHERE no = ?', [v.paper])
	const rows = async (no) => (await notice()).filter((n) => n.no === no)
	assert.deepEqual(await rows(v.paper), [])
	const w = await certified('邓作废')
	assert.equal((await rows(w.paper)).length, 1)
	status(await manager.post(`/commend/manage/certificates/${w.paper}/revoke`, { reason: '记录有误' }), 303)
	assert.deepEqual(await rows(w.paper), [])
	const x = await certified('丁注销')
	sql('UPDATE person SET erased_at = NOW() WHERE id = ?', [personOf(x.no)])
	assert.deepEqual(await rows(x.paper), [])
	sql('UPDATE person SET erased_at = NULL WHERE id = ?', [personOf(x.no)])
})

test('the rule is not set below seven days', async () => {
	for (const days of ['6', '0', '-1', '31', 'x']) status(await rule('certificate_notice_days', days), 422, days)
	status(await rule('certificate_notice_days', '10'), 303)
	const v = await certified('董十天')
	assert.equal((await notice()).find((n) => n.no === v.paper).notice_until, daysAgo(-10))
	status(await rule('certificate_notice_days', '7'), 303)
})

test('where the station gives nothing out before the notice has ended, there is no file and no code until then', async () => {
	const before = await certified('先开具')
	status(await rule('certificate_notice_first', '1'), 303)
	const v = await certified('后开具')
	status(await before.client.get(`/commend/certificate/${before.paper}.pdf`), 200, 'what was issued before')
	for (const who of [v.client, clerk]) {
		const { page } = status(await who.getJson(`/commend/certificate/${v.paper}`), 200)
		assert.equal(page.Held, daysAgo(-7))
		assert.equal(page.Qr, undefined)
		const html = status(await who.get(`/commend/certificate/${v.paper}`), 200).text
		assert.ok(html.includes('正在公示') && !html.includes(`${v.paper}.pdf`) && !html.includes(`${v.paper}.png`) && !html.includes('data-print'))
		for (const ext of ['pdf', 'png']) assert.match(status(await who.get(`/commend/certificate/${v.paper}.${ext}`), 409).text, /正在公示/)
	}
	assert.equal(sql('SELECT 1 FROM certificate_file f JOIN certificate c ON c.id = f.certificate_id WHERE c.no = ?', [v.paper]).length, 0)
	status(await rule('certificate_notice_first', '0'), 303)
	status(await v.client.get(`/commend/certificate/${v.paper}.pdf`), 409, 'as it was issued')
	sql('UPDATE certificate SET notice_until = CURDATE() - INTERVAL 1 DAY, held_until = CURDATE() - INTERVAL 1 DAY WHERE no = ?', [v.paper])
	const { body } = status(await v.client.get(`/commend/certificate/${v.paper}.pdf`), 200)
	assert.deepEqual(status(await clerk.get(`/commend/certificate/${v.paper}.pdf`), 200).body, body)
	assert.match((await v.client.getJson(`/commend/certificate/${v.paper}`)).page.Qr.text, /#/)
})

test('papers in both scripts: what is issued from now on, as it was issued, and badges', async () => {
	const plain = await certified('单语种')
	const plainPdf = status(await plain.client.get(`/commend/certificate/${plain.paper}.pdf`), 200).body
	assert.doesNotMatch(fonts(plainPdf), /Mongolian/)
	const badge = async (v) => status(await clerk.post('/station/badges', { who: [v.no] }), 200).body
	assert.doesNotMatch(fonts(await badge(plain)), /Mongolian/)
	status(await rule('paper_mongolian', '1'), 303)
	const v = await certified('双语种')
	assert.match(fonts(await badge(v)), /NotoSansMongolian/)
	assert.match(status(await v.client.get(`/commend/certificate/${v.paper}`), 200).text, /lang="mn-Mong">\u1830/)
	status(await rule('paper_mongolian', '0'), 303)
	assert.match(fonts(status(await v.client.get(`/commend/certificate/${v.paper}.pdf`), 200).body), /NotoSansMongolian/)
	status(await v.client.get(`/commend/certificate/${v.paper}.png`), 200)
	assert.deepEqual(status(await plain.client.get(`/commend/certificate/${plain.paper}.pdf`), 200).body, plainPdf)
	for (const value of ['2', '-1', '']) status(await rule('paper_mongolian', value), value ? 422 : 303, value)
})
await end()
