import { type RefObject, useEffect, useRef } from "react";

/**
 * Moves the focus to what the next rendering brings, within an element: to a row that is added, or beside one that is
 * removed, so that a keyboard goes on from there. Looked up after each rendering until it is there.
 */
export function useNextFocus<E extends HTMLElement>(): [within: RefObject<E>, focus: (selector: string) => void] {
  const within = useRef<E>(null);
  const wanted = useRef<string>(undefined);
  useEffect(() => {
    const target = wanted.current && within.current?.querySelector<HTMLElement>(wanted.current);
    if (target) {
      target.focus();
      wanted.current = undefined;
    }
  });
  return [
    within,
    (selector) => {
      wanted.current = selector;
    },
  ];
}
