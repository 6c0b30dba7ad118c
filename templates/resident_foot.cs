<?cs include!"tel.cs" ?></main>
</body>
</html>
