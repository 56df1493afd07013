import { Button } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Activity } from "../api/activityTypes";
import { admits, checkAddress } from "../form/addresses";
import { useHandingOn } from "../page/focus";
import { CountsTable } from "./CountsTable";

interface SeenAddressesProps {
  activity: Activity;
  /** The list in the form, or the one in force. */
  allowedIps: string[];
  /** Adds an address to the form; undefined for a user who may only look, or while there is no room. */
  onAdd: ((address: string) => void) | undefined;
}

const Add = ({ address, onClick }: { address: string; onClick: () => void }) => {
  const { t } = useTranslation();
  // It goes away once the address is in the form.
  const within = useHandingOn<HTMLSpanElement>("[data-testid=save]");
  return (
    <span ref={within}>
      <Button
        variant="secondary"
        data-testid={`add-${address}`}
        aria-label={t("apiCredentials.suggested.addWhat", { address })}
        onClick={onClick}
      >
        {t("apiCredentials.suggested.add")}
      </Button>
    </span>
  );
};

/** From where the credential was used or refused in 30 days. What is not on the list can be added. */
export const SeenAddresses = ({ activity, allowedIps, onAdd }: SeenAddressesProps) => {
  const { t } = useTranslation();
  const nameOf = (address: string) =>
    address === "others" || address === "unknown" ? t(`apiCredentials.activity.address.${address}`) : address;
  if (activity.addresses.length === 0) {
    return null;
  }
  return (
    <CountsTable
      testId="activity-addresses"
      title={t("apiCredentials.activity.addresses")}
      column={t("ipAddress")}
      rows={activity.addresses.map(({ address, ...counts }) => ({
        key: address,
        name: nameOf(address),
        ...counts,
        action: onAdd && checkAddress(address) === undefined && !admits(allowedIps, address) && (
          <Add address={address} onClick={() => onAdd(address)} />
        ),
      }))}
    />
  );
};
