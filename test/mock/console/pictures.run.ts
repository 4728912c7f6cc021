/** `npm run console:pictures`: takes the pictures of `docs/console.md` anew. With a folder, `-- /tmp/pictures`, it takes those of all views into it. */
import { fileURLToPath } from 'node:url';
import { type BrowserContextOptions, chromium } from 'playwright-core';
import { startMock } from '../../../mock/index.ts';

interface Picture {
  readonly name: string;
  readonly view: string;
  /** What is there when it can be taken. */
  readonly ready: string;
  readonly world?: string;
  readonly with?: BrowserContextOptions;
  readonly isGone?: boolean;
}

const [, , folder] = process.argv;
const DOCS = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url));
const INVITED = '5500000000403';
const [NARROW, WIDE] = [
  { viewport: { width: 390, height: 844 } },
  { viewport: { width: 2560, height: 1300 } },
];
const DARK = { colorScheme: 'dark' } as const;
const BRAZIL = { locale: 'pt-BR' };

await using mock = await startMock({ port: 0, seed: 1, scenario: 'waiting-room' });
const world = mock.defaultWorld;
for (const scenario of ['launch-team', 'school'] as const) await world.seed({ scenario });
const groups = world.groups();
const room = groups.find(({ join_requests: waiting }) => waiting.length > 0)?.jid ?? '';
const team = groups.find(({ members }) => members.length === 7)?.jid ?? '';
world.person(world.phone).adds(team, INVITED);
await call('GET', '/groups');
await call('PATCH', `/groups/${room}`, { name: 'Waiting room 🚪' });
await call('GET', '/groups/120363000000000000@g.us');
world.faults.add({ preset: 'slow-gateway' });

const group = { view: `groups/${room}`, ready: '.history li' };
const phone = { view: `phone/${INVITED}`, ready: '.invite' };
const traffic = { view: 'traffic/2', ready: '.json' };
const time = { view: 'time', ready: '.presets li' };
const worlds = { view: 'worlds', ready: '.someone .acts' };
const webhooks = { view: 'webhooks', ready: '.someone' };

const IN_DOCS: readonly Picture[] = [
  { name: 'group', ...group },
  { name: 'phone', ...phone, with: DARK },
];

const OF_ALL: readonly Picture[] = [
  ...Object.entries({ group, phone, traffic, time, worlds, webhooks }).flatMap(([name, what]) => [
    { name: `${name}-1400`, ...what, with: { viewport: { width: 1400, height: 900 } } },
    { name: `${name}-390-dark-pt`, ...what, with: { ...NARROW, ...DARK, ...BRAZIL } },
    { name: `${name}-2560-pt`, ...what, with: { ...WIDE, ...BRAZIL } },
  ]),
  { name: 'many', view: 'groups', ready: '.tree .row', world: 'many' },
  { name: 'empty', view: 'groups', ready: '.empty', world: 'empty' },
  { name: 'gone', ...group, isGone: true },
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  if (folder !== undefined) {
    mock.world({ name: 'empty', seed: 1 });
    await mock.world({ name: 'many', seed: 1 }).seed({ groups: 10_000, members: [2, 3] });
  }
  for (const picture of folder === undefined ? IN_DOCS : OF_ALL) await take(picture);
} finally {
  await browser.close();
}

async function take({ name, view, ready, world: of = 'default', isGone = false, ...one }: Picture) {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 760 },
    locale: 'en-US',
    ...one.with,
  });
  await page.goto(`${mock.url}/console#/${of}/${view}`);
  await page.locator('.connection.live').waitFor();
  await page.locator(ready).first().waitFor();
  if (isGone) {
    await mock.close();
    await page.locator('.bar.bad').waitFor();
  }
  await page.screenshot({ path: `${folder ?? DOCS}/console-${name}.png` });
  await page.close();
}

async function call(method: string, path: string, body?: object): Promise<void> {
  const headers = { Authorization: `Bearer ${world.token}`, 'Content-Type': 'application/json' };
  await fetch(mock.url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
}
