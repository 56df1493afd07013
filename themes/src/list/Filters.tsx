import { FormSelect, FormSelectOption, ToolbarItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { CredentialFilter, PermissionSet } from "../api/types";
import { useTerms } from "../form/useTerms";

interface FiltersProps {
  sets: PermissionSet[];
  filter: CredentialFilter;
  onChange: (filter: CredentialFilter) => void;
}

/** Narrows the list to one permission set and one state. */
export const Filters = ({ sets, filter, onChange }: FiltersProps) => {
  const { t } = useTranslation();
  const { setName } = useTerms();
  return (
    <>
      <ToolbarItem className="api-credentials__filter">
        <FormSelect
          aria-label={t("apiCredentials.filter.set")}
          data-testid="filter-set"
          value={filter.permissionSet ?? ""}
          onChange={(_, value) => onChange({ ...filter, permissionSet: value || undefined })}
        >
          <FormSelectOption value="" label={t("apiCredentials.filter.everySet")} />
          {sets.map((set) => (
            <FormSelectOption key={set.type} value={set.type} label={setName(set, set.type)} />
          ))}
        </FormSelect>
      </ToolbarItem>
      <ToolbarItem className="api-credentials__filter">
        <FormSelect
          aria-label={t("apiCredentials.filter.status")}
          data-testid="filter-status"
          value={filter.enabled ?? ""}
          onChange={(_, value) => onChange({ ...filter, enabled: value || undefined })}
        >
          <FormSelectOption value="" label={t("apiCredentials.filter.everyStatus")} />
          <FormSelectOption value="true" label={t("apiCredentials.enabled")} />
          <FormSelectOption value="false" label={t("apiCredentials.disabled")} />
        </FormSelect>
      </ToolbarItem>
    </>
  );
};
