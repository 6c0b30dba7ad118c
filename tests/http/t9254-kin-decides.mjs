// Staff who may not decide about themselves decided about their own family: whose application is approved, who passed a training.
import { assert, cleanup, end, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { personOf } from './lib/family.mjs'
import { applicationOf, apply, approve, published } from './lib/project.mjs'

const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const me = Number(value("SELECT person_id FROM staff WHERE login = 'liwei'"))
cleanup(() => sql('DELETE FROM proxy WHERE proxy_person_id = ? OR person_id = ?', [me, me]))
/** As both agreed a year ago; ended so many days ago. */
const family = (one, other, ended = null) => sql(`INSERT INTO proxy (uid, person_id, proxy_person_id, kind, way, given_at, person_agreed_at, proxy_agreed_at,
	ended_at, ended_by) VALUES (RANDOM_BYTES(16), ?, ?, 'proxy', 'own', NOW() - INTERVAL 1 YEAR, NOW() - INTERVAL 1 YEAR, NOW() - INTERVAL 1 YEAR,
	NOW() - INTERVAL ? DAY, IF(? IS NULL, NULL, 'person'))`, [one, other, ended, ended])

test('an application of somebody of the family is approved by a colleague', async () => {
	const p = await published(clerk, reviewer, { positions: [{ wanted: 5 }] })
	const [acted, acts, long, asked] = await Promise.all(Array.from({ length: 4 }, () => newVolunteer()))
	for (const v of [acted, acts, long, asked]) status(await apply(v, p.no, p.positions[0]), 303)
	family(personOf(acted), me)
	family(me, personOf(acts))
	family(personOf(long), me, 91)
	sql(`INSERT INTO proxy (uid, person_id, proxy_person_id, kind, given_at, proxy_agreed_at) VALUES (RANDOM_BYTES(16), ?, ?, 'proxy', NOW(), NOW())`,
		[personOf(asked), me])
	for (const v of [acted, acts]) {
		assert.match(status(await approve(clerk, p.no, v), 422).text, /您的家人（代办或监护）有关，须由其他工作人员办理/)
		assert.equal(applicationOf(p.no, v).state, 'pending')
	}
	for (const v of [long, asked]) status(await approve(clerk, p.no, v), 303)
	status(await approve(reviewer, p.no, acted), 303)
})

await end()
