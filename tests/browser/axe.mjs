/* axe.mjs -- the rules of axe-core: WCAG 2.2 A and AA, and best practices */
import { readFileSync } from "node:fs";

const source = readFileSync(new URL("../node_modules/axe-core/axe.min.js",
	import.meta.url), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
	"best-practice"];

export const load = (page) => page.evaluate(source);

/* What is wrong; review gets what axe cannot decide (rule and element). */
export const check = async (page, review) => {
	await page.evaluate(source);

	const result = await page.evaluate((values) => axe.run(document, {
		runOnly: { type: "tag", values },
		resultTypes: ["violations", "incomplete"],
	}), tags);

	for (const rule of result.incomplete)
		for (const node of rule.nodes)
			review.add(`${rule.id}: ${node.html}`);
	return result.violations.flatMap((rule) => rule.nodes.map((node) =>
		`${rule.id}: ${rule.help}: ${node.html.slice(0, 160)}`));
};
