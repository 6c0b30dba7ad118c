<?cs include!"layout.cs" ?><?cs include!"platform/tabs.cs" ?><?cs call:page_head("staff", Lang.platform.reconcile) ?>
<?cs call:title(Lang.platform.reconcile) ?><?cs call:platform_tabs() ?>
<?cs call:para(Lang.platform.reconcile_lead) ?>
<?cs call:act("/platform/reconcile", Lang.platform.reconcile_ask) ?>
<?cs call:subtitle(Lang.platform.diffs) ?>
<?cs if:subcount(Page.Diffs) ?><?cs call:table_start(Lang.platform.diffs) ?><?cs call:th(Lang.platform.what) ?><?cs call:th(Lang.platform.kind) ?><?cs
call:th(Lang.platform.platform_key) ?><?cs call:th_num(Lang.platform.our_version) ?><?cs call:th_num(Lang.platform.their_version) ?><?cs
call:th(Lang.platform.destination) ?><?cs call:th_hidden(Lang.platform.mend) ?><?cs call:table_body() ?>
<?cs each:d = Page.Diffs ?><?cs call:tr() ?><?cs call:td(Lang.State.reconcile_diff_what[d.what]) ?><?cs call:td(Lang.State.outbox_kind[d.kind]) ?><?cs
if:d.line ?><?cs call:td_link("/platform/" + d.line, d.item_key) ?><?cs else ?><?cs call:td(d.item_key) ?><?cs /if ?><?cs
call:td_num(d.our_version) ?><?cs call:td_num(d.their_version) ?><?cs call:td(d.destination) ?><?cs call:td_start() ?><?cs
call:act_second("/platform/reconcile/" + d.no + "/mend", Lang.platform.mend) ?><?cs call:td_end() ?><?cs call:tr_end() ?><?cs /each ?>
<?cs call:table_end() ?><?cs else ?><?cs call:empty(Lang.platform.diffs_empty) ?><?cs /if ?>
<?cs call:subtitle(Lang.platform.runs) ?>
<?cs if:subcount(Page.Runs) ?><?cs call:table_start(Lang.platform.runs) ?><?cs call:th(Lang.platform.destination) ?><?cs call:th(Lang.platform.asked) ?><?cs
call:th(Lang.platform.ended) ?><?cs call:th(Lang.Layout.state) ?><?cs call:th_num(Lang.platform.ours) ?><?cs call:th_num(Lang.platform.theirs) ?><?cs
call:th_num(Lang.platform.same) ?><?cs call:th_num(Lang.platform.found) ?><?cs call:th_num(Lang.platform.different) ?><?cs call:table_body() ?>
<?cs each:r = Page.Runs ?><?cs call:tr() ?><?cs call:td(r.destination) ?><?cs call:td(r.asked) ?><?cs call:td(r.ended) ?><?cs
call:td(Lang.State.reconcile_run[r.state]) ?><?cs call:td_num(r.ours) ?><?cs call:td_num(r.theirs) ?><?cs call:td_num(r.same) ?><?cs
call:td_num(r.found) ?><?cs call:td_num(r.different) ?><?cs call:tr_end() ?><?cs /each ?>
<?cs call:table_end() ?><?cs else ?><?cs call:empty(Lang.platform.runs_empty) ?><?cs /if ?>
<?cs if:subcount(Page.Days) ?><?cs call:subtitle(Lang.platform.days) ?><?cs call:table_start(Lang.platform.days) ?><?cs call:th(Lang.platform.day) ?><?cs
call:th(Lang.platform.kind) ?><?cs call:th_num(Lang.platform.ours) ?><?cs call:th_num(Lang.platform.same) ?><?cs call:table_body() ?>
<?cs each:d = Page.Days ?><?cs call:tr() ?><?cs call:td_day(d.day) ?><?cs call:td(Lang.State.outbox_kind[d.kind]) ?><?cs call:td_num(d.ours) ?><?cs
call:td_num(d.same) ?><?cs call:tr_end() ?><?cs /each ?><?cs call:table_end() ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
