/* as: cgi/needs/needs.c - pages that nobody wrote */
	return page(q, "needs/list.cs");
	return page_status(q, 404, "needs/none.cs"); /* BAD */
	return page(q, q->json ? "needs/list.cs" : "list.cs"); /* BAD */
===== as: templates/needs/list.cs
<?cs include!"layout.cs" ?>
<?cs include!"none.cs" ?> BAD
===== as: templates/layout.cs
