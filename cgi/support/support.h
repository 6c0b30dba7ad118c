/*
 * support.h - what keeps volunteers safe 志愿者保障: insurance and agreements.
 *
 * Owns insurance, insurance_person, agreement_text and agreement; whether somebody has what an
 * activity asks for is asked by data/safeguard.h.
 */
#ifndef ZYZ_SUPPORT_H
#define ZYZ_SUPPORT_H

#include "app.h"
#include "safeguard.h"

enum err policy_list(struct rq *q);
enum err policy_new(struct rq *q);
enum err policy_add(struct rq *q);
enum err policy_show(struct rq *q);
enum err policy_end(struct rq *q);
enum err policy_paper(struct rq *q);
enum err policy_file(struct rq *q);
/* policy_edit.c */
enum err policy_edit(struct rq *q);
enum err policy_save(struct rq *q);
/* insured.c */
enum err policy_name(struct rq *q);
enum err policy_name_all(struct rq *q);
enum err policy_unname(struct rq *q);

#define POLICY_COLS(X, T) \
	X(T, INT, id, "id") \
	X(T, INT, project, "project_id") \
	X(T, TEXT, covers, "covers") \
	X(T, TEXT, ended_at, "ended_at")
struct policy_row {
	POLICY_COLS(ROW_MEMBER_, )
};
/* The policy that the address names, of the asker's station. */
enum err policy_here(struct rq *q, struct policy_row *p) MUST_USE;

/* text.c: what is agreed to */
enum err text_list(struct rq *q);
enum err text_new(struct rq *q);
enum err text_publish(struct rq *q);
enum err text_show(struct rq *q);
enum err text_end(struct rq *q);

/* agreement.c: who has signed, for staff */
enum err agreement_list(struct rq *q);
enum err agreement_new(struct rq *q);
enum err agreement_note(struct rq *q);
enum err agreement_show(struct rq *q);
enum err agreement_file(struct rq *q);
enum err agreement_edit(struct rq *q);
enum err agreement_save(struct rq *q);
enum err agreement_end(struct rq *q);

/* sign.c: for volunteers, on the phone */
enum err mine_list(struct rq *q);
enum err mine_show(struct rq *q);
enum err sign_show(struct rq *q);
enum err sign(struct rq *q);

/* paper.c: one that was signed, as a sheet to print */
enum err agreement_print(struct rq *q);
enum err mine_print(struct rq *q);

/* How it stands today: ended, old (another text is in force), over, valid. */
#define AGREEMENT_STATE \
	"IF(g.ended_at IS NOT NULL, 'ended', IF(NOT g.text_id <=> " AGREEMENT_TEXT( \
		"g.station_id") ", 'old', IF(g.valid_until < CURDATE(), 'over', 'valid')))"
/* Page.Text.Lines.N.line: the words of Page.Text, one paragraph to a node. */
void put_lines(struct rq *q);
/* Text of an agreement: what was signed, with its lines. */
enum err put_signed(struct rq *q, int64_t agreement) MUST_USE;

/* What is signed: the text, how, with the paper that shows it. */
struct signing {
	struct rq *q;
	int64_t station, text, person, months, document;
	const char *how, *on, *action;
	struct bytes uid;
};
/* In the caller's transaction. ERR_DUPLICATE: this version is signed already. */
enum err agreement_keep(const struct signing *s) MUST_USE;

#endif
