import { Card, CardBody, CardHeader, CardTitle, Gallery } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { PermissionSet } from "../api/types";
import { useTerms } from "../form/useTerms";

interface SetCardsProps {
  sets: PermissionSet[];
  chosen: PermissionSet | undefined;
  onChoose: (set: PermissionSet) => void;
}

/** The permission sets as cards, of which one is chosen. */
export const SetCards = ({ sets, chosen, onChoose }: SetCardsProps) => {
  const { t } = useTranslation();
  const { setName, setDescription } = useTerms();
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
          <CardBody>{setDescription(set)}</CardBody>
        </Card>
      ))}
    </Gallery>
  );
};
