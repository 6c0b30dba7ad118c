// sweep.mjs - one pass of a poster under strace: all its system calls, and one that ends at any of them.
//
//	const { lines, calls, endAt } = tracing(env, dir, 'message-post')
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { assert } from '../../http/lib.mjs'
import { BUILD } from './poster.mjs'

export function tracing(env, dir, program = 'platform-post', args = ['once']) {
	// a sanitized poster cannot look for leaks while it is traced
	const traced = { ...process.env, ...env, ASAN_OPTIONS: [process.env.ASAN_OPTIONS, 'detect_leaks=0'].filter(Boolean).join(':') }
	const strace = (...how) => spawnSync('strace', ['-qq', ...how, program.includes('/') ? `${BUILD}/${program}` : `${BUILD}/bin/${program}`, ...args],
		{ env: traced, encoding: 'utf8', timeout: 60_000 })
	return {
		/** Every system call of one pass in its order, as strace writes it, and from where on the poster speaks to the database. */
		lines() {
			const log = join(dir, 'pass')
			assert.equal(strace('-o', log).error, undefined)
			const lines = readFileSync(log, 'utf8').split('\n').filter((line) => /^[a-z_0-9]+\(/.test(line))
			const from = lines.findIndex((line) => line.startsWith('connect(') && line.includes('mysql.sock'))
			assert.ok(from > 0)
			return { lines, from }
		},
		/** The same as [{ name: 'sendto', k: 7 }], the 7th sendto. */
		calls(lines) {
			const counts = {}
			return lines.map((line) => {
				const [name] = line.split('(')
				return { name, k: counts[name] = (counts[name] ?? 0) + 1 }
			})
		},
		/** Runs a poster that dies at this call; says whether it did. */
		endAt({ name, k }) {
			const r = strace('-o', '/dev/null', '-e', `trace=${name}`, '-e', `inject=${name}:signal=KILL:when=${k}`)
			return r.signal === 'SIGKILL' || r.status === 137
		},
	}
}

/** Once more where a program said 503: after an exchange of keys each worker says it once, ends, and another one reads the keys. */
export async function patient(fn, tries = 12) {
	for (;;)
		try {
			return await fn()
		} catch (error) {
			if (--tries === 0 || !/\b503\b/.test(error.message)) throw error
		}
}
