// needs.mjs - a survey of twelve questions with very many sheets, and what reading it costs.
//
//	needs.mjs plant SHEETS          makes it by the pages, its answers by SQL; prints its address
//	needs.mjs measure CODE ROUNDS   results with a cross table, one sheet, all answers as a table
//
// Chance is the CRC of names and numbers. Sums are made of the planted answers once, as the pages move them with each.
import fs from 'node:fs'
import { Client, DEMO_PASSWORD, sql, status, value } from '../http/lib.mjs'

const [, , what, ...args] = process.argv
const clerk = new Client()
await clerk.signInStaff('liwei', DEMO_PASSWORD)

function answers(survey, sheets) {
	const chance = (q, n) => `CRC32(CONCAT(${q}, ' ', r.id)) % ${n}`
	const from = (kind, cond) => `FROM response r JOIN question q ON q.survey_id = r.survey_id AND q.kind = '${kind}' ${cond} WHERE r.survey_id = ${survey}`
	sql(`INSERT INTO response (uid, survey_id, station_id, at, by_proxy) SELECT UNHEX(MD5(CONCAT('bench ', seq))), ${survey}, 1,
		NOW() - INTERVAL seq SECOND, seq % 7 = 0 FROM seq_1_to_${sheets}`)
	sql(`INSERT INTO answer (response_id, question_id, choice_id) SELECT r.id, q.id, c.id ${from('single', `JOIN
		(SELECT question_id, COUNT(*) n FROM choice GROUP BY question_id) k ON k.question_id = q.id JOIN choice c ON c.question_id = q.id AND
		c.place = 1 + ${chance('q.place', 'k.n')}`)}`)
	sql(`INSERT INTO answer (response_id, question_id, choice_id) SELECT r.id, q.id, c.id ${from('multi', `JOIN choice c ON c.question_id = q.id AND
		${chance("q.place, '-', c.place", 3)} = 0`)}`)
	sql(`INSERT INTO answer (response_id, question_id, number) SELECT r.id, q.id, 1 + ${chance('q.place', 5)} ${from('scale', '')}`)
	sql(`INSERT INTO answer (response_id, question_id, number) SELECT r.id, q.id, ${chance('q.place', 20)} ${from('number', '')}`)
	sql(`INSERT INTO answer (response_id, question_id, text) SELECT r.id, q.id, '楼道灯坏了，晚上老人上下楼不方便' ${from('text',
		"AND COALESCE(q.maps, '') NOT IN ('name', 'phone')")} AND r.id % 5 = 0`)
}

function sums(survey) {
	const counted = 'COALESCE(a.choice_id, 0), COALESCE(a.number, 0)'
	sql(`INSERT INTO answer_count (question_id, choice_id, value, n) SELECT a.question_id, ${counted}, COUNT(*) FROM answer a JOIN question q ON
		q.id = a.question_id AND q.survey_id = ${survey} WHERE a.text IS NULL GROUP BY 1, 2, 3`)
	sql(`INSERT INTO answer_cross (question_id, by_choice_id, choice_id, value, n) SELECT a.question_id, g.choice_id, ${counted}, COUNT(*)
		FROM question b JOIN answer g ON g.question_id = b.id JOIN answer a ON a.response_id = g.response_id AND a.text IS NULL
		WHERE b.survey_id = ${survey} AND b.by_group = 1 GROUP BY 1, 2, 3, 4`)
}

async function plant(sheets) {
	const made = status(await clerk.submit('/needs/surveys/new', { template: 'community', title: '全区居民需求调查' }), 303)
	const [, code] = /surveys\/([a-z0-9]{8})/.exec(made.location)
	status(await clerk.post(`/needs/surveys/${code}/open`, {}), 303)
	const survey = value('SELECT id FROM survey WHERE code = ?', [code])
	answers(survey, sheets)
	sums(survey)
	sql('UPDATE survey SET answered = ? WHERE id = ?', [sheets, survey])
	sql('ANALYZE TABLE response, answer, answer_count, answer_cross')
	console.log(code)
}

/** Peak of resident memory of the program's workers, in MB, and what of it is theirs alone now. */
function memory(name) {
	const pids = fs.readdirSync('/proc').filter((p) => /^\d+$/.test(p)).filter((p) => {
		try {
			return fs.readlinkSync(`/proc/${p}/exe`) === fs.realpathSync(`${process.env.BUILD}/bin/${name}`) &&
				fs.readFileSync(`/proc/${p}/environ`, 'utf8').includes(process.env.VAR)
		} catch {
			return false
		}
	})
	const of = (p, key, file) => Number(new RegExp(`${key}:\\s+(\\d+)`).exec(fs.readFileSync(`/proc/${p}/${file}`, 'utf8'))[1]) / 1024
	return { peak: Math.max(...pids.map((p) => of(p, 'VmHWM', 'status'))), own: Math.max(...pids.map((p) => of(p, 'Private_Dirty', 'smaps_rollup'))), pss: Math.max(...pids.map((p) => of(p, 'Pss', 'smaps_rollup'))) }
}

const say = (name, figure, unit, goal) => console.log(`${name.padEnd(52)} ${figure.padStart(12)} ${unit.padEnd(12)} target ${goal}`)

async function timed(rounds, path, options) {
	const times = []
	for (let i = 0; i < rounds; i++) {
		const from = process.hrtime.bigint()
		status(await clerk.get(path, options), 200)
		times.push(Number(process.hrtime.bigint() - from) / 1e6)
	}
	return times.sort((a, b) => a - b)
}

async function measure(code, rounds) {
	const by = value("SELECT q.place FROM question q JOIN survey v ON v.id = q.survey_id WHERE v.code = ? AND q.maps = 'age_band'", [code])
	const sheet = value('SELECT LOWER(HEX(r.uid)) FROM response r JOIN survey v ON v.id = r.survey_id WHERE v.code = ? LIMIT 1', [code])
	for (const [name, path, goal] of [
		['results of all answers, cross table', `/needs/surveys/${code}?by=${by}`, '<= 50'],
		['first page of the sheets', `/needs/surveys/${code}/sheets`, ''],
		['one sheet', `/needs/surveys/${code}/sheets/${sheet}`, ''],
		['first question on the phone', `/needs/s/${code}`, ''],
	]) {
		const t = await timed(rounds, path)
		say(`${name}: p50`, t[Math.floor(t.length / 2)].toFixed(1), 'ms', '')
		say(`${name}: p99`, t[Math.floor(t.length * 0.99)].toFixed(1), 'ms', goal)
	}
	const before = memory('needs')
	const [took] = await timed(1, `/needs/surveys/${code}/answers.xlsx`, { timeout: 300_000 })
	const after = memory('needs')
	say('all answers as XLSX', (took / 1000).toFixed(1), 's', '')
	say('memory of a worker meanwhile: its share (PSS)', (after.pss + after.peak - before.peak).toFixed(1), 'MB', '<= 20')
	say('resident with all shared libraries, peak', after.peak.toFixed(1), 'MB', '')
	say('of it more than before', (after.peak - before.peak).toFixed(1), 'MB', '')
}

if (what === 'plant') await plant(Number(args[0]))
else await measure(args[0], Number(args[1]))
process.exit(0)
