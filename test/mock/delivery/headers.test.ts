/** What no case sends: headers of a webhook that belong to HTTP or to the signature, and those that are none. */
import { describe, expect, it } from 'vitest';
import { OF_A_CONNECTION, OF_HTTP } from '../../../mock/delivery/webhook-headers.ts';
import { type Snapshot, sealOf } from '../../../mock/tenants/snapshot.ts';
import { createReceiver } from './receiver.ts';
import { createStage, type Stage } from './stage.ts';

/** As whoever registers them may spell them. */
const SPELLINGS: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase()),
];

describe('headers that belong to HTTP', () => {
  it.each(SPELLINGS.map((spell) => [spell(OF_HTTP[0] ?? ''), spell] as const))(
    'are taken and stay here: %s and the others',
    async (_, spell) => {
      const headers = Object.fromEntries(OF_HTTP.map((name) => [spell(name), 'x-mine']));
      const [plain, { got }] = await Promise.all([sent({}), sent(headers)]);
      expect(Object.keys(got)).toEqual(Object.keys(plain.got));
      expect(Object.values(got)).not.toContain('x-mine');
    },
  );

  it('hold those that end or frame a message, which no fault may have either', async () => {
    expect(OF_HTTP).toEqual(expect.arrayContaining([...OF_A_CONNECTION]));
    const { control } = await createStage();
    for (const name of OF_A_CONNECTION.flatMap((one) => SPELLINGS.map((spell) => spell(one)))) {
      const answer = await control('POST', '/faults', { status: 500, headers: { [name]: 'x' } });
      expect(answer, name).toMatchObject({ status: 400, body: { validation: [{ field: 'headers' }] } });
    }
  });
});

describe('the header of the signature', () => {
  it.each([
    ['X-Webhook-Signature', {}],
    ['x-hub-signature-256', { rulings: { 'webhook-signature-header': 'X-Hub-Signature-256' } }],
  ])('%s is no matter of the webhook, with a secret or without', async (name, options) => {
    const unsigned = await sent({ [name]: 'zz' }, { secret: undefined }, options);
    expect(unsigned.got).not.toHaveProperty(name.toLowerCase());
    const signed = await sent({ [name]: 'zz' }, {}, options);
    expect(signed.got[name.toLowerCase()]).toMatch(/^sha256=[0-9a-f]{64}$/);
  });

  it('is any name where the signature stands in no header', async () => {
    const rulings = { 'webhook-signature-header': 'none' };
    const { got } = await sent({ 'X-Webhook-Signature': 'zz' }, {}, { rulings });
    expect(got['x-webhook-signature']).toBe('zz');
  });
});

describe('a value', () => {
  it.each(['a\tb', 'José', '🦜', '\ud800', '', ' a '])('arrives in UTF-8: %j', async (value) => {
    const { got, state } = await sent({ 'X-Name': value });
    expect(state).toBe('delivered');
    const arrived = Buffer.from(String(got['x-name']), 'latin1').toString('utf8');
    expect(arrived).toBe(value.toWellFormed().trim());
  });
});

const NONE: [headers: object, field: string, message: string | RegExp][] = [
  [{ 'x y': 'a' }, 'headers', 'cannot have "x y" in it, which must be a name that HTTP allows'],
  [{ '': 'a' }, 'headers', /"" in it, which must be a name that HTTP allows/],
  [{ 'X-É': 'a' }, 'headers', /a name that HTTP allows/],
  [{ 'a:b': 'a' }, 'headers', /a name that HTTP allows/],
  [{ 'X-A': 'a\r\nX-B: b' }, 'headers.X-A', 'must be text without line breaks or other control characters'],
  [{ 'X-A': 'a\u0000' }, 'headers.X-A', /control characters/],
  [{ 'X-A': '\u007f' }, 'headers.X-A', /control characters/],
];

describe.each(NONE)('what cannot be a header: %j', (headers, field, message) => {
  const wanted = { webhook_url: 'https://example.com', enabled_events: ['group.info'], headers };
  const said = typeof message === 'string' ? message : expect.stringMatching(message);

  it('is refused by POST /webhook', async () => {
    const { as } = await createStage();
    const { status, body } = await as('first').post('/webhook', wanted);
    expect([status, body.error_code]).toEqual([400, 'VALIDATION_ERROR']);
    expect(body.validation).toMatchObject([{ field, message: said }]);
    expect((await as('first').get('/webhook')).status).toBe(404);
  });

  it('is refused by the control plane', async () => {
    const { control } = await createStage();
    const answer = await control('PATCH', '/accounts/5511999999999', { webhook: wanted });
    expect(answer).toMatchObject({
      status: 400,
      body: { validation: [{ field: `webhook.${field}`, message: said }] },
    });
  });

  it('is taken from a world that was saved with it, and stays here', async () => {
    const { stage, got, state } = await sent({ 'X-Mine': 'one' }, {}, {}, (one) => load(one, headers));
    expect([state, got['x-mine']]).toEqual(['delivered', 'one']);
    expect((await stage.as('first').get('/webhook')).body.webhook.headers).toMatchObject(headers);
  });
});

/** What a receiver got of a webhook with these headers, and what became of that delivery. */
async function sent(
  headers: object,
  more: object = {},
  options: Parameters<typeof createStage>[0] = {},
  before: (stage: Stage) => Promise<void> = async () => {},
) {
  const stage = await createStage(options);
  const receiver = await createReceiver();
  await stage.subscribe('first', receiver, { headers, ...more });
  await before(stage);
  await stage.as('first').createGroup();
  const [delivery] = await stage.deliveries();
  return { stage, got: receiver.received[0]?.headers ?? {}, state: delivery?.state };
}

/** Loads the world again, as if its first webhook had these headers too. */
async function load({ control }: Stage, headers: object): Promise<void> {
  type Saved = { snapshot: Snapshot & { world: { devices: { webhook: { headers: object } }[] } } };
  const { body } = await control<Saved>('GET', '/snapshot');
  const [device] = body.snapshot.world.devices;
  if (device !== undefined) Object.assign(device.webhook.headers, headers);
  body.snapshot.seal = sealOf(body.snapshot);
  expect(await control('PUT', '/snapshot', body)).toMatchObject({ status: 200 });
}
