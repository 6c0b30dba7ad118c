<details class="keys js-only"><summary><?cs var:Lang.Frame.keys ?></summary>
<dl>
<dt><kbd>/</kbd></dt><dd><?cs var:Lang.Frame.Key.search ?></dd>
<dt><kbd>N</kbd></dt><dd><?cs var:Lang.Frame.Key.new ?></dd>
<dt><kbd>J</kbd> <kbd>K</kbd></dt><dd><?cs var:Lang.Frame.Key.rows ?></dd>
<dt><kbd>X</kbd></dt><dd><?cs var:Lang.Frame.Key.tick ?></dd>
<dt><kbd>O</kbd></dt><dd><?cs var:Lang.Frame.Key.open ?></dd>
<dt><kbd>?</kbd></dt><dd><?cs var:Lang.Frame.Key.list ?></dd>
</dl>
<p><?cs var:Lang.Frame.keys_off ?></p>
<label class="choice"><input type="checkbox" data-keys checked><span><?cs var:Lang.Frame.keys_on ?></span></label>
</details>
