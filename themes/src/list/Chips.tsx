import { Badge, Button } from "@patternfly/react-core";
import { CheckIcon } from "@patternfly/react-icons";
import { useTranslation } from "react-i18next";
import { CHIPS, isOn, pressed } from "./chips";
import { useChipCounts } from "./useChipCounts";
import type { Loaded } from "./useListing";

/** What somebody should look at, a press each; with how many there are in the realm. */
export const Chips = ({ listing: { filter, narrow, version } }: { listing: Loaded }) => {
  const { t, i18n } = useTranslation();
  const counts = useChipCounts(version);
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <div role="group" aria-label={t("apiCredentials.filter.attention")} className="api-credentials__chip-group">
      {CHIPS.map((chip) => {
        const isChosen = isOn(chip, filter);
        const count = counts[chip];
        return (
          <Button
            key={chip}
            size="sm"
            variant="tertiary"
            aria-pressed={isChosen}
            isActive={isChosen}
            data-testid={`chip-${chip}`}
            icon={isChosen ? <CheckIcon aria-hidden="true" /> : undefined}
            onClick={() => narrow(pressed(chip, filter))}
          >
            {t(`apiCredentials.filter.${chip}`)}{" "}
            {count !== undefined && (
              <Badge isRead={count === 0} screenReaderText={t("apiCredentials.filter.found", { count })}>
                {number.format(count)}
              </Badge>
            )}
          </Button>
        );
      })}
    </div>
  );
};
