// totp.mjs - the second factor in tests: codes of an authenticator app (RFC 6238), and the secrets of the accounts that
// tests sign in to.
//
//	await client.post('/account/code', { code: totp(DEMO_SECRET) })
import { createHmac } from 'node:crypto'
import { sql } from './sql.mjs'

/** What all managers, reviewers and overseers of the demo community have in their app. */
export const DEMO_SECRET = 'ZHIYUANZHANZHIYUANZHANZHIYUANZHA'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

function bytes(base32) {
	const bits = [...base32.replaceAll(' ', '')].map((c) => LETTERS.indexOf(c).toString(2).padStart(5, '0')).join('')
	return Buffer.from((bits.match(/.{8}/g) ?? []).map((b) => parseInt(b, 2)))
}

/** The six digits of now, or of `seconds` from now. */
export function totp(secret, seconds = 0) {
	const moving = Buffer.alloc(8)
	moving.writeBigUInt64BE(BigInt(Math.floor((Date.now() / 1000 + seconds) / 30)))
	const mac = createHmac('sha1', bytes(secret)).update(moving).digest()
	return String((mac.readUInt32BE(mac[19] & 15) & 0x7fffffff) % 1e6).padStart(6, '0')
}

const secrets = new Map()
/** From now on this is what `login` has in the app. */
export const keepSecret = (login, secret) => secrets.set(login, secret.replaceAll(' ', ''))

/**
 * The code that `login` is asked for now. Tests sign in more often than twice a minute, which nobody does by hand: the step
 * that was used is forgotten first.
 */
export function codeOf(login) {
	sql('UPDATE staff SET totp_step = NULL WHERE login = ?', [login])
	return totp(secrets.get(login) ?? DEMO_SECRET)
}
