// jar.mjs - the cookies of one visitor, by the rules of RFC 6265 that matter to us: host, path,
// age, Secure. Secure cookies also go to loopback addresses over plain http, as browsers do.

const isLoopback = (host) => host === 'localhost' || host === '[::1]' || /^127\./.test(host)

function attributesOf(parts) {
	return Object.fromEntries(
		parts.map((part) => {
			const at = part.indexOf('=')
			return at < 0
				? [part.trim().toLowerCase(), '']
				: [part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).trim()]
		})
	)
}

function expiryOf(attributes) {
	if ('max-age' in attributes) return Date.now() + Number(attributes['max-age']) * 1000
	return 'expires' in attributes ? Date.parse(attributes.expires) : Infinity
}

export class Jar {
	constructor() {
		this.cookies = new Map()
	}

	/** Takes the Set-Cookie lines of a response to `url`. */
	take(url, lines) {
		for (const line of lines ?? []) {
			const [pair, ...rest] = line.split(';')
			const at = pair.indexOf('=')
			const name = pair.slice(0, at).trim()
			const attributes = attributesOf(rest)
			const path = attributes.path?.startsWith('/')
				? attributes.path
				: url.pathname.replace(/\/[^/]*$/, '') || '/'
			const id = `${url.hostname} ${path} ${name}`
			const expires = expiryOf(attributes)
			if (expires <= Date.now()) this.cookies.delete(id)
			else
				this.cookies.set(id, {
					name,
					value: pair.slice(at + 1).trim(),
					host: url.hostname,
					path,
					expires,
					attributes,
				})
		}
	}

	/** The Cookie header for `url`, or '' */
	header(url) {
		const fits = ({ host, path, expires, attributes }) =>
			host === url.hostname &&
			expires > Date.now() &&
			(url.pathname === path ||
				url.pathname.startsWith(path.endsWith('/') ? path : `${path}/`)) &&
			(!('secure' in attributes) || url.protocol === 'https:' || isLoopback(url.hostname))
		return [...this.cookies.values()]
			.filter(fits)
			.map((c) => `${c.name}=${c.value}`)
			.join('; ')
	}

	/** The cookie of that name with its attributes (keys in lower case), or undefined. */
	get(name) {
		return [...this.cookies.values()].find((c) => c.name === name)
	}

	set(url, name, value) {
		this.take(new URL(url), [`${name}=${value}; Path=/`])
	}

	clear() {
		this.cookies.clear()
	}
}
