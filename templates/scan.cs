<?cs #
scan.cs - WeChat's own scanner, for the code on a volunteer's card. js/wechat.js shows the button where there is one.
?><button class="button second" type="button" data-scan hidden><?cs include!"icon/scan.cs" ?><?cs var:Lang.Frame.scan ?></button>
<p class="note wait" hidden><?cs var:Lang.Frame.scan_other ?></p>
