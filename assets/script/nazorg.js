/* nazorg -- the overview shows only some gemeenten: of a region, in a state,
   or late on a day. The choice stands in the address:
   index.html?regio=Noord&stand=te+laat&op=2020-09-01 */
"use strict";

{
	const place = document.getElementById("filter");
	const rows = [...document.querySelectorAll("tr[data-pad]")];
	const others = [...document.querySelectorAll("tr[data-van]")];
	const query = new URLSearchParams(location.search);
	const DAY_HINT = "Schrijf dag, maand en jaar: 31-12-2020.";
	let announcement;

	/* An element; children are elements or text. */
	const make = (name, attributes = {}, ...children) => {
		const element = document.createElement(name);

		for (const [key, value] of Object.entries(attributes))
			element.setAttribute(key, value);
		element.append(...children);
		return element;
	};

	/* The different values of an attribute, in the order of the page. */
	const valuesOf = (name) =>
		[...new Set(rows.map((row) => row.dataset[name]))]
			.filter(Boolean);

	const makeSelect = (name, all) => {
		const select = make("select", { id: `kies-${name}`, name },
			make("option", { value: "" }, all),
			...valuesOf(name).map((value) =>
				make("option", { value }, value)));

		select.value = query.get(name) ?? "";
		if (select.selectedIndex < 0)
			select.value = "";
		return select;
	};

	const field = (text, input, ...hint) => make("div", {},
		make("label", { for: input.id }, text), input, ...hint);

	const region = makeSelect("regio", "alle regio’s");
	const state = makeSelect("stand", "elke stand");
	const day = make("input", {
		type: "text", id: "kies-op", name: "op", autocomplete: "off",
		"aria-describedby": "kies-op-uitleg",
	});
	const status = make("p", { role: "status" });
	const again = make("button", { type: "reset" }, "Toon alles");
	const form = make("form", { class: "keuze", "aria-label": "Filter" },
		make("fieldset", {},
			make("legend", {}, "Welke gemeenten?"),
			make("div", { class: "velden" },
				field("Regio", region), field("Stand", state),
				field("Te laat op", day,
					make("p", { id: "kies-op-uitleg" },
						DAY_HINT)))),
		again, status);

	/* "1-9-2020" and "2020-09-01" are "2020-09-01"; "" if it is no day. */
	const readDay = (text) => {
		const parts = text.trim()
			.match(/^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/);
		const iso = parts ? [parts[3], parts[2].padStart(2, "0"),
			parts[1].padStart(2, "0")].join("-") : text.trim();
		const date = new Date(`${iso}T00:00Z`);

		return /^\d{4}-\d\d-\d\d$/.test(iso) && !isNaN(date) &&
			date.toISOString().startsWith(iso) ? iso : "";
	};

	/* "2020-05-01/2020-05-20 2021-01-21/": from day to the first good day;
	   days in this form are in the order of their text. */
	const isLate = (row, on) => row.dataset.laat.split(" ").some((span) => {
		const [from, to] = span.split("/");

		return from !== "" && from <= on && (to === "" || on < to);
	});

	const fits = (row) =>
		(!region.value || row.dataset.regio === region.value) &&
		(!state.value || row.dataset.stand === state.value) &&
		(!readDay(day.value) || isLate(row, readDay(day.value)));

	const describe = (count) => {
		if (day.value.trim() && !readDay(day.value))
			return `Dit is nog geen datum. ${DAY_HINT}`;
		if (count === 0)
			return "Geen gemeenten gevonden. Kies iets anders, " +
				"of toon alles.";
		return `${count} van ${rows.length} gemeenten.`;
	};

	/* Not at every key: a screen reader would never get to the end. */
	const announce = (text) => {
		clearTimeout(announcement);
		announcement = setTimeout(() => {
			status.textContent = text;
		}, 300);
	};

	const remember = () => {
		const chosen = new URLSearchParams();

		for (const input of [region, state])
			if (input.value)
				chosen.set(input.name, input.value);
		if (readDay(day.value))
			chosen.set(day.name, readDay(day.value));
		history.replaceState(null, "",
			location.pathname + (chosen.size ? `?${chosen}` : "") +
			location.hash);
		return chosen.size > 0 || day.value.trim() !== "";
	};

	const filter = () => {
		const shown = new Set(rows.filter(fits));
		const paths = new Set([...shown].map((row) => row.dataset.pad));
		const chosen = remember();

		for (const row of rows)
			row.hidden = !shown.has(row);
		for (const row of others)
			row.hidden = !paths.has(row.dataset.van);
		again.hidden = !chosen;
		announce(chosen ? describe(shown.size) : "");
	};

	day.value = (query.get("op") ?? "")
		.replace(/^(\d{4})-(\d\d)-(\d\d)$/, "$3-$2-$1");
	form.addEventListener("submit", (event) => event.preventDefault());
	form.addEventListener("input", filter);
	/* The fields are empty only after the event. */
	form.addEventListener("reset", () => setTimeout(() => {
		for (const input of [region, state, day])
			input.value = "";
		filter();
		region.focus();
	}));
	place.append(form);
	filter();
}
