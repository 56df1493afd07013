import { useRealm, ViewHeader } from "@keycloak/keycloak-admin-ui";
import { KeycloakSpinner, useAlerts } from "@keycloak/keycloak-ui-shared";
import { Alert, Form, PageSection, Wizard, WizardStep } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router-dom";
import { Refusal } from "../api/refusal";
import type { PermissionSet, Problem } from "../api/types";
import { useApi } from "../api/useApi";
import { AddressFields } from "../form/AddressFields";
import { type Addresses, allowedIpsOf, areAddressesValid } from "../form/addresses";
import { arePermissionsValid, PermissionTable } from "../form/PermissionTable";
import { permissionsOf, type PermissionRow, rowsOf } from "../form/permissions";
import { problemsWithin } from "../form/problems";
import { strip } from "../form/text";
import { areTextsValid, TextFields, type Texts } from "../form/TextFields";
import { usePermissionSets } from "../form/usePermissionSets";
import { toList } from "../shell/paths";
import { useNewSecret } from "./NewSecret";
import { Review } from "./Review";
import { SetCards } from "./SetCards";

/** Creates a credential step by step, and shows its secret once. */
const CreatePage = () => {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const api = useApi();
  const navigate = useNavigate();
  const { addError } = useAlerts();
  const sets = usePermissionSets();
  const [set, setSet] = useState<PermissionSet>();
  const [texts, setTexts] = useState<Texts>({ name: "", description: "" });
  const [addresses, setAddresses] = useState<Addresses>({ areLimited: true, entries: [""] });
  const [rows, setRows] = useState<PermissionRow[]>([]);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [isSending, setSending] = useState(false);
  const showSecret = useNewSecret();

  if (sets === undefined) {
    return <KeycloakSpinner />;
  }

  const choose = (chosen: PermissionSet) => {
    if (chosen.type !== set?.type) {
      setSet(chosen);
      setRows(rowsOf(chosen.defaultPermissions));
    }
  };
  /** Whatever is edited, the server's last word was about something else. */
  const edit =
    <T,>(apply: (value: T) => void) =>
    (value: T) => {
      setProblems([]);
      apply(value);
    };

  const generate = async () => {
    setSending(true);
    setProblems([]);
    try {
      const credential = await api.create(set!.type, {
        name: strip(texts.name),
        description: strip(texts.description) || undefined,
        allowedIps: allowedIpsOf(addresses),
        permissions: permissionsOf(rows),
      });
      showSecret({ credential, realm });
    } catch (error) {
      if (error instanceof Refusal && error.problems.length > 0) {
        setProblems(error.problems);
      } else {
        addError("apiCredentials.failed", error);
      }
    } finally {
      setSending(false);
    }
  };

  const buttons = {
    nextButtonText: t("next"),
    backButtonText: t("back"),
    cancelButtonText: t("cancel"),
    isBackHidden: isSending,
    isCancelHidden: isSending,
  };
  const hasSet = set !== undefined;
  const hasTexts = hasSet && areTextsValid(texts);
  const hasAddresses = hasTexts && areAddressesValid(addresses);
  const hasPermissions = hasAddresses && arePermissionsValid(set, rows);
  const status = (...fields: string[]) =>
    problemsWithin(problems, ...fields).length > 0 ? ("error" as const) : undefined;

  return (
    <>
      <ViewHeader titleKey="apiCredentials.create.title" subKey="apiCredentials.create.intro" />
      <PageSection variant="light" padding={{ default: "noPadding" }} isFilled>
        <Wizard
          height="100%"
          navAriaLabel={t("apiCredentials.create.steps")}
          onClose={() => void navigate(toList(realm))}
          onSave={() => void generate()}
          isVisitRequired
        >
          <WizardStep
            id="set"
            name={t("apiCredentials.set")}
            status={status("permissionSet")}
            footer={{ ...buttons, isNextDisabled: !hasSet }}
          >
            <SetCards sets={sets} chosen={set} onChoose={edit(choose)} />
          </WizardStep>
          <WizardStep
            id="texts"
            name={t("apiCredentials.create.texts")}
            status={status("name", "description")}
            isDisabled={!hasSet}
            footer={{ ...buttons, isNextDisabled: !hasTexts }}
          >
            <Form className="keycloak__form" onSubmit={(event) => event.preventDefault()}>
              <TextFields texts={texts} problems={problems} onChange={edit(setTexts)} />
            </Form>
          </WizardStep>
          <WizardStep
            id="addresses"
            name={t("apiCredentials.addresses")}
            status={status("allowedIps")}
            isDisabled={!hasTexts}
            footer={{ ...buttons, isNextDisabled: !hasAddresses }}
          >
            <Form className="keycloak__form" onSubmit={(event) => event.preventDefault()}>
              <AddressFields addresses={addresses} problems={problems} onChange={edit(setAddresses)} />
            </Form>
          </WizardStep>
          <WizardStep
            id="permissions"
            name={t("apiCredentials.permissions")}
            status={status("permissions")}
            isDisabled={!hasAddresses}
            footer={{ ...buttons, isNextDisabled: !hasPermissions }}
          >
            {set && <PermissionTable set={set} rows={rows} problems={problems} onChange={edit(setRows)} />}
          </WizardStep>
          <WizardStep
            id="review"
            name={t("apiCredentials.create.review")}
            isDisabled={!hasPermissions}
            footer={{
              ...buttons,
              nextButtonText: t("apiCredentials.create.generate"),
              isNextDisabled: !hasPermissions || isSending,
            }}
          >
            {problems.length > 0 && (
              <Alert isInline variant="danger" title={t("apiCredentials.create.refused")} className="pf-v5-u-mb-md">
                <ul>
                  {problems.map(({ field, errorMessage }) => (
                    <li key={field + errorMessage}>{errorMessage}</li>
                  ))}
                </ul>
              </Alert>
            )}
            {set && <Review set={set} texts={texts} addresses={addresses} rows={rows} />}
          </WizardStep>
        </Wizard>
      </PageSection>
    </>
  );
};

export default CreatePage;
