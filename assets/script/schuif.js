/* schuif -- a link in a table that scrolls comes into sight as a whole when
   the keyboard gets there; browsers are content with a part of it. */
"use strict";

addEventListener("focusin", ({ target }) => {
	const region = target.closest(".schuif");

	if (!region || region === target)
		return;
	const link = target.getBoundingClientRect();
	const { left, right } = region.getBoundingClientRect();

	if (link.left < left || link.right > right)
		target.scrollIntoView({ block: "nearest", inline: "center" });
});
