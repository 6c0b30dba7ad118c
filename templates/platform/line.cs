<?cs include!"layout.cs" ?><?cs include!"platform/tabs.cs" ?><?cs call:page_head("staff", Lang.platform.title) ?>
<?cs call:title(Lang.platform.title) ?><?cs call:platform_tabs() ?>
<?cs each:d = Page.Destinations ?><?cs if:d.words ?><?cs call:note(d.words) ?><?cs /if ?><?cs
if:d.state == "stopped" && Page.Who.Role.manager ?><?cs call:act("/platform/destination/" + d.code + "/resume", Lang.platform.resume) ?><?cs /if ?><?cs /each ?>
<?cs call:facts_start() ?><?cs if:Page.Balance.waiting ?><?cs call:fact(Lang.State.outbox.waiting, Page.Balance.waiting) ?><?cs /if ?><?cs
if:Page.Balance.refused ?><?cs call:fact(Lang.State.outbox.refused, Page.Balance.refused) ?><?cs /if ?><?cs
if:Page.Balance.parked ?><?cs call:fact(Lang.State.outbox.parked, Page.Balance.parked) ?><?cs /if ?><?cs
call:fact(Lang.State.outbox.accepted, Page.Balance.accepted) ?><?cs call:facts_end() ?>
<?cs call:filter_start("/platform/") ?><?cs call:filter_select("state", Lang.State.outbox) ?><?cs call:filter_select("kind", Lang.State.outbox_kind) ?><?cs call:filter_end() ?>
<?cs if:subcount(Page.Rows) ?><?cs call:table_start(Lang.platform.title) ?><?cs call:th(Lang.platform.record) ?><?cs call:th(Lang.platform.kind) ?><?cs
call:th(Lang.platform.person) ?><?cs call:th(Lang.platform.about) ?><?cs call:th(Lang.Layout.state) ?><?cs call:th(Lang.platform.receipt_or_reason) ?><?cs
call:th_num(Lang.platform.days_left) ?><?cs call:th(Lang.platform.created) ?><?cs call:table_body() ?>
<?cs each:r = Page.Rows ?><?cs call:tr() ?><?cs if:r.record_no ?><?cs call:td_link("/platform/" + r.no, r.record_no) ?><?cs else ?><?cs
call:td_link("/platform/" + r.no, Lang.platform.show) ?><?cs /if ?><?cs call:td(Lang.State.outbox_kind[r.kind]) ?><?cs call:td(r.person) ?><?cs
call:td(r.title) ?><?cs call:td_state("outbox", r.state) ?><?cs if:r.receipt ?><?cs call:td(r.receipt) ?><?cs else ?><?cs call:td(r.words) ?><?cs /if ?><?cs call:td_num(r.days_left) ?><?cs call:td(r.created) ?><?cs call:tr_end() ?><?cs /each ?>
<?cs call:table_end() ?><?cs call:pager() ?><?cs else ?><?cs call:empty(Lang.platform.empty) ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
