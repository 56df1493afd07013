import { useRealm } from "@keycloak/keycloak-admin-ui";
import { KeycloakSpinner, ListEmptyState } from "@keycloak/keycloak-ui-shared";
import { Alert, Divider, ToolbarItem } from "@patternfly/react-core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router-dom";
import type { AuditRecord } from "../api/auditTypes";
import { useAuditApi } from "../api/useAuditApi";
import { LoadFailure } from "../page/LoadFailure";
import { Pages } from "../page/Pages";
import { toDetail } from "../page/paths";
import { RefreshButton } from "../page/RefreshButton";
import { RowTable } from "../page/RowTable";
import { Section } from "../page/Section";
import { useRows } from "../page/useRows";
import { useTime } from "../page/useTime";
import { RecordDetail } from "../record/RecordDetail";
import { toldOf } from "../record/told";
import { useOperationName } from "../record/useOperationName";
import { useToldTexts } from "../record/useToldTexts";
import { AuditFilters } from "./AuditFilters";
import { deletedIn } from "./deleted";
import { addressOf, enteredOf, filterOf } from "./filtering";
import { useDownload } from "./useDownload";
import { useVerification } from "./useVerification";

/** Who changed what of the credentials of the realm, and whether these records are as they were written. */
const AuditPage = () => {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const api = useAuditApi();
  const time = useTime("second");
  const operationName = useOperationName();
  const { whoOf } = useToldTexts();
  const [address, setAddress] = useSearchParams();
  const [isRecorded, setRecorded] = useState(true);
  // They come before what was done earlier with the same credential, so that they are known when that is shown.
  const deleted = useRef(new Set<string>());
  const entered = enteredOf(address);
  const filter = filterOf(entered);
  const verification = useVerification();
  const downloads = useDownload(filter);
  const list = useRows<AuditRecord>(async (first, max) => {
    const { recorded, records } = await api.list(filter, first, max);
    setRecorded(recorded);
    deletedIn(records).forEach((id) => deleted.current.add(id));
    return records;
  }, JSON.stringify(entered));
  const { rows, failure, refresh } = list;

  return (
    <Section active="audit">
      <AuditFilters entered={entered} onChange={(next) => setAddress(addressOf(next), { replace: true })}>
        <ToolbarItem>{verification.button}</ToolbarItem>
        {downloads.map((download) => (
          <ToolbarItem key={download.key}>{download}</ToolbarItem>
        ))}
        <ToolbarItem>
          <RefreshButton onRefresh={refresh} />
        </ToolbarItem>
        <ToolbarItem variant="pagination">
          <Pages of={list} variant="top" />
        </ToolbarItem>
      </AuditFilters>
      {verification.result}
      {!isRecorded && (
        <Alert isInline variant="warning" component="h2" data-testid="audit-not-recorded" title={t("apiCredentials.audit.notRecorded")} />
      )}
      <Divider />
      {failure !== undefined && <LoadFailure what="audit" error={failure} onRetry={refresh} />}
      {rows === undefined ? (
        failure === undefined && <KeycloakSpinner />
      ) : rows.length === 0 ? (
        <ListEmptyState
          hasIcon={false}
          message={t("apiCredentials.audit.none")}
          instructions={t("apiCredentials.audit.none.text")}
        />
      ) : (
        <>
          <RowTable
            label={t("apiCredentials.audit")}
            testId="audit"
            rows={rows}
            keyOf={(record) => record["event.hash"]}
            columns={[
              { name: "time", title: t("time"), cell: (record) => time(record["@timestamp"]) },
              { name: "what", title: t("apiCredentials.changes.what"), cell: (record) => operationName(record["event.action"]) },
              { name: "credential", title: t("apiCredentials.approval.credential"), cell: credentialOf },
              { name: "who", title: t("user"), cell: (record) => whoOf(toldOf(record)) },
              { name: "from", title: t("ipAddress"), cell: (record) => record["source.ip"] },
            ]}
            detailOf={(record) => <RecordDetail told={toldOf(record)} />}
          />
          <Pages of={list} variant="bottom" />
        </>
      )}
    </Section>
  );

  /** By its name at that time; what is known to be deleted has no page any more. */
  function credentialOf(record: AuditRecord) {
    const id = record["api_credential.id"];
    if (id === undefined) {
      return "";
    }
    const name = nameIn(record["api_credential.after"]) ?? nameIn(record["api_credential.before"]) ?? id;
    return deleted.current.has(id) ? name : <Link to={toDetail(realm, id)}>{name}</Link>;
  }
};

function nameIn(state: unknown): string | undefined {
  const name = typeof state === "object" && state !== null && "name" in state ? state.name : undefined;
  return typeof name === "string" ? name : undefined;
}

export default AuditPage;
