// From the overview of a part of the region the overseer went to the signs of all of it.
import { assert, end, staff, status, test } from './lib.mjs'

test('signs are those of the part that was looked at', async () => {
	const overseer = await staff('gaofeng'), near = await staff('madan')
	const page = async (who, path) => status(await who.getJson(path), 200).page
	const all = (await page(overseer, '/activity/flags')).Stations.map((s) => s.no)
	const part = await page(overseer, '/activity/flags?in=610502')
	assert.equal(part.Region.code, '610502')
	assert.ok(part.Stations.every((s) => all.includes(s.no)))
	assert.equal((await page(overseer, '/activity/flags?in=610581')).Stations?.some((s) => s.no === 1) ?? false, false)
	assert.match((await overseer.get('/station/overview?in=610502')).text, /href="\/activity\/flags\?in=610502"/)
	for (const other of ['150102', '61', 'x', '%']) status(await near.getJson(`/activity/flags?in=${encodeURIComponent(other)}`), 404)
	status(await (await staff('zhangmin')).getJson('/activity/flags?in=610502'), 403)
})

await end()
