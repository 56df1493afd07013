import { Checkbox, FormGroup, FormSelect, FormSelectOption, Radio } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { durationIn } from "../page/time";
import { type DeliveryChoice, VALIDITIES } from "./delivery";

interface DeliveryFieldsProps {
  choice: DeliveryChoice;
  onChange: (changed: DeliveryChoice) => void;
}

/** Asks whether the secret is shown here, or somebody else picks it up. */
export const DeliveryFields = ({ choice, onChange }: DeliveryFieldsProps) => {
  const { t, i18n } = useTranslation();
  const { isLink, validFor, isAddressBound } = choice;
  return (
    <>
      <FormGroup role="radiogroup" isStack label={t("apiCredentials.delivery")} fieldId="delivery">
        <Radio
          id="delivery-shown"
          data-testid="delivery-shown"
          name="delivery"
          label={t("apiCredentials.delivery.shown")}
          isChecked={!isLink}
          onChange={() => onChange({ ...choice, isLink: false })}
        />
        <Radio
          id="delivery-link"
          data-testid="delivery-link"
          name="delivery"
          label={t("apiCredentials.delivery.link")}
          description={t("apiCredentials.delivery.link.help")}
          isChecked={isLink}
          onChange={() => onChange({ ...choice, isLink: true })}
        />
      </FormGroup>
      {isLink && (
        <>
          <FormGroup label={t("apiCredentials.delivery.validFor")} fieldId="delivery-valid-for">
            <FormSelect
              id="delivery-valid-for"
              data-testid="delivery-valid-for"
              className="api-credentials__short-select"
              value={validFor}
              onChange={(_, value) => onChange({ ...choice, validFor: value })}
            >
              {VALIDITIES.map((duration) => (
                <FormSelectOption key={duration} value={duration} label={durationIn(i18n.language, duration)!} />
              ))}
            </FormSelect>
          </FormGroup>
          <Checkbox
            id="delivery-address-bound"
            data-testid="delivery-address-bound"
            label={t("apiCredentials.delivery.addressBound")}
            description={t("apiCredentials.delivery.addressBound.help")}
            isChecked={isAddressBound}
            onChange={(_, checked) => onChange({ ...choice, isAddressBound: checked })}
          />
        </>
      )}
    </>
  );
};
