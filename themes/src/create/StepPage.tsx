import { Title, useWizardContext } from "@patternfly/react-core";
import { type KeyboardEvent, type PropsWithChildren, type ReactNode, useEffect, useRef } from "react";

interface StepPageProps {
  title: string;
  help?: ReactNode;
  /** What is being created, on each step. */
  summary: ReactNode;
  /** The field to begin with, where there is one; otherwise the heading has the focus. */
  first?: string;
  /** Whether Enter in one of the fields leads to the next step. */
  isEnterNext?: boolean;
  onEnter: () => void;
  /** Is given the function that goes one step back, as long as this step is shown; undefined on the first step. */
  onBack: (goBack: (() => void) | undefined) => void;
}

/** One step with its heading. The focus begins there, and not where the step before has ended. */
export const StepPage = ({ title, help, summary, first, isEnterNext, onEnter, onBack, children }: PropsWithChildren<StepPageProps>) => {
  const { activeStep, goToNextStep, goToPrevStep } = useWizardContext();
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    page.current?.querySelector<HTMLElement>(first ?? "h2")?.focus();
    onEnter();
  }, []);
  useEffect(() => onBack(activeStep.index === 1 ? undefined : () => void goToPrevStep()));

  const pressed = (event: KeyboardEvent) => {
    const isField = event.target instanceof HTMLInputElement && event.target.type === "text";
    if (event.key === "Enter" && isField && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (isEnterNext) {
        void goToNextStep();
      }
    }
  };

  return (
    <div ref={page} onKeyDown={pressed}>
      <Title headingLevel="h2" size="xl" tabIndex={-1} className="api-credentials__step-title">
        {title}
      </Title>
      {help && <p className="api-credentials__step-help">{help}</p>}
      {summary}
      {children}
    </div>
  );
};
