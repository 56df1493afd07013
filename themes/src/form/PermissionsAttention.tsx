import { Button } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { PermissionSet } from "../api/types";
import { checkPermissions } from "./permissionChecks";
import type { PermissionRow } from "./permissions";

interface PermissionsAttentionProps {
  set: PermissionSet;
  rows: PermissionRow[];
}

/** Beside the button that cannot be pressed: how many permissions are in its way, and the way to the first of them. */
export const PermissionsAttention = ({ set, rows }: PermissionsAttentionProps) => {
  const { t } = useTranslation();
  const problems = checkPermissions(set, rows);
  const first = problems.findIndex((problem) => problem !== undefined);
  if (first < 0) {
    return null;
  }
  const goTo = () => {
    document.querySelector<HTMLElement>(`[data-testid="permission-${first}-${problems[first]!.at}"]`)?.focus();
  };
  return (
    <Button variant="link" isDanger isInline data-testid="permissions-attention" onClick={goTo}>
      {t("apiCredentials.permissions.attention", {
        count: problems.filter((problem) => problem !== undefined).length,
      })}
    </Button>
  );
};
