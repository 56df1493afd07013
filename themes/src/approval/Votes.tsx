import { Label, List, ListItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Vote } from "../api/requestTypes";
import { useTime } from "../page/useTime";

/** Who said what, and why; what does not count any more is said to. */
export const Votes = ({ votes }: { votes: Vote[] }) => {
  const { t } = useTranslation();
  const time = useTime("second");
  if (votes.length === 0) {
    return <p>{t("apiCredentials.approval.votes.none")}</p>;
  }
  return (
    <List isPlain isBordered data-testid="votes">
      {votes.map(({ voter, voterUsername, decision, reason, at, counts }) => (
        <ListItem key={voter} data-voter={voterUsername ?? voter}>
          <div className="api-credentials__vote">
            <Label isCompact color={decision === "approve" ? "green" : "red"}>
              {t(decision === "approve" ? "apiCredentials.approval.approves" : "apiCredentials.approval.rejects")}
            </Label>
            <strong>{voterUsername ?? voter}</strong>
            <time dateTime={at}>{time(at)}</time>
            {!counts && (
              <Label isCompact color="orange">
                {t("apiCredentials.approval.votes.notCounted")}
              </Label>
            )}
          </div>
          <p>{reason}</p>
        </ListItem>
      ))}
    </List>
  );
};
