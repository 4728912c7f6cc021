/** What no call shows: the pages in a browser. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningMock, startMock } from '../../../mock/index.ts';
import { loadControlDocument, loadDocument } from '../../../spec/index.ts';
import { describeInBrowser, launch, listen } from '../browser.ts';

const PATIENCE = 60_000;

/** What each page shows. */
const PAGES = [
  { path: '/docs', document: loadDocument() },
  { path: '/docs/', document: loadDocument() },
  { path: '/docs/control', document: loadControlDocument() },
];

describeInBrowser('the pages', () => {
  let mock: RunningMock;
  let browser: Browser;
  beforeAll(async () => {
    mock = await startMock({ port: 0 });
    browser = await launch();
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
        expect(await page.locator(`section[id="${id}"]`).count(), id).toBe(1);
      }
      const last = document.operations.at(-1)?.id ?? '';
      await page.getByRole('searchbox').fill(last);
      await page.locator(`section[id="${document.operations[0]?.id}"]`).waitFor({ state: 'hidden' });
      expect(await page.locator(`section[id="${last}"]`).isVisible()).toBe(true);
      expect(complaints).toEqual([]);
      expect([...hosts]).toEqual([mock.url]);
      await page.close();
    },
  );

  it.each(['', '/api/v1'])(
    'tries a call with base path "%s" as an account of the mock',
    { timeout: PATIENCE },
    async (basePath) => {
      await using own = await startMock({ port: 0, basePath });
      const page = await browser.newPage();
      await page.goto(`${own.url.replace(basePath, '')}/docs`);
      await page.locator('#accounts option').nth(1).waitFor({ state: 'attached' });
      const trial = page.locator('section#createGroup .trial');
      await trial.locator('summary').click();
      await trial.getByRole('button').click();
      await trial.locator('output').filter({ hasText: '201' }).waitFor();
      expect(await trial.locator('output').textContent()).toContain('"members_count": 2');
      await page.locator('#accounts').selectOption({ index: 1 });
      const joins = page.locator('section#joinGroup .trial');
      await joins.locator('summary').click();
      await joins.locator('select').selectOption('By private invite');
      await joins.getByRole('button').click();
      await joins.locator('output').filter({ hasText: 'The rule that refused: ' }).waitFor();
      await page.close();
    },
  );

  it.each([320, 390, 1400])(
    'are no wider than a window of %i points',
    { timeout: PATIENCE },
    async (width) => {
      for (const path of ['/', ...PAGES.map((page) => page.path)]) {
        const page = await browser.newPage({ viewport: { width, height: 900 } });
        await page.goto(mock.url + path);
        await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
        expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(width);
        await page.close();
      }
    },
  );
});
