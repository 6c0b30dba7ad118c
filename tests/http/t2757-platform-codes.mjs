// A mapping is compared with our code lists when the poster starts: a code without a counterpart is named.
// The suite's own poster sees the destination too, and does not find its mapping.
// log-allowed: destination t2745[a-z]*:
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assert, end, sql, test } from './lib.mjs'

const poster = join(process.env.BUILD ?? 'build', 'bin/platform-post')

/** What the poster says of a destination with this mapping. */
function started(code, mapping) {
	const templates = mkdtempSync(join(tmpdir(), 'zyz-t2745-'))
	cpSync('templates', templates, { recursive: true })
	writeFileSync(join(templates, `platform/${code}.hdf`), mapping)
	sql("INSERT INTO destination (code, name, profile, kinds) VALUES (?, '测试', ?, '')", [code, code])
	try {
		const r = spawnSync(poster, ['once'], { encoding: 'utf8', timeout: 60000, env: { ...process.env, ZYZ_TEMPLATES: templates } })
		assert.equal(r.status, 0, r.stderr)
		return r.stderr.split('\n').filter((l) => l.includes(`destination ${code}:`))
	} finally {
		sql('DELETE FROM breaker WHERE destination_id = (SELECT id FROM destination WHERE code = ?); DELETE FROM destination WHERE code = ?', [code, code])
		rmSync(templates, { recursive: true })
	}
}
const exchange = readFileSync('templates/platform/exchange.hdf', 'utf8')
const tag = Math.random().toString(36).replace(/[^a-z]/g, '').slice(0, 6)

test('a list that lacks codes of ours is named, with the codes', () => {
	const said = started(`t2745a${tag}`, exchange
		.replace('\nCode {\n', '\nCode {\n\tid_kind {\n\t\t01 = 1\n\t\t02 = 2\n\t}\n')
		.replaceAll(/^(\s*)(\w+)\.code = id_type$/mg, '$1$2.code = id_kind'))
	assert.ok(said.some((l) => /: t2745a[a-z]*\.hdf:\d+: Code\.id_kind: no counterpart for id_type 03, 04, .*: records with it will be refused/.test(l)), said.join('\n'))
})

test('a list that lacks a word of this suite keeps the destination from posting', () => {
	const said = started(`t2745b${tag}`, readFileSync('templates/platform/gateway.hdf', 'utf8').replace(/^\s*declared = 2\n/m, ''))
	assert.ok(said.some((l) => /Code\.entry: no counterpart for declared/.test(l)), said.join('\n'))
})

test('shipped mappings have them all', () => {
	for (const name of ['exchange', 'gateway', 'file']) {
		const said = started(`t2745c${tag}`, readFileSync(`templates/platform/${name}.hdf`, 'utf8'))
		assert.deepEqual(said.filter((l) => l.includes('counterpart')), [], name)
	}
})

test('a mapping is checked by hand: each fault with its line, on a line of its own', () => {
	const templates = mkdtempSync(join(tmpdir(), 'zyz-t2745-'))
	const check = (name) => spawnSync(join(process.env.BUILD ?? 'build', 'bin/zyz-admin'), ['mapping', name],
		{ encoding: 'utf8', env: { ...process.env, ZYZ_TEMPLATES: templates } })
	try {
		cpSync('templates', templates, { recursive: true })
		for (const name of ['exchange', 'gateway', 'file'])
			assert.deepEqual({ status: check(name).status, said: check(name).stdout }, { status: 0, said: `${name}.hdf can be used\n` })
		writeFileSync(join(templates, 'platform/mine.hdf'), exchange.replace('name.max = 40', 'name.max = x').replace('409 = conflict', '409 = quarrel'))
		const { status, stderr } = check('mine')
		assert.equal(status, 1)
		const lines = stderr.trim().split('\n')
		const place = (text) => exchange.slice(0, exchange.indexOf(text)).split('\n').length
		assert.equal(lines.length, 3, stderr)
		assert.ok(lines[0].startsWith(`mine.hdf:${place('409 = conflict')}: Answer.Class.409 = quarrel: `), stderr)
		assert.ok(lines[1].startsWith(`mine.hdf:${place('name.max = 40')}: Kind.volunteer.Field.name.max = x: `), stderr)
		assert.equal(check('nowhere').status, 1)
	} finally {
		rmSync(templates, { recursive: true })
	}
})

end()
