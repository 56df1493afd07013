import { Label } from "@patternfly/react-core";
import { MinusCircleIcon, PlusCircleIcon } from "@patternfly/react-icons";
import type { PropsWithChildren } from "react";
import { useTranslation } from "react-i18next";

/** Something that is to come or to go: told by a word, a sign and a colour. */
export const Change = ({ isAdded, children }: PropsWithChildren<{ isAdded: boolean }>) => {
  const { t } = useTranslation();
  const Kind = isAdded ? "ins" : "del";
  return (
    <Kind className="api-credentials__change" data-testid={isAdded ? "added" : "removed"}>
      <Label
        isCompact
        color={isAdded ? "green" : "red"}
        icon={isAdded ? <PlusCircleIcon /> : <MinusCircleIcon />}
      >
        {t(isAdded ? "apiCredentials.approval.added" : "apiCredentials.approval.removed")}
      </Label>
      <span>{children}</span>
    </Kind>
  );
};
