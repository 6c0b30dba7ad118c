<?cs include!"layout.cs" ?><?cs call:page_head("volunteer", Lang.commend.mine) ?>
<?cs call:hero_start() ?><?cs call:back("/account/me", Lang.Layout.to_me) ?><?cs call:title(Lang.commend.mine) ?><?cs
call:figure(Lang.commend.total, Page.Me.Hours.minutes, Lang.Layout.hours) ?><?cs call:hero_end() ?>
<?cs call:cells_start(Lang.commend.star) ?><?cs call:cell(Lang.commend.star_now, "", Lang.Star[Page.Me.star]) ?><?cs
each:n = Page.Notice ?><?cs call:cell(Lang.Star[n.star], Lang.commend.notice_until + " " + n.notice_until, Lang.State.star_award.notice) ?><?cs /each ?><?cs
if:Page.Me.next_star ?><?cs call:cell(Lang.commend.next + " " + Lang.Star[Page.Me.next_star], Lang.commend.next_about, Page.Me.next_hours + " " + Lang.Layout.hours) ?><?cs /if ?><?cs call:cells_end() ?>
<?cs if:Page.Me.next_star ?><progress class="zyz-progress" max="100" value="<?cs var:Page.Me.next_percent ?>" aria-label="<?cs var:Lang.commend.progress ?>"><?cs
var:Page.Me.next_percent ?>%</progress><?cs /if ?>
<?cs call:cells_start(Lang.commend.by_evidence) ?><?cs if:Page.Me.Hours.scan ?><?cs call:cell(Lang.Evidence.scan, "", Page.Me.Hours.scan) ?><?cs /if ?><?cs
if:Page.Me.Hours.list ?><?cs call:cell(Lang.Evidence.list, "", Page.Me.Hours.list) ?><?cs /if ?><?cs
if:Page.Me.Hours.declared ?><?cs call:cell(Lang.Evidence.declared, "", Page.Me.Hours.declared) ?><?cs /if ?><?cs
if:Page.Me.Hours.backfill ?><?cs call:cell(Lang.Evidence.backfill, "", Page.Me.Hours.backfill) ?><?cs /if ?><?cs
if:Page.Me.Hours.brought ?><?cs call:cell(Lang.commend.brought, "", Page.Me.Hours.brought) ?><?cs /if ?><?cs
call:cell_link("/activity/hours", Lang.commend.records, "", "") ?><?cs call:cells_end() ?>
<?cs call:cells_start(Lang.commend.honours) ?><?cs each:h = Page.Honours ?><?cs call:cell(h.name, h.authority + " · " + h.awarded_on, Lang.State.honour[h.state]) ?><?cs /each ?><?cs
if:!subcount(Page.Honours) ?><?cs call:cell(Lang.commend.honours_none, "", "") ?><?cs /if ?><?cs call:cell_link("/commend/mine/honour", Lang.commend.honour_apply, Lang.commend.honour_apply_about, "") ?><?cs call:cells_end() ?>
<?cs call:cells_start(Lang.commend.certificates) ?><?cs each:c = Page.Certificates ?><?cs
call:cell_link("/commend/certificate/" + c.no, c.hours + " " + Lang.Layout.hours, c.from_on + " – " + c.to_on, Lang.State.certificate[c.state]) ?><?cs /each ?><?cs
call:cell_link("/commend/certificate", Lang.commend.certificate_new, "", "") ?><?cs call:cells_end() ?>
<?cs call:page_foot("volunteer") ?>
