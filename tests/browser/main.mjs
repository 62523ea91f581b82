/* main.mjs FOLDER -- look at every page of a site as people do, in one
   Chromium; what is wrong goes to standard output, one a line. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as axe from "./axe.mjs";
import { addressOf, Findings, isNew, launch, newPage, pagesOf, serve }
	from "./browser.mjs";
import * as keyboard from "./keyboard.mjs";
import * as layout from "./layout.mjs";
import * as print from "./print.mjs";
import { open, states } from "./states.mjs";

const TABS = 2;

/* For a page that has nothing new. */
const briefly = ["320 px"];

/* Walking by keyboard is slow, and colours do not change the way. */
const walked = ["light", "320 px"];

/* On paper it is light, whatever the screen. */
const printed = "dark";

/* A page where one chooses gemeenten, and what the first and the last give. */
const withChoice = (name) => {
	if (!name.endsWith("/kies.html"))
		return [name];
	const { gemeenten } = JSON.parse(readFileSync(join(folder,
		dirname(name), "vergelijking.json"), "utf8"));

		return [name, `${name}?g=${gemeenten[0].code},` +
			gemeenten.at(-1).code];
};

const inspect = async (page, cdp, name, findings) => {
	const whole = name.includes("?") || isNew(folder, name, seen);

	for (const state of states) {
		if (!whole && !briefly.includes(state.name))
			continue;
		const say = (text) => findings.add(name, state.name, text);

		await open(page, cdp, addressOf(name), state);
		(await axe.check(page, state)).forEach(say);
		(await layout.check(page)).forEach(say);
		if (whole && walked.includes(state.name))
			(await keyboard.check(page)).forEach(say);
		if (state.name === printed)
			(await print.check(page)).forEach(say);
	}
};

const work = async (browser, queue, findings) => {
	const page = await newPage(browser);
	const cdp = await page.context().newCDPSession(page);
	let name;

	await serve(page, folder, (url) =>
		findings.add(name, "load", `${url} is not of the site`));
	page.on("pageerror", (error) =>
		findings.add(name, "script", error.message));
	while ((name = queue.shift()))
		await inspect(page, cdp, name, findings);
};

const folder = process.argv[2];
const pages = pagesOf(folder).flatMap(withChoice);
const findings = new Findings();
const seen = new Set();
const queue = [...pages];
const browser = await launch();

try {
	await Promise.all(Array.from({ length: TABS },
		() => work(browser, queue, findings)));
} finally {
	await browser.close();
}
for (const line of findings.lines())
	console.log(line);
console.error(`${pages.length} pages in ${states.length} states, ` +
	`${findings.lines().length} findings`);
process.exitCode = findings.lines().length || !pages.length ? 1 : 0;
