/* axe.mjs -- the rules of axe-core: WCAG 2.2 A and AA, and best practices.
   What axe leaves to a person is decided here, or it is a finding too. */
import { readFileSync } from "node:fs";

const source = readFileSync(new URL("../node_modules/axe-core/axe.min.js",
	import.meta.url), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
	"best-practice"];

/* Runs in the page. */
const run = async ({ values, contrast }) => {
	const { violations, incomplete } = await axe.run(document, {
		runOnly: { type: "tag", values },
		rules: { "color-contrast": { enabled: contrast } },
		resultTypes: ["violations", "incomplete"],
	});

	/* "rgb(1, 2, 3)", "rgba(1, 2, 3, 0)", "color(srgb 0.1 0.2 0.3)" */
	const partsOf = (color) => {
		const [r, g, b, alpha = 1] = color.match(/[\d.]+/g).map(Number);
		const unit = color.startsWith("color(") ? 1 : 255;

		return { channels: [r / unit, g / unit, b / unit], alpha };
	};
	const luminance = (channels) => channels
		.map((c) => c <= 0.04045 ? c / 12.92 :
			((c + 0.055) / 1.055) ** 2.4)
		.reduce((sum, c, i) => sum +
			c * [0.2126, 0.7152, 0.0722][i], 0);
	/* The contrast between an element and the first of what it stands in
	   that has a colour; 0 if that is not plain. */
	const contrastOf = (element) => {
		let back = element, style;

		for (;; back = back.parentElement) {
			style = getComputedStyle(back);
			if (style.backgroundImage !== "none" ||
				style.opacity !== "1")
				return 0;
			if (partsOf(style.backgroundColor).alpha > 0)
				break;
			if (!back.parentElement)
				return 0;
		}
		const under = partsOf(style.backgroundColor);
		const over = partsOf(getComputedStyle(element).color);
		const [low, high] = [under, over]
			.map(({ channels }) => luminance(channels))
			.sort((a, b) => a - b);

		return under.alpha < 1 || over.alpha < 1 ? 0 :
			(high + 0.05) / (low + 0.05);
	};
	const decided = {
		/* Where a fixed head or the cell of another row lies over a
		   text, axe does not know what the text stands on. */
		"color-contrast": (element, { any: [{ data }] }) =>
			contrastOf(element) >=
				parseFloat(data.expectedContrastRatio),
		/* Heads of a group of rows reach its cells; axe looks in
		   their own row and column only. */
		"th-has-data-cells": (element) =>
			element.querySelector("th[scope=rowgroup]") !== null,
	};
	const tell = (what) => (rule) => rule.nodes.map((node) =>
		`${rule.id}: ${what}${rule.help}: ${node.html.slice(0, 160)}`);

	for (const rule of incomplete)
		rule.nodes = rule.nodes.filter((node) => !decided[rule.id]?.(
			document.querySelector(node.target[0]), node));
	return [
		...violations.flatMap(tell("")),
		...incomplete.flatMap(tell("axe cannot tell: ")),
	];
};

/* What is wrong.  In forced colours those of text are the reader's. */
export const check = async (page, { forcedColors = "none" } = {}) => {
	await page.evaluate(source);
	return page.evaluate(run,
		{ values: tags, contrast: forcedColors === "none" });
};
