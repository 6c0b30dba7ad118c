<?cs set:Title = Lang.recruit.leave ?><?cs include!"public_head.cs" ?>
<a class="back" href="<?cs var:url_validate(Page.Leave.back) ?>"><?cs var:Page.Leave.title ?></a>
<h1><?cs if:Page.Leave.state == "waiting" ?><?cs var:Lang.recruit.stop_waiting ?><?cs else ?><?cs var:Lang.recruit.leave ?><?cs
/if ?>?</h1>
<p><b><?cs var:Page.Leave.title ?></b><?cs if:Page.Leave.starts_at ?><br><?cs
var:span(Page.Leave.starts_at + "/" + Page.Leave.ends_at) ?><?cs /if ?></p>
<p class="note wait"><?cs if:Page.Leave.state == "waiting" ?><?cs var:Lang.recruit.leave_line ?><?cs
elif:Page.Leave.state == "pending" ?><?cs var:Lang.recruit.leave_pending ?><?cs else ?><?cs var:Lang.recruit.leave_place ?><?cs /if ?></p>
<form method="post" action="<?cs var:url_validate(Page.Leave.back) ?>/withdraw"><?cs
include!"token.cs" ?><button class="button danger" type="submit"><?cs
var:Lang.recruit.leave_yes ?></button></form>
<a class="button second" href="<?cs var:url_validate(Page.Leave.back) ?>"><?cs var:Lang.recruit.leave_no ?></a>
<?cs include!"public_foot.cs" ?>
