import { Button, useWizardContext, WizardFooterWrapper } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface StepFooterProps {
  isNextDisabled: boolean;
  isSending: boolean;
  /** What stands in the way of the next step. */
  attention?: ReactNode;
}

/** The buttons of a step, the last of which creates. */
export const StepFooter = ({ isNextDisabled, isSending, attention }: StepFooterProps) => {
  const { t } = useTranslation();
  const { activeStep, steps, goToNextStep, goToPrevStep, close } = useWizardContext();
  const isLast = activeStep.index === steps.length;
  return (
    <WizardFooterWrapper className="api-credentials__step-footer">
      <Button
        variant="secondary"
        isDisabled={activeStep.index === 1 || isSending}
        onClick={() => void goToPrevStep()}
      >
        {t("back")}
      </Button>
      <Button
        data-testid="wizard-next"
        isDisabled={isNextDisabled}
        isLoading={isLast && isSending}
        isAriaDisabled={isSending}
        onClick={() => void goToNextStep()}
      >
        {isLast ? t("apiCredentials.create.generate") : t("next")}
      </Button>
      {attention}
      <Button variant="link" isDisabled={isSending} onClick={close}>
        {t("cancel")}
      </Button>
    </WizardFooterWrapper>
  );
};
