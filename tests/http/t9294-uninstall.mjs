// What `make install` put nobody took away again. Now: all of it goes, nothing else does, and keys and documents only when somebody
// says so in words. The profile of AppArmor was one that its parser refused.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { assert, cleanup, end, test } from './lib.mjs'

const { BUILD = 'build' } = process.env
const dest = mkdtempSync('/tmp/zyz-uninstall.')
cleanup(() => rmSync(dest, { recursive: true, force: true }))
const env = { ...process.env, BUILD, DESTDIR: dest, PREFIX: '/usr/local' }
const install = (args, input = '') => spawnSync('nginx/install', args, { env, input, encoding: 'utf8' })
const files = () => readdirSync(dest, { recursive: true }).filter((f) => !statSync(join(dest, f)).isDirectory()).map((f) => `/${f}`).sort()
const put = (path, text) => {
	mkdirSync(dirname(join(dest, path)), { recursive: true })
	writeFileSync(join(dest, path), text)
}
const others = ['/etc/logrotate.d/nginx', '/etc/nginx/nginx.conf', '/usr/local/bin/tool', '/usr/local/lib/systemd/system/other.service', '/usr/local/share/man/man8/tool.8']
const data = ['/etc/zyz/secret/seal.key', '/var/lib/zyz/documents/a1']
const include = 'http {\n\tinclude /etc/nginx/zyz/http.conf;\n}\n'

test('it puts units, commands, pages, nginx parts, and rules of logrotate and AppArmor with their paths', () => {
	for (const path of [...others, ...data]) put(path, 'kept')
	execFileSync('nginx/install', { env, stdio: 'pipe' })
	const there = files()
	for (const path of ['/usr/local/lib/zyz/bin/needs', '/usr/local/bin/zyz-admin', '/usr/local/lib/systemd/system/zyz@.service', '/usr/local/lib/systemd/system/zyz@account.service.d/network.conf',
		'/usr/local/share/man/man8/zyz-admin.8', '/etc/nginx/zyz/site.conf', '/etc/logrotate.d/zyz', '/usr/local/lib/tmpfiles.d/zyz.conf']) assert.ok(there.includes(path), path)
	assert.doesNotMatch(there.filter((f) => /\/units?\/|systemd|\.d\/zyz/.test(f)).map((f) => readFileSync(dest + f, 'utf8')).join(), /@[A-Z]+@/)
})

test('AppArmor reads its profile, which is that of each program, and of no command', () => {
	const parser = (...args) => execFileSync('apparmor_parser', ['-Q', '-K', ...args, `${dest}/etc/apparmor.d/zyz`], { encoding: 'utf8', stdio: 'pipe', env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` } })
	parser()
	assert.equal(parser('-N'), 'zyz\n')
	const [, names] = /^profile zyz \/usr\/local\/lib\/zyz\/bin\/\{(\S+)\} \{$/m.exec(readFileSync(`${dest}/etc/apparmor.d/zyz`, 'utf8'))
	assert.deepEqual(names.split(',').sort(), readdirSync(`${dest}/usr/local/lib/zyz/bin`).filter((name) => !/^zyz-/.test(name)).sort())
})

test('while nginx includes it, nothing is taken away', () => {
	const before = files()
	put('/etc/nginx/nginx.conf', include)
	const r = install(['--uninstall'])
	assert.equal(r.status, 1)
	assert.match(r.stderr, /still includes .*nginx\.conf/)
	put('/etc/nginx/nginx.conf', `# ${include.replaceAll('\n', ' ')}`)
	assert.deepEqual(files(), before)
	assert.equal(install(['--erase']).status, 1)
	assert.equal(install(['--uninstall', '--all']).status, 1)
	assert.deepEqual(files(), before)
})

test('then all of it goes, and nothing else', () => {
	writeFileSync(`${dest}/etc/zyz/zyz.conf`, 'base_url=https://mine.example\n')
	const r = install(['--uninstall'])
	assert.equal(r.status, 0, r.stderr)
	assert.match(r.stdout, /\/etc\/zyz\n.*\/var\/lib\/zyz\n.*DROP DATABASE zyz/s)
	assert.deepEqual(files(), [...others, ...data, '/etc/zyz/zyz.conf'].sort())
	assert.equal(install(['--uninstall']).status, 0, 'once more is harmless')
	for (const dir of ['/usr/local/lib/zyz', '/usr/local/share/zyz', '/etc/nginx/zyz', '/usr/local/lib/systemd/system/zyz@account.service.d']) assert.ok(!existsSync(dest + dir), dir)
})

test('keys and documents go only after a line that says so', () => {
	for (const line of ['', 'y\n', 'yes\n', 'erase keys\n']) {
		const r = install(['--uninstall', '--purge'], line)
		assert.equal(r.status, 1)
		assert.match(r.stdout, /seal\.key/)
		assert.deepEqual(files(), [...others, ...data, '/etc/zyz/zyz.conf'].sort())
	}
	assert.equal(install(['--uninstall', '--purge'], 'erase keys and documents\n').status, 0)
	assert.deepEqual(files(), others)
})

test('a package is removed by its own means', () => {
	put('/var/lib/dpkg/info/zyz.list', '')
	const r = spawnSync('nginx/install', ['--uninstall'], { env: { ...env, PREFIX: '/usr' }, encoding: 'utf8' })
	assert.equal(r.status, 1)
	assert.match(r.stderr, /apt remove zyz/)
})
await end()
