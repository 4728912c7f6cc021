import { afterEach, describe, expect, it } from 'vitest';
import { startMock } from '../../../mock/index.ts';
import { createValidator, loadDocument } from '../../../spec/index.ts';
import { serveBroken } from '../broken-server/server.ts';
import { startPrism } from './prism.ts';

const headers = {
  Authorization: 'Bearer 11111111-1111-4111-8111-111111111111',
  'Content-Type': 'application/json',
};

/** What a test started, to be ended whatever becomes of it. */
const started: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of started.splice(0)) await stop();
});

describe('Prism', { timeout: 120_000 }, () => {
  it('mocks the document without a memory: the answers are its examples', async () => {
    const prism = await startPrism('prism:mock');
    started.push(prism.stop);
    const made = await fetch(`${prism.url}/groups`, {
      method: 'POST',
      headers,
      body: '{"name":"Friends","participants":["5511777777777"]}',
    });
    const { group } = JSON.parse(await made.text());
    const read = await fetch(`${prism.url}/groups/${group.jid}`, { headers });
    const body = JSON.parse(await read.text());
    const refused = await fetch(`${prism.url}/groups/${group.jid}`, {
      headers: { ...headers, Prefer: 'code=404' },
    });
    expect([made.status, read.status, refused.status]).toEqual([201, 200, 404]);
    expect(group.name).not.toBe('Friends');
    const document = loadDocument();
    const getGroup = document.operations.find(({ id }) => id === 'getGroup');
    expect(createValidator(document).reply(getGroup, 200, body)).toEqual([]);
  });

  it('watches as a proxy: it passes everything on, and says what does not fit the document', async () => {
    const mock = await startMock({ port: 0 });
    const prism = await startPrism('prism:proxy', mock.url);
    started.push(prism.stop, mock.close);
    const kept = await fetch(`${prism.url}/groups`, { headers });
    const wrong = await fetch(`${prism.url}/groups`, { method: 'POST', headers, body: '{"name":7}' });
    expect([kept.status, kept.headers.get('sl-violations')]).toEqual([200, null]);
    expect(wrong.status).toBe(400);
    expect(wrong.headers.get('sl-violations')).toContain('body');
  });

  it('refuses with --errors, also an implementation that breaks the contract', async () => {
    const broken = await serveBroken(() => ({ answer }) => ({
      ...answer(),
      body: '{"success":true,"groups":{}}',
    }));
    const prism = await startPrism('prism:proxy', broken.url, '--errors');
    started.push(prism.stop, broken.close);
    const response = await fetch(`${prism.url}/groups`, { headers });
    const body = await response.text();
    expect(response.status).toBe(500);
    expect(body).toContain('prism/errors#VIOLATIONS');
  });
});
