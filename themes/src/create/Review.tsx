import {
  Alert,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  List,
  ListItem,
} from "@patternfly/react-core";
import type { PropsWithChildren } from "react";
import { useTranslation } from "react-i18next";
import type { PermissionSet } from "../api/types";
import type { Addresses } from "../form/addresses";
import type { PermissionRow } from "../form/permissions";
import { strip } from "../form/text";
import type { Texts } from "../form/TextFields";
import { useTerms } from "../form/useTerms";

interface ReviewProps {
  set: PermissionSet;
  texts: Texts;
  addresses: Addresses;
  rows: PermissionRow[];
}

/** Everything that is about to be created, on one page. */
export const Review = ({ set, texts, addresses, rows }: ReviewProps) => {
  const { t } = useTranslation();
  const { setName, termOf } = useTerms();
  return (
    <DescriptionList isHorizontal data-testid="review">
      <Entry term={t("apiCredentials.set")}>{setName(set, set.type)}</Entry>
      <Entry term={t("apiCredentials.name")}>{strip(texts.name)}</Entry>
      {strip(texts.description) && (
        <Entry term={t("apiCredentials.description")}>{strip(texts.description)}</Entry>
      )}
      <Entry term={t("apiCredentials.addresses")}>
        {addresses.areLimited ? (
          addresses.entries.join(", ")
        ) : (
          <Alert isInline isPlain variant="warning" title={t("apiCredentials.addresses.all")} />
        )}
      </Entry>
      <Entry term={t("apiCredentials.permissions")}>
        <List isPlain>
          {rows.map((row) => (
            <ListItem key={row.key}>
              {termOf("type", row.type)} · {termOf("action", row.action)} · {termOf("scope", row.scope)}
              {row.resource && ` · ${row.resource}`}
            </ListItem>
          ))}
        </List>
      </Entry>
    </DescriptionList>
  );
};

const Entry = ({ term, children }: PropsWithChildren<{ term: string }>) => (
  <DescriptionListGroup>
    <DescriptionListTerm>{term}</DescriptionListTerm>
    <DescriptionListDescription>{children}</DescriptionListDescription>
  </DescriptionListGroup>
);
