import { expect } from 'vitest';
import type { Schema } from '../../spec/index.ts';
import { type Client, createClient, dump, expectRefusal, type Message, TOKENS } from './client.ts';

/** What a refusal has to be. */
export interface Verdict {
  status: number;
  code: Schema<'ErrorCode'>;
  rule?: string;
}

/** A mock with something to lose. */
export interface Victim {
  client: Client;
  /** A group that is linked to a community. */
  jid: string;
  /** Sends a POST of the first account; `{jid}` in its path is the group. The mock must refuse, nothing may change, and the next good request must work. */
  mustRefuse(message: Message, verdict: Verdict): Promise<void>;
}

export async function createVictim(): Promise<Victim> {
  const client = await createClient({ seed: 1 });
  const { createGroup, createCommunity, post } = client.as('first');
  const { jid } = await createGroup({ participants: ['5511888888888', '5511777777777'] });
  const community = await createCommunity();
  await post(`/communities/${community.jid}/groups`, { group_jid: jid });
  await post('/webhook', { webhook_url: 'https://example.com/hook', enabled_events: ['group.info'] });
  const before = await dump(client);

  const mustRefuse: Victim['mustRefuse'] = async (message, { status, code, rule }) => {
    const path = message.path?.replace('{jid}', jid) ?? '/groups';
    const headers = { Authorization: `Bearer ${TOKENS.first}`, ...message.headers };
    expectRefusal(await client.send({ method: 'POST', ...message, path, headers }), status, code, rule);
    expect(await dump(client)).toEqual(before);
    const next = await client.as('first').put(`/groups/${jid}/ephemeral`, { duration_seconds: 0 });
    expect(next.text).toBe('{"success":true,"duration_seconds":0}');
  };
  return { client, jid, mustRefuse };
}
