<?cs #
list_acts.cs - the first of the acts of a declared list: all its rows as a file, or on paper.
?><?cs if:Page.List.xlsx ?><a class="button" href="<?cs var:url_validate(Page.List.xlsx) ?>"><?cs var:Lang.Frame.export_xlsx ?></a>
<?cs /if ?><?cs if:Page.List.csv ?><a class="button" href="<?cs var:url_validate(Page.List.csv) ?>"><?cs
	var:Lang.Frame.export_csv ?></a>
<?cs /if ?><?cs if:Page.List.print && !Page.List.all ?><a class="button" href="<?cs var:url_validate(Page.List.print) ?>"><?cs
	var:Lang.Frame.print_all ?></a>
<?cs else ?><button class="button js-only" type="button" data-print><?cs var:Lang.Frame.print_all ?></button>
<?cs /if ?>
