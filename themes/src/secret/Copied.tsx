import {
  ClipboardCopy,
  ClipboardCopyVariant,
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
} from "@patternfly/react-core";
import { useTranslation } from "react-i18next";

interface CopiedProps {
  testId: string;
  label: string;
  text: string;
  help?: string;
}

/** Something to copy, whole and in letters that can be told apart. */
export const Copied = ({ testId, label, text, help }: CopiedProps) => {
  const { t } = useTranslation();
  return (
    <FormGroup label={label} role="group">
      <ClipboardCopy
        data-testid={testId}
        isCode
        isBlock
        variant={ClipboardCopyVariant.inlineCompact}
        className="api-credentials__copied"
        hoverTip={t("apiCredentials.secret.copy", { what: label })}
        clickTip={t("apiCredentials.secret.copied")}
      >
        {text}
      </ClipboardCopy>
      {help && (
        <FormHelperText>
          <HelperText>
            <HelperTextItem>{help}</HelperTextItem>
          </HelperText>
        </FormHelperText>
      )}
    </FormGroup>
  );
};
