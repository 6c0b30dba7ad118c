<?cs set:Title = Lang.training.code ?><?cs include!"staff_head.cs" ?><?cs
set:Base = "/training/manage/" + Page.Training.no ?>
<div class="bar">
<p class="crumb"><a href="/training/manage"><?cs var:Lang.training.manage ?></a> › <a href="<?cs var:url_validate(Base) ?>"><?cs
var:Page.Training.no ?></a></p>
<h1><?cs var:Page.Training.title ?> <?cs var:Lang.training.code ?></h1>
<div class="acts"><a class="button" href="<?cs var:url_validate(Base) ?>/roll"><?cs var:Lang.training.roll ?></a></div>
</div>
<div class="code">
<svg viewBox="0 0 <?cs var:Page.Code.side ?> <?cs var:Page.Code.side ?>" width="250" height="250" role="img" aria-label="<?cs
var:Lang.training.code_alt ?>" shape-rendering="crispEdges"><rect width="100%" height="100%" fill="#fff"></rect><path d="<?cs
var:Page.Code.path ?>" fill="#000"></path></svg>
<p><?cs var:Lang.training.code_lead ?></p>
<strong><span><?cs var:string.slice(Page.Code.digits, 0, 3) ?></span><span><?cs
var:string.slice(Page.Code.digits, 3, 6) ?></span></strong>
<svg class="left" viewBox="0 0 15 1" preserveAspectRatio="none" aria-hidden="true">
<rect width="15" height="1" fill="#d5d9d7"></rect><rect width="<?cs
var:Page.Code.seconds ?>" height="1" fill="#07753d"><animate attributeName="width" from="<?cs
var:Page.Code.seconds ?>" to="0" dur="<?cs var:Page.Code.seconds ?>s" fill="freeze"></animate></rect></svg>
<p><?cs var:Lang.training.code_note ?></p>
</div>
<?cs include!"staff_foot.cs" ?>
