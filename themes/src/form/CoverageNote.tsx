import { Alert } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { coverageOf } from "./addresses";

/** From how many addresses a list lets somebody in, and a warning where that is hardly a limit. */
export const CoverageNote = ({ entries }: { entries: string[] }) => {
  const { t, i18n } = useTranslation();
  const { addresses, isEverything, isWide } = coverageOf(entries);
  const params = { count: addresses, number: new Intl.NumberFormat(i18n.language).format(addresses) };
  const title = isEverything
    ? t("apiCredentials.addresses.coverage.everything", params)
    : isWide
      ? t("apiCredentials.addresses.coverage.wide", params)
      : t("apiCredentials.addresses.coverage", params);
  return (
    <div aria-live="polite" data-testid="coverage">
      {isWide ? (
        <Alert isInline isPlain variant="warning" title={title} />
      ) : (
        addresses > 0 && <span className="api-credentials__note">{title}</span>
      )}
    </div>
  );
};
