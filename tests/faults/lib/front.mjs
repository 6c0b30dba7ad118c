// front.mjs - a real nginx that ends TLS before the simulator, with one door for each certificate: a sound one, an expired
// one, one for another name, one of an unknown maker, and one that speaks only TLS 1.1. Owns its process and files.
//
//	const front = await startFront(dir, sim.port)
//	front.url('sound')            // https://127.0.0.1:PORT
//	front.requests('expired')     // must stay 0: nobody told such a door anything
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import { join } from 'node:path'
import { cleanup, until } from '../../http/lib.mjs'
import { makeCerts } from '../../sims/certs.mjs'

export const DOORS = ['sound', 'expired', 'wrongName', 'unknownMaker', 'oldTls']

/** Ports nobody listens on now. */
export async function freePorts(n) {
	const servers = await Promise.all(Array.from({ length: n }, () => new Promise((resolve, reject) => {
		const server = net.createServer().on('error', reject)
		server.listen(0, '127.0.0.1', () => resolve(server))
	})))
	const ports = servers.map((server) => server.address().port)
	await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
	return ports
}

export const answers = (port) => new Promise((resolve) => {
	const socket = net.connect(port, '127.0.0.1')
	socket.on('connect', () => resolve(true) ?? socket.destroy()).on('error', () => resolve(false))
})

const door = (port, { cert, key }, sim, more = '') => `	server {
		listen 127.0.0.1:${port} ssl http2;
		ssl_certificate ${cert};
		ssl_certificate_key ${key};
		${more}
		location / { proxy_pass http://127.0.0.1:${sim}; }
	}
`

function settings(dir, ports, certs, sim) {
	const old = 'ssl_protocols TLSv1.1; ssl_ciphers DEFAULT@SECLEVEL=0;'
	const doors = DOORS.map((name) =>
		door(ports[name], name === 'oldTls' ? certs.sound : certs[name], sim, name === 'oldTls' ? old : ''))
	return `${process.getuid() === 0 ? 'user root;' : ''}
daemon off;
worker_processes 1;
pid ${dir}/nginx.pid;
error_log ${dir}/error.log info;
events { worker_connections 256; }
http {
	log_format door '$server_port $status $server_protocol';
	access_log ${dir}/access.log door;
	client_body_temp_path ${dir}/body;
	proxy_temp_path ${dir}/proxy;
	fastcgi_temp_path ${dir}/fastcgi;
	uwsgi_temp_path ${dir}/uwsgi;
	scgi_temp_path ${dir}/scgi;
	client_max_body_size 2m;
	proxy_buffering off;
	proxy_read_timeout 30s;
	proxy_http_version 1.1;
	proxy_set_header Connection "";
${doors.join('')}}
`
}

const lines = (file, pattern) => readFileSync(file, 'utf8').split('\n').filter((line) => pattern.test(line)).length

/** Starts nginx before the simulator on this port; it ends with the test. */
export async function startFront(under, sim) {
	const dir = join(under, 'front')
	mkdirSync(dir)
	const certs = makeCerts(dir)
	const ports = Object.fromEntries((await freePorts(DOORS.length)).map((port, i) => [DOORS[i], port]))
	for (const name of ['error.log', 'access.log'])
		writeFileSync(join(dir, name), '')
	writeFileSync(join(dir, 'nginx.conf'), settings(dir, ports, certs, sim))
	let child
	const start = async () => {
		child = spawn('nginx', ['-e', join(dir, 'error.log'), '-c', join(dir, 'nginx.conf'), '-p', dir], {
			detached: true, stdio: 'ignore', env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` },
		})
		child.gone = new Promise((resolve) => child.on('exit', resolve))
		await until(() => answers(ports.sound), 10_000, { what: 'nginx' })
	}
	// the workers are in the master's group: all of them die at once
	const kill = async () => {
		process.kill(-child.pid, 'SIGKILL')
		await child.gone
		await until(async () => !(await answers(ports.sound)), 10_000, { what: 'nginx gone' })
	}
	await start()
	cleanup(kill)
	process.on('exit', () => {
		try {
			process.kill(-child.pid, 'SIGKILL')
		} catch { /* gone already */ }
	})
	return {
		ca: certs.ca,
		url: (name) => `https://127.0.0.1:${ports[name]}`,
		requests: (name) => lines(join(dir, 'access.log'), new RegExp(`^${ports[name]} `)),
		refusals: (name) => lines(join(dir, 'error.log'), new RegExp(`SSL_do_handshake.*:${ports[name]}$`)),
		http2: () => lines(join(dir, 'access.log'), /HTTP\/2/),
		start,
		kill,
	}
}
