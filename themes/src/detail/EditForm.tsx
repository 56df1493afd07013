import { Alert, ActionGroup, Button, Form, PageSection } from "@patternfly/react-core";
import { type PropsWithChildren, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../api/types";
import { useWording } from "../problem/useWording";
import { isExpired, refusalOf } from "../state/status";
import type { Part } from "./draft";
import type { Editing } from "./useEditing";

/** What each tab with something to edit is given. */
export interface EditTabProps {
  editing: Editing;
  isReadOnly: boolean;
}

interface EditFormProps {
  editing: Editing;
  /** What it is about. */
  parts: Part[];
  isValid: boolean;
  /** Problems of parts that this tab does not show. */
  otherProblems: Problem[];
  /** What keeps it from being saved, and the way there. */
  attention?: ReactNode;
}

/** The frame of a tab's form, with the stock console's two buttons in a bar that stays in view. */
export const EditForm = ({
  editing,
  parts,
  isValid,
  otherProblems,
  attention,
  children,
}: PropsWithChildren<EditFormProps>) => {
  const { t } = useTranslation();
  const { textOf } = useWording();
  const [isSaving, setSaving] = useState(false);
  const isUnchanged = !parts.some((part) => editing.changed.includes(part));
  // Saving mends what is not as this extension sets it up, such as a service account that was disabled.
  const { credential } = editing;
  const isBroken = refusalOf(credential) !== undefined && !isExpired(credential);
  const mends = isBroken || Boolean(credential.warnings?.length);
  const maySave = isValid && (!isUnchanged || mends) && !isSaving;

  const save = async () => {
    setSaving(true);
    await editing.save(parts);
    setSaving(false);
  };

  return (
    <PageSection variant="light">
      <Form
        className="keycloak__form api-credentials__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (maySave) {
            void save();
          }
        }}
      >
        {otherProblems.map((problem) => (
          <Alert key={problem.field + problem.errorMessage} isInline variant="danger" title={textOf(problem)} />
        ))}
        {children}
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
    </PageSection>
  );
};
