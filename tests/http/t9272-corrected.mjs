// What staff typed can be put right: insurance, agreements on paper, things in store, visits, pairings. By their station alone, beside the
// field what is wrong, with its history; never under a signature, and not when it was closed.
import { assert, cleanup, end, guardGet, guardPost, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { formOf } from './lib/form.mjs'
import { householdAdded, pairedUp, paperAgreement, policyAdded, thingAdded, thingMoved, visited } from './lib/entered.mjs'
import { dayFrom } from './lib/project.mjs'

const clerk = await staff('liwei'), other = await staff('chenjie')
const html = { headers: { Accept: 'text/html' } }
const shared = { policy: await policyAdded(clerk), paper: await paperAgreement(clerk), thing: await thingAdded(clerk),
	visit: await visited(clerk, await householdAdded(clerk)), pairing: await pairedUp(clerk) }
/** What stands in the form of the page, and the answer to it with something else. */
const filled = async (at) => formOf(status(await clerk.get(at, html), 200, at).text, at)
const edit = async (at, changes, who = clerk) => who.post(at, { ...await filled(at), ...changes })
const wrong = (r) => status(r, 422).page.Errors.map((e) => e.field ?? '').sort()
const says = (r, words) => assert.match(status(r, 422).page.Errors.map((e) => e.text).join(), words)
const deed = async (at) => status(await clerk.getJson(at), 200).page.Deeds[0]
const changes = (d) => Object.fromEntries(d.Changes.map((c) => [c.label, [c.was, c.became]]))
/** A day as it is written in a history. */
const said = (day) => `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
const POLICY = '/support/insurance', PAPER = '/support/agreements', THING = '/support/materials', VISIT = '/needs/visits', PAIR = '/order/pairing'
for (const [root, name] of [[POLICY, 'policy'], [PAPER, 'paper'], [THING, 'thing'], [VISIT, 'visit'], [PAIR, 'pairing']]) {
	guardGet(`${root}/{}/edit`, { of: () => shared[name], elsewhere: 'zhaolei' })
	guardPost(`${root}/{}/edit`, { of: () => shared[name], form: {}, elsewhere: 'zhaolei' })
}

test('a policy: what was typed, beside the field what is wrong, with its history; a number once', async () => {
	const uid = await policyAdded(clerk), at = `${POLICY}/${uid}/edit`
	assert.deepEqual(wrong(await edit(at, { to_on: dayFrom(-10), covers: 'some', project: 'P9900100001', policy_no: 'x' })), ['policy_no'])
	const r = await edit(at, { to_on: dayFrom(-10), covers: 'some', project: 'P9900100001', insurer: '另一家保险' })
	assert.deepEqual(wrong(r), ['covers', 'project', 'to_on'])
	assert.equal(r.page.Form.insurer, '另一家保险')
	const taken = value('SELECT policy_no FROM insurance WHERE uid = UNHEX(?)', [shared.policy])
	says(await edit(at, { policy_no: taken }), /已经登记过/)
	status(await edit(at, { covers: 'named', premium_yuan: '600', to_on: dayFrom(60) }, other), 303)
	const { Policy, Can, Deeds } = status(await clerk.getJson(`${POLICY}/${uid}`), 200).page
	assert.deepEqual([Policy.covers, Policy.premium_yuan, Policy.to_on, Policy.entered_by, Can.name], ['named', 600, dayFrom(60), '李伟', 1])
	assert.deepEqual([Deeds[0].staff, Deeds[0].did], ['陈洁', '修改了保险'])
	assert.deepEqual(changes(Deeds[0])['保障对象'], ['全体志愿者', '名单所列的人'])
	assert.ok(status(await clerk.get(`${POLICY}/${uid}`, html), 200).text.includes(`href="${at}"`))
	const late = await filled(at)
	status(await clerk.submit(`${POLICY}/${uid}`, { reason: '退保', sure: 1 }, { to: `${POLICY}/${uid}/end` }), 303)
	says(await clerk.post(at, late), /已作废，不能再改/)
	assert.match(status(await clerk.get(at, html), 200).text, /已作废，不能再改/)
	assert.equal(value('SELECT insurer FROM insurance WHERE uid = UNHEX(?)', [uid]), '渭南财产保险')
})

test('a paper agreement: the day that staff typed; what was signed stands', async () => {
	const at = `${PAPER}/${shared.paper}/edit`
	const signed = () => sql(`SELECT g.text_id, g.person_id, g.document_id, g.how, t.words, t.title FROM agreement g JOIN agreement_text t ON t.id = g.text_id
		WHERE g.uid = UNHEX(?)`, [shared.paper])[0]
	const before = signed()
	assert.deepEqual(wrong(await edit(at, { signed_on: dayFrom(1) })), ['signed_on'])
	says(await edit(at, { signed_on: '2019-01-01' }), /早于这份文本|已经到期/)
	const months = value('SELECT valid_months FROM agreement_text t JOIN agreement g ON g.text_id = t.id WHERE g.uid = UNHEX(?)', [shared.paper])
	for (const more of [{ text: '0'.repeat(32) }, { volunteer_no: 'V2600100001' }, { words: '改' }])
		status(await edit(at, { signed_on: dayFrom(-4), ...more }), 422)
	status(await edit(at, { signed_on: dayFrom(-4) }), 303)
	assert.deepEqual(signed(), before)
	assert.equal(value('SELECT valid_until = signed_on + INTERVAL ? MONTH - INTERVAL 1 DAY FROM agreement WHERE uid = UNHEX(?)', [months, shared.paper]), '1')
	assert.deepEqual(changes(await deed(`${PAPER}/${shared.paper}`)), { 签署日期: [dayFrom(-1), dayFrom(-4)].map(said) })
	// Signed on the phone: by the volunteer's own tick; nothing of it is staff's.
	const phone = value("SELECT LOWER(HEX(uid)) FROM agreement WHERE station_id = 1 AND how = 'phone' AND ended_at IS NULL LIMIT 1")
	const day = value('SELECT signed_on FROM agreement WHERE uid = UNHEX(?)', [phone])
	says(await clerk.post(`${PAPER}/${phone}/edit`, { signed_on: dayFrom(-4) }), /由本人重新签署/)
	assert.equal(value('SELECT signed_on FROM agreement WHERE uid = UNHEX(?)', [phone]), day)
	assert.ok(!status(await clerk.get(`${PAPER}/${phone}/edit`, html), 200).text.includes('name="signed_on"'))
	status(await clerk.submit(`${PAPER}/${shared.paper}`, { reason: '登记错人', sure: 1 }, { to: `${PAPER}/${shared.paper}/end` }), 303)
	says(await clerk.post(at, { signed_on: dayFrom(-3) }), /已解除，不能再改/)
	// A text is put right by a new version.
	const text = value('SELECT LOWER(HEX(uid)) FROM agreement_text WHERE ended_at IS NULL LIMIT 1')
	for (const step of ['', '/edit']) assert.ok([404, 405].includes((await clerk.post(`/support/texts/${text}${step}`, { words: '改' })).status))
})

test('a thing in store: its name once, and no less durable while some is lent; its stock only by counting', async () => {
	const uid = await thingAdded(clerk), at = `${THING}/${uid}/edit`
	const name = value('SELECT name FROM material_thing WHERE uid = UNHEX(?)', [shared.thing])
	says(await edit(at, { name }), /已经登记过这种物资/)
	assert.deepEqual(wrong(await edit(at, { name: '' })), ['name'])
	status(await clerk.submit(`${THING}/${uid}/in`, { quantity: 3, kind: 'bought', happened_on: dayFrom(0) }), 303)
	status(await clerk.submit(`${THING}/${uid}/lend`, { quantity: 1, party: '甲队', due_on: dayFrom(7) }), 303)
	const { durable, ...used } = await filled(at)
	assert.equal(durable, '1')
	assert.deepEqual(wrong(await clerk.post(at, used)), ['durable'])
	status(await edit(at, { place: '二号柜', stock: '99' }), 422)
	status(await edit(at, { place: '二号柜' }), 303)
	const { Thing } = status(await clerk.getJson(`${THING}/${uid}`), 200).page
	assert.deepEqual([Thing.place, Thing.stock, Thing.durable], ['二号柜', 2, 1])
	assert.deepEqual(changes(await deed(`${THING}/${uid}`)), { 存放地点: ['一号柜', '二号柜'] })
})

test('a row of the store and a loan: all but how many', async () => {
	const { uid, no, lent, loan } = await thingMoved(clerk)
	const row = `${THING}/${uid}/row/${no}`, at = `${THING}/${uid}/loan/${loan}`
	for (const path of [row, at]) {
		status(await (await staff('zhaolei')).getJson(path), 404)
		status(await edit(path, { quantity: '9' }), 422)
	}
	assert.deepEqual(wrong(await edit(row, { happened_on: dayFrom(1) })), ['happened_on'])
	says(await edit(row, { note: '' }), /要写用途或原因/)
	status(await edit(row, { happened_on: dayFrom(-2), party: '助餐队' }, other), 303)
	assert.deepEqual(changes(await deed(row)), { 日期: [dayFrom(0), dayFrom(-2)].map(said), 捐赠方或领用人: ['', '助餐队'] })
	says(await clerk.post(`${THING}/${uid}/row/${lent}`, { happened_on: dayFrom(-2), party: '乙队', note: '' }), /在借用里改/)
	says(await edit(at, { due_on: dayFrom(-3) }), /早于借出日期/)
	const phone = () => value('SELECT HEX(phone_sealed) FROM material_loan WHERE uid = UNHEX(?)', [loan]), before = phone()
	status(await edit(at, { borrower: '乙队', due_on: dayFrom(20) }), 303)
	assert.equal(phone(), before)
	status(await edit(at, { phone: '13900002222' }), 303)
	assert.notEqual(phone(), before)
	const { Thing, Loans, Moves } = status(await clerk.getJson(`${THING}/${uid}`), 200).page
	assert.deepEqual([Thing.stock, Thing.lent, Loans[0].borrower, Loans[0].due_on, Moves.find((m) => m.no === lent).party], [3, 1, '乙队', dayFrom(20), '乙队'])
	assert.ok(!JSON.stringify(sql('SELECT * FROM audit_change')).includes('13900002222'))
	status(await clerk.submit(`${THING}/${uid}/back/${loan}`, { returned: 1 }), 303)
	says(await clerk.post(at, { borrower: '丙队', due_on: dayFrom(20) }), /已结清/)
})

test('a visit: the waiting and the plan of the household follow; not when the file is closed', async () => {
	const no = await householdAdded(clerk)
	const of = () => sql('SELECT next_on, DATEDIFF(CURDATE(), waits_since) AS waits FROM household WHERE no = ?', [no])[0]
	sql('UPDATE household SET created_at = created_at - INTERVAL 40 DAY, waits_since = CURDATE() - INTERVAL 40 DAY WHERE no = ?', [no])
	const uid = await visited(clerk, no, { next_on: dayFrom(30) }), at = `${VISIT}/${uid}/edit`
	assert.deepEqual(Object.values(of()).map(String), [dayFrom(30), '0'])
	assert.deepEqual(wrong(await edit(at, { next_on: dayFrom(-5) })), ['next_on'])
	assert.deepEqual(wrong(await edit(at, { found: '' })), ['found'])
	assert.deepEqual(wrong(await edit(at, { visited_at: `${dayFrom(2)}T09:00` })), ['visited_at'])
	status(await edit(at, { result: 'absent', found: '', next_on: dayFrom(3) }, other), 303)
	assert.deepEqual(Object.values(of()).map(String), [dayFrom(3), '40'], 'nobody was met')
	const d = await deed(`${VISIT}/${uid}`)
	assert.deepEqual([d.staff, d.did], ['陈洁', '修改了走访'])
	assert.deepEqual(changes(d)['走访结果'], ['见到本人', '家中无人'])
	assert.equal(status(await clerk.getJson(`${VISIT}/${uid}`), 200).page.Visit.visitor, '李伟')
	// Planned anew in the file: the visit changes no plan of somebody else.
	sql('UPDATE household SET next_on = ? WHERE no = ?', [dayFrom(9), no])
	status(await edit(at, { next_on: dayFrom(5), result: 'met', found: '补记' }), 303)
	assert.deepEqual(Object.values(of()).map(String), [dayFrom(9), '0'])
	const late = await filled(at)
	status(await clerk.post(`/needs/households/${no}/close`, { close_reason: '搬走' }), 303)
	says(await clerk.post(at, late), /已销档/)
})

test('a pairing: rhythm, days, who leads and who helps; whom it is about stands', async () => {
	const no = await pairedUp(clerk), at = `${PAIR}/${no}/edit`
	const row = () => sql('SELECT person_id, household_id, next_due, helper_id, lead_id, HEX(contact_sealed) AS contact FROM pairing WHERE no = ?', [no])[0]
	const before = row()
	const main = value('SELECT v.no FROM pairing p JOIN volunteer v ON v.person_id = p.person_id WHERE p.no = ?', [no])
	assert.deepEqual(wrong(await edit(at, { ends_on: dayFrom(-30), lead: '0'.repeat(32), helper_no: main })), ['ends_on', 'helper_no', 'lead'])
	assert.deepEqual(wrong(await edit(at, { every_days: '93' })), ['every_days'])
	const chen = value("SELECT LOWER(HEX(uid)) FROM staff WHERE login = 'chenjie'"), helper = await newVolunteer()
	for (const more of [{ volunteer_no: 'V2600100001' }, { household: 'F2600100001' }]) status(await edit(at, more), 422)
	status(await edit(at, { every_days: '14', lead: chen, helper_no: helper.no }), 303)
	const after = row()
	assert.deepEqual([after.person_id, after.household_id, after.contact], [before.person_id, before.household_id, before.contact])
	assert.equal(after.next_due, dayFrom(-6), 'from the first day, by the new rhythm')
	const d = await deed(`${PAIR}/${no}`)
	assert.deepEqual(changes(d), { '走访周期（天）': ['7', '14'], 负责社工: ['李伟', '陈洁'], 协助志愿者编号: ['', helper.no] })
	// They are sealed as one, so that half of it would take the other half away.
	for (const [half, other] of [[{ contact_phone: '13800005678' }, 'contact_name'], [{ contact_name: '王小明' }, 'contact_phone']]) {
		const { Errors } = status(await edit(at, half), 422).page
		assert.deepEqual(Errors.map((e) => e.field), [other])
		assert.match(Errors[0].text, /[一-龥]/)
	}
	assert.equal(row().contact, before.contact)
	status(await edit(at, { contact_name: '王小明', contact_phone: '13800005678' }), 303)
	assert.notEqual(row().contact, before.contact)
	assert.deepEqual(Object.keys(changes(await deed(`${PAIR}/${no}`))), ['紧急联系人', '紧急联系电话'])
	assert.ok(!JSON.stringify(sql('SELECT * FROM audit_change')).match(/13800005678|王小明/), 'sealed, and in no history')
	const late = await filled(at)
	status(await clerk.submit(`${PAIR}/${no}`, { reason: '已入住养老院', sure: 1 }, { to: `${PAIR}/${no}/end` }), 303)
	// Its last day is another one now: first that is shown, then why it cannot be.
	const both = formOf(status(await clerk.post(at, late, html), 409).text, at)
	says(await clerk.post(at, both), /已经结束，不能再改/)
	assert.match(status(await clerk.get(at, html), 200).text, /已经结束，不能再改/)
})
cleanup(() => sql("UPDATE insurance SET ended_at = NOW(), end_reason = 'test' WHERE uid = UNHEX(?)", [shared.policy]))
await end()
