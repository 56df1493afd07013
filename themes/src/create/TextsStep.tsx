import type { Problem, Settings } from "../api/types";
import { ExpiryField } from "../form/ExpiryField";
import { OwnerFields } from "../form/OwnerFields";
import { TextFields } from "../form/TextFields";
import type { Draft } from "./draft";

interface TextsStepProps {
  draft: Draft;
  settings: Settings | undefined;
  problems: Problem[];
  onChange: (changed: Partial<Draft>) => void;
}

/** What the credential is called, who answers for it and until when it works. */
export const TextsStep = ({ draft: { texts, life }, settings, problems, onChange }: TextsStepProps) => (
  <>
    <TextFields texts={texts} problems={problems} onChange={(changed) => onChange({ texts: changed })} />
    <OwnerFields
      owner={life.owner}
      settings={settings}
      problems={problems}
      onChange={(owner) => onChange({ life: { ...life, owner } })}
    />
    <ExpiryField
      expiresAt={life.expiresAt}
      settings={settings}
      problems={problems}
      onChange={(expiresAt) => onChange({ life: { ...life, expiresAt } })}
    />
  </>
);
