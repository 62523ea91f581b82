/* states.mjs -- the ways in which people look at a page */

/* WCAG 2.2, SC 1.4.12: a page must bear this without loss. */
const textSpacing = `
	* {
		line-height: 1.5 !important;
		letter-spacing: 0.12em !important;
		word-spacing: 0.16em !important;
	}
	p { margin-bottom: 2em !important; }`;

const wide = 1280;
/* 1280 px at 400 %, the measure of SC 1.4.10. */
const narrow = 320;

export const states = [
	{ name: "light", width: wide },
	{ name: "dark", width: wide, colorScheme: "dark" },
	{ name: "forced colours", width: wide, forcedColors: "active" },
	{ name: "200 % text", width: wide, fontSize: 32 },
	{ name: "text spacing", width: wide, style: textSpacing },
	{ name: "320 px", width: narrow },
	{ name: "320 px text spacing", width: narrow, style: textSpacing },
];

/* Open a page in a state; cdp is the page's own session. */
export const open = async (page, cdp, url, state) => {
	await page.setViewportSize({ width: state.width, height: 720 });
	await page.emulateMedia({
		colorScheme: state.colorScheme ?? "light",
		forcedColors: state.forcedColors ?? "none",
		reducedMotion: "reduce",
	});
	await cdp.send("Page.setFontSizes",
		{ fontSizes: { standard: state.fontSize ?? 16 } });
	await page.goto(url);
	if (state.style)
		await page.addStyleTag({ content: state.style });
};
