// count.mjs BASE DIR NAME TIMES - asks one of the counted requests again and again, one after the other. DIR has what
// sign_in.mjs left there.
import fs from 'node:fs'
import http from 'node:http'

const [, , base, dir, name, times] = process.argv
const cookie = /"(zyz=[^"]*)"/.exec(fs.readFileSync(`${dir}/list.lua`, 'utf8'))[1]
const posts = [...fs.readFileSync(`${dir}/post.lua`, 'utf8').matchAll(/\{ "(zyz=[^"]*)", "([^"]*)" \}/g)]
const requests = {
	list: { path: '/needs/surveys', cookie },
	json: { path: '/needs/surveys', cookie, accept: 'application/json' },
	ledger: { path: '/needs/ledger', cookie },
	form: { path: '/needs/ledger/new', cookie },
	// Where staff begin.
	desk: { path: '/account/desk', cookie },
	// A cookie keeps nginx from answering out of its cache.
	public: { path: '/station/help', cookie: 'zyz=none' },
	post: { method: 'POST', path: '/account/me/consent' },
}

function ask({ method = 'GET', path, accept = 'text/html', cookie: own, body }) {
	return new Promise((resolve, reject) => {
		const headers = { Cookie: own, Accept: accept }
		if (body) Object.assign(headers, { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': body.length })
		const q = http.request(new URL(path, base), { method, headers, agent: false, timeout: 60000 }, (r) => {
			r.resume()
			r.on('end', () => (r.statusCode < 400 ? resolve() : reject(new Error(`${path}: ${r.statusCode}`))))
		})
		q.on('timeout', () => q.destroy(new Error(`${path}: no answer`)))
		q.on('error', reject)
		q.end(body)
	})
}

for (let i = 0; i < Number(times); i++) {
	const [, own, body] = name === 'post' ? posts[i % posts.length] : []
	await ask({ ...requests[name], ...(own && { cookie: own, body }) })
}
