import { Alert, Button } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Verification } from "../api/auditTypes";
import { useAuditApi } from "../api/useAuditApi";
import { useFailure } from "../page/useFailure";
import { useTime } from "../page/useTime";

/** Asks the server whether all records are as they were written, and what it found. */
export function useVerification() {
  const { t } = useTranslation();
  const api = useAuditApi();
  const { report } = useFailure();
  const [found, setFound] = useState<Verification>();
  const [isBusy, setBusy] = useState(false);
  const verify = async () => {
    setBusy(true);
    setFound(undefined);
    try {
      setFound(await api.verify());
    } catch (error) {
      report("verify", error);
    } finally {
      setBusy(false);
    }
  };
  return {
    button: (
      <Button
        variant="secondary"
        data-testid="audit-verify"
        isLoading={isBusy}
        isAriaDisabled={isBusy}
        onClick={() => !isBusy && void verify()}
      >
        {t("apiCredentials.audit.verify")}
      </Button>
    ),
    result: found && <Result found={found} />,
  };
}

const Result = ({ found: { intact, records, verifiedAt, head, pruned, broken } }: { found: Verification }) => {
  const { t, i18n } = useTranslation();
  const time = useTime("second");
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <Alert
      isInline
      isLiveRegion
      component="h2"
      variant={intact ? "success" : "danger"}
      data-testid="audit-verified"
      title={
        broken
          ? t("apiCredentials.audit.broken", { sequence: number.format(broken.sequence) })
          : t("apiCredentials.audit.intact", { count: records, number: number.format(records) })
      }
    >
      {broken && <p>{t(`apiCredentials.audit.fault.${broken.fault}`, { defaultValue: broken.message })}</p>}
      {intact && (
        <p>
          {t("apiCredentials.audit.head", { sequence: number.format(head.sequence), time: time(verifiedAt) })}{" "}
          <code className="api-credentials__hash">{head.hash}</code>
        </p>
      )}
      {pruned && <p>{t("apiCredentials.audit.pruned", { sequence: number.format(pruned.sequence) })}</p>}
    </Alert>
  );
};
