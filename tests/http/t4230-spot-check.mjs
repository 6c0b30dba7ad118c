// Spot checks (令67 arts 20-22): promised, drawn by the next head of the ledger, looked at, published without names; the pack holds the
// sample with its proofs and nobody's name, number or telephone.
import { createHash } from 'node:crypto'
import { assert, Client, cleanup, end, guardGet, guardPost, newOverseer, newVolunteer, sql, staff, status, test, until, value } from './lib.mjs'
import { effectiveHours, roomToday } from './lib/activity.mjs'
import { appoint } from './lib/admin.mjs'
import { dayFrom } from './lib/project.mjs'

const sha256 = (data) => createHash('sha256').update(data).digest('hex')
const [clerk, reviewer, county] = [await staff('liwei'), await staff('wangfang'), await staff('madan')]
const nobody = new Client()
const today = dayFrom(0)
await roomToday()
const people = await Promise.all(['欧阳安然', '王小二', '司马光远'].map((name) => newVolunteer({ name })))
const records = []
for (const v of people) records.push((await effectiveHours(clerk, reviewer, v)).record)
const lastHead = () => sql('SELECT no, size, at_ms, LOWER(HEX(root)) root FROM tree_head ORDER BY no DESC LIMIT 1')[0]
await until(() => Number(lastHead()?.size ?? 0) > Number(value(`SELECT MAX(l.seq) FROM ledger_leaf l JOIN ledger_event e ON e.id = l.event_id
	WHERE e.record_uid = x'${records.at(-1).uid_hex}'`) ?? 1e9), 90_000, { every: 500, what: 'a head over the hours' })
const form = (changes = {}) => ({ title: '年度抽查', what: 'record', from_on: today, to_on: today, percent: 100, ...changes })
const begin = async (changes = {}, c = county) =>
	status(await c.submit('/activity/spots', form(changes)), 303, 'begin').location.match(/spots\/([0-9a-f]{32})/)[1]
const row = (uid) => sql(`SELECT *, LOWER(HEX(seed_hash)) hash, LOWER(HEX(seed)) seed_hex, LOWER(HEX(head_root)) root,
	(SELECT LOWER(HEX(h.signature)) FROM tree_head h WHERE h.no = head_no) signature FROM spot_check WHERE uid = x'${uid}'`)[0]
/** As it would be had it been begun just before the ledger's last head, with these hours effective before. */
function earlier(uid) {
	sql(`UPDATE service_record SET effective_at = effective_at - INTERVAL 1 HOUR WHERE id IN (${records.map((r) => r.id).join()})
		AND effective_at > NOW() - INTERVAL 30 MINUTE`)
	sql(`UPDATE spot_check SET since = FROM_UNIXTIME(FLOOR(? / 1000) - 1) WHERE uid = x'${uid}'`, [lastHead().at_ms])
}
const draw = (uid, c = county) => c.post(`/activity/spots/${uid}/draw`)
const show = async (uid, query = '') => status(await county.getJson(`/activity/spots/${uid}${query}`), 200).page
const block = (html, id) => html.match(new RegExp(`<script type="text/plain" id="${id}">([^<]*)</script>`))[1]
cleanup(() => sql('DELETE FROM spot_item; DELETE FROM spot_check'))

test('a share of nothing, a period that is turned, too long or to come is refused', async () => {
	const wrong = async (changes) => status(await county.submit('/activity/spots', form(changes)), 422).page.Errors.map((e) => e.field)
	assert.deepEqual(await wrong({ percent: 0 }), ['percent'])
	assert.deepEqual(await wrong({ percent: -1 }), ['percent'])
	assert.deepEqual(await wrong({ percent: 101 }), ['percent'])
	assert.deepEqual(await wrong({ from_on: dayFrom(0), to_on: dayFrom(-1) }), ['to_on'])
	assert.deepEqual(await wrong({ from_on: dayFrom(-3650) }), ['to_on'])
	assert.deepEqual(await wrong({ to_on: dayFrom(3) }), ['to_on'])
	assert.deepEqual(await wrong({ what: 'all' }), ['what'])
	assert.equal(value('SELECT COUNT(*) FROM spot_check'), '0')
})

let uid
test('the promise is public from the beginning, and the seed is not; sent twice it is one', async () => {
	const key = (await county.getJson('/activity/spots')).page.Key
	const both = [await county.post('/activity/spots', form({ key })), await county.post('/activity/spots', form({ key }))]
	uid = status(both[0], 303).location.match(/spots\/([0-9a-f]{32})/)[1]
	status(both[1], 303)
	assert.equal(value('SELECT COUNT(*) FROM spot_check'), '1')
	const seen = status(await nobody.getJson(`/activity/spot/${uid}`), 200).page.Check
	assert.deepEqual([seen.state, seen.seed_hash, seen.seed], ['open', row(uid).hash, undefined])
	assert.equal(row(uid).seed, null)
	status(await county.get(`/activity/spots/${uid}/pack`), 409)
	status(await nobody.getJson(`/activity/spot/${'0'.repeat(32)}`), 404)
})

test('before a head was signed nothing is drawn; when none came in time it is agreed anew under the same seed', async () => {
	sql(`UPDATE spot_check SET since = NOW() + INTERVAL 1 HOUR WHERE uid = x'${uid}'`)
	assert.match(status(await draw(uid), 422).page.Errors[0].text, /过一会儿/)
	const hash = row(uid).hash
	sql(`UPDATE spot_check SET since = '2020-01-01 00:00:00' WHERE uid = x'${uid}'`)
	assert.match(status(await draw(uid), 422).page.Errors[0].text, /种子不变/)
	assert.deepEqual([row(uid).hash, row(uid).windows, row(uid).state], [hash, '2', 'open'])
})

test('the next head decides what is drawn, once, and anybody can compute it', async () => {
	earlier(uid)
	const both = await Promise.all([draw(uid), draw(uid)])
	assert.deepEqual(both.map((r) => r.status).sort(), [303, 409])
	const c = row(uid)
	assert.equal(sha256(Buffer.from(c.seed_hex, 'hex')), c.hash)
	const items = sql(`SELECT i.spot_rank, LOWER(HEX(i.lot)) lot, i.record_id FROM spot_item i JOIN spot_check c ON c.id = i.check_id
		WHERE c.uid = x'${uid}' ORDER BY i.spot_rank`)
	assert.equal(Number(c.found), items.length)
	for (const r of records) assert.ok(items.some((i) => i.record_id === r.id), 'all of them, of one hundred percent')
	const orders = items.map((i) => sha256(`zyz-spot-1\n${c.seed_hex}\n${c.root}\n${c.signature}\n${i.lot}\n`))
	assert.deepEqual(orders, [...orders].sort())
	status(await draw(uid), 409)
})

test('a share draws the smallest of all, whole activities with it', async () => {
	const third = await begin({ percent: 1 })
	earlier(third)
	status(await draw(third), 303)
	assert.deepEqual([row(third).drawn, row(third).items], ['1', '1'])
	const acts = await begin({ what: 'activity' })
	earlier(acts)
	status(await draw(acts), 303)
	assert.ok(Number(row(acts).items) >= Number(row(acts).drawn) && Number(row(acts).drawn) >= records.length)
	const empty = await begin({ from_on: '2001-01-01', to_on: '2001-12-31' })
	earlier(empty)
	assert.match(status(await draw(empty), 422).page.Errors[0].text, /没有可抽/)
})

test('the pack is one file with the sample and its proofs, and nobody is named in it', async () => {
	const r = status(await county.get(`/activity/spots/${uid}/pack`), 200)
	assert.match(r.headers['content-disposition'], /attachment.*html/)
	const about = JSON.parse(block(r.text, 'about'))
	const rows = block(r.text, 'rows').trimEnd().split('\n').map((line) => JSON.parse(line))
	assert.deepEqual([about.rows, about.title, about.seed], [rows.length, '年度抽查', row(uid).seed_hex])
	let chain = Buffer.alloc(32)
	for (const line of block(r.text, 'rows').split('\n').slice(0, -1)) chain = createHash('sha256').update(chain).update(line).digest()
	assert.equal(chain.toString('hex'), about.chain)
	for (const record of records) {
		const mine = rows.find((one) => one.no === record.no)
		assert.ok(mine.event && mine.event.path.length % 64 === 0, 'its event with a proof')
		assert.match(mine.attendance, /^in .*\|out /)
	}
	for (const one of rows) assert.match(one.name, /^\S{1,2}\*+$|^$/)
	for (const v of people)
		for (const secret of [v.form.name, v.form.id_no, v.form.phone, v.no]) assert.ok(!r.text.includes(secret), secret)
	for (const { name } of sql('SELECT name FROM staff WHERE CHAR_LENGTH(name) > 1')) assert.ok(!block(r.text, 'rows').includes(`"${name}"`), name)
	assert.equal(value("SELECT COUNT(*) FROM audit WHERE action = 'spot_check.pack'"), '1')
})

test('what is found is noted of each; what is not in order says why', async () => {
	const at = (no) => `/activity/spots/${uid}/record/${no}`
	assert.deepEqual(status(await county.post(at(records[0].no), { finding: 'wrong', words: '' }), 422).page.Errors.map((e) => e.field), ['words'])
	status(await county.post(at(records[0].no), { finding: 'perhaps', words: '' }), 422)
	status(await county.post(at('R0000000000'), { finding: 'ok', words: '' }), 404)
	status(await county.post(at(records[0].no), { finding: 'wrong', words: '<script>没有签到表</script>' }), 303)
	assert.equal((await show(uid, '?finding=wrong')).Items.length, 1)
	assert.equal((await show(uid)).Sums.wrong, 1)
	assert.match(status(await county.post(`/activity/spots/${uid}/publish`, { result: '抽查若干条' }), 422).page.Errors[0].text, /没有检查/)
})

test('nobody finds anything about their own hours', async () => {
	const own = await appoint(`spot_${Date.now()}`, 'overseer', '610502')
	const login = value("SELECT MAX(login) FROM staff WHERE login LIKE 'spot\\_%'")
	sql('UPDATE staff SET person_id = ? WHERE login = ?', [records[1].person_id, login])
	cleanup(() => sql('UPDATE staff SET person_id = NULL WHERE login = ?', [login]))
	const path = `/activity/spots/${uid}/record/${records[1].no}`
	assert.equal(status(await own.post(path, { finding: 'ok', words: '' }), 422).page.Errors.length, 1)
	assert.equal(value('SELECT finding FROM spot_item WHERE record_id = ? AND finding IS NOT NULL', [records[1].id]), undefined)
})

test('the result is public, without names, and stays as it is', async () => {
	sql(`UPDATE spot_item i JOIN spot_check c ON c.id = i.check_id SET i.finding = 'ok', i.found_by = c.made_by WHERE c.uid = x'${uid}' AND i.finding IS NULL`)
	status(await county.post(`/activity/spots/${uid}/publish`, { result: '抽查全部记录，一条不属实。' }), 303)
	status(await county.post(`/activity/spots/${uid}/publish`, { result: '改一改结果' }), 409)
	status(await county.post(`/activity/spots/${uid}/record/${records[0].no}`, { finding: 'ok', words: '' }), 409)
	const page = status(await nobody.get(`/activity/spot/${uid}`), 200).text
	assert.ok(page.includes('抽查全部记录，一条不属实。'))
	for (const v of people) assert.ok(!page.includes(v.form.name))
	assert.ok(!page.includes('没有签到表') && !page.includes(records[0].no))
})

test('an overseer of another region sees and draws nothing of it', async () => {
	const far = await newOverseer('150204')
	assert.equal(status(await far.getJson('/activity/spots'), 200).page.Checks, undefined)
	for (const path of ['', '/pack', `/record/${records[0].no}`]) status(await far.get(`/activity/spots/${uid}${path}`), 404)
	status(await draw(uid, far), 404)
	status(await far.post(`/activity/spots/${uid}/publish`, { result: '抽查结果' }), 404)
	status(await (await staff('gaofeng')).getJson(`/activity/spots/${uid}`), 200)
})

guardGet('/activity/spots', { wrong: 'zhangmin' })
guardPost('/activity/spots', { right: 'madan', wrong: 'zhangmin', form: form() })
await end()
