<?cs include!"layout.cs" ?><?cs include!"activity/_tabs.cs" ?><?cs call:page_head("staff", Lang.activity.holidays) ?>
<?cs call:title(Lang.activity.holidays) ?>
<?cs call:overseer_tabs() ?>
<?cs call:lead(Lang.activity.holidays_lead) ?>
<?cs call:form_start("/activity/holidays") ?><?cs call:day("day", "required") ?><?cs call:radios("kind", "required", Lang.activity.HolidayKind) ?><?cs
call:text("name", "required") ?><?cs call:text("source", "required") ?><?cs call:submit(Lang.Layout.save) ?><?cs call:form_end() ?>
<?cs if:subcount(Page.Days) ?><?cs call:table_start(Lang.activity.holidays) ?><?cs call:th(Lang.Field.day) ?><?cs call:th(Lang.activity.Field.kind) ?><?cs
call:th(Lang.activity.Field.name) ?><?cs call:th(Lang.activity.Field.source) ?><?cs call:th_hidden(Lang.Layout.actions) ?><?cs call:table_body() ?>
<?cs each:d = Page.Days ?><?cs call:tr() ?><?cs call:td_day(d.day) ?><?cs call:td(Lang.activity.HolidayKind[d.kind]) ?><?cs call:td(d.name) ?><?cs call:td(d.source) ?><?cs
call:td_start() ?><?cs call:act_with("/activity/holidays/remove", "day", d.day, Lang.activity.holiday_remove) ?><?cs call:td_end() ?><?cs call:tr_end() ?><?cs /each ?><?cs
call:table_end() ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
