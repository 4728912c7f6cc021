import type { Case, Step, Template } from '../case.ts';
import { assumed, documented, inferred, type Known } from '../known.ts';
import { letIn, list, makeGroup, reads, update } from '../stage.ts';

const page = documented('Update group');

/** A property of an update, and what a group shows of it. */
interface Setting {
  readonly slug: string;
  readonly sent: { readonly [name: string]: Template };
  readonly shown: { readonly [name: string]: Template };
  /** What makes sure that the update changes something. */
  readonly before?: { readonly [name: string]: Template };
  readonly known?: Known;
}

const SETTINGS: readonly Setting[] = [
  { slug: 'name', sent: { name: '{{other-name}}' }, shown: { name: '{{other-name}}' } },
  { slug: 'topic', sent: { topic: '{{topic}}' }, shown: { topic: '{{topic}}' } },
  {
    slug: 'topic-cleared',
    sent: { topic: '' },
    // One documented example leaves an empty topic out.
    shown: { topic: { $oneOf: ['', { $absent: true }] } },
    before: { topic: '{{topic}}' },
    known: inferred('whatsmeow: group.go, SetGroupTopic'),
  },
  { slug: 'description', sent: { description: '{{topic}}' }, shown: { topic: '{{topic}}' }, known: assumed },
  ...toggle('announcement', 'is_announce'),
  ...toggle('locked', 'is_locked'),
  ...toggle('join_approval', 'join_approval'),
  {
    slug: 'member-add-mode-admin',
    sent: { member_add_mode: 'admin' },
    shown: { member_add_mode: 'admin' },
    known: assumed,
  },
  {
    slug: 'member-add-mode-all',
    sent: { member_add_mode: 'all' },
    shown: { member_add_mode: 'all' },
    before: { member_add_mode: 'admin' },
    known: assumed,
  },
];

/** What the members of a group can change about it, property by property. */
export const settings: readonly Case[] = [
  ...SETTINGS.flatMap(({ slug, sent, shown, before, known = page }): Case[] => {
    const what = slug.replaceAll('-', ' ');
    const first = before === undefined ? [] : [update(before)];
    const say = (step: Step) => ({ ...step, expect: { status: 200, body: { success: true, group: shown } } });
    return [
      {
        id: `settings/${slug}-answered`,
        promise: `Updating a group (${what}) answers the group as it is now.`,
        ...known,
        steps: [makeGroup(), ...first, say(update(sent))],
      },
      {
        id: `settings/${slug}-read`,
        promise: `An update of a group (${what}) shows in the next read and in the list.`,
        ...known,
        steps: [
          makeGroup(),
          ...first,
          update(sent),
          reads(shown),
          list({ $contains: { jid: '{{group}}', ...shown } }),
        ],
      },
      {
        id: `settings/${slug}-seen-by-member`,
        promise: `An update of a group (${what}) is seen by another member, in a read and in the list.`,
        ...known,
        needs: ['second-account'],
        steps: [
          makeGroup(),
          ...letIn(),
          ...first,
          update(sent),
          reads(shown, { as: 'second' }),
          list({ $contains: { jid: '{{group}}', ...shown } }, 'second'),
        ],
      },
    ];
  }),
];

function toggle(property: string, field: string): Setting[] {
  const slug = property.replace('_', '-');
  return [
    { slug: `${slug}-on`, sent: { [property]: true }, shown: { [field]: true } },
    {
      slug: `${slug}-off`,
      sent: { [property]: false },
      shown: { [field]: false },
      before: { [property]: true },
    },
  ];
}
