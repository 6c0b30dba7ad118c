<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
	<path d="M20.5 6.5a5 5 0 0 1-6.7 6.2l-7.3 7.3a2.1 2.1 0 0 1-3-3l7.3-7.3a5 5 0 0 1 6.2-6.7L14 6l.7 3.3L18 10z"/>
</svg>
