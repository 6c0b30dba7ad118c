// message-post is ended at one system call after the other, from its first word to the database until it is done: by WeChat and by a
// gateway that knows its ids nobody is told twice and nobody forgotten; by one that does not, nobody twice, and whom nobody can be
// sure of stands so for staff.
//
// log-allowed: message-post
import { writeFileSync } from 'node:fs'
import { assert, cleanup, end, newVolunteer, sql, startSim, test, value } from '../http/lib.mjs'
import { without } from '../http/lib/loop.mjs'
import { workFolder } from './lib/poster.mjs'
import { tracing } from './lib/sweep.mjs'
import { full, seed, table } from './lib/table.mjs'

const RUNS = full ? 1000 : 14
const EACH = 2
const { VAR = 'var' } = process.env
const SECRET = 'demo-secret-of-the-simulator-0001'
const dir = workFolder()
const wechat = await startSim('wechat', ['--appid', 'wx-demo-station'])
const sms = await startSim('sms')
cleanup(() => Promise.all([wechat.stop(), sms.stop()]))
writeFileSync(`${dir}/wx`, `${SECRET}\n`)
writeFileSync(`${dir}/sms`, 'demo-sms-key\n')
const settings = (more = {}) => ({
	ZYZ_CONF: `${VAR}/conf`, ZYZ_WX_APPID: 'wx-demo-station', ZYZ_WX_API_BASE: wechat.url, ZYZ_WX_SECRET_FILE: `${dir}/wx`,
	ZYZ_WX_TEMPLATES: 'tests/sims/wechat/messages.hdf', ZYZ_SMS_URL: `${sms.url}/json`, ZYZ_SMS_KEY_FILE: `${dir}/sms`,
	ZYZ_SMS_SIGN: '胜利社区', ZYZ_QUIET_FROM: '0', ZYZ_QUIET_UNTIL: '0', ...more,
})
await without('message-post')
sql("DELETE FROM wechat_token; UPDATE message SET state = 'given_up', reason = 'off', next_at = NULL WHERE state IN ('waiting', 'sending')")
const { struck, print } = table('message-post ended at every system call in turn')
const v = await newVolunteer()
await wechat.control('user', { openid: v.openid, subscribed: true })

/** Messages of one name to the volunteer, due now. */
const due = (channel, name) => sql(`INSERT INTO message (client_msg_id, station_id, person_id, event, target_id, channel, name, happens_at, state, next_at, created_at)
	SELECT UNHEX(MD5(CONCAT(?, seq, RAND()))), station_id, person_id, 'approved', FLOOR(RAND() * 1000000000), ?, ?, NOW() + INTERVAL 5 DAY, 'waiting',
	NOW() - INTERVAL 1 SECOND, NOW() FROM volunteer JOIN seq_1_to_${EACH} WHERE no = ?`, [name, channel, name, v.no])
const states = (name) => Object.fromEntries(sql('SELECT state, COUNT(*) AS n FROM message WHERE name = ? GROUP BY state', [name]).map((r) => [r.state, Number(r.n)]))
/** What a killed one held is anybody's again. */
const expire = (name) => sql("UPDATE message SET next_at = NOW() - INTERVAL 1 SECOND WHERE name = ? AND state IN ('waiting', 'sending')", [name])

/** Kills one pass after the other, then lets one finish: how many died, and how many messages there were. */
function sweep(channel, name, env) {
	const { lines, calls: callsOf, endAt } = tracing(env, dir, 'message-post')
	due(channel, name)
	const pass = lines(), calls = callsOf(pass.lines).slice(pass.from), stride = Math.max(1, Math.floor(calls.length / RUNS))
	let killed = 0, tried = 0
	for (let i = seed % stride; i < calls.length; i += stride) {
		due(channel, name)
		tried++
		killed += endAt(calls[i])
	}
	assert.ok(killed >= tried * 0.4, `${killed} of ${tried} ended`)
	// A lease that ended, and what a gateway asked to try later.
	for (let i = 0; i < 4 && states(name).waiting + states(name).sending !== 0; i++) {
		expire(name)
		lines()
	}
	return { killed, of: calls.length, n: Number(value('SELECT COUNT(*) FROM message WHERE name = ?', [name])) }
}

test('by WeChat: nobody twice, nobody forgotten', async () => {
	const { killed, of, n } = sweep('wechat', '清扫一', settings())
	const sent = await wechat.control('sent'), ids = new Set(sent.map((m) => m.client_msg_id))
	assert.deepEqual([sent.length, ids.size, states('清扫一')], [n, n, { sent: n }])
	struck('kill -9 while sending by WeChat', killed, `${of} calls; ${n} told once`)
}, { timeout: 300_000 })

test('by a gateway that knows its ids: nobody twice, nobody forgotten', async () => {
	const { killed, of, n } = sweep('sms', '清扫二', settings({ ZYZ_SMS_SAME_ID: '1' }))
	const sent = (await sms.control('sent')).filter((m) => m.text.includes('清扫二'))
	assert.deepEqual([sent.length, states('清扫二')], [n, { sent: n }])
	struck('kill -9 while sending by SMS', killed, `${of} calls; ${n} told once`)
}, { timeout: 300_000 })

test('by one that does not: nobody twice, and who is not sure stands so', async () => {
	await sms.control('set', { unidempotent: true })
	const before = (await sms.control('sent')).length
	const { killed, of, n } = sweep('sms', '清扫三', settings({ ZYZ_SMS_SAME_ID: '0' }))
	const sent = (await sms.control('sent')).slice(before), got = states('清扫三')
	assert.equal(new Set(sent.map((m) => m.id ?? m.client_msg_id ?? m.msg_id)).size, sent.length)
	assert.equal((got.sent ?? 0) + (got.unsure ?? 0), n, JSON.stringify(got))
	assert.ok(sent.length >= (got.sent ?? 0) && sent.length <= n)
	struck('kill -9, ids unknown', killed, `${of} calls; ${got.sent} told once, ${got.unsure ?? 0} not sure`)
	print()
}, { timeout: 300_000 })

await end()
