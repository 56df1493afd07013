import { ViewHeader } from "@keycloak/keycloak-admin-ui";
import { KeycloakSpinner } from "@keycloak/keycloak-ui-shared";
import { ActionGroup, Alert, Button, Form, Modal, ModalVariant, PageSection } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isReasonValid } from "../form/reason";
import { RequestReason } from "../form/RequestReason";
import { useCredentialRights } from "../page/access";
import { useUnsaved } from "../page/Leaving";
import { LoadFailure } from "../page/LoadFailure";
import { problemsElsewhere } from "../problem/problems";
import { useWording } from "../problem/useWording";
import { PendingNotice } from "../state/PendingNotice";
import { DryRunResult } from "./DryRunResult";
import { changesApproval, draftOf, isSame, isValid, PATHS } from "./fields";
import { PresetCards } from "./PresetCards";
import { SettingsForm } from "./SettingsForm";
import { type SettingsEditing, useSettingsEditing } from "./useSettingsEditing";

/** What the realm asks of all its credentials. */
const SettingsPage = () => {
  const editing = useSettingsEditing();
  return (
    <>
      <ViewHeader titleKey="apiCredentials.settings" subKey="apiCredentials.settings.intro" />
      {editing === undefined ? (
        <KeycloakSpinner />
      ) : "failure" in editing ? (
        <PageSection variant="light">
          <LoadFailure what="settings" error={editing.failure} onRetry={editing.retry} />
        </PageSection>
      ) : (
        <Editor editing={editing} />
      )}
    </>
  );
};

const Editor = ({ editing }: { editing: SettingsEditing }) => {
  const { t } = useTranslation();
  const { textOf } = useWording();
  const { mayManageSettings } = useCredentialRights();
  const { read, draft, problems, dryRun } = editing;
  const [isAsking, setAsking] = useState(false);
  const isUnchanged = isSame(draft, draftOf(read));
  const maySend = isValid(draft) && isReasonValid(editing.reason) && !isUnchanged && !editing.isSending;
  useUnsaved(mayManageSettings && !isUnchanged);

  /** Nobody is surprised: what breaks the settings is shown before they are saved. */
  const save = async () => {
    const result = await editing.check();
    if (result?.count === 0) {
      await editing.save();
    } else if (result) {
      setAsking(true);
    }
  };

  return (
    <PageSection variant="light">
      {read.warnings?.map((warning) => (
        <Alert key={warning} isInline variant="warning" title={warning} className="pf-v5-u-mb-md" />
      ))}
      {read.pending && <PendingNotice pending={read.pending} onOver={editing.reload} />}
      {!mayManageSettings && (
        <Alert isInline variant="info" title={t("apiCredentials.settings.readOnly")} className="pf-v5-u-mb-md" />
      )}
      <Form
        className="keycloak__form api-credentials__form"
        data-testid="settings-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (maySend) {
            void save();
          }
        }}
      >
        {mayManageSettings && (
          <PresetCards presets={editing.presets} onUse={(preset) => editing.edit(draftOf(preset))} />
        )}
        {problemsElsewhere(problems, "reason", ...PATHS).map((problem) => (
          <Alert key={problem.field + problem.errorMessage} isInline variant="danger" title={textOf(problem)} />
        ))}
        <SettingsForm draft={draft} problems={problems} isReadOnly={!mayManageSettings} isWaiting={read.pending !== undefined} onChange={editing.edit} />
        {changesApproval(draft, draftOf(read)) && (
          <RequestReason
            operation="settings"
            settings={read}
            reason={editing.reason}
            problems={problems}
            onChange={editing.explain}
          />
        )}
        {dryRun && !isAsking && <DryRunResult result={dryRun} />}
        {mayManageSettings && (
          <ActionGroup className="api-credentials__bar">
            <Button type="submit" data-testid="save" isAriaDisabled={!maySend}>
              {t("save")}
            </Button>
            <Button
              variant="secondary"
              data-testid="dry-run-button"
              isAriaDisabled={!maySend}
              onClick={() => void editing.check()}
            >
              {t("apiCredentials.settings.dryRun")}
            </Button>
            <Button variant="link" data-testid="revert" isAriaDisabled={isUnchanged} onClick={editing.revert}>
              {t("revert")}
            </Button>
          </ActionGroup>
        )}
      </Form>
      {isAsking && dryRun && (
        <Modal
          isOpen
          variant={ModalVariant.medium}
          title={t("apiCredentials.settings.ask")}
          data-testid="settings-ask"
          onClose={() => setAsking(false)}
          actions={[
            <Button
              key="save"
              data-testid="save-all-the-same"
              onClick={() => {
                setAsking(false);
                void editing.save();
              }}
            >
              {t("apiCredentials.settings.ask.confirm")}
            </Button>,
            <Button key="cancel" variant="link" onClick={() => setAsking(false)}>
              {t("cancel")}
            </Button>,
          ]}
        >
          <DryRunResult result={dryRun} />
        </Modal>
      )}
    </PageSection>
  );
};

export default SettingsPage;
