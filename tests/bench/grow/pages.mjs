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
const decision = hex('uid', 'honour_decision ORDER BY id');
const selection = hex('uid', 'selection ORDER BY id');
const nomination = hex('uid', 'honour_nomination WHERE selection_id IS NOT NULL ORDER BY id');
const typical = hex('uid', "typical_case WHERE state = 'draft' ORDER BY id");
const told = hex('uid', "typical_case WHERE state = 'published' ORDER BY id");
const shown = `SELECT LOWER(HEX(t.uid)), LOWER(HEX(d.uid)) FROM typical_case t JOIN typical_case_picture x ON x.case_id = t.id
	JOIN document d ON d.id = x.document_id LIMIT 1`;
const shifts = 'shift s JOIN activity a ON a.id = s.activity_id JOIN project p ON p.id = s.project_id';
const waiting = first('a.no', `application x JOIN activity a ON a.id = x.activity_id WHERE x.person_id = ${PERSON} ORDER BY x.id`);
const one = (no) => `SELECT '${no}'`;

/** path → what its parts are, and who asks when it is not whom the route names. */
export const parts = {
	'/merge/double/{uid}': { is: hex('uid', 'person_double ORDER BY id') },
	'/merge/{no}': { is: one('ONE0006') },
	'/account/messages/{uid}': { is: hex('client_msg_id', `message WHERE person_id = ${PERSON} AND channel = 'inbox' ORDER BY id`) },
	'/account/letter/{of}/{no}': { is: first("'roster', no", "activity WHERE station_id = 1 AND state = 'published' ORDER BY id") },
	'/account/wechat/file/{name}': { is: one('MP_verify_0000000000000000.txt') },
	'/account/qr/{token}': { is: one('00000000000000000000000000000000') },
	'/account/corrections/{no}': { is: one('ONE0007') },
	'/account/volunteers/{no}/correct': { is: first('no', 'volunteer WHERE station_id = 1 ORDER BY person_id') },
	'/account/volunteers/{no}/edit': { is: first('no', 'volunteer WHERE station_id = 1 ORDER BY person_id') },
	'/account/volunteers/{no}/records': { is: first('no', 'volunteer WHERE station_id = 1 ORDER BY person_id') },
	'/account/volunteers/{no}/worker': { is: first('no', 'volunteer WHERE station_id = 1 ORDER BY person_id') },
	'/account/volunteers/{no}/family': { is: first('no', 'volunteer WHERE station_id = 1 ORDER BY person_id') },
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
	'/activity/manage/{no}/sheet': { is: activity('recording') },
	'/activity/manage/{no}/offline': { is: activity('published'), who: 'manager' },
	'/activity/manage/{no}/rate': { is: activity('notice') },
	'/activity/notice/case/{no}': { is: one('ONE0001') },
	'/activity/notice/record/{no}': { is: record('notice') },
	'/activity/notice/{no}': { is: activity('notice') },
	'/activity/record/{no}': { is: record('to_review') },
	'/activity/record/{no}/object': { is: own },
	'/activity/{no}': { is: activity('published') },
	'/activity/manage/absences/{uid}': { is: hex('uid', 'no_show ORDER BY id') },
	'/activity/{no}/absent': { is: first('a.no', `no_show n JOIN activity a ON a.id = n.activity_id WHERE n.person_id = ${PERSON} ORDER BY n.id`) },
	'/activity/{no}/leave': { is: activity('published') },
	'/bank/green/a/{no}': { is: one('ONE0009') },
	'/bank/green/a/{no}/card': { is: one('ONE0009') },
	'/bank/gifts/{uid}': { is: one('00') },
	'/bank/gifts/x/{uid}': { is: one('00') },
	'/bank/offers/{uid}': { is: one('00') },
	'/bank/s/{station}/shelf': { is: one(1) },
	'/bank/s/{station}/offers': { is: one(1) },
	'/commend/certificate/{no}': { is: certificate },
	'/commend/manage/certificates/{no}': { is: certificate },
	'/commend/manage/honours/{no}': { is: one('ONE0002') },
	'/commend/manage/stars/{ref}': { is: hex('uid', 'star_award ORDER BY id') },
	'/commend/stars/{ref}': { is: hex('uid', 'star_award ORDER BY id') },
	'/commend/notice/{ref}': { is: hex('uid', 'star_award ORDER BY id') },
	'/commend/levels/{star}': { is: one('1') },
	'/commend/verify/{no}': { is: certificate },
	'/commend/honours/{year}': { is: 'SELECT YEAR(CURDATE())' },
	'/commend/certificates/{station}': { is: one('1') },
	'/commend/decisions/{uid}': { is: decision },
	'/commend/manage/honours/{no}/edit': { is: one('none') },
	'/commend/manage/honours/{no}/evidence': { is: one('ONE0002') },
	'/commend/cases/{uid}': { is: told },
	'/commend/cases/{uid}/p/{pic}': { is: shown },
	'/commend/manage/cases/{uid}/p/{pic}': { is: shown },
	'/commend/manage/cases/{uid}': { is: typical },
	'/commend/manage/cases/{uid}/change': { is: typical },
	'/commend/manage/selections/{uid}': { is: selection },
	'/commend/manage/selections/{uid}/find': { is: selection },
	'/commend/manage/nominations/{uid}': { is: nomination },
	'/commend/manage/nominations/{uid}/p/{pic}': { is: first("LOWER(HEX(uid)), '00'", 'honour_nomination WHERE selection_id IS NOT NULL ORDER BY id') },
	'/commend/manage/nominations/{uid}/{file}': { is: first("LOWER(HEX(uid)), 'nomination.pdf'", 'honour_nomination WHERE selection_id IS NOT NULL ORDER BY id') },
	'/commend/manage/decisions/{uid}': { is: decision },
	'/commend/manage/decisions/{uid}/change': { is: decision },
	'/commend/manage/decisions/{uid}/pick': { is: decision },
	'/commend/manage/decisions/{uid}/{file}': { is: first("LOWER(HEX(uid)), 'decision.pdf'", 'honour_decision ORDER BY id') },
	'/account/notes/{of}/{no}': { is: "SELECT 'household', MIN(no) FROM household WHERE station_id = 1" },
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
	'/order/desk/{no}/edit': { is: first('no', "service_order WHERE station_id = 1 AND state = 'to_accept' AND created_by IS NOT NULL ORDER BY id") },
	'/order/menu/{uid}': { is: hex('uid', 'service_item WHERE station_id = 1 ORDER BY id') },
	'/order/mine/{no}': { is: one('none') },
	'/order/pair/{no}': { is: one('ONE0008') },
	'/order/pairing/{no}': { is: one('ONE0008') },
	'/order/pairing/{no}/edit': { is: one('ONE0008') },
	'/order/{no}': { is: one('none') },
	'/needs/meetings/{uid}': { is: hex('uid', 'meeting WHERE station_id = 1 ORDER BY id') },
	'/needs/meetings/{uid}/edit': { is: hex('uid', 'meeting WHERE station_id = 1 ORDER BY id') },
	'/needs/visits/{uid}': { is: hex('uid', 'visit WHERE station_id = 1 ORDER BY id') },
	'/needs/visits/{uid}/edit': { is: hex('uid', 'visit WHERE station_id = 1 ORDER BY id') },
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
	'/project/{no}/needs': { is: project('draft') },
	'/project/{no}/needs/{need}': {
		is: first('p.no, n.no', `project_need x JOIN project p ON p.id = x.project_id
			JOIN need n ON n.id = x.need_id WHERE p.station_id = 1 AND p.state IN
			('recruiting', 'running') AND n.state = 'in_project' ORDER BY n.id`),
		who: 'manager',
	},
	'/project/{no}/close': { is: project('running') },
	'/project/{no}/print': { is: project('recruiting') },
	'/project/{no}/void': { is: project('recruiting') },
	'/recruit/review/{uid}': { is: hex('uid', 'application WHERE station_id = 1 ORDER BY id') },
	'/recruit/manage/{no}': { is: project('recruiting') },
	'/recruit/manage/{no}/dispose': { is: project('recruiting') },
	'/recruit/manage/{no}/position/{uid}': {
		is: first('p.no, LOWER(HEX(o.uid))', `position o JOIN project p ON p.id = o.project_id
			WHERE p.station_id = 1 AND p.state = 'recruiting' ORDER BY o.id`) },
	'/recruit/manage/{no}/position/{uid}/invite': {
		is: first('p.no, LOWER(HEX(o.uid))', `position o JOIN project p ON p.id = o.project_id
			WHERE p.station_id = 1 AND p.state = 'recruiting' ORDER BY o.id`) },
	'/recruit/manage/{no}/invite/{uid}': { is: first("no, REPEAT('0', 32)", "project WHERE station_id = 1 AND state = 'recruiting' ORDER BY id") },
	'/recruit/invite/{token}': { is: one('0'.repeat(56)) },
	'/recruit/manage/{no}/shift/{activity}': { is: first('p.no, a.no', `${shifts} WHERE s.station_id = 1 ORDER BY a.id`) },
	'/recruit/manage/{no}/shift/{activity}/group': { is: first('p.no, a.no', `${shifts} WHERE s.station_id = 1 ORDER BY a.id`) },
	'/recruit/draw/{uid}': { is: hex('uid', 'draw ORDER BY id') },
	'/recruit/draw/{uid}/lots': { is: hex('uid', 'draw ORDER BY id') },
	'/recruit/shift/{no}': { is: first('a.no', `${shifts} ORDER BY a.id`) },
	'/recruit/shift/{no}/group': { is: first('a.no', `${shifts} ORDER BY a.id`) },
	'/recruit/shift/{no}/withdraw': { is: waiting },
	'/recruit/{no}': { is: project('recruiting') },
	'/recruit/{no}/withdraw': { is: project('recruiting') },
	'/activity/spot/{uid}': { is: hex('uid', 'spot_check ORDER BY id') },
	'/activity/spots/{uid}': { is: hex('uid', 'spot_check ORDER BY id') },
	'/activity/spots/{uid}/pack': { is: hex('uid', 'spot_check ORDER BY id') },
	'/activity/spots/{uid}/record/{no}': { is: first('LOWER(HEX(c.uid)), r.no', 'spot_item i JOIN spot_check c ON c.id = i.check_id JOIN service_record r ON r.id = i.record_id ORDER BY i.id') },
	'/s/{station}': { is: one(1) },
	'/s/{station}/n/{uid}': { is: hex('uid', 'announcement WHERE published_at IS NOT NULL ORDER BY id') },
	'/s/{station}/p/{uid}': { is: one("1/p/00") },
	'/s/{station}/v/{no}': { is: one(1) },
	'/s/{station}/news': { is: one(1) },
	'/s/{station}/thanks': { is: one(1) },
	'/station/notices/{uid}/parts': { is: hex('uid', 'announcement WHERE station_id = 1 AND published_at IS NULL ORDER BY id') },
	'/s/{station}/report/{year}': { is: first('1, year', "year_report WHERE station_id = 1 AND state = 'published'") },
	'/station/reports/{year}': { is: one(2024) },
	'/station/reports/{year}/publish': { is: one(2023) },
	'/station/notices/{uid}': { is: hex('uid', 'announcement WHERE station_id = 1 ORDER BY id') },
	'/station/orders/{no}': { is: one(1) },
	'/station/feedback/desk/{no}': { is: first('no', "complaint WHERE way = 'feedback' AND station_id = 1 ORDER BY id") },
	'/station/feedback/{no}': { is: first('no', "complaint WHERE way = 'feedback' AND station_id = 1 ORDER BY id") },
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
	'/station/staff/{ref}/edit': { is: hex('uid', 'staff WHERE home_station_id = 1 ORDER BY id') },
	'/bank/about/{station}': { is: one(1) },
	'/bank/manage/account/{uid}': { is: hex('uid', "timebank_account WHERE station_id = 1 AND kind = 'person' ORDER BY id") },
	'/bank/manage/account/{uid}/passbook': { is: hex('uid', "timebank_account WHERE station_id = 1 AND kind = 'person' ORDER BY id") },
	'/bank/rules/{code}': { is: one('610502') },
	'/platform/destinations/{code}': { is: one('exchange') },
	'/support/agreements/{uid}': { is: hex('uid', 'agreement WHERE station_id = 1 ORDER BY id') },
	'/support/agreements/{uid}/edit': { is: hex('uid', 'agreement WHERE station_id = 1 ORDER BY id') },
	'/support/agreements/{uid}/paper': { is: one('00') },
	'/support/agreements/{uid}/print': { is: hex('uid', 'agreement WHERE station_id = 1 ORDER BY id') },
	'/support/budgets/{no}': { is: project('running') },
	'/support/funds/{no}': { is: first('no', 'fund_entry WHERE station_id = 1 ORDER BY id') },
	'/support/funds/{no}/paper': { is: one('00') },
	'/support/funds/{no}/paper/{uid}': { is: one('00') },
	'/support/funds/{no}/thanks': { is: first('no', "fund_entry WHERE station_id = 1 AND direction = 'in' ORDER BY id") },
	'/support/materials/{uid}': { is: hex('uid', 'material_thing WHERE station_id = 1 ORDER BY id') },
	'/support/materials/{uid}/edit': { is: hex('uid', 'material_thing WHERE station_id = 1 ORDER BY id') },
	'/support/materials/{uid}/{step}': { is: "SELECT '00', 'in'" },
	'/support/materials/{uid}/loan/{loan}': { is: "SELECT '00', '00'" },
	'/support/materials/{uid}/row/{no}': { is: "SELECT '00', '00'" },
	'/support/materials/{uid}/back/{loan}': { is: "SELECT '00', '00'" },
	'/support/open/{station}': { is: one(1) },
	'/support/insurance/{uid}': { is: hex('uid', 'insurance ORDER BY id') },
	'/support/insurance/{uid}/edit': { is: hex('uid', 'insurance ORDER BY id') },
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
	'/training/manage/{no}/code': { is: training },
	'/training/manage/{no}/materials': { is: training },
	'/training/manage/{no}/materials/{uid}': { is: first("no, REPEAT('0', 32)", 'training WHERE station_id = 1 ORDER BY id') },
	'/training/{no}/material/{uid}': { is: first("no, REPEAT('0', 32)", 'training WHERE station_id = 1 ORDER BY id') },
	'/training/{no}/sign-in': { is: training },
	'/training/c/{token}': { is: one('none') },
	'/training/manage/{no}/sheet': { is: training },
	'/training/{no}': { is: training },
};

/** What a page can be asked besides its bare address; declared lists say theirs themselves. */
export const queries = {
	'/account/volunteers': ['?state=active', '?state=paused'],
	'/activity/manage': ['?state=archived', '?state=recording', '?state=notice'],
	'/commend/manage/honours': ['?state=effective'],
	'/platform/': ['?state=accepted', '?state=waiting'],
	'/needs/cluster': ['?category=0017&group=03&grid=第3网格'],
	'/project/': ['?state=closed', '?state=recruiting'],
	'/recruit/': ['?category=0001', '?suits=1', '?near=1', '?when=week'],
	'/recruit/review': ['?state=accepted', '?state=waiting', '?state=refused'],
	'/training/manage': ['?state=finished'],
	'/station/tally': ['?rows=person&period=last_month', '?rows=activity&period=month&only=c0017'],
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
