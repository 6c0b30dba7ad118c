// backfill.mjs - what is entered afterwards 补录: a past activity with one volunteer, a proof, the grid.
import { dayFrom, draft, newVolunteer, staff, status } from '../lib.mjs'
import { cells } from './hours.mjs'

const clerk = await staff('liwei')

export const paper = (name, content, type = 'application/pdf') => ({ field: 'file', name, type, content: Buffer.from(content) })
let page = 0
/** A PDF that is one; each call another, since two of the same bytes are one document. */
export const pdf = () => paper('roll.pdf', `%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% page ${page++} ${Math.random()}
xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 >>\nstartxref\n60\n%%EOF\n`)

export async function past(changes = {}) {
	const v = await newVolunteer()
	const no = await draft(clerk, { day: dayFrom(-2), begins: '09:00', ends: '11:00', past: 1, ...changes })
	status(await clerk.post(`/activity/manage/${no}/roster`, { volunteer_no: v.no }), 303)
	return { v, no }
}
export async function enter({ v, no }, files, { from = '09:00', to = '11:00', by = clerk, more = {} } = {}) {
	const grid = status(await by.getJson(`/activity/manage/${no}/backfill`), 200).page
	const form = { ...cells(null, grid, [[v, from, to]]), remark: '当天断网，纸质签到', ...more }
	return by.upload(`/activity/manage/${no}/backfill`, form, files)
}

/** Of a day and an hour that nobody else has, proved by this file. */
export async function proved(file) {
	const what = await past()
	status(await enter(what, [file]), 303, 'backfill')
	return what
}
