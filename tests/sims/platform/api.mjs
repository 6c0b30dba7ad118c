// api.mjs - the addresses of profile exchange/1: POST of a batch, GET by key, GET of a list.
import { json } from '../common/http.mjs'
import { KINDS, wrong } from './fields.mjs'
import { refusal } from './codes.mjs'

const KEY = /^[A-Za-z0-9._-]{1,64}$/
const MAX_BODY = 1 << 20
const PATHS = new Map(KINDS.map((kind) => [`${kind}s`, kind]))

const failed = (status, message, code = status) => json({ code, message }, status)

/** The batch of a request, read once: several parts of the simulator ask for it. */
export function itemsOf(request) {
	if (request.items === undefined) {
		try {
			const { items } = JSON.parse(request.body.toString('utf8'))
			request.items = Array.isArray(items) ? items : null
		} catch {
			request.items = null
		}
	}
	return request.items
}

/**
 * The kind and the key that a path names: /v1/{kind}s or /v1/{kind}s/{key}; undefined for any
 * other.
 */
function place(path) {
	const [, kinds, key] = /^\/v1\/([a-z_]+)(?:\/([^/]+))?$/.exec(path) ?? []
	const kind = PATHS.get(kinds)
	return (
		kind && {
			kind,
			key: key?.replace(/%([0-9A-Fa-f]{2})/g, (_, hex) =>
				String.fromCharCode(parseInt(hex, 16))
			),
		}
	)
}

export class Api {
	constructor({ gate, store, maxItems = 100, strictVolunteers = false }) {
		Object.assign(this, { gate, store, maxItems, strictVolunteers })
		this.strangers = {} // 401 by code
		this.plants = [] // refusals that a test asks for: { kind?, field, value, code, message }
	}

	handle = (request) => {
		const at = place(request.path)
		if (!at) return failed(404, '没有这个地址')
		const stranger = this.gate.refuse(request)
		if (stranger) {
			this.strangers[stranger.code] = (this.strangers[stranger.code] ?? 0) + 1
			return json(stranger, 401)
		}
		if (request.method === 'POST' && at.key === undefined) return this.#post(at.kind, request)
		if (request.method !== 'GET') return failed(405, '请求方式不允许')
		return at.key === undefined ? this.#list(at.kind, request.query) : this.#one(at)
	}

	#post(kind, request) {
		if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
			return failed(415, '内容类型应为 application/json')
		if (request.body.length > MAX_BODY) return failed(413, '请求过大')
		const items = itemsOf(request)
		if (!items || !items.length) return failed(400, '请求不是约定的格式')
		if (items.length > this.maxItems) return failed(413, `一次最多${this.maxItems}条`)
		const shaped = (item) =>
			typeof item?.key === 'string' &&
			KEY.test(item.key) &&
			Number.isSafeInteger(item.version) &&
			item.version >= 1
		if (!items.every(shaped)) return failed(400, '有条目缺少编号或版本')
		const results = items.map((item) => this.#take(kind, item))
		this.store.flush()
		if (results.every(({ code }) => code === 409))
			return json({ code: 409, message: '平台已有更高版本', results }, 409)
		return json({ code: 0, results })
	}

	#take(kind, item) {
		const { key, version } = item
		this.store.presented(kind, item)
		const { held, refused } = this.store.compare(kind, item)
		if (held) return { key, version, code: 0, receipt: held.receipt }
		const no =
			refused ??
			wrong(kind, item, this.gate.now()) ??
			this.#planted(kind, item) ??
			this.#unknown(kind, item)
		if (no) return { key, version, ...no }
		return {
			key,
			version,
			code: 0,
			receipt: this.store.accept(kind, item, { app: this.gate.appId, now: this.gate.now() }),
		}
	}

	#planted(kind, item) {
		const plant = this.plants.find(
			(p) => (!p.kind || p.kind === kind) && item[p.field] === p.value
		)
		return (
			plant && { code: plant.code ?? 1203, message: plant.message ?? refusal(1203).message }
		)
	}

	/**
	 * With strictVolunteers nothing is taken about somebody whom the platform was never told of.
	 */
	#unknown(kind, item) {
		if (!this.strictVolunteers || kind === 'volunteer' || item.op !== 'put') return undefined
		return this.store.volunteers.has(item.volunteer_no) ? undefined : refusal(1203)
	}

	#one({ kind, key }) {
		const held = this.store.get(kind, key)
		if (!held) return failed(404, '没有这条记录')
		return json({ code: 0, key, version: held.version, op: held.op, receipt: held.receipt })
	}

	/**
	 * station: the part of the key before its first hyphen; from, to: the item's date, both
	 * included.
	 */
	#list(kind, query) {
		const [station, from = '', to = '9999-12-31'] = ['station', 'from', 'to'].map(
			(name) => query.get(name) || undefined
		)
		const limit = Math.min(
			Math.max(Number.parseInt(query.get('limit') ?? '500', 10) || 500, 1),
			500
		)
		const wanted = (r) =>
			r.date >= from && r.date <= to && (!station || r.key.startsWith(`${station}-`))
		const found = this.store.list(kind, query.get('after') ?? '', limit, wanted)
		const items = found.slice(0, limit).map(({ key, version, op, receipt, date, item }) => ({
			key,
			version,
			op,
			receipt,
			date,
			...(item.hours !== undefined && { hours: item.hours }),
		}))
		return json({
			code: 0,
			items,
			next: found.length > limit ? items[items.length - 1].key : null,
		})
	}
}
