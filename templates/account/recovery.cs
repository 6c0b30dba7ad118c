<?cs set:Title = Lang.account.recovery_title ?><?cs set:Section = "desk" ?><?cs set:Paper = "report" ?><?cs include!"staff_head.cs" ?>
<div class="bar">
<h1><?cs var:Lang.account.recovery_title ?></h1>
<p class="acts"><a class="button go" href="<?cs var:url_validate(Page.To) ?>"><?cs var:Lang.account.recovery_go ?></a></p>
</div>
<p class="note good"><?cs var:Lang.account.recovery_done ?></p>
<p><?cs var:Lang.account.recovery_about ?></p>
<ul class="codes"><?cs each:c = Page.Recovery ?>
<li class="code"><?cs var:c.code ?></li><?cs /each ?>
</ul>
<?cs include!"staff_foot.cs" ?>
