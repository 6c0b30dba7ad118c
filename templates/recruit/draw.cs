<?cs set:Title = Lang.recruit.draw ?><?cs include!"public_head.cs" ?><?cs include!"recruit/won.cs" ?>
<a class="back" href="/recruit/shift/<?cs var:Page.Draw.no ?>"><?cs var:Page.Draw.title ?></a>
<h1><?cs var:Lang.recruit.draw ?></h1>
<p><b><?cs var:Page.Draw.title ?></b><?cs var:Lang.recruit.comma ?><?cs var:span(Page.Draw.starts_at + "/" + Page.Draw.ends_at) ?></p>
<p class="note<?cs if:Page.Draw.state == "drawn" ?> good<?cs elif:Page.Draw.state == "late" ?> wait<?cs /if ?>"><?cs
var:Lang.recruit.DrawState[Page.Draw.state] ?></p>
<?cs if:Page.Mine.lot ?><section class="card"><p><?cs var:Lang.recruit.lot_mine ?></p>
<p><b><?cs var:Page.Mine.lot ?></b></p>
<?cs if:Page.Mine.no ?><p><?cs call:won(Page.Mine) ?></p>
<?cs /if ?></section>
<?cs /if ?><section class="card"><dl class="facts">
<div><dt><?cs var:Lang.recruit.station ?></dt><dd><?cs var:Page.Draw.station ?></dd></div>
<div><dt><?cs var:Lang.recruit.draw_places ?></dt><dd><?cs if:Page.Draw.drawn_at ?><?cs var:Page.Draw.places ?><?cs else ?><?cs
var:Page.Draw.wanted ?><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.recruit.until_sign_up ?></dt><dd><?cs var:at(Page.Draw.closes_at) ?></dd></div>
<?cs if:Page.Draw.windows > #1 ?><div><dt><?cs var:Lang.recruit.draw_windows ?></dt><dd><?cs var:Page.Draw.windows ?></dd></div>
<?cs /if ?><?cs if:Page.Draw.drawn_at ?><div><dt><?cs var:Lang.recruit.drawn_at ?></dt><dd><?cs var:at(Page.Draw.drawn_at) ?></dd></div>
<div><dt><?cs var:Lang.recruit.draw_lots ?></dt><dd><?cs var:Page.Draw.lots ?></dd></div>
<?cs /if ?></dl></section>
<?cs if:subcount(Page.Lots) ?><h2><?cs var:Lang.recruit.draw_order ?></h2>
<ul class="list">
<?cs each:l = Page.Lots ?><li><div class="row"><span><?cs var:l.no ?> <small data-lot><?cs var:l.lot ?></small></span><span
class="value"><?cs call:won(l) ?></span></div></li>
<?cs /each ?></ul>
<?cs /if ?><h2><?cs var:Lang.recruit.draw_proof ?></h2>
<p><?cs var:Lang.recruit.draw_about ?></p>
<section class="card"><dl class="facts">
<div><dt><?cs var:Lang.recruit.seed_hash ?></dt><dd><?cs var:Page.Draw.seed_hash ?></dd></div>
<div><dt><?cs var:Lang.recruit.seed_made ?></dt><dd><?cs var:at(Page.Draw.opened_at) ?></dd></div>
<?cs if:Page.Draw.seed ?><div><dt><?cs var:Lang.recruit.seed ?></dt><dd><?cs var:Page.Draw.seed ?></dd></div>
<div><dt><a href="/activity/ledger"><?cs var:Lang.recruit.head ?></a></dt><dd><?cs var:Page.Draw.head_no ?></dd></div>
<div><dt><?cs var:Lang.recruit.root ?></dt><dd><?cs var:Page.Draw.root ?></dd></div>
<div><dt><?cs var:Lang.recruit.signature ?></dt><dd><?cs var:Page.Draw.signature ?></dd></div>
<?cs /if ?></dl></section>
<?cs if:Page.Draw.seed ?><section data-draw data-lots="/recruit/draw/<?cs var:Page.Draw.uid ?>/lots" data-hash="<?cs
var:Page.Draw.seed_hash ?>" data-seed="<?cs var:Page.Draw.seed ?>" data-root="<?cs var:Page.Draw.root ?>" data-signature="<?cs
var:Page.Draw.signature ?>" data-good="<?cs var:Lang.recruit.draw_good ?>" data-bad="<?cs
var:Lang.recruit.draw_bad ?>" data-old="<?cs var:Lang.recruit.draw_old ?>"><p role="status" class="note" data-result><?cs
var:Lang.recruit.draw_computing ?></p></section>
<noscript><p class="note wait"><?cs var:Lang.recruit.draw_script ?></p></noscript>
<script src="/static/draw.js?v=<?cs var:Page.Static ?>" defer></script>
<?cs /if ?><p><a class="go" href="/recruit/draw/<?cs var:Page.Draw.uid ?>/lots"><?cs var:Lang.recruit.draw_file ?></a></p>
<?cs include!"public_foot.cs" ?>
