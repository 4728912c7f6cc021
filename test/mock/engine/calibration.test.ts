import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMock } from '../../../mock/index.ts';
import { type Answer, CalibrationError, writeCalibration } from '../../../spec/index.ts';
import { calibrationOf } from '../../calibration-of.ts';
import { TOKENS } from '../client.ts';

const PERSON = '5511777777777';

/** A mock that does as these facts are settled. */
function settled(answers: Readonly<Record<string, Answer>>) {
  const faults: unknown[] = [];
  const calibration = calibrationOf(answers);
  const mock = createMock({ seed: 1, calibration, onFault: (error) => faults.push(error) });
  const call = async (method: string, path: string, body?: unknown, type = 'application/json') => {
    const answer = await mock.fetch(`http://wuts${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${TOKENS.first}`,
        ...(body === undefined ? {} : { 'Content-Type': type }),
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    expect(faults).toEqual([]);
    return {
      status: answer.status,
      body: (await answer.json()) as ReturnType<typeof JSON.parse>,
      rule: answer.headers.get('x-mock-rule'),
    };
  };
  const make = async () =>
    (await call('POST', '/groups', { name: 'Crew', participants: [PERSON] })).body.group;
  const community = async () => (await call('POST', '/communities', { name: 'All' })).body.community;
  return { mock, call, make, community };
}

describe('a mock with a calibration', () => {
  it('answers a refusal as it was seen, of this rule alone', async () => {
    const { call, make } = settled({
      'refusal not-a-community': { status: 409, error_code: 'NOT_COMMUNITY' },
    });
    const { jid } = await make();
    const answer = await call('POST', `/communities/${jid}/participants`, { participants: [PERSON] });
    expect(answer).toMatchObject({
      status: 409,
      body: { error_code: 'NOT_COMMUNITY' },
      rule: 'not-a-community',
    });
    expect(await call('GET', '/groups/120363000000000001@g.us')).toMatchObject({
      status: 404,
      body: { error_code: 'NOT_FOUND' },
    });
  });

  it('answers what is wrong with a request as it was seen, at this operation alone', async () => {
    const { call } = settled({ 'status createGroup 415': 400, 'code UNSUPPORTED_MEDIA_TYPE': 'BAD_TYPE' });
    expect(await call('POST', '/groups', 'x', 'text/plain')).toMatchObject({
      status: 400,
      body: { error_code: 'BAD_TYPE' },
    });
    expect(await call('POST', '/groups/join', 'x', 'text/plain')).toMatchObject({
      status: 415,
      body: { error_code: 'BAD_TYPE' },
    });
  });

  it('reads a body of any type where that was seen', async () => {
    const { call } = settled({ 'status createCommunity 415': 201 });
    expect(await call('POST', '/communities', '{"name":"All"}', 'text/plain')).toMatchObject({ status: 201 });
    expect((await call('POST', '/groups', '{}', 'text/plain')).status).toBe(415);
  });

  it.each([
    ['ForbiddenError', '/groups/{jid}/participants', 'FORBIDDEN'],
    ['NotFoundError', '/groups/120363000000000001@g.us', 'NOT_FOUND'],
    ['NotFoundError', '/nothing', 'NOT_FOUND'],
  ])('calls the code of a %s otherwise at %s', async (schema, path, code) => {
    const { call, make } = settled({ [`field ${schema}.error_code`]: { name: 'reason' } });
    const { jid } = await make();
    const lost = await call('DELETE', `/groups/${jid}/leave`);
    expect(lost.status).toBe(200);
    const body = path.includes('{jid}') ? { participants: [PERSON] } : undefined;
    const answer = await call(body ? 'POST' : 'GET', path.replace('{jid}', jid), body);
    expect(answer.body).toMatchObject({ success: false, reason: code });
    expect(answer.body).not.toHaveProperty('error_code');
  });

  it('delivers events whose payload has another name, without what nobody documented', async () => {
    const answers = {
      'field GroupJoinedEvent.data': { name: 'payload' },
      'field GroupJoined.group': { name: 'joined' },
    };
    const faults: unknown[] = [];
    const mock = createMock({
      seed: 1,
      calibration: calibrationOf({ ...answers, 'ruling undocumented-fields': 'omit' }),
      onFault: (error) => faults.push(error),
    });
    const webhook = { webhook_url: 'http://127.0.0.1:9/hook', enabled_events: ['group.joined'] };
    const call = (token: string, path: string, body: unknown) =>
      mock.fetch(`http://wuts${path}`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
    await call(TOKENS.second, '/webhook', webhook);
    await call(TOKENS.first, '/groups', { name: 'Crew', participants: ['5511888888888'] });
    const answer = await mock.fetch('http://wuts/__mock/worlds/default/deliveries');
    const { deliveries } = (await answer.json()) as { deliveries: { payload: object }[] };
    expect(faults).toEqual([]);
    expect(deliveries).toMatchObject([{ payload: { payload: { joined: { name: 'Crew' } } } }]);
    expect(JSON.stringify(deliveries)).not.toContain('is_community');
  });

  it('answers another status of success', async () => {
    const { call } = settled({ 'status createCommunity 201': 200 });
    expect((await call('POST', '/communities', { name: 'All' })).status).toBe(200);
  });

  it('has another code where there is no operation, too', async () => {
    const { call } = settled({ 'code NOT_FOUND': 'MISSING', 'code METHOD_NOT_ALLOWED': 'WRONG_METHOD' });
    expect((await call('GET', '/nowhere')).body.error_code).toBe('MISSING');
    expect((await call('PUT', '/groups')).body.error_code).toBe('WRONG_METHOD');
  });

  it('links where that was found, by the field that it has', async () => {
    const { call, make, community } = settled({
      'operation linkGroup': { method: 'PUT', path: '/communities/{jid}/link' },
      'field ChildGroup.group_jid': { name: 'child' },
    });
    const [{ jid: child }, { jid }] = [await make(), await community()];
    expect((await call('POST', `/communities/${jid}/groups`, { child })).status).toBe(405);
    const wrong = await call('PUT', `/communities/${jid}/link`, { group_jid: child });
    expect(wrong.body.validation).toMatchObject([{ field: 'child' }]);
    expect((await call('PUT', `/communities/${jid}/link`, { child })).status).toBe(200);
    expect((await call('GET', `/groups/${child}`)).body.group.parent_jid).toBe(jid);
    expect((await call('DELETE', `/communities/${jid}/groups`, { child })).status).toBe(200);
  });

  it('shows fields as they were seen: by another name, not at all, or null for nothing', async () => {
    const { call, make } = settled({
      'field Group.picture_id': { name: 'photo' },
      'field Group.is_community': 'absent',
      'field Group.topic': 'nullable',
      'field Participant.lid': 'absent',
      'field UnauthorizedError.error_code': 'absent',
    });
    const group = await make();
    expect(group).toMatchObject({ photo: null, topic: null });
    for (const name of ['picture_id', 'is_community']) expect(group).not.toHaveProperty(name);
    expect(group.participants[0]).not.toHaveProperty('lid');
    expect((await call('GET', '/groups')).body.groups[0]).toHaveProperty('photo');
  });

  it('leaves out what the documentation does not show only where it was not seen', async () => {
    const { make } = settled({ 'ruling undocumented-fields': 'omit', 'field Group.picture_id': 'present' });
    expect(await make()).toHaveProperty('picture_id', null);
    expect(await make()).not.toHaveProperty('is_community');
  });

  it('tells rows by the numbers that were seen', async () => {
    const { call, make } = settled({ 'row 404': 400, 'field Participant.error': { name: 'code' } });
    const { jid } = await make();
    const { body } = await call('POST', `/groups/${jid}/participants`, { participants: ['5500000000404'] });
    expect(body.participants[0]).toMatchObject({ code: 400 });
  });

  it('reads a field of a request by the name that it has', async () => {
    const { call } = settled({ 'field CreateGroup.options.parent_jid': { name: 'community_jid' } });
    const parent = (await call('POST', '/communities', { name: 'All' })).body.community.jid;
    const options = { community_jid: parent, parent_jid: 'ignored' };
    const { body } = await call('POST', '/groups', { name: 'Crew', participants: [PERSON], options });
    expect(body.group.parent_jid).toBe(parent);
  });

  it('tells a webhook as it was seen, and nothing where nothing is left to tell', async () => {
    const { call, make, mock } = settled({
      'field GroupInfo.locked': 'absent',
      'field GroupInfo.sender': 'absent',
      'field GroupInfo.name': { name: 'subject' },
    });
    const { jid } = await make();
    const webhook = { webhook_url: 'http://127.0.0.1:9/x', enabled_events: ['group.info'] };
    await call('POST', '/webhook', webhook);
    await call('PATCH', `/groups/${jid}`, { locked: true });
    await call('PATCH', `/groups/${jid}`, { name: 'Other' });
    const { outbox } = [...mock.tenants.main.world.devices.values()][0] ?? {};
    const told = outbox?.pending.map(({ payload }) => JSON.parse(payload).data);
    expect(told).toMatchObject([{ jid, subject: 'Other' }]);
    expect(told?.[0]).not.toHaveProperty('sender');
  });

  it('has the rulings that were seen, in every world, unless they are given', async () => {
    const { mock, call } = settled({ 'ruling device-not-ready': '409', 'limit name-length': 25 });
    await call('POST', '/disconnect');
    expect(await call('GET', '/groups')).toMatchObject({
      status: 409,
      body: { error_code: 'DEVICE_NOT_READY' },
    });
    mock.world();
    expect(mock.tenants.list().map(({ world }) => world.rulings['subject-limit'])).toEqual([25, 25]);
    const calibration = calibrationOf({ 'ruling device-not-ready': '409' });
    const given = createMock({ calibration, rulings: { 'device-not-ready': '412' } });
    expect(given.tenants.main.world.rulings['device-not-ready']).toBe('412');
  });

  it('serves the document that it keeps', async () => {
    const { mock } = settled({ 'status createGroup 415': 415 });
    const document = JSON.parse(await (await mock.fetch('http://wuts/openapi.json')).text());
    expect(document.paths['/groups'].post.responses['415']).toMatchObject({ 'x-provenance': 'measured' });
    expect(await (await mock.fetch('http://wuts/docs')).text()).toContain(
      '<span class="known measured">measured <small>gateway: 2026-11-29, seen 2 times',
    );
  });

  it('tells an account nothing of its own deeds where that was seen, and everybody else', async () => {
    const { call, make, mock } = settled({ 'behaviour own-deeds-are-told': 'no' });
    const { jid } = await make();
    await call('POST', '/webhook', { webhook_url: 'http://127.0.0.1:9/x', enabled_events: ['group.info'] });
    await call('PATCH', `/groups/${jid}`, { name: 'Other' });
    expect([...mock.tenants.main.world.devices.values()][0]?.outbox.pending).toEqual([]);
  });

  it('says what it follows, and names what it does not', () => {
    const { mock } = settled({
      'behaviour told-together': 'no',
      'behaviour own-deeds-are-told': 'no',
      'role add': 'yes',
      'limit private-invite-hours': 24,
      'ruling c-us-jid': 'taken',
    });
    expect(mock.calibration).toEqual({
      file: undefined,
      day: '2026-11-29',
      settled: 5,
      notFollowed: ['behaviour told-together', 'limit private-invite-hours'],
    });
    expect(createMock().calibration).toBeUndefined();
  });

  it('plays fields of a community and of a 401 that are not there', async () => {
    const { mock, community } = settled({
      'field Community.topic': 'absent',
      'field Community.jid': 'present',
      'field UnauthorizedError.error_code': 'absent',
    });
    const made = await community();
    expect(made).toHaveProperty('jid');
    expect(made).not.toHaveProperty('topic');
    const refused = await mock.fetch('http://wuts/groups', { headers: { Authorization: 'Bearer nobody' } });
    expect(refused.status).toBe(401);
    expect(await refused.json()).not.toHaveProperty('error_code');
  });

  it('reads a file, and says what is wrong with it', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'calibration-')), 'wuts.calibration.yaml');
    writeFileSync(file, writeCalibration(calibrationOf({ 'ruling c-us-jid': 'taken' })));
    expect(createMock({ calibration: file }).tenants.main.world.rulings['c-us-jid']).toBe('taken');
    expect(() => createMock({ calibration: `${file}.not` })).toThrow(CalibrationError);
  });
});
