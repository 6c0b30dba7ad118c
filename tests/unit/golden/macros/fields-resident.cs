<?cs set:Title = Lang.Layout.details ?><?cs include!"resident_head.cs" ?><?cs include!"fields.cs" ?>
<h1><?cs var:Title ?></h1>
<?cs include!"macros/controls.inc" ?><?cs include!"resident_foot.cs" ?>
