import { useRealm, ViewHeader } from "@keycloak/keycloak-admin-ui";
import { ActionGroup, Button, Form, FormGroup, PageSection, TextInput } from "@patternfly/react-core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { focusHeading } from "../page/focus";
import { toList } from "../page/paths";
import { stopFilter, type Way } from "./progress";
import { StopFailures } from "./StopFailures";
import { StopFilterFields } from "./StopFilterFields";
import { StopPreviewList } from "./StopPreviewList";
import { StopProgress } from "./StopProgress";
import { StopTermsFields } from "./StopTermsFields";
import { useStopping } from "./useStopping";

/** Disables many credentials at once: what would stop is shown first, and the name of the realm has to be typed. */
const EmergencyStopPage = () => {
  const { t, i18n } = useTranslation();
  const { realm } = useRealm();
  const [way, setWay] = useState<Way>("owner");
  const [text, setText] = useState("");
  const [typed, setTyped] = useState("");
  const stopping = useStopping({ revokeTokens: true });
  const { preview, progress, problems, terms, hasTargets, isReady, isBusy, isBroken, look, stop, forget } = stopping;
  const filter = stopFilter(way, text);
  const mayStop = isReady && typed === realm;
  const isBegun = progress !== undefined;
  // The form goes away with the focus in it.
  useEffect(() => {
    if (isBegun) {
      focusHeading();
    }
  }, [isBegun]);

  const again = () => {
    setTyped("");
    if (filter) {
      void look(filter);
    }
  };

  return (
    <>
      <ViewHeader titleKey="apiCredentials.stop" subKey="apiCredentials.stop.intro" />
      <PageSection variant="light">
        {progress ? (
          <>
            <StopProgress progress={progress} isBroken={isBroken} />
            {!isBusy && (
              <p className="pf-v5-u-mt-md">
                <Button variant="secondary" data-testid="stop-again" onClick={again}>
                  {t("apiCredentials.stop.again")}
                </Button>{" "}
                <Button variant="link" component={(props) => <Link {...props} to={toList(realm)} />}>
                  {t("apiCredentials.list")}
                </Button>
              </p>
            )}
          </>
        ) : (
          <Form
            className="keycloak__form api-credentials__form"
            data-testid="stop-form"
            onSubmit={(event) => {
              event.preventDefault();
              if (!hasTargets && filter && !isBusy) {
                void look(filter);
              }
            }}
          >
            <StopFailures stopping={stopping} fields={["reason", `filter.${way}`]} />
            <StopFilterFields
              way={way}
              text={text}
              problems={problems}
              onChange={(nextWay, nextText) => {
                setWay(nextWay);
                setText(nextText);
                forget();
              }}
            />
            {preview && <StopPreviewList preview={preview} />}
            {hasTargets && (
              <>
                <StopTermsFields terms={terms} problems={problems} onChange={stopping.decide} />
                <FormGroup label={t("apiCredentials.stop.confirm", { realm })} fieldId="stop-confirm" isRequired>
                  <TextInput
                    id="stop-confirm"
                    data-testid="stop-confirm"
                    value={typed}
                    isRequired
                    autoComplete="off"
                    onChange={(_, name) => setTyped(name)}
                  />
                </FormGroup>
              </>
            )}
            <ActionGroup className="api-credentials__bar">
              <Button
                variant="secondary"
                data-testid="stop-look"
                isLoading={isBusy && !hasTargets}
                isAriaDisabled={filter === undefined || isBusy}
                onClick={() => filter && !isBusy && void look(filter)}
              >
                {t("apiCredentials.stop.look")}
              </Button>
              {preview && hasTargets && (
                <Button
                  variant="danger"
                  data-testid="stop-run"
                  isAriaDisabled={!mayStop}
                  isLoading={isBusy}
                  onClick={() => mayStop && filter && void stop(filter)}
                >
                  {t("apiCredentials.stop.run", {
                    count: preview.count,
                    number: new Intl.NumberFormat(i18n.language).format(preview.count),
                  })}
                </Button>
              )}
            </ActionGroup>
          </Form>
        )}
      </PageSection>
    </>
  );
};

export default EmergencyStopPage;
