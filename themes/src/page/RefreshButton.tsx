import { Button } from "@patternfly/react-core";
import { SyncAltIcon } from "@patternfly/react-icons";
import { useTranslation } from "react-i18next";

/** Loads a list once more. */
export const RefreshButton = ({ onRefresh }: { onRefresh: () => void }) => {
  const { t } = useTranslation();
  return (
    <Button
      variant="plain"
      data-testid="refresh"
      aria-label={t("refresh")}
      title={t("refresh")}
      onClick={onRefresh}
    >
      <SyncAltIcon />
    </Button>
  );
};
