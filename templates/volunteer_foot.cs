<?cs include!"tel.cs" ?></main>
<?cs include!"tab_bar.cs" ?></body>
</html>
