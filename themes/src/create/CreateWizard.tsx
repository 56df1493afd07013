import { useRealm, ViewHeader } from "@keycloak/keycloak-admin-ui";
import { Alert, AlertActionLink, Form, PageSection, Wizard, WizardStep } from "@patternfly/react-core";
import { type PropsWithChildren, type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router-dom";
import type { PermissionSet } from "../api/types";
import { areAddressesValid } from "../form/addresses";
import { AddressFields } from "../form/AddressFields";
import { arePermissionsValid } from "../form/permissionChecks";
import { PermissionsAttention } from "../form/PermissionsAttention";
import { isReasonValid } from "../form/reason";
import { useSettings } from "../form/useSettings";
import { toList } from "../page/paths";
import { problemsWithin } from "../problem/problems";
import { DraftSummary } from "./DraftSummary";
import { type Draft, reachable, type Step, STEPS, withSet, withStep } from "./draft";
import { PermissionsStep } from "./PermissionsStep";
import { ReviewStep } from "./ReviewStep";
import { SetCards } from "./SetCards";
import { StepFooter } from "./StepFooter";
import { StepPage } from "./StepPage";
import { TextsStep } from "./TextsStep";
import { useDraft } from "./useDraft";
import { useGenerate } from "./useGenerate";
import { useWizardLeaving } from "./useWizardLeaving";

/** The five steps from a permission set to the review of everything that was entered. */
export const CreateWizard = ({ sets }: { sets: PermissionSet[] }) => {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const navigate = useNavigate();
  const kept = useDraft(sets);
  const { draft } = kept;
  const set = sets.find(({ type }) => type === draft.set);
  const rows = (set && draft.rows[set.type]) ?? [];
  const generating = useGenerate(kept, set);
  const { problems, isSending } = generating;
  const [round, setRound] = useState(0);
  const goBack = useRef<() => void>(undefined);
  const settings = useSettings();
  const may = reachable(draft, sets, settings);
  useWizardLeaving(kept, sets, goBack);

  /** Whatever is edited, the server's last word was about something else. */
  const edit = (change: Partial<Draft>) => {
    generating.forget();
    kept.edit((last) => ({ ...last, ...change }));
  };
  const startOver = () => {
    kept.startOver();
    setRound((last) => last + 1);
  };
  const status = (...fields: string[]) =>
    problemsWithin(problems, ...fields).length > 0 ? ("error" as const) : undefined;
  const footer = (isComplete: boolean, attention?: ReactNode) => (
    <StepFooter isNextDisabled={!isComplete} isSending={isSending} attention={attention} />
  );
  const page = (step: Step) => ({
    summary: <DraftSummary set={set} draft={draft} rows={rows} />,
    onEnter: () => kept.edit((last) => withStep(last, step)),
    onBack: (back: (() => void) | undefined) => {
      goBack.current = back;
    },
  });

  return (
    <>
      <ViewHeader titleKey="apiCredentials.create.title" subKey="apiCredentials.create.intro" />
      {kept.isRestored && (
        <Alert
          isInline
          variant="info"
          title={t("apiCredentials.create.restored")}
          actionLinks={
            <AlertActionLink data-testid="start-over" onClick={startOver}>
              {t("apiCredentials.create.startOver")}
            </AlertActionLink>
          }
        />
      )}
      <PageSection variant="light" padding={{ default: "noPadding" }} isFilled>
        <Wizard
          key={round}
          height="100%"
          className="api-credentials__wizard"
          navAriaLabel={t("apiCredentials.create.steps")}
          startIndex={STEPS.indexOf(draft.step) + 1}
          onClose={() => void navigate(toList(realm))}
          onSave={() => void generating.generate()}
          isVisitRequired
        >
          <WizardStep
            id="set"
            name={t("apiCredentials.set")}
            status={status("permissionSet")}
            footer={footer(set !== undefined)}
          >
            <StepPage {...page("set")} title={t("apiCredentials.set.choose")} help={t("apiCredentials.set.help")}>
              <SetCards
                sets={sets}
                chosen={set}
                onChoose={(chosen) => {
                  generating.forget();
                  kept.edit((last) => withSet(last, chosen));
                }}
              />
            </StepPage>
          </WizardStep>
          <WizardStep
            id="texts"
            name={t("apiCredentials.create.texts")}
            status={status("name", "description", "owner", "expiresAt")}
            isDisabled={!may.texts}
            footer={footer(may.addresses)}
          >
            <StepPage
              {...page("texts")}
              title={t("apiCredentials.create.texts")}
              first="#credential-name"
              isEnterNext={may.addresses}
            >
              <StepForm>
                <TextsStep draft={draft} settings={settings} problems={problems} onChange={edit} />
              </StepForm>
            </StepPage>
          </WizardStep>
          <WizardStep
            id="addresses"
            name={t("apiCredentials.addresses")}
            status={status("allowedIps")}
            isDisabled={!may.addresses}
            footer={footer(may.permissions)}
          >
            <StepPage
              {...page("addresses")}
              title={t("apiCredentials.addresses")}
              isEnterNext={areAddressesValid(draft.addresses)}
            >
              <StepForm>
                <AddressFields
                  addresses={draft.addresses}
                  problems={problems}
                  onChange={(addresses) => edit({ addresses })}
                />
              </StepForm>
            </StepPage>
          </WizardStep>
          <WizardStep
            id="permissions"
            name={t("apiCredentials.permissions")}
            status={status("permissions")}
            isDisabled={!may.permissions}
            footer={footer(
              set !== undefined && arePermissionsValid(set, rows),
              set && <PermissionsAttention set={set} rows={rows} />,
            )}
          >
            <StepPage
              {...page("permissions")}
              title={t("apiCredentials.permissions")}
              help={t("apiCredentials.permissions.help")}
            >
              {set && (
                <PermissionsStep
                  set={set}
                  rows={rows}
                  problems={problems}
                  onChange={(changed) => edit({ rows: { ...draft.rows, [set.type]: changed } })}
                />
              )}
            </StepPage>
          </WizardStep>
          <WizardStep
            id="review"
            name={t("apiCredentials.create.review")}
            isDisabled={!may.review}
            footer={footer(may.review && isReasonValid(draft.reason))}
          >
            <StepPage {...page("review")} title={t("apiCredentials.create.review")}>
              <ReviewStep
                set={set}
                draft={draft}
                rows={rows}
                settings={settings}
                generating={generating}
                onChange={edit}
              />
            </StepPage>
          </WizardStep>
        </Wizard>
      </PageSection>
    </>
  );
};

const StepForm = ({ children }: PropsWithChildren) => (
  <Form className="keycloak__form" onSubmit={(event) => event.preventDefault()}>
    {children}
  </Form>
);
