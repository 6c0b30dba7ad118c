<?cs set:Elder = #1 ?><?cs include!"phone_head.cs" ?>
