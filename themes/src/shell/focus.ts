/** Puts the keyboard on the page's heading, for what had it is gone. */
export function focusHeading() {
  const heading = document.querySelector<HTMLElement>(".pf-v5-c-page__main h1");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus();
}

/** Puts the keyboard on what can be seen of these, the first that there is, or else on the heading. */
export function focusFirst(...selectors: string[]) {
  const found = selectors.map((selector) => document.querySelector<HTMLElement>(selector)).find(Boolean);
  if (found) {
    found.focus();
  } else {
    focusHeading();
  }
}
