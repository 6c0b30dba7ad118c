<?cs include!"layout.cs" ?><?cs call:page_head("volunteer", Lang.platform.Transfer.title) ?>
<?cs call:hero_start() ?><?cs call:back("/account/me", Lang.Layout.to_me) ?><?cs call:title(Lang.platform.Transfer.title) ?><?cs
call:figure(Lang.platform.Transfer.ready, Page.Ready.hours, Lang.Layout.hours) ?><?cs call:hero_end() ?>
<?cs call:card_start() ?><?cs call:para(Lang.platform.Transfer.mine_what) ?><?cs call:para(Lang.platform.Transfer.mine_how) ?><?cs
if:Page.Ready.parts > 0 ?><?cs call:facts_start() ?><?cs call:fact(Lang.platform.Transfer.ready_records, Page.Ready.records) ?><?cs
call:fact(Lang.platform.Transfer.ready_parts, Page.Ready.parts) ?><?cs call:facts_end() ?><?cs /if ?><?cs
if:Page.Ready.later > 0 ?><?cs call:note(Lang.platform.Transfer.later + " " + Page.Ready.later) ?><?cs /if ?><?cs
if:Page.Ready.alone > 0 ?><?cs call:note(Lang.platform.Transfer.alone + " " + Page.Ready.alone) ?><?cs /if ?><?cs
if:Page.Ready.parts > 1 ?><?cs call:note(Lang.platform.Transfer.parts_mine) ?><?cs
call:form_start("/platform/transfer/mine") ?><?cs call:check("agree", Lang.platform.Transfer.mine_agree) ?><?cs each:p = Page.Parts ?><?cs
call:submit_named("part", p.no, p.text) ?><?cs /each ?><?cs call:form_end() ?><?cs
elif:Page.Ready.parts > 0 ?><?cs call:form_start("/platform/transfer/mine") ?><?cs call:check("agree", Lang.platform.Transfer.mine_agree) ?><?cs
call:submit(Lang.platform.Transfer.download) ?><?cs call:form_end() ?><?cs
else ?><?cs call:empty(Lang.platform.Transfer.mine_empty) ?><?cs /if ?><?cs call:card_end() ?>
<?cs call:card_start() ?><?cs call:subtitle(Lang.platform.Move.title) ?><?cs
if:Page.Move.no ?><?cs call:para(Lang.platform.Move.mine_open) ?><?cs
call:facts_start() ?><?cs call:fact(Lang.platform.Move.to, Page.Move.to_station) ?><?cs call:fact(Lang.platform.Move.asked, Page.Move.asked) ?><?cs
call:facts_end() ?><?cs call:form_start("/platform/transfer/mine/move/cancel") ?><?cs call:submit_second(Lang.platform.Move.mine_cancel) ?><?cs call:form_end() ?><?cs
else ?><?cs call:para(Lang.platform.Move.mine_what) ?><?cs call:form_start("/platform/transfer/mine/move") ?><?cs
call:select("station", "required", Page.Stations) ?><?cs call:check("agree_move", Lang.platform.Move.mine_agree) ?><?cs
call:submit_second(Lang.platform.Move.mine_ask) ?><?cs call:form_end() ?><?cs /if ?><?cs call:card_end() ?>
<?cs if:subcount(Page.Brought) ?><?cs call:cells_start(Lang.platform.Transfer.brought) ?><?cs each:b = Page.Brought ?><?cs
if:b.state == "accepted" ?><?cs call:cell(b.other_name, b.no + " · " + b.day, b.hours) ?><?cs
else ?><?cs call:cell(b.other_name, b.no + " · " + b.day, Lang.State.transfer[b.state]) ?><?cs /if ?><?cs if:b.file > 0 ?><?cs call:cell_link("/platform/transfer/mine/" + b.no, Lang.platform.Transfer.file, b.no, "") ?><?cs /if ?><?cs /each ?><?cs call:cells_end() ?><?cs /if ?>
<?cs if:subcount(Page.Made) ?><?cs call:cells_start(Lang.platform.Transfer.made_list) ?><?cs each:m = Page.Made ?><?cs
if:m.changed > 0 ?><?cs call:note(Lang.platform.Transfer.changed_mine) ?><?cs /if ?><?cs
call:cell(m.no, m.at + " · " + m.records + " " + Lang.platform.Transfer.unit, m.hours) ?><?cs /each ?><?cs call:cells_end() ?><?cs /if ?>
<?cs if:subcount(Page.Records) ?><?cs call:cells_start(Lang.platform.Transfer.records_in) ?><?cs each:r = Page.Records ?><?cs
call:cell_link("/activity/hours/" + r.no, r.title, r.served_on + " · " + Lang.Evidence[r.evidence], r.hours) ?><?cs /each ?><?cs call:cells_end() ?><?cs /if ?>
<?cs call:page_foot("volunteer") ?>
