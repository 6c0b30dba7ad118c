// auth.mjs - who is asking: X-App-Id, X-Timestamp, X-Nonce and X-Signature of profile exchange/1.
//
// The signature is hex HMAC-SHA-256(secret, METHOD "\n" PATH "\n" timestamp "\n" nonce "\n" hex
// SHA-256(body)). The profile shows it for a POST; for a GET the body is empty, and PATH is taken
// with or without its query.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

const WINDOW = 300

export function signature(secret, { method, path, timestamp, nonce, body }) {
	const hash = createHash('sha256').update(body).digest('hex')
	return createHmac('sha256', secret)
		.update(`${method}\n${path}\n${timestamp}\n${nonce}\n${hash}`)
		.digest('hex')
}

const same = (a, b) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

export class Gate {
	constructor({ appId = 'zyz', secretFile: secret = 'demo-secret-of-the-simulator-0002' }) {
		this.appId = appId
		this.secret = secret
		this.reset()
	}

	/** Nonces live in two halves that take turns, so that forgetting the old ones costs nothing. */
	reset() {
		this.skew = 0
		this.nonces = [new Set(), new Set()]
		this.turned = 0
	}

	now() {
		return Math.floor(Date.now() / 1000) + this.skew
	}

	#seen(nonce) {
		const now = this.now()
		if (Math.abs(now - this.turned) > 2 * WINDOW) {
			this.nonces = [new Set(), this.nonces[0]]
			this.turned = now
		}
		if (this.nonces.some((set) => set.has(nonce))) return true
		this.nonces[0].add(nonce)
		return false
	}

	/**
	 * Why the request is nobody's, { code, message }, or undefined. A nonce counts as used once the
	 * rest was right.
	 */
	refuse({ method, path, target, headers, body }) {
		const timestamp = headers['x-timestamp'] ?? ''
		const nonce = headers['x-nonce'] ?? ''
		const given = headers['x-signature'] ?? ''
		if (headers['x-app-id'] !== this.appId) return { code: 4011, message: '应用标识不存在' }
		if (!/^\d{1,12}$/.test(timestamp) || Math.abs(this.now() - Number(timestamp)) > WINDOW)
			return { code: 4012, message: '时间戳超出允许范围' }
		if (!/^[0-9a-f]{32}$/.test(nonce)) return { code: 4013, message: '随机串格式不正确' }
		const paths = method === 'GET' && target !== path ? [path, target] : [path]
		if (
			!paths.some((p) =>
				same(signature(this.secret, { method, path: p, timestamp, nonce, body }), given)
			)
		)
			return { code: 4014, message: '签名不正确' }
		return this.#seen(nonce) ? { code: 4015, message: '随机串已使用' } : undefined
	}
}
