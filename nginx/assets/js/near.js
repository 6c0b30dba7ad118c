/* Where the person stands, if they agreed to it and the phone says so; the form goes out without it as well. */
function fill(name, value) {
	for (const input of document.querySelectorAll(`[data-near="${name}"]`))
		input.value = value;
}

if (navigator.geolocation)
	navigator.geolocation.getCurrentPosition((found) => {
		fill('lat', found.coords.latitude.toFixed(6));
		fill('lng', found.coords.longitude.toFixed(6));
		fill('acc', found.coords.accuracy.toFixed(0));
	}, () => {}, { enableHighAccuracy: true, timeout: 10000, maximumAge: 30000 });
