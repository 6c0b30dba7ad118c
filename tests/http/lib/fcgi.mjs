// fcgi.mjs - a program of one's own, with settings of its own, asked by FastCGI without a web server between: for what the
// suite's programs cannot be asked, because they serve all tests. Owns the process; it ends with the test.
//
//	const p = await ownProgram('account', { ZYZ_MEMORY_MAX: '300000' })
//	const { status, headers, text } = await p.ask('GET', '/account/me', { cookie: 'zyz=…' })
//	await p.stop()      // its exit status: 0, or what a sanitizer made of it
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cleanup, until } from './tap.mjs'

const BEGIN = 1, PARAMS = 4, STDIN = 5, STDOUT = 6, END = 3

/** One record of the protocol: version 1, type, request 1. */
function record(type, content) {
	const head = Buffer.from([1, type, 0, 1, content.length >> 8, content.length & 255, 0, 0])
	return Buffer.concat([head, content])
}

/** A stream of any length, ended by an empty record. */
function stream(type, bytes) {
	const parts = []
	for (let at = 0; at < bytes.length; at += 65535) parts.push(record(type, bytes.subarray(at, at + 65535)))
	return Buffer.concat([...parts, record(type, Buffer.alloc(0))])
}

const length = (n) => n < 128 ? Buffer.from([n]) : Buffer.from([(n >>> 24) | 128, (n >> 16) & 255, (n >> 8) & 255, n & 255])

function pair(name, value) {
	const [n, v] = [Buffer.from(name), Buffer.from(value)]
	return Buffer.concat([length(n.length), length(v.length), n, v])
}

/** What stood in the records of STDOUT, once END has come; undefined before. */
function answer(bytes) {
	const out = []
	for (let at = 0; at + 8 <= bytes.length;) {
		const size = bytes.readUInt16BE(at + 4)
		if (bytes[at + 1] === END) return Buffer.concat(out).toString()
		if (bytes[at + 1] === STDOUT) out.push(bytes.subarray(at + 8, at + 8 + size))
		at += 8 + size + bytes[at + 6]
	}
	return undefined
}

function ask(path, method, uri, { cookie = '', accept = 'application/json', body = '', params: more = {} } = {}) {
	const params = { REQUEST_METHOD: method, DOCUMENT_URI: uri.split('?')[0], REQUEST_URI: uri, QUERY_STRING: uri.split('?')[1] ?? '',
		CONTENT_TYPE: body && 'application/x-www-form-urlencoded', CONTENT_LENGTH: String(Buffer.byteLength(body)), HTTP_ACCEPT: accept,
		HTTP_COOKIE: cookie, REMOTE_ADDR: '127.0.0.1', ...more }
	return new Promise((resolve, reject) => {
		const got = []
		const socket = net.connect(path)
		socket.on('error', reject).on('data', (bytes) => got.push(bytes)).on('close', () => {
			const text = answer(Buffer.concat(got))
			if (text === undefined) return reject(new Error('the program ended without an answer'))
			const end = text.indexOf('\r\n\r\n')
			const headers = Object.fromEntries(text.slice(0, end).split('\r\n').map((line) => line.split(': ')).map(([n, v]) => [n.toLowerCase(), v]))
			resolve({ status: Number.parseInt(headers.status, 10), headers, text: text.slice(end + 4) })
		})
		socket.write(Buffer.concat([record(BEGIN, Buffer.from([0, 1, 0, 0, 0, 0, 0, 0])),
			stream(PARAMS, Buffer.concat(Object.entries(params).map(([n, v]) => pair(n, v)))), stream(STDIN, Buffer.from(body))]))
	})
}

export async function ownProgram(name, settings) {
	const dir = mkdtempSync(join(tmpdir(), 'zyz-fcgi-'))
	const path = join(dir, 'sock')
	const { BUILD = 'build', VAR = 'var' } = process.env
	const child = spawn('spawn-fcgi', ['-n', '-s', path, '--', `${BUILD}/bin/${name}`],
		{ env: { ...process.env, ZYZ_CONF: `${VAR}/conf`, ...settings }, stdio: ['ignore', 'ignore', 'pipe'] })
	const said = []
	child.stderr.on('data', (bytes) => said.push(bytes))
	const ended = new Promise((resolve) => child.on('close', (code, signal) => resolve(signal ?? code)))
	cleanup(async () => {
		child.kill('SIGKILL')
		await ended
		rmSync(dir, { recursive: true })
	})
	await until(() => new Promise((resolve) => {
		const socket = net.connect(path).on('connect', () => resolve(true) ?? socket.destroy()).on('error', () => resolve(false))
	}), 20_000, { what: `${name} listens` })
	return { pid: child.pid, ended, ask: (...words) => ask(path, ...words), log: () => Buffer.concat(said).toString(),
		stop: () => child.kill('SIGTERM') && ended }
}
