<?cs #
picked.cs - in the foot of a declared list with ticks (list.h, TICKED): the rows that are ticked, on paper or as a file.
?><?cs if:Page.List.print && !Page.List.all ?><span class="js-only"><button class="button" type="button" data-picked="<?cs
var:url_validate(Page.List.print) ?>"><?cs var:Lang.Frame.print_picked ?></button>
<button class="button" type="button" data-picked="<?cs var:url_validate(Page.List.xlsx) ?>"><?cs
var:Lang.Frame.export_picked ?></button></span>
<?cs /if ?>
