<?cs # as: templates/needs/list.cs ; 汉字 in a comment
   is nothing, 也没有 ?>
<p><?cs var:Lang.needs.title ?> · – …</p>
<p>需求</p> BAD
<p>a，b</p> BAD
<?cs set:x = "需求" ?> BAD
