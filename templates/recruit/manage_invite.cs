<?cs set:Title = Lang.recruit.invite ?><?cs include!"staff_head.cs" ?><?cs
set:Base = "/recruit/manage/" + Page.Invite.project_no ?>
<div class="bar">
<p class="crumb"><a href="<?cs var:url_validate(Base) ?>"><?cs var:Page.Invite.project ?></a> › <a href="<?cs
var:url_validate(Base) ?>/position/<?cs var:Page.Invite.position_uid ?>/invite"><?cs
var:Lang.recruit.invites ?></a></p>
<h1><?cs var:Page.Invite.project ?><?cs var:Lang.recruit.colon ?><?cs var:Page.Invite.position ?></h1>
<?cs if:!Page.Invite.ended_at ?><div class="acts"><button class="button js-only" type="button" data-print><?cs
var:Lang.Layout.print ?></button><form method="post" action="<?cs var:url_validate(Base) ?>/invite/<?cs
var:Page.Invite.uid ?>/end"><?cs include!"token.cs" ?><button class="button bad" type="submit"><?cs
var:Lang.recruit.invite_end ?></button></form></div>
<?cs /if ?></div>
<?cs if:Page.Invite.ended_at ?><p class="note"><?cs var:Lang.recruit.invite_back ?></p>
<?cs elif:Page.Invite.old ?><p class="note"><?cs var:Lang.recruit.invite_over ?></p>
<?cs else ?><p class="qr"><svg viewBox="0 0 <?cs var:Page.Invite.side ?> <?cs var:Page.Invite.side ?>" width="240" height="240" role="img"
aria-label="<?cs var:Lang.recruit.invite_alt ?>"><rect width="100%" height="100%" fill="#fff"/><path d="<?cs
var:Page.Invite.path ?>"/></svg></p>
<p class="hint"><?cs var:Lang.recruit.invite_about ?></p>
<?cs /if ?><dl class="facts">
<?cs if:!Page.Invite.ended_at && !Page.Invite.old ?><div class="whole"><dt><?cs var:Lang.recruit.invite_url ?></dt><dd><?cs
var:Page.Invite.url ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.recruit.invite_used ?></dt><dd><?cs var:Page.Invite.used ?> / <?cs var:Page.Invite.most ?></dd></div>
<div><dt><?cs var:Lang.recruit.invite_until ?></dt><dd><?cs var:at(Page.Invite.until_at) ?></dd></div>
</dl>
<?cs include!"staff_foot.cs" ?>
