<?cs include!"layout.cs" ?><?cs call:page_head("volunteer", Lang.Layout.bar_me) ?><?cs
call:notices() ?><?cs call:hero_start() ?><h1 class="<?cs var:Look.h1 ?>"><?cs var:Page.Me.hello ?></h1>
<?cs call:figure(Page.Me.label, Page.Me.hours, Lang.Layout.hours) ?><?cs call:hero_end() ?><?cs
call:cells_start(Page.Me.today) ?><?cs
call:cell_button(Page.Duty.title, Page.Duty.about, "/activity/c/" + Page.Duty.token, Page.Duty.button) ?><?cs
call:cell_act(Page.Duty.title, "", "/activity/" + Page.Duty.token + "/check-in", Page.Duty.button) ?><?cs call:cells_end() ?><?cs
call:cells_start(Lang.Layout.bar_me) ?><?cs each:r = Page.Rows ?><?cs
call:cell_link("/activity/" + r.to, r.title, "", r.value) ?><?cs /each ?><?cs call:cells_end() ?><?cs
call:card_start() ?><?cs call:para(Page.Duty.about) ?><?cs call:card_end() ?><?cs
call:page_foot("volunteer") ?>
