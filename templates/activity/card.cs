<?cs set:Title = Lang.activity.card ?><?cs include!"public_head.cs" ?>
<h1><?cs var:Lang.activity.card ?></h1>
<?cs if:Page.Card.station ?><section class="card todo"><header><?cs include!"icon/check.cs" ?> <?cs var:Lang.activity.card_good ?></header>
<p><?cs var:Lang.activity.card_of ?> <b><?cs var:Page.Card.station ?></b></p>
<p class="soft"><?cs var:at(Page.Card.at) ?> <?cs var:Lang.activity.card_now ?></p></section>
<?cs each:l = Page.Led ?><section class="card"><h2><?cs var:l.name ?></h2>
<p><?cs var:l.title ?><br><?cs var:span(l.starts_at + "/" + l.ends_at) ?></p>
<?cs if:l.left_at ?><p><?cs var:Lang.activity.gone ?> <?cs var:hour(l.left_at) ?></p>
<?cs else ?><form method="post" action="/activity/manage/<?cs var:l.no ?>/tick"><?cs include!"token.cs" ?><input type="hidden"
name="volunteer_no" value="<?cs var:l.volunteer_no ?>"><input type="hidden" name="direction" value="<?cs
if:l.came ?>out<?cs else ?>in<?cs /if ?>"><button class="button" type="submit"><?cs
if:l.came ?><?cs var:Lang.activity.tick_out ?><?cs else ?><?cs var:Lang.activity.tick_in ?><?cs /if ?></button></form>
<p class="soft"><?cs var:Lang.activity.tick_note ?></p>
<?cs /if ?></section>
<?cs /each ?><?cs else ?><section class="card todo"><header class="bad"><?cs var:Lang.activity.card_old ?></header>
<p><?cs var:Lang.activity.card_again ?></p></section>
<?cs /if ?><?cs include!"public_foot.cs" ?>
