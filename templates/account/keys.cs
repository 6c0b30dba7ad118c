<?cs set:Title = Lang.Frame.keys ?><?cs set:Section = "desk" ?><?cs include!"staff_head.cs" ?><?cs
def:key(key, text) ?><tr><td><kbd><?cs var:key ?></kbd></td><td><?cs var:text ?></td></tr>
<?cs /def ?><?cs
def:part(text) ?><tr class="grp"><th colspan="2" scope="colgroup"><?cs var:text ?></th></tr>
<?cs /def ?>
<div class="bar">
<p class="crumb"><a href="/account/mine"><?cs var:Lang.account.mine_title ?></a> › <?cs var:Lang.Frame.keys ?></p>
<h1><?cs var:Lang.Frame.keys ?></h1>
<div class="acts"><button class="button js-only" type="button" data-print><?cs var:Lang.Layout.print ?></button></div>
</div>
<form class="form" method="post" action="/account/keys" novalidate><?cs include!"token.cs" ?>
<label class="choice"><input type="checkbox" name="keys" value="1"<?cs if:!Page.KeysOff ?> checked<?cs /if ?>><span><?cs
var:Lang.Frame.keys_on ?></span></label>
<p class="hint"><?cs var:Lang.Frame.keys_about ?></p>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</form>
<div class="scroll" tabindex="0" role="region" aria-label="<?cs var:Lang.Frame.keys ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.Frame.keys ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.Frame.key ?></th><th scope="col"><?cs var:Lang.Frame.key_does ?></th></tr></thead>
<tbody>
<?cs call:part(Lang.Frame.KeysOf.all) ?><?cs call:key("/", Lang.Frame.Key.search) ?><?cs call:key("?", Lang.Frame.Key.list) ?><?cs
call:key("N", Lang.Frame.Key.new) ?><?cs call:key("E", Lang.Frame.Key.edit) ?><?cs
call:part(Lang.Frame.KeysOf.lists) ?><?cs call:key("J", Lang.Frame.Key.down) ?><?cs call:key("K", Lang.Frame.Key.up) ?><?cs
call:key("X", Lang.Frame.Key.tick) ?><?cs call:key("Enter", Lang.Frame.Key.open) ?><?cs call:key("O", Lang.Frame.Key.open) ?><?cs
call:key("Shift", Lang.Frame.Key.range) ?><?cs call:key("A", Lang.Frame.Key.act) ?><?cs
call:part(Lang.recruit.review) ?><?cs call:key("A", Lang.recruit.dispose_accept) ?><?cs call:key("W", Lang.recruit.dispose_wait) ?><?cs
call:key("R", Lang.recruit.dispose_refuse) ?><?cs
call:part(Lang.Frame.KeysOf.log) ?><?cs call:key("Enter", Lang.activity.Key.down) ?><?cs call:key("Tab", Lang.activity.Key.on) ?><?cs
call:key("Ctrl D", Lang.activity.Key.above) ?></tbody>
</table></div>
<?cs include!"staff_foot.cs" ?>
