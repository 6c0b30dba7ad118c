<?cs include!"layout.cs" ?><?cs call:page_head("resident", Page.Survey.title) ?><?cs
call:title(Page.Survey.title) ?><?cs call:form_start_pages("/needs/s/" + Page.Survey.code, Page.Survey.code) ?><?cs
each:q = Page.Questions ?><?cs call:checks_as(q.field, "optional", q.choices, q.title, q.hint) ?><?cs /each ?><?cs
call:private_start() ?><?cs call:textarea("detail", "optional", "3") ?><?cs call:private_end() ?><?cs
call:together() ?><?cs call:tel("phone", "optional") ?><?cs
call:submit(Lang.Layout.send) ?><?cs call:form_end() ?><?cs call:draft_done(Page.Survey.code) ?><?cs
call:page_foot("resident") ?>
