import type { Schema } from '../../../spec/index.ts';
import type { BodyOf, StepOf } from '../../language/case.ts';
import type { Properties } from '../../language/patterns.ts';
import { assumed, type Known, promises, restsOn } from '../../language/promises.ts';
import { letIn, makeGroup, update } from '../../language/stage.ts';
import { answers, list, reads } from '../../language/views.ts';

const page = restsOn('operation updateGroup');

/** A property of an update, and what a group shows of it. */
interface Setting {
  readonly slug: string;
  readonly sent: BodyOf<'updateGroup'>;
  readonly shown: Properties<Schema<'Group'>>;
  /** What makes sure that the update changes something. */
  readonly before?: BodyOf<'updateGroup'>;
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
    known: restsOn('behaviour topic-can-be-empty'),
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
export const settings = [
  ...SETTINGS.flatMap(({ slug, sent, shown, before, known = page }) => {
    const what = slug.replaceAll('-', ' ');
    const first = before === undefined ? [] : [update(before)];
    const say = (step: StepOf<'updateGroup'>) => answers(step, { success: true, group: shown });
    return promises('settings', known, {
      [`${slug}-answered`]: [
        `Updating a group (${what}) answers the group as it is now.`,
        makeGroup(),
        ...first,
        say(update(sent)),
      ],
      [`${slug}-read`]: [
        `An update of a group (${what}) shows in the next read and in the list.`,
        makeGroup(),
        ...first,
        update(sent),
        reads(shown),
        list({ $contains: { jid: '{{group}}', ...shown } }),
      ],
      [`${slug}-seen-by-member`]: [
        `An update of a group (${what}) is seen by another member, in a read and in the list.`,
        makeGroup(),
        ...letIn(),
        ...first,
        update(sent),
        reads(shown, { as: 'second' }),
        list({ $contains: { jid: '{{group}}', ...shown } }, 'second'),
      ],
    });
  }),
];

function toggle(
  property: 'announcement' | 'locked' | 'join_approval',
  field: 'is_announce' | 'is_locked' | 'join_approval',
): Setting[] {
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
