// draw.mjs - a draw whose window ends when a test says so, and its order computed by the test itself.
//
//	closed(s.no)                     // the window ended just before the ledger's last head
//	await drawn(s.no)                // the loop has drawn
//	assert.deepEqual(lots, inOrder(drawOf(s.no), lots))
import { createHash } from 'node:crypto'
import { until } from './tap.mjs'
import { sql, value } from './sql.mjs'
import { again } from './loop.mjs'

export const sha256 = (data) => createHash('sha256').update(data).digest('hex')
export const orderOf = (d, lot) => sha256(`zyz-draw-1\n${d.seed_hex}\n${d.root}\n${d.signature}\n${lot}\n`)
export const inOrder = (d, lots) =>
	lots.map((lot) => [orderOf(d, lot), lot]).sort((a, b) => (a[0] < b[0] ? -1 : 1)).map((pair) => pair[1])

export const drawOf = (no) =>
	sql(`SELECT d.*, LOWER(HEX(d.uid)) uid_hex, LOWER(HEX(d.seed_hash)) hash, LOWER(HEX(d.seed)) seed_hex, LOWER(HEX(d.head_root)) root, LOWER(HEX(d.head_signature)) signature,
		UNIX_TIMESTAMP(d.since) since_s FROM draw d JOIN activity a ON a.id = d.activity_id WHERE a.no = ?`, [no])[0]
export const lotsOf = (no) =>
	sql(`SELECT LOWER(HEX(l.lot)) lot FROM draw_lot l JOIN draw d ON d.id = l.draw_id JOIN activity a ON a.id = d.activity_id
		WHERE a.no = ? ORDER BY l.draw_rank`, [no]).map((r) => r.lot)

/** The window of a shift as it would be had it ended in this second; both tables, as if nobody had moved it. */
export function windowAt(no, second) {
	sql(`UPDATE shift s JOIN activity a ON a.id = s.activity_id SET s.opens_at = FROM_UNIXTIME(?), s.closes_at = FROM_UNIXTIME(?)
		WHERE a.no = ?`, [second - 3600, second, no])
	sql(`UPDATE draw d JOIN activity a ON a.id = d.activity_id SET d.closes_at = FROM_UNIXTIME(?), d.since = FROM_UNIXTIME(?)
		WHERE a.no = ?`, [second, second, no])
}
export const lastHead = () => sql('SELECT no, at_ms, LOWER(HEX(root)) root FROM tree_head ORDER BY no DESC LIMIT 1')[0]
export const closed = (no) => windowAt(no, Math.floor(Number(lastHead().at_ms) / 1000) - 1)
export async function drawn(no) {
	again('activity-close')
	await until(() => value('SELECT d.drawn_at FROM draw d JOIN activity a ON a.id = d.activity_id WHERE a.no = ?', [no]), 90_000)
}
