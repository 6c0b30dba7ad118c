<?cs set:Title = Lang.bank.green ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs
set:Base = "/bank/green/a/" + Page.Account.no ?>
<div class="bar">
<p class="crumb"><a href="/bank/green"><?cs var:Lang.bank.greens ?></a> › <?cs var:Page.Account.no ?></p>
<h1><?cs var:Page.Account.no ?></h1> <b class="tag <?cs var:Page.Account.state ?>"><?cs
var:Lang.State.green_account[Page.Account.state] ?></b>
<?cs if:Page.Account.k ?><div class="acts"><a class="button" href="/bank/green/c?k=<?cs
var:url_escape(Page.Account.k) ?>&amp;home=1"><?cs var:Lang.bank.green_page ?></a>
<a class="button go" href="<?cs var:url_validate(Base) ?>/card"><?cs var:Lang.bank.card_print ?></a></div>
<?cs /if ?></div>
<?cs if:Page.Account.close_reason ?><p class="note bad"><?cs var:at(Page.Account.closed_at) ?> <?cs
var:Page.Account.close_reason ?></p>
<?cs /if ?><dl class="facts">
<div><dt><?cs var:Lang.bank.Greens.points ?></dt><dd><b><?cs var:Page.Account.points ?></b></dd></div>
<div><dt><?cs var:Lang.bank.Greens.earned ?></dt><dd><?cs var:Page.Account.earned ?></dd></div>
<div><dt><?cs var:Lang.bank.Field.place ?></dt><dd><?cs var:Page.Account.place ?></dd></div>
<?cs if:Page.Account.household ?><div><dt><?cs var:Lang.bank.Greens.household ?></dt><dd><?cs
var:Page.Account.household ?></dd></div>
<?cs /if ?><?cs if:Page.Account.volunteer ?><div><dt><?cs var:Lang.bank.Greens.volunteer ?></dt><dd><?cs
var:Page.Account.volunteer ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.bank.Greens.opened ?></dt><dd><?cs var:at(Page.Account.opened_at) ?> <?cs
var:Page.Account.opened_by ?></dd></div>
<?cs if:Page.Account.card_at ?><div><dt><?cs var:Lang.bank.card_made ?></dt><dd><?cs var:at(Page.Account.card_at) ?> <?cs
var:Page.Account.card_by ?></dd></div>
<?cs /if ?></dl>
<?cs if:!Page.Account.whole ?><form class="form" method="post" action="<?cs var:url_validate(Base) ?>/look" novalidate><?cs
include!"token.cs" ?>
<?cs call:text("purpose", "required") ?><p class="acts"><button class="button" type="submit"><?cs
var:Lang.bank.look_place ?></button></p>
</form>
<?cs /if ?><h2><?cs var:Lang.bank.green_entries ?></h2>
<?cs if:subcount(Page.Entries) ?><div class="scroll" tabindex="0" role="region" aria-label="<?cs
var:Lang.bank.green_entries ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.bank.green_entries ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.bank.Entry.at ?></th><th scope="col"><?cs var:Lang.bank.Entry.what ?></th><th scope="col"
 class="num"><?cs var:Lang.bank.Greens.points ?></th><th scope="col"><?cs var:Lang.bank.Entry.who ?></th><th scope="col"><?cs
var:Lang.bank.Entry.note ?></th></tr></thead>
<tbody>
<?cs each:e = Page.Entries ?><tr><td><?cs var:at(e.happened_at) ?></td><td><?cs var:Lang.State.green_entry_kind[e.kind] ?><?cs
if:e.kind == "drop" ?> <b class="tag <?cs if:e.result == "counted" ?>good<?cs elif:e.result == "wrong" ?>bad<?cs
else ?>off<?cs /if ?>"><?cs var:Lang.State.green_entry_result[e.result] ?></b><?cs /if ?></td><td class="num"><?cs
var:e.points ?></td><td><?cs var:e.who ?></td><td class="w"><?cs if:e.offline == "1" ?><?cs var:Lang.bank.offline ?> <?cs
/if ?><?cs var:e.note ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.bank.green_entries_empty ?></p>
<?cs /if ?><?cs if:Page.Account.state == "open" ?><h2><?cs var:Lang.bank.amend ?></h2>
<form class="form" method="post" action="<?cs var:url_validate(Base) ?>/amend" novalidate><?cs include!"token.cs" ?>
<?cs call:text_short_as("points", "required", Lang.bank.amend_points, Lang.bank.amend_hint) ?><?cs
call:text_as("reason", "required", Lang.bank.amend_reason, "") ?><p class="acts"><button class="button" type="submit"><?cs
var:Lang.bank.amend ?></button></p>
</form>
<h2><?cs var:Lang.bank.linked ?></h2>
<form class="form" method="post" action="<?cs var:url_validate(Base) ?>/link" novalidate><?cs include!"token.cs" ?>
<?cs call:text_short_as("volunteer_no", "optional", Lang.bank.Greens.volunteer, Lang.bank.linked_hint) ?><p class="acts"><button
 class="button" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</form>
<h2><?cs var:Lang.bank.card_lost ?></h2>
<p><?cs var:Lang.bank.card_lost_about ?></p>
<form class="form" method="post" action="<?cs var:url_validate(Base) ?>/replace" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("why", "required") ?><p class="acts"><button class="button bad" type="submit"><?cs
var:Lang.bank.card_replace ?></button></p>
</form>
<details><summary><?cs var:Lang.bank.green_close ?></summary>
<p><?cs var:Lang.bank.green_close_about ?></p>
<form class="form" method="post" action="<?cs var:url_validate(Base) ?>/close" novalidate><?cs include!"token.cs" ?>
<div class="field"><label for="f-close-why"><?cs var:Lang.bank.Field.why ?></label>
<input type="text" id="f-close-why" name="why" maxlength="200"></div>
<p class="acts"><button class="button bad" type="submit"><?cs var:Lang.bank.green_close_sure ?></button></p>
</form></details>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
