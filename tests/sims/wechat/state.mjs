// state.mjs - everything the simulated WeChat remembers: clock, account, users, codes, tokens,
// quotas, messages. Owns no endpoint. Nothing here survives the process.
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'

const DAY = 86_400
const OPENID = /^[A-Za-z0-9_-]{6,64}$/
const load = (file) => JSON.parse(readFileSync(file, 'utf8'))
const here = (name) => new URL(name, import.meta.url)

export const randomText = (length) => randomBytes(length).toString('base64url').slice(0, length)

/** The settings that control may change, with the values of a healthy service account. */
const settings = (options) => ({
	appid: options.appid ?? 'wx00000000000000d1',
	secret: options.secretFile ?? 'demo-secret-of-the-simulator-0001',
	redirectHosts: options.redirectHost ?? ['127.0.0.1:8080'],
	jsDomains: options.jsDomain ?? options.redirectHost ?? ['127.0.0.1:8080'],
	openAppids: ['wx00000000000000f1'], // of the open platform, not of the MP platform: error 10016
	authorizeError: null, // 10004, 10005, 10006, 10009 or 10015: that page for everybody
	deny: false, // the user refuses; only the state comes back
	snapshot: 'off', // off, marked, unmarked (virtual openid, no mark), real (real openid, no mark)
	silent: false, // snsapi_userinfo without a consent page, as from the account's own menu
	union: true, // bound to an open-platform account
	frozen: false, // AppSecret frozen: 40243
	ips: null, // list of addresses that may ask for tokens, null: all
	currentUser: null, // openid of whoever opens an authorize page without naming himself
	quotas: {}, // path -> calls a day, then 45009
})

export class State {
	constructor(options = {}) {
		this.options = options
		this.reset()
	}

	reset() {
		this.set = settings(this.options)
		this.skew = 0
		this.users = new Map()
		this.codes = new Map()
		this.userTokens = new Map()
		this.refreshTokens = new Map()
		this.serverTokens = new Map()
		this.stable = null
		this.legacy = null
		this.forced = { day: 0, count: 0, at: -Infinity }
		this.ticket = null
		this.oldTickets = []
		this.sent = []
		this.messageIds = new Map()
		this.subscriptions = new Map()
		this.counts = {}
		this.spent = { day: 0, paths: {} }
		this.serial = 200_228_332
		this.templates = new Map(load(here('templates.json')).map((t) => [t.id, t]))
		for (const user of load(this.options.users ?? here('demo-users.json')))
			this.user(user.openid, user)
	}

	/** Seconds, as this simulated service sees them. */
	now() {
		return Math.floor(Date.now() / 1000) + this.skew
	}

	/** The day that quotas count in: Beijing's. */
	day() {
		return Math.floor((this.now() + 8 * 3600) / DAY)
	}

	/** The user of that openid, made on first mention; undefined when the text can be no openid. */
	user(openid, more = {}) {
		if (!OPENID.test(openid ?? '')) return undefined
		if (!this.users.has(openid)) {
			const unionid = `u${createHash('sha1').update(openid).digest('base64url')}`
			this.users.set(openid, { openid, unionid, nickname: '微信用户', subscribed: true })
		}
		return Object.assign(this.users.get(openid), more)
	}

	/**
	 * Whoever sits before the screen: named by the request, else by control, else the first demo
	 * user.
	 */
	visitor(request) {
		const cookie = /(?:^|;\s*)sim_user=([^;]+)/.exec(request.headers.cookie ?? '')?.[1]
		const openid = request.headers['x-sim-user'] ?? cookie ?? this.set.currentUser
		return this.user(openid) ?? this.users.values().next().value
	}

	/** Takes one call from the daily quota of a path; false when it is spent. */
	spend(path) {
		const limit = this.set.quotas[path]
		if (this.spent.day !== this.day()) this.spent = { day: this.day(), paths: {} }
		this.spent.paths[path] = (this.spent.paths[path] ?? 0) + 1
		return limit === undefined || this.spent.paths[path] <= limit
	}

	count(request) {
		this.counts[request.path] = (this.counts[request.path] ?? 0) + 1
	}
}
