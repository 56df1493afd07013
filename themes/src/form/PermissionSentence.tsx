import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { PermissionSet } from "../api/types";
import type { PermissionGroup } from "./permissions";
import { useTerms } from "./useTerms";

/** What is allowed with one type at one place, in words. What changes something is in bold. */
export const PermissionSentence = ({ set, group }: { set: PermissionSet | undefined; group: PermissionGroup }) => {
  const { i18n } = useTranslation();
  const { termOf, verbOf, placeOf } = useTerms();
  const words = new Intl.ListFormat(i18n.language).formatToParts(group.actions.map((action) => verbOf(set, action)));
  let next = 0;
  return (
    <>
      <strong>{termOf(set, "type", group.type)}</strong>
      {": "}
      {words.map(({ type, value }, index) => {
        const isRead = type === "element" ? group.actions[next++] === "read" : true;
        return <Fragment key={index}>{isRead ? value : <strong>{value}</strong>}</Fragment>;
      })}
      {", "}
      {placeOf(set, group)}
    </>
  );
};
