import { useRealm } from "@keycloak/keycloak-admin-ui";
import { Alert, Label } from "@patternfly/react-core";
import { Table, TableVariant, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import type { StopPreview } from "../api/stopTypes";
import { Ago } from "../page/Ago";
import { toDetail } from "../page/paths";
import { StopSentences } from "../state/StopSentences";
import { stopsOfMany } from "../state/stops";

/** What a stop would do: how much, and to which credentials, as far as the server names them. */
export const StopPreviewList = ({ preview: { count, withdrawn, tokensRevoked, uses, credentials } }: { preview: StopPreview }) => {
  const { t, i18n } = useTranslation();
  const { realm } = useRealm();
  const number = new Intl.NumberFormat(i18n.language);
  if (credentials.length === 0) {
    return <Alert isInline isLiveRegion variant="info" component="h2" data-testid="stop-preview" title={t("apiCredentials.stop.none")} />;
  }
  const stops = stopsOfMany(uses);
  const columns = { name: t("apiCredentials.name"), lastUsed: t("apiCredentials.lastUsed") };
  // Those with a request that are disabled already are not among the count.
  const more = Math.max(0, count - credentials.filter(({ enabled }) => enabled).length);
  return (
    <div data-testid="stop-preview">
      <Alert
        isInline
        isLiveRegion
        variant="warning"
        component="h2"
        title={t("apiCredentials.stop.found", { count, number: number.format(count) })}
      >
        <p data-testid="stop-uses">
          {stops && !uses.period.recorded && <>{t("apiCredentials.stops.notCounted")} </>}
          {stops ? <StopSentences stops={stops} isOfMany /> : t("apiCredentials.stops.unknown")}
        </p>
        {withdrawn > 0 && (
          <p>{t("apiCredentials.stop.withdraws", { count: withdrawn, number: number.format(withdrawn) })}</p>
        )}
        {tokensRevoked > 0 && (
          <p>{t("apiCredentials.stop.revokes", { count: tokensRevoked, number: number.format(tokensRevoked) })}</p>
        )}
      </Alert>
      {/* What is scrolled has to be reached by keyboard. */}
      <div className="api-credentials__stop-targets" tabIndex={0} role="region" aria-label={t("apiCredentials.stop.targets")}>
        <Table variant={TableVariant.compact} aria-label={t("apiCredentials.stop.targets")}>
          <Thead>
            <Tr>
              <Th width={60}>{columns.name}</Th>
              <Th>{columns.lastUsed}</Th>
            </Tr>
          </Thead>
          <Tbody>
            {credentials.map(({ id, name, clientId, lastUsedAt, withdraws, tokensRevoked: isOff }) => (
              <Tr key={id}>
                <Td dataLabel={columns.name} modifier="breakWord">
                  <Link to={toDetail(realm, id)} target="_blank" rel="noreferrer">
                    {name ?? clientId}
                  </Link>{" "}
                  {withdraws && (
                    <Label isCompact color="blue">
                      {t("apiCredentials.stop.withdraws.short")}
                    </Label>
                  )}
                  {isOff && <Label isCompact>{t("apiCredentials.stop.revokes.short")}</Label>}
                </Td>
                <Td dataLabel={columns.lastUsed}>
                  {lastUsedAt ? <Ago instant={lastUsedAt} /> : t("apiCredentials.lastUsed.none")}
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      </div>
      {more > 0 && <p>{t("apiCredentials.settings.dryRun.more", { count: more, number: number.format(more) })}</p>}
    </div>
  );
};
