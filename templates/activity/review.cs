<?cs include!"layout.cs" ?><?cs include!"activity/_tabs.cs" ?><?cs call:page_head("staff", Lang.activity.review) ?>
<?cs call:title(Lang.activity.review) ?>
<?cs call:activity_tabs() ?>
<?cs if:subcount(Page.Activities) ?><?cs call:filter_start("/activity/manage/review") ?><?cs call:filter_select("activity", Page.Activities) ?><?cs call:filter_end() ?><?cs /if ?>
<?cs if:subcount(Page.Records) ?><?cs call:form_start("/activity/manage/review") ?>
<?cs call:table_start(Lang.activity.review) ?><?cs call:th_check_all("record", Lang.Layout.choose_all) ?><?cs call:th(Lang.activity.record_no) ?><?cs call:th(Lang.Field.name) ?><?cs
call:th(Lang.activity.Field.title) ?><?cs call:th(Lang.activity.when) ?><?cs call:th_num(Lang.activity.hours) ?><?cs call:th(Lang.activity.evidence) ?><?cs
call:th(Lang.activity.logger) ?><?cs call:th(Lang.activity.flags) ?><?cs call:th(Lang.Field.note) ?><?cs call:table_body() ?>
<?cs each:r = Page.Records ?><?cs call:tr() ?><td class="govuk-table__cell"><?cs if:!r.hindrance ?><input type="checkbox" class="zyz-tick" name="record" value="<?cs
var:r.no ?>" aria-label="<?cs var:Lang.activity.choose ?> <?cs var:r.no ?>"><?cs /if ?></td><?cs call:td_link("/activity/record/" + r.no, r.no) ?><?cs call:td(r.name) ?><?cs
call:td_link("/activity/manage/" + r.activity_no, r.title) ?><?cs call:td(r.served_on + " " + r.begins + "–" + r.ends) ?><?cs call:td_num(r.hours) ?><?cs
call:td_start() ?><?cs call:evidence(r.evidence) ?><?cs if:r.proof ?> <a class="<?cs var:Look.link ?>" href="/activity/document/<?cs var:r.proof ?>"><?cs
var:Lang.activity.proof ?></a><?cs /if ?><?cs call:td_end() ?><?cs call:td(r.logger) ?><?cs call:td_start() ?><?cs
each:f = r.Flags ?><?cs call:tag(Lang.activity.Flag[f.word], "wait") ?> <?cs /each ?><?cs if:r.two ?><?cs call:tag(Lang.activity.two, "wait") ?><?cs /if ?><?cs
call:td_end() ?><?cs if:r.hindrance ?><?cs call:td(Lang.activity.Fault[r.hindrance]) ?><?cs else ?><?cs call:td(r.remark) ?><?cs /if ?><?cs call:tr_end() ?><?cs /each ?>
<?cs call:table_end() ?>
<?cs if:Page.Who.Role.reviewer || Page.Who.Role.manager ?><?cs call:text("note", "optional") ?><?cs call:submit(Lang.activity.approve) ?><?cs /if ?><?cs call:form_end() ?>
<?cs call:pager() ?><?cs else ?><?cs call:empty(Lang.activity.review_empty) ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
