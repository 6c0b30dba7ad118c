<?cs set:Title = Lang.support.Material.back ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/support/materials/<?cs var:Page.Loan.thing ?>/back/<?cs var:Page.Loan.uid ?>" novalidate><?cs
include!"token.cs" ?><input type="hidden" name="key" value="<?cs var:Page.Key ?>">
<div class="bar">
<p class="crumb"><a href="/support/materials/<?cs var:Page.Loan.thing ?>"><?cs var:Page.Loan.name ?></a> › <?cs
var:Lang.support.Material.back ?></p>
<h1><?cs var:Page.Loan.name ?> <?cs var:Lang.support.Material.back ?></h1>
<?cs if:Page.Loan.state == "lent" ?><p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
<?cs else ?><b class="tag closed"><?cs var:Lang.State.material_loan.closed ?></b>
<?cs /if ?></div>
<p><?cs var:Page.Loan.borrower ?> <?cs var:Lang.support.Loans.open ?> <?cs var:Page.Loan.open ?> / <?cs var:Page.Loan.quantity ?> <?cs
var:Page.Loan.unit ?> <?cs var:Lang.support.Field.due_on ?> <?cs var:on(Page.Loan.due_on) ?></p>
<?cs if:Page.Loan.state == "lent" ?><div class="form">
<?cs call:number("returned", "optional") ?><?cs call:number("lost", "optional") ?><?cs
set:At.wide = #1 ?><?cs call:text_as("note", "optional", Lang.support.Moves.note, "") ?></div>
<?cs /if ?></form>
<?cs if:subcount(Page.Settled) ?><h2><?cs var:Lang.support.Material.settled ?></h2>
<ul class="rows">
<?cs each:s = Page.Settled ?><li><span><?cs var:at(s.settled_at) ?> <?cs var:s.settled_by ?> <?cs if:s.returned > #0 ?><?cs
var:Lang.support.Field.returned ?> <?cs var:s.returned ?> <?cs /if ?><?cs if:s.lost > #0 ?><?cs
var:Lang.support.Field.lost ?> <?cs var:s.lost ?> <?cs /if ?><?cs var:s.note ?></span></li>
<?cs /each ?></ul>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
