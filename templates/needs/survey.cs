<?cs include!"layout.cs" ?><?cs include!"chart.cs" ?><?cs call:page_head("staff", Page.Survey.title) ?>
<?cs call:back("/needs/surveys", Lang.Layout.back_list) ?>
<?cs call:title(Page.Survey.title) ?>
<?cs call:facts_start() ?><?cs call:fact(Lang.needs.survey_no, Page.Survey.no) ?><?cs call:fact_state(Lang.Layout.state, "survey", Page.Survey.state) ?><?cs
call:fact(Lang.needs.answered, Page.Survey.answered) ?><?cs call:fact(Lang.needs.wanted, Page.Survey.wanted) ?><?cs
call:fact(Lang.needs.closes_on, Page.Survey.closes_on) ?><?cs if:Page.Survey.state != "draft" ?><?cs
call:fact_link(Lang.needs.address, "/needs/s/" + Page.Survey.code, Page.Address) ?><?cs /if ?><?cs call:facts_end() ?>
<?cs if:Page.Survey.state == "draft" ?><?cs call:note(Lang.needs.open_note) ?><?cs call:act("/needs/surveys/" + Page.Survey.code + "/open", Lang.needs.survey_open) ?><?cs
elif:Page.Survey.state == "open" ?><?cs call:act_warn("/needs/surveys/" + Page.Survey.code + "/close", Lang.needs.survey_close) ?><?cs /if ?>
<?cs call:subtitle(Lang.needs.results) ?>
<?cs each:n = Page.Questions ?><?cs if:subcount(n.Counts) ?><?cs call:chart(n.Chart) ?><?cs else ?>
<h3 class="govuk-heading-s"><?cs var:n.place ?>. <?cs var:n.title ?></h3><?cs if:subcount(n.Texts) ?><ul class="govuk-list govuk-list--bullet"><?cs
each:t = n.Texts ?><li><?cs var:t.text ?></li><?cs /each ?></ul><?cs elif:subcount(n.Choices) ?><ul class="govuk-list govuk-list--bullet"><?cs
each:c = n.Choices ?><li><?cs var:c.name ?></li><?cs /each ?></ul><?cs else ?><?cs call:empty(Lang.needs.no_answers) ?><?cs /if ?><?cs /if ?><?cs /each ?>
<?cs call:page_foot("staff") ?>
