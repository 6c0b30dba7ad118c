// serve.mjs - the shell around a simulator: listener, control listener, faults, refusal of
// connections, shutdown. Owns sockets. Knows nothing of WeChat or the platform.
//
//	serve({ handle, control, faults, options: { host, port, cert, key, controlPort } })
import http from 'node:http'
import https from 'node:https'
import { Gone, cut, json, readRequest, send } from './http.mjs'

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

function parse(body) {
	try {
		return body.length ? JSON.parse(body) : {}
	} catch {
		throw new Error('the body is no JSON')
	}
}

/**
 * Control addresses: a table { name: (args, request) => value or reply }. GET passes the query,
 * POST the JSON body.
 */
async function runControl(table, request) {
	const name = request.path.slice('/__sim/'.length)
	if (!Object.hasOwn(table, name))
		return json({ error: `no such control; there are: ${Object.keys(table).join(' ')}` }, 404)
	try {
		const args =
			request.method === 'POST' ? parse(request.body) : Object.fromEntries(request.query)
		const value = await table[name](args, request)
		return value?.headers ? value : json(value ?? {})
	} catch (error) {
		return json({ error: error.message }, 400)
	}
}

function listen(server, port, host) {
	return new Promise((resolve, reject) => {
		server.once('error', reject)
		server.listen(port, host, 1024, () => resolve(server.address().port))
	})
}

/**
 * Lets a listener vanish for a while: every connection is refused, as from a host whose service is
 * down.
 */
class Door {
	constructor(server, host) {
		this.server = server
		this.host = host
		this.sockets = new Set()
		server.on('connection', (socket) => {
			this.sockets.add(socket)
			socket.on('close', () => this.sockets.delete(socket))
		})
	}

	async open(port = this.port) {
		if (!this.server.listening) this.port = await listen(this.server, port, this.host)
		return this.port
	}

	async shut() {
		const closed = new Promise((resolve) => this.server.close(resolve))
		this.sockets.forEach(cut)
		await closed
	}
}

/** The answer to the control request gets its moment to leave before the door shuts. */
async function closeFor(door, ms) {
	await wait(20)
	await door.shut()
	if (ms === undefined) return
	await wait(ms)
	await door.open()
}

function onRequest({ handle, control, faults, count, items, controlOnly }) {
	return async (req, res) => {
		res.on('error', () => {})
		try {
			const request = await readRequest(req)
			if (request.body === null)
				return send(res, json({ code: 413, message: '请求过大' }, 413))
			if (request.path.startsWith('/__sim/'))
				return send(res, await runControl(control, request))
			if (controlOnly) return send(res, json({ error: 'control addresses only' }, 404))
			count?.(request)
			const x = {
				request,
				res,
				handle: async () => handle(request),
				items: () => items?.(request) ?? 0,
			}
			if (!(await faults.run(x))) send(res, await x.handle())
		} catch (error) {
			if (!(error instanceof Gone))
				process.stderr.write(`simulator: ${req.method} ${req.url}: ${error.stack}\n`)
			cut(req.socket)
		}
	}
}

/**
 * `handle(request)` gives a reply or a promise of one, `count(request)` sees every request before
 * any fault, `items(request)` says how many items it carries.
 *
 * Starts the simulator and prints `control PORT` (if asked for) and `listening PORT`. Adds to the
 * control table: faults (get, set), reset (also of the faults), refuse ({ ms } or { on: true|false
 * }; the latter needs the control listener).
 */
export async function serve({ handle, control, faults, count, items, options }) {
	const { host = '127.0.0.1', port = 0, cert, key, controlPort } = options
	const table = {
		...control,
		reset(args) {
			faults.set({})
			return control.reset(args)
		},
		faults: (args, { method }) => {
			if (method === 'POST') faults.set(args)
			return faults.report()
		},
		async refuse({ ms, on }) {
			if (on === false) return { port: await door.open() }
			if (ms === undefined && controlPort === undefined)
				throw new Error('without --control-port only a refusal of some ms can ever end')
			closeFor(door, ms)
			return { refusing: ms ?? true }
		},
	}
	const answer = onRequest({ handle, control: table, faults, count, items })
	const server = cert ? https.createServer({ cert, key }, answer) : http.createServer(answer)
	server.keepAliveTimeout = 60_000
	server.on('tlsClientError', () => {})
	const door = new Door(server, host)
	if (controlPort !== undefined) {
		const second = http.createServer(onRequest({ control: table, controlOnly: true }))
		console.log(`control ${await listen(second, controlPort, '127.0.0.1')}`)
	}
	console.log(`listening ${await door.open(port)}`)
	for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => process.exit(0))
	return door
}
