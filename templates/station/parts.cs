<?cs #
parts.cs - the parts of an article, for its public page and for who reads it before: parts(base), base the address of its pictures.
?><?cs
def:parts(base) ?><?cs each:p = Page.Parts ?><?cs
if:p.kind == "heading" ?><h2><?cs var:p.body ?></h2>
<?cs elif:p.kind == "list" ?><ul>
<?cs each:i = p.Items ?><li><?cs var:i.text ?></li>
<?cs /each ?></ul>
<?cs elif:p.kind == "picture" ?><?cs if:p.pic ?><figure><img src="<?cs var:url_validate(base) ?><?cs var:p.pic ?>" alt="<?cs
var:p.alt ?>" loading="lazy"><?cs if:string.length(p.body) ?><figcaption><?cs var:p.body ?></figcaption><?cs /if ?></figure>
<?cs /if ?><?cs else ?><p class="text"><?cs var:p.body ?></p>
<?cs /if ?><?cs /each ?><?cs /def ?>
