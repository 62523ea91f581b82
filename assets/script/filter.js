/* filter -- the overview shows only the documents that have every word typed */
"use strict";

{
	const field = document.getElementById("zoekveld");
	const status = document.getElementById("gevonden");
	const sections = document.querySelectorAll(".onderzoek, .regio");
	let announcement;

	/* "Súdwest-Fryslân" is found with "sudwest fryslan" too. */
	const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "")
		.replace(/-/g, " ").toLowerCase();

	/* A document is found by its own words and by the headings above it. */
	const textOf = (item) => {
		let text = item.textContent;

		for (let above = item.closest("section"); above;
			above = above.parentElement.closest("section"))
			text += " " + above.querySelector("h2, h3").textContent;
		return fold(text);
	};

	const documents = [...document.querySelectorAll(".documenten > li")]
		.map((item) => ({ item, text: textOf(item) }));

	const describe = (count) => {
		if (count === 0)
			return "Geen documenten gevonden. Controleer de " +
				"spelling, of typ minder letters.";
		return count === 1 ? "1 document gevonden." :
			`${count} documenten gevonden.`;
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

		for (const { item, text } of documents) {
			item.hidden = !words.every((word) => text.includes(word));
			if (!item.hidden)
				count++;
		}
		for (const section of sections)
			section.hidden = words.length > 0 &&
				!section.querySelector("li:not([hidden])");
		announce(words.length > 0 ? describe(count) : "");
	};

	document.getElementById("filter").hidden = false;
	field.addEventListener("input", filter);
	/* The way back to this page brings back what was typed. */
	addEventListener("pageshow", filter);
}
