<?php
/* frame.php - head and foot of the product's own page, which the bench has written beside this file's folder; what is of
 * the person who looks is put in where it stands. */
function frame_head(string $name, string $station, string $csrf): void
{
	static $parts;
	$parts ??= explode('@@', file_get_contents($_SERVER['FRAME'] . '/head.html'));
	echo $parts[0], h($name), $parts[1] ?? '', h($station), $parts[2] ?? '', h($csrf), $parts[3] ?? '';
}
function frame_foot(): void
{
	readfile($_SERVER['FRAME'] . '/foot.html');
}
