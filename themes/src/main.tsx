import "@patternfly/patternfly/patternfly-addons.css";
import "@patternfly/react-core/dist/styles/base.css";
import "@keycloak/keycloak-admin-ui/styles.css";
import "./shell/stock.css";
import "./page/page.css";
import "./form/form.css";
import "./form/permissions.css";
import "./form/matrix.css";
import "./secret/secret.css";
import "./stop/stop.css";
import "./list/list.css";
import "./create/create.css";
import "./detail/detail.css";
import "./approval/approval.css";
import "./audit/audit.css";

import { AdminUi, KeycloakProvider } from "@keycloak/keycloak-admin-ui";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createHashRouter, RouterProvider } from "react-router-dom";
import { environment } from "./page/environment";
import { startI18n } from "./shell/i18n";
import { consoleRoutes } from "./shell/routes";

await startI18n();

const router = createHashRouter([
  {
    path: "/",
    element: (
      <KeycloakProvider environment={environment}>
        <AdminUi />
      </KeycloakProvider>
    ),
    children: consoleRoutes(),
  },
]);

createRoot(document.getElementById("app")!).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
);
