as: templates/needs/wide.cs
<p>A line that is short enough.</p>
<p class="BAD">A line that goes on and on until nobody who reads it on a screen of ordinary width can see where it ends, and then some more of it.</p>
