import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SCENARIOS } from '../../../mock/scenarios/scenarios.ts';
import { createPlane, expectRefused, type Json } from './plane.ts';

const names = Object.keys(SCENARIOS);

/** A mock whose default world starts with a scenario, and the groups by the names that the scenario has for them. */
async function createStage(scenario: string) {
  const plane = await createPlane({ seed: 1 });
  const { body } = await plane.control('POST', '/worlds/default/seed', { scenario });
  const rows = async (who: 'first' | 'second', group: string, ...participants: string[]) => {
    const answer = await plane.as(who).post(`/groups/${body.made[group]}/participants`, { participants });
    expect(answer.status, answer.text).toBe(200);
    return answer.body.participants.map(({ error }) => error);
  };
  const group = async (name: string) =>
    (await plane.as('first').get(`/groups/${body.made[name]}`)).body.group;
  return { plane, made: body.made, rows, group };
}

describe.each(names)('the scenario %s', (scenario) => {
  it('is there at start, when a world is made with it, and again after a reset', async () => {
    const plane = await createPlane({ seed: 1, scenario });
    const { body } = await plane.control('POST', '/worlds', { name: 'other', seed: 1, scenario });
    const list = async (token: string) =>
      (await plane.send({ headers: { Authorization: `Bearer ${token}` } })).text;
    const first = '11111111-1111-4111-8111-111111111111';
    const start = await list(first);
    expect(JSON.parse(start).groups).not.toEqual([]);
    expect(await list(body.accounts[0].token)).toBe(start);

    const { jid } = JSON.parse(start).groups[0];
    await plane.as('first').patch(`/groups/${jid}`, { topic: 'Changed' });
    expect(await list(first)).not.toBe(start);
    await plane.control('POST', '/worlds/default/reset');
    expect(await list(first)).toBe(start);
  });

  it('happens for one account alone, too', async () => {
    const plane = await createPlane();
    const { status } = await plane.control('POST', '/worlds', { scenario, accounts: 1 });
    expect(status).toBe(201);
  });

  it('makes what it says it makes', async () => {
    const { plane, made } = await createStage(scenario);
    const { scenarios } = (await plane.control('GET', '/scenarios')).body;
    const told = scenarios.find(({ name }: Json) => name === scenario);
    expect(told).toEqual({ name: scenario, says: SCENARIOS[scenario]?.says, made: Object.keys(made) });
  });

  it('is in docs/scenarios.md with its sentence and the names of its groups', () => {
    const page = readFileSync(new URL('../../../docs/scenarios.md', import.meta.url), 'utf8');
    const [, says, made] = new RegExp(`^\\| \`${scenario}\` \\| (.*) \\| (.*) \\|$`, 'm').exec(page) ?? [];
    expect(says).toBe(SCENARIOS[scenario]?.says);
    const named = made?.split(', ').map((name) => name.replaceAll('`', ''));
    return createStage(scenario).then((stage) => expect(named).toEqual(Object.keys(stage.made)));
  });
});

describe('what each scenario is for', () => {
  it('launch-team: a locked group with two admins beside its creator', async () => {
    const { group } = await createStage('launch-team');
    const { participants, ...team } = await group('team');
    expect(team).toMatchObject({ is_locked: true, topic: 'We go live on Monday.', members_count: 7 });
    expect(participants.filter(({ is_admin }) => is_admin)).toHaveLength(3);
  });

  it('waiting-room: three people wait, and one is let in', async () => {
    const { plane, made, group } = await createStage('waiting-room');
    const { body } = await plane.control('GET', '/worlds/default/join-requests');
    expect(body.join_requests).toHaveLength(3);
    expect(body.join_requests.map(({ added_by }: Json) => added_by)).toEqual([null, null, '5511700000002']);
    const { phone } = body.join_requests[0];
    await plane.act('5511999999999', { do: 'approve', group: made.room, participant: phone });
    expect((await group('room')).members_count).toBe(4);
  });

  it('school: a community with three linked groups, of which both accounts are admins', async () => {
    const { plane, made } = await createStage('school');
    const { groups } = (await plane.as('second').get('/groups')).body;
    const inside = groups.filter(({ parent_jid }) => parent_jid === made.school);
    expect(inside.map(({ name }) => name)).toEqual(['Escola Horizonte', 'Class B', 'Teachers']);
    const renamed = await plane.as('second').patch(`/groups/${made.school}`, { topic: 'From the second' });
    expect(renamed.status).toBe(200);
  });

  it('privacy: whom nobody can add, each for another reason', async () => {
    const { rows } = await createStage('privacy');
    const person = (code: number) => `5511700000${code}`;
    expect(await rows('first', 'reunion', ...[401, 403, 404, 408, 409].map(person))).toEqual([
      401, 403, 404, 408, 409,
    ]);
    expect(await rows('second', 'reunion', person(402))).toEqual([402]);
    expect(await rows('second', 'guarded', '5511700000001')).toEqual([421]);
    expect(await rows('second', 'street', person(417))).toEqual([417]);
    expect(await rows('first', 'reunion', person(402))).toEqual([undefined]);
  });

  it('full-group: nobody can be added, nobody can join', async () => {
    const { plane, made, rows, group } = await createStage('full-group');
    expect((await group('full')).members_count).toBe(1024);
    expect(await rows('first', 'full', '5511777777777')).toEqual([500]);
    expect(await plane.refusal('5511888888888', { do: 'join', group: made.full })).toBe('group-full');
  });

  it('left-recently: adding them works a day later', async () => {
    const { plane, rows } = await createStage('left-recently');
    expect(await rows('first', 'group', '5511700000001')).toEqual([408]);
    await plane.control('PATCH', '/worlds/default/clock', { advance_seconds: 24 * 3600 });
    expect(await rows('first', 'group', '5511700000001')).toEqual([undefined]);
  });

  it('lid-group: LIDs with numbers, but for one that is hidden', async () => {
    const { group } = await createStage('lid-group');
    const { owner, participants } = await group('group');
    expect([owner, ...participants.map(({ jid }) => jid)].every((jid) => jid.endsWith('@lid'))).toBe(true);
    const numbers = ['5511999999999', '5511888888888', '5511700000001'].map((one) => `${one}@s.whatsapp.net`);
    expect(participants.map(({ phone_number }) => phone_number)).toEqual([...numbers, '']);
  });

  it('ninth-digit: nobody is added by another spelling', async () => {
    const { rows } = await createStage('ninth-digit');
    const others = ['551112345678', '5531987654321', '525512345678', '541123456789'];
    expect(await rows('first', 'group', ...others)).toEqual([409, 409, 409, 409]);
  });

  it('legacy-group: an old JID and a long name', async () => {
    const { group, made } = await createStage('legacy-group');
    expect(made.group).toBe('5511999999999-1400000000@g.us');
    const { name, created_at } = await group('group');
    expect([name.length > 100, created_at]).toEqual([true, '2014-05-13T16:53:20Z']);
  });

  it('anonymous-announcements: numbers for admins, and one for a plain member', async () => {
    const { plane, made } = await createStage('anonymous-announcements');
    const numbers = async (who: 'first' | 'second') => {
      const { body } = await plane.as(who).get(`/groups/${made['village-announcements']}`);
      return body.group.participants.map(({ phone_number }) => phone_number).filter((one) => one !== '');
    };
    expect(await numbers('second')).toEqual(['5511888888888@s.whatsapp.net']);
    expect(await numbers('first')).toHaveLength(5);
  });
});

describe('a scenario', () => {
  it('that is none is refused wherever it is named, and no world is made', async () => {
    const plane = await createPlane();
    const refused = await plane.control('POST', '/worlds', { name: 'no', scenario: 'moon' });
    expectRefused(refused, 400, 'does-not-fit-the-document');
    expect(refused.body.validation[0].message).toBe(`must be one of ${names.join(', ')}`);
    expect((await plane.control('GET', '')).body.worlds).toEqual(['default']);
    await expect(createPlane({ scenario: 'moon' })).rejects.toThrow(/The scenarios are: launch-team/);
  });

  it('that the rulings forbid is refused with the rule, and no world is made', async () => {
    const plane = await createPlane();
    const rulings = { 'subject-limit': 5 };
    const refused = await plane.control('POST', '/worlds', { scenario: 'school', rulings });
    expectRefused(refused, 422, 'scenario-cannot-happen');
    expect(refused.body.error).toContain('"name-too-long"');
    const full = { scenario: 'launch-team', rulings: { 'group-members-limit': 3 } };
    const refusedRow = await plane.control('POST', '/worlds', full);
    expect(refusedRow.body.error).toContain('row code 500');
    expect((await plane.control('GET', '')).body.worlds).toEqual(['default']);
  });
});
