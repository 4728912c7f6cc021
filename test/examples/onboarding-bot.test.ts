/** The bot of `examples/onboarding-bot`, under each preset of faults. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createBot, type Job } from '../../examples/onboarding-bot/bot.ts';
import { createGateway } from '../../examples/onboarding-bot/gateway.ts';
import { PRESETS } from '../../mock/faults/presets.ts';
import { startMock } from '../../mock/index.ts';
import type { ControlBody } from '../../spec/index.ts';

type Preset = keyof typeof PRESETS;

const [LEAD, MEMBER, PRIVATE, REFUSED] = ['5511777777771', '5511777777772', '5511777777773', '5511777777774'];
const PEOPLE = [LEAD, MEMBER, PRIVATE, REFUSED];
const SCHOOL: Job = { community: 'School', people: PEOPLE, lead: LEAD };
const CLUB: Job = { ...SCHOOL, community: 'Club' };

/** What a preset is given beside its name, so that it strikes within the few calls of a test. */
const BESIDE: Partial<Record<Preset, Omit<ControlBody<'createFault'>, 'preset'>>> = {
  'rate-limited': { per_window: { calls: 5, seconds: 60 } },
  'slow-gateway': { delay_ms: [1, 5] },
};

let mock: Awaited<ReturnType<typeof startMock>>;
let receiver: Server;
let hear: (event: Parameters<ReturnType<typeof createBot>['hear']>[0]) => void;

beforeAll(async () => {
  mock = await startMock({ port: 0 });
  receiver = createServer(async (request, response) => {
    let text = '';
    for await (const part of request.setEncoding('utf8')) text += part;
    hear(JSON.parse(text));
    response.end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => receiver.once('listening', resolve));
});
afterAll(async () => {
  receiver.close();
  await mock.close();
});

it.each(Object.keys(PRESETS) as Preset[])('comes through %s, and tells what is so', async (preset) => {
  using world = mock.world();
  world.person(PRIVATE).is({ addable_by: 'nobody' });
  world.person(REFUSED).is({ blocked: [world.phone] });
  const gateway = createGateway(mock.url, world.token, async (seconds) => world.clock.advance({ seconds }));
  const welcomed: string[] = [];
  const invites: string[] = [];
  const voice = {
    invite: (phone: string, invite: object) => void invites.push(`${phone} ${Object.keys(invite)}`),
    welcome: (phone: string, community: string) => void welcomed.push(`${phone} ${community}`),
  };
  const bot = createBot(gateway, voice, world.phone);
  hear = bot.hear;
  const { port } = receiver.address() as AddressInfo;
  const webhook_url = `http://127.0.0.1:${port}/`;
  await gateway.change('POST', '/webhook', { webhook_url, enabled_events: ['group.info', 'group.joined'] });
  const group = preset === 'group-broken' ? await jidOfNew() : undefined;
  const strike = (after: number) =>
    world.faults.add({ preset, after, ...BESIDE[preset], ...(group && { group }) });

  const [fault] = [0, 2, 5].map(strike);
  await bot.onboard([SCHOOL, CLUB]);
  strike(0);
  const reports = await bot.onboard([SCHOOL, CLUB]);
  world.clock.advance({ minutes: 5 });
  await world.webhooks.settled();
  await bot.sweep();

  expect(world.faults.list().find(({ id }) => id === fault?.id)?.fired).toBeGreaterThan(0);
  world.faults.clear();
  const expected = await Promise.all([SCHOOL, CLUB].map(whatIsSo));
  expect(reports.map((one) => ({ ...one, members: [...one.members].sort() }))).toEqual(expected);
  const isWell = (community: string) =>
    preset !== 'promote-does-nothing' && (preset !== 'group-broken' || community === 'Club');
  expect(expected.map(({ isLed }) => isLed)).toEqual(['School', 'Club'].map(isWell));
  expect(expected.map(({ members }) => members.includes(MEMBER))).toEqual(
    ['School', 'Club'].map((name) => preset !== 'group-broken' || name === 'Club'),
  );
  const perCommunity = expected.flatMap(({ invited }) => invited);
  expect(invites.map((one) => one.split(' ')[0]).sort()).toEqual(perCommunity.sort());
  expect(invites.filter((one) => one === `${PRIVATE} code`).length).toBeGreaterThan(0);
  expect(welcomed.sort()).toEqual(
    expected
      .flatMap(({ community, members }) => members.map((phone) => `${phone} ${community}`))
      .filter((one) => !one.startsWith(world.phone))
      .sort(),
  );

  async function whatIsSo({ community }: Job) {
    const { groups = [] } = await gateway.read('/groups');
    const [one, ...twins] = groups.filter(({ name, is_community }) => is_community && name === community);
    expect(twins).toEqual([]);
    const part = groups.find(
      ({ parent_jid, is_announcement_group }) => is_announcement_group && parent_jid === one?.jid,
    );
    const rows = (await gateway.read(`/groups/${part?.jid}`)).group?.participants ?? [];
    const members = rows.map(({ phone_number }) => phone_number.replace(/@.*/, ''));
    return {
      community,
      members: members.sort(),
      invited: PEOPLE.filter((phone) => !members.includes(phone)),
      isLed: rows.some(({ phone_number, is_admin }) => is_admin && phone_number.startsWith(LEAD)),
    };
  }

  async function jidOfNew(): Promise<string> {
    await bot.onboard([{ ...SCHOOL, people: [] }]);
    return (await gateway.read('/groups')).groups?.find(({ is_community }) => is_community)?.jid ?? '';
  }
});
