<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
	<path d="M9.5 3h5v6.5H21v5h-6.5V21h-5v-6.5H3v-5h6.5z"/>
</svg>
