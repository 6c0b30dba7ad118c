// What WeChat answers to messages: a token that ends in the middle of a batch, the quota of a day and the next day, the quota of a
// minute, who refuses, a template that is wrong, answers that are none. Nobody is told twice, nobody forgotten.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { assert, cleanup, end, newVolunteer, sql, test, value } from './lib.mjs'
import { without } from './lib/loop.mjs'
import { startSim } from '../sims/start.mjs'

const { VAR = 'var', BUILD = 'build' } = process.env
const wechat = await startSim('wechat', ['--appid', 'wx-demo-station']), sms = await startSim('sms')
cleanup(() => Promise.all([wechat.stop(), sms.stop()]))
writeFileSync(`${VAR}/t9265-wx`, 'demo-secret-of-the-simulator-0001\n')
writeFileSync(`${VAR}/t9265-sms`, 'demo-sms-key\n')
const env = {
	...process.env, ZYZ_CONF: `${VAR}/conf`, ZYZ_WX_APPID: 'wx-demo-station', ZYZ_WX_API_BASE: wechat.url, ZYZ_WX_SECRET_FILE: `${VAR}/t9265-wx`,
	ZYZ_WX_TEMPLATES: 'tests/sims/wechat/messages.hdf', ZYZ_SMS_URL: `${sms.url}/json`, ZYZ_SMS_KEY_FILE: `${VAR}/t9265-sms`,
	ZYZ_SMS_SIGN: '胜利社区', ZYZ_QUIET_FROM: '0', ZYZ_QUIET_UNTIL: '0',
}
const post = () => execFileSync(`${BUILD}/bin/message-post`, ['once'], { env, stdio: ['ignore', 'pipe', 'pipe'], timeout: 60_000 })
await without('message-post')
sql("DELETE FROM wechat_token; UPDATE message SET state = 'given_up', reason = 'off', next_at = NULL WHERE state IN ('waiting', 'sending')")

const SEND = '/cgi-bin/message/'
const faults = (...rules) => wechat.control('faults', { rules: rules.map((rule) => ({ path: SEND, ...rule })) })
let serial = 0
function due(v) {
	sql(`INSERT INTO message (client_msg_id, station_id, person_id, event, target_id, channel, name, happens_at, state, next_at, created_at)
		SELECT UNHEX(MD5(RAND())), station_id, person_id, 'approved', ?, 'wechat', '清理楼道', '2027-01-05 09:00:00', 'waiting',
		NOW() - INTERVAL 1 SECOND, NOW() FROM volunteer WHERE no = ?`, [++serial, v.no])
	return value("SELECT MAX(id) FROM message WHERE channel = 'wechat'")
}
async function follower() {
	const v = await newVolunteer()
	await wechat.control('user', { openid: v.openid, subscribed: true })
	return v
}
const row = (id) => sql('SELECT state, reason, tries, next_at > NOW() later FROM message WHERE id = ?', [id])[0]
const again = (id) => sql("UPDATE message SET next_at = NOW() - INTERVAL 1 SECOND WHERE id = ? AND state = 'waiting'", [id])
const told = async (v) => (await wechat.control('sent')).filter((m) => m.touser === v.openid).length
const texted = async (v) => (await sms.control('sent')).filter((m) => m.to === v.form.phone).length

for (const errcode of [40001, 40014, 42001])
	test(`a token that ends in the middle of a batch (${errcode}): all are told, once`, async () => {
		const them = [await follower(), await follower(), await follower()], ids = them.map(due)
		await faults({ kind: 'errcode', errcode, after: 1, times: 1 })
		post()
		await faults()
		ids.forEach(again)
		post()
		assert.deepEqual(ids.map((id) => row(id).state), ['sent', 'sent', 'sent'])
		for (const v of them) assert.deepEqual([await told(v), await texted(v)], [1, 0])
	})

test('a quota that is used up waits for the next day, and goes then', async () => {
	const v = await follower(), id = due(v)
	await faults({ kind: 'errcode', errcode: 45009 })
	post()
	assert.deepEqual([row(id).state, row(id).tries], ['waiting', '0'])
	assert.equal(value('SELECT DATE(next_at) > CURDATE() FROM message WHERE id = ?', [id]), '1')
	post()
	assert.equal(await told(v), 0)
	await faults()
	again(id)
	post()
	assert.deepEqual([row(id).state, await told(v), await texted(v)], ['sent', 1, 0])
})

test('the quota of a minute rests a minute, and counts as no try', async () => {
	const v = await follower(), id = due(v)
	await faults({ kind: 'errcode', errcode: 45011, times: 1 })
	post()
	assert.deepEqual([row(id).state, row(id).tries, row(id).later], ['waiting', '0', '1'])
	again(id)
	post()
	assert.deepEqual([row(id).state, await told(v)], ['sent', 1])
})

for (const [errcode, reason] of [[40003, 'no_wechat'], [43004, 'no_wechat'], [43101, 'refused']])
	test(`who cannot be reached so (${errcode}) gets an SMS, once`, async () => {
		const v = await follower(), id = due(v)
		await faults({ kind: 'errcode', errcode, times: 1 })
		post()
		await faults()
		post()
		assert.deepEqual([row(id).state, row(id).reason], ['given_up', reason])
		assert.deepEqual([await told(v), await texted(v)], [0, 1])
	})

for (const errcode of [40037, 47003])
	test(`a template that is wrong (${errcode}) is given up with its reason, and the others go on`, async () => {
		const [v, w] = [await follower(), await follower()], [id, other] = [due(v), due(w)]
		await faults({ kind: 'errcode', errcode, times: 1 })
		post()
		await faults()
		post()
		const states = [row(id), row(other)].map((r) => r.state).sort()
		assert.deepEqual(states, ['given_up', 'sent'])
		const bad = row(id).state === 'given_up' ? row(id) : row(other)
		assert.equal(bad.reason, 'template')
		assert.equal(await told(v) + await told(w), 1)
	})

for (const kind of ['502', 'truncated', 'garbage', 'reset-mid', 'hang'])
	test(`an answer that is none (${kind}): asked once more by the same id, told once`, async () => {
		const v = await follower(), id = due(v)
		await faults({ kind, times: 1, effect: true })
		post()
		assert.equal(row(id).state, 'waiting')
		await faults()
		again(id)
		post()
		assert.deepEqual([row(id).state, await told(v), await texted(v)], ['sent', 1, 0])
	}, { timeout: 60_000 })

await end()
