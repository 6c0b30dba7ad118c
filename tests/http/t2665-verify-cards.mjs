// Paper code cards in a dump: each code leads to the one before it, as zyz-verify finds with code of its own; whoever wrote rows
// without having the card is named, and so is an hour `met` that no resident confirmed.
import { createHash, randomBytes } from 'node:crypto'
import { assert, Client, end, test } from './lib.mjs'
import { newLedger } from './lib/ledger.mjs'

const ledger = await newLedger('t2665', 4, new Client())
ledger.give(4)
await ledger.sealed()
const well = (r) => assert.equal(r.status, 0, r.out + r.err)

/** The code before this one, as shared/hours/met_card.h says it. */
function before(salt, code) {
	let d = createHash('sha256').update('zyz-card-1').update(salt).update(String(code).padStart(15, '0')).digest()
	for (let i = 1; i < 4096; i++) d = createHash('sha256').update(d).digest()
	return d.readBigUInt64BE() % 10n ** 15n
}
const salt = randomBytes(16)
const codes = [987654321098765n]
for (let i = 0; i < 3; i++) codes.unshift(before(salt, codes[0]))
const [anchor, ...three] = codes
const card = (handed = "'2026-01-02'") => `INSERT INTO household (id, uid, no, station_id, name_sealed) VALUES (801, RANDOM_BYTES(16), 'F26CARD', 1, '');
	INSERT INTO code_card (id, uid, no, station_id, household_id, salt, anchor, head, place, state, printed_by, printed_at, handed_by, handed_at)
	VALUES (801, RANDOM_BYTES(16), 'Q26CARD', 1, 801, x'${salt.toString('hex')}', ${anchor}, ${three[2]}, 3, 'live', 1, '2026-01-01', 2, ${handed})`
const service = (household = 801, act = '(SELECT MIN(activity_id) FROM service_record)') => `INSERT INTO home_service (id, uid, station_id,
	activity_id, person_id, household_id, source, source_no, way, card_id, confirmed_at, state) SELECT 801, RANDOM_BYTES(16), 1, ${act},
	(SELECT MIN(person_id) FROM service_record), ${household}, 'pairing', 'L26CARD', 'card', 801, '2026-02-01', 'confirmed'`
const uses = (list = three, at = "'2026-02-01'") => `INSERT INTO code_card_use (card_id, place, code, home_service_id, typed_at) VALUES ${list
	.map((code, i) => `(801, ${i + 1}, ${code}, ${i === 1 ? 801 : 'NULL'}, ${at})`).join()}`
const gone = `DELETE FROM code_card_use WHERE card_id = 801; DELETE FROM home_service WHERE id = 801; DELETE FROM code_card WHERE id = 801;
	DELETE FROM household WHERE id = 801`

test('a card with one code used and two passed over is well, here and in a dump', () => {
	ledger.cheat([card(), service(), uses()].join(';'))
	well(ledger.verify())
	well(ledger.verifyDump())
	assert.match(ledger.dump(), /^code Q26CARD 801 3 987654321098765 /m)
	ledger.cheat(gone)
})

for (const [what, says, rows] of [
	['a code made up by whoever writes the database', /card Q26CARD, code 3: it is no code of this card/,
		[card(), service(), uses([three[0], three[1], three[2] + 1n])]],
	['the codes of another card', /card Q26CARD, code 1: it is no code of this card/, [card(), service(), uses(three.map((c) => c + 1n))]],
	['a code taken out of the row', /card Q26CARD, code 2: the code before it is missing/,
		[card(), service(), uses(), 'DELETE FROM code_card_use WHERE card_id = 801 AND place = 1']],
	['used before the card was handed over', /card Q26CARD, code 2: used before the card was handed over/,
		[card("'2026-03-01'"), service(), uses()]],
	['a card that nobody handed over', /card Q26CARD, code 2: used before the card was handed over/, [card('NULL'), service(), uses()]],
	['used after it was revoked', /card Q26CARD, code 2: used after the card was revoked/,
		[card(), service(), uses(), "UPDATE code_card SET revoked_at = '2026-01-20' WHERE id = 801"]],
	['for another household', /card Q26CARD, code 2: confirms a service for another household/, [card(), service(802), uses()]],
	['an hour that no resident confirmed', /record R26SEAL1 version 1: no resident confirmed it/,
		["UPDATE service_record SET evidence = 'met' WHERE no = 'R26SEAL1'"]],
	['an hour of a card without its code', /record R26SEAL1 version 1: no resident confirmed it/,
		["UPDATE service_record SET evidence = 'met' WHERE no = 'R26SEAL1'", card(),
			service(801, "(SELECT activity_id FROM service_record WHERE no = 'R26SEAL1')"),
			`UPDATE home_service SET person_id = (SELECT person_id FROM service_record WHERE no = 'R26SEAL1'),
			record_id = (SELECT id FROM service_record WHERE no = 'R26SEAL1') WHERE id = 801`]],
])
	test(what, () => {
		ledger.cheat(rows.join(';'))
		try {
			for (const r of [ledger.verify(), ledger.verifyDump()]) {
				assert.equal(r.status, 1, r.out + r.err)
				assert.match(r.out, says)
			}
		} finally {
			ledger.cheat(`${gone}; UPDATE service_record SET evidence = 'list' WHERE no = 'R26SEAL1'`)
		}
		well(ledger.verify())
	})

await end()
