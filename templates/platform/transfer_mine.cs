<?cs include!"layout.cs" ?><?cs call:page_head("volunteer", Lang.platform.Transfer.title) ?>
<?cs call:hero_start() ?><?cs call:back("/account/me", Lang.Layout.to_me) ?><?cs call:title(Lang.platform.Transfer.title) ?><?cs
call:figure(Lang.platform.Transfer.ready, Page.Ready.hours, Lang.Layout.hours) ?><?cs call:hero_end() ?>
<?cs call:card_start() ?><?cs call:para(Lang.platform.Transfer.mine_what) ?><?cs call:para(Lang.platform.Transfer.mine_how) ?><?cs
if:Page.Ready.later > 0 ?><?cs call:note(Lang.platform.Transfer.later + " " + Page.Ready.later) ?><?cs /if ?><?cs
if:Page.Ready.records > 0 ?><?cs call:form_start("/platform/transfer/mine") ?><?cs call:check("agree", Lang.platform.Transfer.mine_agree) ?><?cs
call:submit(Lang.platform.Transfer.download) ?><?cs call:form_end() ?><?cs
else ?><?cs call:empty(Lang.platform.Transfer.mine_empty) ?><?cs /if ?><?cs call:card_end() ?>
<?cs if:subcount(Page.Brought) ?><?cs call:cells_start(Lang.platform.Transfer.brought) ?><?cs each:b = Page.Brought ?><?cs
if:b.state == "accepted" ?><?cs call:cell(b.other_name, b.no + " · " + b.day, b.hours) ?><?cs
else ?><?cs call:cell(b.other_name, b.no + " · " + b.day, Lang.State.transfer[b.state]) ?><?cs /if ?><?cs /each ?><?cs call:cells_end() ?><?cs /if ?>
<?cs if:subcount(Page.Made) ?><?cs call:cells_start(Lang.platform.Transfer.made_list) ?><?cs each:m = Page.Made ?><?cs
call:cell(m.no, m.at + " · " + m.records + " " + Lang.platform.Transfer.unit, m.hours) ?><?cs /each ?><?cs call:cells_end() ?><?cs /if ?>
<?cs if:subcount(Page.Records) ?><?cs call:cells_start(Lang.platform.Transfer.records_in) ?><?cs each:r = Page.Records ?><?cs
call:cell_link("/activity/hours/" + r.no, r.title, r.served_on + " · " + Lang.Evidence[r.evidence], r.hours) ?><?cs /each ?><?cs call:cells_end() ?><?cs /if ?>
<?cs call:page_foot("volunteer") ?>
