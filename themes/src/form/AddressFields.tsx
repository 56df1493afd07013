import {
  Alert,
  Button,
  FormGroup,
  InputGroup,
  InputGroupItem,
  Radio,
  TextInput,
} from "@patternfly/react-core";
import { PlusCircleIcon } from "@patternfly/react-icons";
import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { useTranslation } from "react-i18next";
import type { Problem } from "../api/types";
import { useApi } from "../api/useApi";
import {
  ALL_ADDRESSES,
  checkAddress,
  checkAddresses,
  isAllAddresses,
  MAX_ADDRESSES,
} from "./addresses";
import { FieldProblem } from "./FieldProblem";
import { problemAt } from "./problems";

/** The choice, and the rows that are kept while "All IP addresses" is chosen. */
export interface Addresses {
  areLimited: boolean;
  entries: string[];
}

interface AddressFieldsProps {
  addresses: Addresses;
  problems: Problem[];
  isReadOnly?: boolean;
  onChange: (addresses: Addresses) => void;
}

export function addressesOf(allowedIps: string[]): Addresses {
  return isAllAddresses(allowedIps)
    ? { areLimited: false, entries: [""] }
    : { areLimited: true, entries: allowedIps.length === 0 ? [""] : allowedIps };
}

export function allowedIpsOf({ areLimited, entries }: Addresses): string[] {
  return areLimited ? entries : [ALL_ADDRESSES];
}

export function areAddressesValid({ areLimited, entries }: Addresses): boolean {
  return !areLimited || checkAddresses(entries).every((problem) => problem === undefined);
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
          label={t("apiCredentials.addresses.all")}
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
        <AddressRows
          entries={addresses.entries}
          problems={problems}
          isReadOnly={isReadOnly}
          onChange={(entries) => onChange({ ...addresses, entries })}
        />
      ) : (
        <Alert isInline isPlain variant="warning" title={t("apiCredentials.addresses.all.warning")} />
      )}
      <FieldProblem id="credential-addresses-problem" message={problemAt(problems, "allowedIps")} />
    </>
  );
};

interface AddressRowsProps {
  entries: string[];
  problems: Problem[];
  isReadOnly?: boolean;
  onChange: (entries: string[]) => void;
}

const AddressRows = ({ entries, problems, isReadOnly, onChange }: AddressRowsProps) => {
  const { t } = useTranslation();
  const api = useApi();
  const { addAlert, addError } = useAlerts();
  const found = checkAddresses(entries);
  const isFull = entries.length >= MAX_ADDRESSES && !entries.includes("");

  const addOwn = async () => {
    try {
      const { address } = await api.selfTest();
      if (address === undefined) {
        addAlert(t("apiCredentials.addresses.own.unknown"));
      } else if (checkAddress(address) !== undefined) {
        addAlert(t("apiCredentials.addresses.own.notIpv4", { address }));
      } else if (!entries.includes(address)) {
        const blank = entries.indexOf("");
        onChange(blank < 0 ? [...entries, address] : entries.with(blank, address));
      }
    } catch (error) {
      addError("apiCredentials.failed", error);
    }
  };

  return (
    <FormGroup label={t("apiCredentials.addresses.rows")} isRequired isStack role="group">
      {entries.map((entry, index) => {
        const problem = found[index];
        const message =
          problemAt(problems, `allowedIps[${index}]`) ??
          (problem && entry !== "" ? t(`apiCredentials.address.${problem.key}`, problem.params) : undefined);
        const label = t("apiCredentials.addresses.row", { number: index + 1 });
        return (
          <div key={index}>
            <InputGroup>
              <InputGroupItem isFill>
                <TextInput
                  id={`address-${index}`}
                  data-testid={`address-${index}`}
                  aria-label={label}
                  aria-describedby={`address-${index}-problem`}
                  placeholder={index === 0 ? t("apiCredentials.addresses.placeholder") : undefined}
                  value={entry}
                  isDisabled={isReadOnly}
                  validated={message ? "error" : "default"}
                  onChange={(_, text) => onChange(entries.with(index, text.trim()))}
                />
              </InputGroupItem>
              <InputGroupItem>
                <Button
                  variant="link"
                  data-testid={`address-${index}-remove`}
                  aria-label={t("apiCredentials.addresses.remove", { address: entry || label })}
                  isDisabled={isReadOnly || entries.length === 1}
                  onClick={() => onChange(entries.toSpliced(index, 1))}
                >
                  {t("apiCredentials.permission.remove")}
                </Button>
              </InputGroupItem>
            </InputGroup>
            <FieldProblem id={`address-${index}-problem`} message={message} />
          </div>
        );
      })}
      <div>
        <Button
          variant="link"
          icon={<PlusCircleIcon />}
          data-testid="add-address"
          isDisabled={isReadOnly || entries.length >= MAX_ADDRESSES}
          onClick={() => onChange([...entries, ""])}
        >
          {t("apiCredentials.addresses.add")}
        </Button>
        <Button
          variant="link"
          data-testid="add-own-address"
          isDisabled={isReadOnly || isFull}
          onClick={() => void addOwn()}
        >
          {t("apiCredentials.addresses.own")}
        </Button>
      </div>
    </FormGroup>
  );
};
