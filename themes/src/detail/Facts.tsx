import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from "@patternfly/react-core";
import type { ReactNode } from "react";

/** What can only be looked at, each with its name; what there is nothing of is left out. */
export const Facts = ({ facts }: { facts: [string, ReactNode][] }) => (
  <DescriptionList isHorizontal isFluid data-testid="facts" className="api-credentials__facts">
    {facts
      .filter(([, value]) => value !== undefined && value !== "")
      .map(([name, value]) => (
        <DescriptionListGroup key={name}>
          <DescriptionListTerm>{name}</DescriptionListTerm>
          <DescriptionListDescription>{value}</DescriptionListDescription>
        </DescriptionListGroup>
      ))}
  </DescriptionList>
);
