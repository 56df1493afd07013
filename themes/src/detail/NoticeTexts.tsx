import { useTranslation } from "react-i18next";
import type { Notice } from "../api/timelineTypes";
import { Facts } from "../page/Facts";
import { useTime } from "../page/useTime";

/** What somebody was told by mail, or was not. */
export const NoticeText = ({ notice: { notice, failed } }: { notice: Notice }) => {
  const { t } = useTranslation();
  const what = t(`apiCredentials.notice.${notice}`, { defaultValue: notice });
  return failed ? t("apiCredentials.notice.failed", { what }) : t("apiCredentials.notice.told", { what });
};

/** The instant that a notice is about. */
export const NoticeDetail = ({ about }: { about: string }) => {
  const { t } = useTranslation();
  const time = useTime("second");
  return <Facts isAligned facts={[[t("apiCredentials.notice.about"), time(about)]]} />;
};
