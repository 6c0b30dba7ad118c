<?cs set:Title = Page.Title ?><?cs include!"staff_head.cs" ?>
<h1><?cs var:Title ?></h1>
<?cs include!"staff_foot.cs" ?>
