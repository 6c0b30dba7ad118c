<?cs include!"layout.cs" ?><?cs

# The paper: fields of 令67 art. 15 and 民发〔2015〕149号, in one frame for screen and print.
?><?cs
def:paper_pair(label, value) ?><?cs if:string.length(value) ?><div class="zyz-paper__pair"><dt><?cs var:label ?></dt><dd><?cs var:value ?></dd></div>
<?cs /if ?><?cs /def ?><?cs
def:paper() ?><article class="zyz-paper<?cs if:Page.State.state == "revoked" ?> zyz-paper--revoked<?cs /if ?>">
<h1 class="zyz-paper__title"><?cs var:Lang.commend.paper ?></h1>
<p class="zyz-paper__no"><?cs var:Lang.commend.paper_no ?><?cs var:Page.Certificate.no ?></p>
<dl class="zyz-paper__who"><?cs call:paper_pair(Lang.Field.name, Page.Certificate.name) ?><?cs call:paper_pair(Lang.Field.id_type, Page.Certificate.id_type) ?><?cs
call:paper_pair(Lang.Field.id_no, Page.Certificate.id_no) ?><?cs call:paper_pair(Lang.commend.Field.volunteer_no, Page.Certificate.volunteer_no) ?></dl>
<p class="zyz-paper__text"><?cs var:Lang.commend.paper_1 ?> <strong><?cs var:Page.Certificate.name ?></strong> <?cs var:Lang.commend.paper_2 ?> <?cs var:Page.Certificate.from ?> <?cs
var:Lang.commend.paper_3 ?> <?cs var:Page.Certificate.to ?><?cs var:Lang.commend.paper_4 ?> <strong><?cs var:Page.Certificate.station ?></strong> <?cs var:Lang.commend.paper_5 ?> <strong><?cs
var:Page.Certificate.hours ?></strong> <?cs var:Lang.commend.paper_6 ?><strong><?cs var:Page.Certificate.capital ?></strong><?cs var:Lang.commend.paper_7 ?> <strong><?cs
var:subcount(Page.Certificate.Services) ?></strong> <?cs var:Lang.commend.paper_8 ?></p>
<div class="zyz-scroll" role="region" aria-label="<?cs var:Lang.commend.services ?>" tabindex="0"><table class="zyz-paper__table"><caption class="<?cs var:Look.hidden ?>"><?cs var:Lang.commend.services ?></caption><thead><tr><th scope="col"><?cs var:Lang.commend.serial ?></th><th scope="col"><?cs
var:Lang.commend.activity ?></th><th scope="col"><?cs var:Lang.Field.day ?></th><th scope="col"><?cs var:Lang.commend.place ?></th><th scope="col"><?cs
var:Lang.commend.content ?></th><th scope="col"><?cs var:Lang.commend.hours ?></th><th scope="col"><?cs var:Lang.commend.organiser ?></th><th scope="col"><?cs
var:Lang.commend.evidence ?></th></tr></thead>
<tbody><?cs set:At.row = #0 ?><?cs each:s = Page.Certificate.Services ?><?cs set:At.row = At.row + #1 ?><tr><td><?cs var:At.row ?></td><td><?cs var:s.activity ?></td><td class="zyz-paper__day"><?cs
var:s.date ?></td><td><?cs var:s.place ?></td><td><?cs var:s.content ?></td><td class="zyz-paper__num"><?cs var:s.hours ?></td><td><?cs var:s.organiser ?></td><td><?cs
var:Lang.Evidence[s.evidence] ?></td></tr>
<?cs /each ?></tbody></table></div>
<p class="zyz-paper__kinds"><?cs var:Lang.commend.of_them ?><?cs if:Page.Certificate.Evidence.scan ?> <?cs var:Lang.Evidence.scan ?> <?cs var:Page.Certificate.Evidence.scan ?><?cs /if ?><?cs
if:Page.Certificate.Evidence.list ?> <?cs var:Lang.Evidence.list ?> <?cs var:Page.Certificate.Evidence.list ?><?cs /if ?><?cs
if:Page.Certificate.Evidence.declared ?> <?cs var:Lang.Evidence.declared ?> <?cs var:Page.Certificate.Evidence.declared ?><?cs /if ?><?cs
if:Page.Certificate.Evidence.backfill ?> <?cs var:Lang.Evidence.backfill ?> <?cs var:Page.Certificate.Evidence.backfill ?><?cs /if ?> <?cs var:Lang.Layout.hours ?></p>
<?cs if:Page.Certificate.purpose ?><p class="zyz-paper__text"><?cs var:Lang.commend.purpose ?><?cs var:Page.Certificate.purpose ?></p><?cs /if ?>
<p class="zyz-paper__text"><?cs var:Lang.commend.paper_end ?></p>
<div class="zyz-paper__foot"><?cs if:Page.Qr.path ?><figure class="zyz-paper__qr"><svg viewBox="0 0 <?cs var:Page.Qr.side ?> <?cs var:Page.Qr.side ?>" width="180" height="180" role="img" aria-label="<?cs
var:Lang.commend.qr ?>" shape-rendering="crispEdges"><rect width="100%" height="100%" fill="#fff"></rect><path d="<?cs var:Page.Qr.path ?>" fill="#000"></path></svg><figcaption><?cs
var:Lang.commend.qr ?></figcaption></figure><?cs /if ?>
<dl class="zyz-paper__issuer"><?cs call:paper_pair(Lang.commend.issuer, Page.Certificate.station) ?><?cs call:paper_pair(Lang.commend.person_in_charge, Page.Certificate.person_in_charge) ?><?cs
if:Page.Certificate.handler ?><?cs call:paper_pair(Lang.commend.handler, Page.Certificate.handler) ?><?cs else ?><?cs call:paper_pair(Lang.commend.handler, Lang.commend.self_printed) ?><?cs /if ?><?cs
call:paper_pair(Lang.Field.phone, Page.Certificate.phone) ?><?cs call:paper_pair(Lang.commend.issued_on, Page.Certificate.issued_on) ?></dl>
<p class="zyz-paper__seal"><?cs var:Lang.commend.seal ?></p></div>
<p class="zyz-paper__check"><?cs var:Lang.commend.check_at ?> <?cs var:Page.Address ?></p>
<?cs if:Page.Certificate.tree ?><p class="zyz-paper__check"><?cs var:Lang.commend.tree ?><?cs var:Page.Certificate.tree ?></p>
<?cs /if ?>
</article>
<?cs /def ?><?cs
def:around() ?><?cs call:notices() ?><?cs if:Page.State.state == "revoked" ?><?cs call:note(Lang.commend.revoked_note + " " + Page.State.revoked_reason) ?><?cs /if ?><?cs
if:Page.Refused ?><div class="<?cs var:Look.note ?>" role="alert"><?cs var:Lang.commend.Refused[Page.Refused] ?></div>
<?cs /if ?><?cs call:tools_start() ?><?cs call:link_button("/commend/certificate/" + Page.Certificate.no + ".pdf", Lang.commend.pdf) ?><?cs
call:link_second("/commend/certificate/" + Page.Certificate.no + ".png", Lang.commend.png) ?><?cs call:print_button() ?><?cs
call:link_second("/commend/verify/" + Page.Certificate.no, Lang.commend.verify) ?><?cs call:tools_end() ?><?cs if:Page.Who.kind == "volunteer" ?><?cs
call:para(Lang.commend.png_hint) ?><?cs /if ?><?cs call:paper() ?><?cs /def ?><?cs
if:Page.Who.kind == "volunteer" ?><?cs call:page_head("volunteer", Lang.commend.paper) ?><?cs call:back("/commend/mine", Lang.Layout.back) ?><?cs call:around() ?><?cs call:page_foot("volunteer") ?><?cs
else ?><?cs call:page_head("staff", Lang.commend.paper) ?><?cs call:back("/commend/manage/certificates", Lang.Layout.back_list) ?><?cs call:around() ?><?cs call:page_foot("staff") ?><?cs /if ?>
