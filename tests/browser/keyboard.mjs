/* keyboard.mjs -- all that can be done with a mouse is reached with Tab, in
   order, and one sees where one is. */

/* In the page: number all that must be reached, in the order of reading, and
   go to the start of the page. */
const collect = () => {
	const all = [...document.querySelectorAll("a[href], button, input, " +
		"select, textarea, summary, [tabindex='0']")]
		.filter((element) => element.checkVisibility({
			contentVisibilityAuto: true,
			visibilityProperty: true,
		}))
		/* of radio buttons only the one that is on */
		.filter((element) => element.type !== "radio" ||
			element.checked);

	const start = document.createElement("span");

	start.tabIndex = -1;
	document.body.prepend(start);
	start.focus();
	start.remove();
	scrollTo(0, 0);
	window.order = new Map(all.map((element, i) => [element, i]));
	return all.length;
};

/* In the page: which one has the focus, and what is wrong with how it shows. */
const look = async () => {
	const element = document.activeElement;
	const number = window.order.get(element) ?? -1;
	const style = getComputedStyle(element);
	const faults = [];
	/* What one can see of it. */
	const shownOf = (box) => ({
		left: Math.max(box.left, 0),
		right: Math.min(box.right, innerWidth),
		top: Math.max(box.top, 0),
		bottom: Math.min(box.bottom, innerHeight),
	});
	const isAt = (x, y) => {
		const top = document.elementFromPoint(x, y);

		return top !== null && (element.contains(top) ||
			top.contains(element));
	};
	/* Nothing lies over its middle, nor halfway to its corners. */
	const isFree = (box) => {
		const { left, right, top, bottom } = shownOf(box);

		return [0.25, 0.5, 0.75].every((part) =>
			isAt(left + part * (right - left),
				top + part * (bottom - top)) &&
			isAt(left + part * (right - left),
				bottom - part * (bottom - top)));
	};
	/* All of it, or as good as the whole screen; scrolling stops at whole
	   pixels, up to two from where it should. */
	const isInside = (box) => {
		const { top, bottom } = shownOf(box);

		return bottom - top >
			Math.min(box.height, 0.9 * innerHeight) - 2 &&
			box.left > -1 && box.right < innerWidth + 1;
	};
	let boxes = [...element.getClientRects()];

	/* Scrolling comes after the focus. */
	for (let i = 0; i < 3 && !boxes.every(isInside); i++) {
		await new Promise(requestAnimationFrame);
		boxes = [...element.getClientRects()];
	}
	if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2)
		faults.push("focus does not show");
	if (!boxes.every(isInside))
		faults.push("focus is out of sight");
	else if (!boxes.every(isFree))
		faults.push("focus is covered");
	return {
		number,
		faults,
		html: element.outerHTML.slice(0, 120).replace(/\s+/g, " "),
	};
};

/* Tab through the page; what is wrong. */
const walk = async (page) => {
	const count = await page.evaluate(collect);
	const found = [];

	for (let i = 0; i < count; i++) {
		await page.keyboard.press("Tab");
		const at = await page.evaluate(look);

		found.push(...at.faults.map((fault) => `${fault}: ${at.html}`));
		if (at.number !== i)
			return [...found, `after ${i} of ${count} comes ` +
				`number ${at.number}: ${at.html}`];
	}
	return found;
};

/* Open what is folded with Enter; how many there were. */
const unfold = async (page) => {
	const all = await page.locator("summary:visible").all();

	for (const summary of all) {
		await summary.focus();
		await page.keyboard.press("Enter");
	}
	return all.length;
};

/* Folded contents open with Enter, and all in them is then reached too. */
export const check = async (page) => {
	const found = await walk(page);

	if (!await unfold(page))
		return found;
	if (await page.locator("details:not([open])").count())
		found.push("does not open with Enter: summary");
	return [...found, ...await walk(page)];
};
