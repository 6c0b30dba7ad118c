<?cs #
case_text.cs - a typical case in its four parts and its pictures: case_text(base), base the address of the pictures.
?><?cs
def:case_text(base) ?><?cs each:h = Lang.commend.CasePart ?><h2><?cs var:h ?></h2>
<p class="text"><?cs var:Page.Case[name(h)] ?></p>
<?cs /each ?><?cs each:p = Page.Pictures ?><figure><img src="<?cs var:url_validate(base) ?><?cs var:p.pic ?>" alt="<?cs
var:p.alt ?>" loading="lazy"><figcaption><?cs var:p.alt ?></figcaption></figure>
<?cs /each ?><?cs /def ?>
