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
  /** What saving would break, which is asked about first. */
  question?: ReactNode;
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
  const [isSaving, setSaving] = useState(false);
  const [reason, setReason] = useState("");
  const [isAsking, setAsking] = useState(false);
  // Where the change waits for approval, nothing can be edited until that is decided.
  const within = useHandingOn<HTMLDivElement>("[data-testid=pending-link]");
  const isUnchanged = !parts.some((part) => editing.changed.includes(part));
  // Saving mends what is not as this extension sets it up, such as a service account that was disabled.
  const { credential } = editing;
  const isBroken = refusalOf(credential) !== undefined && !isExpired(credential);
  const mends = isBroken || Boolean(credential.warnings?.length);
  const maySave = isValid && isReasonValid(reason) && (!isUnchanged || mends) && !isSaving;

  const save = async () => {
    setSaving(true);
    await editing.save(parts, reasonToSend(reason));
    setSaving(false);
  };

  return (
    <PageSection variant="light">
      {isAsking && (
        <ConfirmDialogModal
          open
          titleKey="apiCredentials.effect.title"
          continueButtonLabel="save"
          continueButtonVariant={ButtonVariant.danger}
          toggleDialog={() => setAsking(false)}
          onConfirm={() => void save()}
        >
          {question}
        </ConfirmDialogModal>
      )}
      <div ref={within}>
      <Form
        className="keycloak__form api-credentials__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (maySave && question) {
            setAsking(true);
          } else if (maySave) {
            void save();
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
