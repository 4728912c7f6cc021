/** What no call shows: what the report says of calls that do not fit the document. */
import { describe, expect, it } from 'vitest';
import { createMock } from '../../../../mock/index.ts';

/** A consumer that can get everything wrong. */
function createConsumer() {
  const { fetch: ask, defaultWorld: world } = createMock({ seed: 1 });
  const json = { Authorization: `Bearer ${world.token}`, 'Content-Type': 'application/json' };
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = json,
  ) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const init = { method, headers, ...(body === undefined ? {} : { body: text }) };
    return JSON.parse(await (await ask(`http://wuts.test${path}`, init)).text());
  };
  const kinds = () => world.consumer.report().map(({ kind }) => kind);
  return { world, call, kinds, json };
}

const GROUP = { name: 'Team', participants: ['5511777777777'] };

describe('a consumer that keeps to the contract', () => {
  it('is told nothing, refusals that it could not foresee included', async () => {
    const { call, kinds, world } = createConsumer();
    const { jid } = (await call('POST', '/groups', GROUP)).group;
    await call('GET', `/groups/${jid}`);
    await call('POST', `/groups/${jid}/participants`, { participants: ['5500000000403'], action: 'add' });
    await call('GET', '/groups/120363000000000000@g.us');
    world.faults.next('listGroups', { status: 400 });
    await call('GET', '/groups');
    expect(kinds()).toEqual([]);
  });
});

describe('a consumer is told of', () => {
  it.each([
    ['unknown-path', 'GET', '/group', undefined],
    ['wrong-method', 'PATCH', '/groups', {}],
    ['invalid-request', 'POST', '/groups', { name: 'Team' }],
    ['invalid-request', 'POST', '/groups', '{"name":'],
    ['unknown-parameter', 'GET', '/groups?page=2', undefined],
    ['unknown-property', 'POST', '/groups', { ...GROUP, picture: 'x', options: { colour: 'red' } }],
  ])('%s: %s %s', async (kind, method, path, body) => {
    const { call, world } = createConsumer();
    await call(method, path, body);
    const [mistake, ...others] = world.consumer.report();
    expect(others).toEqual([]);
    expect(mistake).toMatchObject({ kind, call: { method } });
  });

  it('each property that nobody knows, by its place', async () => {
    const { call, world } = createConsumer();
    await call('POST', '/groups', { ...GROUP, picture: 'x', options: { colour: 'red' } });
    expect(world.consumer.report()[0]?.says).toContain('knows no property picture, options.colour');
  });

  it('a body that is not called JSON', async () => {
    const { call, kinds, world } = createConsumer();
    await call('POST', '/groups', GROUP, { Authorization: world.token, 'Content-Type': 'text/plain' });
    expect(kinds()).toEqual(['content-type']);
  });

  it('a token that nobody has, or none', async () => {
    const { call, kinds } = createConsumer();
    await call('GET', '/groups', undefined, {});
    await call('GET', '/groups', undefined, { Authorization: 'Bearer 99999999-9999-4999-8999-999999999999' });
    expect(kinds()).toEqual(['no-valid-token', 'no-valid-token']);
  });

  it('a refused change that is sent again, unless something changed in between', async () => {
    const { call, kinds, world } = createConsumer();
    const group = world.person('5511777777777').createsGroup('Theirs', [world.phone]);
    const rename = () => call('PATCH', `/groups/${group}`, { announcement: true });
    await rename();
    await rename();
    expect(kinds()).toEqual(['retried-refusal']);
    await call('POST', '/groups', GROUP);
    await rename();
    expect(kinds()).toEqual(['retried-refusal']);
  });

  it('no retry of what a fault refused', async () => {
    const { call, kinds, world } = createConsumer();
    world.faults.next('createGroup', { status: 409 });
    await call('POST', '/groups', GROUP);
    await call('POST', '/groups', GROUP);
    expect(kinds()).toEqual([]);
  });

  it('reading a group that it is in no longer', async () => {
    const { call, world } = createConsumer();
    const { jid } = (await call('POST', '/groups', GROUP)).group;
    await call('DELETE', `/groups/${jid}/leave`);
    await call('GET', `/groups/${jid}`);
    expect(world.consumer.report()).toMatchObject([{ kind: 'read-from-outside' }]);
  });
});
