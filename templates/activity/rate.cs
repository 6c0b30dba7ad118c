<?cs include!"layout.cs" ?><?cs call:page_head("staff", Lang.activity.rate) ?>
<?cs call:back("/activity/manage/" + Page.Activity.no, Lang.Layout.back) ?>
<?cs call:title(Lang.activity.rate) ?>
<?cs call:lead(Page.Activity.title + " " + Page.Activity.day) ?>
<?cs call:note(Lang.activity.rate_note) ?>
<?cs if:subcount(Page.People) ?><?cs call:form_start("/activity/manage/" + Page.Activity.no + "/rate") ?>
<?cs call:table_start(Lang.activity.people) ?><?cs call:th_check_all("person", Lang.Layout.choose_all) ?><?cs call:th(Lang.activity.Field.volunteer_no) ?><?cs
call:th(Lang.Field.name) ?><?cs call:th_num(Lang.activity.hours) ?><?cs call:th_num(Lang.activity.Field.score_a) ?><?cs call:th_num(Lang.activity.Field.score_b) ?><?cs
call:th_num(Lang.activity.Field.score_c) ?><?cs call:th(Lang.activity.Field.words) ?><?cs call:th(Lang.activity.rated_on) ?><?cs call:table_body() ?>
<?cs each:p = Page.People ?><?cs call:tr() ?><td class="govuk-table__cell"><input type="checkbox" class="zyz-tick" name="person" value="<?cs var:p.ref ?>" aria-label="<?cs
var:Lang.activity.choose ?> <?cs var:p.name ?>"<?cs if:Page.Form.person_is[p.ref] ?> checked<?cs /if ?>></td><?cs call:td(p.no) ?><?cs call:td(p.name) ?><?cs call:td_num(p.hours) ?><?cs
call:td_num(p.score_a) ?><?cs call:td_num(p.score_b) ?><?cs call:td_num(p.score_c) ?><?cs call:td(p.words) ?><?cs call:td_day(p.rated_on) ?><?cs call:tr_end() ?><?cs /each ?>
<?cs call:table_end() ?>
<?cs call:select("score_a", "required", Lang.activity.Score) ?><?cs call:select("score_b", "required", Lang.activity.Score) ?><?cs
call:select("score_c", "required", Lang.activity.Score) ?><?cs call:textarea("words", "required", "3") ?><?cs call:submit(Lang.activity.rate_save) ?><?cs call:form_end() ?>
<?cs else ?><?cs call:empty(Lang.activity.rate_empty) ?><?cs /if ?>
<?cs call:subtitle(Lang.activity.views) ?>
<?cs if:Page.Mean.people ?><?cs call:facts_start() ?><?cs call:fact(Lang.activity.views_people, Page.Mean.people) ?><?cs
call:fact(Lang.activity.Of_station.score_a, Page.Mean.score_a) ?><?cs call:fact(Lang.activity.Of_station.score_b, Page.Mean.score_b) ?><?cs
call:fact(Lang.activity.Of_station.score_c, Page.Mean.score_c) ?><?cs each:v = Page.Views ?><?cs call:fact(v.rated_on, v.words) ?><?cs /each ?><?cs call:facts_end() ?>
<?cs else ?><?cs call:empty(Lang.activity.views_empty) ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
