<?cs include!"layout.cs" ?><?cs call:page_head("volunteer", Lang.activity.offline) ?>
<?cs call:back("/activity/" + Page.Activity.no, Lang.Layout.back) ?>
<?cs call:title(Page.Activity.title + " " + Lang.activity.offline) ?>
<?cs call:note(Lang.activity.offline_note) ?>
<div class="care-offline" data-offline="<?cs var:Page.Activity.no ?>" data-first="<?cs var:Page.Codes.first ?>" data-in="<?cs var:Page.Codes.in ?>" data-out="<?cs
var:Page.Codes.out ?>" data-in-digits="<?cs var:Page.Codes.in_digits ?>" data-out-digits="<?cs var:Page.Codes.out_digits ?>">
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
