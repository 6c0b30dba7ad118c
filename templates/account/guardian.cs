<?cs set:Title = Lang.account.guarding ?><?cs include!"volunteer_head.cs" ?><?cs include!"duration.cs" ?>
<a class="back" href="/account/me"><?cs var:Lang.Layout.to_me ?></a>
<h1><?cs var:Lang.account.guarding ?></h1>
<section class="card">
<h2><?cs var:Page.Held.name ?></h2>
<p><?cs if:Page.Guarding.consent_at ?><b class="tag good"><?cs var:Lang.account.guarding_yes ?></b> <?cs
var:on(Page.Guarding.consent_at) ?><?cs
elif:Page.Guarding.withdrawn_at ?><b class="tag off"><?cs var:Lang.account.guarding_withdrawn ?></b> <?cs
var:on(Page.Guarding.withdrawn_at) ?><?cs
else ?><b class="tag wait"><?cs var:Lang.account.guarding_none ?></b><?cs /if ?></p>
<?cs if:Page.Guarding.may ?><?cs if:Page.Guarding.consent_at ?><p><?cs var:Lang.account.guarding_about ?></p>
<form method="post" action="/account/me/guardian"><?cs include!"token.cs" ?><input type="hidden" name="answer" value="withdraw">
<button class="button quiet" type="submit"><?cs var:Lang.account.guarding_withdraw ?></button></form>
<?cs else ?><p><?cs var:Lang.account.guarding_needed ?></p>
<form method="post" action="/account/me/guardian"><?cs include!"token.cs" ?><input type="hidden" name="answer" value="yes">
<button class="button" type="submit"><?cs var:Lang.account.guarding_say ?></button></form>
<?cs /if ?><?cs elif:!Page.Guarding.consent_at ?><p><?cs var:Lang.account.guarding_child ?></p>
<?cs /if ?></section>
<h2><?cs var:Lang.account.next ?></h2>
<?cs if:subcount(Page.Duties) ?><ul class="list">
<?cs each:d = Page.Duties ?><li><a class="shift" href="/activity/<?cs var:d.no ?>"><span class="when"><span><?cs
var:span(d.starts_at + "/" + d.ends_at) ?></span></span><strong><?cs var:d.title ?></strong><small><?cs var:d.place ?></small></a></li>
<?cs /each ?></ul>
<?cs else ?><p class="soft"><?cs var:Lang.account.guarding_no_duty ?></p>
<?cs /if ?><h2><?cs var:Lang.account.guarding_applications ?></h2>
<?cs if:subcount(Page.Applications) ?><ul class="list">
<?cs each:a = Page.Applications ?><li><?cs if:a.shift_no ?><a class="row" href="/recruit/shift/<?cs var:a.shift_no ?>"><?cs
else ?><a class="row" href="/recruit/<?cs var:a.no ?>"><?cs /if ?><span><?cs var:a.title ?><small><?cs var:a.position ?><?cs
if:a.shift ?><br><?cs var:at(a.shift) ?><?cs /if ?></small></span><b class="tag <?cs var:a.state ?>"><?cs
var:Lang.account.Application[a.state] ?></b></a></li>
<?cs /each ?></ul>
<?cs else ?><p class="soft"><?cs var:Lang.account.guarding_no_application ?></p>
<?cs /if ?><h2><?cs var:Lang.account.guarding_total ?></h2>
<section class="card">
<p class="figure"><b><?cs call:duration(Page.Total.minutes) ?></b></p>
</section>
<?cs if:subcount(Page.Records) ?><ul class="list">
<?cs each:r = Page.Records ?><li><a class="row" href="/activity/hours/<?cs var:r.no ?>"><span><?cs var:r.title ?><small><?cs
var:on(r.served_on) ?> <?cs var:Lang.State.service_record[r.state] ?></small></span><span class="value"><?cs
call:duration(r.minutes) ?></span></a></li>
<?cs /each ?></ul>
<?cs /if ?><?cs include!"volunteer_foot.cs" ?>
