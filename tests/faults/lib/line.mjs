// line.mjs - records that stand in line and go when they are told to, so that each meets one fault and no other.
//
//	const line = await inLine(['a', 'b'], { n: 8, env, dir })
//	line.release('a')
import { assert, cleanup, sql, until, value } from '../../http/lib.mjs'
import { plantMany, standing, startPoster } from './poster.mjs'

const EXCHANGE = "(SELECT id FROM destination WHERE code = 'exchange')"
const of = (title) => `outbox o JOIN service_record r ON r.uid = o.record_uid JOIN activity a ON a.id = r.activity_id
	AND a.title = '${title}'`
const held = `UPDATE outbox SET next_at = NOW(3) + INTERVAL 1 DAY WHERE state = 'waiting'`

export const destination = (state) => sql(`UPDATE destination SET state = '${state}', stop_reason = NULL WHERE code = 'exchange'`)

/** Plants n records under each label and puts them in line; nothing goes before release(). */
export async function inLine(labels, { n, env, dir }) {
	destination('stopped')
	const titles = Object.fromEntries(labels.map((label) => [label, plantMany(n, label)]))
	const { code } = await startPoster(env, dir, { args: ['once'] }).gone
	assert.equal(code, 0)
	for (const title of Object.values(titles))
		assert.equal(standing(title).waiting, n, title)
	sql(held)
	destination('on')
	cleanup(() => sql("UPDATE outbox SET next_at = NOW(3) WHERE state = 'waiting'"))
	return {
		title: (label) => titles[label],
		/** Lets all of them go, or so many. */
		release: (label, most = 1_000_000) => sql(`UPDATE outbox SET next_at = NOW(3) WHERE id IN (SELECT id FROM (SELECT o.id
			FROM ${of(titles[label])} WHERE o.state = 'waiting' AND o.next_at > NOW(3) + INTERVAL 1 HOUR LIMIT ${most}) t)`),
	}
}

/** Requests about a title that ended so: a column of table attempt and the values that are meant. */
export const tries = (title, column, values) => Number(value(`SELECT COUNT(DISTINCT t.batch) FROM attempt t JOIN ${of(title)}
	WHERE t.outbox_id = o.id AND t.${column} IN (${values.join()})`))

/** { answer: 5, query: 3 }: what brought the receipts. */
export const via = (title) => Object.fromEntries(sql(`SELECT c.via, COUNT(*) AS n FROM receipt c JOIN ${of(title)}
	WHERE c.outbox_id = o.id GROUP BY c.via`).map((row) => [row.via, Number(row.n)]))

export const sum = (title, column) => Number(value(`SELECT SUM(o.${column}) FROM ${of(title)}`))
export const ids = (title) => sql(`SELECT o.id, o.item_key, LOWER(HEX(o.idem)) AS no FROM ${of(title)} WHERE o.destination_id = ${EXCHANGE}`)

export async function accepted(title, n, ms = 20_000) {
	try {
		await until(() => standing(title).accepted === n, ms, { what: 'accepted' })
	} catch {
		assert.fail(`${title}: ${n} accepted wanted within ${ms} ms, there are ${JSON.stringify(standing(title))}`)
	}
}

/** "8 accepted once: 6 by answer, 2 by asking" */
export function told(title) {
	const words = { answer: 'by answer', query: 'by asking', reconcile: 'by comparing' }
	const by = via(title)
	return `${Object.values(by).reduce((a, b) => a + b, 0)} accepted once: ` +
		Object.entries(words).filter(([w]) => by[w]).map(([w, text]) => `${by[w]} ${text}`).join(', ')
}
