<?cs set:Title = Lang.commend.object ?><?cs include!"public_head.cs" ?><?cs include!"fields.cs" ?>
<a class="back" href="/commend/honours"><?cs var:Lang.commend.roll ?></a>
<h1><?cs var:Lang.commend.object ?></h1>
<section class="card"><dl class="facts">
<div><dt><?cs var:Lang.Field.name ?></dt><dd><?cs var:Page.Notice.name ?></dd></div>
<div><dt><?cs var:Lang.commend.star ?></dt><dd><?cs var:Lang.Star[Page.Notice.star] ?></dd></div>
<div><dt><?cs var:Lang.commend.Field.station ?></dt><dd><?cs var:Page.Notice.station ?></dd></div>
<div><dt><?cs var:Lang.commend.notice_until ?></dt><dd><?cs var:on(Page.Notice.notice_until) ?></dd></div>
</dl></section>
<p><?cs var:Lang.commend.object_about ?></p>
<form method="post" action="/commend/notice/<?cs var:Page.Notice.ref ?>" novalidate><?cs include!"token.cs" ?>
<?cs call:textarea("objection", "required", "4") ?>
<button class="button" type="submit"><?cs var:Lang.commend.object_send ?></button>
</form>
<?cs include!"public_foot.cs" ?>
