// http.mjs - the small HTTP vocabulary of the simulators. A handler gets { method, path, query,
// headers, body } and returns a reply { status, headers, body }; it never sees the socket, so that
// a fault can stand before or after its effect.
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

const LIMIT = 8 << 20

/** The client left before it had said all. */
export class Gone extends Error {}

export const reply = (status, type, body, headers = {}) => ({
	status,
	headers: { 'Content-Type': type, ...headers },
	body: Buffer.from(body),
})
export const json = (value, status = 200, headers = {}) =>
	reply(status, 'application/json; charset=utf-8', JSON.stringify(value), headers)
export const html = (text, status = 200) => reply(status, 'text/html; charset=utf-8', text)
export const redirect = (location, status = 302) => ({
	status,
	headers: { Location: location },
	body: Buffer.alloc(0),
})

export const escapeHtml = (text) => String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)

/** The whole body, or null when it is larger than any honest one. */
function readBody(req) {
	return new Promise((resolve, reject) => {
		const chunks = []
		let size = 0
		req.on('data', (chunk) => {
			size += chunk.length
			if (size <= LIMIT) chunks.push(chunk)
		})
		req.on('end', () => resolve(size > LIMIT ? null : Buffer.concat(chunks, size)))
		req.on('error', () => reject(new Gone()))
	})
}

/** What a handler sees. `path` is decoded no further than the query's question mark. */
export async function readRequest(req) {
	const at = req.url.indexOf('?')
	const search = at < 0 ? '' : req.url.slice(at + 1)
	return {
		method: req.method,
		target: req.url,
		path: at < 0 ? req.url : req.url.slice(0, at),
		query: new URLSearchParams(search),
		headers: req.headers,
		body: req.method === 'GET' || req.method === 'HEAD' ? Buffer.alloc(0) : await readBody(req),
		remote: req.socket.remoteAddress,
	}
}

export function send(res, { status, headers, body }) {
	res.writeHead(status, status === 204 ? {} : { ...headers, 'Content-Length': body.length })
	res.end(body.toString('latin1'), 'latin1') // as text it leaves in one write together with the head
}

/** Ends a connection with RST where the transport allows it, else by closing it. */
export function cut(socket) {
	try {
		socket?.resetAndDestroy()
	} catch {
		socket.destroy()
	}
}

/** Sends all headers and the first `length` bytes of the body, then cuts the connection. */
export async function sendPart(res, { status, headers, body }, length) {
	res.writeHead(status, { ...headers, 'Content-Length': body.length })
	await new Promise((resolve) => res.write(body.subarray(0, length), resolve))
	cut(res.socket)
}

function* filler(head, size) {
	const block = Buffer.alloc(64 << 10, 'x')
	yield head
	for (let left = size; left > 0; left -= block.length)
		yield left < block.length ? block.subarray(0, left) : block
}

/**
 * Streams `size` bytes of filler after `head`, without ever holding them in memory; the client may
 * leave.
 */
export async function sendHuge(res, { status, headers }, head, size) {
	res.writeHead(status, { ...headers, 'Content-Length': size + head.length })
	await pipeline(Readable.from(filler(head, size)), res).catch(() => {})
}

/** Sends a reply a few bytes at a time, `ms` apart. */
export async function sendDripping(res, { status, headers, body }, ms) {
	res.writeHead(status, { ...headers, 'Content-Length': body.length })
	for (let at = 0; at < body.length && !res.destroyed; at += 4) {
		res.write(body.subarray(at, at + 4))
		await new Promise((resolve) => setTimeout(resolve, ms))
	}
	res.end()
}
