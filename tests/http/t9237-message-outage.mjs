// What was seen: an outage of an hour gave up whatever waited; what was put off rang at midnight; a kill forgot twenty SMS; codes went out when
// they were over, and behind everybody else's news. What must be seen: a channel that is down costs its messages nothing, nobody is told
// twice, nobody at night, codes first.
import { execFileSync, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { assert, cleanup, end, newVolunteer, sql, test, until, value } from './lib.mjs'
import { without } from './lib/loop.mjs'
import { startSim } from '../sims/start.mjs'

const SECRET = 'demo-secret-of-the-simulator-0001', NOBODY = 'http://127.0.0.1:9'
const { VAR = 'var', BUILD = 'build' } = process.env
const wechat = await startSim('wechat', ['--appid', 'wx-demo-station'])
const sms = await startSim('sms')
cleanup(() => Promise.all([wechat.stop(), sms.stop()]))
writeFileSync(`${VAR}/t9237-wx`, `${SECRET}\n`)
writeFileSync(`${VAR}/t9237-sms`, 'demo-sms-key\n')
const settings = (changes = {}) => ({
	...process.env, ZYZ_CONF: `${VAR}/conf`, ZYZ_WX_APPID: 'wx-demo-station', ZYZ_WX_API_BASE: wechat.url,
	ZYZ_WX_SECRET_FILE: `${VAR}/t9237-wx`, ZYZ_WX_TEMPLATES: 'tests/sims/wechat/messages.hdf', ZYZ_SMS_URL: `${sms.url}/json`,
	ZYZ_SMS_KEY_FILE: `${VAR}/t9237-sms`, ZYZ_QUIET_FROM: '0', ZYZ_QUIET_UNTIL: '0', ...changes,
})
const program = `${BUILD}/bin/message-post`
const post = (changes) => execFileSync(program, ['once'], { env: settings(changes), stdio: ['ignore', 'pipe', 'pipe'], timeout: 60_000 })

await without('message-post')
sql("DELETE FROM wechat_token; UPDATE message SET state = 'given_up', reason = 'off', next_at = NULL WHERE state IN ('waiting', 'sending')")
let serial = 92370000
/** A message to somebody, due for so many minutes. */
function due(v, channel, changes = {}) {
	const m = { event: 'approved', lane: 2, minutes: 0, last: 600, called: null, state: 'waiting', ...changes }
	sql(`INSERT INTO message (client_msg_id, station_id, person_id, event, target_id, channel, lane, name, state, not_before, last_at, next_at,
			called_at, remote_no, created_at)
		SELECT UNHEX(MD5(RAND())), station_id, person_id, ?, ?, ?, ?, '清理楼道', ?, NOW() - INTERVAL ? MINUTE, NOW() + INTERVAL ? MINUTE,
			NOW() - INTERVAL 1 + ? * 60 SECOND, NOW() - INTERVAL ? SECOND, IF(? = 'sending', 'gone', NULL), NOW() - INTERVAL ? MINUTE
		FROM volunteer WHERE no = ?`,
	[m.event, ++serial, channel, m.lane, m.state, m.minutes, m.last, m.minutes, m.called, m.state, m.minutes, v.no])
	return value('SELECT MAX(id) FROM message WHERE channel = ?', [channel])
}
const row = (id) => sql('SELECT state, reason, tries FROM message WHERE id = ?', [id])[0]
const state = (id) => row(id).state
const again = (id) => sql("UPDATE message SET next_at = NOW() - INTERVAL 1 SECOND WHERE id = ? AND state = 'waiting'", [id])
const texts = async (v) => (await sms.control('sent')).filter((m) => m.to === v.form.phone)
const letters = async (v) => (await wechat.control('sent')).filter((m) => m.touser === v.openid)
async function follower() {
	const v = await newVolunteer()
	await wechat.control('user', { openid: v.openid, subscribed: true })
	return v
}

test('an outage is no try of a message, however long; then it goes', async () => {
	const v = await follower(), id = due(v, 'wechat')
	for (let i = 0; i < 9; i++) {
		post({ ZYZ_WX_API_BASE: NOBODY })
		assert.deepEqual([state(id), row(id).tries], ['waiting', '0'])
		again(id)
	}
	post()
	assert.equal(state(id), 'sent')
	assert.equal((await letters(v)).length, 1)
})

test('whoever waited for half an hour of it and has a phone gets an SMS; nobody whose way is WeChat alone, and none of what is not worth one', async () => {
	const [v, w, u] = [await follower(), await follower(), await follower()]
	sql("INSERT INTO message_way SELECT person_id, 'wechat', NOW() FROM volunteer WHERE no = ?", [w.no])
	const [young, old, alone, small] = [due(v, 'wechat'), due(v, 'wechat', { minutes: 40 }), due(w, 'wechat', { minutes: 40 }),
		due(u, 'wechat', { minutes: 40, event: 'hours_noticed' })]
	post({ ZYZ_WX_API_BASE: NOBODY })
	assert.deepEqual([state(young), row(old).reason, state(alone), state(small)], ['waiting', 'outage', 'waiting', 'waiting'])
	assert.equal((await texts(v)).length, 1)
	assert.equal((await texts(w)).length + (await texts(u)).length, 0)
	for (const id of [young, alone, small]) again(id)
	post()
	assert.deepEqual([state(young), state(alone), state(small)], ['sent', 'sent', 'sent'])
})

test('what has lost its sense meanwhile is not sent', async () => {
	const v = await follower(), id = due(v, 'wechat', { last: -1 })
	post()
	assert.deepEqual([state(id), row(id).reason], ['given_up', 'late'])
	assert.equal((await letters(v)).length, 0)
})

test('WeChat takes its own id for ten minutes: then it may not be sent again', async () => {
	const [v, w] = [await follower(), await follower()]
	await wechat.control('faults', { rules: [{ path: '/cgi-bin/message/', kind: 'reset-after' }] })
	const [young, old] = [due(v, 'wechat'), due(w, 'wechat', { called: 601 })]
	post()
	await wechat.control('faults', { rules: [] })
	assert.deepEqual([state(young), row(young).tries, state(old), row(old).reason], ['waiting', '0', 'unsure', 'unanswered'])
	assert.equal((await texts(w)).length, 1, 'by SMS instead')
	again(young)
	post()
	assert.equal(state(young), 'sent')
	assert.deepEqual([(await letters(v)).length, (await letters(w)).length], [1, 0])
})

test('at night only what cannot wait: a code, and what begins soon', async () => {
	const v = await newVolunteer(), hour = Number(value('SELECT HOUR(NOW())'))
	const night = { ZYZ_QUIET_FROM: String(hour), ZYZ_QUIET_UNTIL: String((hour + 2) % 24) }
	const [news, soon] = [due(v, 'sms', { minutes: 5 }), due(v, 'sms', { event: 'two_hours', lane: 1 })]
	post(night)
	assert.deepEqual([state(news), row(news).tries, state(soon)], ['waiting', '0', 'sent'])
	post()
	assert.equal(state(news), 'sent')
})

test('a code goes before all others, and not when it is over', async () => {
	const v = await newVolunteer()
	const many = Array.from({ length: 25 }, () => due(v, 'sms', { minutes: 3 }))
	const code = due(v, 'sms', { event: 'code', lane: 0 }), over = due(v, 'sms', { event: 'code', lane: 0, last: -1 })
	post()
	assert.deepEqual([state(code), row(over).reason], ['sent', 'late'])
	assert.equal((await texts(v))[0].id, value('SELECT LOWER(HEX(client_msg_id)) FROM message WHERE id = ?', [code]))
	assert.ok(many.every((id) => state(id) === 'sent'))
})

test('a bad file of templates stops WeChat alone; a channel that is switched off keeps nothing for ever', async () => {
	const v = await follower(), id = due(v, 'sms'), old = due(v, 'wechat', { minutes: 40 })
	const left = due(v, 'wechat', { minutes: 40, event: 'hours_noticed', last: -1 })
	post({ ZYZ_WX_TEMPLATES: '/nowhere.hdf' })
	assert.deepEqual([state(id), row(old).reason, row(left).reason], ['sent', 'outage', 'outage'])
	const [on, off] = [due(v, 'wechat', { minutes: 40 }), due(v, 'sms', { minutes: 40, last: -1 })]
	post({ ZYZ_WX_TEMPLATES: '', ZYZ_SMS_URL: '' })
	assert.deepEqual([state(on), row(off).reason], ['waiting', 'off'])
})

test('after a kill only what was in the air is unsure', async () => {
	const all = await Promise.all(Array.from({ length: 5 }, () => newVolunteer()))
	sql("UPDATE message SET state = 'given_up', reason = 'off', next_at = NULL WHERE state IN ('waiting', 'sending')")
	const ids = all.map((v) => due(v, 'sms'))
	await sms.control('faults', { rules: [{ path: '/json', kind: 'hang', after: 1, effect: true }] })
	const child = spawn(program, ['once'], { env: settings(), stdio: 'ignore' })
	await until(() => value('SELECT COUNT(*) FROM message WHERE called_at IS NOT NULL AND id IN (?, ?, ?, ?, ?)', ids) === '1'
		&& state(ids[0]) === 'sent')
	const gone = new Promise((done) => child.once('exit', done))
	child.kill('SIGKILL')
	await gone
	await sms.control('faults', { rules: [] })
	sql("UPDATE message SET next_at = NOW() - INTERVAL 1 SECOND WHERE state = 'sending' AND channel = 'sms'")
	post()
	assert.deepEqual(ids.map(state), ['sent', 'unsure', 'sent', 'sent', 'sent'])
	for (const [i, v] of all.entries()) assert.ok((await texts(v)).length <= 1, `${i}`)
})

test('the limit of a day counts what went out to people, neither codes nor what was given up', async () => {
	const v = await newVolunteer()
	sql("DELETE FROM message WHERE channel = 'sms'")
	for (const [event, lane, s] of [['code', 0, 'sent'], ['approved', 2, 'given_up']])
		sql("UPDATE message SET sent_at = NOW(), next_at = NULL, state = ?, reason = 'number' WHERE id = ?", [s, due(v, 'sms', { event, lane })])
	const [one, two] = [due(v, 'sms', { minutes: 2 }), due(v, 'sms')]
	post({ ZYZ_SMS_DAILY: '1' })
	assert.equal(state(one), 'sent')
	const three = due(v, 'sms')
	post({ ZYZ_SMS_DAILY: '1' })
	assert.equal(state(three), 'waiting')
	assert.ok(two)
})

test('what people were told is forgotten after the days of the setting', async () => {
	const v = await newVolunteer()
	const add = (days) => sql(`INSERT INTO message (client_msg_id, person_id, event, target_id, channel, state, created_at)
		SELECT UNHEX(MD5(RAND())), person_id, 'letter', ?, 'inbox', 'kept', NOW() - INTERVAL ? DAY FROM volunteer WHERE no = ?`, [days, days, v.no])
	add(181)
	add(179)
	post()
	assert.deepEqual(sql('SELECT target_id FROM message m JOIN volunteer w ON w.person_id = m.person_id WHERE w.no = ?', [v.no]).map((r) => r.target_id), ['179'])
})

await end()
