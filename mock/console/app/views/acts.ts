import type { ControlSchema } from '../../../../spec/index.ts';
import type { Word } from '../language.ts';
import type { Line } from '../store.ts';

/** Something to do on a phone. */
export type Act = ControlSchema<'Act'>;

/** A field that an act is filled in with. */
export type Field = 'name' | 'topic' | 'number' | 'picture' | 'link';

/** What a phone offers: an act, with what was typed into its field. */
export interface Offer {
  readonly word: Word;
  readonly field?: Field;
  /** What the field shows first. */
  readonly first?: string;
  /** The act with what was typed; the rules are asked about it as well, with something harmless where nothing was typed. */
  readonly act: (typed: string) => Act;
}

/** What the rules are asked with while nothing is typed: a number that nobody has, and the smallest picture. */
const SAMPLE: Readonly<Record<Field, string>> = {
  name: 'A',
  topic: 'A',
  number: '5511900000000',
  picture: '/9j/2Q==',
  link: 'https://chat.whatsapp.com/AAAAAAAAAAAAAAAAAAAAAA',
};

/** The value of an offer for the rules to judge. */
export function sampleOf({ field, first }: Offer, typed: string): string {
  return typed || first || (field === undefined ? '' : SAMPLE[field]);
}

/** What somebody can do without a chat. */
export const GENERAL: readonly Offer[] = [
  { word: 'do.join-link', field: 'link', act: (link) => ({ do: 'join', link }) },
  { word: 'do.create-group', field: 'name', act: (name) => ({ do: 'create-group', name, participants: [] }) },
  {
    word: 'do.create-community',
    field: 'name',
    act: (name) => ({ do: 'create-community', name, participants: [] }),
  },
  { word: 'do.change-number', field: 'number', act: (number) => ({ do: 'change-number', number }) },
];

/** What somebody can do in a group, or about it from outside. */
export function offersIn(group: string, line: Line | undefined, topic: string, isMember: boolean): Offer[] {
  const set = (settings: Partial<Act>) => () => ({ do: 'set' as const, group, ...settings });
  const timer = line?.ephemeral_seconds ? 0 : 86400;
  const comings: Offer[] = [
    { word: 'do.join', act: () => ({ do: 'join', group }) },
    { word: 'do.ask', act: () => ({ do: 'ask', group }) },
    { word: 'do.cancel', act: () => ({ do: 'cancel', group }) },
  ];
  const doings: Offer[] = [
    { word: 'do.leave', act: () => ({ do: 'leave', group }) },
    { word: 'do.add', field: 'number', act: (number) => ({ do: 'add', group, participants: [number] }) },
    {
      word: 'do.rename',
      field: 'name',
      first: line?.name ?? '',
      act: (name) => ({ do: 'rename', group, name }),
    },
    { word: 'do.topic', field: 'topic', first: topic, act: (text) => ({ do: 'set', group, topic: text }) },
    {
      word: 'do.picture',
      field: 'picture',
      act: (image) => ({ do: 'set-picture', group, image_base64: image }),
    },
    {
      word: line?.announcement ? 'do.open-up' : 'do.announce',
      act: set({ announcement: !line?.announcement }),
    },
    { word: line?.locked ? 'do.unlock' : 'do.lock', act: set({ locked: !line?.locked }) },
    {
      word: line?.join_approval ? 'do.approval-off' : 'do.approval-on',
      act: set({ join_approval: !line?.join_approval }),
    },
    { word: timer === 0 ? 'do.timer-off' : 'do.timer-on', act: set({ ephemeral_seconds: timer }) },
    { word: 'do.reset-link', act: () => ({ do: 'reset-link', group }) },
  ];
  return isMember ? [...doings, ...comings] : [...comings, ...doings];
}

/** What an admin can do to one of the others. */
export function offersTo(group: string, participant: string, isAsking: boolean): Offer[] {
  const participants = [participant];
  return isAsking
    ? [
        { word: 'approve', act: () => ({ do: 'approve', group, participant }) },
        { word: 'reject', act: () => ({ do: 'reject', group, participant }) },
      ]
    : [
        { word: 'do.promote', act: () => ({ do: 'promote', group, participants }) },
        { word: 'do.demote', act: () => ({ do: 'demote', group, participants }) },
        { word: 'do.remove', act: () => ({ do: 'remove', group, participants }) },
      ];
}
