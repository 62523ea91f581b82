/* nazorg.mjs PAGE -- the overview of nazorg that tests/golden/nazorg/base
   gives on 5 June 2020: the filter, and the page without script */
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { launch, newPage } from "./browser.mjs";

const address = pathToFileURL(process.argv[2]).href;
const browser = await launch();

/* What one sees: rows of gemeenten and of recommendations, and the count. */
const look = (page) => page.evaluate(async () => {
	/* the count comes when typing has stopped */
	await new Promise((resolve) => setTimeout(resolve, 400));
	const names = (selector) => [...document.querySelectorAll(selector)]
		.filter((row) => row.checkVisibility())
		.map((row) => row.querySelector("th").textContent.slice(0, 3));

	return {
		gemeenten: names("tr[data-pad]").join(" "),
		aanbevelingen: names("tr[data-van]").length,
		status: document.querySelector("[role=status]")?.textContent,
		search: location.search,
	};
});

const open = async (search, options = {}) => {
	const page = await newPage(browser, options);

	page.on("pageerror", (error) => assert.fail(error));
	await page.goto(address + search);
	return page;
};

const all = "Aa  Bee Cee Dee Eff Gee";
let page = await open("");

assert.deepEqual(await look(page), { gemeenten: all, aanbevelingen: 10,
	status: "", search: "" });

/* by keyboard only */
await page.focus("#kies-regio");
await page.keyboard.type("Zuid");
assert.deepEqual(await look(page), { gemeenten: "Eff Gee", aanbevelingen: 2,
	status: "2 van 6 gemeenten.", search: "?regio=Zuid" });
await page.keyboard.press("Tab");
await page.keyboard.type("te laat");
assert.deepEqual(await look(page), { gemeenten: "Gee", aanbevelingen: 0,
	status: "1 van 6 gemeenten.", search: "?regio=Zuid&stand=te+laat" });
await page.keyboard.press("Tab");
await page.keyboard.type("30-04-2020");
assert.deepEqual(await look(page), { gemeenten: "", aanbevelingen: 0,
	status: "Geen gemeenten gevonden. Kies iets anders, of toon alles.",
	search: "?regio=Zuid&stand=te+laat&op=2020-04-30" });
await page.keyboard.press("Tab");
await page.keyboard.press("Enter");
assert.deepEqual(await look(page), { gemeenten: all, aanbevelingen: 10,
	status: "", search: "" });
assert.equal(await page.evaluate(() => document.activeElement.id),
	"kies-regio");

/* late on a day: before, on and after it; once moved; answered; forever */
for (const [day, gemeenten] of [["30-4-2020", ""], ["1-5-2020", "Bee Cee Gee"],
	["19-5-2020", "Bee Cee Gee"], ["20-5-2020", "Bee Gee"],
	["14-6-2020", "Bee Gee"], ["2020-06-15", "Bee Dee Gee"],
	["1-1-2040", "Bee Cee Dee Gee"]]) {
	await page.fill("#kies-op", day);
	assert.equal((await look(page)).gemeenten, gemeenten, day);
}
await page.fill("#kies-op", "30-2-2020");
assert.match((await look(page)).status, /^Dit is nog geen datum/);

/* the address brings it back */
page = await open("?regio=Noord&op=2020-05-10");
assert.deepEqual(await look(page), { gemeenten: "Bee Cee", aanbevelingen: 4,
	status: "2 van 6 gemeenten.", search: "?regio=Noord&op=2020-05-10" });
assert.equal(await page.inputValue("#kies-op"), "10-05-2020");
page = await open("?regio=Oost&stand=x&op=nu");
assert.equal((await look(page)).gemeenten, all);

/* without script everything is there */
page = await open("", { javaScriptEnabled: false });
assert.equal(await page.locator("tr[data-pad]:visible").count(), 6);
assert.equal(await page.locator("#filter *").count(), 0);
await browser.close();
