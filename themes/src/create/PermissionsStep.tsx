import { Button } from "@patternfly/react-core";
import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import { PermissionTable } from "../form/PermissionTable";

/** The table of permissions, and a way past it. */
export const PermissionsStep = (table: ComponentProps<typeof PermissionTable>) => {
  const { t } = useTranslation();
  return (
    <>
      <Button variant="secondary" className="api-credentials__skip" onClick={focusNext}>
        {t("apiCredentials.permissions.skip")}
      </Button>
      <PermissionTable {...table} />
    </>
  );
};

/** The table has many controls: a keyboard that changes none of them passes them by one key. */
function focusNext() {
  document.querySelector<HTMLElement>('[data-testid="wizard-next"]')?.focus();
}
