import { Checkbox, Form, Stack, StackItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Credential, Settings } from "../api/types";
import { RequestReason } from "../form/RequestReason";
import { WhatStops } from "./WhatStops";

/** What is asked before it is done. */
export type Act = "enable" | "disable" | "delete";

interface StateQuestionProps {
  what: Act;
  credential: Credential;
  settings: Settings | undefined;
  revokesTokens: boolean;
  reason: string;
  onRevokesTokens: (revokes: boolean) => void;
  onReason: (reason: string) => void;
}

/** What would happen to a credential, and what there is to choose with it. */
export const StateQuestion = ({
  what,
  credential,
  settings,
  revokesTokens,
  reason,
  onRevokesTokens,
  onReason,
}: StateQuestionProps) => {
  const { t } = useTranslation();
  const endsSomething = what !== "enable";
  const mayWait = what !== "disable";
  return (
    <Stack hasGutter className="api-credentials__question">
      <StackItem>{t(`apiCredentials.${what}.text`, { name: credential.name })}</StackItem>
      {endsSomething && (
        <>
          <StackItem>
            <WhatStops credential={credential} change={what} />
          </StackItem>
          <StackItem>
            <Checkbox
              id="revoke-tokens"
              data-testid="revoke-tokens"
              label={t("apiCredentials.revokeTokens")}
              description={t("apiCredentials.revokeTokens.help")}
              isChecked={revokesTokens}
              onChange={(_, checked) => onRevokesTokens(checked)}
            />
          </StackItem>
        </>
      )}
      {mayWait && (
        <Form onSubmit={(event) => event.preventDefault()}>
          <RequestReason operation={what} settings={settings} reason={reason} onChange={onReason} />
        </Form>
      )}
    </Stack>
  );
};
