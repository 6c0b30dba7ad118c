<?cs set:Title = Lang.support.Material.loan_edit ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/support/materials/<?cs var:Page.Thing.uid ?>/loan/<?cs var:Page.Loan.uid ?>" novalidate><?cs
include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/support/materials/<?cs var:Page.Thing.uid ?>"><?cs var:Page.Loan.name ?></a> › <?cs
var:Lang.support.Material.loan_edit ?></p>
<h1><?cs var:Lang.support.Material.loan_edit ?></h1>
<?cs if:Page.Loan.state == "lent" ?><p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
<?cs /if ?></div>
<p><?cs var:Page.Loan.name ?> <?cs var:Page.Loan.quantity ?> <?cs var:Page.Loan.unit ?> <?cs var:Lang.support.Loans.lent_on ?> <?cs
var:on(Page.Loan.lent_on) ?></p>
<?cs if:Page.Loan.state == "lent" ?><div class="form">
<?cs call:text_as("borrower", "required", Lang.support.Loans.borrower, "") ?><?cs
call:tel_as("phone", "optional", "", Lang.support.Material.phone_stays) ?><?cs call:day("due_on", "required") ?></div>
<?cs else ?><p class="note bad"><?cs var:Lang.support.Message.loan_closed ?></p>
<?cs /if ?></form>
<?cs include!"staff_foot.cs" ?>
