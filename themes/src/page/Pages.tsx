import { Pagination } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Paged } from "./paging";

/** Which rows of how many are shown, and the way to the others. */
export const Pages = ({ of, variant }: { of: Paged; variant: "top" | "bottom" }) => {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <Pagination
      widgetId={`api-credentials-pages-${variant}`}
      variant={variant}
      isCompact
      itemCount={of.total}
      page={of.page}
      perPage={of.size}
      titles={{ paginationAriaLabel: `${t("pagination")} ${variant}` }}
      toggleTemplate={({ firstIndex = 0, lastIndex = 0, itemCount = 0 }) => {
        const [first, last] = [number.format(firstIndex), number.format(lastIndex)];
        return (
          <b>
            {of.isUncounted
              ? t("apiCredentials.pages.uncounted", { first, last })
              : t("apiCredentials.pages", { first, last, total: number.format(itemCount) })}
          </b>
        );
      }}
      onSetPage={(_, page) => of.show(page)}
      onPerPageSelect={(_, size, page) => of.show(page, size)}
    />
  );
};
