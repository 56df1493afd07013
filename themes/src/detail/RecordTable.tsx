import { type DetailField, type Field, KeycloakDataTable, ListEmptyState } from "@keycloak/keycloak-ui-shared";
import { Alert, PageSection } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Records } from "../api/types";

interface RecordTableProps<T> {
  what: "usage" | "changes";
  load: (first: number, max: number) => Promise<Records<T>>;
  columns: Field<T>[];
  detailColumns?: DetailField<T>[];
}

/** What the realm has saved about a credential, the latest first; or that it saves nothing. */
export function RecordTable<T>({ what, load, columns, detailColumns }: RecordTableProps<T>) {
  const { t } = useTranslation();
  const [isRecorded, setRecorded] = useState(true);

  return (
    <PageSection variant="light" padding={{ default: "noPadding" }}>
      {!isRecorded && <Alert isInline variant="info" title={t(`apiCredentials.${what}.notRecorded`)} />}
      <KeycloakDataTable<T>
        isPaginated
        ariaLabelKey={`apiCredentials.${what}`}
        loader={async (first = 0, max = 11) => {
          const { recorded, rows } = await load(first, max);
          setRecorded(recorded);
          return rows;
        }}
        columns={columns}
        detailColumns={detailColumns}
        emptyState={
          <ListEmptyState
            hasIcon={false}
            message={t(`apiCredentials.${what}.none`)}
            instructions={t(`apiCredentials.${what}.none.text`)}
          />
        }
      />
    </PageSection>
  );
}
