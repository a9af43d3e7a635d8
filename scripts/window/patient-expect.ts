import { expect as playwrightExpect } from '@playwright/test';

/** As Playwright's, for a machine that does many other things at once: it looks just as often, and gives up later. */
export const expect = playwrightExpect.configure({ timeout: 30_000 });
