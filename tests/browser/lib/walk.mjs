// walk.mjs - steps that build on each other. A page that is not right fails its step, but the walk goes on; a step that
// cannot be walked ends it.
//
//	step('a need becomes a project', async () => { await visit(clerk.page, '/project/new', 'project-new') })
import { assert, look as mustBeRight, test } from '../lib.mjs'

let findings = []
let stuck = false
export async function look(...args) {
	try {
		await mustBeRight(...args)
	} catch (error) {
		findings.push(error.message)
	}
}
export async function visit(page, path, ...rest) {
	await page.goto(path)
	await look(page, ...rest)
}
export function step(text, fn) {
	const walk = async () => {
		assert.ok(!stuck, 'an earlier step could not be walked')
		findings = []
		stuck = true
		await fn()
		stuck = false
		assert.equal(findings.length, 0, findings.join('\n'))
	}
	test(text, walk, { timeout: 180_000 })
}
