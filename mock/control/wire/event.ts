import type { ControlSchema } from '../../../spec/index.ts';
import { toTimestamp } from '../../wire/timestamp.ts';
import type { Change, Happening, Phone } from '../../world/index.ts';
import { sayChange } from './saying.ts';

/** A happening in words and in fields. */
export function toEvent(happening: Happening): ControlSchema<'Event'> {
  const { sequence, at, group, groupName, actor, change, audience } = happening;
  const { kind, people, details } = partsOf(change);
  return {
    sequence,
    at: toTimestamp(at),
    says: sayChange(happening),
    kind,
    group_jid: group ?? null,
    group_name: groupName ?? null,
    actor: actor ?? null,
    people,
    details,
    told: [...audience],
  };
}

function partsOf(change: Change): { kind: Change['kind']; people: Phone[]; details: Record<string, never> } {
  const { kind, ...more } = change;
  const { people = [], settings = {}, ...rest } = more as { people?: readonly Phone[]; settings?: object };
  return { kind, people: [...people], details: { ...rest, ...settings } };
}
