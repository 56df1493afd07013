import { Alert, PageSection } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { PermissionSet } from "../api/types";
import { arePermissionsValid } from "../form/permissionChecks";
import { PermissionsAttention } from "../form/PermissionsAttention";
import { PermissionTable } from "../form/PermissionTable";
import { ReadPermissionTable } from "../form/ReadPermissionTable";
import { problemsElsewhere, problemsWithin } from "../problem/problems";
import { EditForm, type EditTabProps } from "./EditForm";

/** The permissions; they can only be looked at if the set is no longer offered. */
export const PermissionsTab = ({ set, editing, isReadOnly, settings }: EditTabProps & { set: PermissionSet | undefined }) => {
  const { t } = useTranslation();
  const { credential, draft, problems } = editing;
  if (set === undefined) {
    return (
      <PageSection variant="light">
        <Alert isInline variant="danger" title={t("apiCredentials.set.unknown", { set: credential.permissionSet })} />
        <ReadPermissionTable set={set} rows={draft.rows} />
      </PageSection>
    );
  }
  if (isReadOnly) {
    return (
      <PageSection variant="light">
        <ReadPermissionTable set={set} rows={draft.rows} />
      </PageSection>
    );
  }
  return (
    <EditForm
      editing={editing}
      settings={settings}
      parts={["rows"]}
      isValid={arePermissionsValid(set, draft.rows)}
      otherProblems={problemsElsewhere(problems, "permissions", "reason")}
      attention={<PermissionsAttention set={set} rows={draft.rows} />}
    >
      <PermissionTable
        set={set}
        rows={draft.rows}
        problems={problemsWithin(problems, "permissions")}
        onChange={(rows) => editing.edit({ rows })}
      />
    </EditForm>
  );
};
