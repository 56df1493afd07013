/** Moves the focus to the page's heading, since what had it is gone. */
export function focusHeading() {
  const heading = document.querySelector<HTMLElement>(".pf-v5-c-page__main h1");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus();
}

/** Moves the focus to the first of these that is visible, or else to the heading. */
export function focusFirst(...selectors: string[]) {
  const found = selectors.map((selector) => document.querySelector<HTMLElement>(selector)).find(Boolean);
  if (found) {
    found.focus();
  } else {
    focusHeading();
  }
}
