<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
	<path d="M6 3h8l4 4v14H6zM13.5 3v4.5H18M9 12h6M9 16h6"/>
</svg>
