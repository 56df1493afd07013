import { Alert, ActionGroup, Button, Form, PageSection } from "@patternfly/react-core";
import { type PropsWithChildren, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../api/types";
import type { Editing } from "./useEditing";

/** What each tab with something to edit is given. */
export interface EditTabProps {
  editing: Editing;
  isReadOnly: boolean;
}

interface EditFormProps {
  isReadOnly: boolean;
  isValid: boolean;
  /** Problems of parts that this tab does not show. */
  otherProblems: Problem[];
  onSave: () => Promise<void>;
  onRevert: () => void;
}

/** The frame of a tab's form, with the stock console's two buttons. */
export const EditForm = ({
  isReadOnly,
  isValid,
  otherProblems,
  onSave,
  onRevert,
  children,
}: PropsWithChildren<EditFormProps>) => {
  const { t } = useTranslation();
  const [isSaving, setSaving] = useState(false);

  const save = async () => {
    setSaving(true);
    await onSave();
    setSaving(false);
  };

  return (
    <PageSection variant="light">
      <Form
        className="keycloak__form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {otherProblems.map(({ field, errorMessage }) => (
          <Alert key={field + errorMessage} isInline variant="danger" title={errorMessage} />
        ))}
        {children}
        {!isReadOnly && (
          <ActionGroup>
            <Button type="submit" data-testid="save" isDisabled={!isValid || isSaving}>
              {t("save")}
            </Button>
            <Button variant="link" data-testid="revert" onClick={onRevert}>
              {t("revert")}
            </Button>
          </ActionGroup>
        )}
      </Form>
    </PageSection>
  );
};
