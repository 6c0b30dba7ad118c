// The keys of the desk stand on one page, also without script, and can be switched off there (WCAG 2.1.4).
import { assert, end, newVolunteer, staff, status, test } from './lib.mjs'

const [clerk, overseer, volunteer] = [await staff('liwei'), await staff('madan'), await newVolunteer()]
const html = async (who, at) => status(await who.get(at, { headers: { Accept: 'text/html' } }), 200).text

test('every key with what it does', async () => {
	const text = await html(clerk, '/account/keys')
	for (const key of ['/', '?', 'N', 'E', 'J', 'K', 'X', 'Enter', 'A', 'W', 'R', 'Ctrl D']) assert.ok(text.includes(`<kbd>${key}</kbd>`), key)
	assert.match(await html(overseer, '/account/keys'), /快捷键/)
	assert.match(await html(clerk, '/account/mine'), /href="\/account\/keys"/)
	status(await volunteer.client.get('/account/keys'), 403)
})

test('switched off, every page of the desk says so to the script; and on again', async () => {
	assert.ok(!(await html(clerk, '/needs/ledger')).includes('data-keys="off"'))
	assert.match(status(await clerk.post('/account/keys', {}), 303).location, /done=keys_off/)
	assert.match(await html(clerk, '/needs/ledger'), /<html [^>]*data-keys="off"/)
	assert.match(await html(clerk, '/account/keys'), /name="keys" value="1">/)
	assert.match(status(await clerk.post('/account/keys', { keys: 1 }), 303).location, /done=keys_on/)
	assert.ok(!(await html(clerk, '/needs/ledger')).includes('data-keys="off"'))
	status(await clerk.post('/account/keys', { keys: 1, other: 1 }), 422)
})

await end()
