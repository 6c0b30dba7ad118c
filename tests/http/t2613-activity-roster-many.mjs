// Many on a roster at once: by name, by a pasted list whose every line says what became of it, as last time.
import { assert, end, sql, status, test, value } from './lib.mjs'
import { guardPost } from './lib/guard.mjs'
import { newVolunteer } from './lib/person.mjs'
import { begin, dayFrom, draft, newSeries, staff } from './lib/activity.mjs'
import { apply, approve, published } from './lib/project.mjs'

const clerk = await staff('liwei')
const HAN = '安白柏毕卞蔡曹岑常车陈成程池邓丁董杜范方樊费丰封冯傅高葛耿龚顾郭韩郝何贺洪侯胡华黄霍姬贾江姜蒋金'
let turn = 0
/** A name that nobody else has, in Han letters: names with digits are none. */
const fresh = () => {
	let n = process.pid * 1000 + ++turn
	let s = ''
	for (; n; n = Math.floor(n / HAN.length)) s += HAN[n % HAN.length]
	return s
}
const roster = async (no) => ((await clerk.getJson(`/activity/manage/${no}`)).page.Roster ?? []).map((r) => r.no)
const paste = (no, people) => clerk.post(`/activity/manage/${no}/roster/paste`, { people })
/** People in the tables alone: sixty registrations by pages would take minutes. */
function people(n, changes = {}) {
	const station = value('SELECT id FROM station WHERE no = 1')
	return Array.from({ length: n }, () => {
		const name = changes.name ?? fresh()
		sql("INSERT INTO person (uid, name) VALUES (UNHEX(REPLACE(UUID(), '-', '')), ?)", [name])
		const id = value('SELECT MAX(id) FROM person WHERE name = ?', [name])
		const no = `V99${String(process.pid).padStart(7, '0')}${String(++turn).padStart(5, '0')}`
		sql("INSERT INTO volunteer (person_id, no, station_id, region_code, state) SELECT ?, ?, ?, region_code, ? FROM station WHERE id = ?",
			[Number(id), no, Number(station), changes.state ?? 'active', Number(station)])
		return { id, no, name }
	})
}

test('sixty names of which three are wrong: 57 stand, three are named and stay in the box', async () => {
	const no = await draft(clerk)
	const them = people(57)
	const lines = them.map((p, i) => (i % 3 ? p.name : p.no))
	lines.splice(10, 0, '查无此人甲')
	lines.splice(30, 0, 'V9900000000000001')
	lines.splice(50, 0, `${them[0].no} ${them[1].name}`)
	assert.equal(lines.length, 60)
	const { page } = status(await paste(no, lines.join('\n')), 422)
	assert.deepEqual([page.PlacedNew, page.PlacedLeft, page.Placed.length], [57, 3, 60])
	assert.deepEqual(page.Placed.filter((l) => !l.fine).map((l) => [l.line, l.word]), [[11, 'nobody'], [31, 'unknown'], [51, 'differs']])
	assert.equal(page.Form.people.trim().split('\n').length, 3)
	assert.deepEqual((await roster(no)).sort(), them.map((p) => p.no).sort())
	assert.deepEqual(sql("SELECT u.detail FROM audit u JOIN activity a ON a.id = u.target_id WHERE u.action = 'roster.paste' AND a.no = ?", [no]).map((r) => r.detail), ['57'])
	// Mended and sent again: who stands stands, once.
	const again = status(await paste(no, lines.join('\n')), 422).page
	assert.equal(again.PlacedNew, 0)
	assert.equal(again.Placed.filter((l) => l.word === 'already').length, 57)
	assert.equal((await roster(no)).length, 57)
	const html = status(await clerk.post(`/activity/manage/${no}/roster/paste`, { people: '查无此人甲' }, { headers: { Accept: 'text/html' } }), 422).text
	assert.match(html, /本站和项目里没有这个人/)
	assert.match(html, /<textarea[^>]*name="people"[^>]*>\s*查无此人甲/)
})

test('columns of a table: titles, numbers of rows and telephones are passed over', async () => {
	const no = await draft(clerk)
	const [a, b, c, d] = people(4)
	const text = ['序号\t姓名\t手机', `1\t${a.name}\t13800138000`, `2，${b.name}，13900139000`, '', `3、${c.name.slice(0, 1)} ${c.name.slice(1)}`, `"4"\t${d.no.toLowerCase()}`, `5\t${a.name}`].join('\r\n')
	const { page } = status(await paste(no, `${text}\n查无此人丙`), 422)
	assert.deepEqual(page.Placed.map((l) => l.word), ['placed', 'placed', 'placed', 'placed', 'twice', 'nobody'])
	assert.match(status(await paste(no, text), 303).location, /roster_pasted/)
	assert.equal((await roster(no)).length, 4)
})

test('two of one name: their numbers are said; who serves no more does not stand in the way', async () => {
	const no = await draft(clerk)
	const name = fresh()
	const two = people(2, { name })
	const { page } = status(await paste(no, name), 422)
	assert.equal(page.Placed[0].word, 'several')
	for (const p of two) assert.match(page.Placed[0].no, new RegExp(p.no))
	sql("UPDATE volunteer SET state = 'paused' WHERE no = ?", [two[0].no])
	status(await paste(no, name), 303)
	assert.equal(status(await paste(no, two[0].no), 422).page.Placed[0].word, 'inactive')
	assert.deepEqual(await roster(no), [two[1].no])
})

test('one by name, in the field of the number', async () => {
	const no = await draft(clerk)
	const [p] = people(1)
	const add = (volunteer_no) => clerk.post(`/activity/manage/${no}/roster`, { volunteer_no })
	status(await add(p.name), 303)
	assert.deepEqual(await roster(no), [p.no])
	const name = fresh()
	const two = people(2, { name })
	assert.match(status(await add(name), 422).page.Errors[0].text, new RegExp(two[1].no))
	assert.equal(status(await add('查无此人乙'), 422).page.Errors[0].field, 'volunteer_no')
	assert.deepEqual(status(await add('查无此人乙'), 422).page.Form.volunteer_no, '查无此人乙')
})

test('whom the project took on is found by name though at home elsewhere; others elsewhere are not', async () => {
	const reviewer = await staff('wangfang')
	const p = await published(clerk, reviewer)
	const [v, w] = [await newVolunteer({ name: fresh() }), await newVolunteer({ name: fresh() })]
	status(await apply(v, p.no, p.positions[0]), 303)
	status(await approve(reviewer, p.no, v), 303)
	const other = Number(value('SELECT id FROM station WHERE no = 2'))
	const names = [v, w].map((x) => value('SELECT p.name FROM person p JOIN volunteer v ON v.person_id = p.id WHERE v.no = ?', [x.no]))
	for (const x of [v, w]) sql('UPDATE volunteer SET station_id = ? WHERE no = ?', [other, x.no])
	const no = await draft(clerk, { project: p.no })
	assert.deepEqual(status(await paste(no, names.join('\n')), 422).page.Placed.map((l) => l.word), ['placed', 'nobody'])
	status(await paste(no, w.no), 303)
	assert.deepEqual((await clerk.getJson(`/activity/manage/${no}`)).page.Asked.map((k) => k.no), [w.no], 'by number they are asked')
})

test('as last time: of the series, of the project, of the same name', async () => {
	const [a, b] = people(2)
	const uid = await newSeries(clerk, { title: fresh(), place: `${fresh()}广场 1 号` })
	const { Activities } = (await clerk.getJson(`/activity/manage/series/${uid}`)).page
	for (const p of [a, b]) status(await clerk.post(`/activity/manage/${Activities[0].no}/roster`, { volunteer_no: p.no }), 303)
	const { Last } = (await clerk.getJson(`/activity/manage/${Activities[1].no}`)).page
	assert.deepEqual([Last.no, Last.roster], [Activities[0].no, 2])
	status(await clerk.post(`/activity/manage/${Activities[0].no}/roster/last`), 409, 'there was none before the first')
	assert.match(status(await clerk.post(`/activity/manage/${Activities[1].no}/roster/last`, { volunteer_no: '', duty: '' }), 303).location, /roster_last/)
	assert.deepEqual(await roster(Activities[1].no), [a.no, b.no])
	assert.equal(value("SELECT detail FROM audit u JOIN activity x ON x.id = u.target_id WHERE u.action = 'roster.last' AND x.no = ?", [Activities[1].no]), Activities[0].no)
	const title = fresh()
	const first = await draft(clerk, { title, day: dayFrom(2) })
	status(await clerk.post(`/activity/manage/${first}/roster`, { volunteer_no: a.no }), 303)
	const second = await draft(clerk, { title, day: dayFrom(9) })
	assert.equal((await clerk.getJson(`/activity/manage/${second}`)).page.Last.no, first)
	status(await clerk.post(`/activity/manage/${first}/cancel`, { reason: '不办了' }), 303)
	assert.equal((await clerk.getJson(`/activity/manage/${second}`)).page.Last, undefined)
})

test('a dangerous activity: who is not insured is named', async () => {
	const no = await draft(clerk, { dangerous: 1 })
	const [p] = people(1)
	const [insured] = sql("SELECT COUNT(*) n FROM insurance i JOIN station s ON s.id = i.station_id WHERE s.no = 1")
	const r = await paste(no, p.name)
	if (insured.n === '0') assert.equal(status(r, 422).page.Placed[0].word, 'uninsured')
	else assert.ok([303, 422].includes(r.status))
})

test('bad input: nothing, too much, over', async () => {
	const no = await draft(clerk)
	assert.equal(status(await paste(no, ''), 422).page.Errors[0].field, 'people')
	status(await paste(no, 'x'.repeat(20001)), 422)
	status(await clerk.post(`/activity/manage/${no}/roster/paste`, { people: 'x', extra: 1 }), 422)
	const many = status(await paste(no, Array.from({ length: 520 }, () => '查').join('\n')), 422).page
	assert.equal(many.Placed.at(-1).word, 'too_many')
	assert.equal(many.Placed.length, 501)
	const [p] = people(1)
	status(await clerk.post(`/activity/manage/${no}/roster`, { volunteer_no: p.no }), 303)
	status(await clerk.post(`/activity/manage/${no}/publish`, { screened: 1 }), 303)
	begin(no, { back: 100, ahead: -30 })
	status(await paste(no, p.name), 409)
	status(await clerk.post(`/activity/manage/${no}/roster/last`), 409)
})

let plain
const any = async () => (plain ??= await draft(clerk))
for (const step of ['paste', 'last']) guardPost(`/activity/manage/{}/roster/${step}`, { of: any, elsewhere: 'zhaolei' })

await end()
