/* main.mjs FOLDER -- look at every page of a site as people do, in one
   Chromium; what is wrong goes to standard output, one a line. */
import * as axe from "./axe.mjs";
import { addressOf, Findings, isNew, launch, pagesOf, serve } from "./browser.mjs";
import * as keyboard from "./keyboard.mjs";
import * as layout from "./layout.mjs";
import * as print from "./print.mjs";
import { open, states } from "./states.mjs";

const TABS = 2;

/* For a page that has nothing new. */
const briefly = ["320 px"];

/* Walking by keyboard is slow, and colours do not change the way. */
const walked = ["light", "320 px"];

/* On paper it is light, whatever the screen.  Comparisons are wider than
   paper, and are there as PDF. */
const printed = "dark";

const inspect = async (page, cdp, name, findings, review) => {
	const url = addressOf(name);
	const whole = isNew(folder, name, seen);

	for (const state of states) {
		if (!whole && !briefly.includes(state.name))
			continue;
		const say = (text) => findings.add(name, state.name, text);

		await open(page, cdp, url, state);
		await axe.load(page);
		(await axe.check(page, review)).forEach(say);
		(await layout.check(page)).forEach(say);
		if (whole && walked.includes(state.name))
			(await keyboard.check(page)).forEach(say);
		if (state.name === printed && !name.includes("/vergelijking/"))
			(await print.check(page)).forEach(say);
	}
};

const work = async (browser, queue, findings, review) => {
	const page = await browser.newPage();
	const cdp = await page.context().newCDPSession(page);
	let name;

	await serve(page, folder, (url) =>
		findings.add(name, "load", `${url} is not of the site`));
	page.on("pageerror", (error) =>
		findings.add(name, "script", error.message));
	while ((name = queue.shift()))
		await inspect(page, cdp, name, findings, review);
};

const folder = process.argv[2];
const pages = pagesOf(folder);
const findings = new Findings();
const review = new Set();
const seen = new Set();
const queue = [...pages];
const browser = await launch();

try {
	await Promise.all(Array.from({ length: TABS },
		() => work(browser, queue, findings, review)));
} finally {
	await browser.close();
}
for (const line of findings.lines())
	console.log(line);
if (process.env.REVIEW)
	for (const line of review)
		console.log(`review: ${line}`);
console.error(`${pages.length} pages in ${states.length} states, ` +
	`${findings.lines().length} findings, ${review.size} for a person`);
process.exitCode = findings.lines().length || !pages.length ? 1 : 0;
