<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
	<path d="M5 21V4M5 4.5h13l-3 4.5 3 4.5H5"/>
</svg>
