import type { WutsClient } from './client.ts';

/** A team that shall have a group of its own. */
export interface Team {
  readonly name: string;
  /** Who leads it, as a phone number. */
  readonly lead: string;
  readonly members: readonly string[];
}

/** What became of it: the group, and whoever has to be invited by hand. */
export interface TeamGroup {
  readonly jid: string;
  readonly missing: readonly string[];
  readonly inviteLink: string;
}

/** Makes a group for a team with its lead as an admin. Who cannot be added is told, with a link to invite them by. */
export async function makeTeamGroup(wuts: WutsClient, { name, lead, members }: Team): Promise<TeamGroup> {
  const made = await wuts.POST('/groups', { body: { name, participants: [lead, ...members] } });
  if (made.data === undefined) throw new Error(`The group of ${name} is not made: ${made.error.error}`);
  const { jid, participants } = made.data.group;
  const params = { path: { jid } };
  // A request can succeed while a row of it fails: somebody's privacy, or a number that is not on WhatsApp.
  const missing = participants.filter(({ error }) => error !== undefined).map((row) => row.phone_number);
  const promoted = await wuts.POST('/groups/{jid}/participants', {
    params,
    body: { action: 'promote', participants: [lead] },
  });
  if (promoted.data === undefined) throw new Error(`${lead} does not lead ${name}: ${promoted.error.error}`);
  const invite = await wuts.GET('/groups/{jid}/invite', { params });
  if (invite.data === undefined) throw new Error(`${name} has no invite link: ${invite.error.error}`);
  return { jid, missing, inviteLink: invite.data.invite_link };
}
