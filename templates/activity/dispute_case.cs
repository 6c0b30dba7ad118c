<?cs include!"layout.cs" ?><?cs call:page_head("public", Lang.activity.case_title) ?>
<?cs call:back("/activity/notice/" + Page.Case.activity_no, Lang.activity.notice) ?>
<?cs call:title(Lang.activity.case_title) ?>
<?cs call:facts_start() ?><?cs call:fact(Lang.activity.case_no, Page.Case.no) ?><?cs call:fact_state(Lang.Layout.state, "objection", Page.Case.state) ?><?cs
call:fact(Lang.activity.Field.title, Page.Case.title) ?><?cs call:fact(Lang.activity.raised_at, Page.Case.raised_at) ?><?cs call:fact(Lang.activity.case_due, Page.Case.due_on) ?><?cs
call:fact(Lang.activity.object_reason, Page.Case.reason) ?><?cs call:fact(Lang.activity.result, Page.Case.result) ?><?cs call:fact(Lang.activity.closed_at, Page.Case.closed_at) ?><?cs call:facts_end() ?>
<?cs call:note(Lang.activity.case_keep) ?>
<?cs call:page_foot("public") ?>
