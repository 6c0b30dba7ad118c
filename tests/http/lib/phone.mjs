// phone.mjs - the code that was sent to a phone last, out of the message that waits for the gateway: sealed there, until it is sent.
// The programs of the suite know a gateway only while a test asks for it; its loop does not, so that codes keep waiting.
//
//	withGateway(); await c.submit('/account/phone', { phone }); codeFor(phone)        // '048213'
import { execFileSync } from 'node:child_process'
import { sql } from './sql.mjs'
import { cleanup } from './tap.mjs'
import { unseal } from './secret.mjs'

function restart(env) {
	execFileSync('nginx/suite', ['stop', 'programs'], { env: process.env, stdio: 'ignore' })
	execFileSync('nginx/suite', ['start', 'programs'], { env: { ...process.env, ...env }, stdio: 'ignore' })
}

/** more: other settings of the programs, of an SMS gateway too. */
export function withGateway(more = {}) {
	// What a part was started with stands in the settings of the whole: it is taken out by its name.
	const set = { ZYZ_SMS_URL: 'http://127.0.0.1:9/sms', ...more }
	cleanup(() => restart(Object.fromEntries(Object.keys(set).map((name) => [name, '']))))
	restart(set)
}

export function codeFor(phone) {
	const rows = sql(`SELECT HEX(client_msg_id) id, HEX(phone_sealed) phone, HEX(words_sealed) words FROM message
		WHERE channel = 'sms' AND words_sealed IS NOT NULL ORDER BY message.id DESC LIMIT 50`)
	const open = (column, row, name) => unseal(column, Buffer.from(row.id, 'hex'), Buffer.from(row[name], 'hex'))
	const row = rows.find((r) => open('message.phone', r, 'phone') === phone)
	if (!row) throw new Error('no code waits for that phone')
	return open('message.words', row, 'words')
}
