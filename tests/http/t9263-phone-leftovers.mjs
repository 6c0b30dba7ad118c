// What was left of the walk on the phone. Seen: whoever is on no roster was refused and still offered the box for six digits; the
// summary of a refused registration named the telephone after the skills; on the front, in help and on error pages a volunteer
// read small print of 16 px, where elders are to have 18.
import { Client, assert, end, newVolunteer, openid, personForm, staff, status, test } from './lib.mjs'
import { newActivity, screen } from './lib/activity.mjs'

const html = { headers: { Accept: 'text/html' } }
const clerk = await staff('liwei')

test('whoever is not on the roster is told what to do, and no box stands there', async () => {
	const [v, w] = [await newVolunteer(), await newVolunteer()]
	const a = await newActivity(clerk, { volunteers: [v] })
	const { token } = await screen(clerk, a.no)
	for (const r of [await w.client.get(`/activity/c/${token}`, html), await w.client.post(`/activity/${a.no}/check-in`, { code: token }, html)]) {
		assert.equal(r.status, 409)
		assert.match(r.text, /名单上没有您/)
		assert.match(r.text, /请带队人打电话给站点/)
		assert.ok(!/name="code"/.test(r.text))
	}
	const { page } = status(await w.client.getJson(`/activity/c/${token}`), 409)
	assert.deepEqual([page.Duty.off, page.Duty.next], [1, undefined])
	assert.match((await v.client.get(`/activity/${a.no}`, html)).text, /name="code"/)
})

test('the summary of mistakes stands in the order of the page', async () => {
	const c = new Client()
	await c.wechatUser(openid())
	const wrong = personForm({ name: '', id_no: '610502199003070024', phone: '1390', region_code: '', categories: [], skills: [], consent: [] })
	const { text } = status(await c.post('/account/register', wrong, html), 422)
	const shown = [...text.matchAll(/href="#f-(\w+)"/g)].map((m) => m[1])
	const stands = [...text.matchAll(/ id="f-(\w+)"/g)].map((m) => m[1])
	assert.ok(shown.length >= 7, shown.join())
	assert.deepEqual(shown, [...shown].sort((a, b) => stands.indexOf(a) - stands.indexOf(b)))
	const json = status(await c.post('/account/register', wrong), 422).page
	assert.deepEqual(json.Errors.map((e) => e.field), shown)
	for (const e of json.Errors) assert.equal(json.Error[e.field], e.text)
})

test('front, help and errors have large letters for a volunteer, too; 长辈版 stays on top', async () => {
	const v = await newVolunteer()
	for (const [path, code] of [['/', 200], ['/station/help', 200], ['/recruit/P2600199999', 404]]) {
		const { text } = status(await v.client.get(path, html), code)
		assert.match(text, /<html lang="zh-CN" class="phone elder">/, path)
		assert.match(text, />长辈版</, path)
	}
	assert.match(status(await v.client.get('/account/me', html), 200).text, /<html lang="zh-CN" class="phone">/)
})

await end()
