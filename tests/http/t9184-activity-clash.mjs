// Two places at the same hour. Seen: a roster took one person for two activities at once without a word, and the hours of the
// second were lost at check-out; then, that staff were only warned where a sign-up is refused.
import { assert, end, newVolunteer, sql, staff, status, test } from './lib.mjs'
import { dayFrom, draft } from './lib/activity.mjs'
import { apply, approve, published } from './lib/project.mjs'

const clerk = await staff('liwei')
const other = await staff('zhaolei')
const html = { headers: { Accept: 'text/html' } }
const put = (no, v, by = clerk, more = {}) => by.post(`/activity/manage/${no}/roster`, { volunteer_no: v.no, ...more })
const anyway = { anyway: 1 }
const page = async (no, by = clerk) => status(await by.getJson(`/activity/manage/${no}`), 200).page

test('a second place at the same time is refused by its name, and stands when staff say so; both pages tell', async () => {
	const v = await newVolunteer({ name: '两头跑' })
	const w = await newVolunteer({ name: '一头跑' })
	const one = await draft(clerk, { begins: '09:00', ends: '11:00' })
	const two = await draft(clerk, { begins: '10:00', ends: '12:00', title: '同时的活动' })
	assert.match(status(await put(one, v), 303).location, /done=roster_added$/)
	const r = status(await put(two, v), 422)
	assert.equal(r.page.Errors[0].field, 'volunteer_no')
	assert.match(r.page.Errors[0].text, /^两头跑同一时间已有“清洁家园”，时间重了：09:00–11:00。/)
	assert.equal(r.page.Busy, 'roster')
	assert.equal((await page(two)).Roster, undefined)
	assert.equal((await page(two)).Busy, undefined, 'no tick before it is needed')
	assert.match((await clerk.post(`/activity/manage/${two}/roster`, { volunteer_no: v.no }, html)).text, /name="anyway" value="1"(?! checked)/)
	assert.match(status(await put(two, v, clerk, anyway), 303).location, /done=roster_clash$/)
	assert.match(status(await put(two, w), 303).location, /done=roster_added$/)
	assert.deepEqual((await page(two)).Clashes.map((c) => [c.no, c.name, c.other]), [[v.no, '两头跑', one]])
	assert.deepEqual((await page(one)).Clashes.map((c) => [c.no, c.other, c.title]), [[v.no, two, '同时的活动']])
	const { text } = await clerk.get(`/activity/manage/${two}?done=roster_clash`, html)
	assert.match(text, /同一时间还排了别的活动/)
	assert.ok(text.includes(`href="/activity/manage/${one}"`))
	status(await clerk.post(`/activity/manage/${one}/roster/remove`, { volunteer_no: v.no }), 303)
	assert.equal((await page(two)).Clashes, undefined)
})

test('shifts that touch, another day and what was called off do not clash', async () => {
	const v = await newVolunteer()
	const one = await draft(clerk, { begins: '09:00', ends: '11:00' })
	status(await put(one, v), 303)
	for (const shift of [{ begins: '11:00', ends: '12:00' }, { begins: '08:00', ends: '09:00' }, { day: new Date(Date.now() + 6 * 864e5).toISOString().slice(0, 10) }])
		assert.match(status(await put(await draft(clerk, shift), v), 303).location, /done=roster_added$/)
	assert.equal((await page(one)).Clashes, undefined)
	const off = await draft(clerk, { begins: '09:30', ends: '10:30' })
	assert.match(status(await put(off, v, clerk, anyway), 303).location, /done=roster_clash$/)
	sql("UPDATE activity SET state = 'cancelled' WHERE no = ?", [off])
	assert.equal((await page(one)).Clashes, undefined)
})

test('a volunteer is found by the number as it is written', async () => {
	const v = await newVolunteer()
	let turn = 0
	for (const volunteer_no of [v.no.toLowerCase(), `${v.no.slice(0, 3)} ${v.no.slice(3)}`, `\u200b${v.no}`, [...v.no].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('')])
		status(await clerk.post(`/activity/manage/${await draft(clerk, { day: dayFrom(20 + ++turn) })}/roster`, { volunteer_no }), 303, volunteer_no)
	for (const volunteer_no of ['——', '志愿者', `${v.no}<b>`, 'V'.repeat(30)])
		assert.equal(status(await clerk.post(`/activity/manage/${await draft(clerk)}/roster`, { volunteer_no }), 422).page.Errors[0].field, 'volunteer_no')
})

test('of another station nothing is told but the hours', async () => {
	const v = await newVolunteer()
	const one = await draft(clerk)
	const far = await draft(other, { title: '别处的活动' })
	status(await put(one, v), 303)
	sql(`INSERT INTO roster (activity_id, person_id, station_id) SELECT a.id, v.person_id, a.station_id FROM activity a JOIN volunteer v ON v.no = ?
		WHERE a.no = ?`, [v.no, far])
	const [c] = (await page(one)).Clashes
	assert.deepEqual([c.no, c.other, c.title], [v.no, undefined, undefined])
	assert.ok(!(await clerk.get(`/activity/manage/${one}`, html)).text.includes('别处的活动'))
})

test('a list and an import leave out who is elsewhere, and name them', async () => {
	const [v, w] = [await newVolunteer({ name: '两头跑' }), await newVolunteer({ name: '一头跑' })]
	const one = await draft(clerk, { begins: '09:00', ends: '11:00' }), two = await draft(clerk, { begins: '10:00', ends: '12:00' })
	status(await put(one, v), 303)
	const paste = (more) => clerk.post(`/activity/manage/${two}/roster/paste`, { people: `${v.no}\n${w.no}`, ...more })
	const r = status(await paste(), 422).page
	assert.deepEqual(r.Placed.map((l) => l.word), ['busy', 'placed'])
	assert.deepEqual([r.Busy, r.Form.people.trim()], ['people', v.no])
	assert.deepEqual((await page(two)).Roster.map((l) => l.no), [w.no])
	status(await paste(anyway), 303)
	assert.equal((await page(two)).Roster.length, 2)

	const p = await published(clerk, await staff('wangfang'), { positions: [{ wanted: 5 }] })
	for (const x of [v, w]) {
		await apply(x, p.no, p.positions[0])
		status(await approve(clerk, p.no, x), 303)
	}
	const three = await draft(clerk, { project: p.no, begins: '09:30', ends: '10:30' })
	const far = await draft(clerk, { project: p.no, begins: '13:00', ends: '14:00' })
	for (const no of [three, far]) status(await clerk.post(`/activity/manage/${no}/roster/import`), 303)
	assert.deepEqual((await page(far)).Roster.map((l) => l.no), [v.no, w.no])
	const shown = await page(three)
	assert.equal(shown.Roster, undefined)
	assert.deepEqual(shown.Lacks.map((l) => [l.no, l.word, Number(l.rostered)]), [[v.no, 'busy', 0], [w.no, 'busy', 0]])
	status(await put(three, v, clerk, anyway), 303)
	assert.deepEqual((await page(three)).Lacks.map((l) => l.no), [w.no])
})

test('of two rosters at the same moment one has them', async () => {
	const v = await newVolunteer()
	const two = [await draft(clerk), await draft(clerk)]
	const got = await Promise.all(two.map((no) => put(no, v)))
	assert.deepEqual(got.map((r) => r.status).sort(), [303, 422])
})

test('what is over is a matter of proof: its roster takes whoever was there', async () => {
	const v = await newVolunteer()
	const one = await draft(clerk), two = await draft(clerk)
	status(await put(one, v), 303)
	sql(`UPDATE activity SET state = 'recording', starts_at = starts_at - INTERVAL 10 DAY, ends_at = ends_at - INTERVAL 10 DAY
		WHERE no IN (?, ?)`, [one, two])
	status(await put(two, v), 303)
})

await end()
