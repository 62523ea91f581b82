/* vergelijking -- two to four gemeenten of one's choice next to each other.
   The choice stands in the address: kies.html?g=GM0080&g=GM0847 */
"use strict";

{
	const data = globalThis.vergelijking;
	const place = document.getElementById("kies");
	const base = place.dataset.basis;
	const query = new URLSearchParams(location.search);
	const LEAST = 2, MOST = 4;
	const kinds = [["goed", "Wat gaat goed"], ["beter", "Wat kan beter"]];
	const choices = [["", "Alle"], ...kinds,
		["overnemen", "Wat de een van de ander kan overnemen"]];

	/* An element; children are elements or text. */
	const make = (name, attributes = {}, ...children) => {
		const element = document.createElement(name);

		for (const [key, value] of Object.entries(attributes))
			element.setAttribute(key, value);
		element.append(...children);
		return element;
	};

	/* Texts of the reports are XHTML that the program made. */
	const markup = (name, attributes, html) => {
		const element = make(name, attributes);

		element.innerHTML = html;
		return element;
	};

	const plain = (html) => markup("span", {}, html).textContent;

	/* "Súdwest-Fryslân" is found with "sudwest fryslan" too. */
	const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "")
		.replace(/-/g, " ").toLowerCase();

	const mark = (gemeente) => gemeente.voorbeeld ?
		[" ", make("span", { class: "merk" }, "(verzonnen)")] : [];

	/* --- the choice --- */

	/* "?g=GM0080,GM0847" is an address too. */
	const codes = new Set(query.getAll("g").flatMap((g) => g.split(",")));
	const chosen = data.gemeenten.filter((g) => codes.has(g.code));
	const kind = choices.some(([id]) => id === query.get("soort")) ?
		query.get("soort") : "";
	const shown = kinds.filter(([id]) => !kind || id === kind);

	const choiceOf = (gemeente) => {
		const input = make("input", {
			type: "checkbox", name: "g", value: gemeente.code,
		});

		input.checked = chosen.includes(gemeente);
		return make("label", {}, input,
			make("span", {}, `${gemeente.naam} (${gemeente.regio})`,
				...mark(gemeente)));
	};

	const choiceOfKind = ([id, words]) => {
		const input = make("input",
			{ type: "radio", name: "soort", value: id });

		input.checked = id === kind;
		return make("label", {}, input, words);
	};

	const status = make("p", { role: "status" });
	const search = make("input", {
		type: "search", id: "zoek", autocomplete: "off",
		spellcheck: "false",
	});
	const labels = data.gemeenten.map(choiceOf);
	const form = make("form", { class: "keuze", method: "get" },
		make("fieldset", {},
			make("legend", {}, "Welke gemeenten?"),
			make("label", { for: "zoek", class: "zoek" },
				"Maak de lijst korter: typ een deel van een " +
				"naam"),
			search,
			make("div", { class: "namen" }, ...labels)),
		make("fieldset", {},
			make("legend", {}, "Welke bevindingen?"),
			make("div", { class: "soorten" },
				...choices.map(choiceOfKind))),
		make("button", { type: "submit" }, "Vergelijk"),
		status);

	const boxes = [...form.querySelectorAll("[name=g]")];

	const count = () => boxes.filter((box) => box.checked).length;

	const filter = () => {
		const words = fold(search.value).split(/\s+/).filter(Boolean);

		for (const label of labels) {
			const text = fold(label.textContent);

			label.hidden = !words.every((w) => text.includes(w)) &&
				!label.querySelector("input").checked;
		}
	};

	/* A box that would be the fifth stays empty, and one hears why. */
	const limit = (event) => {
		if (event.target.name !== "g")
			return;
		if (count() > MOST) {
			event.target.checked = false;
			status.textContent = `Kies hoogstens ${MOST} ` +
				"gemeenten. Haal er eerst een weg.";
		} else {
			status.textContent = `${count()} gekozen.`;
		}
	};

	const submit = (event) => {
		if (count() >= LEAST)
			return;
		event.preventDefault();
		status.textContent = `Kies minstens ${LEAST} gemeenten.`;
	};

	/* --- the comparison --- */

	const findingOf = (gemeente, finding) => {
		const link = make("a", { href: base + finding.html },
			gemeente.naam, make("span", { class: "onzichtbaar" },
				`: ‘${plain(finding.titel)}’ in het rapport`));

		return [
			make("p", { class: "bron" }, link, ...mark(gemeente)),
			make("details", { class: "vouw" },
				markup("summary", {}, finding.titel),
				markup("div", {}, finding.tekst)),
		];
	};

	const findingsOf = (gemeente, part, kindId) =>
		gemeente.bevindingen.filter((f) =>
			f.onderdeel === part.id && f.oordeel === kindId);

	const cellOf = (gemeente, findings, label = gemeente.naam) => {
		const cell = make("td", { "data-kop": label });

		if (findings.length)
			cell.append(...findings.flatMap((f) =>
				findingOf(gemeente, f)));
		else
			cell.append(make("p", { class: "geen" },
				"– geen bevinding"));
		return cell;
	};

	const iconOf = (id) => make("img", {
		src: `${base}assets/icons/${id}.svg`,
		alt: "", width: 16, height: 16,
	});

	const rowOf = (part, [id, words]) => make("tr", { class: id },
		make("th", { scope: "row" }, iconOf(id), ` ${words}`),
		...chosen.map((gemeente) =>
			cellOf(gemeente, findingsOf(gemeente, part, id))));

	/* The heads are lists of elements and text. */
	const tableOf = (caption, heads, ...rows) => make("div", {
		class: "schuif", role: "group", tabindex: "0",
		"aria-label": `${caption}, tabel`,
	}, make("table", { class: "naast" },
		make("caption", {}, caption),
		make("thead", {}, make("tr", {}, ...heads.map((head) =>
			make("th", { scope: "col" }, ...head)))),
		make("tbody", {}, ...rows)));

	const headOf = (gemeente) => [gemeente.naam, ...mark(gemeente)];

	const partOf = (part, heading) => [
		...heading ? [markup("h3", {}, part.titel)] : [],
		tableOf(`${plain(part.titel)}: wat gaat goed en wat kan beter`,
			[["Oordeel"], ...chosen.map(headOf)],
			...shown.map((k) => rowOf(part, k))),
	];

	const themeOf = (theme) => make("section", {},
		markup("h2", {}, theme.titel),
		...theme.onderdelen.flatMap((part) =>
			partOf(part, part.titel !== theme.titel)));

	/* --- what one can take over from the others --- */

	/* What goes well there, under an indicator of what can be better. */
	const answersOf = (other, finding) => other.bevindingen.filter((f) =>
		f.oordeel === "goed" && f.indicatoren.some((i) =>
			finding.indicatoren.includes(i)));

	const takeOver = (one) => {
		const others = chosen.filter((g) => g !== one);
		const rows = one.bevindingen
			.filter((f) => f.oordeel === "beter" && others
				.some((other) => answersOf(other, f).length))
			.map((f) => make("tr", {},
				cellOf(one, [f], `Kan beter in ${one.naam}`),
				...others.map((other) => cellOf(other,
					answersOf(other, f),
					`Gaat goed in ${other.naam}`))));
		const title = `Wat ${one.naam} kan overnemen`;

		const empty = "– geen bevinding van een andere gemeente bij " +
			"dezelfde indicator";
		const headings = () => [
			[iconOf("beter"), " Kan beter in ", ...headOf(one)],
			...others.map((other) => [iconOf("goed"),
				" Gaat goed in ", ...headOf(other)]),
		];

		return make("section", {}, make("h2", {}, title), rows.length ?
			tableOf(`${title}: bevindingen bij dezelfde indicator`,
				headings(), ...rows) :
			make("p", { class: "geen" }, empty));
	};

	/* --- good examples --- */

	const examplesOf = (gemeente) => {
		const cell = make("td", { "data-kop": gemeente.naam });

		if (gemeente.voorbeelden.length)
			cell.append(make("p", { class: "bron" }, make("a",
				{ href: `${base}${gemeente.html}#voorbeelden` },
				`In het rapport van ${gemeente.naam}`),
			...mark(gemeente)),
			make("ul", {}, ...gemeente.voorbeelden.map((v) =>
				markup("li", {}, v.tekst))));
		else
			cell.append(make("p", { class: "geen" },
				"– geen voorbeeld"));
		return cell;
	};

	const examples = () => make("section", {},
		make("h2", {}, "Goede voorbeelden en werkzame elementen"),
		tableOf("Goede voorbeelden en werkzame elementen",
			[["Wat"], ...chosen.map(headOf)],
			make("tr", {},
				make("th", { scope: "row" }, "Voorbeelden"),
				...chosen.map(examplesOf))));

	const show = () => {
		const names = chosen.map((g) => g.naam);
		const title = `${names.slice(0, -1).join(", ")} en ` +
			`${names.at(-1)} naast elkaar`;

		document.title = `${title} – ${data.onderzoek}`;
		document.querySelector("h1").textContent = title;
		if (kind === "overnemen")
			place.append(make("p", {}, "Links staat wat in een " +
				"gemeente beter kan, rechts wat bij dezelfde " +
				"indicator in de andere gemeenten goed gaat. " +
				"Of het past, beoordeelt u zelf."),
			...chosen.map(takeOver));
		else
			place.append(...data.themas.map(themeOf));
		if (kind !== "beter")
			place.append(examples());
	};

	place.append(form);
	document.getElementById("vast").querySelector("p").textContent =
		"Deze pagina’s staan al klaar, ook als pdf.";
	search.addEventListener("input", filter);
	form.addEventListener("change", limit);
	form.addEventListener("submit", submit);
	/* Enter in the search field must not send a choice half made. */
	search.addEventListener("keydown", (event) => {
		if (event.key === "Enter")
			event.preventDefault();
	});
	if (chosen.length >= LEAST && chosen.length <= MOST)
		show();
	else if (codes.size)
		status.textContent = `Kies ${LEAST} tot ${MOST} gemeenten ` +
			"uit de lijst; in dit adres staan er " +
			`${chosen.length}.`;
	/* The way back to this page brings back what was typed. */
	addEventListener("pageshow", filter);
}
