<?cs include!"phone_head.cs" ?>
