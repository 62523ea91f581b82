/* layout.mjs -- what a page does with its room: nothing is cut off, nothing
   has to be pushed aside, targets are large enough, nothing moves. */

/* Runs in the page. */
const inspect = () => {
	const found = [];
	const root = document.documentElement;
	const say = (what, element) => found.push(`${what}: ` +
		element.outerHTML.slice(0, 120).replace(/\s+/g, " "));
	const isShown = (element) => element.checkVisibility({
		contentVisibilityAuto: true,
		visibilityProperty: true,
	});
	const focusable = "a[href], button, input, select, textarea, " +
		"summary, [tabindex]:not([tabindex='-1'])";

	/* only for those who listen: one pixel, clipped */
	const isHeard = (element) =>
		getComputedStyle(element).clipPath === "inset(50%)";

	/* Say the outermost element that sticks out, not all that is in it. */
	const checkWidth = (element) => {
		if (isHeard(element))
			return;
		if (element.getBoundingClientRect().right >
			root.clientWidth + 1)
			say("wider than the page", element);
		else
			for (const child of element.children)
				checkWidth(child);
	};

	const checkScroller = (element, style) => {
		const across = element.scrollWidth > element.clientWidth + 1;
		const down = element.scrollHeight > element.clientHeight + 1;
		const scrolls = /auto|scroll/;
		const named = element.hasAttribute("aria-label") ||
			element.hasAttribute("aria-labelledby");

		if (across && /hidden|clip/.test(style.overflowX) ||
			down && /hidden|clip/.test(style.overflowY))
			say("is cut off", element);
		if (across && scrolls.test(style.overflowX) &&
			(element.tabIndex < 0 || !named))
			say("scrolls without name or focus", element);
		if (down && scrolls.test(style.overflowY) &&
			element.tabIndex < 0 && ![...element.
			querySelectorAll(focusable)].some(isShown))
			say("scrolls without focus", element);
	};

	/* SC 2.5.8, without its exception for space around a target */
	const checkTarget = (element) => {
		const box = (element.closest("label") ?? element)
			.getBoundingClientRect();
		let line = element;

		while (getComputedStyle(line).display === "inline")
			line = line.parentElement;
		if (line.textContent.trim() !== element.textContent.trim())
			return;		/* part of a sentence */
		if (box.width < 23.9 || box.height < 23.9)
			say(`target of ${box.width.toFixed(1)} × ` +
				box.height.toFixed(1), element);
	};

	for (const element of document.body.querySelectorAll("*")) {
		const style = getComputedStyle(element);

		if (!isShown(element) || isHeard(element))
			continue;
		if (style.transitionDuration !== "0s" ||
			style.animationName !== "none")
			say("moves", element);
		if (element.namespaceURI === root.namespaceURI &&
			style.display !== "inline")
			checkScroller(element, style);
	}
	for (const element of document.querySelectorAll(focusable))
		if (isShown(element) && !element.closest(".overslaan"))
			checkTarget(element);
	if (root.scrollWidth > root.clientWidth) {
		found.push("the page scrolls sideways");
		for (const child of document.body.children)
			checkWidth(child);
	}
	if (getComputedStyle(root).scrollBehavior !== "auto")
		say("moves", root);
	return found;
};

export const check = (page) => page.evaluate(inspect);
