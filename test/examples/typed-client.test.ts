import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { createWutsClient, type WutsClient } from '../../examples/typed-client/client.ts';
import { makeTeamGroup } from '../../examples/typed-client/team-group.ts';
import { type RunningMock, startMock } from '../../mock/index.ts';
import type { Schema } from '../../spec/index.ts';

const LEAD = '5511888888888';
const team = { name: 'Support', lead: LEAD, members: ['5511777777777', '5500000000403'] };
let mock: RunningMock;
let wuts: WutsClient;

beforeAll(async () => {
  mock = await startMock({ port: 0 });
  wuts = createWutsClient(mock.url, mock.accounts[0]?.token ?? '');
});
afterAll(() => mock.close());

describe('the example of a typed client', () => {
  it('makes the group of a team: the lead is an admin, and who cannot be added is told', async () => {
    const { jid, missing, inviteLink } = await makeTeamGroup(wuts, team);
    expect(missing).toEqual(['5500000000403@s.whatsapp.net']);
    expect(inviteLink).toMatch(/^https:\/\/chat\.whatsapp\.com\/\w{22}$/);
    const { data } = await wuts.GET('/groups/{jid}', { params: { path: { jid } } });
    const admins = data?.group.participants.filter(({ is_admin }) => is_admin).map((row) => row.phone_number);
    expect(admins).toContain(`${LEAD}@s.whatsapp.net`);
    expect(data?.group.members_count).toBe(3);
  });

  it('tells what WUTS says when it refuses', async () => {
    const stranger = createWutsClient(mock.url, '99999999-9999-4999-8999-999999999999');
    await expect(makeTeamGroup(stranger, team)).rejects.toThrow(
      'The group of Support is not made: Invalid token',
    );
  });

  it('knows the answers of the document by their types', async () => {
    const made = await wuts.POST('/groups', { body: { name: 'Typed', participants: [LEAD] } });
    expect(made.response.status).toBe(201);
    expectTypeOf(made.data?.group).not.toBeAny();
    expectTypeOf(made.data?.group).toExtend<Schema<'GroupWithParticipants'> | undefined>();
    expectTypeOf(made.error?.error).toExtend<string | undefined>();
  });
});
