import { Alert, PageSection } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PermissionSet } from "../api/types";
import { arePermissionsValid, PermissionTable } from "../form/PermissionTable";
import { permissionsOf, rowsOf } from "../form/permissions";
import { problemsWithin } from "../form/problems";
import { EditForm, type EditTabProps } from "./EditForm";

/** The permissions; none can be chosen if the set is no longer offered. */
export const PermissionsTab = ({ set, ...props }: EditTabProps & { set: PermissionSet | undefined }) => {
  const { t } = useTranslation();
  return set === undefined ? (
    <PageSection variant="light">
      <Alert isInline variant="danger" title={t("apiCredentials.set.unknown", { set: props.credential.permissionSet })} />
    </PageSection>
  ) : (
    <Editor set={set} {...props} />
  );
};

const Editor = ({ credential, set, problems, isReadOnly, onSave }: EditTabProps & { set: PermissionSet }) => {
  const held = rowsOf(credential.permissions ?? []);
  const [rows, setRows] = useState(held);
  const own = problemsWithin(problems, "permissions");
  return (
    <EditForm
      isReadOnly={isReadOnly}
      isValid={arePermissionsValid(set, rows)}
      otherProblems={problems.filter((problem) => !own.includes(problem) && problem.field !== "updatedAt")}
      onSave={() => onSave({ permissions: permissionsOf(rows) })}
      onRevert={() => setRows(held)}
    >
      <PermissionTable set={set} rows={rows} problems={own} isReadOnly={isReadOnly} onChange={setRows} />
    </EditForm>
  );
};
