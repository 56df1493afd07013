import { FormSelect, FormSelectOption, ToolbarItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { CredentialFilter, PermissionSet } from "../api/types";
import { useTerms } from "../form/useTerms";
import { ofStatus, type Status, statusOf } from "./listing";
import { SearchField } from "./SearchField";

interface FiltersProps {
  sets: PermissionSet[];
  filter: CredentialFilter;
  onChange: (change: CredentialFilter) => void;
}

/** Narrows the list to what is searched for, to one permission set and to one state. */
export const Filters = ({ sets, filter, onChange }: FiltersProps) => {
  const { t } = useTranslation();
  const { setName } = useTerms();

  return (
    <>
      <SearchField filter={filter} onChange={onChange} />
      <ToolbarItem className="api-credentials__filter">
        <FormSelect
          aria-label={t("apiCredentials.filter.set")}
          data-testid="filter-set"
          value={filter.permissionSet ?? ""}
          onChange={(_, value) => onChange({ permissionSet: value || undefined })}
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
          value={statusOf(filter)}
          onChange={(_, value) => onChange(ofStatus(value as Status))}
        >
          <FormSelectOption value="" label={t("apiCredentials.filter.everyStatus")} />
          <FormSelectOption value="true" label={t("apiCredentials.enabled")} />
          <FormSelectOption value="false" label={t("apiCredentials.disabled")} />
          <FormSelectOption value="expired" label={t("apiCredentials.expired")} />
        </FormSelect>
      </ToolbarItem>
    </>
  );
};
