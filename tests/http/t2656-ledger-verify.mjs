// Everything that can be done to a ledger behind its back, one after the other, and what zyz-verify calls it. The ledger is
// one of its own: twelve events, a head after the fourth, the eighth and the last.
import { createHash } from 'node:crypto'
import { assert, Client, end, test } from './lib.mjs'
import { newLedger } from './lib/ledger.mjs'

const EVENTS = 12
const ledger = await newLedger('t2656', EVENTS, new Client())
const TABLES = ['ledger_event', 'ledger_leaf', 'tree_head', 'service_record', 'person']
let heads, kept

test('twelve events are sealed under three heads, and all is well', async () => {
	for (let i = 0; i < 3; i++) {
		ledger.give(EVENTS / 3)
		await ledger.sealed()
	}
	assert.equal(ledger.number('SELECT COUNT(*) FROM tree_head'), 3)
	ledger.cheat(TABLES.map((t) => `CREATE TABLE was_${t} LIKE ${t}; INSERT INTO was_${t} SELECT * FROM ${t};`).join('\n'))
	kept = ledger.file('kept', ledger.dump())
	heads = ledger.file('heads', ledger.dump().split('\n').filter((line) => line.startsWith('head ')).join('\n') + '\n')
	for (const more of [[], ['--heads', heads], ['--heads', kept]]) {
		const { status, out, err } = ledger.verify(...more)
		assert.equal(status, 0, out + err)
		assert.match(out, /^ok: 12 events sealed, 0 waiting, 3 heads over 12 of them, /)
	}
})

const restore = () => ledger.cheat(TABLES.map((t) => `DELETE FROM ${t}; INSERT INTO ${t} SELECT * FROM was_${t};`).join('\n'))

/** Does it, and expects the first finding to begin so; `more` are options for the verifier. */
function named(what, first, cheat, { more = [], also } = {}) {
	test(what, () => {
		restore()
		if (typeof cheat === 'function') cheat()
		else ledger.cheat(cheat)
		const { status, out, err } = ledger.verify(...more())
		assert.equal(err, '')
		assert.equal(status, 1, out)
		const line = out.split('\n')[0]
		assert.ok(line.startsWith(`first: ${first}`), `${line}, not ${first}`)
		if (also) assert.match(out, also)
	})
}
const byHeads = { more: () => ['--heads', heads] }
const byLeaves = { more: () => ['--heads', kept] }
const alone = { more: () => [] }
const event = (place) => `(SELECT event_id FROM was_ledger_leaf WHERE seq = ${place})`
const of = (place) => `(SELECT record_uid FROM was_ledger_event WHERE id = ${event(place)})`

// --- the record is not what its event says
named('minutes changed', 'altered place 4: ', `UPDATE service_record SET ends_at = ends_at + INTERVAL 30 MINUTE, minutes = minutes + 30
	WHERE uid = ${of(4)}`, { ...alone, also: /minutes "\d+" in the ledger, "\d+" in the record/ })
named('hours given to another volunteer', 'altered place 7: ', `UPDATE service_record SET person_id = person_id + 1 WHERE uid = ${of(7)}`,
	{ ...alone, also: /the volunteer is not the one of the ledger/ })
named('a reviewer taken away', 'altered place 2: ', `UPDATE service_record SET reviewer_id = NULL WHERE uid = ${of(2)}`,
	{ ...alone, also: /reviewer "\d+" in the ledger, "" in the record/ })
named('a volunteer\'s salt destroyed without an erasure', 'altered place 0: ', `UPDATE person SET commit_salt = NULL WHERE id =
	(SELECT person_id FROM was_service_record WHERE uid = ${of(0)})`, { ...alone, also: /salt is gone/ })
named('withdrawn without an event', 'altered place 3: ', `UPDATE service_record SET state = 'withdrawn', ended_at = NOW() WHERE uid = ${of(3)}`, alone)
named('back under notice', 'altered place 3: ', `UPDATE service_record SET state = 'notice', effective_at = NULL WHERE uid = ${of(3)}`, alone)
named('a record deleted', 'removed place 9: ', `DELETE FROM service_record WHERE uid = ${of(9)}`, alone)
named('a record typed in', 'inserted record R26FALSE ', () => {
	const columns = ledger.value(`SELECT GROUP_CONCAT(column_name) FROM information_schema.columns WHERE table_schema = '${ledger.db}'
		AND table_name = 'service_record' AND extra NOT LIKE '%GENERATED%' AND column_name NOT IN ('id', 'uid', 'no')`)
	ledger.cheat(`INSERT INTO service_record (uid, no, ${columns}) SELECT RANDOM_BYTES(16), 'R26FALSE', ${columns} FROM service_record
		WHERE uid = ${of(5)}`)
}, alone)

// --- the event is not what its leaf says
named('the fields of an event', 'altered place 5: ', `UPDATE ledger_event SET fields = REPLACE(fields, 'list', 'scan') WHERE id = ${event(5)}`, alone)
named('the time of an event', 'altered place 5: ', `UPDATE ledger_event SET at = at - INTERVAL 1 DAY WHERE id = ${event(5)}`, alone)
named('the commitment of an event', 'altered place 5: ', `UPDATE ledger_event SET commitment = REVERSE(commitment) WHERE id = ${event(5)}`, alone)
named('the version beside an event', 'altered place 5: ', `UPDATE ledger_event SET version = 9 WHERE id = ${event(5)}`, alone)
named('fields that cannot be read', 'altered place 5: ', `UPDATE ledger_event SET fields = LEFT(fields, 100) WHERE id = ${event(5)}`, alone)
named('an event deleted', 'removed place 6: ', `DELETE FROM ledger_event WHERE id = ${event(6)}`, alone)
named('two leaves pointing at each other\'s events', 'reordered place 3: ', `UPDATE ledger_leaf SET event_id = -1 WHERE seq = 3;
	UPDATE ledger_leaf SET event_id = ${event(3)} WHERE seq = 8; UPDATE ledger_leaf SET event_id = ${event(8)} WHERE seq = 3`,
	{ ...alone, also: /sealed at place 8/ })

// --- rows of the ledger
named('a leaf changed', 'altered place 5: ', 'UPDATE ledger_leaf SET leaf = REVERSE(leaf) WHERE seq = 5', { ...alone, also: /its event is as it was sealed/ })
named('a chain value changed', 'altered place 5: ', 'UPDATE ledger_leaf SET chain = REVERSE(chain) WHERE seq = 5', alone)
named('a row removed', 'removed place 5: ', 'DELETE FROM ledger_leaf WHERE seq = 5', { ...alone, also: /places 5 to 5 are empty/ })
named('a row and its event removed', 'removed place 5: ', `DELETE FROM ledger_leaf WHERE seq = 5; DELETE FROM ledger_event WHERE id = ${event(5)}`, alone)
named('the first row removed', 'removed place 0: ', 'DELETE FROM ledger_leaf WHERE seq = 0', alone)
const up = (place) => `UPDATE ledger_leaf SET seq = seq - 1 WHERE seq > ${place} ORDER BY seq`
named('a row removed, the others moved up', 'removed place 5: ', `DELETE FROM ledger_leaf WHERE seq = 5; ${up(5)}`, alone)
named('an event removed without a trace, the others moved up', 'removed place 5: ',
	`DELETE FROM ledger_leaf WHERE seq = 5; ${up(5)}; DELETE FROM ledger_event WHERE id = ${event(5)}`, alone)
named('the last row in the place of another', 'removed place 5: ', 'DELETE FROM ledger_leaf WHERE seq = 5; UPDATE ledger_leaf SET seq = 5 WHERE seq = 11', alone)
named('two rows exchanged', 'reordered place 3: ', `UPDATE ledger_leaf SET seq = -1 WHERE seq = 3; UPDATE ledger_leaf SET seq = 3 WHERE seq = 9;
	UPDATE ledger_leaf SET seq = 9 WHERE seq = -1`, { ...alone, also: /was sealed at place 9, that of this place .* stands at place 9/ })
named('two neighbours exchanged', 'reordered place 3: ', `UPDATE ledger_leaf SET seq = -1 WHERE seq = 3; UPDATE ledger_leaf SET seq = 3 WHERE seq = 4;
	UPDATE ledger_leaf SET seq = 4 WHERE seq = -1`, alone)
named('a row moved far away', 'reordered place 3: ', 'UPDATE ledger_leaf SET seq = 1000 WHERE seq = 3', { ...alone, also: /stands at place 1000/ })
named('a row put in between', 'inserted place 5: ', `UPDATE ledger_leaf SET seq = seq + 1 WHERE seq >= 5 ORDER BY seq DESC;
	INSERT INTO ledger_event (uid, kind, record_uid, version, fields, commitment, at) SELECT uid, 'corrected', record_uid, version, fields, commitment, at
		FROM (SELECT * FROM ledger_event WHERE id = ${event(5)}) t ON DUPLICATE KEY UPDATE uid = RANDOM_BYTES(16);
	INSERT INTO ledger_event (uid, kind, record_uid, version, fields, commitment, at) SELECT RANDOM_BYTES(16), kind, RANDOM_BYTES(16), version, fields,
		commitment, at FROM was_ledger_event WHERE id = ${event(2)};
	INSERT INTO ledger_leaf SELECT 5, LAST_INSERT_ID(), UNHEX(SHA2('leaf', 256)), UNHEX(SHA2('chain', 256))`, alone)
named('the tail cut off, its heads left', 'removed place 9: ', 'DELETE FROM ledger_leaf WHERE seq >= 9', { ...alone, also: /all from here on: head 2 was signed over 12 events/ })

// --- whole tails, chain and all: only what was kept elsewhere tells
const sha = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest()
function leafOf(e) {
	const parts = [Buffer.from('zyz-leaf-1'), Buffer.from(e.uid, 'hex'), Buffer.from(e.at), Buffer.from(e.commitment, 'hex'), Buffer.from(e.fields, 'hex')]
	return sha(Buffer.from([0]), ...parts.flatMap((p) => [Buffer.from([0, 0, p.length >> 8, p.length & 255]), p]))
}
/** Gives the events, in this order of ids, places, leaves and a chain from 0 on. */
function sealAnew(ids) {
	let chain = Buffer.alloc(32)
	const rows = ids.map((id, place) => {
		const e = ledger.sql(`SELECT HEX(uid) uid, CAST(at AS CHAR) at, HEX(commitment) commitment, HEX(fields) fields FROM ledger_event WHERE id = ${id}`)[0]
		const leaf = leafOf(e)
		chain = sha(chain, leaf)
		return `(${place}, ${id}, x'${leaf.toString('hex')}', x'${chain.toString('hex')}')`
	})
	ledger.cheat(`DELETE FROM ledger_leaf; INSERT INTO ledger_leaf VALUES ${rows.join(', ')}`)
}
const ids = () => ledger.sql('SELECT event_id FROM was_ledger_leaf ORDER BY seq').map((r) => r.event_id)
/** Minutes of the record and in its event, alike. */
function more(place) {
	ledger.cheat(`UPDATE service_record SET evidence = 'scan' WHERE uid = ${of(place)};
		UPDATE ledger_event SET fields = REPLACE(fields, 'list', 'scan') WHERE id = ${event(place)}`)
}
const rewritings = [
	['an event changed with its record, the tail sealed anew', 'altered', () => {
		more(6)
		sealAnew(ids())
	}],
	['an event left out, the tail sealed anew', 'removed', () => {
		const left = ids()
		const [gone] = left.splice(6, 1)
		ledger.cheat(`DELETE FROM service_record WHERE uid = ${of(6)}; DELETE FROM ledger_event WHERE id = ${gone}`)
		sealAnew(left)
	}],
	['two events exchanged, the tail sealed anew', 'reordered', () => {
		const list = ids()
		;[list[6], list[7]] = [list[7], list[6]]
		sealAnew(list)
	}],
]
for (const [what, word, cheat] of rewritings) {
	/* Its own heads, and the published ones, bracket it: the fourth event fits, the eighth does not. */
	named(`${what}: by its own heads`, 'rewritten place 4: one of 4 to 7, or all: head 1, signed over 8 events', cheat, alone)
	named(`${what}, own heads removed: by published heads`, 'rewritten place 4: one of 4 to 7, or all: head 1, signed over 8 events', () => {
		cheat()
		ledger.cheat('DELETE FROM tree_head')
	}, { ...byHeads, also: /removed head 0: published over 4 events, now missing/ })
	named(`${what}, by leaves kept elsewhere`, `${word} place 6: `, cheat, byLeaves)
}
named('an event put in, the tail sealed anew, by leaves kept elsewhere', 'inserted place 6: ', () => {
	ledger.cheat(`INSERT INTO ledger_event (uid, kind, record_uid, version, fields, commitment, at) SELECT RANDOM_BYTES(16), kind, RANDOM_BYTES(16),
		version, fields, commitment, at FROM was_ledger_event WHERE id = ${event(2)}`)
	const list = ids()
	list.splice(6, 0, ledger.value('SELECT MAX(id) FROM ledger_event'))
	/* It names another record than its fields do, so that is found as well; the place is the same. */
	sealAnew(list)
}, { ...byLeaves, also: /place 6: the event of record \S+ was put in later/ })
named('the tail cut off with its heads, by published heads', 'removed place 8: all from here on: head 2 was signed over 12 events', `DELETE FROM
	tree_head WHERE size > 8; DELETE FROM ledger_event WHERE id IN (SELECT event_id FROM ledger_leaf WHERE seq >= 8);
	DELETE FROM service_record WHERE uid NOT IN (SELECT record_uid FROM ledger_event) AND effective_at IS NOT NULL;
	DELETE FROM ledger_leaf WHERE seq >= 8`, byHeads)

// --- heads
named('a head with another root', 'forged head 1 ', 'UPDATE tree_head SET root = REVERSE(root) WHERE no = 1', alone)
named('a head with another time', 'forged head 1 ', 'UPDATE tree_head SET at_ms = at_ms - 86400000 WHERE no = 1', alone)
named('a head of an unknown key', 'forged head 2 ', "UPDATE tree_head SET key_id = x'01020304' WHERE no = 2", alone)
named('a head removed', 'removed head 1: ', 'DELETE FROM tree_head WHERE no = 1', alone)
named('a head removed, the others moved up', 'forged head 1 ', 'DELETE FROM tree_head WHERE no = 1; UPDATE tree_head SET no = 1 WHERE no = 2', alone)
named('the last head removed', 'removed head 2: published over 12 events, now missing', 'DELETE FROM tree_head WHERE no = 2', byHeads)
named('a head put in', 'forged head 3 ', 'INSERT INTO tree_head SELECT 3, size, at_ms + 1, root, prev_hash, key_id, signature FROM tree_head WHERE no = 2', alone)

test('what is not tampering is not called so', () => {
	restore()
	assert.equal(ledger.verify('--heads', kept).status, 0)
	/* Somebody is erased: the salt goes, and with it the name, not the proof. */
	ledger.cheat(`UPDATE person SET commit_salt = NULL, erased_at = NOW() WHERE id = (SELECT person_id FROM service_record WHERE uid = ${of(4)})`)
	assert.equal(ledger.verify('--heads', kept).status, 0)
	/* An event that has just happened waits for the sealer. */
	ledger.cheat('UPDATE ledger_event SET at = NOW(3); DELETE FROM ledger_leaf; DELETE FROM tree_head')
	const { status, out } = ledger.verify()
	assert.equal(status, 0, out)
	assert.match(out, /^ok: 0 events sealed, 12 waiting, 0 heads/)
	restore()
})

test('an event that has waited for an hour was never meant to be sealed', () => {
	restore()
	ledger.cheat(`DELETE FROM tree_head WHERE no = 2; DELETE FROM ledger_leaf WHERE seq >= 8`)
	const { status, out } = ledger.verify()
	assert.equal(status, 0, out)
	ledger.cheat(`UPDATE ledger_event SET at = at - INTERVAL 2 HOUR WHERE id = ${event(8)}`)
	const late = ledger.verify()
	assert.equal(late.status, 1)
	assert.match(late.out, /^first: inserted event \d+ of record \S+ says .* and was never sealed/)
	restore()
})

test('a dump is checked like the station, and holds nobody\'s name', () => {
	restore()
	const dump = ledger.dump()
	const check = (text) => ledger.run(['ledger', '--dump', ledger.file('dump', text), '--key', ledger.file('key'), '--heads', heads])
	assert.equal(check(dump).status, 0, check(dump).out + check(dump).err)
	for (const { name } of ledger.sql('SELECT DISTINCT name FROM person LIMIT 50'))
		for (const form of [name, Buffer.from(name).toString('hex')]) assert.ok(!dump.includes(form), name)
	const lines = dump.split('\n')
	const leaf = (place) => lines.findIndex((line) => line.startsWith(`leaf ${place} `))
	const changed = (f) => {
		const list = [...lines]
		f(list)
		return check(list.join('\n'))
	}
	let r = changed((list) => list.splice(leaf(5), 1))
	assert.match(r.out, /^first: removed place 5: places 5 to 5 are empty/)
	r = changed((list) => {
		const at = list.findIndex((line) => line.startsWith('event '))
		list[at] = list[at].replace(/ (\d{4}-\d\d-\d\dT)/, ' 2001-01-01T')
	})
	assert.match(r.out, /^first: altered place 0: /)
	assert.equal(r.status, 1)
})

test('what cannot be checked ends with 2 and says why', () => {
	restore()
	const dump = ledger.dump()
	const fails = (args, why) => {
		const { status, out, err } = ledger.run(args)
		assert.equal(status, 2, `${args}: ${out}`)
		assert.match(err, why)
		assert.equal(out, '')
	}
	const key = ['--key', ledger.file('key')]
	fails([], /^usage: /)
	fails(['ledger', '--nothing', 'x'], /^usage: /)
	fails(['ledger', '--dump'], /^usage: /)
	fails(['ledger', ...ledger.at()], /no public key/)
	fails(['ledger', '--socket', '/nowhere/sock', ...key], /connect/)
	fails(['ledger', '--dump', '/nowhere/dump', ...key], /No such file/)
	fails(['ledger', ...ledger.at(), '--key', ledger.file('bad', 'key 00000000 00\n')], /line 1/)
	fails(['ledger', ...ledger.at(), '--key', ledger.file('bad', `key 00000000 ${'ab'.repeat(32)}\n`)], /line 1/)
	fails(['ledger', ...ledger.at(), ...key, '--heads', ledger.file('bad', 'head 1 2 3\n')], /line 1/)
	fails(['ledger', '--dump', ledger.file('bad', 'nonsense\n'), ...key], /is no ledger dump/)
	fails(['ledger', '--dump', ledger.file('bad', dump.slice(0, dump.length - 40)), ...key], /cut off|no event|nothing that a dump/)
	fails(['ledger', '--dump', ledger.file('bad', dump.replace(/end \d+\n$/, '')), ...key], /cut off/)
	fails(['ledger', '--dump', ledger.file('bad', dump.replace(/^event .*$/m, 'event 1 2')), ...key], /is no event/)
	fails(['ledger', '--dump', ledger.file('bad', ''), ...key], /is no ledger dump/)
})
await end()
