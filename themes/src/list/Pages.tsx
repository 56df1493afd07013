import { Pagination } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Loaded } from "./useListing";

/** Which rows of how many are shown, and the way to the others. */
export const Pages = ({ listing, variant }: { listing: Loaded; variant: "top" | "bottom" }) => {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <Pagination
      widgetId={`api-credentials-pages-${variant}`}
      variant={variant}
      isCompact
      itemCount={listing.shown?.total ?? 0}
      page={listing.page}
      perPage={listing.size}
      titles={{ paginationAriaLabel: `${t("pagination")} ${variant}` }}
      toggleTemplate={({ firstIndex = 0, lastIndex = 0, itemCount = 0 }) => (
        <b>
          {t("apiCredentials.pages", {
            first: number.format(firstIndex),
            last: number.format(lastIndex),
            total: number.format(itemCount),
          })}
        </b>
      )}
      onSetPage={(_, page) => listing.show(page)}
      onPerPageSelect={(_, size, page) => listing.show(page, size)}
    />
  );
};
