<?cs include!"layout.cs" ?><?cs def:board_body() ?><?cs call:title(Page.Activity.title + " " + Lang.activity.board) ?>
<?cs call:facts_start() ?><?cs call:fact(Lang.activity.roster, Page.Count.roster) ?><?cs call:fact(Lang.activity.here, Page.Count.here) ?><?cs
call:fact(Lang.activity.missing, Page.Count.missing) ?><?cs call:fact(Lang.activity.gone, Page.Count.gone) ?><?cs call:facts_end() ?>
<?cs if:subcount(Page.Declared) ?><?cs call:subtitle(Lang.activity.declared) ?><?cs call:note(Lang.activity.declared_note) ?>
<?cs each:d = Page.Declared ?><?cs call:para(d.name + " " + d.begins + "–" + d.ends + " " + d.remark) ?><?cs if:d.own ?><?cs call:para(Lang.activity.own_declared) ?><?cs
else ?><?cs call:act_second("/activity/record/" + d.no + "/confirm", Lang.activity.confirm) ?><?cs /if ?><?cs /each ?><?cs /if ?><?cs /def ?><?cs
if:Page.Who.kind == "volunteer" ?><?cs call:page_head("volunteer", Lang.activity.board) ?>
<?cs call:back("/activity/" + Page.Activity.no, Lang.Layout.back) ?>
<?cs call:board_body() ?><?cs if:subcount(Page.People) ?><?cs call:cells_start(Lang.activity.people) ?>
<?cs each:p = Page.People ?><?cs if:p.came ?><?cs call:cell(p.name, p.came + "–" + p.left_at + " " + p.duty, Lang.activity[p.place]) ?><?cs else ?><?cs call:cell(p.name, p.duty, Lang.activity[p.place]) ?><?cs /if ?><?cs /each ?><?cs call:cells_end() ?><?cs /if ?>
<?cs call:page_foot("volunteer") ?><?cs else ?><?cs call:page_head("staff", Lang.activity.board) ?>
<?cs call:back("/activity/manage/" + Page.Activity.no, Lang.Layout.back) ?>
<?cs call:board_body() ?><?cs if:subcount(Page.People) ?><?cs call:table_start(Lang.activity.people) ?><?cs call:th(Lang.activity.Field.volunteer_no) ?><?cs
call:th(Lang.Field.name) ?><?cs call:th(Lang.activity.Field.duty) ?><?cs call:th(Lang.activity.came) ?><?cs call:th(Lang.activity.left_at) ?><?cs
call:th(Lang.activity.whereabouts) ?><?cs call:table_body() ?>
<?cs each:p = Page.People ?><?cs call:tr() ?><?cs call:td(p.no) ?><?cs call:td(p.name) ?><?cs call:td(p.duty) ?><?cs call:td(p.came) ?><?cs call:td_day(p.left_at) ?><?cs
call:td(Lang.activity[p.place]) ?><?cs call:tr_end() ?><?cs /each ?><?cs call:table_end() ?><?cs else ?><?cs call:empty(Lang.activity.roster_empty) ?><?cs /if ?>
<?cs call:page_foot("staff") ?><?cs /if ?>
