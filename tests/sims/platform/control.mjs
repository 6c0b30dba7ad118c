// control.mjs - the addresses under /__sim/ by which a test steers and reads the simulated
// platform.
import { reply } from '../common/http.mjs'

/** name -> function; see the table in tests/sims/README.md. */
export const controls = ({ api, gate, store, counts }) => ({
	report: () => ({
		...store.report(),
		requests: counts.requests,
		paths: counts.paths,
		strangers: api.strangers,
	}),
	effects: ({ kind, key, version }) =>
		store.effects.get(`${kind} ${key} ${version}`) ?? { posts: 0, effects: 0 },
	dump({ kind }) {
		const lines = [...store.records.values()]
			.filter((r) => !kind || r.kind === kind)
			.map((record) => JSON.stringify(record))
		return reply(200, 'application/json', `[${lines.join(',\n')}]`)
	},
	/** How many records are held whose field has this value. */
	count: ({ kind, field, value }) => ({
		count: [...store.records.values()].filter((r) => r.kind === kind && r.item[field] === value)
			.length,
	}),
	/** Refuse every item whose field has this value, until reset. */
	refuse_items(plant) {
		if (typeof plant.field !== 'string' || plant.value === undefined)
			throw new Error('refuse_items wants field and value')
		api.plants.push(plant)
		return api.plants
	},
	set({ idempotent, strictVolunteers, maxItems, delay }) {
		if (idempotent !== undefined) store.idempotent = idempotent
		if (strictVolunteers !== undefined) api.strictVolunteers = strictVolunteers
		if (maxItems !== undefined) api.maxItems = maxItems
		if (delay !== undefined) counts.delay = delay
		return {
			idempotent: store.idempotent,
			strictVolunteers: api.strictVolunteers,
			maxItems: api.maxItems,
			delay: counts.delay,
		}
	},
	clock({ skew = gate.skew }) {
		gate.skew = Number(skew)
		return { skew: gate.skew, now: gate.now() }
	},
	/** Forget one record, as a platform does that was restored from a backup. */
	forget({ kind, key }) {
		store.index = null
		return { forgotten: store.records.delete(`${kind} ${key}`) }
	},
	reset() {
		store.reset()
		gate.reset()
		api.plants = []
		api.strangers = {}
		Object.assign(counts, { requests: 0, paths: {} })
		return {}
	},
})
