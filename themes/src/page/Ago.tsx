import { useTranslation } from "react-i18next";
import { ago } from "./time";
import { useTime } from "./useTime";

/** How long ago something was; the moment itself is in the tooltip. */
export const Ago = ({ instant }: { instant: string }) => {
  const { i18n } = useTranslation();
  const moment = useTime("second");
  const day = useTime("day");
  return (
    <time dateTime={instant} title={moment(instant)}>
      {ago(instant, new Date(), i18n.language) ?? day(instant)}
    </time>
  );
};
