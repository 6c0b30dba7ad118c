// mutations.mjs - faults that only this platform can have: honest work, and an answer that does not
// tell it.
import { json, send } from '../common/http.mjs'

/**
 * A kind of fault that changes the list of results of an honest 200; any other answer goes out as
 * it is.
 */
const results = (change) => async (x, rule) => {
	const honest = await x.handle()
	let value
	try {
		value = JSON.parse(honest.body)
	} catch {
		value = {}
	}
	send(
		x.res,
		Array.isArray(value.results)
			? json({ ...value, results: change(value.results, rule) }, honest.status)
			: honest
	)
}

const foreign = (i) => ({
	key: `999999999-${String(i).padStart(6, '0')}-1`,
	version: 1,
	code: 0,
	receipt: `R2026999999${String(i).padStart(4, '0')}`,
})

/**
 * Changes the receipt of accepted results: true ones are well-formed, these are well-formed too and
 * not theirs.
 */
const otherReceipt = (list, receipt) =>
	list.map((r, i) => (r.code === 0 ? { ...r, receipt: receipt(r, i) } : r))

export const MUTATIONS = {
	/** one item is not in the answer */
	missing: results((list) => list.slice(1)),
	/** every result stands there twice */
	duplicate: results((list) => list.flatMap((r) => [r, r])),
	/** all results are about records that were not asked */
	foreign: results((list) => list.map((_, i) => foreign(i))),
	/** the honest results and one about a record that was not asked */
	'foreign-extra': results((list) => [...list, foreign(0)]),
	/** the receipt is another record's or no receipt at all */
	'wrong-receipt': results((list) => otherReceipt(list, (_, i) => foreign(i).receipt)),
	'no-receipt': results((list) => list.map(({ receipt, ...rest }) => rest)),
	'same-receipt': results((list) =>
		otherReceipt(list, () => list.find((r) => r.receipt)?.receipt)
	),
	/** the answer names another version than was sent */
	'wrong-version': results((list) => list.map((r) => ({ ...r, version: r.version + 1 }))),
	/** codes as text, as some gateways write them */
	'text-code': results((list) => list.map((r) => ({ ...r, code: String(r.code) }))),
	/** out of order: allowed, and a client must not count on places */
	shuffled: results((list) => [...list].reverse()),
	/** everything is refused for its content, whatever was taken */
	refused: results((list, { code = 1203, message = '志愿者编号不存在' }) =>
		list.map(({ key, version }) => ({ key, version, code, message }))
	),
}
