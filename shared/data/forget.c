/* forget.c - free words and files about a person, emptied. */
#include "forget.h"

/* LEFT(x, 0): a reason that must be there, because the row was refused, stays as an empty one. */
static struct stmt application_q = SQL(
	"UPDATE application"
	"   SET note = '', reason = LEFT(reason, 0)"
	" WHERE person_id = ?");
static struct stmt enrolment_q = SQL(
	"UPDATE enrolment"
	"   SET reason = LEFT(reason, 0)"
	" WHERE person_id = ?");
static struct stmt roster_q = SQL(
	"UPDATE roster"
	"   SET note = '', company = '', excuse = ''"
	" WHERE person_id = ?");
static struct stmt no_show_q = SQL(
	"UPDATE no_show"
	"   SET explanation = '', answer = ''"
	" WHERE person_id = ?");
/* That there was an agreement stays, without its picture; the picture goes by web/proof.h. */
static struct stmt agreement_q = SQL(
	"UPDATE agreement"
	"   SET end_reason = LEFT(end_reason, 0), document_id = NULL"
	" WHERE person_id = ?");
static struct stmt evaluation_q = SQL(
	"UPDATE evaluation"
	"   SET words = ''"
	" WHERE person_id = ?");
static struct stmt honour_q = SQL(
	"UPDATE honour"
	"   SET content = '', reason = LEFT(reason, 0)"
	" WHERE person_id = ?");
static struct stmt nomination_q = SQL(
	"UPDATE honour_nomination"
	"   SET deeds = '', outside = '', reason = LEFT(reason, 0)"
	" WHERE person_id = ?");
/* What they did where, and pictures of them; the figures are of nobody from now on. */
static struct stmt nominated_q = SQL(
	"DELETE r"
	"  FROM nomination_record r"
	"  JOIN honour_nomination n ON n.id = r.nomination_id"
	" WHERE n.person_id = ?");
static struct stmt pictured_q = SQL(
	"DELETE r"
	"  FROM nomination_picture r"
	"  JOIN honour_nomination n ON n.id = r.nomination_id"
	" WHERE n.person_id = ?");
static struct stmt star_q = SQL(
	"UPDATE star_award"
	"   SET reason = LEFT(reason, 0), objection = ''"
	" WHERE person_id = ?");
static struct stmt move_q = SQL(
	"UPDATE station_move"
	"   SET reason = '', answer = LEFT(answer, 0)"
	" WHERE person_id = ?");
static struct stmt transfer_q = SQL(
	"UPDATE transfer"
	"   SET reason = LEFT(reason, 0)"
	" WHERE person_id = ?");
/* The bundles that they came with name them; what was taken from them stays as figures. */
static struct stmt file_q = SQL(
	"DELETE f"
	"  FROM transfer_file f"
	"  JOIN transfer t ON t.id = f.transfer_id"
	" WHERE t.person_id = ?");
/* What was printed stays frozen in the certificate; the drawing of it does not. */
static struct stmt paper_q = SQL(
	"DELETE f"
	"  FROM certificate_file f"
	"  JOIN certificate c ON c.id = f.certificate_id"
	" WHERE c.person_id = ?");
/* A decision is drawn anew without them. */
static struct stmt decision_q = SQL(
	"DELETE f"
	"  FROM honour_decision_file f"
	"  JOIN honour h ON h.decision_id = f.decision_id"
	" WHERE h.person_id = ?");

static struct stmt ask_q = SQL(
	"UPDATE team_ask"
	"   SET words = ''"
	" WHERE person_id = ?");
/* No words, but a place that nobody fills any more. */
static struct stmt member_q = SQL(
	"UPDATE team_member m"
	"  JOIN team t ON t.id = m.team_id"
	"   SET m.left_at = NOW(), t.members = t.members - 1,"
	"       t.leader_id = NULLIF(t.leader_id, m.person_id)"
	" WHERE m.person_id = ?"
	"   AND m.left_at IS NULL");

/* What they said of when and how they take orders. */
static struct stmt helper_q = SQL(
	"DELETE FROM order_helper"
	" WHERE person_id = ?");

/* What they were told, and how they wanted to be. */
static struct stmt message_q = SQL(
	"DELETE FROM message"
	" WHERE person_id = ?");
static struct stmt way_q = SQL(
	"DELETE FROM message_way"
	" WHERE person_id = ?");

static struct stmt standby_q = SQL(
	"DELETE FROM standby"
	" WHERE person_id = ?");

/* The household's account stays without them; who checked is a row of nobody. */
static struct stmt green_q = SQL(
	"UPDATE green_account"
	"   SET person_id = NULL"
	" WHERE person_id = ?");
static struct stmt duty_q = SQL(
	"DELETE FROM green_duty"
	" WHERE person_id = ?");

static struct stmt calendar_q = SQL(
	"DELETE FROM calendar_feed"
	" WHERE person_id = ?");

/* What they gave or were paid stays in the ledger, as of nobody. */
static struct stmt fund_q = SQL(
	"UPDATE fund_entry"
	"   SET party = '', party_public = 0, person_id = NULL"
	" WHERE person_id = ?");

static struct stmt *const all[] = {
	&application_q, &enrolment_q, &roster_q,   &evaluation_q, &honour_q,   &nomination_q,
	&nominated_q,   &pictured_q,  &star_q,     &move_q,       &transfer_q, &file_q,
	&ask_q,         &member_q,    &paper_q,    &agreement_q,  &helper_q,   &message_q,
	&way_q,         &no_show_q,   &calendar_q, &standby_q,    &decision_q, &green_q,
	&duty_q,        &fund_q,
};

enum err words_forget(int64_t person_id)
{
	enum err e = OK;
	for (size_t i = 0; !e && i < sizeof(all) / sizeof(all[0]); i++)
		e = db_exec(all[i], ARGS(A_(person_id)), NULL);
	return e;
}
