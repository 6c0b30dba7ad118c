// Sixty wrong sign-ins at once kept every page of the program waiting for 25 seconds, also when their clients had gone.
import net from 'node:net'
import { Client, assert, end, status, test } from './lib.mjs'

const { PORT } = process.env
let round = 0 // nobody's login is tried twice
/** Posts a wrong password and hangs up without waiting, or keeps the line open. */
function flood(key, n, hangUp) {
	round++
	return Promise.all(Array.from({ length: n }, (_, i) => new Promise((resolve) => {
		const body = `login=nobody_${round}_${i}&password=wrong-password&key=${key}`
		const s = net.connect({ host: '127.0.0.1', port: PORT, localAddress: `127.0.1.${1 + i % 40}` }, () => {
			s.write(`POST /account/sign-in HTTP/1.1\r\nHost: 127.0.0.1:${PORT}\r\nContent-Type: application/x-www-form-urlencoded\r\n`
				+ `Content-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`, () => { if (hangUp) setTimeout(() => s.destroy(), 30) })
		})
		s.on('data', () => {})
		s.on('error', resolve)
		s.on('close', resolve)
	})))
}

for (const gone of [false, true])
	test(`pages answer while many sign in${gone ? ' and hang up' : ''}`, async () => {
		const key = (await new Client().getJson('/account/sign-in')).page.Key
		const began = Date.now()
		for (let i = 0; i < 4; i++) await flood(key, 1, false)
		const alone = (Date.now() - began) / 4
		const all = flood(key, 60, gone)
		const waited = []
		for (let i = 0; i < 8; i++) {
			const from = Date.now()
			status(await new Client().getJson('/account/one-time'), 200)
			waited.push(Date.now() - from)
		}
		await all
		// Two workers need 30 times as long as for one; no page waits for a third of that.
		assert.ok(Math.max(...waited) < 10 * alone + 200, `waited ${waited} ms, one alone takes ${alone} ms`)
	}, { timeout: 60_000 })

await end()
