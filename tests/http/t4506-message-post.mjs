// message-post: what is due goes out once, by WeChat or SMS, in both shapes of a gateway; who cannot be reached by one is told by the
// other; what fails is tried again, given up with a reason, and never sent twice.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { assert, cleanup, end, newVolunteer, sql, test, value } from './lib.mjs'
import { without } from './lib/loop.mjs'
import { startSim } from '../sims/start.mjs'

const SECRET = 'demo-secret-of-the-simulator-0001'
const { VAR = 'var', BUILD = 'build' } = process.env
const wechat = await startSim('wechat', ['--appid', 'wx-demo-station'])
const sms = await startSim('sms')
cleanup(() => Promise.all([wechat.stop(), sms.stop()]))


writeFileSync(`${VAR}/t4506-wx`, `${SECRET}\n`)
writeFileSync(`${VAR}/t4506-sms`, 'demo-sms-key\n')
const settings = (changes = {}) => ({
	...process.env, ZYZ_CONF: `${VAR}/conf`, ZYZ_WX_APPID: 'wx-demo-station', ZYZ_WX_API_BASE: wechat.url,
	ZYZ_WX_SECRET_FILE: `${VAR}/t4506-wx`, ZYZ_WX_TEMPLATES: 'tests/sims/wechat/messages.hdf', ZYZ_SMS_URL: `${sms.url}/json`,
	ZYZ_SMS_KEY_FILE: `${VAR}/t4506-sms`, ZYZ_SMS_SIGN: '胜利社区', ZYZ_QUIET_FROM: '0', ZYZ_QUIET_UNTIL: '0', ...changes,
})
const post = (changes) => execFileSync(`${BUILD}/bin/message-post`, ['once'], { env: settings(changes), stdio: ['ignore', 'pipe', 'pipe'], timeout: 60_000 })

await without('message-post')
sql("DELETE FROM wechat_token; UPDATE message SET state = 'given_up', reason = 'off', next_at = NULL WHERE state IN ('waiting', 'sending')")
let serial = 0
/** A message to somebody, due now. */
function due(v, channel, changes = {}) {
	const m = { event: 'approved', name: '清理楼道', happens_at: '2027-01-05 09:00:00', note: '', ...changes }
	sql(`INSERT INTO message (client_msg_id, station_id, person_id, event, target_id, channel, name, happens_at, note, state, next_at, created_at)
		SELECT UNHEX(MD5(RAND())), station_id, person_id, ?, ?, ?, ?, ?, ?, 'waiting', NOW() - INTERVAL 1 SECOND, NOW() FROM volunteer WHERE no = ?`,
		[m.event, ++serial, channel, m.name, m.happens_at, m.note, v.no])
	return value('SELECT MAX(id) FROM message WHERE channel = ?', [channel])
}
const row = (id) => sql('SELECT state, reason, tries, remote_no FROM message WHERE id = ?', [id])[0]
const again = (id) => sql("UPDATE message SET next_at = NOW() - INTERVAL 1 SECOND WHERE id = ? AND state = 'waiting'", [id])
const forSms = (v, list) => list.filter((m) => m.to === v.form.phone)
const forWechat = (v, list) => list.filter((m) => m.touser === v.openid)

test('by WeChat, once, with one token for all', async () => {
	const v = await newVolunteer()
	await wechat.control('user', { openid: v.openid, subscribed: true })
	const id = due(v, 'wechat'), other = due(v, 'wechat')
	post()
	post()
	const sent = forWechat(v, await wechat.control('sent'))
	assert.equal(sent.length, 2)
	assert.deepEqual(sent[0].data, { thing1: { value: '清理楼道' }, time2: { value: '2027-01-05 09:00' }, thing3: { value: '您被录用了' } })
	assert.deepEqual([row(id).state, row(other).state], ['sent', 'sent'])
	assert.equal(row(id).remote_no, String(sent[0].msgid))
	const counts = await wechat.control('counts')
	assert.equal(counts['/cgi-bin/stable_token'] ?? counts.paths?.['/cgi-bin/stable_token'], 1)
})

test('a token that WeChat does not take any more is fetched anew, and the message goes', async () => {
	const v = await newVolunteer()
	await wechat.control('user', { openid: v.openid, subscribed: true })
	await wechat.control('expire', { what: 'tokens' })
	const id = due(v, 'wechat')
	post()
	assert.equal(row(id).state, 'sent')
	assert.equal(forWechat(v, await wechat.control('sent')).length, 1)
})

test('who does not follow the account gets an SMS instead', async () => {
	const v = await newVolunteer()
	await wechat.control('user', { openid: v.openid, subscribed: false })
	const id = due(v, 'wechat')
	post()
	assert.deepEqual([row(id).state, row(id).reason], ['given_up', 'no_wechat'])
	const [m] = forSms(v, await sms.control('sent'))
	assert.match(m.text, /^【胜利社区】您被录用了：清理楼道，1月5日 09:00/)
	post()
	assert.equal(forSms(v, await sms.control('sent')).length, 1)
})

test('the form shape, and what a gateway refuses', async () => {
	const [v, w] = [await newVolunteer(), await newVolunteer()]
	await sms.control('number', { to: w.form.phone, code: 1 })
	const [good, bad] = [due(v, 'sms'), due(w, 'sms')]
	post({ ZYZ_SMS_URL: `${sms.url}/form`, ZYZ_SMS_SHAPE: 'form' })
	assert.equal(row(good).state, 'sent')
	assert.match(row(good).remote_no, /^SMS\d+$/)
	assert.deepEqual([row(bad).state, row(bad).reason], ['given_up', 'number'])
})

test('trouble is tried again later: 200 with an error counts, 429 and nobody at home do not', async () => {
	const v = await newVolunteer(), id = due(v, 'sms')
	for (const [tries, kind] of [[1, { kind: 'code', code: 7 }], [1, { kind: '429' }], [2, { kind: 'code', code: 7 }]]) {
		await sms.control('faults', { rules: [{ path: '/json', ...kind }] })
		post()
		assert.deepEqual([row(id).state, row(id).tries], ['waiting', String(tries)], kind.kind)
		again(id)
	}
	await sms.control('faults', { rules: [] })
	post({ ZYZ_SMS_URL: 'http://127.0.0.1:9/json' })
	assert.deepEqual([row(id).state, row(id).tries], ['waiting', '2'])
	again(id)
	post()
	assert.equal(row(id).state, 'sent')
	assert.equal(forSms(v, await sms.control('sent')).length, 1)
})

test('sent and not answered, or not in words that we can read: not again, unless the gateway knows its ids', async () => {
	const [v, u, w] = [await newVolunteer(), await newVolunteer(), await newVolunteer()]
	for (const [who, kind] of [[v, 'reset-after'], [u, 'garbage']]) {
		await sms.control('faults', { rules: [{ path: '/json', kind }] })
		const id = due(who, 'sms')
		post()
		assert.deepEqual([row(id).state, row(id).reason], ['unsure', 'unanswered'], kind)
	}
	const other = due(w, 'sms')
	post({ ZYZ_SMS_SAME_ID: '1' })
	assert.deepEqual([row(other).state, row(other).tries], ['waiting', '0'])
	await sms.control('faults', { rules: [] })
	again(other)
	post({ ZYZ_SMS_SAME_ID: '1' })
	assert.equal(row(other).state, 'sent')
	const sent = await sms.control('sent')
	assert.deepEqual([v, u, w].map((who) => forSms(who, sent).length), [1, 1, 1])
})

test('a day has so many SMS, and WeChat its quota', async () => {
	const v = await newVolunteer(), id = due(v, 'sms')
	post({ ZYZ_SMS_DAILY: '1' })
	assert.deepEqual([row(id).state, row(id).tries], ['waiting', '0'])
	await wechat.control('user', { openid: v.openid, subscribed: true })
	await wechat.control('faults', { rules: [{ path: '/cgi-bin/message/', kind: 'errcode', errcode: 45009 }] })
	const quota = due(v, 'wechat')
	post()
	assert.equal(row(quota).state, 'waiting')
	assert.equal(value('SELECT DATE(next_at) > CURDATE() FROM message WHERE id = ?', [quota]), '1')
	await wechat.control('faults', { rules: [] })
	assert.equal(row(id).state, 'sent')
})

await end()
