// Installed, a unit leaves nearly all read-only: the page by which programs remember sessions and the count of passwords that are
// worked out at once were refused to them, so nothing was remembered and nothing counted. What a program writes, its unit must allow.
// `make test-deb` sees the same under systemd.
import { readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { Client, assert, end, staff, status, test } from './lib.mjs'

const { VAR = 'var', BUILD = 'build' } = process.env
const read = (file) => readFileSync(file, 'utf8')
const sources = ['cgi', 'shared'].flatMap((dir) => readdirSync(dir, { recursive: true }).filter((f) => f.endsWith('.c')).map((f) => `${dir}/${f}`))
	.filter((f) => !/zyz-(admin|verify)/.test(f))
/** The values of a key, all lines of it. */
const said = (file, key) => [...read(file).matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].flatMap(([, v]) => v.split(' ')).map((v) => v.replace(/^-/, ''))
const common = said('nginx/units/hardening.conf', 'ReadWritePaths'), own = said('nginx/units/network.conf', 'ReadWritePaths'), kept = said('nginx/units/state.conf', 'ReadWritePaths')
const made = [...read('nginx/units/tmpfiles.conf').matchAll(/^[df] (\S+) +(\d+) (\S+) +(\S+)/gm)].map(([, path, mode, user, group]) => ({ path, mode, user, group }))

test('whatever C calls below run_dir is a socket of systemd, or made by tmpfiles and allowed to its writers', () => {
	const names = sources.flatMap((f) => [...read(f).matchAll(/"%s\/([^"]*)",\s*cfg\.run_dir/g)].map(([, name]) => ({ f, name })))
	assert.ok(names.length >= 4, names.map((n) => n.name).join())
	for (const { f, name } of names) {
		if (/\.(sock|wake)$/.test(name)) continue
		const path = `/run/zyz/${name.replace(/\/%d$/, '')}`, there = made.find((m) => m.path === path)
		assert.ok(there, `${f}: ${path} is not in tmpfiles.conf`)
		if (f.startsWith('cgi/account/')) assert.ok(own.includes(path) && there.user === 'zyz_account', path)
		else assert.ok(common.includes(path) && there.group === 'zyz' && there.mode === '0660', path)
	}
})

test('no other folder of the settings is written, but that of documents, by those that keep some', () => {
	const uses = sources.filter((f) => /cfg\.var_dir|config_documents\(\)/.test(read(f)))
	assert.deepEqual(uses.sort(), ['cgi/platform/metrics_suite.c', 'shared/base/config.c', 'shared/web/proof.c'])
	assert.deepEqual(kept, ['/var/lib/zyz/documents'])
})

test('what a writer may fill it may not start', () => {
	const shut = (file) => said(file, 'NoExecPaths')
	for (const path of ['/', '/run', '/run/zyz-%i', '/tmp', '/var/tmp', '/dev/shm', ...common]) assert.ok(shut('nginx/units/hardening.conf').includes(path), path)
	for (const path of own) assert.ok(shut('nginx/units/network.conf').includes(path), path)
	for (const path of kept) assert.ok(shut('nginx/units/state.conf').includes(path), path)
})

test('and so it is in a suite at work: what its processes hold open or mapped for writing', async () => {
	status(await (await staff('liwei')).getJson('/needs/ledger'), 200)
	await new Client().getJson('/healthz')
	const allowed = [...common, ...own].map((path) => path.replace('/run/zyz', `${VAR}/run`)), held = new Set()
	let n = 0
	for (const pid of readdirSync('/proc').filter((p) => /^\d+$/.test(p))) {
		try {
			if (!readlinkSync(`/proc/${pid}/exe`).startsWith(`${BUILD}/bin/`) || !read(`/proc/${pid}/environ`).includes(`ZYZ_RUN_DIR=${VAR}/run`)) continue
			n++
			for (const [, path] of read(`/proc/${pid}/maps`).matchAll(/^\S+ .w.s .* (\/\S+)$/gm)) held.add(path)
			for (const fd of readdirSync(`/proc/${pid}/fd`)) {
				const path = readlinkSync(`/proc/${pid}/fd/${fd}`), flags = parseInt(/flags:\s*(\d+)/.exec(read(`/proc/${pid}/fdinfo/${fd}`))[1], 8)
				if (path.startsWith('/') && flags & 3) held.add(path)
			}
		} catch { /* it ended meanwhile */ }
	}
	const ours = [...held].filter((path) => path.startsWith(`${VAR}/`) && !path.startsWith(`${VAR}/log/`))
	assert.ok(n >= 15 && ours.includes(`${VAR}/run/sessions`), `${n} ${[...held]}`)
	assert.deepEqual(ours.filter((path) => !allowed.some((a) => path === a || path.startsWith(`${a}/`))), [])
})
await end()
