/* browser.mjs -- Chromium, the pages of a site, and findings about them */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

/* Without limits of time: tests/main.c stops what hangs. */
export const launch = () => chromium.launch({
	timeout: 0,
	executablePath: process.env.CHROMIUM ??
		"/usr/bin/chromium-headless-shell",
	args: ["--headless=new", "--no-sandbox", "--disable-gpu",
		"--disable-quic", "--no-first-run",
		"--disable-background-networking",
		"--disable-component-update", "--disable-sync"],
});

/* A page in a context of its own, which is closed with it. */
export const newPage = async (browser, options) => {
	const page = await browser.newPage(options);

	page.context().setDefaultTimeout(0);
	return page;
};

/* The names of all pages of the site in folder. */
export const pagesOf = (folder) => readdirSync(folder, { recursive: true })
	.filter((name) => name.endsWith(".html"))
	.sort();

/* Whether a page has anything that the pages before it, whose parts are in
   seen, do not have: an element with another class or in another one, or
   another script. */
export const isNew = (folder, name, seen) => {
	const html = readFileSync(join(folder, name), "utf8");
	const before = seen.size;
	const open = [];

	for (const [, end, element, attributes] of
		html.matchAll(/<(\/?)([a-z][a-z0-9]*)([^>]*)>/g)) {
		if (end) {
			open.length = open.lastIndexOf(element) + 1;
			open.pop();
			continue;
		}
		seen.add(`${open.at(-1)} ${element} ` + (element === "script" ?
			/[^/="]*\.js/ : / class=("[^"]*"|[^ >]*)/)
			.exec(attributes)?.[0]);
		open.push(element);
	}
	return seen.size > before;
};

/* Where the site is while we look; nothing else is there to be asked. */
const site = "http://site.test/";

export const addressOf = (name) => new URL(name, site).href;

/* Give the browser the files of folder for the site; lacks is told what else
   a page asks for. */
export const serve = (page, folder, lacks) => page.route("**", (route) => {
	const url = route.request().url();
	const path = join(folder, decodeURI(new URL(url).pathname));

	if (url.startsWith(site) && existsSync(path))
		return route.fulfill({ path });
	lacks(url);
	return route.abort();
});

/* What is wrong, each said once, with the states in which it is so. */
export class Findings {
	#states = new Map();

	add(page, state, text) {
		const key = `${page}: ${text}`;

		if (!this.#states.has(key))
			this.#states.set(key, new Set());
		this.#states.get(key).add(state);
	}

	lines() {
		return [...this.#states].map(([text, states]) =>
			`${text} [${[...states].join(", ")}]`);
	}
}
