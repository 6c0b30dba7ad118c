// loop.mjs - the loops of the suite under test.
//
//	again('activity-close')       // looks every minute, and at once when it begins
//	await without('message-post') // for a file that runs one of its own
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { cleanup, until } from './tap.mjs'

const { VAR = 'var' } = process.env
const keeper = (name) => Number(readFileSync(`${VAR}/run/${name}.pid`, 'utf8').split(' ')[0])

/** A round begins now, or as soon as the one under way has ended. A loop that is just being started begins with one anyway. */
export function again(name) {
	const pid = keeper(name)
	const [loop] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')
	if (loop) process.kill(Number(loop), 'SIGUSR1')
}

/** The loop is gone until the file has ended. */
export async function without(name) {
	const pid = keeper(name)
	cleanup(() => execFileSync('nginx/suite', ['start', 'loops'], { env: process.env, stdio: 'ignore' }))
	process.kill(pid, 'SIGTERM')
	await until(() => !existsSync(`/proc/${pid}`), 20_000, { what: `${name} has ended` })
}
