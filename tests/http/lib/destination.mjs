// destination.mjs - platforms that a test adds, and all that hangs on them, are taken away again.
//
//	cleanup(() => noDestination('t9313%'))
import { sql } from './sql.mjs'

const of = (table, like) => `DELETE x FROM ${table} x JOIN destination d ON d.id = x.destination_id WHERE d.code LIKE '${like}';`

/** All destinations with such a code. The poster may be at one of them: then once more. */
export async function noDestination(like) {
	sql(`UPDATE destination SET enabled = 0 WHERE code LIKE '${like}'`)
	for (let left = 20; ; left--)
		try {
			sql(`${of('destination_try', like)}DELETE p FROM reconcile_part p JOIN reconcile_run r ON r.id = p.run_id
				JOIN destination d ON d.id = r.destination_id WHERE d.code LIKE '${like}';${of('reconcile_diff', like)}${of('reconcile_run', like)}
				${of('receipt', like)}DELETE a FROM attempt a JOIN outbox o ON o.id = a.outbox_id JOIN destination d ON d.id = o.destination_id
				WHERE d.code LIKE '${like}';${of('outbox', like)}${of('outbox_file', like)}${of('breaker', like)}${of('post_count', like)}
				DELETE FROM destination WHERE code LIKE '${like}'`)
			return
		} catch (e) {
			if (!left) throw e
			await new Promise((resolve) => setTimeout(resolve, 200))
		}
}
