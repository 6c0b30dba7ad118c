<?cs #
certificate_text.cs - the paper in letters, with the fields of 令67 art. 15 and 民发〔2015〕149号: the desk shows and prints it;
on a phone it stands behind the picture, and is what that prints. Days are those of the paper, as frozen.
?><?cs
def:pair(label, value) ?><?cs if:string.length(value) ?><div><dt><?cs var:label ?></dt><dd><?cs var:value ?></dd></div>
<?cs /if ?><?cs /def ?><article class="sheet<?cs if:Page.Certificate.mongolian ?> both<?cs /if ?>" id="paper" aria-labelledby="paper-title">
<?cs if:Page.Certificate.mongolian ?><p class="mongolian" lang="mn-Mong"><?cs var:Page.Certificate.mongolian ?></p>
<?cs /if ?><h2 id="paper-title"><?cs var:Lang.commend.paper ?></h2>
<p class="no"><?cs var:Lang.commend.paper_no ?><?cs var:Page.Certificate.no ?></p>
<dl>
<?cs call:pair(Lang.Field.name, Page.Certificate.name) ?><?cs call:pair(Lang.Field.id_type, Page.Certificate.id_type) ?><?cs
call:pair(Lang.Field.id_no, Page.Certificate.id_no) ?><?cs
call:pair(Lang.commend.Field.volunteer_no, Page.Certificate.volunteer_no) ?></dl>
<p class="text"><?cs var:Lang.commend.paper_1 ?> <strong><?cs var:Page.Certificate.name ?></strong> <?cs
var:Lang.commend.paper_2 ?> <?cs var:Page.Certificate.from ?> <?cs var:Lang.commend.paper_3 ?> <?cs
var:Page.Certificate.to ?><?cs var:Lang.commend.paper_4 ?> <strong><?cs var:Page.Certificate.station ?></strong> <?cs
var:Lang.commend.paper_5 ?> <strong><?cs var:Page.Certificate.hours ?></strong> <?cs var:Lang.commend.paper_6 ?><strong><?cs
var:Page.Certificate.capital ?></strong><?cs var:Lang.commend.paper_7 ?> <strong><?cs
var:subcount(Page.Certificate.Services) ?></strong> <?cs var:Lang.commend.paper_8 ?></p>
<div class="scroll" role="region" aria-label="<?cs var:Lang.commend.services ?>" tabindex="0"><table>
<caption class="hidden"><?cs var:Lang.commend.services ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.commend.serial ?></th><th scope="col"><?cs var:Lang.commend.activity ?></th><th scope="col"><?cs
var:Lang.Field.day ?></th><th scope="col"><?cs var:Lang.commend.place ?></th><th scope="col"><?cs
var:Lang.commend.content ?></th><th class="num" scope="col"><?cs var:Lang.commend.hours ?></th><th scope="col"><?cs
var:Lang.commend.organiser ?></th><th scope="col"><?cs var:Lang.commend.evidence ?></th></tr></thead>
<tbody>
<?cs set:At.row = #0 ?><?cs each:s = Page.Certificate.Services ?><?cs set:At.row = At.row + #1 ?><tr><td><?cs var:At.row ?></td><td><?cs
var:s.activity ?></td><td class="nb"><?cs var:s.date ?></td><td><?cs var:s.place ?></td><td><?cs
var:s.content ?></td><td class="num"><?cs var:s.hours ?></td><td><?cs var:s.organiser ?></td><td><?cs
var:Lang.Evidence[s.evidence] ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<p><?cs var:Lang.commend.of_them ?><?cs each:e = Page.Certificate.Evidence ?> <?cs var:Lang.Evidence[name(e)] ?> <?cs
var:e ?><?cs /each ?> <?cs var:Lang.Layout.hours ?></p>
<?cs if:Page.Certificate.purpose ?><p class="text"><?cs var:Lang.commend.purpose ?><?cs var:Page.Certificate.purpose ?></p>
<?cs /if ?><p class="text"><?cs var:Lang.commend.paper_end ?></p>
<div class="end"><?cs if:Page.Qr.path ?>
<figure><svg viewBox="0 0 <?cs var:Page.Qr.side ?> <?cs var:Page.Qr.side ?>" width="180" height="180" role="img" aria-label="<?cs
var:Lang.commend.qr ?>" shape-rendering="crispEdges"><rect width="100%" height="100%" fill="#fff"></rect><path d="<?cs
var:Page.Qr.path ?>" fill="#000"></path></svg>
<p><?cs var:Lang.commend.qr ?></p></figure><?cs /if ?>
<dl>
<?cs call:pair(Lang.commend.issuer, Page.Certificate.station) ?><?cs
call:pair(Lang.commend.person_in_charge, Page.Certificate.person_in_charge) ?><?cs if:Page.Certificate.handler ?><?cs
call:pair(Lang.commend.handler, Page.Certificate.handler) ?><?cs else ?><?cs
call:pair(Lang.commend.handler, Lang.commend.self_printed) ?><?cs /if ?><?cs
call:pair(Lang.Field.phone, Page.Certificate.phone) ?><?cs call:pair(Lang.commend.issued_on, Page.Certificate.issued_on) ?></dl>
<p class="seal"><?cs var:Lang.commend.seal ?></p>
</div>
<p class="fine"><?cs var:Lang.commend.check_at ?> <?cs var:Page.Address ?></p>
<?cs if:Page.Certificate.tree ?><p class="fine"><?cs var:Lang.commend.tree ?><?cs var:Page.Certificate.tree ?></p>
<?cs /if ?></article>
