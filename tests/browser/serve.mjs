/* serve.mjs ADDRESS FILE -- a page of the preview follows its source: FILE,
   a finding whose verdict is spoiled and mended.  What is wrong goes to
   standard output. */
import { readFileSync, writeFileSync } from "node:fs";
import * as axe from "./axe.mjs";
import { launch, newPage } from "./browser.mjs";

const [address, file] = process.argv.slice(2);
const before = readFileSync(file, "utf8");
const findings = [];

const expect = (what, holds) => holds || findings.push(what);

const follow = async (page) => {
	await page.goto(address);
		expect("no fault, yet an alarm",
			!await page.getByRole("alert").count());

	writeFileSync(file, before.replace(/^oordeel: .*/m, "oordeel: goet"));
	await page.getByRole("alert").waitFor();
	expect("the count of faults", await page.getByText("1 fout").count());
	expect("the message", await page.getByRole("region",
		{ name: "Meldingen" }).getByText("bedoelt u goed?").count());
	findings.push(...await axe.check(page));
	await page.getByText("1 fout").click();
	expect("the box closes", await page.getByRole("region",
		{ name: "Meldingen" }).isHidden());

	writeFileSync(file, before.replace(/^titel: .*/m, "titel: Hersteld"));
	await page.getByRole("heading", { name: "Hersteld" }).waitFor();
	expect("mended, yet an alarm", !await page.getByRole("alert").count());
};

const browser = await launch();

try {
	const page = await newPage(browser);

	page.on("pageerror", (error) => findings.push(error.message));
	await follow(page);
} catch (error) {
	findings.push(error.message);
} finally {
	await browser.close();
}
for (const line of findings)
	console.log(line);
process.exitCode = findings.length ? 1 : 0;
