<?cs include!"layout.cs" ?><?cs include!"platform/tabs.cs" ?><?cs call:page_head("staff", Lang.platform.Move.title + " " + Page.Move.no) ?>
<?cs call:back("/platform/transfer", Lang.Layout.back_list) ?>
<?cs call:title(Lang.platform.Move.title + " " + Page.Move.no) ?>
<?cs if:Page.Move.state == "open" && Page.Move.direction == "in" ?><?cs if:Page.Move.consent == 1 ?><?cs call:note(Lang.platform.Move.check_person) ?><?cs
else ?><?cs call:note(Lang.platform.Message.move_consent) ?><?cs /if ?><?cs /if ?>
<?cs call:facts_start() ?><?cs call:fact_state(Lang.Layout.state, "station_move", Page.Move.state) ?><?cs
if:Page.Move.volunteer ?><?cs call:fact_link(Lang.platform.person, "/account/volunteers/" + Page.Move.volunteer, Page.Move.person) ?><?cs
else ?><?cs call:fact(Lang.platform.person, Page.Move.person) ?><?cs /if ?><?cs
call:fact(Lang.platform.Move.from, Page.Move.from_station) ?><?cs call:fact(Lang.platform.Move.to, Page.Move.to_station) ?><?cs
call:fact(Lang.platform.reason, Page.Move.reason) ?><?cs
if:Page.Move.asked_by ?><?cs call:fact(Lang.platform.Move.asked_by, Page.Move.asked_by) ?><?cs
else ?><?cs call:fact(Lang.platform.Move.asked_by, Lang.platform.Transfer.by_self) ?><?cs /if ?><?cs
call:fact(Lang.platform.Move.asked, Page.Move.asked) ?><?cs call:fact(Lang.platform.Transfer.handled_by, Page.Move.handled_by) ?><?cs
call:fact(Lang.platform.Transfer.handled, Page.Move.handled) ?><?cs call:fact(Lang.platform.Move.answer, Page.Move.answer) ?><?cs call:facts_end() ?>
<?cs call:tools_start() ?><?cs call:print_button() ?><?cs call:tools_end() ?>
<?cs if:Page.May.accept ?><?cs call:form_start("/platform/transfer/move/" + Page.Move.no + "/accept") ?><?cs
call:submit(Lang.platform.Move.accept) ?><?cs call:form_end() ?><?cs /if ?>
<?cs if:Page.May.decline ?><?cs call:subtitle(Lang.platform.Move.decline) ?><?cs call:form_start("/platform/transfer/move/" + Page.Move.no + "/decline") ?><?cs
call:text("reason", "required") ?><?cs call:submit_second(Lang.platform.Move.decline) ?><?cs call:form_end() ?><?cs /if ?>
<?cs if:Page.May.cancel ?><?cs call:subtitle(Lang.platform.Move.cancel) ?><?cs call:form_start("/platform/transfer/move/" + Page.Move.no + "/cancel") ?><?cs
call:text("reason", "required") ?><?cs call:submit_second(Lang.platform.Move.cancel) ?><?cs call:form_end() ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
