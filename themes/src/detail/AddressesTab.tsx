import { PageSection } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { admits, allowedIpsOf, areAddressesValid, isAllAddresses, withEntry } from "../form/addresses";
import { AddressFields } from "../form/AddressFields";
import { Facts } from "../page/Facts";
import { problemsElsewhere, problemsWithin } from "../problem/problems";
import type { LoadedActivity } from "../state/useActivity";
import { isAwaited, useWhatIf } from "../state/useWhatIf";
import { AddressEffect } from "./AddressEffect";
import { contentOf } from "./draft";
import { EditForm, type EditTabProps } from "./EditForm";
import { ExplainForm } from "./ExplainForm";
import { SeenAddresses } from "./SeenAddresses";
import { SuggestedList } from "./SuggestedList";
import { UnknownEffect } from "./UnknownEffect";
import { useSuggestions } from "./useSuggestions";

/** From where the credential can be used, and what is known of where it was. */
export const AddressesTab = ({ editing, isReadOnly, settings, counted }: EditTabProps & { counted: LoadedActivity }) => {
  const { t } = useTranslation();
  const { credential, draft, problems } = editing;
  const suggestions = useSuggestions(credential.id, credential.updatedAt);
  const activity = counted.known?.activity;
  const { addresses } = draft;
  const isValid = areAddressesValid(addresses);
  // What is edited on other tabs is saved by itself, and nothing is said of it here.
  const change =
    !isReadOnly && isValid && editing.changed.includes("addresses")
      ? contentOf(credential, draft, ["addresses"])
      : undefined;
  const prospect = useWhatIf(credential.id, change);
  if (isReadOnly) {
    const { allowedIps } = credential;
    return (
      <PageSection variant="light">
        {suggestions && <SuggestedList suggestions={suggestions} createdAt={credential.createdAt} onTake={undefined} />}
        <Facts
          facts={[
            [
              t("apiCredentials.addresses"),
              allowedIps === undefined
                ? t("apiCredentials.addresses.unreadable")
                : isAllAddresses(allowedIps)
                  ? t("apiCredentials.addresses.all")
                  : allowedIps.map((entry) => <div key={entry}>{entry}</div>),
            ],
          ]}
        />
        {activity && <SeenAddresses activity={activity} allowedIps={allowedIps ?? []} onAdd={undefined} />}
        <ExplainForm id={credential.id} />
      </PageSection>
    );
  }
  const present = allowedIpsOf(addresses);
  const { answer, failure } = prospect;
  const note = answer ? (
    <AddressEffect answer={answer} createdAt={credential.createdAt} />
  ) : (
    failure !== undefined && <UnknownEffect failure={failure} />
  );
  const isAskedAbout = answer === undefined || answer.wouldRefuse.uses > 0;
  const put = (entries: string[]) => editing.edit({ addresses: { areLimited: true, entries } });
  const hasRoom = addresses.areLimited && withEntry(addresses.entries, "") !== undefined;
  return (
    <>
      <EditForm
        editing={editing}
        settings={settings}
        parts={["addresses"]}
        isValid={isValid}
        otherProblems={problemsElsewhere(problems, "allowedIps", "reason")}
        question={{
          titleKey: "apiCredentials.effect.title.addresses",
          isAwaited: isAwaited(change, prospect),
          text: isAskedAbout ? note : undefined,
        }}
      >
        {suggestions && !isSame(present, suggestions.allowedIps?.suggested?.allowedIps) && (
          <SuggestedList suggestions={suggestions} createdAt={credential.createdAt} onTake={put} />
        )}
        <AddressFields
          addresses={addresses}
          problems={problemsWithin(problems, "allowedIps")}
          onChange={(changed) => editing.edit({ addresses: changed })}
        />
        <div aria-live="polite">{note}</div>
      </EditForm>
      {activity && (
        <PageSection variant="light">
          <SeenAddresses
            activity={activity}
            allowedIps={present}
            onAdd={
              hasRoom
                ? (address) => !admits(present, address) && put(withEntry(addresses.entries, address)!)
                : undefined
            }
          />
        </PageSection>
      )}
      <ExplainForm id={credential.id} />
    </>
  );
};

function isSame(one: string[], other: string[] | undefined): boolean {
  return other !== undefined && one.toSorted().join() === other.toSorted().join();
}
