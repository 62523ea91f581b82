/* verbeterplan.mjs PAGE FILE -- fill in the form of the nazorg as an official
   does, from the disk and by keyboard only; what it saves becomes FILE */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { check } from "./axe.mjs";
import { launch, newPage } from "./browser.mjs";

const [file, saved] = process.argv.slice(2);
const address = pathToFileURL(file).href;

/* Everything that YAML or Markdown could take for something else. */
const hard = "- \"dubbel\" en 'enkel': # geen opmerking\n" +
	"{{gemeente.naam}} *ster* <b> & C:\\map 😀\u2028einde";

const tabTo = async (page, selector) => {
	for (let i = 0; i < 60; i++) {
		await page.keyboard.press("Tab");
		if (await page.evaluate((s) =>
			document.activeElement.matches(s),
			selector))
			return;
	}
	assert.fail(`Tab does not reach ${selector}`);
};

const typeIn = async (page, selector, text) => {
	await tabTo(page, selector);
	await page.keyboard.press("Control+A");
	await page.keyboard.insertText(text);
};

/* The save button, by keyboard; what the browser saved. */
const save = async (page) => {
	await tabTo(page, ".knoppen button");
	const [download] = await Promise.all([page.waitForEvent("download"),
		page.keyboard.press("Enter")]);

	assert.equal(download.suggestedFilename(), "verbeterplan-GM9901.yaml");
	await download.saveAs(saved);
};

const told = (page) => page.locator("[role=status]").textContent();

const missing = (page) => page.evaluate(() =>
	[...document.querySelectorAll("[role=status] a")].map((a) =>
		a.getAttribute("href")));

const values = (page) => page.evaluate(() => Object.fromEntries(
	[...document.querySelectorAll(
		"#verbeterplan :is(input, select, textarea)")]
		.map((field) => [field.id, field.value])));

const fillIn = async (page) => {
	await tabTo(page, "#a1-status");
	await page.keyboard.type("In uit");
	await typeIn(page, "#a1-maatregel", hard);
	await typeIn(page, "#a1-gereed_op", "31-2-2021");
	await tabTo(page, "#a2-status");
	await page.keyboard.type("Niet");
	await typeIn(page, "#opmerking", hard);
	await typeIn(page, "#datum", "10-09-2020");
	await save(page);
	assert.deepEqual(await missing(page),
		["#a1-eigenaar", "#a1-gereed_op", "#a2-reden"]);
	assert.ok(await page.locator("#a2-reden").getAttribute("required") !==
		null);

	/* follow the first link, and mend */
	await page.locator("[role=status] a").first().focus();
	await page.keyboard.press("Enter");
	assert.equal(await page.evaluate(() => document.activeElement.id),
		"a1-eigenaar");
	await page.keyboard.insertText("Afdeling Jeugd");
	await typeIn(page, "#a1-gereed_op", "31-1-2021");
	await typeIn(page, "#a2-reden", "Wij doen dit al.");
	await save(page);
	assert.deepEqual(await missing(page), []);
	assert.match(await told(page),
		/Mail dat bestand vóór 1\sseptember\s2020/);
};

/* The draft stays; a saved file goes on where it ended. */
const goOn = async (page) => {
	const before = await values(page);
	const other = readFileSync(saved, "utf8")
		.replace(/GM9901"\n/, "GM9902\"\n");

	await page.reload();
	assert.deepEqual({ ...await values(page), datum: before.datum,
		"a1-gereed_op": before["a1-gereed_op"] }, before);
	page.once("dialog", (dialog) => dialog.accept());
	await tabTo(page, ".tweede");
	await page.keyboard.press("Enter");
	assert.equal((await values(page))["a1-maatregel"], "");

	writeFileSync(`${saved}.wrong`, other);
	await page.setInputFiles("#bestand", `${saved}.wrong`);
	await page.waitForFunction(() => document.querySelector("[role=status]")
		.textContent.includes("andere gemeente"));
	writeFileSync(`${saved}.wrong`, "geen: plan\n");
	await page.setInputFiles("#bestand", `${saved}.wrong`);
	await page.waitForFunction(() => document.querySelector("[role=status]")
		.textContent.includes("niet van dit formulier"));
	assert.equal((await values(page))["a1-maatregel"], "");

	/* a mail program may make other line ends of it */
	writeFileSync(`${saved}.wrong`, readFileSync(saved, "utf8")
		.replaceAll("\n", "\r\n"));
	await page.setInputFiles("#bestand", `${saved}.wrong`);
	await page.waitForFunction(() =>
		document.getElementById("a1-maatregel").value !== "");
	assert.deepEqual(await values(page), { ...before, datum: "10-09-2020",
		"a1-gereed_op": "31-01-2021" });
};

const looks = async (page) => {
	for (const colorScheme of ["light", "dark"])
		for (const width of [320, 360, 1024, 1600]) {
			await page.emulateMedia({ colorScheme });
			await page.setViewportSize({ width, height: 800 });
			assert.deepEqual(await check(page, new Set()), []);
			assert.ok(await page.evaluate(() => document
				.documentElement.scrollWidth <= innerWidth),
			`scrolls at ${width} px`);
		}
};

const withoutScript = async (browser) => {
	const page = await newPage(browser, { javaScriptEnabled: false });

	await page.goto(address);
	assert.ok(await page.locator("#zonder-script").isVisible());
	assert.equal(await page.locator("#verbeterplan h2").count(), 2);
	await page.close();
};

const browser = await launch();

try {
	const page = await newPage(browser);

	page.on("pageerror", (error) => assert.fail(error.message));
	await page.goto(address);
	await fillIn(page);
	await looks(page);
	await goOn(page);
	await withoutScript(browser);
} finally {
	await browser.close();
}
console.error("form: sound");
