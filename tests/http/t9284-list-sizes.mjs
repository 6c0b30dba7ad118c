// No list of the desk is a page of more than 40 KB: with as many rows as a page has, each as long as those are that the demo and this test
// put there. A list without a row is named.
//
// log-allowed: sealed value
import { assert, end, newVolunteer, sql, staff, status, test } from './lib.mjs'
import { apply, published } from './lib/project.mjs'
import { addressOf, pages } from '../bench/grow/pages.mjs'

const ROWS = 50
const MOST = 40 * 1024
const clerk = await staff('liwei'), manager = await staff('zhangmin'), overseer = await staff('madan'), reviewer = await staff('wangfang')
const size = (text) => Buffer.byteLength(text)

/** A row with words of a usual length: other tests leave titles of eighty letters. */
const usual = (row) => row.replace(/>([^<]{24})[^<]+/g, '>$1')
/** The bytes of a page if its table of so many rows had fifty; null: it has none. */
function filled(text, shown) {
	for (const [, body] of text.matchAll(/<tbody>(.*?)<\/tbody>/gs)) {
		const rows = body.match(/<tr[ >].*?<\/tr>/gs) ?? []
		if (rows.length && rows.length === Number(shown))
			return Math.round(size(text) - size(rows.join('')) + (size(rows.map(usual).join('')) / rows.length + 1) * ROWS)
	}
	return null
}

test('each list of the desk', async () => {
	const by = { manager, overseer }, over = [], none = [], seen = []
	for (const p of pages().filter((p) => by[p.who] && !/\.(pdf|png|xlsx|csv|ics)$|document/.test(p.path))) {
		const at = addressOf(p, sql)
		const json = await by[p.who].get(at, { headers: { Accept: 'application/json' } })
		if (json.status !== 200 || !json.headers['content-type'].includes('json') || !json.page.List) continue
		const n = filled((await by[p.who].get(at, { headers: { Accept: 'text/html' } })).text, json.page.List.shown)
		if (n === null) none.push(p.path)
		else seen.push([p.path, n])
		if (n > MOST) over.push(`${p.path} ${n}`)
	}
	if (process.env.SIZES) console.log(`# ${seen.sort((a, b) => b[1] - a[1]).map((s) => s.join(' ')).join('\n# ')}\n# none: ${none.join(' ')}`)
	assert.ok(seen.length >= 30, `only ${seen.length} lists were found`)
	assert.deepEqual(over, [])
})

test('the screen of applications, with fifty of them, their places and who waits', async () => {
	const p = await published(clerk, reviewer, { positions: [{ wanted: 28 }] })
	for (let i = 0; i < 3; i++) status(await apply(await newVolunteer(), p.no, p.positions[0]), 303)
	const seat = sql('SELECT a.project_id, a.position_id FROM application a JOIN project p ON p.id = a.project_id WHERE p.no = ? LIMIT 1', [p.no])[0]
	// The others are whoever the demo has; none of them is looked at by anybody.
	const put = (state, n, from) => sql(`INSERT INTO application (uid, project_id, position_id, person_id, station_id, state, applied_at, line_no)
		SELECT UNHEX(MD5(CONCAT(?, v.person_id))), ?, ?, v.person_id, 1, ?, NOW(), IF(? = 'waiting', v.person_id, NULL)
		FROM volunteer v WHERE NOT EXISTS (SELECT 1 FROM application x WHERE x.project_id = ? AND x.person_id = v.person_id)
		ORDER BY v.person_id LIMIT ?`, [from, seat.project_id, seat.position_id, state, state, seat.project_id, n])
	put('pending', 52, `p${p.no}`)
	put('accepted', 28, `a${p.no}`)
	put('waiting', 12, `w${p.no}`)
	const address = `/recruit/manage/${p.no}/dispose`
	const { page } = status(await clerk.getJson(address), 200)
	assert.deepEqual([page.Pending.length, page.PendingTotal], [50, 55])
	assert.ok(page.Placed.length > 5)
	const text = status(await clerk.get(address, { headers: { Accept: 'text/html' } }), 200).text
	if (process.env.SIZES) console.log(`# dispose ${size(text)}`)
	assert.ok(size(text) <= MOST, `${size(text)} bytes`)
	assert.match(text, /先处置前面 50 人/)
	sql('DELETE a FROM application a JOIN project p ON p.id = a.project_id WHERE p.no = ? AND a.uid = UNHEX(MD5(CONCAT(?, a.person_id)))', [p.no, `p${p.no}`])
	for (const c of ['a', 'w'])
		sql('DELETE a FROM application a JOIN project p ON p.id = a.project_id WHERE p.no = ? AND a.uid = UNHEX(MD5(CONCAT(?, a.person_id)))', [p.no, `${c}${p.no}`])
})

await end()
