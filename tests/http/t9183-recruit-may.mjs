// A button that stands there works. Seen: after 未录用 the green 报名 stood on the page and answered that the content had been
// changed by somebody else; a training that clashed had its button, too.
import { assert, end, newVolunteer, residentId, bornYearsAgo, sql, staff, status, test } from './lib.mjs'
import { applicationOf, apply, published } from './lib/project.mjs'

const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const html = { headers: { Accept: 'text/html' } }
const page = async (v, no) => ({ json: (await v.client.getJson(`/recruit/${no}`)).page, text: (await v.client.get(`/recruit/${no}`)).text })
const buttons = (text) => [...text.matchAll(/name="position" value="(\w+)"/g)].map((m) => m[1])
const whys = (o) => (o.Why ?? []).map((w) => w.text).join()

test('who was refused reads why, has no button there, and may sign up for another position', async () => {
	const p = await published(clerk, reviewer, { positions: [{}, { title: '记录员' }] })
	const v = await newVolunteer()
	assert.equal(buttons((await page(v, p.no)).text).length, 2)
	status(await apply(v, p.no, p.positions[0]), 303)
	assert.deepEqual(buttons((await page(v, p.no)).text), [])
	status(await clerk.post(`/recruit/review/${applicationOf(p.no, v).uid_hex}/refuse`, { reason: '名额留给有经验的' }), 303)
	const { json, text } = await page(v, p.no)
	assert.ok(text.includes('名额留给有经验的'))
	assert.deepEqual(buttons(text), [p.positions[1].uid.toLowerCase()])
	assert.match(whys(json.Positions[0]), /没有录用/)
	assert.deepEqual([json.Positions[0].may, json.Positions[1].may, json.Can.apply], [undefined, 1, 1])
	const r = status(await apply(v, p.no, p.positions[0]), 409)
	assert.match(r.page.Errors[0].text, /没有录用/)
	assert.match((await v.client.post(`/recruit/${p.no}/apply`, { position: p.positions[0].uid }, html)).text, /没有录用/)
	status(await apply(v, p.no, p.positions[1]), 303)
})

test('what the page says is what the deed says', async () => {
	const p = await published(clerk, reviewer, { plan: { min_hours: 20 }, positions: [{ min_age: 40 }, { title: '记录员', min_age: 20 }] })
	const v = await newVolunteer({ id_no: residentId({ birth: bornYearsAgo(25) }) })
	const { json, text } = await page(v, p.no)
	assert.deepEqual(buttons(text), [])
	for (const [i, o] of json.Positions.entries()) {
		const r = status(await apply(v, p.no, p.positions[i]), 422)
		assert.equal(r.page.Errors.map((e) => e.text).join(), whys(o))
	}
	sql('UPDATE project SET min_minutes = 0 WHERE no = ?', [p.no])
	assert.deepEqual(buttons((await page(v, p.no)).text), [p.positions[1].uid.toLowerCase()])
	sql("UPDATE volunteer SET state = 'paused' WHERE no = ?", [v.no])
	assert.deepEqual(buttons((await page(v, p.no)).text), [])
	sql("UPDATE volunteer SET state = 'active' WHERE no = ?", [v.no])
	sql('UPDATE project SET recruit_from = CURDATE() - INTERVAL 9 DAY, recruit_to = CURDATE() - INTERVAL 2 DAY WHERE no = ?', [p.no])
	assert.deepEqual(buttons((await page(v, p.no)).text), [])
	assert.match(status(await apply(v, p.no, p.positions[1]), 409).page.Errors[0].text, /报名时间/)
})

test('a training shows its button to whom it takes, and why not to others', async () => {
	const no = `T98${Date.now()}`
	sql(`INSERT INTO training (uid, no, station_id, title, starts_at, ends_at, enrol_until, study_minutes, places, min_age, state, created_by)
		SELECT UNHEX(MD5(?)), ?, s.id, '急救', NOW() + INTERVAL 3 DAY, NOW() + INTERVAL 74 HOUR, NOW() + INTERVAL 2 DAY, 120, 20, 40, 'published', f.id
		FROM station s JOIN staff f ON f.login = 'liwei' WHERE s.no = 1`, [no, no])
	const young = await newVolunteer({ id_no: residentId({ birth: bornYearsAgo(25) }) })
	const old = await newVolunteer({ id_no: residentId({ birth: bornYearsAgo(50) }) })
	const seen = async (v) => [(await v.client.getJson(`/training/${no}`)).page, (await v.client.get(`/training/${no}`)).text.includes(`/training/${no}/enrol`)]
	const [a, button] = await seen(young)
	assert.deepEqual([a.CanEnrol, a.WhyNot, button], [undefined, 'too_young', false])
	assert.equal(status(await young.client.post(`/training/${no}/enrol`), 409).page.Refused, 'too_young')
	const [b, there] = await seen(old)
	assert.deepEqual([b.CanEnrol, b.WhyNot, there], ['1', undefined, true])
	status(await old.client.post(`/training/${no}/enrol`), 303)
})

await end()
