/* serve.js -- only in the preview (toetssteen serve): reload the page after
   each build, and show what the last build had to say. */
"use strict";

{
	const address = "/_toetssteen/meldingen";
	const own = document.currentScript.dataset.bouw;

	/* What the last build said; with since, once there is a later one. */
	const ask = async (since, signal) => {
		const query = since ? `?na=${since}` : "";
		const answer = await fetch(address + query, { signal });
		const [build, errors, warnings] =
			answer.headers.get("Toetssteen-Bouw").split(", ");

		return {
			build,
			errors: Number(errors),
			warnings: Number(warnings),
			text: await answer.text(),
		};
	};

	const count = (n, one, more) =>
		n ? [`${n} ${n === 1 ? one : more}`] : [];

	const style = `
		div { position: fixed; inset: auto 1rem 1rem auto;
			z-index: 1000; padding: .5rem 1rem;
			max-width: min(60rem, calc(100vw - 2rem));
			border: 2px solid; border-radius: .25rem;
			color: #1b1b1b; background: #fff;
			font: 1rem/1.5 system-ui, sans-serif; }
		div.fout { border-color: #b00020; }
		summary { cursor: pointer; font-weight: 600; }
		pre { max-height: 50vh; margin: .5rem 0; overflow: auto;
			white-space: pre-wrap;
			font: .875rem/1.5 ui-monospace, monospace; }
		@media print { div { display: none; } }`;

	/* A box of its own, out of reach of the style sheets of the page. */
	const show = (state) => {
		const head = [...count(state.errors, "fout", "fouten"),
			...count(state.warnings, "waarschuwing",
				"waarschuwingen")].join(", ");
		const host = document.createElement("div");
		const box = document.createElement("div");
		const details = document.createElement("details");
		const summary = document.createElement("summary");
		const text = document.createElement("pre");
		const sheet = document.createElement("style");

		if (!head)
			return;
		sheet.textContent = style;
		summary.textContent = head;
		text.textContent = state.text;
		text.tabIndex = 0;
		text.setAttribute("role", "region");
		text.setAttribute("aria-label", "Meldingen");
		details.append(summary, text);
		box.append(details);
		if (state.errors) {
			box.className = "fout";
			details.open = true;
			box.setAttribute("role", "alert");
		}
		host.lang = "nl";
		host.attachShadow({ mode: "open" }).append(sheet, box);
		document.body.append(host);
	};

	/* Whether there has been another build.  A tab that nobody looks at
	   does not wait: a browser has few connections. */
	const isOld = async () => {
		const control = new AbortController();
		const hide = () => {
			if (document.hidden)
				control.abort();
		};

		if (document.hidden)
			await new Promise((done) => document.addEventListener(
				"visibilitychange", done, { once: true }));
		document.addEventListener("visibilitychange", hide);
		try {
			return (await ask(own, control.signal)).build !== own;
		} catch (error) {
			if (!control.signal.aborted)
				throw error;
			return false;
		} finally {
			document.removeEventListener("visibilitychange", hide);
		}
	};

	const follow = async () => {
		const state = await ask();

		if (state.build !== own)
			return location.reload();
		show(state);
		while (!await isOld());
		location.reload();
	};

	/* While the program is away, try again every second. */
	const again = () => setTimeout(() =>
		ask().then(() => location.reload(), again), 1000);

	follow().catch(again);
}
