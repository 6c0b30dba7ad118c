<?cs set:Title = Lang.commend.offline ?><?cs include!"public_head.cs" ?>
<h1><?cs var:Lang.commend.offline ?></h1>
<p><?cs var:Lang.commend.offline_about ?></p>
<section data-verify data-page="/commend/offline" data-key="/activity/ledger/key" data-list="/commend/revoked"
data-good="<?cs var:Lang.commend.off_good ?>" data-forged="<?cs var:Lang.commend.off_forged ?>"
data-revoked="<?cs var:Lang.commend.off_revoked ?>" data-old="<?cs var:Lang.commend.off_old ?>"
data-list-of="<?cs var:Lang.commend.off_list ?>" data-list-none="<?cs var:Lang.commend.off_list_none ?>"
data-ready="<?cs var:Lang.commend.off_ready ?>" data-unready="<?cs var:Lang.commend.off_unready ?>"
data-fault-key="<?cs var:Lang.commend.off_key ?>" data-no="<?cs var:Lang.commend.certificate_no ?>"
data-name="<?cs var:Lang.Field.name ?>" data-id-last="<?cs var:Lang.commend.off_id ?>"
data-hours="<?cs var:Lang.commend.hours_total ?>" data-scan="<?cs var:Lang.Evidence.scan ?>"
data-declared="<?cs var:Lang.Evidence.declared ?>" data-backfill="<?cs var:Lang.Evidence.backfill ?>"
data-met="<?cs var:Lang.Evidence.met ?>" data-roll="<?cs var:Lang.Evidence.list ?>" data-period="<?cs var:Lang.commend.period ?>"
data-station="<?cs var:Lang.commend.issuer ?>" data-issued="<?cs var:Lang.commend.issued_on ?>">
<div class="field">
<label for="f-code"><?cs var:Lang.commend.off_code ?></label>
<p class="hint" id="f-code-hint"><?cs var:Lang.commend.off_hint ?></p>
<textarea id="f-code" rows="4" autocomplete="off" spellcheck="false" aria-describedby="f-code-hint"></textarea>
</div>
<button class="button" type="button" data-check><?cs var:Lang.commend.off_check ?></button>
<div role="status" data-result></div>
<p data-state></p>
</section>
<noscript><p class="note wait"><?cs var:Lang.commend.off_script ?></p></noscript>
<script src="/static/verify.js?v=<?cs var:Page.Static ?>" defer></script>
<?cs include!"public_foot.cs" ?>
