<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
	<path d="M19.5 3 13 10.5M9.5 8.5l6 6M9 9c-1 4-3 6.5-6 8l5 4.5c4-1 6.5-3 7.5-6.5M7.5 21l2.5-3.5"/>
</svg>
