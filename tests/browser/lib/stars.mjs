// stars.mjs - the pages of stars 星级 and the row they are about, for t3020.
import { prepared } from './prepared.mjs'

/** path → visits, as t3020 has them. */
export function starPages({ by, clerk, reviewer, overseer, volunteer }) {
	return {
		'/commend/mine/star': [by(volunteer)],
		'/commend/notice/{ref}': [by(volunteer, prepared.starNotice), by(clerk, prepared.starNotice)],
		'/commend/manage': [by(reviewer)],
		'/commend/manage/stars': [by(clerk)],
		'/commend/manage/stars/{ref}': [by(clerk, prepared.starNotice)],
		'/commend/stars': [by(overseer)],
		'/commend/stars/{ref}': [by(overseer, prepared.starNotice)],
		'/commend/levels': [by(clerk), by(overseer)],
		'/commend/levels/{star}': [by(overseer, () => '1')],
	}
}
