/** What no call shows: the pages in a browser. */
import { accessSync, constants } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningMock, startMock } from '../../../mock/index.ts';
import { loadControlDocument, loadDocument } from '../../../spec/index.ts';

/** Where Linux distributions put it, unless CHROMIUM says where it is. */
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const PATIENCE = 60_000;

/** What each page shows. */
const PAGES = [
  { path: '/docs', document: loadDocument() },
  { path: '/docs/', document: loadDocument() },
  { path: '/docs/control', document: loadControlDocument() },
];

const missing = isThere(CHROMIUM) ? undefined : `there is no ${CHROMIUM}; set CHROMIUM to where one is`;

describe.skipIf(missing)(`in a browser${missing === undefined ? '' : ` (left out: ${missing})`}`, () => {
  let mock: RunningMock;
  let browser: Browser;
  beforeAll(async () => {
    mock = await startMock({ port: 0 });
    // In a container there is seldom a sandbox to be had, and the pages are our own.
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  }, PATIENCE);
  afterAll(async () => {
    await browser?.close();
    await mock?.close();
  });

  it.each(PAGES)(
    '$path shows every operation, complains of nothing and asks nobody else',
    {
      timeout: PATIENCE,
    },
    async ({ path, document }) => {
      const page = await browser.newPage();
      const complaints = listen(page);
      const hosts = new Set<string>();
      page.on('request', (request) => hosts.add(new URL(request.url()).origin));
      await page.goto(mock.url + path);
      await page.getByRole('heading', { level: 1 }).filter({ hasText: document.raw.info.title }).waitFor();
      for (const { id } of document.operations) {
        expect(await page.locator(`[id$="/operation/${id}"]`).count(), id).toBeGreaterThan(0);
      }
      const [first] = document.operations;
      await page.getByRole('textbox').fill(first?.path.replace(/\W+/g, ' ').trim() ?? '');
      await page.getByRole('search').getByRole('menuitem').first().waitFor();
      expect(complaints).toEqual([]);
      expect([...hosts]).toEqual([mock.url]);
      await page.close();
    },
  );
});

function isThere(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** All that the page writes to its console, breaches of its policy among it, and all that it throws. */
function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  return complaints;
}
