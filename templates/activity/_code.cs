<?cs #
_code.cs - the code that is shown now, as a picture and as digits, and how long it is good; on the station's screen and on
the leader's phone. The strip runs out without a script.

code_name()   签到码 or 签退码
code()        Page.Code.{path,side,digits,seconds,direction}
?><?cs
def:code_name() ?><?cs if:Page.Code.direction == "in" ?><?cs var:Lang.activity.code_in ?><?cs
	else ?><?cs var:Lang.activity.code_out ?><?cs /if ?><?cs /def ?><?cs
def:code() ?><div class="code">
<svg viewBox="0 0 <?cs var:Page.Code.side ?> <?cs var:Page.Code.side ?>" width="250" height="250" role="img" aria-label="<?cs
	var:Lang.activity.code_alt ?>" shape-rendering="crispEdges"><rect width="100%" height="100%" fill="#fff"></rect><path d="<?cs
	var:Page.Code.path ?>" fill="#000"></path></svg>
<p><?cs if:Page.Code.direction == "in" ?><?cs var:Lang.activity.code_in_lead ?><?cs
	else ?><?cs var:Lang.activity.code_out_lead ?><?cs /if ?></p>
<strong><span><?cs var:string.slice(Page.Code.digits, 0, 3) ?></span><span><?cs
	var:string.slice(Page.Code.digits, 3, 6) ?></span></strong>
<svg class="left" viewBox="0 0 15 1" preserveAspectRatio="none" aria-hidden="true">
<rect width="15" height="1" fill="#d5d9d7"></rect><rect width="<?cs
	var:Page.Code.seconds ?>" height="1" fill="#07753d"><animate attributeName="width" from="<?cs
	var:Page.Code.seconds ?>" to="0" dur="<?cs var:Page.Code.seconds ?>s" fill="freeze"></animate></rect></svg>
<p class="soft"><?cs var:Lang.activity.code_note ?></p>
</div>
<?cs /def ?>
