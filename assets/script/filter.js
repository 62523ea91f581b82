/* filter -- a list shows only the items that have every word typed.  Which
   list, and what an item is called, the element #filter says. */
"use strict";

{
	const place = document.getElementById("filter");
	const { lijst, delen, een, meer } = place.dataset;
	const field = document.getElementById("zoekveld");
	const status = document.getElementById("gevonden");
	const sections = document.querySelectorAll(delen);
	let announcement;

	/* "Súdwest-Fryslân" is found with "sudwest fryslan" too; soft hyphens
	   do not count. */
	const fold = (text) => text.normalize("NFD")
		.replace(/[\p{M}\u00AD]/gu, "").replace(/-/g, " ")
		.toLowerCase();

	/* An item is found by its own words and by the headings above it. */
	const textOf = (item) => {
		let text = item.textContent;

		for (let above = item.closest("section"); above;
			above = above.parentElement.closest("section"))
			text += " " +
				above.querySelector("h2, h3, h4").textContent;
		return fold(text);
	};

	const items = [...document.querySelectorAll(lijst)]
		.map((item) => ({ item, text: textOf(item) }));

	const describe = (count) => {
		if (count === 0)
			return `Geen ${meer} gevonden. Controleer de ` +
				"spelling, of typ minder letters.";
		return count === 1 ? `1 ${een} gevonden.` :
			`${count} ${meer} gevonden.`;
	};

	/* Not at every key: a screen reader would never get to the end. */
	const announce = (text) => {
		clearTimeout(announcement);
		announcement = setTimeout(() => {
			status.textContent = text;
		}, 300);
	};

	const filter = () => {
		const words = fold(field.value).split(/\s+/).filter(Boolean);
		let count = 0;

		for (const { item, text } of items) {
			item.hidden = !words.every((word) =>
				text.includes(word));
			if (!item.hidden)
				count++;
		}
		for (const section of sections)
			section.hidden = words.length > 0 &&
				!section.querySelector("li:not([hidden])");
		announce(words.length > 0 ? describe(count) : "");
	};

	place.hidden = false;
	field.addEventListener("input", filter);
	/* The way back to this page brings back what was typed. */
	addEventListener("pageshow", filter);
}
