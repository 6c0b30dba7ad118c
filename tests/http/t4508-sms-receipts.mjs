// Receipts of the SMS gateway, in both shapes: what arrived and what did not, by a key, and nothing else is believed.
import { writeFileSync } from 'node:fs'
import { Client, assert, cleanup, end, newVolunteer, sql, status, test, value } from './lib.mjs'
import { withGateway } from './lib/phone.mjs'
import { startSim } from '../sims/start.mjs'

const { VAR = 'var', BASE_URL } = process.env
const KEY = 'receipts-of-the-simulator-0001', url = `${BASE_URL}/account/sms/receipt`
const sms = await startSim('sms')
cleanup(() => sms.stop())

let serial = 45080000
function sent(v, state = 'sent', reason = null) {
	sql(`INSERT INTO message (client_msg_id, station_id, person_id, event, target_id, channel, state, reason, sent_at, created_at)
		SELECT UNHEX(MD5(RAND())), station_id, person_id, 'approved', ?, 'sms', ?, ?, NOW(), NOW() FROM volunteer WHERE no = ?`, [++serial, state, reason, v.no])
	return value('SELECT LOWER(HEX(client_msg_id)) FROM message WHERE target_id = ?', [serial])
}
const row = (id) => Object.values(sql('SELECT state, reason FROM message WHERE client_msg_id = UNHEX(?)', [id])[0])
const receipt = (id, code, more = {}) => sms.control('receipt', { url, id, code, key: KEY, ...more })

await test('where no key is set none are taken', async () => {
	assert.equal((await receipt('0'.repeat(32), 0)).status, 404)
})

writeFileSync(`${VAR}/t4508-key`, `${KEY}\n`)
withGateway({ ZYZ_SMS_RECEIPT_FILE: `${VAR}/t4508-key` })

test('arrived, no such number, not arrived: in both shapes', async () => {
	const v = await newVolunteer()
	for (const [shape, answer] of [['json', '{"code":0}'], ['form', '0']]) {
		for (const [code, state] of [[0, ['arrived', null]], [1, ['given_up', 'number']], [7, ['given_up', 'not_arrived']]]) {
			const id = sent(v)
			assert.deepEqual(await receipt(id, code, { shape }), { status: 200, body: answer })
			assert.deepEqual(row(id), state)
		}
	}
})

test('one of which nobody knew whether it went is known then; what is settled stays', async () => {
	const v = await newVolunteer(), unsure = sent(v, 'unsure', 'unanswered'), gone = sent(v, 'given_up', 'late')
	await receipt(unsure, 0)
	assert.deepEqual(row(unsure), ['arrived', null])
	await receipt(unsure, 1)
	assert.deepEqual(row(unsure), ['arrived', null])
	await receipt(gone, 0)
	assert.deepEqual(row(gone), ['given_up', 'late'])
})

test('without the key, or without sense, nothing is believed', async () => {
	const v = await newVolunteer(), id = sent(v)
	for (const shape of ['json', 'form']) {
		for (const key of ['', 'wrong', `${KEY}x`]) assert.equal((await receipt(id, 0, { shape, key })).status, 403)
		assert.equal((await receipt('nonsense', 0, { shape })).status, 400)
		assert.equal((await receipt('0'.repeat(32), 0, { shape })).status, 200, 'one that is not here is no reason to ask again')
	}
	const raw = (body) => fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body }).then((r) => r.status)
	assert.deepEqual([await raw('{'), await raw('[]'), await raw('{}')], [400, 400, 403])
	assert.deepEqual(row(id), ['sent', null])
	// No other address takes JSON.
	assert.equal((await fetch(`${BASE_URL}/account/phone`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })).status, 400)
	status(await new Client().getJson('/account/sms/receipt'), 405)
})

await end()
