// What a POST did was said nowhere in teams, insurance and agreements: their texts stood where messages of fields are looked for.
import { assert, end, staff, status, test } from './lib.mjs'
import { dayFrom } from './lib/activity.mjs'

const clerk = await staff('liwei')
const flash = async (answer) => {
	const at = status(answer, 303).location
	return /<p class="flash" role="status">([^<]*)</.exec(status(await clerk.get(at), 200).text)?.[1]
}

test('who registers a policy and ends it is told so', async () => {
	const added = await clerk.post('/support/insurance/new', { insurer: '渭南财产保险', policy_no: `F${process.pid}`, kind: '人身意外伤害保险', covers: 'named',
		from_on: dayFrom(40), to_on: dayFrom(50) })
	assert.equal(await flash(added), '已登记保险')
	const uid = new URL(added.location).pathname.split('/')[3]
	assert.equal(await flash(await clerk.post(`/support/insurance/${uid}/end`, { reason: '退保' })), '已作废')
})

test('a word that no text is for says nothing, in whatever address it stands', async () => {
	assert.ok(!status(await clerk.get('/support/insurance?done=given_away'), 200).text.includes('class="flash"'))
})
await end()
