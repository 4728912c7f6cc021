import { LoadFailed } from './load.ts';
import { GROUP_OF_TEN, HEADERS } from './requests.ts';

/** The groups of the caller. */
export interface State {
  readonly groups: number;
  /** All of their members, counted once per group. */
  readonly members: number;
}

/** Makes groups of ten, one after the other, and tells their JIDs. */
export async function makeGroups(
  url: string,
  count: number,
  headers: Record<string, string> = HEADERS,
): Promise<string[]> {
  const jids: string[] = [];
  while (jids.length < count) {
    const answer = await fetch(`${url}/groups`, { method: 'POST', headers, body: GROUP_OF_TEN });
    const text = await answer.text();
    if (answer.status !== 201)
      throw new LoadFailed(`a group could not be made: ${answer.status} ${text.slice(0, 200)}`);
    jids.push(JSON.parse(text).group.jid);
  }
  return jids;
}

/** Reads the list of groups. */
export async function readState(url: string): Promise<State> {
  const answer = await fetch(`${url}/groups`, { headers: HEADERS });
  const { groups }: { groups: { members_count: number }[] } = JSON.parse(await answer.text());
  return { groups: groups.length, members: groups.reduce((sum, one) => sum + one.members_count, 0) };
}

/** Throws `LoadFailed` unless `change` is what the answered writes did. Those on their way when the load ended may have been done too. */
export function mustBeDone(what: string, change: number, answered: number, onTheirWay: number): void {
  if (change >= answered && change <= answered + onTheirWay) return;
  throw new LoadFailed(
    `${answered} writes were answered, but ${change} ${what} are new: state was lost or made up`,
  );
}
