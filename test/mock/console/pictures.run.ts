/** `npm run console:pictures`: takes the pictures of `docs/console.md` anew. */
import { chromium } from 'playwright-core';
import { startMock } from '../../../mock/index.ts';

const FOLDER = new URL('../../../docs/pictures/', import.meta.url).pathname;
const INVITED = '5500000000403';

await using mock = await startMock({ port: 0, seed: 1, scenario: 'waiting-room' });
const world = mock.defaultWorld;
for (const scenario of ['launch-team', 'school'] as const) await world.seed({ scenario });
const groups = world.groups();
const room = groups.find(({ join_requests: waiting }) => waiting.length > 0)?.jid ?? '';
const team = groups.find(({ members }) => members.length === 7)?.jid ?? '';
world.person(world.phone).adds(team, INVITED);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 760 }, locale: 'en-US' });
  const take = async (name: string, view: string, ready: string) => {
    await page.goto(`${mock.url}/console#/default/${view}`);
    await page.locator('.connection.live').waitFor();
    await page.locator(ready).first().waitFor();
    await page.screenshot({ path: `${FOLDER}console-${name}.png` });
  };
  await take('group', `groups/${room}`, '.history li');
  await page.emulateMedia({ colorScheme: 'dark' });
  await take('phone', `phone/${INVITED}`, '.invite');
} finally {
  await browser.close();
}
