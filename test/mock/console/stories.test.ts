/** The console as people use it: one browser, one mock, and a world for each story. */
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { type MockWorld, type RunningMock, startMock } from '../../../mock/index.ts';
import { describeInBrowser, launch, listen } from '../browser.ts';

const PATIENCE = 60_000;
const GUEST = '5511777777777';

describeInBrowser('the console', () => {
  let mock: RunningMock;
  let browser: Browser;
  beforeAll(async () => {
    mock = await startMock({ port: 0, seed: 1 });
    browser = await launch();
  }, PATIENCE);
  afterAll(async () => {
    await browser?.close();
    await mock?.close();
  });

  /** A world of its own, which ends with the test. */
  const createWorld = (): MockWorld => {
    const world = mock.world({ seed: 1 });
    onTestFinished(() => world.end());
    return world;
  };

  /** A view of the console of a world, when it is live; it must not complain of anything. */
  const open = async (world: MockWorld, view = 'groups', options = {}, url = mock.url): Promise<Page> => {
    const page = await browser.newPage({
      viewport: { width: 1400, height: 900 },
      locale: 'en-US',
      ...options,
    });
    const complaints = listen(page);
    onTestFinished(async () => {
      await page.close();
      expect(complaints).toEqual([]);
    });
    await page.goto(`${url}/console#/${world.name}/${view}`);
    await page.locator('.connection.live').waitFor();
    return page;
  };

  /** A call of the API as the code under test makes it. */
  const call = async (world: MockWorld, method: string, path: string, body?: object) => {
    const headers = { Authorization: `Bearer ${world.token}`, 'Content-Type': 'application/json' };
    const response = await fetch(mock.url + path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return JSON.parse(await response.text());
  };

  it('shows what a call does without being asked again, in two windows alike', {
    timeout: PATIENCE,
  }, async () => {
    const world = createWorld();
    const [one, other] = [await open(world), await open(world)];
    await one.getByText('There is no group yet.').waitFor();
    const { group } = await call(world, 'POST', '/groups', { name: 'Live', participants: [GUEST] });
    for (const page of [one, other]) await page.getByRole('link', { name: /Live.*2 members/ }).waitFor();
    await one.getByRole('link', { name: /Live/ }).click();
    await one.getByText('+55 11 99999-9999 created it').waitFor();
    await call(world, 'PATCH', `/groups/${group.jid}`, { name: 'Renamed' });
    await one.getByRole('heading', { name: 'Renamed' }).waitFor();
    await other.getByRole('link', { name: /Renamed/ }).waitFor();
  });

  it('lets an admin approve who asks, and the next GET of the bot sees it', {
    timeout: PATIENCE,
  }, async () => {
    const world = createWorld();
    const options = { join_approval: true };
    const { group } = await call(world, 'POST', '/groups', { name: 'Door', participants: [GUEST], options });
    const page = await open(world, `groups/${group.jid}`);
    world.person('5511666666666').asks(group.jid);
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('heading', { name: 'Members (3)' }).waitFor();
    await page.locator('.foot code', { hasText: '"do":"approve"' }).waitFor();
    const seen = await call(world, 'GET', `/groups/${group.jid}`);
    expect(seen.group.members_count).toBe(3);
  });

  it.each(['light', 'dark'] as const)(
    'has nothing that axe finds, %s',
    { timeout: PATIENCE },
    async (colorScheme) => {
      const world = createWorld();
      await world.seed({ scenario: 'waiting-room' });
      const [group] = world.groups().filter((one) => one.join_requests.length > 0);
      const page = await open(world, 'groups', { colorScheme });
      for (const view of ['groups', `groups/${group?.jid}`]) {
        await page.goto(`${mock.url}/console#/${world.name}/${view}`);
        await page.locator('main').first().waitFor();
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate(() =>
          (globalThis as unknown as { axe: typeof axe }).axe.run(),
        );
        expect(
          violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
          view,
        ).toEqual([]);
      }
    },
  );
});
