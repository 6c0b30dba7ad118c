<details class="keys js-only"><summary><?cs var:Lang.Frame.keys ?></summary>
<dl>
<dt><kbd>/</kbd></dt><dd><?cs var:Lang.Frame.Key.search ?></dd>
<dt><kbd>N</kbd></dt><dd><?cs var:Lang.Frame.Key.new ?></dd>
<dt><kbd>E</kbd></dt><dd><?cs var:Lang.Frame.Key.edit ?></dd>
<dt><kbd>J</kbd> <kbd>K</kbd></dt><dd><?cs var:Lang.Frame.Key.rows ?></dd>
<dt><kbd>X</kbd></dt><dd><?cs var:Lang.Frame.Key.tick ?></dd>
<dt><kbd>Enter</kbd></dt><dd><?cs var:Lang.Frame.Key.open ?></dd>
<dt><kbd>?</kbd></dt><dd><?cs var:Lang.Frame.Key.list ?></dd>
</dl>
<p><?cs var:Lang.Frame.keys_off ?> <a href="/account/keys"><?cs var:Lang.Frame.keys_all ?></a></p>
</details>
