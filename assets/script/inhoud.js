/* inhoud -- on a wide screen the contents are always open beside the text; on
   a narrow one they unfold.  The widths are those of rapport.css. */
"use strict";

{
	const contents = document.querySelector("nav.inhoud details");
	const wide = matchMedia("(min-width: 64rem)");

	const follow = () => {
		contents.open = wide.matches;
	};

	if (contents) {
		wide.addEventListener("change", follow);
		follow();
	}
}
