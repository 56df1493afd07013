import { Label } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { coverageOf } from "../form/addresses";

/** The first address and how many entries more there are; all of them are in the tooltip. What is wide is labelled. */
export const AddressCell = ({ allowedIps }: { allowedIps: string[] | undefined }) => {
  const { t, i18n } = useTranslation();
  if (allowedIps === undefined) {
    return <Label color="red">{t("apiCredentials.addresses.unreadable")}</Label>;
  }
  const { addresses, isEverything, isWide } = coverageOf(allowedIps);
  const all = allowedIps.join("\n");
  if (isEverything) {
    return (
      <Label color="orange" title={all}>
        {t("apiCredentials.addresses.all")}
      </Label>
    );
  }
  const [first, ...more] = allowedIps;
  return (
    <span title={all}>
      {first}{" "}
      {more.length > 0 && (
        <Label isCompact variant="outline">
          +{more.length}
        </Label>
      )}
      {isWide && (
        <div>
          <Label isCompact color="orange">
            {t("apiCredentials.addresses.wideLabel", {
              addresses: new Intl.NumberFormat(i18n.language).format(addresses),
            })}
          </Label>
        </div>
      )}
    </span>
  );
};
