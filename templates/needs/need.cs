<?cs include!"layout.cs" ?><?cs call:page_head("staff", Page.Need.no) ?>
<?cs call:back("/needs/ledger", Lang.Layout.back_list) ?>
<?cs call:title(Lang.needs.need + " " + Page.Need.no) ?>
<?cs call:facts_start() ?><?cs call:fact_state(Lang.Layout.state, "need", Page.Need.state) ?><?cs call:fact(Lang.needs.day, Page.Need.registered_at) ?><?cs
call:fact(Lang.needs.source, Lang.needs.Source[Page.Need.source]) ?><?cs call:fact(Lang.needs.category, Page.Need.category_name) ?><?cs
call:fact(Lang.needs.target_group, Page.Need.target_name) ?><?cs call:fact(Lang.needs.age_band, Page.Need.age_band) ?><?cs
call:fact(Lang.needs.description, Page.Need.description) ?><?cs call:fact(Lang.needs.grid, Page.Need.grid) ?><?cs call:fact(Lang.needs.wished, Page.Need.wished) ?><?cs
call:fact(Lang.needs.frequency, Page.Need.frequency) ?><?cs call:fact(Lang.needs.risk, Page.Need.risk) ?><?cs call:fact(Lang.Field.name, Page.Need.name) ?><?cs
call:fact(Lang.Field.phone, Page.Need.phone) ?><?cs call:fact(Lang.needs.verified_by, Page.Need.verified_by) ?><?cs call:fact(Lang.needs.verify_note, Page.Need.verify_note) ?><?cs
call:fact(Lang.needs.decline_reason, Page.Need.decline_reason) ?><?cs call:fact(Lang.needs.done_on, Page.Need.done_on) ?><?cs call:facts_end() ?>
<?cs if:subcount(Page.Projects) ?><?cs call:subtitle(Lang.needs.projects) ?><?cs call:facts_start() ?><?cs each:p = Page.Projects ?><?cs
call:fact_link(p.no, "/project/" + p.no, p.title) ?><?cs /each ?><?cs call:facts_end() ?><?cs /if ?>
<?cs if:Page.Need.state == "to_verify" ?><?cs call:subtitle(Lang.needs.verify) ?><?cs call:form_start("/needs/ledger/" + Page.Need.no + "/verify") ?><?cs
call:text("note", "optional") ?><?cs call:submit(Lang.needs.verify) ?><?cs call:form_end() ?><?cs /if ?>
<?cs if:Page.Need.state == "verified" ?><?cs call:link_button("/project/new?need=" + Page.Need.no, Lang.needs.to_project) ?><?cs /if ?>
<?cs if:Page.Need.state == "verified" || Page.Need.state == "in_project" ?><?cs call:act_second("/needs/ledger/" + Page.Need.no + "/done", Lang.needs.mark_done) ?><?cs /if ?>
<?cs if:Page.Need.state == "to_verify" || Page.Need.state == "verified" ?><?cs call:subtitle(Lang.needs.decline) ?><?cs call:form_start("/needs/ledger/" + Page.Need.no + "/decline") ?><?cs
call:text("reason", "required") ?><?cs call:submit_warn(Lang.needs.decline) ?><?cs call:form_end() ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
