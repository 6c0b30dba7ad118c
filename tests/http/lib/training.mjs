// training.mjs - trainings of the demo station, for tests that need one in a certain state.
//
//	const no = await published(clerk, { places: 1 })
//	await move(clerk, no, 'start')
import { status } from './tap.mjs'
import { sql } from './sql.mjs'

/** A moment of Beijing time, hours from now, as a datetime-local input gives it. */
export const hoursFromNow = (hours) => new Date(Date.now() + (8 + hours) * 3600_000).toISOString().slice(0, 16)

export const plan = (changes = {}) => ({
	title: '助老服务礼仪与安全', kind: '2', mode: '2', starts_at: hoursFromNow(2), ends_at: hoursFromNow(4), study_minutes: '90',
	place: '社区服务中心二楼', content: '与老人沟通的方法；跌倒的预防和处理', places: '2', ...changes,
})

export async function drafted(clerk, changes) {
	const made = status(await clerk.submit('/training/manage/new', plan(changes)), 303, 'new training')
	return /manage\/(T\d+)\?/.exec(made.location)[1]
}

export async function published(clerk, changes) {
	const no = await drafted(clerk, changes)
	status(await clerk.post(`/training/manage/${no}/publish`), 303, 'publish')
	return no
}

/** Starts a training of tomorrow too: its day is moved to today behind the program's back. */
export async function running(clerk, no) {
	sql('UPDATE training SET starts_at = GREATEST(CURDATE(), NOW() - INTERVAL 10 MINUTE), ends_at = LEAST(NOW() + INTERVAL 2 HOUR, CURDATE() + INTERVAL 1439 MINUTE) WHERE no = ?', [no])
	status(await clerk.post(`/training/manage/${no}/start`), 303, 'start')
}

/** Who stands on the roll: rows by volunteer number. */
export async function roll(clerk, no) {
	const { Rows = [] } = status(await clerk.getJson(`/training/manage/${no}/roll`), 200).page
	return Object.fromEntries(Rows.map((row) => [row.volunteer_no, row]))
}
