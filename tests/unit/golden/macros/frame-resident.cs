<?cs set:Title = Page.Title ?><?cs include!"resident_head.cs" ?>
<h1><?cs var:Title ?></h1>
<?cs include!"resident_foot.cs" ?>
