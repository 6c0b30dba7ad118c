<?cs include!"layout.cs" ?><?cs call:page_head("volunteer", Lang.activity.offline) ?>
<?cs call:back("/activity/" + Page.Activity.no, Lang.Layout.back) ?>
<?cs call:title(Page.Activity.title + " " + Lang.activity.offline) ?>
<?cs call:note(Lang.activity.offline_note) ?>
<p class="<?cs var:Look.body ?>" role="status" data-kept hidden><?cs var:Lang.activity.offline_kept ?></p>
<div class="care-offline" data-offline="<?cs var:Page.Activity.no ?>" data-first="<?cs var:Page.Codes.first ?>" data-address="<?cs var:Page.Codes.address ?>" data-in="<?cs var:Page.Codes.in ?>" data-out="<?cs
var:Page.Codes.out ?>" data-in-digits="<?cs var:Page.Codes.in_digits ?>" data-out-digits="<?cs var:Page.Codes.out_digits ?>">
<div class="zyz-code"><svg class="zyz-code__qr" viewBox="0 0 45 45" width="320" height="320" role="img" aria-label="<?cs
var:Lang.activity.code_alt ?>" shape-rendering="crispEdges" data-qr><rect width="100%" height="100%" fill="#fff"></rect><path d="" fill="#000"></path></svg></div>
<button type="button" class="<?cs var:Look.button_second ?>" data-way="in" aria-pressed="true"><?cs var:Lang.activity.code_in ?></button>
<button type="button" class="<?cs var:Look.button_second ?>" data-way="out" aria-pressed="false"><?cs var:Lang.activity.code_out ?></button>
<?cs call:facts_start() ?><?cs call:fact_open(Lang.activity.digits_in) ?><strong data-digits="in">------</strong><?cs call:fact_close() ?><?cs
call:fact_open(Lang.activity.digits_out) ?><strong data-digits="out">------</strong><?cs call:fact_close() ?><?cs
call:fact_open(Lang.activity.offline_waiting) ?><span data-waiting role="status">0</span><?cs call:fact_close() ?><?cs call:facts_end() ?>
<?cs if:subcount(Page.People) ?><?cs call:subtitle(Lang.activity.people) ?>
<?cs each:p = Page.People ?><div class="care-offline__row"><span class="care-body"><?cs var:p.name ?></span>
<button type="button" class="<?cs var:Look.button_second ?>" data-note="in" data-person="<?cs var:p.no ?>"<?cs if:p.came ?> disabled<?cs /if ?>><?cs var:Lang.activity.note_in ?> <span data-at><?cs var:p.came ?></span><span class="<?cs
var:Look.hidden ?>"> <?cs var:p.name ?></span></button>
<button type="button" class="<?cs var:Look.button_second ?>" data-note="out" data-person="<?cs var:p.no ?>"<?cs if:p.left_at ?> disabled<?cs /if ?>><?cs var:Lang.activity.note_out ?> <span data-at><?cs var:p.left_at ?></span><span class="<?cs
var:Look.hidden ?>"> <?cs var:p.name ?></span></button></div>
<?cs /each ?><?cs else ?><?cs call:empty(Lang.activity.roster_empty) ?><?cs /if ?>
<?cs call:form_start("/activity/manage/" + Page.Activity.no + "/offline/scans") ?><div data-scans></div><?cs call:submit(Lang.activity.offline_give) ?><?cs call:form_end() ?></div>
<script src="/static/offline.js?v=<?cs var:Page.Static ?>" defer></script>
<?cs call:page_foot("volunteer") ?>
