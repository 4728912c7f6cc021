import type { Schema } from '../../spec/index.ts';
import type { Group, Phone, Row, World } from '../world/index.ts';
import { besideMembers, membersIn, toGroup, toGroupWithParticipants } from './group.ts';
import { type Sight, sightOf } from './jid.ts';
import { JsonText } from './json-text.ts';
import { createKeptTexts } from './kept-texts.ts';
import { toRow } from './participant.ts';

/** How groups and people are put into answers: as values, or as texts of such values. */
export interface Views {
  group(world: World, group: Group): Schema<'Group'>;
  groupWithParticipants(
    world: World,
    group: Group,
    viewer: Phone,
    rows?: readonly Row[],
  ): Schema<'GroupWithParticipants'>;
  row(world: World, row: Row, sight: Sight): Schema<'Participant'>;
}

/** As they are. */
export const VALUES: Views = {
  group: toGroup,
  groupWithParticipants: toGroupWithParticipants,
  row: (_, row, sight) => toRow(row, sight),
};

/** What texts are kept of: a group in a list, a whole one, and a participant by role and by what is shown of them. */
const LISTED = 0;
const WHOLE = 1;
const PARTICIPANT = 2;
const KINDS = PARTICIPANT + 12;

/**
 * As texts, each kept until what it shows has changed. `check` is called with each value that becomes a text, and the
 * name of its schema in our document; it throws unless the value fits.
 */
export function createTextViews(check: (schema: string, value: unknown) => void): Views {
  const kept = createKeptTexts(KINDS);

  const write = (schema: string, value: unknown): string => {
    check(schema, value);
    return JSON.stringify(value);
  };

  const toRowText = ({ peopleRevision }: World, row: Row, sight: Sight): JsonText => {
    const make = () => write('Participant', toRow(row, sight));
    if (row.error !== undefined) return new JsonText(make());
    return kept.get(PARTICIPANT + kindOf(row, sight), row.person, peopleRevision, make);
  };

  const toGroupText = (world: World, group: Group): JsonText =>
    kept.get(LISTED, group, revisionOf(world, group), () => write('Group', toGroup(world, group)));

  const toWholeText = (world: World, group: Group, sight: Sight, beside: readonly Row[]): string => {
    const rows = [...membersIn(world, group), ...beside].map((row) => toRowText(world, row, sight).text);
    return `${toGroupText(world, group).text.slice(0, -1)},"participants":[${rows.join(',')}]}`;
  };

  // The seam: the engine writes a text as the value that it is of.
  const as = <Value>(text: JsonText) => text as unknown as Value;

  return {
    group: (world, group) => as(toGroupText(world, group)),
    groupWithParticipants(world, group, viewer, rows = []) {
      const sight = sightOf(group, viewer);
      const beside = besideMembers(group, rows);
      const make = () => toWholeText(world, group, sight, beside);
      if (sight.isOfOne || beside.length > 0) return as(new JsonText(make()));
      return as(kept.get(WHOLE, group, revisionOf(world, group), make));
    },
    row: (world, row, sight) => as(toRowText(world, row, sight)),
  };
}

/** Neither of the two ever counts down, so their sum tells whether one of them has changed. */
function revisionOf({ peopleRevision }: World, { revision }: Group): number {
  return peopleRevision + revision;
}

function kindOf({ role, person }: Row, sight: Sight): number {
  const rank = role === 'creator' ? 8 : role === 'admin' ? 4 : 0;
  return rank + (sight.addressing === 'pn' ? 2 : 0) + (sight.showsNumber(person) ? 1 : 0);
}
