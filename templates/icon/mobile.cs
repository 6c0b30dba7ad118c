<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
	<path d="M7 2.5h10a1.5 1.5 0 0 1 1.5 1.5v16a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 20V4A1.5 1.5 0 0 1 7 2.5z"/>
	<path d="M11 18.5h2"/>
</svg>
