import { useRealm } from "@keycloak/keycloak-admin-ui";
import { ListEmptyState } from "@keycloak/keycloak-ui-shared";
import { ButtonVariant } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router-dom";
import { useCredentialRights } from "../page/access";
import { useHandingOn } from "../page/focus";
import { toCreate } from "../page/paths";

/** Says what a credential is, and how to get the first one. */
export const NoneThere = () => {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const navigate = useNavigate();
  const { mayManage } = useCredentialRights();
  return (
    <ListEmptyState
      message={t("apiCredentials.empty.title")}
      instructions={`${t("apiCredentials.empty.text")} ${mayManage ? t("apiCredentials.empty.create") : ""}`}
      primaryActionText={mayManage ? t("apiCredentials.create.title") : undefined}
      onPrimaryAction={() => void navigate(toCreate(realm))}
    />
  );
};

export const NoneFound = ({ onClear }: { onClear: () => void }) => {
  const { t } = useTranslation();
  const within = useHandingOn<HTMLDivElement>(".api-credentials__search input");
  return (
    <div ref={within}>
      <ListEmptyState
        isSearchVariant
        message={t("noSearchResults")}
        instructions={t("noSearchResultsInstructions")}
        secondaryActions={[{ text: t("clearAllFilters"), type: ButtonVariant.link, onClick: onClear }]}
      />
    </div>
  );
};
