// lib.mjs - attempts to get hours that were never served. Each is made by a request or by SQL behind
// the program's back, and has to say what caught it; at the end they stand in a table.
//
//	attempt('reviewer is the logger', 'SQL', () => byDatabase('UPDATE ... SET reviewer_id = logger_id'))
//	attempt('code of another activity', 'HTTP', async () => refused(await post(...), 422, 'other_activity'))
//	await table()
import { assert, end, sql, status, test, value } from '../http/lib.mjs'

export { assert, sql, status, test, value }
export { Client, cleanup, newStaff, until } from '../http/lib.mjs'
export { newVolunteer, bornYearsAgo } from '../http/lib/person.mjs'
export * from '../http/lib/activity.mjs'

const caught = []

/** fn does it and returns the words for what caught it; whoever returns nothing was not caught. */
export function attempt(name, how, fn) {
	return test(
		name,
		async () => {
			const by = await fn()
			assert.ok(typeof by === 'string' && by, 'nothing caught it')
			caught.push([name, how, by])
		},
		{ timeout: 120_000 }
	)
}

/** The answer has this status and, if given, names this rule or this field. */
export function refused(answer, expected, word) {
	status(answer, expected)
	if (!word) return `answer ${expected}`
	const { page } = answer
	const rows = (page.Rows ?? []).map((r) => r.fault)
	const fields = (page.Errors ?? []).map((e) => e.field)
	assert.ok([page.Fault, ...rows, ...fields].includes(word), `${word} not in ${JSON.stringify([page.Fault, rows, fields])}`)
	return `answer ${expected}, ${word}`
}

/** The database itself refuses the statement; returns which of its rules. */
export function byDatabase(text, values) {
	try {
		sql(text, values)
	} catch (error) {
		const rule = /CONSTRAINT `(?:\w+\.)?(\w+)` failed/.exec(error.message)
		const key = /Duplicate entry .* for key '(\w+)'/.exec(error.message)
		assert.ok(rule || key, error.message)
		return rule ? `CHECK ${rule[1]}` : `UNIQUE ${key[1]}`
	}
	throw new assert.AssertionError({ message: `the database took it: ${text}` })
}

/** Ends the file as end() does, and prints the table. */
export async function table() {
	await end()
	const width = (i) => Math.max(...caught.map((row) => row[i].length))
	const [a, b] = [width(0), width(1)]
	console.log(`# ${'attempt'.padEnd(a)} | ${'how'.padEnd(b)} | what caught it`)
	for (const [name, how, by] of caught) console.log(`# ${name.padEnd(a)} | ${how.padEnd(b)} | ${by}`)
	console.log(`# ${caught.length} attempts, each refused or named`)
}
