// Codes of paper cards 码卡 typed over HTTP for visits that nobody made: out of their order, twice, of a card that was revoked, of next door,
// and guessed. Each is refused with its reason, and no hour comes of it.
import { randomBytes } from 'node:crypto'
import { assert, attempt, newVolunteer, roomToday, sql, staff, status, table, value } from './lib.mjs'
import { known, mine, printed, step, underway } from '../http/lib/pairing.mjs'

await roomToday()
const [maker, hands] = await Promise.all([staff('liwei'), staff('zhangmin')])
const mark = randomBytes(4).toString('hex').toUpperCase()
let n = 0
/** A household with two volunteers of its own and a card that was handed over; its first codes are known. */
async function home() {
	const no = `F26${mark}${n++}`, [one, two] = [await newVolunteer(), await newVolunteer()]
	sql(`INSERT INTO household (uid, no, station_id, name_sealed, consent_at) VALUES (RANDOM_BYTES(16), ?, (SELECT id FROM station WHERE no = 1), '', NOW())`, [no])
	const r = status(await maker.submit('/order/pairing/new', { household: no, volunteer_no: one.no, helper_no: two.no, services: '陪聊', every_days: '7', starts_on: '2026-01-05' }), 303)
	const pair = /L\d+/.exec(r.location)[0]
	status(await step(maker, pair, 'card'), 200)
	const codes = known(pair)
	status(await step(hands, pair, 'hand'), 303)
	return { pair, codes, one, two }
}
const visit = async (h, who) => {
	const activity = await underway(h.pair, who.client)
	const clock = (minutes) => value(`SELECT DATE_FORMAT(starts_at + INTERVAL ${minutes} MINUTE, '%H:%i') FROM activity WHERE id = ?`, [activity])
	const type = (code) => mine(who.client, h.pair, 'done', { way: 'card', card_code: code, begins: clock(0), ends: clock(10), content: '打扫' })
	return { activity, type }
}
const none = (v) => assert.equal(value('SELECT COUNT(*) FROM service_record WHERE activity_id = ?', [v.activity]), '0')
/** It was said in these words, and nothing was recorded. */
const said = (r, v, words) => {
	assert.match(status(r, 422).page.Errors.map((e) => e.text).join(), words)
	none(v)
	return `answer 422, ${words.source}`
}

attempt('a code that a later one has passed over', 'HTTP', async () => {
	const h = await home()
	status(await (await visit(h, h.one)).type(h.codes[2]), 303)
	const v = await visit(h, h.two)
	return said(await v.type(h.codes[1]), v, /已经用过/)
})

attempt('a code that was copied: typed again by another volunteer', 'HTTP', async () => {
	const h = await home()
	status(await (await visit(h, h.one)).type(h.codes[0]), 303)
	const v = await visit(h, h.two)
	return said(await v.type(h.codes[0]), v, /已经用过/)
})

attempt('two volunteers type one code at the same moment', 'HTTP', async () => {
	const h = await home(), a = await visit(h, h.one)
	status(await a.type(h.codes[0]), 303)
	const b = await visit(h, h.two)
	const all = await Promise.all([b.type(h.codes[1]), b.type(h.codes[1])])
	assert.equal(all.filter((r) => r.status === 303).length <= 1, true)
	assert.equal(value('SELECT COUNT(*) FROM service_record WHERE activity_id = ?', [b.activity]), '1')
	assert.equal(value(`SELECT COUNT(*) FROM code_card_use u JOIN home_service s ON s.id = u.home_service_id WHERE s.activity_id = ?`, [b.activity]), '1')
	return 'one record, one use of the code'
})

attempt('a code of a card that was revoked', 'HTTP', async () => {
	const h = await home(), v = await visit(h, h.one)
	status(await step(maker, h.pair, 'revoke', { why: '丢失' }), 303)
	return said(await v.type(h.codes[0]), v, /已作废|没有在用的码卡/)
})

attempt('a code of the next household', 'HTTP', async () => {
	const [mineOwn, next] = [await home(), await home()]
	const v = await visit(mineOwn, mineOwn.one)
	const by = said(await v.type(next.codes[0]), v, /不是这户码卡上的码|另一户的码卡/)
	// It still proves a visit where it belongs.
	status(await (await visit(next, next.one)).type(next.codes[0]), 303)
	return by
})

attempt('codes guessed one after another', 'HTTP', async () => {
	const h = await home(), v = await visit(h, h.one)
	let last
	for (let i = 0; i < 16; i++) last = await v.type(printed(BigInt(`0x${randomBytes(6).toString('hex')}`) % 10n ** 15n))
	const by = said(last, v, /输错次数太多/)
	assert.notEqual((await v.type(h.codes[0])).status, 303, 'after so many the right one is none either')
	none(v)
	return by
})

await table()
