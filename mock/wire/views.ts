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
  wholeGroup(world: World, group: Group, viewer: Phone): Schema<'GroupWithParticipants'>;
  /** One that was just made, with what became of those who were to be in it. */
  newGroup(world: World, group: Group, viewer: Phone, rows: readonly Row[]): Schema<'GroupWithParticipants'>;
  row(row: Row, sight: Sight): Schema<'Participant'>;
}

/** As they are. */
export const VALUES: Views = {
  group: toGroup,
  wholeGroup: toGroupWithParticipants,
  newGroup: toGroupWithParticipants,
  row: toRow,
};

/** What texts are kept of: a group in a list, a whole one, and a participant by role and by what is shown of them. */
const LISTED = 0;
const WHOLE = 1;
const PARTICIPANT = 2;
const KINDS = PARTICIPANT + 12;

/**
 * As texts. Those that are read are kept until what they show has changed; what a request did is told once. `check` is
 * called with each value that becomes a text, and the name of its schema in our document; it throws unless the value fits.
 */
export function createTextViews(check: (schema: string, value: unknown) => void): Views {
  const kept = createKeptTexts(KINDS);

  const write = (schema: string, value: unknown): string => {
    check(schema, value);
    return JSON.stringify(value);
  };

  const writeRow = (row: Row, sight: Sight): string => write('Participant', toRow(row, sight));

  const writeGroup = (world: World, group: Group): string => write('Group', toGroup(world, group));

  const textOfMember = ({ peopleRevision }: World, row: Row, sight: Sight): string =>
    kept.get(PARTICIPANT + kindOf(row, sight), row.person, peopleRevision, () => writeRow(row, sight)).text;

  const textOfGroup = (world: World, group: Group): JsonText =>
    kept.get(LISTED, group, revisionOf(world, group), () => writeGroup(world, group));

  const join = (group: string, members: readonly string[]): string =>
    `${group.slice(0, -1)},"participants":[${members.join(',')}]}`;

  // The seam: the engine writes a text as the value that it is of.
  const as = <Value>(text: JsonText) => text as unknown as Value;

  return {
    group: (world, group) => as(textOfGroup(world, group)),
    wholeGroup(world, group, viewer) {
      const sight = sightOf(group, viewer);
      const make = () => {
        const members = membersIn(world, group).map((row) => textOfMember(world, row, sight));
        return join(textOfGroup(world, group).text, members);
      };
      return as(
        sight.isOfOne ? new JsonText(make()) : kept.get(WHOLE, group, revisionOf(world, group), make),
      );
    },
    newGroup(world, group, viewer, rows) {
      const sight = sightOf(group, viewer);
      const members = membersIn(world, group).map((row) => textOfMember(world, row, sight));
      const beside = besideMembers(group, rows).map((row) => writeRow(row, sight));
      return as(new JsonText(join(writeGroup(world, group), [...members, ...beside])));
    },
    row: (row, sight) => as(new JsonText(writeRow(row, sight))),
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
