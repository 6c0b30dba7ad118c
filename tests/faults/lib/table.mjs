// table.mjs - what struck, how often, and what became of it: one line for each fault, and the seed that repeats the run.
//
//	const { random, struck, print } = table('each fault alone')
//	struck('reset in mid-body', 3, '8 accepted once')
import { seeded } from '../../sims/common/random.mjs'

/** FAULTS_SEED repeats a run; otherwise each run has a seed of its own. */
export const seed = Number(process.env.FAULTS_SEED ?? process.env.SEED ?? Date.now() % 1_000_000)

/** The larger runs are for make test-faults. */
export const full = !['', '0', undefined].includes(process.env.FAULTS_FULL)

export function table(title) {
	const rows = []
	return {
		random: seeded(seed),
		struck: (fault, times, outcome) => rows.push([fault, String(times), outcome]),
		print() {
			const wide = (i) => Math.max(...rows.map((row) => row[i].length))
			console.log(`# ${title}, FAULTS_SEED=${seed}`)
			console.log(`# ${'fault'.padEnd(wide(0))} | struck | outcome`)
			for (const [fault, times, outcome] of rows)
				console.log(`# ${fault.padEnd(wide(0))} | ${times.padStart(6)} | ${outcome}`)
		},
	}
}
