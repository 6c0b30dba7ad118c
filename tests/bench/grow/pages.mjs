// pages.mjs - every GET page, out of the route tables themselves, so that none can be forgotten: who asks for it, and
// what stands for the {parts} of its address. A page with a {part} needs a row in `parts`; a lint says so.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { programs, routesOf } from '../../lint/programs.mjs';

const top = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

/* Rows that the demo and one.sql put into every schema, by their lowest id. */
const PERSON = '(SELECT MIN(person_id) + 3 FROM volunteer)';
const first = (what, from) => `SELECT ${what} FROM ${from} LIMIT 1`;
const hex = (what, from) => first(`LOWER(HEX(${what}))`, from);
const need = first('no', 'need WHERE station_id = 1 ORDER BY id');
const household = first('no', 'household WHERE station_id = 1 ORDER BY id');
const survey = first('code', 'survey WHERE station_id = 1 ORDER BY id');
const activity = (state) => first('no', `activity WHERE station_id = 1 AND state = '${state}' ORDER BY id`);
const project = (state) => first('no', `project WHERE station_id = 1 AND state = '${state}' ORDER BY id`);
const training = first('no', 'training WHERE station_id = 1 ORDER BY id');
const record = (state) =>
	first('no', `service_record WHERE station_id = 1 AND state = '${state}' AND person_id < 10000 ORDER BY id`);
const own = first('no', `service_record WHERE person_id = ${PERSON} AND state IN ('notice', 'effective') ORDER BY id`);
const team = hex('uid', 'team ORDER BY id');
const certificate = first('no', 'certificate ORDER BY id');
const one = (no) => `SELECT '${no}'`;

/** path → what its parts are, and who asks when it is not whom the route names. */
export const parts = {
	'/merge/double/{uid}': { is: hex('uid', 'person_double ORDER BY id') },
	'/merge/{no}': { is: one('ONE0006') },
	'/account/corrections/{no}': { is: one('ONE0007') },
	'/account/volunteers/{no}/correct': { is: first('no', 'volunteer WHERE station_id = 1 ORDER BY person_id') },
	'/account/volunteers/{no}/edit': { is: first('no', 'volunteer WHERE station_id = 1 ORDER BY person_id') },
	'/account/volunteers/{no}/records': { is: first('no', 'volunteer WHERE station_id = 1 ORDER BY person_id') },
	'/account/volunteers/{no}/worker': { is: first('no', 'volunteer WHERE station_id = 1 ORDER BY person_id') },
	'/account/volunteers/{no}/rebind': { is: first('no', 'volunteer WHERE station_id = 1 ORDER BY person_id') },
	'/account/volunteers/{no}': { is: first('no', 'volunteer WHERE station_id = 1 ORDER BY person_id') },
	'/activity/c/{token}': { is: one('none') },
	'/activity/document/{uid}': { is: hex('uid', 'document ORDER BY id') },
	'/activity/hours/{no}': { is: own },
	'/activity/manage/objections/{no}': { is: one('ONE0001') },
	'/activity/manage/{no}': { is: activity('recording') },
	'/activity/manage/{no}/backfill': { is: activity('recording') },
	'/activity/manage/{no}/board': { is: activity('published'), who: 'manager' },
	'/activity/manage/{no}/code': { is: activity('published'), who: 'manager' },
	'/activity/manage/series/{uid}': { is: hex('uid', 'series ORDER BY id') },
	'/activity/manage/{no}/change': { is: activity('published') },
	'/activity/manage/{no}/edit': { is: activity('published') },
	'/activity/manage/{no}/log': { is: activity('recording') },
	'/activity/manage/{no}/offline': { is: activity('published'), who: 'manager' },
	'/activity/manage/{no}/rate': { is: activity('notice') },
	'/activity/notice/case/{no}': { is: one('ONE0001') },
	'/activity/notice/record/{no}': { is: record('notice') },
	'/activity/notice/{no}': { is: activity('notice') },
	'/activity/record/{no}': { is: record('to_review') },
	'/activity/record/{no}/object': { is: own },
	'/activity/{no}': { is: activity('published') },
	'/commend/certificate/{no}': { is: certificate },
	'/commend/manage/certificates/{no}': { is: certificate },
	'/commend/manage/honours/{no}': { is: one('ONE0002') },
	'/commend/verify/{no}': { is: certificate },
	'/needs/households/{no}': { is: household },
	'/needs/households/{no}/edit': { is: household },
	'/needs/households/{no}/visit': { is: household },
	'/needs/ledger/{no}': { is: need },
	'/needs/surveys/{code}/edit': { is: one('onedraft') },
	'/needs/surveys/{code}/answers.xlsx': { is: survey },
	'/needs/surveys/{code}/sheets': { is: survey },
	'/needs/surveys/{code}/sheets/{uid}': { is: `SELECT v.code, LOWER(HEX(r.uid)) FROM survey v JOIN response r ON r.survey_id = v.id WHERE
		v.station_id = 1 ORDER BY r.id LIMIT 1` },
	'/needs/surveys/{code}/entry': { is: survey },
	'/needs/surveys/{code}/paper.pdf': { is: survey },
	'/needs/surveys/{code}/poster.pdf': { is: survey },
	'/needs/surveys/{code}/preview': { is: survey },
	'/needs/surveys/{code}/question': { is: one('onedraft') },
	'/needs/surveys/{code}/question/{place}': { is: "SELECT 'onedraft', 1" },
	'/needs/ledger/{no}/edit': { is: need },
	'/needs/s/{code}': { is: survey },
	'/needs/s/{code}/thanks': { is: survey },
	'/needs/surveys/{code}': { is: survey },
	'/order/cases/{no}': { is: one('none') },
	'/order/desk/{no}': { is: first('no', 'service_order WHERE station_id = 1 ORDER BY id') },
	'/order/mine/{no}': { is: one('none') },
	'/order/pair/{no}': { is: one('ONE0008') },
	'/order/pairing/{no}': { is: one('ONE0008') },
	'/order/{no}': { is: one('none') },
	'/needs/visits/{uid}': { is: hex('uid', 'visit WHERE station_id = 1 ORDER BY id') },
	'/platform/transfer/mine/{no}': { is: one('ONE0003') },
	'/platform/transfer/move/{no}': { is: one('ONE0004') },
	'/platform/transfer/{no}': { is: one('ONE0003') },
	'/platform/transfer/{no}/file': { is: one('ONE0003') },
	'/platform/{no}': { is: hex('idem', 'outbox WHERE station_id = 1 ORDER BY id') },
	'/project/{no}': { is: project('recruiting') },
	'/project/{no}/change': { is: project('recruiting') },
	'/project/{no}/edit': { is: project('draft') },
	'/project/{no}/position': { is: project('draft') },
	'/project/{no}/position/{uid}': {
		is: first('p.no, LOWER(HEX(o.uid))', `position o JOIN project p ON p.id = o.project_id
			WHERE p.station_id = 1 AND p.state = 'recruiting' ORDER BY o.id`) },
	'/project/{no}/print': { is: project('recruiting') },
	'/project/{no}/void': { is: project('recruiting') },
	'/recruit/review/{uid}': { is: hex('uid', 'application WHERE station_id = 1 ORDER BY id') },
	'/recruit/{no}': { is: project('recruiting') },
	'/s/{station}': { is: one(1) },
	'/s/{station}/n/{uid}': { is: hex('uid', 'announcement WHERE published_at IS NOT NULL ORDER BY id') },
	'/station/notices/{uid}': { is: hex('uid', 'announcement WHERE station_id = 1 ORDER BY id') },
	'/station/places/{no}': { is: one(1) },
	'/station/places/{no}/close': { is: one(1) },
	'/station/document/{uid}': { is: hex('uid', 'document ORDER BY id') },
	'/station/places/{no}/document/{uid}': { is: first('1, LOWER(HEX(uid))', 'document ORDER BY id') },
	'/station/places/{no}/manager': { is: one(1) },
	'/station/places/{no}/papers': { is: one(1) },
	'/station/places/{no}/remarks': { is: one(1) },
	'/station/places/{no}/standards': { is: one(1) },
	'/station/places/{no}/edit': { is: one(1) },
	'/station/rules/{name}': { is: one('offer_hours') },
	'/station/staff/{ref}': { is: hex('uid', 'staff WHERE home_station_id = 1 ORDER BY id') },
	'/support/agreements/{uid}': { is: hex('uid', 'agreement WHERE station_id = 1 ORDER BY id') },
	'/support/agreements/{uid}/paper': { is: one('00') },
	'/support/agreements/{uid}/print': { is: hex('uid', 'agreement WHERE station_id = 1 ORDER BY id') },
	'/support/insurance/{uid}': { is: hex('uid', 'insurance ORDER BY id') },
	'/support/insurance/{uid}/paper': { is: one('00') },
	'/support/mine/{uid}': { is: hex('uid', `agreement WHERE person_id = ${PERSON} ORDER BY id`) },
	'/support/mine/{uid}/print': { is: hex('uid', `agreement WHERE person_id = ${PERSON} ORDER BY id`) },
	'/support/sign/{station}': { is: one(1) },
	'/support/texts/{uid}': { is: hex('uid', 'agreement_text ORDER BY id') },
	'/team/desk/{uid}': { is: team },
	'/team/desk/{uid}/edit': { is: team },
	'/team/t/{uid}': { is: team },
	'/team/t/{uid}/lead': { is: hex('uid', `team WHERE leader_id = ${PERSON} ORDER BY id`) },
	'/training/manage/{no}': { is: training },
	'/training/manage/{no}/edit': { is: training },
	'/training/manage/{no}/roll': { is: training },
	'/training/manage/{no}/sheet': { is: training },
	'/training/{no}': { is: training },
};

/** What a page can be asked besides its bare address; declared lists say theirs themselves. */
export const queries = {
	'/account/volunteers': ['?state=active', '?state=paused'],
	'/activity/manage': ['?state=archived', '?state=recording', '?state=notice'],
	'/commend/manage/honours': ['?state=effective'],
	'/platform/': ['?state=accepted', '?state=waiting'],
	'/project/': ['?state=closed', '?state=recruiting'],
	'/recruit/': ['?category=0001'],
	'/recruit/review': ['?state=accepted', '?state=waiting', '?state=refused'],
	'/training/manage': ['?state=finished'],
};

/** Who asks for pages whose route does not tell. */
const asks = { '/account/password': 'manager', '/account/second': 'manager', '/account/station': 'manager' };

const who = (flags) => /PUBLIC/.test(flags) ? 'nobody'
	: /VOLUNTEER|WECHAT|SIGNED_IN/.test(flags) ? 'volunteer'
	: /OVERSEER/.test(flags) && !/STAFF|DESK/.test(flags) ? 'overseer' : 'manager';

function tree() {
	return fs.globSync ? fs.globSync('cgi/*/*.{c,h}', { cwd: top }) : fs.readdirSync(path.join(top, 'cgi'))
		.flatMap((name) => fs.readdirSync(path.join(top, 'cgi', name)).map((file) => `cgi/${name}/${file}`));
}

/** Every GET route of every program: { path, who, is }. What a page shows the station next door is asked as well. */
export function pages() {
	const files = tree().filter((name) => /\.[ch]$/.test(name))
		.map((name) => ({ path: name, text: fs.readFileSync(path.join(top, name), 'utf8') }));
	const rows = programs(files).flatMap(([, own]) => routesOf(own)).filter((row) => row.method === 'GET');
	return rows.flatMap(({ path: address, flags }) => {
		const page = { path: address, who: asks[address] ?? who(flags), queries: ['', ...queries[address] ?? []], ...parts[address] };
		const neighbour = page.who === 'manager' && !page.is ? [{ ...page, who: 'neighbour' }] : [];
		return [page, ...neighbour];
	});
}

/** Where a page is on this schema; sql asks it. */
export function addressOf(page, sql) {
	const row = page.is ? sql(page.is)[0] : undefined;
	const values = row ? Object.values(row) : [];
	let next = 0;
	return page.path.replace(/\{\w+\}/g, () => encodeURIComponent(values[next++] ?? 'none'));
}
