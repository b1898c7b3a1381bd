// The entry of the web: styles, language, theme, cache and routes.
import "./styles.css";
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { createBrowserRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { registerWorker } from "../../platform/offline/update.ts";
import { I18nProvider } from "../../platform/ui/i18n.tsx";
import { NoticeProvider } from "../../platform/ui/notice.tsx";
import { makeQueryClient } from "../../platform/ui/queries.ts";
import { theme } from "../../platform/ui/theme.ts";
import { loadEnglish, vietnamese } from "./messages.ts";
import { routes } from "./routes.tsx";

const client = makeQueryClient();
const place = document.getElementById("app");
if (place) {
  createRoot(place).render(
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <I18nProvider vietnamese={vietnamese} loadEnglish={loadEnglish}>
        <QueryClientProvider client={client}>
          <NoticeProvider>
            <RouterProvider router={createBrowserRouter(routes)} />
          </NoticeProvider>
        </QueryClientProvider>
      </I18nProvider>
    </MantineProvider>,
  );
  // What was read before the worker came is read once more, so that it is kept.
  registerWorker("/service-worker.js", () => void client.invalidateQueries()).catch(() => undefined);
}
