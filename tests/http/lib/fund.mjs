// fund.mjs - money and gifts for tests, all made by the pages themselves.
//
//	const no = await cameIn(clerk, { amount_yuan: '500', project: p.no })     // counts at once
//	await budget(clerk, reviewer, p.no, '餐费', '300')
//	const out = await spending(clerk, { purse: await purseOf(clerk, p.title), line: await lineOf(clerk, '餐费'), amount_yuan: '20' })
import { dayFrom } from './project.mjs'
import { status } from './tap.mjs'

let serial = 0
/** A picture whose bytes no other test has: its text chunk says which it is. */
export const receipt = () => [{ field: 'file', name: 'r.pdf', type: 'application/pdf',
	content: Buffer.from(`%PDF-1.4\n%${process.pid}-${++serial}\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\nxref\n0 3\n0000000000 65535 f \ntrailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n`) }]

export const inForm = (changes = {}) => ({ fund_source: '5', way: 'money', amount_yuan: '100', purpose: '居民捐款', happened_on: dayFrom(0), ...changes })
export const outForm = (changes = {}) => ({ amount_yuan: '10', party: '老李餐馆', purpose: '助餐餐费', happened_on: dayFrom(0), ...changes })
export const noOf = (answer, what) => new URL(status(answer, 303, what).location).pathname.match(/E\d+/)[0]

/** Opens the form, then posts it with files. */
export async function sendIn(who, changes, files = []) {
	const { page } = status(await who.getJson('/support/funds/in'), 200)
	return who.upload('/support/funds/in', { key: page.Key, ...inForm(changes) }, files)
}
export async function sendOut(who, changes, files = receipt()) {
	const { page } = status(await who.getJson('/support/funds/out'), 200)
	return who.upload('/support/funds/out', { key: page.Key, ...outForm(changes) }, files)
}
export const cameIn = async (who, changes, files) => noOf(await sendIn(who, changes, files), 'income')
export const spending = async (who, changes, files) => noOf(await sendOut(who, changes, files), 'spending')

const codeOf = async (who, list, words) =>
	(status(await who.getJson('/support/funds/out'), 200).page[list] ?? []).find((o) => words.every((w) => o.name.includes(w)))?.code
export const purseOf = (who, ...words) => codeOf(who, 'Purses', words)
export const lineOf = (who, ...words) => codeOf(who, 'Lines', words)

export async function ask(who, project, label, amount_yuan, reason = '立项预算') {
	const { page } = status(await who.getJson(`/support/budgets/${project}`), 200)
	return who.post(`/support/budgets/${project}/ask`, { key: page.Key, label, amount_yuan, reason })
}
export const changesOf = async (who, project) => status(await who.getJson(`/support/budgets/${project}`), 200).page.Changes ?? []
/** A line of the budget, asked by one and approved by the other. */
export async function budget(clerk, reviewer, project, label, amount_yuan) {
	status(await ask(clerk, project, label, amount_yuan), 303, 'budget asked')
	const { uid } = (await changesOf(clerk, project)).find((c) => c.state === 'asked' && c.label === label)
	status(await reviewer.post(`/support/budgets/${project}/${uid}/approve`), 303, 'budget approved')
}

export const fund = async (who, no) => status(await who.getJson(`/support/funds/${no}`), 200).page
/** Approves with the paper that is there. */
export async function approve(who, no) {
	const { Fund } = await fund(who, no)
	return who.post(`/support/funds/${no}/approve`, { paper: Fund.paper })
}
