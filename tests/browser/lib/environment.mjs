// environment.mjs - where the suite under test is, when nobody said so: a test started by hand names only VAR and PORT.
import { existsSync, readFileSync } from 'node:fs'

const { VAR = 'var' } = process.env
for (const name of ['wechat', 'platform']) {
	const file = `${VAR}/run/sim-${name}.port`
	if (existsSync(file))
		process.env[`${name.toUpperCase()}_SIM`] ??= `http://127.0.0.1:${readFileSync(file, 'utf8').trim()}`
}
