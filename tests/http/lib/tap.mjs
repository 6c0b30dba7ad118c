// tap.mjs - runs named tests one after the other and says `ok - name` or `not ok - name` with the
// reason. Owns the order of tests, their time limit and the exit code. Never skips a test and never
// repeats one.
//
//	test('a stranger is sent to the sign-in page', async () => { ... assert.equal(r.status, 303) })
//	await end()
import assert from 'node:assert/strict'

const TEST_MS = 60_000
// A limit says when to give up and is never a measure: a machine that is busy with other things gets more of it.
const PATIENCE = 4
const LONG_MS = 500
const cleanups = []
let queue = Promise.resolve()
let passed = 0
let failed = 0
let over = false

function reason(error) {
	const text = error instanceof Error ? error.stack || error.message : String(error)
	return text
		.split('\n')
		.map((line) => `#   ${line}`)
		.join('\n')
}

function report(name, error) {
	if (error === undefined) {
		passed++
		console.log(`ok - ${name}`)
	} else {
		failed++
		console.log(`not ok - ${name}\n${reason(error)}`)
	}
}

async function withLimit(fn, ms) {
	let timer
	const limit = new Promise((_, reject) => {
		timer = setTimeout(() => reject(new Error(`not finished after ${PATIENCE} times ${ms} ms`)), ms * PATIENCE)
	})
	try {
		await Promise.race([Promise.resolve().then(fn), limit])
	} finally {
		clearTimeout(timer)
	}
}

/** Queues one test; it starts when the one before has ended. The promise says whether it passed. */
export function test(name, fn, { timeout = TEST_MS } = {}) {
	const run = queue.then(async () => {
		const began = Date.now()
		try {
			await withLimit(fn, timeout)
			report(name)
			return true
		} catch (error) {
			report(name, error ?? new Error('threw nothing'))
			return false
		} finally {
			const ms = Date.now() - began
			if (process.env.TIMES && ms > LONG_MS) console.log(`#   ${ms} ms ${name}`)
		}
	})
	queue = run
	return run
}

/** Registers what must be undone when all tests have ended, last first. */
export function cleanup(fn) {
	cleanups.push(fn)
}

/**
 * Waits for every queued test, cleans up, prints the plan and sets the exit code. No test at all is
 * a failure.
 */
export async function end() {
	if (over) return
	over = true
	await queue
	for (const fn of cleanups.reverse()) {
		try {
			await fn()
		} catch (error) {
			report('cleanup', error)
		}
	}
	if (passed + failed === 0) report('at least one test ran', new Error('no test ran'))
	console.log(`1..${passed + failed}`)
	process.exitCode = failed ? 1 : 0
}

/**
 * Calls fn until it returns something true, and returns that. An exception counts as "not yet";
 * when the time is over, the last one is the reason.
 */
export async function until(fn, deadlineMs = 10_000, { every = 50, what = 'condition' } = {}) {
	const deadline = Date.now() + deadlineMs * PATIENCE
	let last
	for (;;) {
		try {
			const value = await fn()
			if (value) return value
			last = undefined
		} catch (error) {
			last = error
		}
		if (Date.now() >= deadline) {
			const why = last ? `: ${last.message}` : ''
			throw new Error(`${what} not met within ${PATIENCE} times ${deadlineMs} ms${why}`, { cause: last })
		}
		await new Promise((resolve) => setTimeout(resolve, every))
	}
}

/** Asserts a response's status; on failure the beginning of the body is part of the message. */
export function status(res, expected, note = '') {
	if (res.status === expected) return res
	const to = res.location ? ` to ${res.location}` : ''
	const told = `${note && `${note}: `}status ${res.status}${to}, expected ${expected}`
	throw new assert.AssertionError({
		message: `${told}\n${res.text.slice(0, 600)}`,
		actual: res.status,
		expected,
		operator: 'status',
		stackStartFn: status,
	})
}

// A test file that forgets end() still ends with a plan; a stray rejection is a failure, not a
// warning.
process.on('beforeExit', () => void end())
for (const event of ['uncaughtException', 'unhandledRejection'])
	process.on(event, (error) => report(event, error ?? new Error(event)))

export { assert }
