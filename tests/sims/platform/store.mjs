// store.mjs - what the platform holds: one record for each kind and key, its version and receipt,
// and how often each version was presented and took effect. With a file, every acceptance is one
// line written before the answer leaves, so that kill -9 loses nothing that was acknowledged.
import { existsSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { CODES, refusal } from './codes.mjs'

/** The same content, whatever the order of the fields. */
function equal(a, b) {
	const names = Object.keys(a)
	return (
		names.length === Object.keys(b).length &&
		names.every(
			(name) => a[name] === b[name] || JSON.stringify(a[name]) === JSON.stringify(b[name])
		)
	)
}

const keyed = (kind, key) => `${kind} ${key}`

export class Store {
	constructor({ file, idempotent = true } = {}) {
		this.idempotent = idempotent
		this.#empty()
		if (file) this.#openFile(file)
	}

	#empty() {
		this.records = new Map()
		this.effects = new Map() // kind key version -> { posts, effects }
		this.volunteers = new Set() // numbers of those whom the platform was told of
		this.serial = 0
		this.lines = []
		this.index = null // kind -> keys in order, made when a listing asks for it
	}

	/**
	 * Reads what was accepted before; a last line that was cut off was never acknowledged and is
	 * dropped.
	 */
	#openFile(file) {
		const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0)
		const whole = bytes.subarray(0, bytes.lastIndexOf('\n') + 1)
		for (let at = 0; at < whole.length;) {
			const end = whole.indexOf('\n', at)
			this.#apply(JSON.parse(whole.toString('utf8', at, end)))
			at = end + 1
		}
		this.fd = openSync(file, 'a')
		ftruncateSync(this.fd, whole.length)
	}

	/** Writes the acceptances since the last call, in one piece. */
	flush() {
		if (this.fd !== undefined && this.lines.length) writeSync(this.fd, this.lines.join(''))
		this.lines = []
	}

	reset() {
		this.#empty()
		if (this.fd !== undefined) ftruncateSync(this.fd, 0)
	}

	/** Takes one acceptance into memory; the same for a live item and for a line of the file. */
	#apply({ kind, item, receipt, app, at }) {
		const id = keyed(kind, item.key)
		const before = this.records.get(id)
		if (!before) this.index = null
		const date =
			item.date ?? before?.date ?? new Date((at + 8 * 3600) * 1000).toISOString().slice(0, 10)
		this.records.set(id, {
			kind,
			key: item.key,
			version: item.version,
			op: item.op,
			receipt,
			app,
			date,
			item,
		})
		if (kind === 'volunteer' && item.op === 'put') this.volunteers.add(item.volunteer_no)
		this.serial = Math.max(this.serial, Number(receipt.slice(5)))
		this.#tally(kind, item).effects++
	}

	#tally(kind, { key, version }) {
		const id = `${keyed(kind, key)} ${version}`
		if (!this.effects.has(id)) this.effects.set(id, { posts: 0, effects: 0 })
		return this.effects.get(id)
	}

	/** Counts that an item was presented, accepted or not. */
	presented(kind, item) {
		this.#tally(kind, item).posts++
	}

	get(kind, key) {
		return this.records.get(keyed(kind, key))
	}

	/**
	 * Does this item meet what is held: { held } (say the same again), { refused }, or {} (take
	 * it).
	 */
	compare(kind, item) {
		const held = this.get(kind, item.key)
		if (!held) return item.op === 'withdraw' ? { refused: refusal(1104) } : {}
		if (item.version < held.version)
			return { refused: { code: 409, message: CODES[409], version: held.version } }
		if (item.version > held.version || !this.idempotent) return {}
		return equal(held.item, item) ? { held } : { refused: refusal(1102) }
	}

	/** Takes an item and returns its receipt. */
	accept(kind, item, { app, now }) {
		const year = new Date((now + 8 * 3600) * 1000).getUTCFullYear()
		const receipt = `R${year}${String(this.serial + 1).padStart(10, '0')}`
		const line = { kind, item, receipt, app, at: now }
		this.#apply(line)
		this.lines.push(`${JSON.stringify(line)}\n`)
		return receipt
	}

	/**
	 * Records of a kind in the order of their keys, after one, at most `limit`, that `wanted` lets
	 * through.
	 */
	list(kind, after, limit, wanted) {
		this.index ??= new Map()
		if (!this.index.has(kind))
			this.index.set(
				kind,
				[...this.records.values()]
					.filter((r) => r.kind === kind)
					.map((r) => r.key)
					.sort()
			)
		const keys = this.index.get(kind)
		let low = 0
		for (let high = keys.length; low < high;) {
			const middle = (low + high) >> 1
			if (keys[middle] <= after) low = middle + 1
			else high = middle
		}
		const found = []
		for (; low < keys.length && found.length <= limit; low++) {
			const record = this.get(kind, keys[low])
			if (wanted(record)) found.push(record)
		}
		return found
	}

	/**
	 * Sums for a proof: records, effects, repeated posts, and every version that took effect more
	 * than once.
	 */
	report() {
		const minutes = {}
		const kinds = {}
		for (const { kind, op, item } of this.records.values()) {
			const count = (kinds[kind] ??= { put: 0, withdraw: 0 })
			count[op]++
			if (op === 'put' && item.hours !== undefined)
				minutes[kind] = (minutes[kind] ?? 0) + Math.round(Number(item.hours) * 60)
		}
		const sums = { posts: 0, effects: 0, repeated: 0 }
		const twice = []
		for (const [id, { posts, effects }] of this.effects) {
			sums.posts += posts
			sums.effects += effects
			sums.repeated += posts > 1 ? posts - 1 : 0
			if (effects > 1) twice.push({ id, posts, effects })
		}
		return {
			records: this.records.size,
			kinds,
			minutes,
			...sums,
			versions: this.effects.size,
			twice,
		}
	}
}
