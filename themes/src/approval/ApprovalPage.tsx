import { useRealm, ViewHeader } from "@keycloak/keycloak-admin-ui";
import { KeycloakSpinner } from "@keycloak/keycloak-ui-shared";
import {
  EmptyState,
  EmptyStateBody,
  EmptyStateHeader,
  ExpandableSection,
  Label,
  PageSection,
  Title,
} from "@patternfly/react-core";
import { type PropsWithChildren, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router-dom";
import type { Approval } from "../api/approvalTypes";
import { useCrumb } from "../page/crumb";
import { LoadFailure } from "../page/LoadFailure";
import { toApprovals } from "../page/paths";
import { replaces } from "./changes";
import { Content } from "./Content";
import { DecideForm } from "./DecideForm";
import type { Outdated } from "./deciding";
import { Difference } from "./Difference";
import { OwnRequest } from "./OwnRequest";
import { RequestFacts } from "./RequestFacts";
import { RequestNotices } from "./RequestNotices";
import { type LoadedApproval, useApproval } from "./useApproval";
import { useApprovalTexts } from "./useApprovalTexts";
import { usePermissionSet } from "./usePermissionSet";
import { Votes } from "./Votes";

/** One request: what is asked for, by whom and why, what would change, and the answer to it. */
const ApprovalPage = () => {
  const { requestId = "" } = useParams();
  return <Loading key={requestId} id={requestId} />;
};

const Loading = ({ id }: { id: string }) => {
  const loaded = useApproval(id);
  const { whatOf } = useApprovalTexts();
  const { approval, failure, reload } = loaded;
  const isThere = approval !== undefined && approval !== "missing";
  useCrumb(approval === undefined ? undefined : isThere ? whatOf(approval) : "");
  if (approval === "missing") {
    return <Missing />;
  }
  return (
    <>
      {failure !== undefined && (
        <PageSection variant="light">
          <LoadFailure what="approval" error={failure} onRetry={reload} />
        </PageSection>
      )}
      {isThere ? <Request approval={approval} loaded={loaded} /> : failure === undefined && <KeycloakSpinner />}
    </>
  );
};

const Missing = () => {
  const { t } = useTranslation();
  const { realm } = useRealm();
  return (
    <PageSection variant="light">
      <EmptyState data-testid="missing">
        <EmptyStateHeader titleText={t("apiCredentials.approval.missing")} headingLevel="h1" />
        <EmptyStateBody>
          {t("apiCredentials.approval.missing.text")}{" "}
          <Link to={toApprovals(realm)}>{t("apiCredentials.approval.missing.back")}</Link>
        </EmptyStateBody>
      </EmptyState>
    </PageSection>
  );
};

const Request = ({ approval, loaded }: { approval: Approval; loaded: LoadedApproval }) => {
  const { t } = useTranslation();
  const { whatOf, statusName, statusColor } = useApprovalTexts();
  const set = usePermissionSet(approval);
  const [outdated, setOutdated] = useState<Outdated>();
  // Where nothing is compared, it is all that there is to look at.
  const [isOpen, setOpen] = useState<boolean>();
  const { operation, status, base, proposed } = approval;
  const content = operation === "update" || operation === "create" ? proposed : base;
  const isContent = operation !== "settings" && content?.permissions !== undefined;

  return (
    <>
      <ViewHeader
        className="api-credentials__title"
        titleKey={whatOf(approval)}
        noTranslate
        badges={[
          {
            text: (
              <Label color={statusColor(status)} data-testid="request-status">
                {statusName(status)}
              </Label>
            ),
          },
        ]}
        divider={false}
      />
      <PageSection variant="light" className="api-credentials__request">
        <RequestNotices approval={approval} outdated={outdated} />
        <RequestFacts approval={approval} onOver={loaded.reload} />
        {(approval.mayWithdraw || approval.mayPickUp) && <OwnRequest approval={approval} onOutdated={loaded.reload} />}
        <Part title={t("apiCredentials.approval.change")}>
          <Difference approval={approval} set={set} />
          {isContent && (
            <ExpandableSection
              toggleText={t(`apiCredentials.approval.content.${content === proposed ? "proposed" : "present"}`)}
              isIndented
              isExpanded={isOpen ?? !replaces(approval)}
              onToggle={(_, next) => setOpen(next)}
            >
              <Content content={content} set={set} />
            </ExpandableSection>
          )}
        </Part>
        <Part title={t("apiCredentials.approval.votes")}>
          <Votes votes={approval.votes ?? []} />
        </Part>
        {approval.mayDecide && !approval.stale && (
          <Part title={t("apiCredentials.approval.decide")}>
            <DecideForm
              approval={approval}
              onDecided={(answer) => {
                setOutdated(undefined);
                loaded.takeOver(answer);
              }}
              onOutdated={(by) => {
                setOutdated(by);
                loaded.reload();
              }}
            />
          </Part>
        )}
      </PageSection>
    </>
  );
};

const Part = ({ title, children }: PropsWithChildren<{ title: string }>) => (
  <section className="api-credentials__part">
    <Title headingLevel="h2" size="xl" className="pf-v5-u-mb-md">
      {title}
    </Title>
    {children}
  </section>
);

export default ApprovalPage;
