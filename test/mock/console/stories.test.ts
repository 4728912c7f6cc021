/** The console as people use it: one browser, one mock, and a world for each story. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import axe from 'axe-core';
import express from 'express';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { createApp, createMock, type MockWorld, type RunningMock, startMock } from '../../../mock/index.ts';
import { describeInBrowser, launch } from '../browser.ts';

const PATIENCE = 60_000;
const GUEST = '5511777777777';
const PRIVATE = '5500000000403';
const OWN = 'https://bot.example/hook';
const VIEWS = ['groups', 'phone', 'traffic', 'webhooks', 'time', 'worlds'];

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

  /** A world of its own, which ends with the test; its clock stands still. */
  const createWorld = (): MockWorld => {
    const world = mock.world({ seed: 1 });
    onTestFinished(() => world.end());
    return world;
  };

  /** A page that must not complain of anything but answers that are refusals. */
  const openPage = async (url: string, options = {}): Promise<Page> => {
    const page = await browser.newPage({
      viewport: { width: 1400, height: 900 },
      locale: 'en-US',
      ...options,
    });
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (!message.text().startsWith('Failed to load resource')) complaints.push(message.text());
    });
    onTestFinished(async () => {
      await page.close();
      expect(complaints).toEqual([]);
    });
    await page.goto(url);
    return page;
  };

  /** A view of the console of a world, when it is live. */
  const open = async (world: MockWorld, view = 'groups', options = {}): Promise<Page> => {
    const page = await openPage(`${mock.url}/console#/${world.name}/${view}`, options);
    await page.locator('.connection.live').waitFor();
    return page;
  };

  /** A call of the API as the code under test makes it. */
  const call = async (world: MockWorld, method: string, path: string, body?: object) => {
    const headers = { Authorization: `Bearer ${world.token}`, 'Content-Type': 'application/json' };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(mock.url + path, { method, headers, ...sent });
    return { status: response.status, ...JSON.parse(await response.text()) };
  };

  const worldNames = async (): Promise<string[]> =>
    JSON.parse(await (await fetch(`${mock.url}/__mock`)).text()).worlds;

  const createGroup = async (world: MockWorld, name: string, options = {}): Promise<string> =>
    (await call(world, 'POST', '/groups', { name, participants: [GUEST], options })).group.jid;

  it('shows what a call does without being asked again, in two windows alike', async () => {
    const world = createWorld();
    const [one, other] = [await open(world), await open(world)];
    await one.getByText('There is no group yet.').waitFor();
    const jid = await createGroup(world, 'Live');
    for (const page of [one, other]) await page.getByRole('link', { name: /Live.*2 members/ }).waitFor();
    await one.getByRole('link', { name: /Live/ }).click();
    await one.getByText('+55 11 99999-9999 created it').waitFor();
    await one.getByRole('link', { name: 'by call 1' }).waitFor();
    await call(world, 'PATCH', `/groups/${jid}`, { name: 'Renamed' });
    await one.getByRole('heading', { name: 'Renamed' }).waitFor();
    await other.getByRole('link', { name: /Renamed/ }).waitFor();
  });

  it('lets an admin approve who asks, and the next GET of the bot sees it', async () => {
    const world = createWorld();
    const jid = await createGroup(world, 'Door', { join_approval: true });
    const page = await open(world, `groups/${jid}`);
    world.person('5511666666666').asks(jid);
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('heading', { name: 'Members (3)' }).waitFor();
    await page.locator('.foot code', { hasText: '"do":"approve"' }).waitFor();
    expect((await call(world, 'GET', `/groups/${jid}`)).group.members_count).toBe(3);
  });

  it('accepts a private invite on the phone of the invitee after 71 hours, and not after 73', async () => {
    const world = createWorld();
    const [early, late] = [await createGroup(world, 'Early'), await createGroup(world, 'Late')];
    for (const jid of [early, late])
      await call(world, 'POST', `/groups/${jid}/participants`, { action: 'add', participants: [PRIVATE] });
    const page = await open(world, `phone/${PRIVATE}`);
    await page.locator('.invite').nth(1).waitFor();
    world.clock.advance({ hours: 71 });
    await page.getByText('1 h left').first().waitFor();
    await page.locator('.invite', { hasText: 'Early' }).getByRole('button', { name: 'Accept' }).click();
    await page
      .locator('.chats')
      .getByRole('link', { name: /Early.*3 members/ })
      .waitFor();
    world.clock.advance({ hours: 2 });
    await page.locator('.invite').waitFor({ state: 'detached' });
    expect(world.group(early)?.members).toHaveLength(3);
    expect(world.group(late)?.members).toHaveLength(2);
  });

  it('greys what the rules refuse, with what the rule says, until they allow it', async () => {
    const world = createWorld();
    const jid = await createGroup(world, 'Locked');
    await call(world, 'PATCH', `/groups/${jid}`, { locked: true });
    const page = await open(world, `phone/${GUEST}/${jid}`);
    const rename = page.locator('.offer', { has: page.getByRole('button', { name: 'Rename' }) });
    await rename.locator('.reason').waitFor();
    expect(() => world.person(GUEST).tries().sets(jid, { name: 'Mine' })).toThrow(
      (await rename.locator('.reason').textContent()) ?? 'nothing',
    );
    const language = page.locator('.choices select').nth(1);
    await language.selectOption('pt');
    await page.getByText('Só admins podem alterar isto: o grupo está bloqueado.').first().waitFor();
    await language.selectOption('en');
    await rename.getByRole('textbox').fill('Mine');
    await rename.getByRole('button').click({ force: true });
    expect(world.group(jid)?.name).toBe('Locked');
    await call(world, 'PATCH', `/groups/${jid}`, { locked: false });
    await rename.locator('.reason').waitFor({ state: 'detached' });
    await rename.getByRole('textbox').press('Enter');
    await page.locator('.chats').getByRole('link', { name: /Mine/ }).waitFor();
    expect(world.group(jid)?.name).toBe('Mine');
    const search = page.getByRole('searchbox');
    await search.fill('+55 11 96666-6666');
    await search.press('Enter');
    await page.getByRole('heading', { name: '+55 11 96666-6666' }).waitFor();
    await expect.poll(() => search.inputValue()).toBe('');
    await page.getByPlaceholder('Invite link').waitFor();
  });

  it('makes a fault of a call, which strikes the next one like it', async () => {
    const world = createWorld();
    const jid = await createGroup(world, 'Here');
    const page = await open(world, 'traffic');
    await call(world, 'GET', '/groups/120363000000000000@g.us');
    await page.getByRole('link', { name: /getGroup.*no-such-group GET .*120363000000000000/ }).click();
    await page.getByRole('button', { name: 'Answer the next getGroup like this' }).click();
    await page.getByText('The next getGroup is answered like this one.').waitFor();
    expect((await call(world, 'GET', `/groups/${jid}`)).status).toBe(404);
    expect((await call(world, 'GET', `/groups/${jid}`)).status).toBe(200);
    await page.goto(`${mock.url}/console#/${world.name}/time`);
    await page.getByText('struck once').waitFor();
    await page.getByText('None: every call is answered as WhatsApp would.').waitFor();
    await page.getByRole('heading', { name: 'Spent' }).waitFor();
    await page.getByRole('button', { name: 'Take away' }).click();
    await page.getByRole('heading', { name: 'Spent' }).waitFor({ state: 'detached' });
  });

  it('shows which call a test waits for, and the one that comes closest', async () => {
    const world = createWorld();
    const page = await open(world, 'traffic');
    const waited = world.journal.waitFor('createGroup', { timeout: 60_000 });
    await page.getByText('A test waits for a call: operation createGroup').waitFor();
    await call(world, 'GET', '/groups');
    await page.getByText('operation is listGroups, not createGroup.').waitFor();
    await createGroup(world, 'Here');
    await waited;
    await page.getByText('A test waits').waitFor({ state: 'detached' });
  });

  it('finds a call that was made long ago, and leads back from one that is forgotten', async () => {
    const world = createWorld();
    await call(world, 'GET', '/user/groups');
    for (let count = 0; count < 200; count += 1) await call(world, 'GET', '/groups');
    const page = await open(world, 'traffic/1', { viewport: { width: 390, height: 844 } });
    await page.getByRole('heading', { name: /GET \/user\/groups/ }).waitFor();
    for (const [view, says] of [
      ['traffic', 'The journal no longer has this call.'],
      ['webhooks', 'The mock no longer has this delivery.'],
    ] as const) {
      await page.evaluate(`location.hash = '#/${world.name}/${view}/999'`);
      await page.getByText(says).waitFor();
      await page.getByRole('link', { name: 'Back' }).click();
      await page.locator('.tree').waitFor();
    }
  });

  it('receives the deliveries of who has no server, and sends one once more', async () => {
    const world = createWorld();
    const page = await open(world, 'webhooks');
    await call(world, 'POST', '/webhook', { webhook_url: OWN, enabled_events: ['group.info'] });
    await page.getByText(OWN).waitFor();
    await page
      .getByRole('button', { name: /Receive for/ })
      .first()
      .click();
    expect((await call(world, 'GET', '/webhook')).webhook.webhook_url).toBe(OWN);
    await page.getByRole('button', { name: 'Really replace this URL?' }).click();
    await page.getByText('received here').waitFor();
    expect(world.journal.calls('setWebhook')).toHaveLength(1);
    await createGroup(world, 'Told');
    const arrived = page.locator('.tree .status', { hasText: 'arrived' });
    await arrived.first().click();
    await page.getByText('sha256=').waitFor();
    const before = await arrived.count();
    await page.getByRole('button', { name: 'Send once more' }).click();
    await arrived.nth(before).waitFor();
  });

  it('moves the clock, sets a device, fills a world and keeps its tokens to itself', async () => {
    const world = createWorld();
    const page = await open(world, 'time');
    await page.getByRole('button', { name: '+72 h' }).click();
    await page.locator('.big-time', { hasText: '18 Jun 2026 12:00:00' }).waitFor();
    await page
      .getByLabel(/Device of/)
      .first()
      .selectOption('banned');
    await page.locator('select.warned').waitFor();
    expect(world.accounts[0]?.device).toBe('banned');
    await page.getByRole('link', { name: 'Worlds' }).click();
    await page.getByRole('button', { name: 'Add to this world waiting-room' }).click();
    await page.locator('.foot .status.good').waitFor();
    expect(world.groups()).toHaveLength(1);
    const token = page.getByText(world.token);
    expect(await token.count()).toBe(0);
    await page.getByRole('button', { name: 'Show' }).click();
    await token.waitFor();
  });

  it('ends the world that is looked at when it is sure, and restores one from a file', async () => {
    const world = createWorld();
    const page = await open(world, 'worlds');
    const buffer = Buffer.from(JSON.stringify({ snapshot: world.snapshot() }));
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'snapshot.json', mimeType: 'application/json', buffer });
    await page.locator('.foot .status.good').waitFor();
    expect(await page.locator('.foot code').textContent()).toContain("-d '@snapshot.json'");
    const other = mock.world();
    await page.goto(`${mock.url}/console#/${other.name}/worlds`);
    await page.getByRole('button', { name: `End ${other.name}` }).click();
    expect(await worldNames()).toContain(other.name);
    await page.getByRole('button', { name: 'Really end it?' }).click();
    await page.getByRole('heading', { name: 'World “default”' }).waitFor();
    await page.locator('.connection.live').waitFor();
    expect(await page.getByText('It does not answer.').count()).toBe(0);
    await page.getByRole('link', { name: other.name }).waitFor({ state: 'detached' });
    expect(await worldNames()).not.toContain(other.name);
  });

  it('shows every name as text, whatever is in it', async () => {
    const world = createWorld();
    const names = ['<img src=x onerror=alert(1)>', '\u001b[31mred', '\u202egnp.exe', 'a'.repeat(1000)];
    const jids = await Promise.all(names.map((_, index) => createGroup(world, `Name ${index}`)));
    for (const [index, jid] of jids.entries()) world.changeGroup(jid, { name: names[index] ?? '' });
    world.person(GUEST).is({ name: names[0] ?? '' });
    for (const [index, jid] of jids.entries()) {
      const page = await open(world, `groups/${jid}`);
      expect(await page.locator('h2').textContent()).toBe(names[index]);
      expect(await page.locator('img').count()).toBe(0);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(1400);
      await page.close();
    }
  });

  it('says that the mock is gone, and that it was restarted', async () => {
    const gone: RequestListener = (request) => request.socket.destroy();
    let listener: RequestListener = createApp(createMock({ seed: 1, scenario: 'launch-team' }));
    const { url, server } = await listenWith((request, response) => listener(request, response));
    const page = await openPage(`${url}/console`);
    await page.locator('.connection.live').waitFor();
    listener = gone;
    server.closeAllConnections();
    await page.getByText('It does not answer.').waitFor();
    listener = createApp(createMock({ seed: 2, scenario: 'school' }));
    await page.getByText('The mock was restarted.').waitFor();
    await page
      .getByRole('link', { name: /Escola Horizonte/ })
      .first()
      .waitFor();
  });

  it('asks for the control token, under a prefix and with a base path as well', async () => {
    const guarded = createMock({ basePath: '/api/v1', access: { token: 's3cret', exposed: true } });
    const { url } = await listenWith(express().use('/wuts', createApp(guarded)));
    const page = await openPage(`${url}/wuts/console/`);
    const field = page.getByLabel('Control token');
    await field.fill('wrong');
    await page.getByRole('button', { name: 'Open' }).click();
    await field.fill('s3cret');
    await page.getByRole('button', { name: 'Open' }).click();
    await page.locator('.connection.live').waitFor();
    expect(
      await page.evaluate('JSON.stringify([localStorage, sessionStorage, document.cookie])'),
    ).not.toContain('s3cret');
    await page.getByRole('link', { name: 'Webhooks' }).click();
    await page
      .getByRole('button', { name: /Receive for/ })
      .first()
      .click();
    await page.locator('.foot .status.good').waitFor();
    const foot = await page.locator('.foot code').textContent();
    expect(foot).toContain(`-H 'X-Control-Token: '"$CONTROL_TOKEN"''`);
    expect(foot).not.toContain('s3cret');
  });

  it.each([
    ['light', 'en-US', 1400],
    ['dark', 'pt-BR', 390],
  ] as const)(
    'has nothing that axe finds in any view, %s, %s, %i points wide',
    async (colorScheme, locale, width) => {
      const world = createWorld();
      await world.seed({ scenario: 'waiting-room' });
      const [group] = world.groups();
      await call(world, 'GET', '/groups');
      world.faults.add({ preset: 'rate-limited' });
      const page = await open(world, 'groups', { colorScheme, locale, viewport: { width, height: 844 } });
      expect(await page.locator('html').getAttribute('lang')).toBe(locale === 'pt-BR' ? 'pt-BR' : 'en');
      await page.evaluate(axe.source);
      for (const view of [...VIEWS, `groups/${group?.jid}`, `phone/${GUEST}/${group?.jid}`, 'traffic/1']) {
        await page.evaluate(`location.hash = '#/${world.name}/${view}'`);
        await page
          .locator(view.includes('/') ? '.pane-head' : 'main')
          .first()
          .waitFor({ state: 'attached' });
        const found = await page.evaluate(
          'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]))',
        );
        expect(found, view).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth'), view).toBeLessThanOrEqual(width);
        const tab = await page.locator('.tabs [aria-current]').boundingBox();
        expect((tab?.x ?? 0) + (tab?.width ?? width), view).toBeLessThanOrEqual(width);
      }
    },
  );

  it('shows a world of many groups by what can be seen of it, and finds one of them', async () => {
    const world = createWorld();
    await world.seed({ groups: 2000, members: [2, 3] });
    const page = await open(world);
    await page.getByText('2000 groups').waitFor();
    expect(await page.locator('.tree li').count()).toBeLessThan(60);
    const phone = await open(world, `phone/${world.phone}`);
    await phone.locator('.chats [aria-posinset="2"]').waitFor();
    expect(
      world.groups().filter(({ members }) => members.some((one) => one.phone === world.phone)).length,
    ).toBeGreaterThan(60);
    expect(await phone.locator('li').count()).toBeLessThan(180);
    const last = world.groups().at(-1);
    await page.getByRole('searchbox').fill(last?.jid ?? '');
    await page.locator('.tree .row').first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: last?.name ?? '' }).waitFor();
  });

  it('takes one Tab into a long list and one out of it, and goes through it by keys', async () => {
    const world = createWorld();
    await world.seed({ groups: 300, members: [2, 3] });
    const page = await open(world);
    const place = () => page.evaluate('document.activeElement.closest("li")?.ariaPosInSet');
    await page.getByRole('checkbox').focus();
    await page.keyboard.press('Tab');
    expect(await place()).toBe('2');
    const steps = [
      ['ArrowDown', '3'],
      ['ArrowUp', '2'],
      ['ArrowUp', '2'],
      ['End', '301'],
      ['ArrowDown', '301'],
      ['Home', '2'],
    ] as const;
    for (const [key, wanted] of steps) {
      await page.keyboard.press(key);
      await expect.poll(place, { message: key }).toBe(wanted);
    }
    await page.keyboard.press('PageDown');
    await expect.poll(async () => Number(await place())).toBeGreaterThan(8);
    const deep = await place();
    await page.evaluate('document.querySelector(".virtual").scrollTop = 12000');
    await page.locator('li[aria-posinset="200"]').waitFor();
    expect(await place()).toBe(deep);
    await page.keyboard.press('Tab');
    expect(await place()).toBeUndefined();
    await page.keyboard.press('Shift+Tab');
    expect(await place()).toBe(deep);
    await page.keyboard.press('PageUp');
    await expect.poll(place).toBe('2');
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate('document.activeElement.type')).toBe('checkbox');
  });
});

/** A server of its own, closed with the test. */
async function listenWith(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
