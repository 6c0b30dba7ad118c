// secret.mjs - seals a value as shared/base/secret.c does, with the keys of the suite under test, so that a column which no
// page fills can be planted: key id (1) | nonce (24) | XChaCha20-Poly1305, bound to column and uid.
//
//	seal('volunteer.address', uid, '东风街 12 号')      // a Buffer for sql()
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** The subkey of XChaCha20: HChaCha20 over the key and the first 16 bytes of the nonce (draft-irtf-cfrg-xchacha-03). */
export function hchacha20(key, nonce) {
	const x = new Uint32Array(16)
	x.set([0x61707865, 0x3320646e, 0x79622d32, 0x6b206574])
	for (let i = 0; i < 8; i++) x[4 + i] = key.readUInt32LE(4 * i)
	for (let i = 0; i < 4; i++) x[12 + i] = nonce.readUInt32LE(4 * i)
	const step = (a, b, d, by) => {
		x[a] += x[b]
		x[d] ^= x[a]
		x[d] = (x[d] << by) | (x[d] >>> (32 - by))
	}
	const quarter = (a, b, c, d) => {
		step(a, b, d, 16)
		step(c, d, b, 12)
		step(a, b, d, 8)
		step(c, d, b, 7)
	}
	for (let round = 0; round < 10; round++) {
		for (let i = 0; i < 4; i++) quarter(i, 4 + i, 8 + i, 12 + i)
		for (let i = 0; i < 4; i++) quarter(i, 4 + ((i + 1) % 4), 8 + ((i + 2) % 4), 12 + ((i + 3) % 4))
	}
	const out = Buffer.alloc(32)
	;[...x.slice(0, 4), ...x.slice(12)].forEach((word, i) => out.writeUInt32LE(word, 4 * i))
	return out
}

export function seal(column, uid, text) {
	const keys = readFileSync(`${process.env.VAR}/secret/seal.key`, 'utf8').trim().split('\n')
	const nonce = randomBytes(24)
	const subkey = hchacha20(Buffer.from(keys.at(-1).trim(), 'hex'), nonce)
	const cipher = createCipheriv('chacha20-poly1305', subkey, Buffer.concat([Buffer.alloc(4), nonce.subarray(16)]),
		{ authTagLength: 16 })
	cipher.setAAD(Buffer.concat([Buffer.from(`${column}\0`), uid]))
	const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
	return Buffer.concat([Buffer.from([keys.length]), nonce, body, cipher.getAuthTag()])
}

/** What stands in a sealed value. */
export function unseal(column, uid, sealed) {
	const keys = readFileSync(`${process.env.VAR}/secret/seal.key`, 'utf8').trim().split('\n')
	const nonce = sealed.subarray(1, 25)
	const subkey = hchacha20(Buffer.from(keys[sealed[0] - 1].trim(), 'hex'), nonce)
	const cipher = createDecipheriv('chacha20-poly1305', subkey, Buffer.concat([Buffer.alloc(4), nonce.subarray(16)]), { authTagLength: 16 })
	cipher.setAAD(Buffer.concat([Buffer.from(`${column}\0`), uid]))
	cipher.setAuthTag(sealed.subarray(-16))
	return Buffer.concat([cipher.update(sealed.subarray(25, -16)), cipher.final()]).toString('utf8')
}
