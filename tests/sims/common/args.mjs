// args.mjs - command line of the simulators: a table of names and kinds in, one object out.
//
//	parseArgs({ appid: 'text', demo: 'flag', delay: 'number' })
import { readFileSync } from 'node:fs'

const READ = {
	text: (value) => value,
	number(value, name) {
		if (!/^\d+$/.test(value)) throw new Error(`--${name} wants a number, not ${value}`)
		return Number(value)
	},
	file: (value) => readFileSync(value, 'utf8').trim(),
	path: (value) => value,
	list: (value) => value.split(','),
}

function fail(message) {
	process.stderr.write(`${message}\n`)
	process.exit(2)
}

/**
 * Options by their names in camel case. An unknown or incomplete option ends the program with
 * status 2.
 */
export function parseArgs(table, argv = process.argv.slice(2)) {
	const options = {}
	for (let i = 0; i < argv.length; i++) {
		const name = argv[i].replace(/^--/, '')
		const kind = argv[i].startsWith('--') ? table[name] : undefined
		const key = name.replace(/-(\w)/g, (_, c) => c.toUpperCase())
		if (!kind)
			fail(
				`unknown option ${argv[i]}; there are: ${Object.keys(table)
					.map((n) => `--${n}`)
					.join(' ')}`
			)
		if (kind === 'flag') {
			options[key] = true
			continue
		}
		if (argv[++i] === undefined) fail(`--${name} wants a value`)
		try {
			options[key] = READ[kind](argv[i], name)
		} catch (error) {
			fail(error.message)
		}
	}
	return options
}
