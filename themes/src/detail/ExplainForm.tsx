import {
  ActionGroup,
  Alert,
  Button,
  Form,
  FormGroup,
  List,
  ListItem,
  PageSection,
  TextInput,
  Title,
} from "@patternfly/react-core";
import { CheckCircleIcon, MinusCircleIcon, OutlinedCircleIcon, TimesCircleIcon } from "@patternfly/react-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Explanation } from "../api/activityTypes";
import { Refusal } from "../api/refusal";
import type { Problem } from "../api/types";
import { useActivityApi } from "../api/useActivityApi";
import { FieldProblem } from "../form/FieldProblem";
import { useTerms } from "../form/useTerms";
import { useFailure } from "../page/useFailure";
import { problemAt } from "../problem/problems";

interface Asked {
  explanation?: Explanation;
  problem?: Problem;
}

/** Asks the server whether a use from an address would be admitted now. It never counts as a use. */
export const ExplainForm = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const { explain } = useActivityApi();
  const { report } = useFailure();
  const [address, setAddress] = useState("");
  const [{ explanation, problem }, setAsked] = useState<Asked>({});
  const wanted = address.trim();

  const ask = async () => {
    try {
      setAsked({ explanation: await explain(id, wanted) });
    } catch (error) {
      const found = error instanceof Refusal ? problemAt(error.problems, "address") : undefined;
      setAsked({ problem: found });
      if (!found) {
        report("explain", error);
      }
    }
  };

  return (
    <PageSection variant="light">
      <Title headingLevel="h2" size="md" className="pf-v5-u-mb-md">
        {t("apiCredentials.explain.title")}
      </Title>
      <Form
        className="keycloak__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted !== "") {
            void ask();
          }
        }}
      >
        <FormGroup label={t("ipAddress")} fieldId="explain-address">
          <TextInput
            id="explain-address"
            data-testid="explain-address"
            aria-describedby="explain-address-problem"
            value={address}
            validated={problem ? "error" : "default"}
            onChange={(_, text) => {
              setAddress(text);
              // The answer was about another address.
              setAsked({});
            }}
          />
          <FieldProblem id="explain-address-problem" problem={problem} />
        </FormGroup>
        <ActionGroup>
          <Button type="submit" variant="secondary" data-testid="explain" isAriaDisabled={wanted === ""}>
            {t("apiCredentials.explain.ask")}
          </Button>
        </ActionGroup>
      </Form>
      <div aria-live="polite">{explanation && <Answer explanation={explanation} />}</div>
    </PageSection>
  );
};

const Answer = ({ explanation: { address, admitted, reason, checks } }: { explanation: Explanation }) => {
  const { t } = useTranslation();
  const { refusalName } = useTerms();
  const stateOf = ({ passed, reached }: Explanation["checks"][number]) =>
    reached ? (passed ? "passed" : "refused") : passed ? "wouldPass" : "alsoRefused";
  return (
    <Alert
      isInline
      component="h3"
      variant={admitted ? "success" : "danger"}
      data-testid="explanation"
      title={
        admitted
          ? t("apiCredentials.explain.admitted", { address })
          : t("apiCredentials.explain.refused", { address, reason: reason && refusalName(reason) })
      }
    >
      <List isPlain aria-label={t("apiCredentials.explain.checks")}>
        {checks.map((each) => (
          <ListItem key={each.check} icon={ICONS[stateOf(each)]} data-check={each.check} data-state={stateOf(each)}>
            {t(`apiCredentials.explain.check.${each.check}`, { defaultValue: each.check })}:{" "}
            {t(`apiCredentials.explain.state.${stateOf(each)}`)}
            {each.reason && ` (${refusalName(each.reason)})`}
          </ListItem>
        ))}
      </List>
    </Alert>
  );
};

const ICONS = {
  passed: <CheckCircleIcon aria-hidden />,
  refused: <TimesCircleIcon aria-hidden />,
  wouldPass: <OutlinedCircleIcon aria-hidden />,
  alsoRefused: <MinusCircleIcon aria-hidden />,
};
