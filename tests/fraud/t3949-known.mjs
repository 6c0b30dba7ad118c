// The table of attempts that once went through (known.txt): each says what becomes of it now and which test shows that; the test
// is there and has such an attempt. Printed at the end, so that it can be read beside the others.
import { existsSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { end } from '../http/lib.mjs'
import { assert, test } from './lib.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const rows = readFileSync(`${here}/known.txt`, 'utf8').split('\n').filter((line) => line && !line.startsWith('#')).map((line) => line.split(/ *\| */))

test('every attempt of the table has its test', () => {
	assert.ok(rows.length >= 20)
	for (const [id, , becomes, file, name] of rows) {
		assert.match(becomes, /^(refused|flagged|named|said)\b/, id)
		const path = `${here}/../${file}`
		assert.ok(existsSync(path), `${id}: ${file}`)
		assert.ok(readFileSync(path, 'utf8').includes(name), `${id}: no "${name}" in ${file}`)
	}
})

await end()
console.log('# what once went through, and what becomes of it now')
for (const [id, what, becomes, file] of rows) console.log(`# ${id.padEnd(4)} | ${what.padEnd(62)} | ${becomes.padEnd(44)} | ${file}`)
