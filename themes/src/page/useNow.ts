import { useEffect, useState } from "react";

const SECOND_MILLIS = 1000;

/** The present moment, anew each second, for what is drawn with it. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), SECOND_MILLIS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
