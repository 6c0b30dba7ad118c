// A balance of the time bank goes with a person to another installation: a note within the signed bundle, debited when it is issued,
// credited once, by the one installation it is for.
import { assert, cleanup, end, newStaff, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { accountOf, aged, balance, bankOn, debt, entries, followed, holds, personOf, saved } from './lib/bank.mjs'
import { Installation, holds as proved, sha256 } from './lib/bundle.mjs'
import { sealed } from './lib/sealed.mjs'

const clerk = await staff('liwei')
const there = new Installation('河滨志愿服务站').trust(), third = new Installation('东风志愿服务站').trust()
cleanup(() => {
	for (const i of [there, third]) i.distrust()
	sql("UPDATE timebank_rule SET state = 'off'")
})
const print = (i) => sha256(i.public).toString('hex')
const wrong = (r) => status(r, 422).page.Errors.map((e) => e.field ?? '').sort()
const make = (v, f = {}) => v.client.post('/platform/transfer/mine', { agree: '1', ...f })
const upload = (v, content, by = clerk) => by.upload('/platform/transfer/in', { volunteer: v.no }, [{ field: 'bundle', name: 'b.json', type: 'application/json', content }])
const done = (r) => /done=(\w+)$/.exec(status(r, 303).location)[1]
const serial = () => sha256(String(Math.random())).toString('hex').slice(0, 32)
const pool = () => Number(value("SELECT COALESCE(SUM(a.balance_minutes), 0) FROM timebank_account a JOIN station s ON s.id = a.station_id WHERE s.no = 1 AND a.kind = 'pool'"))

// Their own hours took effect before there was a time bank.
const [v, old, many] = await Promise.all([50, 70, 50].map((years) => aged(years)))
await sealed([v, old, many])
await followed()
await bankOn()
const own = (await v.client.get('/activity/ledger/key')).text.trim().split(' ')[2]
const ours = sha256(Buffer.from(own, 'hex')).toString('hex')
const { person } = status(await make(v), 200).json
/** What somebody brings from elsewhere. */
const from = (i, notes, more = {}) => i.bundle({ person, change: (b) => (b.notes = notes), ...more })
const note = (f = {}) => ({ serial: serial(), to: ours, minutes: 90, at: '2025-04-02 10:00:00', ...f })

test('all that is saved leaves with the bundle, for one other installation', async () => {
	saved(v.no, 150)
	const page = status(await v.client.getJson('/platform/transfer/mine'), 200).page
	assert.equal(page.Saved.hours, '2.50')
	assert.ok(page.Keys.some((k) => k.code === there.key))
	const r = status(await make(v, { bank_to: there.key }), 200)
	assert.ok(proved(r.body, Buffer.from(own, 'hex')), 'the whole is signed')
	assert.deepEqual(r.json.notes.map((n) => [n.to, n.minutes]), [[print(there), 150]])
	assert.deepEqual([balance(v.no), entries(v.no)], [0, ['note_in 150', 'note_out -150']])
	const again = status(await make(v), 200).json.notes
	assert.deepEqual(again, r.json.notes, 'a file that was lost is made again: the same note')
	assert.equal(balance(v.no), 0)
	assert.deepEqual(wrong(await make(v, { bank_to: there.key })), ['bank_to'], 'nothing is left')
	assert.deepEqual(wrong(await make(v, { bank_to: '00000000' })), ['bank_to'], 'nobody knows whom')
	assert.equal(status(await v.client.getJson('/platform/transfer/mine'), 200).page.Notes.length, 1)
	holds()
})

test('the desk does the same for whoever has no phone; what is owed is paid first', async () => {
	const w = old
	saved(w.no, 60)
	sql('UPDATE timebank_account SET debt_minutes = 10 WHERE person_id = ?', [personOf(w.no)])
	const out = () => clerk.post('/platform/transfer/out', { volunteer: w.no, agree: '1', bank_to: third.key })
	assert.deepEqual(wrong(await out()), ['bank_to'])
	sql('UPDATE timebank_account SET debt_minutes = 0 WHERE person_id = ?', [personOf(w.no)])
	assert.equal(status(await out(), 200).json.notes[0].to, print(third))
	assert.equal(value('SELECT entered_by IS NOT NULL FROM timebank_note n JOIN timebank_account a ON a.id = n.account_id WHERE n.direction = "out" AND a.person_id = ?', [personOf(w.no)]), '1')
	holds()
})

test('many at once: one note, and nothing below nothing', async () => {
	const w = many
	saved(w.no, 75)
	const all = await Promise.all(Array.from({ length: 6 }, () => make(w, { bank_to: there.key })))
	assert.deepEqual(all.map((r) => r.status).sort(), [200, 422, 422, 422, 422, 422])
	assert.deepEqual(entries(w.no), ['note_in 75', 'note_out -75'])
	holds()
})

test('a note is credited when its bundle comes in, and once, in whatever bundle', async () => {
	const n = note(), had = balance(v.no)
	const r = await upload(v, from(there, [n]))
	assert.equal(done(r), 'note_taken')
	const page = status(await clerk.getJson(new URL(r.location, 'http://x').pathname), 200).page
	assert.deepEqual(page.Notes.map((x) => [x.serial, x.hours]), [[n.serial, '1.50']])
	assert.equal(balance(v.no), had + 90)
	assert.equal(done(await upload(v, from(there, [n]))), 'note_spent')
	assert.equal(done(await upload(v, from(third, [n]))), 'note_spent', 'nor by another signature')
	assert.equal(done(await upload(v, from(there, [n, note({ minutes: 5 })]))), 'note_taken', 'a second one beside it')
	assert.equal(balance(v.no), had + 95)
	const one = note({ minutes: 7 }), two = [from(there, [one]), from(there, [one])]
	const both = (await Promise.all(two.map((b) => upload(v, b)))).map(done).sort()
	assert.deepEqual(both, ['note_spent', 'note_taken'], 'two desks at the same moment')
	assert.equal(balance(v.no), had + 102)
	assert.equal(value("SELECT COUNT(*) FROM audit WHERE action = 'timebank.note_refused' AND detail LIKE ?", [`${n.serial}%`]), '3')
	holds()
})

test('one that is for another installation is not taken here', async () => {
	const had = balance(v.no), n = note({ to: print(third) })
	assert.equal(done(await upload(v, from(there, [n]))), 'note_other')
	assert.equal(balance(v.no), had)
	// What we issued ourselves comes to nobody here, and another installation's desk sees whose it is.
	const mine = status(await make(v), 200)
	status(await upload(v, mine.body), 422)
	assert.ok(mine.json.notes.every((x) => x.to !== ours))
	assert.equal(balance(v.no), had)
})

test('a bundle within a bundle brings its notes; one of a key that nobody trusts brings none', async () => {
	const had = balance(v.no), stranger = new Installation('不认识的站')
	assert.equal(done(await upload(v, from(third, undefined, { brought: [from(there, [note({ minutes: 11 })])] }))), 'note_taken')
	assert.equal(balance(v.no), had + 11)
	assert.equal(done(await upload(v, from(third, undefined, { brought: [from(stranger, [note({ minutes: 12 })])] }))), 'taken')
	status(await upload(v, from(stranger, [note()])), 422)
	assert.equal(balance(v.no), had + 11)
	holds()
})

test('what is no note is no bundle; nobody else’s; not by oneself', async () => {
	const had = balance(v.no)
	for (const bad of [{ minutes: 0 }, { minutes: -90 }, { minutes: 1e15 }, { minutes: '90' }, { serial: 'x' }, { to: 'ff' }, { at: 'gestern' }])
		assert.deepEqual(wrong(await upload(v, from(there, [note(bad)]))), ['bundle'], JSON.stringify(bad))
	assert.deepEqual(wrong(await upload(v, from(there, Array.from({ length: 21 }, () => note())))), ['bundle'])
	const altered = Buffer.from(from(there, [note()]).toString().replace('"minutes":90,"at"', '"minutes":99,"at"'))
	assert.deepEqual(wrong(await upload(v, altered)), ['bundle'])
	const w = await newVolunteer()
	assert.deepEqual(wrong(await upload(w, from(there, [note()]))), ['bundle'], 'of another person')
	const self = await newStaff({ role: 'clerk', person: v.form })
	assert.deepEqual(wrong(await upload(v, from(there, [note()]), self.client)), [''], 'one’s own')
	assert.equal(balance(v.no), had)
	holds()
})

test('where there is no time bank the note stays good; what is above the limit goes to the pool', async () => {
	const had = balance(v.no), n = note({ minutes: 60 })
	sql("UPDATE timebank_rule SET state = 'off'")
	assert.equal(done(await upload(v, from(there, [n]))), 'note_off')
	await bankOn({ cap_hours: String(Math.ceil((had + 1) / 60)) })
	const room = Math.ceil((had + 1) / 60) * 60 - had, before = pool()
	assert.equal(done(await upload(v, from(there, [n]))), 'note_taken')
	assert.deepEqual([balance(v.no), pool()], [had + room, before + 60 - room])
	await bankOn()
	holds()
})

test('what was spent twice by a corrected record is paid of a note', async () => {
	const had = balance(v.no)
	sql(`SET @a = ?; SET @s = (SELECT station_id FROM timebank_account WHERE id = @a);
		INSERT IGNORE INTO timebank_account (uid, kind, station_id, floor_minutes) VALUES (RANDOM_BYTES(16), 'debt', @s, -1000000000000);
		SET @d = (SELECT id FROM timebank_account WHERE station_id = @s AND station_kind = 'debt'); START TRANSACTION;
		UPDATE timebank_account SET balance_minutes = balance_minutes - 20 WHERE id = @d;
		UPDATE timebank_account SET balance_minutes = balance_minutes + 20, debt_minutes = 20 WHERE id = @a;
		INSERT INTO timebank_entry (uid, from_id, to_id, minutes, kind, station_id, from_after, to_after)
			SELECT RANDOM_BYTES(16), @d, @a, 20, 'cover', @s, f.balance_minutes, t.balance_minutes FROM timebank_account f, timebank_account t
			WHERE f.id = @d AND t.id = @a; COMMIT`, [accountOf(v.no).id])
	assert.equal(done(await upload(v, from(there, [note({ minutes: 30 })]))), 'note_taken')
	assert.deepEqual([balance(v.no), debt(v.no)], [had + 30, 0])
	holds()
})
await end()
