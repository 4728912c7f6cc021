import { describe, expect, it } from 'vitest';
import { callsOn } from './calls.ts';
import { createClient, expectRefusal, TOKENS } from './client.ts';

const WEBHOOK = { webhook_url: 'https://example.com/hook', enabled_events: ['group.info'] };

describe('the device', () => {
  it('is connected at start', async () => {
    const { as } = await createClient({ seed: 1 });
    const { status, body } = await as('second').get('/status');
    expect(status).toBe(200);
    expect(body.data).toEqual({
      connected: true,
      status: 'connected',
      device_id: expect.stringMatching(/^[0-9a-f]{8}-/),
      jid: '5511888888888@s.whatsapp.net',
      phone_number: '5511888888888',
      is_logged_in: true,
      last_seen: '2026-06-15T12:00:00Z',
    });
  });

  it('is disconnected and connected again, and keeps its credentials', async () => {
    const { as } = await createClient();
    const { get, post } = as('first');
    const { device_id } = (await get('/status')).body.data;

    const off = await post('/disconnect');
    expect(off.body.data).toEqual({ message: expect.any(String), device_id });
    expect((await get('/status')).body.data).toMatchObject({
      connected: false,
      status: 'disconnected',
      device_id,
      is_logged_in: true,
    });

    const on = await post('/connect');
    expect(on.body.data).toEqual({ status: 'connected', device_id, needs_qr: false });
    expect((await get('/status')).body.data).toMatchObject({ connected: true, status: 'connected' });
  });

  it('may be connected and disconnected twice', async () => {
    const { post } = (await createClient()).as('first');
    const paths = ['/connect', '/connect', '/disconnect', '/disconnect', '/connect'];
    for (const path of paths) expect(await post(path)).toMatchObject({ status: 200 });
  });

  it('is another one for each account', async () => {
    const { as } = await createClient();
    await as('first').post('/disconnect');
    expect((await as('second').get('/status')).body.data.connected).toBe(true);
    expect(await as('second').get('/groups')).toMatchObject({ status: 200 });
  });
});

describe('while the device is disconnected', () => {
  it('none of the 17 operations does anything, and all work again afterwards', async () => {
    const { as, send } = await createClient({ seed: 1 });
    const { post, get, createGroup } = as('first');
    const { jid } = await createGroup();
    const before = (await get(`/groups/${jid}`)).text;
    await post('/disconnect');
    for (const call of callsOn(jid)) {
      const answer = await send({ ...call, headers: { Authorization: TOKENS.first } });
      expectRefusal(answer, 503, 'DEVICE_NOT_READY', 'device-not-ready');
    }
    await post('/connect');
    expect((await get(`/groups/${jid}`)).text).toBe(before);
    expect((await get('/groups')).body.groups).toHaveLength(1);
  });

  it('what others do to its groups still happens', async () => {
    const { as } = await createClient();
    const { jid } = await as('second').createGroup();
    await as('first').post('/disconnect');
    await as('second').post(`/groups/${jid}/participants`, { participants: ['5511999999999'] });
    await as('first').post('/connect');
    expect((await as('first').get('/groups')).body.groups).toMatchObject([{ jid }]);
  });

  it('the supporting operations work', async () => {
    const { get, post } = (await createClient()).as('first');
    await post('/disconnect');
    expect(await post('/webhook', WEBHOOK)).toMatchObject({ status: 200 });
    for (const path of ['/status', '/webhook', '/webhook/events']) {
      expect(await get(path)).toMatchObject({ status: 200 });
    }
  });
});

describe('the webhook', () => {
  it('is 404 until it is set', async () => {
    const { get } = (await createClient()).as('first');
    expectRefusal(await get('/webhook'), 404, 'NOT_FOUND', 'no-webhook');
  });

  it('has defaults', async () => {
    const { get, post } = (await createClient({ seed: 1 })).as('first');
    const set = await post('/webhook', WEBHOOK);
    expect(set.body.webhook).toEqual({
      id: expect.any(String),
      ...WEBHOOK,
      enabled: true,
      retry_attempts: 3,
      timeout: 30,
      headers: {},
      created_at: '2026-06-15T12:00:00Z',
      updated_at: '2026-06-15T12:00:00Z',
    });
    expect((await get('/webhook')).body.webhook).toEqual(set.body.webhook);
  });

  it('is replaced as a whole; its id stays', async () => {
    const { get, post } = (await createClient()).as('first');
    const full = { ...WEBHOOK, enabled: false, retry_attempts: 0, timeout: 5, headers: { 'X-Team': 'blue' } };
    const { id } = (await post('/webhook', full)).body.webhook;
    expect((await get('/webhook')).body.webhook).toMatchObject({ id, ...full });
    await post('/webhook', WEBHOOK);
    const { webhook } = (await get('/webhook')).body;
    expect(webhook).toMatchObject({ id, enabled: true, retry_attempts: 3, headers: {} });
  });

  it('never shows its secret', async () => {
    const { get, post } = (await createClient()).as('first');
    const set = await post('/webhook', { ...WEBHOOK, secret: 's3cret' });
    expect(set.text + (await get('/webhook')).text).not.toMatch(/s3cret|"secret"/);
  });

  it('is another one for each account', async () => {
    const { as } = await createClient();
    await as('first').post('/webhook', WEBHOOK);
    expect(await as('second').get('/webhook')).toMatchObject({ status: 404 });
  });

  it.each([
    ['https://example.com/hook?a=b', 200],
    ['http://localhost:8080/hook', 200],
    ['http://127.0.0.1', 200],
    ['http://[::1]:3000/', 200],
    ['http://example.com', 400],
    ['http://localhost.example.com', 400],
    ['http://localhost@example.com', 400],
    ['http://127.0.0.1.example.com', 400],
    ['ftp://example.com', 400],
    ['example.com', 400],
    ['https://', 400],
    ['', 400],
  ])('with the URL %s is %i', async (webhook_url, status) => {
    const { post } = (await createClient()).as('first');
    expect(await post('/webhook', { ...WEBHOOK, webhook_url })).toMatchObject({ status });
  });
});

it('the events that a webhook can receive', async () => {
  const { body } = await (await createClient()).as('first').get('/webhook/events');
  const names = [
    'device.connected',
    'device.disconnected',
    'device.logged_out',
    'group.info',
    'group.joined',
  ];
  expect(body.events).toEqual(names);
});
