import { Button, FormSelect, FormSelectOption, TextInput, Toolbar, ToolbarContent, ToolbarItem } from "@patternfly/react-core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ReactNode } from "react";
import { type Entered, OPERATIONS } from "./filtering";
import { useOperationName } from "../record/useOperationName";

interface AuditFiltersProps {
  entered: Entered;
  onChange: (entered: Entered) => void;
  /** What stands beside them. */
  children: ReactNode;
}

/** Narrows the records to a time, a credential, somebody, and an operation. */
export const AuditFilters = ({ entered, onChange, children }: AuditFiltersProps) => {
  const { t } = useTranslation();
  const operationName = useOperationName();
  const [draft, setDraft] = useState(entered);
  // Another address of the page may bring another filter.
  useEffect(() => setDraft(entered), [JSON.stringify(entered)]);
  const field = (name: "credential" | "actor") => (
    <ToolbarItem className="api-credentials__search">
      <TextInput
        id={`audit-${name}`}
        data-testid={`audit-${name}`}
        aria-label={t(`apiCredentials.audit.${name}`)}
        title={t(`apiCredentials.audit.${name}`)}
        placeholder={t(`apiCredentials.audit.${name}.short`)}
        value={draft[name] ?? ""}
        onChange={(_, text) => setDraft({ ...draft, [name]: text })}
      />
    </ToolbarItem>
  );
  const day = (name: "from" | "to") => (
    <ToolbarItem>
      <label htmlFor={`audit-${name}`}>
        {t(`apiCredentials.audit.${name}`)}{" "}
        <TextInput
          id={`audit-${name}`}
          data-testid={`audit-${name}`}
          className="api-credentials__day"
          type="date"
          value={draft[name] ?? ""}
          onChange={(_, text) => setDraft({ ...draft, [name]: text })}
        />
      </label>
    </ToolbarItem>
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onChange(draft);
      }}
    >
      <Toolbar data-testid="audit-toolbar" className="api-credentials__toolbar">
        <ToolbarContent>
          {day("from")}
          {day("to")}
          {field("credential")}
          {field("actor")}
          <ToolbarItem className="api-credentials__filter">
            <FormSelect
              aria-label={t("apiCredentials.audit.operation")}
              data-testid="audit-operation"
              value={draft.operation ?? ""}
              onChange={(_, operation) => setDraft({ ...draft, operation })}
            >
              <FormSelectOption value="" label={t("apiCredentials.audit.operation.every")} />
              {OPERATIONS.map((operation) => (
                <FormSelectOption key={operation} value={operation} label={operationName(operation)} />
              ))}
            </FormSelect>
          </ToolbarItem>
          <ToolbarItem>
            <Button type="submit" variant="secondary" data-testid="audit-filter">
              {t("apiCredentials.audit.filter")}
            </Button>
          </ToolbarItem>
          <ToolbarItem>
            <Button variant="link" data-testid="audit-clear" onClick={() => onChange({})}>
              {t("clearAllFilters")}
            </Button>
          </ToolbarItem>
          {children}
        </ToolbarContent>
      </Toolbar>
    </form>
  );
};
