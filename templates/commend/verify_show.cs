<?cs include!"layout.cs" ?><?cs call:page_head("public", Lang.commend.verify) ?>
<?cs if:Page.Certificate.altered ?><?cs call:title(Lang.commend.is_altered) ?><?cs call:note(Lang.commend.altered_about) ?><?cs elif:Page.Certificate.state == "issued" ?><?cs call:title(Lang.commend.is_true) ?><?cs else ?><?cs call:title(Lang.commend.is_revoked) ?><?cs /if ?>
<?cs if:Page.Certificate.state == "revoked" ?><?cs call:note(Lang.commend.revoked_note + " " + Page.Certificate.revoked_on + " " + Page.Certificate.revoked_reason) ?><?cs /if ?>
<?cs if:Page.Certificate.fewer_hours ?><?cs call:note(Lang.commend.fewer + " " + Page.Certificate.fewer_hours + " " + Lang.Layout.hours) ?><?cs /if ?>
<?cs call:facts_start() ?><?cs call:fact(Lang.commend.certificate_no, Page.Certificate.no) ?><?cs call:fact_state(Lang.Layout.state, "certificate", Page.Certificate.state) ?><?cs
call:fact(Lang.Field.name, Page.Certificate.name) ?><?cs call:fact(Lang.commend.hours_total, Page.Certificate.hours + " " + Lang.Layout.hours) ?><?cs
call:fact(Lang.Evidence.scan, Page.Certificate.Evidence.scan) ?><?cs call:fact(Lang.Evidence.list, Page.Certificate.Evidence.list) ?><?cs
call:fact(Lang.Evidence.declared, Page.Certificate.Evidence.declared) ?><?cs call:fact(Lang.Evidence.backfill, Page.Certificate.Evidence.backfill) ?><?cs
call:fact(Lang.commend.records_n, Page.Certificate.records) ?><?cs call:fact(Lang.commend.period, Page.Certificate.from_on + " – " + Page.Certificate.to_on) ?><?cs
call:fact(Lang.commend.issuer, Page.Certificate.station) ?><?cs call:fact(Lang.Field.phone, Page.Station.phone) ?><?cs call:fact(Lang.commend.issued_on, Page.Certificate.issued_on) ?><?cs
call:fact(Lang.commend.checked_at, Page.Now) ?><?cs call:facts_end() ?>
<?cs call:para(Lang.commend.compare) ?><?cs call:link_second("/commend/verify", Lang.commend.verify_other) ?>
<?cs call:page_foot("public") ?>
