import { useRealm } from "@keycloak/keycloak-admin-ui";
import { KeycloakDataTable, ListEmptyState } from "@keycloak/keycloak-ui-shared";
import { Alert, Divider, ToolbarItem } from "@patternfly/react-core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router-dom";
import type { AuditRecord } from "../api/auditTypes";
import { inPages } from "../api/inPages";
import { useAuditApi } from "../api/useAuditApi";
import { LoadFailure } from "../page/LoadFailure";
import { toDetail } from "../page/paths";
import { Section } from "../page/Section";
import { useTime } from "../page/useTime";
import { AuditFilters } from "./AuditFilters";
import { deletedIn } from "./deleted";
import { addressOf, enteredOf, filterOf } from "./filtering";
import { RecordDetail } from "./RecordDetail";
import { useDownload } from "./useDownload";
import { useOperationName } from "./useOperationName";
import { useVerification } from "./useVerification";

/** Who changed what of the credentials of the realm, and whether these records are as they were written. */
const AuditPage = () => {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const api = useAuditApi();
  const time = useTime("second");
  const operationName = useOperationName();
  const [address, setAddress] = useSearchParams();
  const [isRecorded, setRecorded] = useState(true);
  const [failure, setFailure] = useState<unknown>();
  const [tries, setTries] = useState(0);
  // They come before what was done earlier with the same credential, so that they are known when that is shown.
  const deleted = useRef(new Set<string>());
  const entered = enteredOf(address);
  const filter = filterOf(entered);
  const verification = useVerification();
  const downloads = useDownload(filter);

  return (
    <Section active="audit">
      <AuditFilters entered={entered} onChange={(next) => setAddress(addressOf(next), { replace: true })}>
        <ToolbarItem>{verification.button}</ToolbarItem>
        {downloads.map((download) => (
          <ToolbarItem key={download.key}>{download}</ToolbarItem>
        ))}
      </AuditFilters>
      {verification.result}
      {!isRecorded && (
        <Alert isInline variant="warning" component="h2" data-testid="audit-not-recorded" title={t("apiCredentials.audit.notRecorded")} />
      )}
      <Divider />
      <div className="api-credentials__records">
        <KeycloakDataTable<AuditRecord>
          key={`${address.toString()} ${tries}`}
          isPaginated
          ariaLabelKey="apiCredentials.audit"
          loader={async (first = 0, max = 11) => {
            try {
              const rows = await inPages(first, max, async (from, count) => {
                const { recorded, records } = await api.list(filter, from, count);
                setRecorded(recorded);
                deletedIn(records).forEach((id) => deleted.current.add(id));
                return records;
              });
              setFailure(undefined);
              return rows;
            } catch (error) {
              setFailure(error);
              return [];
            }
          }}
          columns={[
            { name: "time", displayKey: "time", cellRenderer: (record) => time(record["@timestamp"]) },
            {
              name: "what",
              displayKey: "apiCredentials.changes.what",
              cellRenderer: (record) => operationName(record["event.action"]),
            },
            { name: "credential", displayKey: "apiCredentials.approval.credential", cellRenderer: credentialOf },
            {
              name: "who",
              displayKey: "user",
              cellRenderer: (record) => record["user.name"] ?? record["user.id"] ?? actorOf(record),
            },
            { name: "from", displayKey: "ipAddress", cellRenderer: (record) => record["source.ip"] ?? "" },
          ]}
          detailColumns={[
            { name: "detail", enabled: () => true, cellRenderer: (record) => <RecordDetail record={record} /> },
          ]}
          emptyState={
            failure === undefined ? (
              <ListEmptyState
                hasIcon={false}
                message={t("apiCredentials.audit.none")}
                instructions={t("apiCredentials.audit.none.text")}
              />
            ) : (
              <LoadFailure what="audit" error={failure} onRetry={() => setTries(tries + 1)} />
            )
          }
        />
      </div>
    </Section>
  );

  function actorOf(record: AuditRecord): string {
    const kind = record["api_credential.actor"];
    return t(`apiCredentials.audit.actor.${kind}`, { defaultValue: kind });
  }

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
