<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
	<path d="M7 3h10M7 21h10M8 3v3.5l4 5.5 4-5.5V3M8 21v-3.5l4-5.5 4 5.5V21"/>
</svg>
