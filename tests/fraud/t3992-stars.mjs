// Stars behind the program's back: proposed by whose it is, decided by whoever proposed it, on hours that are not there, without a mark.
// The pages refuse what can be asked of them; what is written into the tables zyz-verify names.
import { assert, attempt, effectiveHours, newStaff, newVolunteer, refused, roomToday, sql, staff, status, table, test } from './lib.mjs'
import { cheat, open, restore, STARS, verify, WAS } from './lib/ledger.mjs'
import { decide, given, propose, starRow } from '../http/lib/star.mjs'
import { cleanup } from '../http/lib.mjs'

await roomToday()
const [clerk, reviewer, above] = await Promise.all(['liwei', 'wangfang', 'madan'].map(staff))
// One hour is a star in this county, so that nobody's hours have to be made up.
sql("INSERT INTO star_level (uid, region_code, scope, star, decider, hours, why) VALUES (RANDOM_BYTES(16), '610502', 3, 1, 3, 1, 't3992')")
cleanup(() => sql("UPDATE star_level SET hours = 100 WHERE why = 't3992'"))
const served = async () => {
	const v = await newVolunteer()
	await effectiveHours(clerk, reviewer, v)
	return v
}
const v = await served(), w = await served(), self = await served()
const award = await given(v)
const own = await newStaff({ role: 'reviewer', person: self.form })

attempt('a star proposed by whose it is', 'HTTP', async () => refused(await propose(own.client, self), 409))
attempt('a star decided by whoever proposed it', 'HTTP', async () => {
	const r = await propose(reviewer, w)
	status(r, 303)
	return refused(await decide(reviewer, w), 403)
})
attempt('a star decided by an overseer whose it is', 'HTTP', async () => {
	const id = sql('SELECT person_id FROM volunteer WHERE no = ?', [w.no])[0].person_id
	const was = sql("SELECT person_id FROM staff WHERE login = 'madan'")[0].person_id
	sql("UPDATE staff SET person_id = NULL WHERE person_id = ? ; UPDATE staff SET person_id = ? WHERE login = 'madan'", [id, id])
	try {
		return refused(await decide(above, w), 409)
	} finally {
		sql("UPDATE staff SET person_id = ? WHERE login = 'madan'", [was])
	}
})

await open({ more: STARS })
// The demo was marked today: what is awarded today would count as older than marks.
sql(`UPDATE ${WAS}.mark_start SET at = at - INTERVAL 1 DAY`)
restore()
const at = `uid = x'${award.ref}'`
test('untouched, the star is well', () => {
	const r = verify()
	assert.equal(r.status, 0, r.out + r.err)
})
const named = (name, words, tamper) => attempt(name, 'SQL', async () => {
	restore()
	await tamper()
	const r = verify()
	assert.equal(r.status, 1, `status ${r.status}: ${r.out}${r.err ?? ''}`)
	const line = r.out.split('\n').find((l) => words.test(l))
	assert.ok(line, r.out.slice(0, 600))
	return `zyz-verify, ${line.replace(/\s+/g, ' ').slice(0, 110)}`
})
named('the proposer is written to be whose it is', /proposed or decided by the volunteer/, () =>
	cheat(`UPDATE staff f JOIN star_award x ON x.${at} SET f.person_id = x.person_id WHERE f.id = x.proposed_by`))
named('the decider is whoever proposed it', /decided by whoever proposed it/, () => cheat(`UPDATE star_award SET decided_by = proposed_by WHERE ${at}`))
named('no station proposed it', /no station proposed it/, () => cheat(`UPDATE star_award SET proposed_by = NULL WHERE ${at}`))
named('an overseer of a street decided it', /decided below its level/, () => cheat(`UPDATE star_award SET decided_level = 4 WHERE ${at}`))
named('somebody who oversees nothing decided it', /decided by no overseer/, () =>
	cheat(`UPDATE star_award SET decided_by = (SELECT id FROM staff WHERE login = 'liwei') WHERE ${at}`))
named('more hours than were served', /rests on 60000 minutes where there are/, () => cheat(`UPDATE star_award SET minutes = 60000 WHERE ${at}`))
named('fewer hours than the conditions ask for', /fewer minutes than its conditions/, () => cheat(`UPDATE star_award SET minutes = 1 WHERE ${at}`))
named('the hours below it are gone', /rests on \d+ minutes where there are 0|removed|altered/, () =>
	cheat(`DELETE r FROM service_record r JOIN star_award x ON x.${at} AND x.person_id = r.person_id`))
named('given before its notice had ended', /before its notice had ended/, () => cheat(`UPDATE star_award SET awarded_on = notice_until WHERE ${at}`))
named('a star without a mark', /bears no mark/, () => cheat(`UPDATE star_award SET mark = NULL WHERE ${at}`))
named('five stars on the volunteer, one was given', /has star 5, awarded was 1/, () => cheat(`UPDATE volunteer SET star = 5 WHERE no = '${v.no}'`))
named('a star for somebody else, copied', /star 1, award|award [0-9a-f]{32}/, () => {
	const cols = sql(`SELECT GROUP_CONCAT(column_name) c FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'star_award'
		AND column_name NOT IN ('id', 'uid', 'person_id') AND extra NOT LIKE '%GENERATED%'`)[0].c
	cheat(`INSERT INTO star_award (uid, person_id, ${cols}) SELECT RANDOM_BYTES(16), (SELECT person_id FROM volunteer WHERE star = 0 AND person_id NOT IN
		(SELECT person_id FROM service_record) ORDER BY person_id DESC LIMIT 1), ${cols} FROM star_award WHERE ${at}`)
})
await table()
