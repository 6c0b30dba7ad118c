// Posters A4 and A3 of what is public, the sign, badges of the own volunteers and what their code shows.
import { assert, Client, end, guardGet, guardPost, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { draft } from './lib/activity.mjs'
import { dayFrom } from './lib/project.mjs'

const clerk = await staff('liwei'), elsewhere = await staff('zhaolei')
const pdf = (r) => {
	assert.equal(status(r, 200).headers['content-type'], 'application/pdf')
	return r.body.toString('latin1')
}
const poster = (query, c = clerk) => c.get(`/station/poster?${query}`)
const pages = (text) => (text.match(/\/Type \/Page\b/g) ?? []).length

test('of the station, its menu, a month and the sign, as A4 and A3', async () => {
	assert.match(pdf(await poster('')), /MediaBox \[ 0 0 595/)
	assert.match(pdf(await poster('kind=menu&size=a3')), /MediaBox \[ 0 0 841/)
	assert.match(pdf(await poster('kind=sign')), /MediaBox \[ 0 0 119\d/)
	assert.match(pdf(await poster(`kind=thanks&no=${dayFrom(0).slice(0, 7)}`)), /MediaBox \[ 0 0 595/)
	for (const month of ['2026-13', '2026', 'x'.repeat(7), '', '2026-1%27'])
		status(await poster(`kind=thanks&no=${month}`), 404, month)
	for (const kind of ['gossip', '../x', 'notice&no=zz', 'shift&no=A1', 'project&no=', 'survey&no=%27'])
		status(await poster(`kind=${kind}`), 404, kind)
})

test('of what is public here, and of nothing else', async () => {
	const { Projects, Surveys, Months } = status(await clerk.getJson('/station/posters'), 200).page
	assert.equal(Months.length, 3)
	for (const [kind, no] of [['project', Projects[0].no], ['survey', Surveys[0].no]]) {
		assert.equal(pages(pdf(await poster(`kind=${kind}&no=${no}`))), 1)
		status(await poster(`kind=${kind}&no=${no}`, elsewhere), 404)
	}
	sql(`INSERT INTO announcement (uid, station_id, kind, title, body, published_at, created_by) VALUES
		(x'${'ab'.repeat(16)}', 1, 'notice', ?, ?, NOW(), 1), (x'${'cd'.repeat(16)}', 1, 'notice', '草稿', 'x', NULL, 1)`,
	['长'.repeat(80), '一段很长的话😀。'.repeat(1200)])
	assert.equal(pages(pdf(await poster(`kind=notice&no=${'ab'.repeat(16)}&size=a3`))), 1)
	status(await poster(`kind=notice&no=${'cd'.repeat(16)}`), 404, 'a draft')
})

test('badges of who is ticked, ten to a sheet, of the own station alone', async () => {
	const { Wearers } = status(await clerk.getJson('/station/badges'), 200).page
	const own = Wearers.map((v) => v.no)
	assert.equal(pages(pdf(await clerk.post('/station/badges', { who: own.slice(0, 10) }))), 1)
	assert.equal(pages(pdf(await clerk.post('/station/badges', { who: own.slice(0, 11) }))), 2)
	assert.equal(value("SELECT detail FROM audit WHERE action = 'volunteer.badge' ORDER BY id DESC LIMIT 1"), '11')
	const other = value('SELECT no FROM volunteer WHERE station_id <> 1 LIMIT 1') ?? 'V9900100001'
	for (const who of [[], [other], [own[0], other], ['V0'], ["'"]]) status(await clerk.post('/station/badges', { who }), 422, JSON.stringify(who))
	assert.match(status(await clerk.post('/station/badges', { who: Array.from({ length: 201 }, (_, i) => `V26001${i}`) }), 422).text, /./)
})

test('badges of a roster: the own volunteers on it', async () => {
	const v = await newVolunteer({ name: '乌兰图雅' }), no = await draft(clerk)
	status(await clerk.post('/station/badges', { activity: no }), 422, 'nobody is on it')
	status(await clerk.post(`/activity/manage/${no}/roster`, { volunteer_no: v.no }), 303)
	assert.equal(pages(pdf(await clerk.post('/station/badges', { activity: no }))), 1)
	status(await elsewhere.post('/station/badges', { activity: no }), 422)
	status(await clerk.post('/station/badges', { activity: 'A9900100001' }), 422)
})

test('the code on a badge says whether it holds, and a made up one says no', async () => {
	const v = await newVolunteer({ name: '王建国' }), c = new Client({ from: '127.0.45.1' })
	const see = async (query = '') => status(await c.getJson(`/s/1/v/${v.no}${query}`), 200).page
	for (const query of ['', '?k=', `?k=${'0'.repeat(16)}`]) {
		const p = await see(query)
		assert.deepEqual([p.Holds, p.Badge], [0, undefined], query)
	}
	assert.ok(!status(await c.get(`/s/1/v/${v.no}`), 200).text.includes('王建国'))
	let r
	for (let i = 0; i < 61; i++) r = await c.get(`/s/1/v/${v.no}?k=${i}`)
	status(r, 429)
})

for (const path of ['/station/posters', '/station/badges']) guardGet(path)
guardPost('/station/badges', { form: { who: 'V2600100001' } })
await end()
