// sql.mjs - plants and checks rows through the mariadb command, on the private server of the suite
// under test. Owns quoting and the reading of results. Never used to do what a page can do: that
// would test nothing.
//
//	sql('SELECT no, state FROM need WHERE station_id = ?', [3])
//	// [{ no: 'N2600100001', state: 'open' }]
import { execFileSync } from 'node:child_process'

const ENTITIES = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function plain(text) {
	return text.replace(/&(?:#(\d+)|(\w+));/g, (all, code, name) =>
		code ? String.fromCodePoint(Number(code)) : (ENTITIES[name] ?? all)
	)
}

/** A literal of SQL. Buffers become x'..', so that BINARY columns can be planted. */
export function quote(value) {
	if (value === null || value === undefined) return 'NULL'
	if (typeof value === 'number' || typeof value === 'bigint') return String(value)
	if (typeof value === 'boolean') return value ? '1' : '0'
	if (Buffer.isBuffer(value)) return `x'${value.toString('hex')}'`
	return `'${String(value)
		.replace(/[\\']/g, (c) => `\\${c}`)
		.replace(/\0/g, '\\0')}'`
}

function bind(text, values) {
	let next = 0
	const bound = text.replace(/\?/g, () => {
		if (next >= values.length)
			throw new Error(`sql: ${values.length} values for more question marks in: ${text}`)
		return quote(values[next++])
	})
	if (next !== values.length)
		throw new Error(`sql: ${values.length} values for ${next} question marks in: ${text}`)
	return bound
}

// The XML form is the only output of the client that tells NULL from the text 'NULL'.
export function rowsOf(xml) {
	const rows = []
	for (const [, row] of xml.matchAll(/<row>(.*?)<\/row>/gs)) {
		const fields = row.matchAll(
			/<field name="([^"]*)"(?: xsi:nil="true" \/>|>(.*?)<\/field>)/gs
		)
		rows.push(
			Object.fromEntries(
				Array.from(fields, ([, name, value]) => [
					plain(name),
					value === undefined ? null : plain(value),
				])
			)
		)
	}
	return rows
}

/**
 * Runs one or more statements and returns the rows of all results, each value as text or null. With
 * a list of values each `?` of the text becomes a literal. Environment: DB_SOCKET, DB_NAME,
 * DB_USER.
 */
export function sql(text, values, left = 5) {
	const {
		VAR = 'var',
		DB_SOCKET = `${VAR}/run/mysql.sock`,
		DB_NAME = 'zyz',
		DB_USER,
	} = process.env
	const args = [
		'--no-defaults',
		`--socket=${DB_SOCKET}`,
		'--default-character-set=utf8mb4',
		'--xml',
	]
	if (DB_USER) args.push(`--user=${DB_USER}`)
	try {
		return rowsOf(
			execFileSync('mariadb', [...args, DB_NAME], {
				input: values ? bind(text, values) : text,
				encoding: 'utf8',
				stdio: 'pipe',
				maxBuffer: 1 << 28,
			})
		)
	} catch (error) {
		// The loops of the suite write, too: whoever loses a deadlock of one statement is to ask again.
		if (left > 0 && /ERROR 1213 \(40001\) at line 1:/.test(error.stderr)) return sql(text, values, left - 1)
		throw new Error(`sql: ${(error.stderr || error.message).trim()}\nin: ${text.slice(0, 400)}`)
	}
}

/** The single value of the first row, or undefined when there is no row. */
export function value(text, values) {
	const row = sql(text, values)[0]
	return row && Object.values(row)[0]
}
