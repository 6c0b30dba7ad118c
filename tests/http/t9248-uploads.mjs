// A scan of three megabytes, as a phone makes it, was refused by the web server where staff brought signed agreements and policies:
// each page that takes files lets them through to the program, whose words stand beside the field.
import fs from 'node:fs'
import { assert, end, staff, test } from './lib.mjs'
import { programs, routesOf } from '../lint/programs.mjs'

// Tables and lists, which are smaller than any page.
const SMALL = ['/needs/field/visits', '/needs/ledger/paste', '/platform/receipts']
const tree = fs.readdirSync('cgi').flatMap((name) => fs.readdirSync(`cgi/${name}`).filter((file) => /\.[ch]$/.test(file))
	.map((file) => ({ path: `cgi/${name}/${file}`, text: fs.readFileSync(`cgi/${name}/${file}`, 'utf8') })))
const rows = programs(tree).flatMap(([, files]) => routesOf(files)).filter((row) => /\bUPLOAD\b/.test(row.flags) && !SMALL.includes(row.path))
const clerk = await staff('liwei')

test('whatever takes files takes three megabytes', async () => {
	assert.ok(rows.length >= 8, rows.map((row) => row.path).join(' '))
	for (const { path } of rows) {
		const at = path.replace('{uid}', '0'.repeat(32)).replace('{item}', '1').replace(/\{\w+\}/g, 'A2600199999')
		const file = { field: 'file', name: 'scan.png', type: 'image/png', content: Buffer.alloc(3_000_000, 1) }
		const r = await clerk.upload(at, {}, [file])
		assert.notEqual(r.status, 413, path)
		assert.ok([303, 403, 404, 422].includes(r.status), `${path}: ${r.status}`)
	}
})
await end()
