// Papers as they are looked at: in a decision a long name lay over the names of the next line; on a poster names and services were cut in
// two at the end of a line; a certificate had no place for the two who sign it, and a badge did not say what its bearer does.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assert, cleanup, end, newVolunteer, sql, staff, status, test } from './lib.mjs'
import { served } from './lib/recognition.mjs'
import { dayFrom } from './lib/project.mjs'

const clerk = await staff('liwei')
const dir = mkdtempSync(join(tmpdir(), 'zyz-papers-'))
cleanup(() => rmSync(dir, { recursive: true }))
/** Every word with where it stands: { text, x, y, to, low }. */
function words(pdf) {
	writeFileSync(join(dir, 'x.pdf'), pdf)
	return [...execFileSync('pdftotext', ['-bbox', join(dir, 'x.pdf'), '-'], { encoding: 'utf8' })
		.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)]
		.map(([, x, y, to, low, text]) => ({ text, x: Number(x), y: Number(y), to: Number(to), low: Number(low) }))
}
const LONG = '阿不都热合曼·买买提依明·努尔艾合买提江'
const people = [await newVolunteer({ name: LONG }), ...(await Promise.all(['陈一一', '雷二二', '韩三三', '马四四', '高五五', '黄六六'].map((name) => newVolunteer({ name }))))]
for (const v of people) sql('UPDATE volunteer SET station_id = (SELECT id FROM station WHERE no = 1) WHERE no = ?', [v.no])

test('no name of a decision lies over another', async () => {
	const made = await clerk.submit('/commend/manage/decisions/new', { title: '关于表彰的决定', name: '优秀志愿者', word: '胜志表', basis: '全年服务居民三千人次，决定表彰下列志愿者。' })
	const uid = /decisions\/([0-9a-f]{32})/.exec(status(made, 303).location)[1]
	status(await clerk.post(`/commend/manage/decisions/${uid}/paste`, { people: people.map((v) => v.no).join('\n') }), 303)
	const all = words(status(await clerk.get(`/commend/manage/decisions/${uid}/decision.pdf`), 200).body)
	const names = all.filter((w) => /^(陈一一|雷二二|韩三三|马四四|高五五|黄六六|阿不都.*|.*提依明.*|.*合买提江)$/.test(w.text))
	assert.ok(names.length >= 8, JSON.stringify(names))
	for (const [i, a] of names.entries())
		for (const b of names.slice(i + 1))
			assert.ok(a.to <= b.x || b.to <= a.x || Math.abs(a.y - b.y) > 10, `${a.text} ${JSON.stringify(a)} over ${b.text} ${JSON.stringify(b)}`)
})

test('nothing that is one word is cut at the end of a line of a poster', async () => {
	const menu = words(status(await clerk.get('/station/poster?kind=menu'), 200).body).map((w) => w.text.replaceAll('\u2060', ''))
	for (const item of sql("SELECT name FROM service_item WHERE state = 'on' AND station_id = (SELECT id FROM station WHERE no = 1)"))
		assert.ok(menu.some((w) => w.includes(item.name)), `${item.name} in ${menu}`)
	const thanks = words(status(await clerk.get(`/station/poster?kind=thanks&no=${dayFrom(0).slice(0, 7)}`), 200).body).map((w) => w.text.replaceAll('\u2060', ''))
	assert.ok(thanks.some((w) => w.includes('谢谢这些邻居')))
})

test('two sign a certificate, and a badge says what its bearer does', async () => {
	const v = people[1]
	served(v.no, { minutes: 60 })
	const no = /C\d+/.exec(status(await clerk.submit('/commend/manage/certificate', { volunteer_no: v.no, purpose: '评优' }), 303).location)[0]
	const paper = words(status(await clerk.get(`/commend/certificate/${no}.pdf`), 200).body).map((w) => w.text).join('')
	assert.match(paper, /负责人：张敏.?签字：＿+经办人：李伟.?签字：＿+/)
	const badge = words(status(await clerk.post('/station/badges', { who: [v.no] }), 200).body).map((w) => w.text).join('')
	assert.match(badge, /服务方向：/)
})
await end()
