import { ClipboardCopy, FormGroup, PageSection } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { PermissionSet } from "../api/types";
import { ExpiryField } from "../form/ExpiryField";
import { checkExpiry, isLifeValid, lifeOf } from "../form/life";
import { LifespanField } from "../form/LifespanField";
import { OwnerFields } from "../form/OwnerFields";
import { OwnerText } from "../form/OwnerText";
import { areTextsValid } from "../form/text";
import { TextFields } from "../form/TextFields";
import { useTerms } from "../form/useTerms";
import { useTime } from "../page/useTime";
import { problemsElsewhere } from "../problem/problems";
import { EditForm, type EditTabProps } from "./EditForm";
import { Facts } from "../page/Facts";
import { useCreator } from "./useCreator";
import { useEnding } from "./useEnding";

/** What a credential is called, who answers for it and until when it works, and what never changes. */
export const SettingsTab = ({ set, editing, isReadOnly, settings }: EditTabProps & { set: PermissionSet | undefined }) => {
  const { t } = useTranslation();
  const { setName } = useTerms();
  const time = useTime();
  const { credential, draft, problems } = editing;
  const { life } = draft;
  const before = lifeOf(credential);
  const expiresAt = credential.expiresAt ?? undefined;
  const creator = useCreator(credential);
  const canEnd = !isReadOnly && checkExpiry(life.expiresAt, settings, new Date(), before.expiresAt) === undefined;
  const ending = useEnding(credential, canEnd ? life.expiresAt : undefined);
  const clientId = (
    <ClipboardCopy
      isReadOnly
      textAriaLabel={t("apiCredentials.clientId")}
      hoverTip={t("apiCredentials.secret.copy", { what: t("apiCredentials.clientId") })}
      clickTip={t("apiCredentials.secret.copied")}
    >
      {credential.clientId}
    </ClipboardCopy>
  );
  const createdAt = time(credential.createdAt);
  const facts: [string, string][] = [
    [t("apiCredentials.set"), setName(set, credential.permissionSet)],
    [
      t("apiCredentials.createdAt"),
      creator && createdAt ? t("apiCredentials.createdAt.by", { time: createdAt, user: creator }) : createdAt,
    ],
    [t("apiCredentials.updatedAt"), time(credential.updatedAt)],
  ];

  if (isReadOnly) {
    return (
      <PageSection variant="light">
        <Facts
          facts={[
            [t("apiCredentials.clientId"), clientId],
            [t("apiCredentials.name"), credential.name],
            [t("apiCredentials.description"), credential.description],
            [t("apiCredentials.owner"), credential.owner && <OwnerText owner={credential.owner} />],
            [t("apiCredentials.expiry"), expiresAt ? time(expiresAt) : t("apiCredentials.expiry.none")],
            [t("apiCredentials.tokenLifespan"), credential.tokenLifespan?.toString()],
            ...facts,
          ]}
        />
      </PageSection>
    );
  }
  return (
    <EditForm
      editing={editing}
      settings={settings}
      parts={["texts", "life"]}
      isValid={areTextsValid(draft.texts) && isLifeValid(life, settings, new Date(), before)}
      otherProblems={problemsElsewhere(problems, "name", "description", "owner", "expiresAt", "tokenLifespan", "reason")}
      question={ending.question}
    >
      <FormGroup label={t("apiCredentials.clientId")}>{clientId}</FormGroup>
      <TextFields
        texts={draft.texts}
        problems={problems}
        credentialId={credential.id}
        onChange={(texts) => editing.edit({ texts })}
      />
      <OwnerFields
        owner={life.owner}
        settings={settings}
        problems={problems}
        onChange={(owner) => editing.edit({ life: { ...life, owner } })}
      />
      <ExpiryField
        expiresAt={life.expiresAt}
        before={before.expiresAt}
        settings={settings}
        problems={problems}
        onChange={(end) => editing.edit({ life: { ...life, expiresAt: end } })}
      />
      <div aria-live="polite">{ending.note}</div>
      <LifespanField
        tokenLifespan={life.tokenLifespan}
        before={before.tokenLifespan}
        problems={problems}
        onChange={(tokenLifespan) => editing.edit({ life: { ...life, tokenLifespan } })}
      />
      <Facts facts={facts} />
    </EditForm>
  );
};
