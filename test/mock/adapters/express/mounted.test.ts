/** What no call shows: the mock as a part of another Express app. */
import express from 'express';
import { describe, expect, it } from 'vitest';
import { createApp, createMock } from '../../../../mock/index.ts';
import { type Client, clientOf, createClient, TOKENS } from '../../client.ts';

/** The mock as a part of another app, which reads JSON bodies of its own. */
async function mounted(): Promise<Client> {
  const app = express();
  app.use(express.json());
  app.get('/health', (_, response) => void response.send('ok'));
  app.use('/api/v1', createApp(createMock({ seed: 1 })));
  return clientOf(app, '/api/v1');
}

/** Some of everything; the answers as they came. */
async function tour({ as, send }: Client): Promise<string[]> {
  const { get, post, put, patch, delete: remove, createGroup, createCommunity } = as('first');
  const { jid } = await createGroup();
  const community = await createCommunity();
  const headers = { Authorization: `Bearer ${TOKENS.first}`, 'Content-Type': 'text/plain' };
  const answers = [
    await get('/groups?token=x'),
    await get(`/groups/${jid.replace('@', '%40')}`),
    await patch(`/groups/${jid}`, { topic: 'Älter ist besser 🦜' }),
    await put(`/groups/${jid}/ephemeral`, { duration_seconds: 86400 }),
    await post(`/groups/${jid}/participants`, { participants: ['5511888888888', '5500000000403'] }),
    await remove(`/groups/${jid}/participants`, { participants: ['5511888888888'] }),
    await post(`/groups/${jid}/invite/reset`),
    await post(`/communities/${community.jid}/groups`, { group_jid: jid }),
    await post('/groups', {}),
    await post('/groups', [1]),
    await post('/groups'),
    await get('/groups/%E0%A4%A'),
    await get('/nothing'),
    await patch('/groups', { name: 'x' }),
    await get('/groups/'),
    await as('second').get(`/groups/${jid}`),
    await send({}),
    await send({ method: 'POST', headers, body: Buffer.from('{"name":"Friends"}') }),
    await remove(`/groups/${jid}/leave`),
    await get('/groups'),
  ];
  return answers.map(({ status, headers, text }) => `${status} ${headers['x-mock-rule'] ?? ''} ${text}`);
}

describe('mounted under a prefix, after express.json()', () => {
  it('answers byte for byte what it answers on its own', async () => {
    const alone = await createClient({ seed: 1 });
    expect(await tour(await mounted())).toEqual(await tour(alone));
  });

  it('leaves the other paths to the other app', async () => {
    const { url } = await mounted();
    const health = await fetch(new URL('/health', url));
    expect(await health.text()).toBe('ok');
    const groups = await fetch(new URL('/groups', url));
    expect([groups.status, groups.headers.get('x-mock-rule')]).toEqual([404, null]);
  });

  it('names its own paths in Allow, and its root is its front page', async () => {
    const { send, as } = await mounted();
    expect((await send({ method: 'PUT' })).headers.allow).toBe('GET, POST');
    expect((await as('first').get('')).text).toMatch(/^This is a WUTS mock\n/);
  });

  it('two mocks in one app keep apart', async () => {
    const app = express();
    app.use('/one', createApp(createMock()));
    app.use('/two', createApp(createMock()));
    const { as } = await clientOf(app);
    await as('first').post('/one/groups', { name: 'Friends', participants: ['5511777777777'] });
    expect((await as('first').get('/one/groups')).body.groups).toHaveLength(1);
    expect((await as('first').get('/two/groups')).body.groups).toHaveLength(0);
  });
});
