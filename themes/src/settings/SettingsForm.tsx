import { FormSection } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Problem } from "../api/types";
import type { Draft } from "./fields";
import { OperationsSetting } from "./OperationsSetting";
import { ChoiceSetting, FlagSetting, TextSetting } from "./SettingFields";

interface SettingsFormProps {
  draft: Draft;
  problems: Problem[];
  isReadOnly: boolean;
  /** Whether a change waits of what waits for approval; it has to be decided before another one. */
  isWaiting: boolean;
  onChange: (change: Partial<Draft>) => void;
}

/** All settings, in groups of those that belong together. */
export const SettingsForm = ({ isWaiting, ...props }: SettingsFormProps) => {
  const approval = { ...props, isReadOnly: props.isReadOnly || isWaiting };
  const { t } = useTranslation();
  return (
    <>
      <FormSection title={t("apiCredentials.settings.general")} titleElement="h2">
        <ChoiceSetting {...props} path="environment" />
        <TextSetting {...props} path="audience" />
        <TextSetting {...props} path="tokenLifespan" />
        <ChoiceSetting {...props} path="signatureAlgorithm" />
        <FlagSetting {...props} path="token.scope" />
        <ChoiceSetting {...props} path="token.permissions" />
        <ChoiceSetting {...props} path="token.type" />
      </FormSection>
      <FormSection title={t("apiCredentials.addresses")} titleElement="h2">
        <FlagSetting {...props} path="addresses.allAllowed" />
        <TextSetting {...props} path="addresses.widestPrefix" />
      </FormSection>
      <FormSection title={t("apiCredentials.settings.ownerAndExpiry")} titleElement="h2">
        <FlagSetting {...props} path="owner.required" />
        <FlagSetting {...props} path="expiry.required" />
        <TextSetting {...props} path="expiry.maxDays" />
      </FormSection>
      <FormSection title={t("apiCredentials.secrets")} titleElement="h2">
        <TextSetting {...props} path="rotation.everyDays" />
        <ChoiceSetting {...props} path="rotation.maxOverlap" />
      </FormSection>
      <FormSection title={t("apiCredentials.settings.approval")} titleElement="h2">
        <OperationsSetting {...approval} path="approval.operations" />
        <TextSetting {...approval} path="approval.approvals" />
        <ChoiceSetting {...approval} path="approval.timeout" />
        <FlagSetting {...approval} path="approval.serviceAccounts" />
      </FormSection>
      <FormSection title={t("apiCredentials.settings.unusedAndNotices")} titleElement="h2">
        <TextSetting {...props} path="unused.disableAfterDays" />
        <FlagSetting {...props} path="notices.email" />
      </FormSection>
    </>
  );
};
