import { type DetailField, type Field, KeycloakDataTable, ListEmptyState } from "@keycloak/keycloak-ui-shared";
import { Alert, PageSection } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Recording, Records } from "../api/types";
import { LoadFailure } from "../page/LoadFailure";
import { Recorded } from "../page/Recorded";

interface RecordTableProps<T> {
  what: "usage" | "changes";
  load: (first: number, max: number) => Promise<Records<T>>;
  columns: Field<T>[];
  detailColumns?: DetailField<T>[];
}

/** What the realm has saved about a credential, the latest first; where that is nothing, whether it saves anything. */
export function RecordTable<T>({ what, load, columns, detailColumns }: RecordTableProps<T>) {
  const { t } = useTranslation();
  const [loaded, setLoaded] = useState<{ recording: Recording; isEmpty: boolean }>();
  const [failure, setFailure] = useState<unknown>();
  const [tries, setTries] = useState(0);
  const recording = loaded?.recording ?? { recorded: true };

  return (
    <PageSection variant="light" padding={{ default: "noPadding" }} className="api-credentials__records">
      {loaded &&
        !loaded.isEmpty &&
        (recording.recorded ? (
          <p data-testid="recording" className="api-credentials__recording">
            <Recorded what={what} recording={recording} />
          </p>
        ) : (
          <Alert isInline variant="warning" data-testid="recording" title={<Recorded what={what} recording={recording} />} />
        ))}
      <KeycloakDataTable<T>
        key={tries}
        isPaginated
        ariaLabelKey={`apiCredentials.${what}`}
        loader={async (first = 0, max = 11) => {
          try {
            const { rows, ...told } = await load(first, max);
            setFailure(undefined);
            setLoaded({ recording: told, isEmpty: rows.length === 0 });
            return rows;
          } catch (error) {
            setFailure(error);
            setLoaded(undefined);
            return [];
          }
        }}
        columns={columns}
        detailColumns={detailColumns}
        emptyState={
          failure === undefined ? (
            <ListEmptyState
              hasIcon={false}
              message={t(recording.recorded ? `apiCredentials.${what}.none` : `apiCredentials.${what}.notRecorded`)}
              instructions={<Recorded what={what} recording={recording} />}
            />
          ) : (
            <LoadFailure what={what} error={failure} onRetry={() => setTries(tries + 1)} />
          )
        }
      />
    </PageSection>
  );
}
