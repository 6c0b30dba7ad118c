<form action="/commend/verify" role="search" aria-label="<?cs var:Lang.commend.verify ?>">
<div class="field">
<label for="f-no"><?cs var:Lang.commend.certificate_no ?></label>
<p class="hint" id="f-no-hint"><?cs var:Lang.commend.no_hint ?></p>
<input type="text" id="f-no" name="no" aria-describedby="f-no-hint" autocomplete="off" value="<?cs var:Page.No ?>">
</div>
<button class="button" type="submit"><?cs var:Lang.commend.verify_now ?></button>
</form>
