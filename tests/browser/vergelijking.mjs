/* vergelijking.mjs CONTENT OUT -- the pages of comparison, from the disk as a
   reader without a server has them: counts against the content, links, axe,
   and choosing gemeenten by keyboard only */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { check } from "./axe.mjs";
import { launch, newPage } from "./browser.mjs";

const [content, out] = process.argv.slice(2);

/* --- what the content says, read in another way than the program does --- */

const field = (text, name) =>
	text.match(new RegExp(`^${name}:\\s*(.*?)\\s*$`, "m"))?.[1] ?? "";

const folders = (path) => readdirSync(path, { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map((entry) => entry.name);

const findingsOf = (folder) => readdirSync(join(folder, "bevindingen"))
	.filter((name) => name.endsWith(".md"))
	.map((name) => {
		const head = readFileSync(join(folder, "bevindingen", name),
			"utf8").split(/^---$/m)[1];

		return {
			onderdeel: field(head, "onderdeel"),
			oordeel: field(head, "oordeel"),
			indicatoren: field(head, "indicatoren").match(/\d+/g)
				.map(Number),
		};
	});

const gemeentenOf = (onderzoek) => folders(join(content, onderzoek))
	.flatMap((regio) => folders(join(content, onderzoek, regio))
		.map((name) => ({
			regio,
			path: `${onderzoek}/${regio}/${name}`,
			folder: join(content, onderzoek, regio, name),
		})))
	.filter(({ folder }) => existsSync(join(folder, "bevindingen")))
	.map((g) => ({
		...g,
		rapport: readFileSync(join(g.folder, "rapport.yaml"), "utf8"),
		bevindingen: findingsOf(g.folder),
	}))
	.map((g) => ({
		...g,
		naam: field(g.rapport, " +naam"),
		code: field(g.rapport, " +code"),
		verzonnen: field(g.rapport, "voorbeeld") === "true",
	}));

const sum = (list, count) => list.reduce((n, item) => n + count(item), 0);

/* --- the pages --- */

const onderzoek = "lokaal-netwerk";
const folder = join(out, onderzoek, "vergelijking");
const gemeenten = gemeentenOf(onderzoek);
const pages = readdirSync(folder).filter((name) => name.endsWith(".html"));
const urlOf = (name) => `${pathToFileURL(folder).href}/${name}`;

/* Rows of a CSV file as objects; quoted cells may hold anything. */
const readCsv = (name) => {
	const text = readFileSync(join(folder, name), "utf8");
	const rows = [[]];

	assert.equal(text[0], "\ufeff",
		`${name} begins with a byte order mark`);
	for (const [, quoted, bare, end] of text.slice(1)
		.matchAll(/(?:"((?:[^"]|"")*)"|([^;"\r\n]*))(;|\r\n)/g)) {
		rows.at(-1).push(quoted?.replaceAll("\"\"", "\"") ?? bare);
		if (end !== ";")
			rows.push([]);
	}
	rows.pop();
	const names = rows.shift();

	return rows.map((row) => Object.fromEntries(row.map((cell, i) =>
		[names[i], cell])));
};

const checkTables = () => {
	const rows = readCsv("bevindingen.csv");
	const data = JSON.parse(readFileSync(join(folder, "vergelijking.json"),
		"utf8"));

	assert.ok(gemeenten.length > 8);
	assert.equal(data.gemeenten.length, gemeenten.length);
	for (const g of gemeenten) {
		const own = rows.filter((row) => row.code === g.code);
		const same = data.gemeenten.find((d) => d.code === g.code);

		assert.equal(own.length, g.bevindingen.length, g.naam);
		assert.equal(same.bevindingen.length, g.bevindingen.length);
		assert.equal(same.voorbeeld, g.verzonnen);
		assert.ok(own.every((row) => row.gemeente === g.naam &&
			(row.voorbeeld === "ja") === g.verzonnen));
		for (const oordeel of ["goed", "beter"]) {
			const has = (item) => item.oordeel === oordeel;

			assert.equal(own.filter(has).length,
				g.bevindingen.filter(has).length);
		}
	}
	assert.ok(readCsv("aanbevelingen.csv").length >= gemeenten.length);
};

/* Every address on every page leads to a file, every # to an id in it. */
const checkLinks = () => {
	const ids = new Map();
	const idsOf = (file) => {
		if (!ids.has(file))
			ids.set(file, new Set(
				[...readFileSync(file, "utf8")
					.matchAll(/ id="?([^" >]+)/g)]
					.map((m) => m[1])));
		return ids.get(file);
	};
	let count = 0;

	for (const name of pages)
		for (const [, href] of readFileSync(join(folder, name), "utf8")
			.matchAll(/ (?:href|src)="?([^" >]+)/g)) {
			const [path, id] = href.split("#");
			const file = path ? resolve(dirname(join(folder, name)),
				decodeURI(path)) : join(folder, name);

			if (/^[a-z]+:/.test(href))
				continue;
			count++;
			assert.ok(existsSync(file), `${name}: ${href}`);
			if (id)
				assert.ok(idsOf(file).has(id),
					`${name}: ${href}`);
		}
	assert.ok(count > 1000);
};

const pdfOf = (name) => name.replace(/html$/, "pdf");

const titleOf = (pdf) => /^Title:\s*(.*)$/m.exec(
	execFileSync("pdfinfo", [pdf], { encoding: "utf8" }))[1];

/* Whoever lands on a page that has something made up must see so at once, and
   a search engine stays away; a page that has nothing made up says nothing. */
const checkMarks = () => {
	const made = gemeenten.filter((g) => g.verzonnen);
	const marked = pages.filter((name) => {
		const html = readFileSync(join(folder, name), "utf8");
		const has = made.some((g) => html.includes(g.regio));
		const title = /<title>([^<]*)/.exec(html)[1];

		assert.equal(/<p class="?verzonnen/.test(html), has, name);
		if (existsSync(join(folder, pdfOf(name))))
			assert.equal(/verzonnen voorbeeld/.test(
				titleOf(join(folder, pdfOf(name)))), has, name);
		assert.equal(/verzonnen voorbeeld/.test(title), has, name);
		assert.equal(
			/<meta name="?robots"? content="?noindex/.test(html),
			has, name);
		return has;
	});

	assert.ok(made.length >= 8);
	assert.ok(marked.length > 10 && marked.length < pages.length);
	for (const g of made) {
		const regio = readFileSync(join(out, onderzoek, g.regio,
			"regio.html"), "utf8");
		const rapport = readFileSync(join(out, g.path, "index.html"),
			"utf8");
		const data = JSON.parse(readFileSync(join(out, g.path,
			"rapport.json"), "utf8"));

		assert.equal(data.voorbeeld, true, g.naam);
		assert.match(titleOf(join(out, g.path, "rapport.pdf")),
			/\(verzonnen voorbeeld\)/);
		for (const html of [regio, rapport]) {
			assert.match(html,
				/<title>[^<]*\(verzonnen voorbeeld\)/);
			assert.match(html, /noindex/);
			assert.match(html, /Dit is een verzonnen voorbeeld/);
		}
	}
	for (const [, item] of readFileSync(join(out, "index.html"), "utf8")
		.matchAll(/<li>(.*?)<\/li>/gs))
		assert.equal(item.includes("(verzonnen)"),
			made.some((g) => item.includes(g.path)), item);
};

/* How many signs there are in a row of the rug, by kind. */
const checkRug = async (page) => {
	await page.goto(urlOf("rug.html"));
	const tables = await page.evaluate(() => {
		const namesOf = (table) =>
			[...table.querySelectorAll("thead .gemeente")]
				.map((th) => th.textContent.trim()
					.replaceAll("\u00ad", ""));
		const readCell = (td) => [
			td.querySelectorAll(".goed").length,
			td.querySelectorAll(".beter").length,
			td.textContent.includes("geen bevinding"),
		];
		const readRow = (tr) => ({
			number: Number(tr.querySelector(".indicatornummer")
				?.textContent),
			cells: [...tr.querySelectorAll("td")].map(readCell),
		});

		return [...document.querySelectorAll("table.rug")]
			.map((table) => ({
				names: namesOf(table),
				rows: [...table.querySelectorAll("tbody tr")]
					.filter((tr) => tr.querySelector("td"))
					.map(readRow),
			}));
	});
	const [themes, indicators] = tables;

	for (const [i, name] of themes.names.entries()) {
		const g = gemeenten.find((one) => one.naam === name);

		for (const [k, oordeel] of ["goed", "beter"].entries()) {
			const right = g.bevindingen.filter((b) =>
				b.oordeel === oordeel);

			assert.equal(sum(themes.rows, (r) => r.cells[i][k]),
				right.length, `${name}, ${oordeel}`);
			for (const { number, cells } of indicators.rows)
				assert.equal(cells[i][k], right.filter((b) =>
					b.indicatoren.includes(number)).length,
				`${name}, indicator ${number}`);
		}
	}
	assert.equal(themes.names.length, gemeenten.length);
	for (const row of [...themes.rows, ...indicators.rows])
		for (const [good, better, isEmpty] of row.cells)
			assert.equal(isEmpty, good + better === 0);
};

const checkProfiles = async (page) => {
	for (const regio of new Set(gemeenten.map((g) => g.regio))) {
		const own = gemeenten.filter((g) => g.regio === regio);

		await page.goto(urlOf(`profiel-${regio}.html`));
		const rows = await page.evaluate(() =>
			[...document.querySelectorAll(".aantallen tbody tr")]
				.map((tr) => [...tr.querySelectorAll("td")]
					.map((td) => Number(td.textContent))));
		const count = (oordeel) => sum(own, (g) => g.bevindingen
			.filter((b) => b.oordeel === oordeel).length);

		assert.equal(sum(rows, (r) => r[0]), count("goed"), regio);
		assert.equal(sum(rows, (r) => r[1]), count("beter"), regio);
		assert.ok(rows.every((r) => r[0] + r[1] === r[2]), regio);
	}
};

/* In how many gemeenten of each region there is a finding, per onderdeel. */
const checkOnderdelen = async (page) => {
	const ids = new Set(gemeenten.flatMap((g) =>
		g.bevindingen.map((b) => b.onderdeel)));
	const regions = [...new Set(gemeenten.map((g) => g.regio))];

	for (const id of ids) {
		const has = (b, oordeel) =>
			b.onderdeel === id && b.oordeel === oordeel;
		const count = (regio, oordeel) => gemeenten.filter((g) =>
			g.regio === regio &&
			g.bevindingen.some((b) => has(b, oordeel))).length;

		await page.goto(urlOf(`onderdeel-${id}.html`));
		const rows = await page.evaluate(() => Object.fromEntries(
			[...document.querySelectorAll(".aantallen tbody tr")]
				.map((tr) => [/profiel-(.*)\.html/.exec(
					tr.querySelector("a").href)[1],
				[...tr.querySelectorAll("td")].slice(0, 2).map(
					(td) => Number(td.textContent))])));

		assert.deepEqual(rows, Object.fromEntries(regions.map((r) =>
			[r, [count(r, "goed"), count(r, "beter")]])), id);
		assert.equal(await page.locator(".naast .vouw").count(),
			sum(gemeenten, (g) => g.bevindingen.filter((b) =>
				b.onderdeel === id).length), id);
	}
};

/* What recurs: the counts, and the field that makes the list shorter. */
const checkRecurring = async (page) => {
	const has = (g, number, oordeel) => g.bevindingen.some((b) =>
		b.oordeel === oordeel && b.indicatoren.includes(number));

	await page.goto(urlOf("terugkerend.html"));
	const found = await page.evaluate(() =>
		[...document.querySelectorAll(".terugkeer .soort h4")]
			.map((h4) => ({
				number: Number(/\d+/.exec(
					h4.closest(".terugkeer").id)[0]),
				good: h4.classList.contains("goed"),
				count: Number(/\d+/.exec(h4.textContent)[0]),
			})));
	const countOf = (number, oordeel) => gemeenten.filter((g) =>
		has(g, number, oordeel)).length;

	for (const { number, good, count } of found)
		assert.equal(count, countOf(number, good ? "goed" : "beter"),
			`indicator ${number}`);
	assert.equal(found.length, [...Array(100).keys()].flatMap((n) =>
		["goed", "beter"].filter((o) => countOf(n, o) > 1)).length);

	const shown = () => page.locator(".terugkeer li:visible");
	const all = await shown().count();

	await tabTo(page, "#zoekveld");
	await page.keyboard.type("PLAN kan beter");
	/* in the page, which tells the count 300 ms after the last key */
	await page.evaluate(() => new Promise((done) => setTimeout(done, 400)));
	assert.ok(await shown().count() > 5 && await shown().count() < all);
	assert.equal(await page.locator(".soort:has(h4.goed):visible").count(),
		0);
	assert.match(await page.locator("#gevonden").textContent(),
		new RegExp(`^${await shown().count()} bevinding`));
	await page.keyboard.press("Control+A");
	await page.keyboard.press("Delete");
	assert.equal(await shown().count(), all);
};

/* --- choosing, by keyboard only --- */

const tabTo = async (page, selector, key = "Tab") => {
	for (let i = 0; i < 200; i++) {
		await page.keyboard.press(key);
		if (await page.evaluate((s) =>
			document.activeElement.matches(s),
			selector))
			return;
	}
	assert.fail(`${key} does not reach ${selector}`);
};

/* Type part of a name, tick the box, and leave the field empty again. */
const choose = async (page, gemeente) => {
	await page.keyboard.type(gemeente.naam.slice(0, 6).toLowerCase());
	const shown = await page.locator(".namen label:visible").count();

	assert.ok(shown < gemeenten.length, "the list became shorter");
	await tabTo(page, `[value=${gemeente.code}]`);
	await page.keyboard.press("Space");
	await tabTo(page, "#zoek", "Shift+Tab");
	await page.keyboard.press("Control+A");
	await page.keyboard.press("Delete");
};

const columnsOf = (page) => page.evaluate(() =>
	[...document.querySelectorAll(".naast")].map((table) =>
		[...table.querySelectorAll("thead th")].slice(1)
			.map((th) => th.firstChild.textContent)));

const checkChoice = async (page) => {
	const three = [gemeenten[0], gemeenten.at(-1),
		gemeenten.find((g) => g.verzonnen)];
	const names = three.map((g) => g.naam).sort();

	await page.goto(urlOf("index.html"));
	await tabTo(page, "[href=\"kies.html\"]");
	await Promise.all([page.waitForNavigation(),
		page.keyboard.press("Enter")]);
	await tabTo(page, "#zoek");
	for (const g of three)
		await choose(page, g);
	await tabTo(page, "button");
	await Promise.all([page.waitForNavigation(),
		page.keyboard.press("Enter")]);

	const address = page.url();

	for (const g of three)
		assert.ok(address.includes(g.code), address);
	for (const columns of await columnsOf(page))
		assert.deepEqual(columns.sort(), names);
	assert.equal(await page.locator(".naast .vouw").count(),
		sum(three, (g) => g.bevindingen.length));
	await page.reload();
	assert.deepEqual((await columnsOf(page))[0].sort(), names);

	/* only what can be better, then back */
	await tabTo(page, "[name=soort]");
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("ArrowDown");
	await tabTo(page, "button");
	await Promise.all([page.waitForNavigation(),
		page.keyboard.press("Enter")]);
	assert.equal(await page.locator(".naast .vouw").count(),
		sum(three, (g) => g.bevindingen.filter((b) =>
			b.oordeel === "beter").length));
	await page.goBack();
	assert.equal(page.url(), address);
	assert.equal(await page.locator(".naast .vouw").count(),
		sum(three, (g) => g.bevindingen.length));

	/* a shared address, in the short form; unfold with Enter */
	await page.goto(urlOf("kies.html") +
		`?g=${three.map((g) => g.code).join(",")}`);
	assert.deepEqual((await columnsOf(page))[0].sort(), names);
	await tabTo(page, ".vouw summary");
	await page.keyboard.press("Enter");
	assert.equal(await page.locator(".vouw[open]").count(), 1);

	/* what one can take over: beside each finding that can be better stand
	   those of the others that go well under the same indicator */
	await page.goto(`${urlOf("kies.html")}?g=${three[0].code}` +
		`&g=${three[1].code}&soort=overnemen`);
	const pairs = [[three[0], three[1]], [three[1], three[0]]];

	assert.deepEqual(await page.evaluate(() =>
		[...document.querySelectorAll("#kies section:has(td .vouw)")]
			.map((section) =>
				section.querySelectorAll("tbody tr").length)),
	pairs.map(([one, other]) => one.bevindingen.filter((b) =>
		b.oordeel === "beter" && other.bevindingen.some((c) =>
			c.oordeel === "goed" && c.indicatoren.some((i) =>
				b.indicatoren.includes(i)))).length));

	/* one is too few, an unknown code counts for nothing */
	await page.goto(`${urlOf("kies.html")}?g=${three[0].code},GM0000`);
	assert.equal(await page.locator(".naast").count(), 0);
	assert.match(await page.locator("[role=status]").textContent(), /Kies/);
};

const checkWithoutScript = async (browser) => {
	const page = await newPage(browser, { javaScriptEnabled: false });

	await page.goto(urlOf("kies.html"));
	assert.ok(await page.locator("#vast a").count() > 10);
	await page.close();
};

const checkLook = async (page) => {
	const review = new Set();

	for (const name of [...pages.filter((n) => n !== "kies.html"),
		`kies.html?g=${gemeenten[0].code},${gemeenten.at(-1).code}`]) {
		await page.goto(urlOf(name));
		assert.deepEqual(await check(page, review), [], name);
		for (const width of [320, 360, 1024, 1600]) {
			await page.setViewportSize({ width, height: 800 });
			assert.ok(await page.evaluate(() => document
				.documentElement.scrollWidth <= innerWidth),
			`${name} scrolls at ${width} px`);
		}
	}
};

checkTables();
checkLinks();
checkMarks();
const browser = await launch();

try {
	const page = await newPage(browser);

	page.on("pageerror", (error) => assert.fail(error.message));
	await checkRug(page);
	await checkProfiles(page);
	await checkOnderdelen(page);
	await checkRecurring(page);
	await checkChoice(page);
	await checkWithoutScript(browser);
	await checkLook(page);
} finally {
	await browser.close();
}
console.error(`${gemeenten.length} gemeenten, ${pages.length} pages of ` +
	"comparison: sound");
