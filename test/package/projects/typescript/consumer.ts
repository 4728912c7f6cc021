// What is exported, used without the types of Node.
import { createApp, createMock, type RunningMock, startMock } from 'wuts-mock';
import { runContracts, type Verdict } from 'wuts-mock/contracts';
import { worldMatchers } from 'wuts-mock/jest';
import { loadDocument, type RequestBody, type Success } from 'wuts-mock/spec';

export async function use(): Promise<Verdict[]> {
  const mock: RunningMock = await startMock({ port: 0 });
  const world = createMock().world();
  const wanted: RequestBody<'createGroup'> = { name: 'Launch', participants: ['5511777777777'] };
  const jid: string = world.person('5511777777777').createsGroup(wanted.name, [world.phone]);
  const count: number | undefined = world.group(jid)?.members.length;
  const parent: string | null | undefined = world.group(jid)?.parent_jid;
  createApp(createMock());
  const verdicts: Verdict[] = [];
  for await (const { verdict } of runContracts({ url: mock.url, tokens: { first: world.token } }))
    verdicts.push(verdict);
  return parent && count === loadDocument().operations.length ? [] : verdicts;
}

export type Read = Success<'getGroup'>['body']['group']['name'];
export const matchers = Object.keys(worldMatchers);

// @ts-expect-error: a name is a string; were the types lost, this would be allowed.
export const wrong: RequestBody<'createGroup'> = { name: 1, participants: [] };
