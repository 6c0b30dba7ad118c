<?cs set:Title = Lang.activity.offline ?><?cs include!"volunteer_head.cs" ?>
<a class="back" href="/activity/<?cs var:Page.Activity.no ?>"><?cs var:Page.Activity.title ?></a>
<h1><?cs var:Lang.activity.offline ?></h1>
<p class="note"><?cs var:Lang.activity.offline_note ?></p>
<p class="note good" role="status" data-kept hidden><?cs var:Lang.activity.offline_kept ?></p>
<div data-offline="<?cs var:Page.Activity.no ?>" data-first="<?cs var:Page.Codes.first ?>" data-address="<?cs
var:Page.Codes.address ?>" data-in="<?cs var:Page.Codes.in ?>" data-out="<?cs var:Page.Codes.out ?>" data-in-digits="<?cs
var:Page.Codes.in_digits ?>" data-out-digits="<?cs var:Page.Codes.out_digits ?>">
<div class="card code"><svg viewBox="0 0 45 45" width="250" height="250" role="img" aria-label="<?cs
var:Lang.activity.code_alt ?>" shape-rendering="crispEdges" data-qr>
<rect width="100%" height="100%" fill="#fff"></rect><path d="" fill="#000"></path></svg></div>
<div class="acts">
<button class="button second" type="button" data-way="in" aria-pressed="true"><?cs var:Lang.activity.code_in ?></button>
<button class="button second" type="button" data-way="out" aria-pressed="false"><?cs var:Lang.activity.code_out ?></button>
</div>
<dl class="facts card">
<div><dt><?cs var:Lang.activity.digits_in ?></dt><dd><strong data-digits="in">------</strong></dd></div>
<div><dt><?cs var:Lang.activity.digits_out ?></dt><dd><strong data-digits="out">------</strong></dd></div>
<div><dt><?cs var:Lang.activity.offline_waiting ?></dt><dd><span data-waiting role="status">0</span></dd></div>
</dl>
<?cs if:subcount(Page.People) ?><h2><?cs var:Lang.activity.people ?></h2>
<?cs each:p = Page.People ?><section class="card"><h3><?cs var:p.name ?></h3>
<div class="acts">
<button class="button second" type="button" data-note="in" data-person="<?cs var:p.no ?>"<?cs
if:p.came ?> disabled<?cs /if ?>><span><?cs var:Lang.activity.note_in ?> <span data-at><?cs
var:hour(p.came) ?></span><span class="hidden"> <?cs var:p.name ?></span></span></button>
<button class="button second" type="button" data-note="out" data-person="<?cs var:p.no ?>"<?cs
if:p.left_at ?> disabled<?cs /if ?>><span><?cs var:Lang.activity.note_out ?> <span data-at><?cs
var:hour(p.left_at) ?></span><span class="hidden"> <?cs var:p.name ?></span></span></button>
</div></section>
<?cs /each ?><?cs else ?><div class="empty"><p><?cs var:Lang.activity.people_empty ?></p></div>
<?cs /if ?><form method="post" action="/activity/manage/<?cs var:Page.Activity.no ?>/offline/scans"><?cs include!"token.cs" ?>
<div data-scans></div><button class="button" type="submit"><?cs var:Lang.activity.offline_give ?></button></form></div>
<script src="/static/offline.js?v=<?cs var:Page.Static ?>" defer></script>
<?cs include!"volunteer_foot.cs" ?>
