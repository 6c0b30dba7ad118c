// The audit pack, opened from a disk without a network: green as it came; red after one byte of a record, of a proof, of the head or of the
// signature is another.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { assert, cleanup, desktop, end, newVolunteer, sql, staff, status, test, until, value } from './lib.mjs'
import { effectiveHours, roomToday } from '../http/lib/activity.mjs'
import { place, appoint } from '../http/lib/admin.mjs'
import { dayFrom } from '../http/lib/project.mjs'

const folder = mkdtempSync(`${tmpdir()}/zyz-pack.`)
cleanup(() => rmSync(folder, { recursive: true, force: true }))
await roomToday()
/* A county of its own, so that all of its hours went the whole way. */
const { clerk, reviewer } = await place(9430, '610527001', '白水抽查志愿服务站')
const overseer = await appoint('overseer_9430', 'overseer', '610527')
for (let i = 0; i < 2; i++) await effectiveHours(clerk, reviewer, await newVolunteer({ region_code: '610527001' }))
const STATION = '(SELECT id FROM station WHERE no = 9430)'
const head = () => sql('SELECT size, at_ms FROM tree_head ORDER BY no DESC LIMIT 1')[0]
const last = () => value(`SELECT MAX(l.seq) FROM ledger_leaf l JOIN ledger_event e ON e.id = l.event_id JOIN service_record r ON r.uid = e.record_uid
	WHERE r.station_id = ${STATION} HAVING COUNT(*) = 2`)
await until(() => last() !== undefined && Number(head().size) > Number(last()), 90_000, { every: 500, what: 'a head over the hours' })
const made = await overseer.submit('/activity/spots', { title: '白水抽查', what: 'record', from_on: dayFrom(-1), to_on: dayFrom(0), percent: 100 })
const uid = status(made, 303).location.match(/spots\/([0-9a-f]{32})/)[1]
sql(`UPDATE service_record SET effective_at = effective_at - INTERVAL 1 HOUR WHERE station_id = ${STATION}`)
sql(`UPDATE spot_check SET since = FROM_UNIXTIME(FLOOR(? / 1000) - 1) WHERE uid = x'${uid}'`, [head().at_ms])
status(await overseer.post(`/activity/spots/${uid}/draw`), 303)
const pack = status(await overseer.get(`/activity/spots/${uid}/pack`), 200).text
if (process.env.KEEP_PACK) writeFileSync(process.env.KEEP_PACK, pack)
const page = await desktop()

async function opened(text) {
	writeFileSync(`${folder}/pack.html`, text)
	const asked = []
	const note = (r) => asked.push(r.url())
	page.on('request', note)
	await page.goto(`file://${folder}/pack.html`)
	await page.locator('body.good, body.bad').waitFor({ timeout: 30_000 })
	page.off('request', note)
	return { color: await page.locator('body').getAttribute('class'), said: `${await page.locator('#verdict').innerText()} ${await page.locator('#checks li.bad').allInnerTexts()}`, asked }
}
/** One hex digit behind this text is another. */
function flip(behind, by = 0) {
	const at = pack.indexOf(behind, pack.indexOf('id="rows"')) + behind.length + by
	assert.ok(at > behind.length, behind)
	return `${pack.slice(0, at)}${pack[at] === '0' ? '1' : '0'}${pack.slice(at + 1)}`
}

test('as it came it is green, and asks nobody', async () => {
	const { color, said, asked } = await opened(pack)
	assert.equal(color, 'good', said)
	assert.deepEqual(asked.filter((u) => !u.startsWith('file:')), [])
	assert.equal(await page.locator('#table tbody tr.good').count(), 2)
})

for (const [what, behind, by] of [
	['a record', '"no":"', 8], ['what the ledger has of a record', '"fields":"', 301], ['a proof', '"path":"', 3], ['a commitment', '"commitment":"', 0],
	['the head', '"head":{"no":', 0], ['its root', '"root":"', 5], ['its signature', '"signature":"', 9],
	['the signature of it all', 'id="sign">', 12], ['the seed', '"seed":"', 1], ['the key', '"key":"', 1],
])
	test(`one byte of ${what} turns it red`, async () => {
		assert.equal((await opened(flip(behind, by))).color, 'bad')
	})

test('a record left out, or two that changed places, turn it red', async () => {
	const [, rows] = pack.match(/id="rows">([^<]*)</)
	const [one, two] = rows.split('\n')
	assert.equal((await opened(pack.replace(rows, `${one}\n`))).color, 'bad')
	assert.equal((await opened(pack.replace(rows, `${two}\n${one}\n`))).color, 'bad')
	assert.equal((await opened(pack.replace(`${rows}</script>`, `${rows}`))).color, 'bad')
})
await end()
