import { Button, Label, LabelGroup } from "@patternfly/react-core";
import { Table, TableVariant, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import type { Secrets } from "../api/secretTypes";
import { Ago } from "../page/Ago";
import { useTime } from "../page/useTime";
import { isInUse } from "./secrets";

interface SecretTableProps {
  secrets: Secrets;
  /** Ends the one that was replaced; undefined for a user who may only look. */
  onEnd: (() => void) | undefined;
}

/** The secrets of a credential, the newest first, and how each is used. */
export const SecretTable = ({ secrets: all, onEnd }: SecretTableProps) => {
  const { recorded, secrets } = all;
  const { t, i18n } = useTranslation();
  const time = useTime();
  const number = new Intl.NumberFormat(i18n.language);
  const columns = {
    secret: t("apiCredentials.secrets.secret"),
    createdAt: t("apiCredentials.createdAt"),
    endsAt: t("apiCredentials.secrets.endsAt"),
    lastUsed: t("apiCredentials.lastUsed"),
    day: t("apiCredentials.secrets.day"),
    week: t("apiCredentials.secrets.week"),
  };
  const count = (uses: number) =>
    recorded || uses > 0 ? number.format(uses) : t("apiCredentials.notRecorded");

  return (
    <Table variant={TableVariant.compact} aria-label={t("apiCredentials.secrets")} data-testid="secrets">
      <Thead>
        <Tr>
          {Object.entries(columns).map(([name, title]) => (
            <Th key={name} modifier="nowrap">
              {title}
            </Th>
          ))}
          {onEnd && <Th screenReaderText={t("action")} />}
        </Tr>
      </Thead>
      <Tbody>
        {secrets.map((secret, index) => {
          const isReplaced = index > 0 && secret.inForce;
          const state = index === 0 ? "newest" : isReplaced ? "replaced" : "ended";
          return (
            <Tr key={secret.id} data-secret={state}>
              <Td dataLabel={columns.secret}>
                <LabelGroup isCompact numLabels={3} aria-label={columns.secret}>
                  <Label isCompact color={STATE_COLORS[state]}>
                    {t(`apiCredentials.secrets.state.${state}`)}
                  </Label>
                  {isInUse(all, secret) && (
                    <Label isCompact color="blue" data-testid="in-use">
                      {t("apiCredentials.secrets.inUse")}
                    </Label>
                  )}
                  {secret.environment && (
                    <Label isCompact variant="outline">
                      {t(`apiCredentials.environment.${secret.environment}`, { defaultValue: secret.environment })}
                    </Label>
                  )}
                </LabelGroup>
                <div className="api-credentials__secret-id">
                  <code>{secret.id}</code>
                </div>
              </Td>
              <Td dataLabel={columns.createdAt}>{time(secret.createdAt)}</Td>
              <Td dataLabel={columns.endsAt}>
                {secret.expiresAt ? time(secret.expiresAt) : t("apiCredentials.secrets.noEnd")}
              </Td>
              <Td dataLabel={columns.lastUsed}>
                {secret.lastUsedAt ? (
                  <>
                    <Ago instant={secret.lastUsedAt} />
                    {secret.lastUsedFrom && <div>{secret.lastUsedFrom}</div>}
                  </>
                ) : (
                  t(recorded ? "apiCredentials.lastUsed.none" : "apiCredentials.notRecorded")
                )}
              </Td>
              <Td dataLabel={columns.day}>{count(secret.usesInLastDay)}</Td>
              <Td dataLabel={columns.week}>{count(secret.usesInLastWeek)}</Td>
              {onEnd && (
                <Td modifier="fitContent">
                  {isReplaced && (
                    <Button variant="secondary" isDanger data-testid="end-secret" onClick={onEnd}>
                      {t("apiCredentials.secrets.end")}
                    </Button>
                  )}
                </Td>
              )}
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
};

const STATE_COLORS = { newest: "green", replaced: "gold", ended: "grey" } as const;
