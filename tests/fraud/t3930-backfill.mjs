// Hours entered afterwards 补录: without a proof, with a paper that is none, with one reviewer, for any day one likes.
import {
	assert, attempt, byDatabase, dayFrom, draft, newVolunteer, planForm, records, refused, review, roomToday, sql, staff,
	status, table,
} from './lib.mjs'
import { enter, paper, past, pdf } from './lib/backfill.mjs'

await roomToday()
const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const manager = await staff('zhangmin')

async function nothing(what, files, expected, word, options) {
	const by = refused(await enter(what, files, options), expected, word)
	assert.equal(records(what.no).length, 0)
	return by
}

attempt('backfill without a proof', 'HTTP', async () => nothing(await past(), [], 422, 'file'))
attempt('backfill with an empty proof', 'HTTP', async () => nothing(await past(), [paper('a.pdf', '')], 422, 'file'))
attempt('proof: a PDF that is not one', 'HTTP', async () =>
	nothing(await past(), [paper('a.pdf', `%PDF-1.7\n${'x'.repeat(600)}`)], 422, 'file'))
attempt('proof: a page with a script, called a picture', 'HTTP', async () =>
	nothing(await past(), [paper('a.png', '<!doctype html><script>alert(1)</script>'.padEnd(300), 'image/png')], 422, 'file'))
attempt('proof: a program, called a PDF', 'HTTP', async () =>
	nothing(await past(), [paper('a.pdf', `\x7fELF${'\0'.repeat(600)}`)], 422, 'file'))
attempt('backfill without a reason', 'HTTP', async () =>
	nothing(await past(), [pdf()], 422, 'remark', { more: { remark: '' } }))
attempt('backfill outside the times of the activity', 'HTTP', async () =>
	nothing(await past(), [pdf()], 422, 'outside', { to: '17:00' }))
attempt('backfill of two activities at once', 'HTTP', async () => {
	const a = await past()
	status(await enter(a, [pdf()]), 303)
	const b = { v: a.v, no: await draft(clerk, { day: dayFrom(-2), begins: '10:59', ends: '12:00', past: 1 }) }
	status(await clerk.post(`/activity/manage/${b.no}/roster`, { volunteer_no: a.v.no }), 303)
	return nothing(b, [pdf()], 422, 'overlap', { from: '10:59', to: '12:00' })
})
attempt('backfill passed by one reviewer', 'HTTP', async () => {
	const a = await past()
	status(await enter(a, [pdf()]), 303)
	const [r] = records(a.no)
	assert.match(status(await review(reviewer, [r.no]), 303).location, /first_review/)
	const by = refused(await review(reviewer, [r.no]), 422, 'twice')
	assert.equal(records(a.no)[0].state, 'to_review')
	return by
})
attempt('backfill passed by one reviewer', 'SQL', async () => {
	const a = await past()
	status(await enter(a, [pdf()]), 303)
	const [r] = records(a.no)
	status(await review(reviewer, [r.no]), 303)
	return byDatabase(`UPDATE service_record SET state = 'notice' WHERE no = ?`, [r.no])
})
attempt('backfill passed by the one who entered it', 'HTTP', async () => {
	const a = await past()
	status(await enter(a, [pdf()], { by: manager }), 303)
	return refused(await review(manager, [records(a.no)[0].no]), 422, 'logger')
})
attempt('proof taken away before the review', 'SQL', async () => {
	const a = await past()
	status(await enter(a, [pdf()]), 303)
	const [r] = records(a.no)
	sql('DELETE FROM backfill_proof WHERE record_id = ?', [Number(r.id)])
	return refused(await review(reviewer, [r.no]), 422, 'no_proof')
})
attempt('scan instead of backfill, so that one reviewer is enough', 'SQL', async () => {
	const a = await past()
	status(await enter(a, [pdf()]), 303)
	return byDatabase(`UPDATE service_record SET evidence = 'scan' WHERE no = ?`, [records(a.no)[0].no])
})
attempt('proof looked at by another station', 'HTTP', async () => {
	const a = await past()
	status(await enter(a, [pdf()]), 303)
	const [shown] = status(await reviewer.getJson(`/activity/manage/review?activity=${a.no}`), 200).page.Records
	status(await reviewer.get(`/activity/document/${shown.proof}`), 200)
	return refused(await (await staff('sunli')).getJson(`/activity/document/${shown.proof}`), 404)
})
attempt('activity of the past beyond what may be entered', 'HTTP', async () =>
	refused(await clerk.submit('/activity/manage/new', planForm({ day: '2020-01-01', past: 1 })), 422, 'day'))
attempt('activity of the past that is published after all', 'HTTP', async () => {
	const { no } = await past()
	return refused(await clerk.post(`/activity/manage/${no}/publish`, { screened: 1 }), 409)
})

await table()
