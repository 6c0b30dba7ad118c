<?cs #
list_clear.cs - the end of the filters of a list: find, and take all filters away again.
?><button class="button" type="submit"><?cs var:Lang.Layout.filter ?></button>
<?cs if:Page.List.clear && Page.List.filtered ?><a href="<?cs var:url_validate(Page.List.clear) ?>"><?cs var:Lang.Frame.clear ?></a>
<?cs /if ?>
