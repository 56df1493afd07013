import {
  Alert,
  Button,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  List,
  ListItem,
  useWizardContext,
} from "@patternfly/react-core";
import type { PropsWithChildren } from "react";
import { useTranslation } from "react-i18next";
import type { PermissionSet } from "../api/types";
import { isAllAddresses } from "../form/addresses";
import { CoverageNote } from "../form/CoverageNote";
import { lifeContentOf } from "../form/life";
import { OwnerText } from "../form/OwnerText";
import { PermissionMatrix } from "../form/PermissionMatrix";
import { PermissionSentence } from "../form/PermissionSentence";
import { groupsOf, type PermissionRow } from "../form/permissions";
import { strip } from "../form/text";
import { useTerms } from "../form/useTerms";
import { useTime } from "../page/useTime";
import type { Draft, Step } from "./draft";


interface ReviewProps {
  set: PermissionSet;
  draft: Draft;
  rows: PermissionRow[];
}

/** Everything that is about to be created, on one page. */
export const Review = ({ set, draft: { texts, life, addresses }, rows }: ReviewProps) => {
  const { t } = useTranslation();
  const { setName } = useTerms();
  const time = useTime();
  const { owner } = lifeContentOf(life);
  const deletes = rows.some(({ action }) => action === "delete");
  return (
    <DescriptionList
      orientation={{ lg: "horizontal" }}
      horizontalTermWidthModifier={{ default: "22ch" }}
      data-testid="review"
      className="api-credentials__review"
    >
      <Entry term={t("apiCredentials.set")} step="set">
        {setName(set, set.type)}
      </Entry>
      <Entry term={t("apiCredentials.name")} step="texts">
        {strip(texts.name)}
      </Entry>
      {strip(texts.description) && (
        <Entry term={t("apiCredentials.description")} step="texts">
          {strip(texts.description)}
        </Entry>
      )}
      {owner && (
        <Entry term={t("apiCredentials.owner")} step="texts">
          <OwnerText owner={owner} userName={life.owner.userName} />
        </Entry>
      )}
      <Entry term={t("apiCredentials.expiry")} step="texts">
        {life.expiresAt ? time(life.expiresAt) : t("apiCredentials.expiry.none")}
      </Entry>
      <Entry term={t("apiCredentials.addresses")} step="addresses">
        {addresses.areLimited && !isAllAddresses(addresses.entries) ? (
          <>
            {addresses.entries.join(", ")}
            <CoverageNote entries={addresses.entries} />
          </>
        ) : (
          <Alert isInline isPlain variant="warning" title={t("apiCredentials.addresses.all")}>
            {t("apiCredentials.addresses.all.warning")}
          </Alert>
        )}
      </Entry>
      <Entry term={t("apiCredentials.permissions")} step="permissions">
        <List isPlain>
          {groupsOf(rows).map((group) => (
            <ListItem key={JSON.stringify(group)}>
              <PermissionSentence set={set} group={group} />
            </ListItem>
          ))}
        </List>
        <PermissionMatrix set={set} rows={rows} />
        {deletes && (
          <Alert isInline isPlain variant="warning" title={t("apiCredentials.review.deletes")} className="pf-v5-u-mt-sm" />
        )}
      </Entry>
      <Entry term={t("apiCredentials.review.token")}>{t("apiCredentials.review.token.text")}</Entry>
    </DescriptionList>
  );
};

interface EntryProps {
  term: string;
  /** Where it is changed. */
  step?: Step;
}

const Entry = ({ term, step, children }: PropsWithChildren<EntryProps>) => {
  const { t } = useTranslation();
  const { goToStepById } = useWizardContext();
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{term}</DescriptionListTerm>
      <DescriptionListDescription>
        <div className="api-credentials__reviewed">
          <div>{children}</div>
          {step && (
            <Button
              variant="link"
              isInline
              data-testid={`edit-${step}`}
              aria-label={t("apiCredentials.review.editWhat", { what: term })}
              onClick={() => goToStepById(step)}
            >
              {t("apiCredentials.review.edit")}
            </Button>
          )}
        </div>
      </DescriptionListDescription>
    </DescriptionListGroup>
  );
};
