import { FormGroup, FormHelperText, HelperText, HelperTextItem, Radio } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { durationIn } from "../page/time";

interface OverlapFieldProps {
  overlaps: string[];
  chosen: string;
  /** Whether it is counted from a moment that is still to come. */
  isFromPickUp: boolean;
  onChoose: (overlap: string) => void;
}

/** Asks for how long the present secret goes on working beside the new one. */
export const OverlapField = ({ overlaps, chosen, isFromPickUp, onChoose }: OverlapFieldProps) => {
  const { t, i18n } = useTranslation();
  return (
    <FormGroup role="radiogroup" isStack label={t("apiCredentials.rotate.overlap")} fieldId="overlap">
      {overlaps.map((each) => (
        <Radio
          key={each}
          id={`overlap-${each}`}
          data-testid={`overlap-${each}`}
          name="overlap"
          label={
            each === "PT0S"
              ? t("apiCredentials.rotate.atOnce")
              : t("apiCredentials.rotate.for", { duration: durationIn(i18n.language, each) })
          }
          description={each === "PT0S" ? t("apiCredentials.rotate.atOnce.help") : undefined}
          isChecked={each === chosen}
          onChange={() => onChoose(each)}
        />
      ))}
      {isFromPickUp && (
        <FormHelperText>
          <HelperText>
            <HelperTextItem>{t("apiCredentials.rotate.fromPickUp")}</HelperTextItem>
          </HelperText>
        </FormHelperText>
      )}
    </FormGroup>
  );
};
