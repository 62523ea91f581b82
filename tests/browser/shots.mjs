/* shots.mjs FOLDER TO [NAME…] -- pictures of pages of a site, to look at: three
   widths, light and dark, and the pdf that the browser prints. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { addressOf, launch, newPage, pagesOf, serve } from "./browser.mjs";

const [folder, to, ...names] = process.argv.slice(2);
const browser = await launch();
const page = await newPage(browser);

mkdirSync(to, { recursive: true });
await serve(page, folder, () => {});
for (const name of names.length ? names : pagesOf(folder)) {
	const base = join(to, name.replaceAll("/", "-"));

	await page.goto(addressOf(name));
	for (const width of [360, 1024, 1600])
		for (const colorScheme of ["light", "dark"]) {
			await page.setViewportSize({ width, height: 900 });
			await page.emulateMedia({ colorScheme });
			await page.screenshot({
				path: `${base}-${width}-${colorScheme}.png`,
				fullPage: true,
			});
		}
	await page.pdf({ path: `${base}.pdf`, preferCSSPageSize: true });
}
await browser.close();
