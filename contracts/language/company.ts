import type { Step } from './case.ts';
import { removes } from './stage.ts';

/** Somebody else who may be put into a group; the last of the numbers, which fewest cases use. */
export const COMPANION = '{{companion}}';

/**
 * What makes the same group where one of its creator alone is refused: it is made with somebody else, who is removed at
 * once. undefined for any other step.
 */
export function inCompany(step: Step): readonly Step[] | undefined {
  const { call, as = 'first', body, expect } = step;
  if (call !== 'createGroup' || expect !== undefined) return undefined;
  const { participants }: { participants?: readonly string[] } = Object(body);
  const isAlone = participants?.length === 1 && participants[0] === `{{${as}.jid}}`;
  if (!isAlone) return undefined;
  const jid = `{{${Object.keys(step.capture ?? {})[0]}}}`;
  return [
    { ...step, body: { ...body, participants: [...participants, COMPANION] } } as Step,
    { ...removes([COMPANION]), as, path: { jid } },
  ];
}
