// client.mjs - one visitor of the site: cookies, the last CSRF token, no redirect followed unasked.
// Owns the way requests look. Never retries: a test that needs patience says so with until().
//
//	const staff = new Client()
//	await staff.signInStaff('reviewer', 'password')
//	const r = await staff.post('/needs/ledger/N2600100001/confirm', {})
import http from 'node:http'
import https from 'node:https'
import { randomBytes } from 'node:crypto'
import { USER_AGENTS } from '../../sims/wechat/agents.mjs'
import { Jar } from './jar.mjs'
import { sql } from './sql.mjs'
import { status } from './tap.mjs'
import { codeOf } from './totp.mjs'

export const WECHAT_UA = USER_AGENTS.android
export const BROWSER_UA =
	'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) ' +
	'Chrome/126.0.0.0 Safari/537.36'

const { PORT = '8080', BASE_URL = `http://127.0.0.1:${PORT}` } = process.env
const REQUEST_MS = 30_000

/**
 * What came back. `page` is the `Page` of a JSON answer, `json` all of it, `location` the absolute
 * next address.
 */
class Answer {
	constructor(url, message, body) {
		this.url = url
		this.status = message.statusCode
		this.headers = message.headers
		this.body = body
		this.text = body.toString('utf8')
		this.location = message.headers.location && new URL(message.headers.location, url).href
	}

	get json() {
		try {
			return JSON.parse(this.text)
		} catch (error) {
			throw new Error(
				`${this.url.pathname} answered ${this.status} and no JSON: ${this.text.slice(0, 300)}`
			)
		}
	}

	get page() {
		return this.json.Page
	}

	/** The CSRF token that the answer carries, if it is JSON and whole. */
	get csrf() {
		if (!/^application\/json\b/.test(this.headers['content-type'] ?? '')) return undefined
		try {
			return JSON.parse(this.text)?.Page?.Csrf
		} catch {
			return undefined
		}
	}
}

function exchange(url, { method, headers, body, timeout, localAddress }) {
	return new Promise((resolve, reject) => {
		const { request } = url.protocol === 'https:' ? https : http
		const req = request(url, { method, headers, agent: false, timeout, localAddress }, (message) => {
			const chunks = []
			message.on('data', (chunk) => chunks.push(chunk))
			message.on('error', reject)
			message.on('end', () => resolve(new Answer(url, message, Buffer.concat(chunks))))
		})
		req.on('timeout', () =>
			req.destroy(new Error(`${method} ${url.pathname}: no answer in ${timeout} ms`))
		)
		req.on('error', reject)
		req.end(body)
	})
}

function urlencoded(form) {
	const pairs = new URLSearchParams()
	for (const [name, value] of Object.entries(form))
		for (const one of Array.isArray(value) ? value : [value])
			if (one !== undefined && one !== null) pairs.append(name, String(one))
	return pairs.toString()
}

function multipart(form, files) {
	const boundary = `----part${randomBytes(12).toString('hex')}`
	const chunks = []
	const part = (disposition, content) =>
		chunks.push(
			Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`),
			Buffer.from(content),
			Buffer.from('\r\n')
		)
	for (const [name, value] of Object.entries(form))
		for (const one of Array.isArray(value) ? value : [value])
			if (one !== undefined && one !== null) part(`name="${name}"`, String(one))
	for (const {
		field = 'file',
		name = 'file.bin',
		type = 'application/octet-stream',
		content,
	} of files)
		part(`name="${field}"; filename="${name}"\r\nContent-Type: ${type}`, content)
	chunks.push(Buffer.from(`--${boundary}--\r\n`))
	return { type: `multipart/form-data; boundary=${boundary}`, body: Buffer.concat(chunks) }
}

export class Client {
	/** from: the address of this machine that it comes from, e.g. 127.0.0.2. */
	constructor({ base = BASE_URL, ua = BROWSER_UA, from } = {}) {
		this.base = base
		this.from = from
		this.ua = ua
		this.jar = new Jar()
		this.csrf = undefined
	}

	/** One request, one answer, whatever its status. */
	async request(method, path, { headers = {}, body, timeout = REQUEST_MS } = {}) {
		const url = new URL(path, this.base)
		const cookie = this.jar.header(url)
		const answer = await exchange(url, {
			method,
			body,
			timeout,
			localAddress: this.from,
			headers: {
				'User-Agent': this.ua,
				Accept: 'text/html',
				...(cookie && { Cookie: cookie }),
				...(body !== undefined && { 'Content-Length': Buffer.byteLength(body) }),
				...headers,
			},
		})
		this.jar.take(url, answer.headers['set-cookie'])
		if (url.origin === new URL(this.base).origin) this.csrf = answer.csrf || this.csrf
		return answer
	}

	get(path, options) {
		return this.request('GET', path, options)
	}

	getJson(path, options = {}) {
		return this.get(path, {
			...options,
			headers: { Accept: 'application/json', ...options.headers },
		})
	}

	/** The form with our CSRF token, unless it brings its own; `csrf: null` leaves it out. */
	#signed(form) {
		return 'csrf' in form || this.csrf === undefined ? form : { ...form, csrf: this.csrf }
	}

	/**
	 * Posts fields (a list is a repeated field) and asks for JSON; `{ headers: { Accept:
	 * 'text/html' } }` for the page.
	 */
	post(path, form = {}, options = {}) {
		return this.request('POST', path, {
			...options,
			body: urlencoded(this.#signed(form)),
			headers: {
				Accept: 'application/json',
				'Content-Type': 'application/x-www-form-urlencoded',
				...options.headers,
			},
		})
	}

	/** Posts multipart/form-data. files: [{ field, name, type, content }] */
	upload(path, form, files, options = {}) {
		const { type, body } = multipart(this.#signed(form), files)
		return this.request('POST', path, {
			...options,
			body,
			headers: { Accept: 'application/json', 'Content-Type': type, ...options.headers },
		})
	}

	/** Opens the form at `path` for its csrf or one-time key, then posts it there (or to `to`). */
	async submit(path, form = {}, { to = path, ...options } = {}) {
		const opened = status(await this.getJson(path), 200, `form ${path}`)
		const key = opened.page.Key
		return this.post(to, key === undefined || 'key' in form ? form : { key, ...form }, options)
	}

	/** Goes where the last answer points, as JSON. */
	follow(answer) {
		if (!answer.location)
			throw new Error(
				`no redirect: ${answer.status} from ${answer.url.pathname}: ${answer.text.slice(0, 300)}`
			)
		return this.getJson(answer.location)
	}

	/**
	 * Signs a member of staff in and reads the new session's CSRF token. Returns the page arrived
	 * at.
	 */
	async signInStaff(login, password, fields = {}) {
		const form = { login, password, ...fields }
		let answer = await this.submit('/account/sign-in', form)
		// Another one is at it in this moment: the page says to press once more.
		for (let i = 0; i < 100 && /请过几秒再点一次/.test(answer.text); i++) {
			await new Promise((resolve) => setTimeout(resolve, 50))
			answer = await this.submit('/account/sign-in', form)
		}
		status(answer, 303, `sign-in of ${login}`)
		return this.follow(await this.#second(answer, login))
	}

	/** Goes through the second page of signing in, if the answer leads there. */
	async #second(answer, login) {
		const { pathname, searchParams } = new URL(answer.location)
		if (pathname !== '/account/code') return answer
		status(await this.getJson(answer.location), 200, 'second page')
		const to = searchParams.get('to') || undefined
		return status(await this.post('/account/code', { code: codeOf(login), to }), 303, `code of ${login}`)
	}

	/**
	 * Starts WeChat's sign-in and returns the answer that carries the address of WeChat's own page.
	 */
	startWechat(to = '/account/me') {
		this.ua = WECHAT_UA
		return this.get(`/account/wechat/start?to=${encodeURIComponent(to)}`)
	}

	/**
	 * Walks the whole of WeChat's web OAuth as the user `openid` of the simulator, over real HTTP:
	 * start, WeChat's authorize address, our callback. Returns the page arrived at, as JSON.
	 */
	async wechatUser(openid, { to } = {}) {
		let start = await this.startWechat(to)
		// So many volunteers of one run come from one address: more than a hall has in ten minutes.
		if (/why=busy/.test(start.location ?? '')) {
			sql('DELETE FROM throttle')
			start = await this.startWechat(to)
		}
		if (!/\/connect\/oauth2\/authorize\?/.test(start.location ?? ''))
			throw new Error(
				`WeChat start answered ${start.status} ${start.location ?? start.text.slice(0, 300)}`
			)
		const asked = await this.get(start.location, { headers: { 'X-Sim-User': openid } })
		status(asked, 302, 'authorize')
		const back = await this.get(asked.location)
		status(back, 303, 'callback')
		return this.follow(back)
	}

	/** Forgets cookies and token: a stranger again, with the same browser. */
	reset() {
		this.jar.clear()
		this.csrf = undefined
	}
}
