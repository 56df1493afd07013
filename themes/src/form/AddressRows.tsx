import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { AlertVariant, Button, FormGroup, InputGroup, InputGroupItem, TextInput } from "@patternfly/react-core";
import { PlusCircleIcon } from "@patternfly/react-icons";
import { type ClipboardEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../api/types";
import { useApi } from "../api/useApi";
import { problemAt } from "../problem/problems";
import { checkAddress, checkAddresses, isList, MAX_ADDRESSES, withPasted } from "./addresses";
import { FieldProblem } from "./FieldProblem";
import { useNextFocus } from "./useNextFocus";

interface AddressRowsProps {
  entries: string[];
  problems: Problem[];
  isReadOnly?: boolean;
  onChange: (entries: string[]) => void;
}

/** Up to six addresses and ranges, each with what is wrong with it. */
export const AddressRows = ({ entries, problems, isReadOnly, onChange }: AddressRowsProps) => {
  const { t } = useTranslation();
  const api = useApi();
  const { addAlert, addError } = useAlerts();
  const [within, focus] = useNextFocus<HTMLDivElement>();
  const found = checkAddresses(entries);
  const isFull = entries.length >= MAX_ADDRESSES && !entries.includes("");

  // The answer to the self-test finds the rows as they are by then, or gone.
  const latest = useRef<Pick<AddressRowsProps, "entries" | "onChange">>(undefined);
  useEffect(() => {
    latest.current = { entries, onChange };
    return () => {
      latest.current = undefined;
    };
  });

  const addOwn = async () => {
    try {
      const { address, warnings = [] } = await api.selfTest();
      warnings.forEach((warning) => addAlert(warning, AlertVariant.warning));
      if (address === undefined) {
        addAlert(t("apiCredentials.addresses.own.unknown"), AlertVariant.warning);
      } else if (checkAddress(address) !== undefined) {
        addAlert(t("apiCredentials.addresses.own.notIpv4", { address }), AlertVariant.warning);
      } else if (latest.current?.entries.includes(address)) {
        addAlert(t("apiCredentials.addresses.own.listed", { address }), AlertVariant.info);
      } else if (latest.current) {
        const { entries: present, onChange: change } = latest.current;
        const blank = present.indexOf("");
        change(blank < 0 ? [...present, address] : present.with(blank, address));
      }
    } catch (error) {
      addError("apiCredentials.failed", error);
    }
  };

  const add = () => {
    onChange([...entries, ""]);
    focus(`#address-${entries.length}`);
  };
  const remove = (index: number) => {
    onChange(entries.toSpliced(index, 1));
    focus(`#address-${Math.min(index, entries.length - 2)}`);
  };
  const paste = (event: ClipboardEvent, index: number) => {
    const text = event.clipboardData.getData("text");
    if (!isList(text)) {
      return;
    }
    event.preventDefault();
    const pasted = withPasted(entries, index, text);
    onChange(pasted.entries);
    focus(`#address-${pasted.entries.length - 1}`);
    if (pasted.left.length > 0) {
      const params = { count: pasted.left.length, list: pasted.left.join(", "), max: MAX_ADDRESSES };
      addAlert(t("apiCredentials.addresses.left", params), AlertVariant.warning);
    }
  };

  return (
    <div ref={within}>
      <FormGroup label={t("apiCredentials.addresses.rows")} isRequired isStack role="group">
        {entries.map((entry, index) => {
          const problem = problemAt(problems, `allowedIps[${index}]`) ?? (entry === "" ? undefined : found[index]);
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
                    validated={problem ? "error" : "default"}
                    onChange={(_, text) => onChange(entries.with(index, text.trim()))}
                    onPaste={(event) => paste(event, index)}
                  />
                </InputGroupItem>
                <InputGroupItem>
                  <Button
                    variant="link"
                    data-testid={`address-${index}-remove`}
                    aria-label={t("apiCredentials.addresses.remove", { address: entry || label })}
                    isDisabled={isReadOnly || entries.length === 1}
                    onClick={() => remove(index)}
                  >
                    {t("apiCredentials.permission.remove")}
                  </Button>
                </InputGroupItem>
              </InputGroup>
              <FieldProblem id={`address-${index}-problem`} problem={problem} />
            </div>
          );
        })}
        <div>
          <Button
            variant="link"
            icon={<PlusCircleIcon />}
            data-testid="add-address"
            isDisabled={isReadOnly || entries.length >= MAX_ADDRESSES}
            onClick={add}
          >
            {t("apiCredentials.addresses.add")}
          </Button>
          <Button
            variant="link"
            data-testid="add-own-address"
            isDisabled={isReadOnly}
            isAriaDisabled={isFull}
            onClick={() => void addOwn()}
          >
            {t("apiCredentials.addresses.own")}
          </Button>
        </div>
      </FormGroup>
    </div>
  );
};
