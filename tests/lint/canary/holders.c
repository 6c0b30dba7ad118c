/* as: shared/base/secret_holders.c */
static const struct secret_holder holders[] = {
	{ "needs", "seal.key" },
	{ "order", "seal.key,sign.key" }, /* BAD */
	{ "bank", "mac.key" }, /* BAD */
	{ "gone", "" }, /* BAD */
	{ "bank-clock", "" },
};
===== as: cgi/needs/needs.c
int main(void)
{
	return app_run(&app, tell);
}
===== as: cgi/order/order.c
int main(void)
{
	return app_run(&app, secret_unseal(NULL));
}
===== as: cgi/bank/bank.c
int main(void)
{
	return app_run(&app, marked);
}
===== as: cgi/bank-clock/bank-clock.c
int main(void)
{
	return loop_run(page);
}
===== as: shared/data/tell.c
struct bytes tell(void)
{
	return secret_seal(a, "message.words", uid, text);
}
===== as: shared/hours/honour.c
enum err marked(void)
{
	return secret_mark(a, "honour", secret_mac(a, "x", b), &mark);
}
===== as: shared/web/page.c
enum err page(void)
{
	return secret_mac(a, "x", b);
}
