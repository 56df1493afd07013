import { type ReactNode, useEffect, useState } from "react";
import type { Draft } from "./draft";

/** What saving would break, which is asked about first. */
export interface SaveQuestion {
  titleKey: string;
  /** Whether it is still being found out. */
  isAwaited: boolean;
  /** What is asked; undefined where there is nothing to ask. */
  text: ReactNode | undefined;
}

/** The way of a form from its button to the server, by a question where there is one. */
export interface Saving {
  isBusy: boolean;
  /** The question that is to be answered. */
  asked: SaveQuestion | undefined;
  submit(): void;
  confirm(): void;
  cancel(): void;
}

export function useSaving(draft: Draft, question: SaveQuestion | undefined, save: () => Promise<void>): Saving {
  const [step, setStep] = useState<"editing" | "waiting" | "asking" | "saving">("editing");
  const run = async () => {
    setStep("saving");
    await save();
    setStep("editing");
  };
  // What is typed after the button was pressed was not meant by it.
  useEffect(() => setStep((last) => (last === "waiting" ? "editing" : last)), [draft]);
  useEffect(() => {
    if (step === "waiting" && !question?.isAwaited) {
      if (question?.text) {
        setStep("asking");
      } else {
        void run();
      }
    }
  });
  return {
    isBusy: step === "waiting" || step === "saving",
    asked: step === "asking" ? question : undefined,
    submit: () => setStep("waiting"),
    confirm: () => void run(),
    cancel: () => setStep((last) => (last === "asking" ? "editing" : last)),
  };
}
