import { FormSelect, FormSelectOption, SearchInput, ToolbarItem } from "@patternfly/react-core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CredentialFilter } from "../api/types";
import { searched, SEARCHES, searchOf } from "./searching";

interface SearchFieldProps {
  filter: CredentialFilter;
  onChange: (change: CredentialFilter) => void;
}

const EXAMPLES = { address: "203.0.113.7", permission: "balances:read" };

/** Looks credentials up by their texts, by where they may come from, or by what they may do. */
export const SearchField = ({ filter, onChange }: SearchFieldProps) => {
  const { t } = useTranslation();
  const given = searchOf(filter);
  const [by, setBy] = useState(given.by);
  const [text, setText] = useState(given.text);
  // Another address of the page may bring another search.
  useEffect(() => {
    setText(given.text);
    if (given.text !== "") {
      setBy(given.by);
    }
  }, [given.by, given.text]);
  const help = by === "search" ? t("apiCredentials.search") : t(`apiCredentials.search.${by}.help`);

  return (
    <>
      <ToolbarItem className="api-credentials__filter">
        <FormSelect
          aria-label={t("apiCredentials.search.by")}
          data-testid="search-by"
          value={by}
          onChange={(_, value) => setBy(value as typeof by)}
        >
          {SEARCHES.map((each) => (
            <FormSelectOption key={each} value={each} label={t(`apiCredentials.search.${each}`)} />
          ))}
        </FormSelect>
      </ToolbarItem>
      <ToolbarItem className="api-credentials__search">
        <SearchInput
          aria-label={help}
          title={help}
          placeholder={by === "search" ? t("search") : EXAMPLES[by]}
          value={text}
          onChange={(_, typed) => setText(typed)}
          onSearch={() => onChange(searched(by, text))}
          onClear={() => {
            setText("");
            onChange(searched(by, ""));
          }}
        />
      </ToolbarItem>
    </>
  );
};
