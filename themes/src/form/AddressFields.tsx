import { Alert, FormGroup, Radio } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Problem } from "../api/types";
import { problemAt } from "../problem/problems";
import { type Addresses, ALL_ADDRESSES, MAX_ADDRESSES } from "./addresses";
import { AddressRows } from "./AddressRows";
import { CoverageNote } from "./CoverageNote";
import { FieldProblem } from "./FieldProblem";

interface AddressFieldsProps {
  addresses: Addresses;
  problems: Problem[];
  isReadOnly?: boolean;
  onChange: (addresses: Addresses) => void;
}

/** All IP addresses, or up to six addresses and ranges, each judged as it is typed. */
export const AddressFields = ({ addresses, problems, isReadOnly, onChange }: AddressFieldsProps) => {
  const { t } = useTranslation();
  return (
    <>
      <FormGroup role="radiogroup" label={t("apiCredentials.addresses")} fieldId="credential-addresses" isStack>
        <Radio
          id="credential-addresses-all"
          data-testid="all-addresses"
          name="credential-addresses"
          label={t("apiCredentials.addresses.all.choice", { range: ALL_ADDRESSES })}
          description={t("apiCredentials.addresses.all.help")}
          isChecked={!addresses.areLimited}
          isDisabled={isReadOnly}
          onChange={() => onChange({ ...addresses, areLimited: false })}
        />
        <Radio
          id="credential-addresses-limited"
          data-testid="limited-addresses"
          name="credential-addresses"
          label={t("apiCredentials.addresses.limited")}
          description={t("apiCredentials.addresses.limited.help", { max: MAX_ADDRESSES })}
          isChecked={addresses.areLimited}
          isDisabled={isReadOnly}
          onChange={() => onChange({ ...addresses, areLimited: true })}
        />
      </FormGroup>
      {addresses.areLimited ? (
        <>
          <AddressRows
            entries={addresses.entries}
            problems={problems}
            isReadOnly={isReadOnly}
            onChange={(entries) => onChange({ ...addresses, entries })}
          />
          <CoverageNote entries={addresses.entries} />
        </>
      ) : (
        <Alert isInline isPlain variant="warning" title={t("apiCredentials.addresses.all.warning")} />
      )}
      <FieldProblem id="credential-addresses-problem" problem={problemAt(problems, "allowedIps")} />
    </>
  );
};
