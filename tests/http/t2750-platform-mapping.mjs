// Destinations that are set up wrong: each is told to the operator once, with the file and the place in it; the others go on
// posting, and the pages stay whole.
//
// log-allowed: destination (t2750|exchange)
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { assert, cleanup, end, sql, staff, startSim, status, test, until } from './lib.mjs'
import { lineOf, plantRecords } from './lib/posting.mjs'
import { impatient, logOf, quiet, startPoster, workFolder } from '../faults/lib/poster.mjs'

const dir = workFolder()
await quiet()
const sim = await startSim('platform', [])
cleanup(() => sim.stop())
const templates = join(dir, 'templates')
cpSync('templates', templates, { recursive: true })
const secrets = join(dir, 'secrets')
cpSync(`${process.env.VAR}/secret`, secrets, { recursive: true })
/** What zyz-admin hand-out gives the poster. */
const given = join(secrets, 'programs/platform-post')
const good = readFileSync('templates/platform/exchange.hdf', 'utf8')
const HERE = 'https://127.0.0.1:9'

/** exchange.hdf with a text replaced. */
function mapping(from, to) {
	assert.ok(from === '' || good.includes(from), from)
	return from === '' ? good + to : good.replace(from, to)
}

/** What is wrong, and what the log must say of it. */
const WRONG = {
	field: [{ hdf: mapping('name.from = name', 'name.from = nickname') }, /t2750-field\.hdf:\d+: Kind\.volunteer\.Field\.name\.from = nickname: a volunteer has no nickname/],
	option: [{ hdf: mapping('name.max = 40', 'name.maximum = 40') }, /t2750-option\.hdf:\d+: Kind\.volunteer\.Field\.name\.maximum: no such name/],
	code: [{ hdf: mapping('\t\t5 = 五星级志愿者\n', '') }, /t2750-code\.hdf:\d+: Code\.star_title: no counterpart for 5/],
	list: [{ hdf: mapping('evidence.from = evidence', 'evidence.from = evidence\n\t\tevidence.code = ev') }, /t2750-list\.hdf:\d+: .*no list Code\.ev/],
	syntax: [{ hdf: mapping('', 'broken {\n') }, /t2750-syntax\.hdf:\d+: broken \{ is never closed/],
	nofile: [{ profile: 't2750-nowhere' }, /there is no file .*t2750-nowhere\.hdf/],
	path: [{ profile: '../lang/zh' }, /there is no file/],
	plain: [{ url: 'http://platform.example' }, /the address is neither https nor loopback/],
	user: [{ url: 'https://u:p@platform.example' }, /the address is neither https nor loopback/],
	ftp: [{ url: 'ftp://platform.example' }, /the address is neither https nor loopback/],
	noaddress: [{ url: '' }, /no address/],
	nosecret: [{ url: HERE }, /secret file .*platform-t2750-nosecret: No such file/],
	emptysecret: [{ url: HERE, secret: '' }, /secret file .*platform-t2750-emptysecret is empty/],
}

const remove = () => sql("DELETE b FROM breaker b JOIN destination d ON d.id = b.destination_id WHERE d.code LIKE 't2750%';" +
	"DELETE r FROM reconcile_run r JOIN destination d ON d.id = r.destination_id WHERE d.code LIKE 't2750%';" +
	"DELETE FROM destination WHERE code LIKE 't2750%'")
cleanup(remove)
remove()
mkdirSync(join(templates, 'platform'), { recursive: true })
for (const [name, [{ hdf, profile, url = HERE, secret = name === 'nosecret' ? undefined : 'secret' }]] of Object.entries(WRONG)) {
	if (hdf)
		writeFileSync(join(templates, 'platform', `t2750-${name}.hdf`), hdf)
	if (secret !== undefined)
		writeFileSync(join(given, `platform-t2750-${name}`), secret, { mode: 0o600 })
	// it takes no kind of record: what is wrong is seen before anything could be put in line
	sql('INSERT INTO destination (code, name, profile, base_url, app_id, kinds) VALUES (?, ?, ?, ?, ?, ?)',
		[`t2750-${name}`, `配置有误 ${name}`, profile ?? (hdf ? `t2750-${name}` : 'exchange'), url, 'x', 'none'])
}

const env = { ...impatient(sim.url, dir), ZYZ_TEMPLATES: templates, ZYZ_SECRET_DIR: secrets }
const poster = startPoster(env, dir)
const said = (name) => logOf(dir).split('\n').filter((line) => line.includes(`destination t2750-${name}:`))

for (const [name, [, words]] of Object.entries(WRONG))
	test(`wrong ${name}: said with its place, once`, async () => {
		await until(() => said(name).length > 0, 15_000, { what: 'a word of it' })
		assert.match(said(name)[0], words)
		assert.match(said(name)[0], / error /)
	})

test('the destinations that are right go on', async () => {
	const [uid] = plantRecords({ person: 1, title: '别的平台配置有误' })
	const row = await until(() => {
		const one = lineOf(uid)
		return one?.state === 'accepted' && one
	}, 40_000, { what: 'accepted' })
	assert.match(row.receipt, /^R/)
	for (const name of Object.keys(WRONG))
		assert.equal(said(name).length, 1, `${name} was said again`)
})

test('what was put right is taken up without a new start', async () => {
	writeFileSync(join(given, 'platform-t2750-nosecret'), '', { mode: 0o600 })
	await until(() => said('nosecret').length === 2, 15_000, { what: 'another word' })
	assert.match(said('nosecret')[1], /is empty/)
	poster.kill('SIGTERM')
	assert.equal((await poster.gone).code, 0)
})

test('the pages of the staff stay whole', async () => {
	const clerk = await staff('liwei')
	for (const path of ['/platform/', '/platform/balance', '/platform/export', '/platform/reconcile'])
		status(await clerk.get(path), 200)
})

test('an upload of receipts for a key that is not ours names its line', async () => {
	const clerk = await staff('liwei')
	sql("UPDATE destination SET enabled = 1 WHERE code = 'file'")
	cleanup(() => sql("UPDATE destination SET enabled = 0 WHERE code = 'file'"))
	await clerk.get('/platform/receipts')
	const r = await clerk.upload('/platform/receipts', { destination: 'file' },
		[{ field: 'receipts', name: 'r.csv', type: 'text/csv', content: `key,version,receipt\n001-${'0'.repeat(32)},1,F1\n` }])
	assert.ok(status(r, 422).text.includes('行号：2'))
})

await end()
