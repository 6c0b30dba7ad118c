<?cs include!"layout.cs" ?><?cs call:page_head("volunteer", Lang.account.me) ?>
<?cs call:hero_start() ?><?cs call:title(Page.Me.name + Lang.account.hello) ?><?cs
call:figure(Lang.account.total, Page.Me.hours, Lang.Layout.hours) ?><?cs call:hero_end() ?>
<?cs if:Page.Me.state == "pending_guardian" ?><?cs call:note(Lang.account.pending_guardian) ?><?cs /if ?>
<?cs if:subcount(Page.DutiesToday) ?><?cs call:cells_start(Lang.account.today) ?><?cs
each:d = Page.DutiesToday ?><?cs call:cell_button(d.title, d.about, "/activity/mine", Lang.account.check_in) ?><?cs /each ?><?cs
call:cells_end() ?><?cs /if ?>
<?cs if:subcount(Page.Duties) ?><?cs call:cells_start(Lang.account.next) ?><?cs
each:d = Page.Duties ?><?cs call:cell_link("/activity/mine", d.title, d.about, "") ?><?cs /each ?><?cs call:cells_end() ?><?cs /if ?>
<?cs call:cells_start(Lang.account.mine) ?>
<?cs call:cell_link("/activity/hours", Lang.account.hours_list, "", Page.Me.records + " " + Lang.Layout.times) ?>
<?cs if:Page.Me.waiting_hours ?><?cs call:cell(Lang.account.waiting_hours, "", Page.Me.waiting_hours) ?><?cs /if ?>
<?cs if:Page.Me.brought_hours ?><?cs call:cell_link("/platform/transfer/mine", Lang.account.brought_hours, "", Page.Me.brought_hours) ?><?cs
else ?><?cs call:cell_link("/platform/transfer/mine", Lang.account.transfer, Lang.account.transfer_about, "") ?><?cs /if ?>
<?cs if:Page.Me.minutes > 0 ?><?cs call:cell_link("/commend/certificate", Lang.account.certificate, "", Lang.account.certificate_ready) ?><?cs
else ?><?cs call:cell(Lang.account.certificate, "", Lang.account.certificate_none) ?><?cs /if ?>
<?cs call:cell_link("/training/", Lang.account.trainings, "", "") ?>
<?cs call:cell(Lang.account.star, "", Lang.account.Star[Page.Me.star]) ?>
<?cs call:cell_link("/account/me/consent", Lang.account.agreed, "", "") ?>
<?cs call:cells_end() ?>
<?cs if:subcount(Page.Applications) ?><?cs call:cells_start(Lang.account.applications) ?><?cs
each:a = Page.Applications ?><?cs call:cell_link("/recruit/" + a.no, a.title, a.position, Lang.State.application[a.state]) ?><?cs /each ?><?cs
call:cells_end() ?><?cs /if ?>
<?cs call:card_start() ?><?cs call:subtitle(Lang.account.held) ?><?cs call:para(Lang.account.held_about) ?>
<?cs call:facts_start() ?><?cs call:fact(Lang.account.no, Page.Held.no) ?><?cs call:fact(Lang.account.platform_no, Page.Held.platform_no) ?><?cs
call:fact(Lang.account.Field.station, Page.Me.station) ?><?cs call:fact(Lang.account.registered_on, Page.Me.registered_on) ?><?cs
call:fact(Lang.account.Field.id_type, Page.Held.id_type) ?><?cs call:fact(Lang.account.Field.id_no, Page.Held.id_no) ?><?cs
call:fact(Lang.account.Field.birth_on, Page.Held.birth_on) ?><?cs call:fact(Lang.account.Field.phone, Page.Held.phone) ?><?cs
call:fact(Lang.account.region, Page.Held.region) ?><?cs call:fact(Lang.account.service_region, Page.Held.service_region) ?><?cs
call:fact(Lang.account.Field.categories, Page.Held.categories) ?><?cs call:fact(Lang.account.Field.skills, Page.Held.skills) ?><?cs
call:fact(Lang.account.Field.fields, Page.Held.fields) ?><?cs call:fact(Lang.account.Field.available, Page.Held.available) ?><?cs call:facts_end() ?>
<?cs call:link_second("/account/me/edit", Lang.account.held_edit) ?><?cs call:card_end() ?>
<?cs call:card_start() ?><?cs call:para(Lang.account.export_about) ?><?cs call:act_second("/account/me/export", Lang.account.export) ?><?cs
call:link_second("/account/me/erase", Lang.account.erase) ?><?cs call:act_second("/account/sign-out", Lang.account.sign_out) ?><?cs call:card_end() ?>
<?cs call:page_foot("volunteer") ?>
