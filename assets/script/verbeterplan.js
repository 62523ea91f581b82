/* verbeterplan -- the form with which a gemeente replies.  It saves a YAML
   file that toetssteen letters --receive reads, goes on with such a file, and
   keeps a draft in the browser. */
"use strict";

{
	const place = document.getElementById("verbeterplan");
	const { gemeente, naam, pad, voor, email } = place.dataset;
	const draft = `verbeterplan:${pad}`;
	const choices = document.getElementById("keuzes").content;
	const DAY_HINT = "Schrijf dag, maand en jaar: 31-12-2020.";

	/* An element; children are elements or text. */
	const make = (name, attributes = {}, ...children) => {
		const element = document.createElement(name);

		for (const [key, value] of Object.entries(attributes))
			element.setAttribute(key, value);
		element.append(...children);
		return element;
	};

	/* --- fields --- */

	const choice = (attributes) => make("select", attributes,
		choices.cloneNode(true));
	const line = (attributes) => make("input", { type: "text",
		...attributes });
	const day = (attributes) => line({ "data-dag": "", autocomplete: "off",
		...attributes });
	const lines = (attributes) => make("textarea", { rows: 3,
		...attributes });

	/* What is asked of each recommendation, by its name in the file. */
	const questions = [
		["status", choice, "Hoe ver bent u?"],
		["maatregel", lines, "Welke maatregel neemt u?"],
		["eigenaar", line, "Wie voert de maatregel uit?",
			"Een functie of een organisatie, geen naam van een " +
			"persoon."],
		["gereed_op", day, "Wanneer is de maatregel klaar?",
			DAY_HINT],
		["bewijs", lines, "Waaruit blijkt dat de maatregel klaar is?",
			"Noem bijvoorbeeld een besluit, een werkafspraak of " +
			"een cijfer."],
		["reden", lines, "Reden",
			"Nodig als u de aanbeveling niet overneemt, of als u " +
			"minder ver bent dan u eerder schreef."],
	];

	/* A label, a hint and a field; and room to say what is missing. */
	const field = (id, create, words, hint) => {
		const attributes = { id };
		const parts = [make("label", { for: id }, words)];

		if (hint) {
			attributes["aria-describedby"] = `${id}-uitleg`;
			parts.push(make("p", { class: "uitleg",
				id: `${id}-uitleg` }, hint));
		}
		const input = create(attributes);

		return { input, box: make("div", { class: "veld" }, ...parts,
			input) };
	};

	/* The fields of one recommendation, under its text. */
	const ask = (section, index) => {
		const fields = {};
		const set = make("fieldset", {}, make("legend", {},
			`Uw antwoord op aanbeveling ${index + 1}`));

		for (const [name, create, words, hint] of questions) {
			const { input, box } = field(`a${index + 1}-${name}`,
				create, words, hint);

			fields[name] = input;
			set.append(box);
		}
		section.append(set);
		return { id: section.dataset.id, number: index + 1, fields };
	};

	const answers = [...place.querySelectorAll("[data-id]")].map(ask);
	const remark = answers.length ?
		field("opmerking", lines, "Wilt u nog iets anders zeggen?") :
		field("opmerking", lines, "Welke maatregelen neemt u?",
			"Schrijf per maatregel wie die uitvoert, wanneer die " +
			"klaar is en waaruit dat blijkt.");
	const date = field("datum", day, "Datum van dit plan", DAY_HINT);
	const file = field("bestand", (attributes) => make("input",
		{ type: "file", accept: ".yaml,.yml", ...attributes }),
	"Ga verder met een plan dat u eerder hebt bewaard",
	"Wat u nu hebt ingevuld, wordt dan vervangen.");

	/* --- the answers as data: { datum, tekst, aanbevelingen } --- */

	/* One kind of line end, and nothing that no text should hold. */
	const clean = (text) => text.replace(/\r\n?/g, "\n")
		.replace(/[\0-\x08\v\f\x0e-\x1f\x7f-\x9f]/g, "")
		.replace(/[\ufeff\ufffe\uffff]/g, "")
		.replace(/\p{Surrogate}/gu, "\ufffd").trim();

	/* "31-12-2020" -> "2020-12-31", or "" if there is no such day. */
	const toIso = (text) => {
		const [, d, m, y] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/
			.exec(text) ?? [];
		const time = new Date(Date.UTC(y, m - 1, d));

		return time.getUTCDate() === Number(d) &&
			time.getUTCMonth() === m - 1 ?
			time.toISOString().slice(0, 10) : "";
	};
	const fromIso = (iso) => iso.split("-").reverse().join("-");

	const valueOf = (input) => "dag" in input.dataset ?
		toIso(clean(input.value)) : clean(input.value);
	const setValue = (input, value) => {
		input.value = "dag" in input.dataset ? fromIso(value) : value;
	};

	const isAnswered = (fields) =>
		Object.values(fields).some((input) => clean(input.value));

	const readAnswer = ({ id, fields }) => ({
		id,
		...Object.fromEntries(Object.entries(fields)
			.map(([name, input]) => [name, valueOf(input)])),
	});

	const collect = () => ({
		datum: valueOf(date.input),
		tekst: valueOf(remark.input),
		aanbevelingen: answers
			.filter(({ fields }) => isAnswered(fields))
			.map(readAnswer),
	});

	const fill = (data) => {
		if (data.datum)
			setValue(date.input, data.datum);
		setValue(remark.input, data.tekst ?? "");
		for (const { id, fields } of answers) {
			const own = data.aanbevelingen?.find((a) =>
				a.id === id);

			for (const [name, input] of Object.entries(fields))
				setValue(input, own?.[name] ?? "");
		}
	};

	/* --- the file --- */

	/* JSON's texts are YAML's, but for some characters. */
	const quote = (text) => JSON.stringify(text)
		.replace(/[\u2028\u2029]/g, (c) =>
			`\\u${c.charCodeAt(0).toString(16)}`);

	/* Our texts are no Markdown, but tekst is. */
	const escape = (text) => text.replace(/[\\`*_[\]<>{}&|~#]/g, "\\$&");
	const unescape = (text) =>
		text.replace(/\\([\\`*_[\]<>{}&|~#])/g, "$1");

	const write = (data) => {
		const out = [
			`# Verbeterplan van gemeente ${naam}`,
			`soort: ${quote("antwoord")}`,
			`gemeente: ${quote(gemeente)}`,
		];
		const add = (start, name, text) => {
			if (text)
				out.push(`${start}${name}: ${quote(text)}`);
		};

		add("", "datum", data.datum);
		add("", "tekst", escape(data.tekst));
		if (data.aanbevelingen.length)
			out.push("aanbevelingen:");
		for (const { id, ...rest } of data.aanbevelingen) {
			out.push(`  - id: ${quote(id)}`);
			for (const [name, text] of Object.entries(rest))
				add("    ", name, text);
		}
		return `${out.join("\n")}\n`;
	};

	/* Only what write wrote; anything else is an error. */
	const read = (text) => {
		const data = { aanbevelingen: [] };
		let map = data;

		for (const row of text.split(/\r?\n/)) {
			const found = /^( {2}- | {4}|)(\w+): (".*")$/.exec(row);

			if (!row || row.startsWith("#") ||
				row === "aanbevelingen:")
				continue;
			if (!found)
				throw new Error(row);
			if (found[1] === "  - ")
				data.aanbevelingen.push(map = {});
			map[found[2]] = JSON.parse(found[3]);
		}
		if (data.soort !== "antwoord")
			throw new Error("soort");
		data.tekst = unescape(data.tekst ?? "");
		return data;
	};

	/* --- what is missing --- */

	const needsReason = ({ status }) =>
		status.selectedOptions[0]?.dataset.reden !== undefined;

	const needed = (fields) => {
		if (needsReason(fields))
			return ["reden"];
		return fields.status.value ?
			["maatregel", "eigenaar", "gereed_op"] : ["status"];
	};

	/* A day that does not exist is not there either. */
	const lacks = (fields, name) => !valueOf(fields[name]) &&
		(needed(fields).includes(name) || clean(fields[name].value));

	/* [field, what to do], in the order of the page. */
	const findMissing = () => {
		const missing = [];

		if (!answers.length && !valueOf(remark.input))
			missing.push([remark.input,
				"Schrijf welke maatregelen u neemt"]);
		for (const { number, fields } of answers)
			for (const [name, , words] of questions)
				if (lacks(fields, name))
					missing.push([fields[name],
						`Aanbeveling ${number}: ` +
						`vul ‘${words}’ in`]);
		if (!valueOf(date.input))
			missing.push([date.input,
				"Vul de datum van dit plan in"]);
		return missing;
	};

	const status = make("div", { role: "status", class: "melding" });

	/* Say it, and lead to what is missing. */
	const tell = (text, missing = []) => {
		const list = missing.map(([input, words]) => make("li", {},
			make("a", { href: `#${input.id}` }, words)));

		for (const input of place.querySelectorAll("[aria-invalid]"))
			input.removeAttribute("aria-invalid");
		for (const [input] of missing)
			input.setAttribute("aria-invalid", "true");
		status.replaceChildren(make("p", {}, text));
		if (list.length)
			status.append(make("p", {}, make("strong", {},
				"Dit ontbreekt nog. Vul het in en bewaar " +
				"het plan opnieuw voordat u het mailt:")),
			make("ul", {}, ...list));
	};

	/* --- the draft; a browser may refuse to keep one --- */

	const store = (use) => {
		try {
			return use(localStorage);
		} catch {
			return null;
		}
	};
	const keepDraft = () => store((s) =>
		s.setItem(draft, JSON.stringify(collect())));
	const findDraft = () => store((s) => JSON.parse(s.getItem(draft)));

	/* --- what one can do --- */

	const markReason = () => {
		for (const { fields } of answers) {
			const isNeeded = needsReason(fields);
			const label = fields.reden.labels[0];

			fields.reden.required = isNeeded;
			label.textContent = isNeeded ? "Reden (verplicht)" :
				"Reden";
		}
	};

	const save = () => {
		const blob = new Blob([write(collect())],
			{ type: "application/yaml" });
		const name = `verbeterplan-${gemeente}.yaml`;
		const link = make("a", { href: URL.createObjectURL(blob),
			download: name });

		document.body.append(link);
		link.click();
		link.remove();
		setTimeout(() => URL.revokeObjectURL(link.href), 60000);
		tell(`Uw browser heeft het plan bewaard als ${name}. ` +
			`Mail dat bestand vóór ${voor} naar ${email}.`,
			findMissing());
	};

	const load = async () => {
		const [chosen] = file.input.files;
		let data;

		if (!chosen)
			return;
		try {
			data = read(await chosen.text());
		} catch {
			tell("Dit bestand komt niet van dit formulier. Kies " +
				"een bestand dat hier is bewaard.");
			return;
		} finally {
			/* so that the same file may be chosen again */
			file.input.value = "";
		}
		if (data.gemeente !== gemeente) {
			tell("Dit bestand is van een andere gemeente. Kies " +
				"het bestand van uw eigen gemeente.");
			return;
		}
		fill(data);
		markReason();
		keepDraft();
		tell("Het bewaarde plan staat nu in het formulier.");
	};

	const empty = () => {
		if (!confirm("Wilt u alles wissen wat u hebt ingevuld?"))
			return;
		fill({});
		markReason();
		store((s) => s.removeItem(draft));
		tell("Het formulier is leeg.");
	};

	/* --- the page --- */

	const button = (words, action, attributes) => {
		const element = make("button",
			{ type: "button", ...attributes }, words);

		element.addEventListener("click", action);
		return element;
	};
	const now = new Date();
	const kept = findDraft();

	document.getElementById("zonder-script").remove();
	place.before(make("section", {}, file.box));
	place.append(make("section", {}, make("h2", {}, answers.length ?
		"Tot slot" : "Uw maatregelen"), remark.box, date.box,
	make("p", { class: "knoppen" }, button("Bewaar het plan", save),
		button("Wis alles", empty, { class: "tweede" })), status));
	date.input.value = [now.getDate(), now.getMonth() + 1,
		now.getFullYear()].join("-");
	if (kept) {
		fill(kept);
		tell("U kunt verdergaan waar u was gebleven.");
	}
	markReason();
	file.input.addEventListener("change", load);
	/* a browser only scrolls to the first line of a field */
	place.addEventListener("focusin", (event) =>
		event.target.scrollIntoView({ block: "nearest" }));
	place.addEventListener("input", () => {
		markReason();
		keepDraft();
	});
}
