import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { AlertVariant, Button } from "@patternfly/react-core";
import { useRealm } from "@keycloak/keycloak-admin-ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AuditFilter, ExportFormat } from "../api/auditTypes";
import { MOST_BYTES, useAuditApi } from "../api/useAuditApi";
import { useFailure } from "../page/useFailure";

const MEGABYTE = 1024 * 1024;

/** Saves the records that the filter leaves as a file; what is too large for a page of the browser has to be asked for by other means. */
export function useDownload(filter: AuditFilter): JSX.Element[] {
  const { t, i18n } = useTranslation();
  const { realm } = useRealm();
  const api = useAuditApi();
  const { addAlert } = useAlerts();
  const { report } = useFailure();
  const [busy, setBusy] = useState<ExportFormat>();
  const download = async (format: ExportFormat) => {
    setBusy(format);
    try {
      const file = await api.download(filter, format);
      if (file) {
        save(file, `api-credentials-audit-${realm}.${format}`);
      } else {
        const size = new Intl.NumberFormat(i18n.language).format(MOST_BYTES / MEGABYTE);
        addAlert(t("apiCredentials.audit.tooLarge", { size }), AlertVariant.warning);
      }
    } catch (error) {
      report("download", error);
    } finally {
      setBusy(undefined);
    }
  };
  return (["ndjson", "csv"] as const).map((format) => (
    <Button
      key={format}
      variant="link"
      data-testid={`audit-${format}`}
      isLoading={busy === format}
      isAriaDisabled={busy !== undefined}
      onClick={() => busy === undefined && void download(format)}
    >
      {t("apiCredentials.audit.download", { format: format.toUpperCase() })}
    </Button>
  ));
}

function save(file: Blob, name: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
