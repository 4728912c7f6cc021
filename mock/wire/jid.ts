import {
  type AddressingMode,
  type Group,
  isAdmin,
  type Person,
  type Phone,
  toUserJid,
} from '../world/index.ts';

/** How the people of a group are shown to whoever looks on. */
export interface Sight {
  readonly addressing: AddressingMode;
  /** Whether nobody else sees it so. */
  readonly isOfOne: boolean;
  /** Whether the number of a person stands beside. */
  showsNumber(person: Person): boolean;
}

/** The sight of a group by one of its members; nobody is hidden from who looks on from outside. */
export function sightOf(group: Group | undefined, viewer?: Phone): Sight {
  const addressing = group?.addressing ?? 'pn';
  const isAnonymous =
    group?.kind === 'announcement' && addressing === 'lid' && viewer !== undefined && !isAdmin(group, viewer);
  return {
    addressing,
    isOfOne: isAnonymous,
    showsNumber: ({ phone, phoneKnown }) => phoneKnown && (!isAnonymous || phone === viewer),
  };
}

/** How a person is called: by the user JID, or by the LID where the group does so and where their number is hidden. */
export function toPersonJid(
  { phone, phoneKnown, lid }: Person,
  { addressing }: Pick<Sight, 'addressing'>,
): string {
  return (addressing === 'pn' && phoneKnown && toUserJid(phone)) || lid;
}
