<?cs include!"layout.cs" ?><?cs def:code_body() ?><?cs call:title(Page.Activity.title) ?>
<?cs if:Page.Code.direction == "in" ?><?cs call:lead(Lang.activity.code_in_lead) ?><?cs else ?><?cs call:lead(Lang.activity.code_out_lead) ?><?cs /if ?>
<div class="zyz-code"><svg class="zyz-code__qr" viewBox="0 0 <?cs var:Page.Code.side ?> <?cs var:Page.Code.side ?>" width="320" height="320" role="img" aria-label="<?cs
var:Lang.activity.code_alt ?>" shape-rendering="crispEdges"><rect width="100%" height="100%" fill="#fff"></rect><path d="<?cs var:Page.Code.path ?>" fill="#000"></path></svg>
<p class="zyz-code__digits"><?cs var:Lang.activity.code_digits ?><strong><?cs var:Page.Code.digits ?></strong></p></div>
<?cs call:note(Lang.activity.code_note) ?>
<?cs call:facts_start() ?><?cs call:fact(Lang.activity.roster, Page.Activity.roster) ?><?cs call:fact(Lang.activity.came_n, Page.Activity.came) ?><?cs
call:fact(Lang.activity.gone_n, Page.Activity.gone) ?><?cs call:facts_end() ?>
<?cs if:Page.Code.direction == "in" ?><?cs call:link_second("/activity/manage/" + Page.Activity.no + "/code?dir=out", Lang.activity.code_out) ?><?cs
else ?><?cs call:link_second("/activity/manage/" + Page.Activity.no + "/code?dir=in", Lang.activity.code_in) ?><?cs /if ?><?cs /def ?><?cs
if:Page.Who.kind == "volunteer" ?><?cs call:page_head("volunteer", Page.Activity.title) ?>
<?cs call:back("/activity/mine", Lang.Layout.back) ?>
<?cs call:code_body() ?><?cs call:page_foot("volunteer") ?><?cs else ?><?cs call:page_head("staff", Page.Activity.title) ?>
<?cs call:back("/activity/manage/" + Page.Activity.no, Lang.Layout.back) ?>
<?cs call:code_body() ?><?cs call:page_foot("staff") ?><?cs /if ?>
