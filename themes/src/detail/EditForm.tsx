import { ConfirmDialogModal } from "@keycloak/keycloak-admin-ui";
import { Alert, ActionGroup, Button, ButtonVariant, Form, PageSection } from "@patternfly/react-core";
import { type PropsWithChildren, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem, Settings } from "../api/types";
import { isReasonValid, reasonToSend } from "../form/reason";
import { RequestReason } from "../form/RequestReason";
import { useHandingOn } from "../page/focus";
import { useWording } from "../problem/useWording";
import { isExpired, refusalOf } from "../state/status";
import type { Part } from "./draft";
import type { Editing } from "./useEditing";
import { type SaveQuestion, useSaving } from "./useSaving";

/** What each tab with something to edit is given. */
export interface EditTabProps {
  editing: Editing;
  isReadOnly: boolean;
  settings: Settings | undefined;
}

interface EditFormProps {
  editing: Editing;
  settings: Settings | undefined;
  /** What it is about. */
  parts: Part[];
  isValid: boolean;
  /** Problems of parts that this tab does not show. */
  otherProblems: Problem[];
  /** What keeps it from being saved, and the way there. */
  attention?: ReactNode;
  question?: SaveQuestion;
}

/** The frame of a tab's form, with the stock console's two buttons in a bar that stays in view. */
export const EditForm = ({
  editing,
  settings,
  parts,
  isValid,
  otherProblems,
  attention,
  question,
  children,
}: PropsWithChildren<EditFormProps>) => {
  const { t } = useTranslation();
  const { textOf } = useWording();
  const [reason, setReason] = useState("");
  // Where the change waits for approval, nothing can be edited until that is decided.
  const within = useHandingOn<HTMLDivElement>("[data-testid=pending-link]");
  const isUnchanged = !parts.some((part) => editing.changed.includes(part));
  // Saving mends what is not as this extension sets it up, such as a service account that was disabled.
  const { credential } = editing;
  const isBroken = refusalOf(credential) !== undefined && !isExpired(credential);
  const mends = isBroken || Boolean(credential.warnings?.length);
  const saving = useSaving(editing.draft, question, () => editing.save(parts, reasonToSend(reason)));
  const maySave = isValid && isReasonValid(reason) && (!isUnchanged || mends) && !saving.isBusy;

  return (
    <PageSection variant="light">
      {saving.asked && (
        <ConfirmDialogModal
          open
          titleKey={saving.asked.titleKey}
          continueButtonLabel="save"
          continueButtonVariant={ButtonVariant.danger}
          toggleDialog={saving.cancel}
          onConfirm={saving.confirm}
        >
          {saving.asked.text}
        </ConfirmDialogModal>
      )}
      <div ref={within}>
      <Form
        className="keycloak__form api-credentials__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (maySave) {
            saving.submit();
          }
        }}
      >
        {otherProblems.map((problem) => (
          <Alert key={problem.field + problem.errorMessage} isInline variant="danger" title={textOf(problem)} />
        ))}
        {children}
        <RequestReason
          operation="update"
          settings={settings}
          reason={reason}
          problems={editing.problems}
          onChange={setReason}
        />
        <ActionGroup className="api-credentials__bar">
          {/* Disabled for the reader but not for the browser, which would take the keyboard from it. */}
          <Button type="submit" data-testid="save" isAriaDisabled={!maySave}>
            {t("save")}
          </Button>
          <Button
            variant="link"
            data-testid="revert"
            isAriaDisabled={isUnchanged}
            onClick={() => editing.revert(parts)}
          >
            {t("revert")}
          </Button>
          {attention}
        </ActionGroup>
      </Form>
      </div>
    </PageSection>
  );
};
