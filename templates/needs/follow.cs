<?cs set:Title = Lang.needs.follow ?><?cs include!"resident_head.cs" ?><?cs include!"fields.cs" ?>
<h1><?cs var:Lang.needs.follow ?></h1>
<?cs if:Page.Unknown ?><p class="note bad" role="alert"><?cs var:Lang.needs.follow_unknown ?></p>
<?cs /if ?><?cs if:Page.Follow ?><p><?cs var:Page.Sheet.title ?><br><?cs var:at(Page.Sheet.at) ?></p>
<?cs if:subcount(Page.Needs) ?><ul class="list">
<?cs each:n = Page.Needs ?><li><div class="row"><span><?cs var:n.category ?><small><?cs var:Lang.needs.Followed[n.state] ?><?cs
if:n.done_on ?> <?cs var:on(n.done_on) ?><?cs elif:n.answered_on ?> <?cs var:on(n.answered_on) ?><?cs /if ?><?cs
if:n.decline_reason ?><br><?cs var:n.decline_reason ?><?cs /if ?></small></span></div></li>
<?cs /each ?></ul>
<?cs else ?><p class="note info"><?cs var:Lang.needs.follow_none ?></p>
<?cs /if ?><?cs else ?><form action="/needs/follow">
<div class="field"><label for="f-k"><?cs var:Lang.needs.follow_code ?></label>
<p class="hint" id="f-k-hint"><?cs var:Lang.needs.follow_hint ?></p>
<input type="text" id="f-k" name="k" autocomplete="off" autocapitalize="off" spellcheck="false" aria-describedby="f-k-hint"></div>
<button class="button" type="submit"><?cs var:Lang.needs.follow_go ?></button>
</form>
<?cs /if ?><a class="button second" href="/"><?cs var:Lang.Layout.to_front ?></a>
<?cs include!"resident_foot.cs" ?>
