<?cs include!"layout.cs" ?><?cs include!"platform/tabs.cs" ?><?cs call:page_head("staff", Lang.platform.Transfer.title + " " + Page.Transfer.no) ?>
<?cs call:back("/platform/transfer", Lang.Layout.back_list) ?>
<?cs call:title(Lang.platform.Transfer.title + " " + Page.Transfer.no) ?>
<?cs if:Page.May.hand_on ?><?cs call:note(Lang.platform.Transfer.hand_on) ?><?cs /if ?>
<?cs if:Page.Transfer.changed > 0 ?><?cs call:note(Lang.platform.Transfer.changed_about) ?><?cs /if ?>
<?cs if:Page.Transfer.parts > 1 && Page.Transfer.direction == "in" ?><?cs call:note(Lang.platform.Transfer.parts_about) ?><?cs /if ?>
<?cs call:facts_start() ?><?cs call:fact_state(Lang.Layout.state, "transfer", Page.Transfer.state) ?><?cs
call:fact(Lang.platform.Transfer.direction, Lang.State.transfer_direction[Page.Transfer.direction]) ?><?cs
call:fact_link(Lang.platform.person, "/account/volunteers/" + Page.Transfer.volunteer, Page.Transfer.person) ?><?cs
call:fact(Lang.platform.Transfer.other, Page.Transfer.other) ?><?cs
call:fact(Lang.platform.Transfer.part, Page.Transfer.part_text) ?><?cs
if:Page.Transfer.via ?><?cs call:fact_link(Lang.platform.Transfer.via, "/platform/transfer/" + Page.Transfer.via, Page.Transfer.via) ?><?cs /if ?><?cs
call:fact(Lang.platform.Transfer.records, Page.Transfer.records) ?><?cs call:fact(Lang.platform.Transfer.hours, Page.Transfer.hours) ?><?cs
if:Page.Transfer.direction == "in" ?><?cs call:fact(Lang.platform.Transfer.counted, Page.Transfer.counted_hours) ?><?cs
if:Page.Transfer.signed == 1 ?><?cs call:fact(Lang.platform.Transfer.proof, Lang.platform.Transfer.proof_signed) ?><?cs
call:fact(Lang.platform.Transfer.key_name, Page.Transfer.key_name) ?><?cs
else ?><?cs call:fact(Lang.platform.Transfer.proof, Lang.platform.Transfer.proof_none) ?><?cs /if ?><?cs /if ?><?cs
call:fact(Lang.platform.Transfer.key_id, Page.Transfer.key_id) ?><?cs call:fact(Lang.platform.Transfer.made, Page.Transfer.made) ?><?cs
if:Page.Transfer.entered_by ?><?cs call:fact(Lang.platform.Transfer.entered_by, Page.Transfer.entered_by) ?><?cs
else ?><?cs call:fact(Lang.platform.Transfer.entered_by, Lang.platform.Transfer.by_self) ?><?cs /if ?><?cs
call:fact(Lang.platform.Transfer.at, Page.Transfer.at) ?><?cs call:fact(Lang.platform.Transfer.handled_by, Page.Transfer.handled_by) ?><?cs
call:fact(Lang.platform.Transfer.handled, Page.Transfer.handled) ?><?cs call:fact(Lang.platform.reason, Page.Transfer.reason) ?><?cs
call:fact(Lang.platform.Transfer.sha, Page.Transfer.sha) ?><?cs call:facts_end() ?>
<?cs call:tools_start() ?><?cs if:Page.Transfer.file > 0 ?><?cs
call:link_second("/platform/transfer/" + Page.Transfer.no + "/file", Lang.platform.Transfer.file) ?><?cs /if ?><?cs call:print_button() ?><?cs call:tools_end() ?>
<?cs if:subcount(Page.Changed) ?><?cs call:subtitle(Lang.platform.Transfer.changed_list) ?><?cs call:table_start(Lang.platform.Transfer.changed_list) ?><?cs
call:th(Lang.platform.record) ?><?cs call:th(Lang.platform.Transfer.day) ?><?cs call:th(Lang.platform.Transfer.activity) ?><?cs
call:th_num(Lang.platform.Transfer.hours) ?><?cs call:th(Lang.Layout.state) ?><?cs call:th(Lang.platform.Transfer.ended) ?><?cs call:table_body() ?>
<?cs each:c = Page.Changed ?><?cs call:tr() ?><?cs call:td(c.no) ?><?cs call:td_day(c.day) ?><?cs call:td(c.title) ?><?cs call:td_num(c.hours) ?><?cs
call:td_state("service_record", c.state) ?><?cs call:td_day(c.ended) ?><?cs call:tr_end() ?><?cs /each ?>
<?cs call:table_end() ?><?cs /if ?>
<?cs if:subcount(Page.Inside) ?><?cs call:subtitle(Lang.platform.Transfer.inside) ?><?cs call:para(Lang.platform.Transfer.inside_about) ?><?cs
call:table_start(Lang.platform.Transfer.inside) ?><?cs call:th(Lang.platform.Transfer.no) ?><?cs call:th(Lang.platform.Transfer.other) ?><?cs
call:th(Lang.Layout.state) ?><?cs call:table_body() ?>
<?cs each:i = Page.Inside ?><?cs call:tr() ?><?cs call:td_link("/platform/transfer/" + i.no, i.no) ?><?cs call:td(i.other) ?><?cs
call:td_state("transfer", i.state) ?><?cs call:tr_end() ?><?cs /each ?>
<?cs call:table_end() ?><?cs /if ?>
<?cs if:subcount(Page.Records) ?><?cs call:subtitle(Lang.platform.Transfer.records_in) ?><?cs
if:Page.May.tick ?><?cs call:form_start("/platform/transfer/" + Page.Transfer.no + "/accept") ?><?cs /if ?><?cs
call:table_start(Lang.platform.Transfer.records_in) ?><?cs if:Page.May.tick ?><?cs call:th_check_all("record", Lang.Layout.choose_all) ?><?cs /if ?><?cs
call:th(Lang.platform.Transfer.day) ?><?cs call:th(Lang.platform.Transfer.times) ?><?cs call:th(Lang.platform.Transfer.activity) ?><?cs
call:th(Lang.platform.Transfer.organiser) ?><?cs call:th(Lang.platform.Fact.evidence) ?><?cs call:th_num(Lang.platform.Transfer.hours) ?><?cs
call:th(Lang.Layout.state) ?><?cs call:table_body() ?>
<?cs each:r = Page.Records ?><?cs call:tr() ?><?cs
if:Page.May.tick ?><?cs call:td_start() ?><?cs if:r.state == "waiting" ?><input type="checkbox" class="zyz-tick" name="record" value="<?cs
var:r.code ?>" aria-label="<?cs var:Lang.platform.Transfer.tick ?> <?cs var:r.day ?> <?cs var:r.title ?>"><?cs /if ?><?cs call:td_end() ?><?cs /if ?><?cs
call:td_day(r.day) ?><?cs call:td_day(r.times) ?><?cs call:td(r.title) ?><?cs call:td(r.organiser) ?><?cs
if:r.evidence ?><?cs call:td(Lang.Evidence[r.evidence]) ?><?cs else ?><?cs call:td("") ?><?cs /if ?><?cs call:td_num(r.hours) ?><?cs
# What only screens show is in td_start(): a state is for the paper too. ?><td class="govuk-table__cell"><?cs call:state("transfer_record", r.state) ?><?cs
if:r.flag == "same" && r.state == "waiting" ?> <?cs call:tag(Lang.platform.Transfer.same, "wait") ?><?cs /if ?></td><?cs call:tr_end() ?><?cs /each ?>
<?cs call:table_end() ?><?cs
if:Page.May.tick ?><?cs call:tools_start() ?><?cs call:submit_named("scope", "ticked", Lang.platform.Transfer.accept_ticked) ?><?cs
call:submit_named("scope", "all", Lang.platform.Transfer.accept_all) ?><?cs call:tools_end() ?><?cs call:form_end() ?><?cs /if ?><?cs call:pager() ?><?cs /if ?>
<?cs if:Page.May.accept && !Page.May.tick ?><?cs call:form_start("/platform/transfer/" + Page.Transfer.no + "/accept") ?><?cs
call:hidden("scope", "all") ?><?cs call:submit(Lang.platform.Transfer.accept) ?><?cs call:form_end() ?><?cs /if ?>
<?cs if:Page.May.refuse ?><?cs call:subtitle(Lang.platform.Transfer.refuse) ?><?cs call:form_start("/platform/transfer/" + Page.Transfer.no + "/refuse") ?><?cs
call:text("reason", "required") ?><?cs call:submit_second(Lang.platform.Transfer.refuse) ?><?cs call:form_end() ?><?cs /if ?>
<?cs if:Page.May.withdraw ?><?cs call:subtitle(Lang.platform.Transfer.withdraw) ?><?cs call:para(Lang.platform.Transfer.withdraw_about) ?><?cs
call:form_start("/platform/transfer/" + Page.Transfer.no + "/withdraw") ?><?cs call:text("reason", "required") ?><?cs
call:submit_warn(Lang.platform.Transfer.withdraw) ?><?cs call:form_end() ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
