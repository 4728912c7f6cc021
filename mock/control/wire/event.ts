import type { ControlSchema } from '../../../spec/index.ts';
import { toTimestamp } from '../../wire/timestamp.ts';
import type { DomainEvent, Happening, Phone } from '../../world/index.ts';
import { sayChange, toWireNames } from './saying.ts';

/** A happening in words and in fields. */
export function toEvent(happening: Happening): ControlSchema<'Event'> {
  const { sequence, at, group, groupName, actor, change, audience } = happening;
  const { people, details } = partsOf(change);
  return {
    sequence,
    at: toTimestamp(at),
    says: sayChange(happening),
    kind: change.kind,
    group_jid: group ?? null,
    group_name: groupName ?? null,
    actor: actor ?? null,
    people,
    details,
    told: [...audience],
  };
}

function partsOf(change: DomainEvent): { people: Phone[]; details: Record<string, never> } {
  return { people: 'people' in change ? [...change.people] : [], details: detailsOf(change) as never };
}

function detailsOf(change: DomainEvent): object {
  switch (change.kind) {
    case 'joined':
      return { reason: change.reason };
    case 'renumbered':
      return { from: change.from };
    case 'changed':
      return toWireNames(change.settings);
    case 'link-reset':
      return { code: change.code };
    case 'linked':
    case 'unlinked':
      return { type: change.type, jid: change.jid };
    case 'device':
      return { state: change.state };
    case 'refused':
      // The act itself may hold a picture.
      return { do: change.act.do, rule: change.rule };
    default:
      return {};
  }
}
