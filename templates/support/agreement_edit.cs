<?cs set:Title = Lang.support.agreement_edit ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/support/agreements"><?cs var:Lang.support.agreements ?></a> › <a href="/support/agreements/<?cs
var:Page.Agreement.uid ?>"><?cs var:Page.Agreement.name ?></a> › <?cs var:Lang.Layout.edit ?></p>
<h1><?cs var:Lang.support.agreement_edit ?></h1>
</div>
<?cs if:Page.Agreement.ended_at ?><p class="note bad"><?cs var:Lang.support.Message.agreement_closed ?></p>
<?cs elif:Page.Agreement.how != "paper" ?><p class="note bad"><?cs var:Lang.support.Message.agreement_phone ?></p>
<?cs else ?><p><?cs var:Lang.support.agreement_edit_about ?></p>
<p class="note"><?cs var:Page.Agreement.name ?> <?cs var:Page.Text.title ?> <?cs var:Lang.support.version ?> <?cs
var:Page.Text.version ?></p>
<form class="form" method="post" action="/support/agreements/<?cs var:Page.Agreement.uid ?>/edit" novalidate><?cs include!"token.cs" ?>
<?cs call:day("signed_on", "required") ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</form>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
