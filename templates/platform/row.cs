<?cs include!"layout.cs" ?><?cs call:page_head("staff", Lang.platform.row) ?>
<?cs call:back("/platform/", Lang.Layout.back_list) ?>
<?cs call:title(Lang.platform.row) ?>
<?cs call:facts_start() ?><?cs call:fact_state(Lang.Layout.state, "outbox", Page.Row.state) ?><?cs call:fact(Lang.platform.record, Page.Row.record_no) ?><?cs call:fact(Lang.platform.destination, Page.Row.destination) ?><?cs
call:fact(Lang.platform.kind, Lang.State.outbox_kind[Page.Row.kind]) ?><?cs call:fact(Lang.platform.op, Lang.State.outbox_op[Page.Row.op]) ?><?cs
call:fact(Lang.platform.about, Page.Row.title) ?><?cs call:fact(Lang.platform.person, Page.Row.person) ?><?cs
call:fact(Lang.platform.version, Page.Row.version) ?><?cs call:fact(Lang.platform.platform_key, Page.Row.platform_key) ?><?cs
call:fact(Lang.platform.receipt, Page.Row.receipt) ?><?cs call:fact(Lang.platform.reason, Page.Row.words) ?><?cs call:fact(Lang.platform.reason_code, Page.Row.reason_code) ?><?cs call:fact(Lang.platform.due_on, Page.Row.due_on) ?><?cs
call:fact(Lang.platform.days_left, Page.Row.days_left) ?><?cs call:fact(Lang.platform.created, Page.Row.created) ?><?cs
call:fact(Lang.platform.settled, Page.Row.settled) ?><?cs if:Page.Row.state == "waiting" ?><?cs call:fact(Lang.platform.next_at, Page.Row.next_at) ?><?cs /if ?><?cs
call:facts_end() ?>
<?cs if:string.length(Page.Correct.kind) ?><?cs call:subtitle(Lang.platform.correct) ?><?cs call:para(Lang.platform.correct_note) ?><?cs
call:form_start("/platform/" + Page.Row.no + "/correct") ?><?cs if:Page.Correct.home ?><?cs call:text("platform_no", "optional") ?><?cs /if ?><?cs
if:Page.Correct.kind == "service_record" ?><?cs call:text("place", "required") ?><?cs call:textarea("content", "optional", "3") ?><?cs
call:text("organiser", "optional") ?><?cs call:person("person_in_charge", "optional") ?><?cs elif:Page.Correct.kind == "training_record" ?><?cs
call:textarea("content", "optional", "3") ?><?cs call:text("organiser", "optional") ?><?cs else ?><?cs call:para(Lang.platform.correct_elsewhere) ?><?cs /if ?><?cs call:submit(Lang.platform.correct_send) ?><?cs call:form_end() ?><?cs
elif:Page.Row.state == "refused" || Page.Row.state == "parked" ?><?cs call:note(Lang.platform.retry_note) ?><?cs
call:act("/platform/" + Page.Row.no + "/retry", Lang.platform.retry) ?><?cs /if ?>
<?cs if:subcount(Page.Tries) ?><?cs call:subtitle(Lang.platform.tries) ?><?cs call:table_start(Lang.platform.tries) ?><?cs call:th(Lang.platform.at) ?><?cs
call:th(Lang.platform.class) ?><?cs call:th_num(Lang.platform.http_status) ?><?cs call:th_num(Lang.platform.ms) ?><?cs call:table_body() ?>
<?cs each:t = Page.Tries ?><?cs call:tr() ?><?cs call:td_day(t.at) ?><?cs call:td(Lang.platform.Class[t.class]) ?><?cs call:td_num(t.http_status) ?><?cs
call:td_num(t.ms) ?><?cs call:tr_end() ?><?cs /each ?><?cs call:table_end() ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
