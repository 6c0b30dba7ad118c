as: cgi/needs/needs.c
static const struct move moves[] = { { "verify", "a", "b" }, { 0 } };
static const struct machine need = { "need", moves, &set_q };
	e = audit(&q->actor, "need.add", "need", id, NULL);
	e = audit(&q->actor, "need.lose", "need", id, NULL); /* BAD */
	e = audited(&q->actor, &add_q, ARGS(A_(1)), /* BAD: of the next line */
		    "need.none", "need", &id);
static const struct move other_moves[] = { /* BAD: no word for the move */
	{ "forget", "a", "b" }, { 0 } };
static const struct machine other = { "need", other_moves, &set_q };
===== as: templates/lang/zh/station.hdf
Lang.station.Did.need {
	add = 登记了需求
	verify = 核实了需求
}
Lang.station.Doings.need = 需求
Lang.station.Did.visit {
	add = BAD, a group without a name
}
