<?cs set:Title = Page.Project.title ?><?cs include!"public_head.cs" ?><?cs
set:Base = "/recruit/invite/" + Page.Token ?>
<h1><?cs var:Page.Project.title ?></h1>
<p><?cs var:Page.Project.station ?> <?cs var:Lang.recruit.invited ?><?cs var:Page.Project.position ?></p>
<?cs if:!Page.Good ?><p class="note wait"><?cs var:Lang.recruit.invite_gone ?></p>
<?cs /if ?><?cs if:Page.Mine.state ?><p class="note good"><?cs var:Lang.account.Application[Page.Mine.state] ?></p>
<?cs /if ?><?cs each:w = Page.Why ?><p class="note"><?cs var:w.text ?></p>
<?cs /each ?><?cs if:Page.Can.apply ?><form method="post" action="<?cs var:url_validate(Base) ?>"><?cs
include!"token.cs" ?><button class="button" type="submit"><?cs var:Lang.recruit.apply ?><?cs var:Page.Project.position ?></button></form>
<?cs elif:Page.SignIn ?><a class="button" href="/account/wechat/start?to=/recruit/invite/<?cs var:url_escape(Page.Token) ?>"><?cs
var:Lang.recruit.sign_in ?></a>
<?cs elif:Page.Register ?><a class="button" href="/account/register"><?cs var:Lang.recruit.register ?></a>
<?cs /if ?><?cs if:subcount(Page.Shifts) ?><h2><?cs var:Lang.recruit.by_day ?></h2>
<?cs each:s = Page.Shifts ?><section class="card"><h3><?cs var:s.title ?></h3>
<p><?cs var:span(s.starts_at + "/" + s.ends_at) ?><br><?cs var:s.place ?></p>
<?cs if:s.state && s.state != "withdrawn" ?><p><b class="tag <?cs var:s.state ?>"><?cs
var:Lang.account.Application[s.state] ?></b></p>
<?cs elif:Page.Good ?><form method="post" action="<?cs var:url_validate(Base) ?>"><?cs
include!"token.cs" ?><input type="hidden" name="shift" value="<?cs var:s.no ?>"><button class="button<?cs
if:s.places <= #0 ?> second<?cs /if ?>" type="submit"><?cs if:s.places > #0 ?><?cs var:Lang.recruit.i_come ?><?cs
else ?><?cs var:Lang.recruit.i_wait ?><?cs /if ?></button></form>
<?cs /if ?></section>
<?cs /each ?><?cs /if ?><section class="card"><dl class="facts">
<div><dt><?cs var:Lang.recruit.time ?></dt><dd><?cs var:span(Page.Project.starts_on + "/" + Page.Project.ends_on) ?></dd></div>
<div><dt><?cs var:Lang.recruit.place ?></dt><dd><?cs var:Page.Project.place ?></dd></div>
<div><dt><?cs var:Lang.recruit.description ?></dt><dd><?cs var:Page.Project.description ?></dd></div>
<?cs if:Page.Project.conditions ?><div><dt><?cs var:Lang.recruit.conditions ?></dt><dd><?cs var:Page.Project.conditions ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.recruit.contact ?></dt><dd><?cs var:Page.Project.contact_name ?> <?cs
var:Page.Project.contact_phone ?></dd></div>
</dl></section>
<a class="button second" href="/recruit/<?cs var:Page.Project.no ?>"><?cs var:Lang.recruit.invite_more ?></a>
<?cs include!"public_foot.cs" ?>
