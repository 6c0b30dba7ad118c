// Agreements: a text of the station or of its region, in versions; signed on the phone by a tick and the document's last six, or on
// paper before staff; asked for where a project says so.
import { assert, cleanup, end, guardGet, guardPost, mobile, newVolunteer, residentId, sql, staff, status, test, value, Client } from './lib.mjs'
import { bornYearsAgo } from './lib/person.mjs'
import { begin, checkIn, dayFrom, draft as newActivity, roomToday } from './lib/activity.mjs'
import * as plans from './lib/project.mjs'

await roomToday()
const [clerk, manager, reviewer, elsewhere, overseer] = await Promise.all(['liwei', 'zhangmin', 'wangfang', 'zhaolei', 'madan'].map((n) => staff(n)))
const words = `甲方：志愿服务站。乙方：志愿者本人。\n${'一、乙方自愿、无偿参加站点组织的志愿服务，具体的内容、时间和地点以每次活动发布的说明和名册为准。\n'.repeat(3)}`
const form = (changes = {}) => ({ title: '志愿服务协议', words, valid_months: 12, again: 1, ...changes })
const wrong = (r) => status(r, 422).page.Errors.map((e) => e.field).sort()
const publish = async (who, changes) => status(await who.post('/support/texts/new', form(changes)), 303)
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64')
const file = (content = PNG) => [{ field: 'file', name: 'x.png', type: 'image/png', content }]
/** The demo's county text holds again when this is over. */
cleanup(() => sql('UPDATE agreement_text SET ended_at = NOW() WHERE ended_at IS NULL AND station_id IS NOT NULL'))

const six = (v) => v.form.id_no.slice(-6)
const offered = async (v) => status(await v.client.getJson('/support/sign/1'), 200).page
const sign = async (v, changes = {}) => v.client.post('/support/sign/1', { text: (await offered(v)).Text.uid, agree: 1, code: six(v), ...changes })
const mine = async (v) => status(await v.client.getJson('/support/mine'), 200).page

await publish(manager)
const one = await newVolunteer()
status(await sign(one), 303)
const uid = (await mine(one)).Signed[0].uid
const of = () => uid
const textOf = () => value("SELECT LOWER(HEX(t.uid)) FROM agreement_text t JOIN station s ON t.live_scope = CONCAT('s', s.id) WHERE s.no = 1")
guardGet('/support/agreements')
guardGet('/support/agreements/new')
guardGet('/support/agreements/{}', { of, elsewhere: 'zhaolei' })
guardGet('/support/agreements/{}/print', { of, elsewhere: 'zhaolei' })
guardGet('/support/agreements/{}/paper', { of, elsewhere: 'zhaolei' })
guardGet('/support/texts/new', { wrong: 'liwei' })
guardPost('/support/texts/new', { form: form(), right: 'zhangmin', wrong: 'liwei' })
guardPost('/support/texts/{}/end', { of: textOf, right: 'zhangmin', wrong: 'liwei', elsewhere: 'liuyang' })
guardPost('/support/agreements/new', { form: { volunteer_no: 'V1' } })
guardPost('/support/agreements/{}/end', { of, form: { reason: '迁往外地' }, elsewhere: 'zhaolei' })

test('texts are for staff and overseers; of another station there is none', async () => {
	status(await new Client().getJson('/support/texts'), 401)
	status(await one.client.getJson('/support/texts'), 403)
	status(await elsewhere.getJson(`/support/texts/${textOf()}`), 404)
	status(await clerk.getJson(`/support/texts/${textOf()}`), 200)
	status(await clerk.getJson(`/support/texts/${'0'.repeat(32)}`), 404)
	assert.equal(status(await clerk.getJson('/support/texts'), 200).page.Can?.publish, undefined)
})

test('a text has words, months, and is said to ask again', async () => {
	assert.deepEqual(wrong(await manager.post('/support/texts/new', {})), ['again', 'title', 'valid_months', 'words'])
	assert.deepEqual(wrong(await manager.post('/support/texts/new', form({ valid_months: 0, words: '短' }))), ['valid_months', 'words'])
	assert.deepEqual(wrong(await manager.post('/support/texts/new', form({ valid_months: 37 }))), ['valid_months'])
	assert.match(status(await manager.post('/support/texts/new', form({ words: '字'.repeat(1001) })), 422).page.Errors[0].text, /1000 字/)
	assert.equal(status(await manager.getJson('/support/texts/new'), 200).page.Form.title, '志愿服务协议')
})

test('signed by who the session says: a tick, the text that was read, the document\'s last six', async () => {
	const v = await newVolunteer()
	status(await new Client().getJson('/support/sign/1'), 401)
	status(await v.client.getJson('/support/sign/2'), 404)
	status(await v.client.getJson('/support/sign/999'), 404)
	assert.deepEqual(wrong(await sign(v, { agree: undefined })), ['agree'])
	assert.deepEqual(wrong(await sign(v, { code: '12345' })), ['code'])
	assert.match(status(await sign(v, { code: '000000' === six(v) ? '111111' : '000000' }), 422).page.Errors[0].text, /不符/)
	assert.match(status(await sign(v, { text: '0'.repeat(32) }), 422).page.Errors[0].text, /重新阅读/)
	status(await sign(v, { code: six(v).toLowerCase() }), 303)
	status(await sign(v), 303)
	const { Signed, Open } = await mine(v)
	assert.equal(Open, undefined)
	assert.deepEqual(Signed.map((g) => g.state), ['valid'])
	const [row] = sql(`SELECT how, valid_until > CURDATE() + INTERVAL 11 MONTH AS far, noted_by FROM agreement WHERE uid = UNHEX(?)`, [Signed[0].uid])
	assert.deepEqual([row.how, Number(row.far), row.noted_by], ['phone', 1, null])
	assert.equal(status(await v.client.getJson(`/support/mine/${Signed[0].uid}`), 200).page.Agreement.state, 'valid')
	status(await one.client.getJson(`/support/mine/${Signed[0].uid}`), 404)
	status(await one.client.get(`/support/mine/${Signed[0].uid}/print`), 404)
	const pdf = status(await v.client.get(`/support/mine/${Signed[0].uid}/print`), 200)
	assert.match(pdf.headers['content-type'], /application\/pdf/)
})

test('who guesses is stopped', async () => {
	const v = await newVolunteer(), bad = six(v) === '999999' ? '888888' : '999999'
	for (let i = 0; i < 5; i++) status(await sign(v, { code: bad }), 422)
	status(await sign(v), 429)
	assert.equal((await mine(v)).Signed, undefined)
})

test('minors, and whoever has no number here, sign on paper before staff', async () => {
	const minor = await newVolunteer({ id_no: residentId({ birth: bornYearsAgo(15) }), guardian_name: '甲监护', guardian_phone: mobile(),
		guardian_relation: '父亲' })
	assert.equal((await offered(minor)).Minor, 1)
	status(await sign(minor), 409)
	const note = (changes = {}, files = file()) => clerk.upload('/support/agreements/new', { volunteer_no: minor.no, signed_on: dayFrom(0), ...changes }, files)
	assert.deepEqual(wrong(await note({ volunteer_no: 'V2600199999' })), ['volunteer_no'])
	assert.deepEqual(wrong(await note({ signed_on: dayFrom(1) })), ['signed_on'])
	assert.deepEqual(wrong(await note({ signed_on: dayFrom(-3) })), ['signed_on'])
	assert.deepEqual(wrong(await note({}, [])), ['file'])
	assert.deepEqual(wrong(await note({}, file(Buffer.from('MZ not a picture')))), ['file'])
	const made = new URL(status(await note(), 303).location).pathname
	assert.match(status(await note(), 422).page.Errors[0].text, /已签过/)
	assert.equal(status(await clerk.getJson(made), 200).page.Agreement.how, 'paper')
	assert.match(status(await clerk.get(`${made}/paper`), 200).headers['content-disposition'], /attachment/)
	status(await elsewhere.get(`${made}/paper`), 404)
	assert.match(status(await clerk.get(`${made}/print`), 200).headers['content-type'], /pdf/)
})

test('a newer version asks again; the station\'s goes before the region\'s; ended is ended', async () => {
	const v = await newVolunteer()
	status(await sign(v), 303)
	await publish(manager, { title: '志愿服务协议（新）' })
	const seen = await mine(v)
	assert.deepEqual([seen.Open.map((t) => t.title), seen.Signed.map((g) => g.state)], [['志愿服务协议（新）'], ['old']])
	const versions = status(await clerk.getJson('/support/texts'), 200).page.Texts
	assert.equal(versions.filter((t) => t.holds === 1).length, 1)
	status(await sign(v), 303)
	const again = (await mine(v)).Signed
	assert.deepEqual(again.map((g) => g.state), ['valid', 'ended'])
	assert.deepEqual(wrong(await clerk.post(`/support/agreements/${again[0].uid}/end`, { reason: '' })), ['reason'])
	status(await clerk.post(`/support/agreements/${again[0].uid}/end`, { reason: '迁往外地' }), 303)
	status(await clerk.post(`/support/agreements/${again[0].uid}/end`, { reason: '迁往外地' }), 409)
	assert.equal((await mine(v)).Open.length, 1)
	// Without its own, the station has the county's.
	const own = textOf()
	status(await manager.post(`/support/texts/${own}/end`), 303)
	status(await manager.post(`/support/texts/${own}/end`), 409)
	await publish(overseer, { title: '临渭区志愿服务协议' })
	assert.equal((await offered(v)).Text.title, '临渭区志愿服务协议')
	const county = status(await clerk.getJson('/support/texts'), 200).page.Texts.find((t) => t.holds === 1)
	assert.equal(county.title, '临渭区志愿服务协议')
	status(await manager.post(`/support/texts/${county.uid}/end`), 403)
	assert.ok(status(await overseer.getJson('/support/texts'), 200).page.Texts.every((t) => !t.station))
	assert.deepEqual(sql(`SELECT DISTINCT action FROM audit WHERE target IN ('agreement', 'agreement_text') AND at > NOW() - INTERVAL 1 HOUR ORDER BY 1`)
		.map((r) => r.action), ['agreement.end', 'agreement.note', 'agreement.sign', 'agreement_text.add', 'agreement_text.end'])
})

test('where a project asks for it: publication, roster, check-in', async () => {
	const [a, b] = [await newVolunteer(), await newVolunteer()]
	await publish(manager)
	const p = await plans.published(clerk, reviewer, { plan: { agreement: 1 }, positions: [{ wanted: 5 }] })
	for (const v of [a, b]) {
		status(await plans.apply(v, p.no, p.positions[0]), 303)
		status(await plans.approve(clerk, p.no, v), 303)
	}
	assert.equal(status(await a.client.getJson('/account/me'), 200).page.Me.sign, '周三助餐')
	assert.equal((await mine(a)).Open[0].asked, 1)
	status(await sign(a), 303)
	assert.equal(status(await a.client.getJson('/account/me'), 200).page.Me.sign, undefined)
	const no = await newActivity(clerk, { project: p.no, category: '0017' })
	const roster = (v) => clerk.post(`/activity/manage/${no}/roster`, { volunteer_no: v.no })
	assert.match(status(await roster(b), 422).page.Errors[0].text, /协议/)
	status(await clerk.post(`/activity/manage/${no}/roster/import`), 303)
	const page = status(await clerk.getJson(`/activity/manage/${no}`), 200).page
	assert.deepEqual(page.Roster.map((r) => r.no), [a.no])
	assert.deepEqual(page.Lacks.map((l) => [l.no, l.word, l.rostered]), [[b.no, 'unagreed', 0]])
	// On the roster before the newest version, which nobody has signed.
	status(await sign(b), 303)
	status(await roster(b), 303)
	await publish(manager, { title: '第三版协议' })
	assert.equal(status(await clerk.post(`/activity/manage/${no}/publish`, { screened: 1 }), 422).page.Fault, 'unagreed_people')
	for (const v of [a, b]) status(await sign(v), 303)
	status(await clerk.post(`/activity/manage/${no}/publish`, { screened: 1 }), 303)
	begin(no)
	status(await checkIn(clerk, a, no), 303)
	sql(`UPDATE agreement SET ended_at = NOW() WHERE live = 1 AND person_id = (SELECT person_id FROM volunteer WHERE no = ?)`, [b.no])
	assert.equal(status(await checkIn(clerk, b, no), 409).page.Fault, 'unagreed_you')
	// What ran out yesterday is none.
	status(await sign(b), 303)
	sql(`UPDATE agreement SET signed_on = CURDATE() - INTERVAL 9 DAY, valid_until = CURDATE() - INTERVAL 1 DAY WHERE live = 1
		AND person_id = (SELECT person_id FROM volunteer WHERE no = ?)`, [b.no])
	assert.equal(status(await checkIn(clerk, b, no), 409).page.Fault, 'unagreed_you')
	status(await sign(b), 303)
	status(await checkIn(clerk, b, no), 303)
})

test('a project that asks for it is not published where no text is in force', async () => {
	sql('UPDATE agreement_text SET ended_at = NOW() WHERE ended_at IS NULL')
	cleanup(() => sql("UPDATE agreement_text SET ended_at = NULL WHERE uid = UNHEX(MD5('demo agreement'))"))
	const p = await plans.draft(clerk, { plan: { agreement: 1 }, positions: [{}] })
	const { Checks } = status(await clerk.getJson(`/project/${p.no}`), 200).page
	assert.equal(Checks.find((c) => c.name === 'rule_agreement').ok, 0)
	status(await clerk.post(`/project/${p.no}/submit`, { none: 1 }), 422)
	assert.equal(status(await clerk.getJson('/support/agreements/new'), 200).page.Text, undefined)
	status(await clerk.upload('/support/agreements/new', { volunteer_no: one.no, signed_on: dayFrom(0) }, file()), 409)
})

test('the ledger is found by name, number and day, and goes into a file', async () => {
	const get = async (query) => status(await clerk.getJson(`/support/agreements?${query}`), 200).page.Agreements ?? []
	assert.deepEqual((await get(`q=${one.no}`)).map((g) => g.no), [one.no])
	assert.deepEqual(await get('q=V9999999'), [])
	assert.ok((await get('how=paper')).every((g) => g.how === 'paper'))
	assert.match(status(await clerk.get('/support/agreements?file=csv'), 200).text, /手机签署/)
})

await end()
