// bank.mjs - the pages of the time bank 时间银行 and their rows, for t3020.
import { value } from '../../http/lib.mjs'
import { BOUND_PERSON, prepared } from './prepared.mjs'

const account = async () => {
	await prepared.account()
	return value(`SELECT LOWER(HEX(uid)) FROM timebank_account WHERE person_id = ${BOUND_PERSON}`)
}

/** path → visits, as t3020 has them. */
export function bankPages({ by, clerk, overseer, stranger, volunteer }) {
	const saving = async () => {
		await prepared.account()
		return volunteer()
	}
	return {
		'/bank/': [by(volunteer), by(saving)],
		'/bank/about/{station}': [by(stranger, () => '1')],
		'/bank/draw': [by(saving)],
		'/bank/give': [by(saving)],
		'/bank/exchange': [by(saving)],
		'/bank/manage': [by(clerk)],
		'/bank/manage/account/{uid}': [by(clerk, account)],
		'/bank/manage/draws': [by(clerk)],
		'/bank/manage/pool': [by(clerk)],
		'/bank/manage/solvency': [by(clerk)],
		'/bank/rules': [by(overseer)],
		'/bank/rules/{code}': [by(overseer, () => '610502')],
		'/bank/solvency': [by(overseer)],
	}
}
