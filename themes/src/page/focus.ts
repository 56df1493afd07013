import { type RefObject, useLayoutEffect, useRef } from "react";

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

/**
 * Of something that goes away when what it says is done or no longer so: if it goes with the focus in it, the focus moves
 * on to the first of these, or else to the heading, and not to the top of the page.
 */
export function useHandingOn<E extends HTMLElement>(...selectors: string[]): RefObject<E> {
  const within = useRef<E>(null);
  useLayoutEffect(() => {
    const element = within.current;
    return () => {
      if (element?.contains(document.activeElement)) {
        // It is still there, and what comes in its place is not.
        queueMicrotask(() => document.activeElement === document.body && focusFirst(...selectors));
      }
    };
  }, []);
  return within;
}
