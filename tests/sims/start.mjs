// start.mjs - starts a simulator for a test and talks to its control addresses. Owns the processes
// it starts: they end with the test. Never touches a simulator that somebody else started, except
// through control().
//
//	const wechat = await startSim('wechat', ['--appid', 'wx1'])
//	await wechat.control('faults', { rules: [{ path: '/sns/', kind: 'hang' }] })
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import http from 'node:http'
import https from 'node:https'
import readline from 'node:readline'
import { fileURLToPath } from 'node:url'

const START_MS = 10_000
const running = new Set()

process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')))

/** One request to the control addresses; with a body it is a POST. Returns the parsed answer. */
export function control(base, path, body) {
	const url = new URL(`/__sim/${path}`, base)
	const text = body === undefined ? undefined : JSON.stringify(body)
	return new Promise((resolve, reject) => {
		const { request } = url.protocol === 'https:' ? https : http
		const req = request(
			url,
			{
				method: text === undefined ? 'GET' : 'POST',
				agent: false,
				rejectUnauthorized: false,
				headers: text === undefined ? {} : { 'Content-Type': 'application/json' },
			},
			(message) => {
				const chunks = []
				message.on('data', (chunk) => chunks.push(chunk))
				message.on('error', reject)
				message.on('end', () => {
					const answer = Buffer.concat(chunks).toString('utf8')
					if (message.statusCode !== 200)
						return reject(new Error(`control ${path}: ${message.statusCode} ${answer}`))
					resolve(JSON.parse(answer))
				})
			}
		)
		req.on('error', reject)
		req.end(text)
	})
}

/** The simulators of the suite under test, by the addresses in the environment. */
export const wechatSim = (path, body) => control(process.env.WECHAT_SIM, path, body)
export const platformSim = (path, body) => control(process.env.PLATFORM_SIM, path, body)

/** Waits for the `listening` line; a `control` line may come before it. */
async function ports(child) {
	const found = {}
	const lines = readline.createInterface({ input: child.stdout })
	const timer = setTimeout(() => child.kill('SIGKILL'), START_MS)
	for await (const line of lines) {
		const [word, port] = line.split(' ')
		found[word] = Number(port)
		if (word === 'listening') break
	}
	clearTimeout(timer)
	if (!found.listening)
		throw new Error(`simulator ended before it listened: ${child.spawnargs.join(' ')}`)
	child.stdout.resume()
	return found
}

/**
 * Starts tests/sims/NAME/server.mjs on a free port. Returns { url, port, pid, control(path, body),
 * stop(signal) }.
 */
export async function startSim(name, args = [], env = {}) {
	const file = fileURLToPath(new URL(`./${name}/server.mjs`, import.meta.url))
	const child = spawn(process.execPath, [file, ...args], {
		env: { ...process.env, PORT: '0', ...env },
		stdio: ['ignore', 'pipe', 'inherit'],
	})
	running.add(child)
	const gone = once(child, 'exit').then(() => running.delete(child))
	const found = await ports(child)
	const url = `${args.includes('--cert') ? 'https' : 'http'}://127.0.0.1:${found.listening}`
	const controlBase = found.control ? `http://127.0.0.1:${found.control}` : url
	return {
		url,
		port: found.listening,
		pid: child.pid,
		control: (path, body) => control(controlBase, path, body),
		async stop(signal = 'SIGTERM') {
			child.kill(signal)
			await gone
		},
	}
}
