// held.mjs - a transaction that stays open while something else goes on.
//
//	const other = opened()
//	await other.run('UPDATE ...')      // its locks are held until run('COMMIT')
import { spawn } from 'node:child_process'
import { cleanup } from '../../http/lib.mjs'

export function opened() {
	const client = spawn('mariadb', ['--no-defaults', `--socket=${process.env.DB_SOCKET}`, '--unbuffered', '--skip-column-names', 'zyz'],
		{ stdio: ['pipe', 'pipe', 'pipe'] })
	const gone = new Promise((resolve) => client.on('close', resolve))
	let said = ''
	let wrong = ''
	let heard = () => {}
	client.stdout.on('data', (text) => { said += text; heard() })
	client.stderr.on('data', (text) => { wrong += text })
	cleanup(() => client.kill('SIGKILL'))
	let serial = 0
	const run = (statement) => new Promise((resolve, reject) => {
		const mark = `done-${++serial}`
		heard = () => said.includes(mark) && resolve()
		void gone.then(() => reject(new Error(wrong)))
		client.stdin.write(`${statement}; SELECT '${mark}';\n`)
	})
	client.stdin.write('START TRANSACTION;\n')
	return { run, close: () => { client.stdin.end(); return gone } }
}
