import { Button, Card, CardBody, CardFooter, CardTitle, Gallery } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Settings } from "../api/types";

interface PresetCardsProps {
  presets: Record<string, Settings>;
  onUse: (settings: Settings) => void;
}

/** Settings to start from; they fill in the form and save nothing. */
export const PresetCards = ({ presets, onUse }: PresetCardsProps) => {
  const { t } = useTranslation();
  return (
    <Gallery hasGutter minWidths={{ default: "280px" }}>
      {Object.entries(presets).map(([name, settings]) => {
        const title = t(`apiCredentials.environment.${name}`, { defaultValue: name });
        return (
          <Card key={name} isFlat data-testid={`preset-${name}`}>
            <CardTitle component="h2">{title}</CardTitle>
            <CardBody>{t(`apiCredentials.settings.preset.${name}`, { defaultValue: "" })}</CardBody>
            <CardFooter>
              <Button
                variant="secondary"
                data-testid={`use-${name}`}
                aria-label={t("apiCredentials.settings.preset.useWhat", { what: title })}
                onClick={() => onUse(settings)}
              >
                {t("apiCredentials.settings.preset.use")}
              </Button>
            </CardFooter>
          </Card>
        );
      })}
    </Gallery>
  );
};
