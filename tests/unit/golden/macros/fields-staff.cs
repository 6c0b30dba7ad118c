<?cs set:Title = Lang.Layout.details ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<h1><?cs var:Title ?></h1>
<?cs include!"macros/controls.inc" ?><?cs include!"staff_foot.cs" ?>
