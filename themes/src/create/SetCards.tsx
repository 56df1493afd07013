import { Card, CardBody, CardHeader, CardTitle, Gallery } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { PermissionSet } from "../api/types";
import { actionsByType } from "../form/permissions";
import { useTerms } from "../form/useTerms";

interface SetCardsProps {
  sets: PermissionSet[];
  chosen: PermissionSet | undefined;
  onChoose: (set: PermissionSet) => void;
}

/** The permission sets as cards, of which one is chosen, each with the permissions that it begins with. */
export const SetCards = ({ sets, chosen, onChoose }: SetCardsProps) => {
  const { t } = useTranslation();
  const { setName, setDescription, termOf, verbOf } = useTerms();
  return (
    <Gallery hasGutter minWidths={{ default: "280px" }} role="radiogroup" aria-label={t("apiCredentials.set")}>
      {sets.map((set) => (
        <Card
          key={set.type}
          id={`set-${set.type}`}
          data-testid={`set-${set.type}`}
          isSelectable
          isSelected={set.type === chosen?.type}
        >
          <CardHeader
            selectableActions={{
              selectableActionId: `set-${set.type}-choice`,
              selectableActionAriaLabelledby: `set-${set.type}-title`,
              name: "permission-set",
              variant: "single",
              isChecked: set.type === chosen?.type,
              onChange: () => onChoose(set),
            }}
          >
            <CardTitle id={`set-${set.type}-title`}>{setName(set, set.type)}</CardTitle>
          </CardHeader>
          <CardBody>
            {setDescription(set)}
            <p className="api-credentials__note">
              {t("apiCredentials.set.defaults", { count: set.defaultPermissions.length })}
              {actionsByType(set.defaultPermissions).map(([type, actions]) => (
                <span key={type}>
                  {termOf(set, "type", type)} – {actions.map((action) => verbOf(set, action)).join(", ")}
                </span>
              ))}
            </p>
          </CardBody>
        </Card>
      ))}
    </Gallery>
  );
};
