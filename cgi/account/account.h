/*
 * account.h - the groups of pages of this program and what they share.
 *
 * Owns the rows of person, volunteer, guardian, consent, wechat_account and wechat_login. Id
 * numbers and phones leave the database sealed and leave this program masked, but for three places:
 * the person's own download, a deliberate unmasking by staff, and the sealing of what was just
 * typed.
 */
#ifndef ZYZ_ACCOUNT_H
#define ZYZ_ACCOUNT_H

#include "app.h"
#include "consent.h"
#include "form.h"

#define PAGE_SIZE      30
#define BROWSER_COOKIE "wx" /* ties a WeChat sign-in under way to its browser */

/* sign_in.c */
enum err sign_in_show(struct rq *q);
enum err sign_in(struct rq *q);
enum err sign_out(struct rq *q);
const char *login_lower(struct rq *q, const char *s);
/* The password, or a code in its place, was right: begins a session and leads to the step that is
 * wanting (session_step), to the choice of a station, or to `to`. */
enum err sign_in_enter(struct rq *q, int64_t staff, bool second, const char *to) MUST_USE;
/* The last step, the second factor, is taken: begins the session; *to is where it leads, in place
 * of where one wanted to go or NULL. */
enum err sign_in_end(struct rq *q, int64_t staff, const char **to) MUST_USE;
/* code.c, second.c, one_time.c, password.c, mine.c: the steps of signing in, and one's own
 * account */
enum err code_show(struct rq *q);
enum err code_enter(struct rq *q);
enum err second_show(struct rq *q);
enum err second_set(struct rq *q);
enum err one_time_show(struct rq *q);
enum err one_time_use(struct rq *q);
enum err password_show(struct rq *q);
enum err password_change(struct rq *q);
enum err keys_show(struct rq *q);
enum err keys_save(struct rq *q);
enum err mine_show(struct rq *q);
enum err mine_end(struct rq *q);
/* desk_wait.c: Page.Waiting and, when records do not reach the platform, Page.Late */
enum err put_waiting(struct rq *q) MUST_USE;
enum err put_late(struct rq *q, int64_t minutes) MUST_USE; /* since the oldest was made */
/* desk_day.c: Page.Comes of today, Page.Week by day */
enum err put_days(struct rq *q) MUST_USE;
/* desk.c */
/* first.c: Page.Steps.N.{what,done,href} (managers: the manager does it), .StepsDone, .StepsAll */
enum err put_first_steps(struct rq *q, int64_t station) MUST_USE;
enum err desk(struct rq *q);
enum err station_choose(struct rq *q);
enum err station_take(struct rq *q);
/* wechat_login.c */
enum err wechat_start(struct rq *q);
enum err wechat_callback(struct rq *q);
enum err wechat_js(struct rq *q);
enum err wechat_file(struct rq *q);
/* phone.c: signing in by a phone and a code */
enum err phone_show(struct rq *q);
enum err phone_ask(struct rq *q);
enum err phone_code_show(struct rq *q);
enum err phone_code_enter(struct rq *q);
enum err phone_who_show(struct rq *q);
enum err phone_who_take(struct rq *q);
/* me_phone.c: another phone */
enum err me_phone_show(struct rq *q);
enum err me_phone_old(struct rq *q);
enum err me_phone_old_code(struct rq *q);
enum err me_phone_new(struct rq *q);
enum err me_phone_code(struct rq *q);
/* qr_login.c: a desktop that is signed in by a phone */
enum err qr_make_login(struct rq *q);
enum err qr_wait(struct rq *q);
enum err qr_confirm_show(struct rq *q);
enum err qr_confirm(struct rq *q);
/* register.c */
enum err register_show(struct rq *q);
enum err register_self(struct rq *q);
/* register_kept.c */
enum err register_keep(struct rq *q);
enum err register_keep_drop(struct rq *q);
enum err family_child_keep(struct rq *q);
enum err family_child_drop(struct rq *q);
/* Page.Homes.N.{code,name}: stations to choose from, in the place of a division. */
enum err put_homes(struct rq *q) MUST_USE;
enum err proxy_show(struct rq *q);
enum err proxy_register(struct rq *q);
/* me.c, edit.c, consent.c, export.c, erase.c */
enum err me(struct rq *q);
/* mine_code.c; Page.StaffCode.{login,giver,station,made_at}: an account of staff that waits for
 * their word */
enum err put_staff_code(struct rq *q) MUST_USE;
enum err me_staff_code(struct rq *q);
enum err me_edit(struct rq *q);
enum err me_save(struct rq *q);
enum err consent_show(struct rq *q);
enum err me_consent(struct rq *q);
enum err me_export(struct rq *q);
enum err me_data(struct rq *q);
enum err me_data_paper(struct rq *q);
enum err erase_show(struct rq *q);
enum err erase(struct rq *q);
/* settings.c */
enum err me_settings(struct rq *q);
enum err me_card(struct rq *q);
/* volunteers.c, volunteer.c */
enum err volunteers(struct rq *q);
/* Of a list that has _uid, _phone, _birth_on and minutes: phone masked, age, codes as words. */
enum err volunteer_row(struct rq *q, struct node *n, const struct row *r) MUST_USE;
enum err volunteers_find(struct rq *q);
enum err volunteer_show(struct rq *q);
enum err volunteer_unmask(struct rq *q);
enum err volunteer_guardian(struct rq *q);
/* guardian.c: another guardian named at the desk; what guardians see of a child, and their word */
enum err guardian_change(struct rq *q);
enum err guardian_show(struct rq *q);
enum err guardian_say(struct rq *q);
/* more.c */
enum err me_more(struct rq *q);
enum err me_more_save(struct rq *q);
enum err volunteer_edit(struct rq *q);
enum err volunteer_save(struct rq *q);
/* talent.c */
enum err talent(struct rq *q);
/* file.c: the file of a volunteer, behind put_held() */
enum err put_file(struct rq *q, int64_t person) MUST_USE;
enum err volunteer_records(struct rq *q);
/* task.c: what staff note for themselves, and what comes back to them on a day */
enum err notes_show(struct rq *q);
enum err notes_add(struct rq *q);
enum err notes_drop(struct rq *q);
enum err task_done(struct rq *q);
enum err task_open(struct rq *q);
enum err task_list(struct rq *q);
enum err volunteer_note(struct rq *q);
enum err volunteer_note_drop(struct rq *q);
/* note.c: tags, mainstays */
enum err volunteer_tag(struct rq *q);
enum err volunteer_tag_drop(struct rq *q);
enum err volunteer_backbone(struct rq *q);
/* message.c: what they were told */
enum err messages(struct rq *q);
enum err message_show(struct rq *q);
enum err messages_read(struct rq *q);
/* message_way.c: how they want to be told */
enum err message_ways(struct rq *q);
enum err message_ways_save(struct rq *q);
/* receipt.c: the gateway says what became of an SMS */
enum err receipt(struct rq *q);
/* letter.c: staff write to many; what did not arrive */
enum err letter_form(struct rq *q);
enum err letter_send(struct rq *q);
enum err undelivered(struct rq *q);

/* worker.c */
/* Page.Worker.*, when the person is a social worker. */
enum err put_worker(struct rq *q, int64_t person) MUST_USE;
enum err worker_show(struct rq *q);
enum err worker_save(struct rq *q);
enum err worker_end(struct rq *q);
/* rebind.c */
enum err rebind_show(struct rq *q);
enum err rebind_make(struct rq *q);
enum err me_rebind_show(struct rq *q);
enum err me_rebind(struct rq *q);
enum err bind_show(struct rq *q);
enum err bind_take(struct rq *q);
/* correct.c, correct_decide.c */
enum err me_correct_show(struct rq *q);
enum err me_correct(struct rq *q);
enum err correct_show(struct rq *q);
enum err correct_make(struct rq *q);
enum err corrections(struct rq *q);
enum err correction_show(struct rq *q);
enum err correction_look(struct rq *q);
enum err correction_accept(struct rq *q);
enum err correction_decline(struct rq *q);
enum err correction_cancel(struct rq *q);
/* kin_list.c, kin_step.c, kin_desk.c: 家人 */
enum err family(struct rq *q);
enum err family_act(struct rq *q);
enum err family_self_show(struct rq *q);
enum err family_self(struct rq *q);
enum err family_ask_form(struct rq *q);
enum err family_ask(struct rq *q);
enum err family_code_form(struct rq *q);
enum err family_code(struct rq *q);
enum err family_agree(struct rq *q);
enum err family_end(struct rq *q);
enum err family_guard(struct rq *q);
enum err family_child_form(struct rq *q);
enum err family_child(struct rq *q);
enum err kin_desk(struct rq *q);
enum err kin_paper(struct rq *q);
enum err kin_code(struct rq *q);
enum err kin_desk_end(struct rq *q);
/* looked.c */
enum err me_looked(struct rq *q);
/* Page.Looked.N.{at,staff,field,purpose,changed}, the newest; without staff it was the person. */
enum err put_looked(struct rq *q, int64_t person, int most) MUST_USE;

/* path.c: a path of our own from a `to` field, or fallback: no other host, no control characters,
 * at most 200 bytes. */
const char *local_path(const char *to, const char *fallback);
/* That of the request: of its form, else of its address. */
const char *path_back(const struct rq *q, const char *fallback);

/* held.c: what is kept about one person, opened and masked. */
#define HELD_COLS(X, T) \
	X(T, INT, id, "p.id") \
	X(T, BYTES, uid, "p.uid") \
	X(T, TEXT, name, "p.name") \
	X(T, TEXT, sex, "p.sex") \
	X(T, TEXT, birth_on, "p.birth_on") \
	X(T, TEXT, id_type, "p.id_type") \
	X(T, BYTES, id_no, "p.id_no_sealed") \
	X(T, BYTES, phone, "p.phone_sealed") \
	X(T, INT, phone_proved, "p.phone_proved_at IS NOT NULL") \
	X(T, TEXT, no, "v.no") \
	X(T, TEXT, platform_no, "v.platform_no") \
	X(T, TEXT, state, "v.state") \
	X(T, INT, star, "v.star") \
	X(T, TEXT, registered_at, "v.registered_at") \
	X(T, INT, station_id, "v.station_id") \
	X(T, TEXT, region_code, "v.region_code") \
	X(T, TEXT, service_region_code, "v.service_region_code") \
	X(T, TEXT, categories, "v.categories") \
	X(T, TEXT, skills, "v.skills") \
	X(T, TEXT, fields, "v.fields") \
	X(T, TEXT, available, "v.available") \
	X(T, TEXT, sources, "v.sources") \
	X(T, TEXT, political, "v.political") \
	X(T, TEXT, occupation, "v.occupation") \
	X(T, TEXT, education, "v.education") \
	X(T, TEXT, ethnic, "v.ethnic") \
	X(T, INT, guardian_id, "g.id") \
	X(T, TEXT, guardian_name, "g.name") \
	X(T, TEXT, guardian_relation, "g.relation") \
	X(T, BYTES, guardian_phone, "g.phone_sealed") \
	X(T, TEXT, guardian_consent_at, "g.consent_at")
struct held {
	HELD_COLS(ROW_MEMBER_, )
	const char *id_no_text, *phone_text, *guardian_phone_text; /* opened; NULL: not kept */
};
enum err held_by_person(struct rq *q, int64_t person_id, struct held *h) MUST_USE;
/* By public number at this station; another station's is ERR_NOT_FOUND, and so is who was merged
 * into somebody. */
enum err held_by_no(struct rq *q, const char *no, struct held *h) MUST_USE;
/* What put_held() masks becomes visible to staff: a row of `unmask` for each field that is there.
 * In the transaction before it is shown. */
enum err held_unmask(const struct actor *by, const struct held *h, const char *purpose) MUST_USE;
/* Page.Held.*, Page.Guardian.*: what is masked, or whole when unmasked says so; code lists as their
 * words. */
enum err put_held(struct rq *q, const struct held *h, bool unmasked) MUST_USE;
/* Page.Consents.N.{purpose,given_at,...}: the newest of each purpose. */
enum err put_consents(struct rq *q, int64_t person_id) MUST_USE;

/* The words of this program's consents, in the order of the page. */
extern const char *const consent_words[];
bool consent_needed(const char *purpose); /* nobody is registered without it */

/* choices.c: the lists behind the fields that register, edit and the ledger share. */
enum err put_choices(struct rq *q) MUST_USE;

#endif
