import { LIMITS } from '../../../spec/facts/index.ts';
import type {
  AddressingMode,
  AnyGroup,
  CommunityGroup,
  Group,
  JoinRequest,
  NewSettings,
  Settings,
} from '../state/group.ts';
import type { Phone } from '../state/id.ts';
import { type Ledger, toLedger } from '../state/ledger.ts';
import { SnapshotError } from './error.ts';
import { convert, type Form, keyed, list, maybe, object, oneOf, pairs, set, text, upTo } from './form.ts';
import { code, flag, jid, moment, phone } from './values.ts';

/** What a group is called; one from elsewhere can have a longer name than anybody could give it here. */
export const groupName = upTo(1000);

/** The settings of a group, one by one. */
export const SETTINGS: { readonly [Name in keyof Settings]: Form<Settings[Name]> } = {
  name: groupName,
  topic: upTo(LIMITS['topic-length'].most),
  announcement: flag,
  locked: flag,
  joinApproval: flag,
  memberAddMode: oneOf('admin', 'all'),
  ephemeralSeconds: oneOf(0, 86_400, 604_800, 7_776_000),
  pictureId: maybe(text('the id of a picture', /^\d{1,20}$/)),
};

/** Those that were changed. */
export const someSettings = object<Partial<Settings>>(
  SETTINGS as { [Name in keyof Settings]: Form<never> },
  Object.keys(SETTINGS) as (keyof Settings)[],
);

/** Those that a group was created with. */
export const founding = object<NewSettings>(
  SETTINGS as { [Name in keyof Settings]: Form<never> },
  (Object.keys(SETTINGS) as (keyof Settings)[]).filter((name) => name !== 'name'),
);

const joinRequest: Form<JoinRequest> = object({ phone, at: moment, addedBy: maybe(phone) });

/** A group of any kind, as it is written. */
interface Saved extends Omit<AnyGroup, 'revision' | 'addressing'> {
  readonly addressing: AddressingMode | undefined;
  readonly kind: Group['kind'];
  readonly parent: string | undefined;
  readonly community: Pick<CommunityGroup, 'announcementGroup' | 'linked' | 'brought'> | undefined;
}

const saved: Form<Saved> = object<Saved>(
  {
    jid,
    kind: oneOf('group', 'announcement', 'community'),
    owner: phone,
    createdAt: moment,
    settings: object<Settings>(SETTINGS),
    // Only where it is not the usual one: older snapshots have none.
    addressing: oneOf('lid') as Form<AddressingMode | undefined>,
    members: pairs(['phone', phone], ['role', oneOf('member', 'admin', 'creator')]),
    inviteCode: code,
    joinRequests: ledger(keyed(joinRequest, 'phone')),
    removed: ledger(
      convert(
        set(phone),
        (people: ReadonlyMap<Phone, Phone>) => new Set(people.keys()),
        (people) => new Map(Array.from(people, (one) => [one, one])),
      ),
    ),
    departures: ledger(pairs(['phone', phone], ['at', list(moment, 2)])),
    parent: maybe(jid),
    community: maybe(
      object<NonNullable<Saved['community']>>({
        announcementGroup: jid,
        linked: set(jid),
        brought: set(phone),
      }),
    ),
  },
  ['addressing'],
);

/** A group of any kind. */
export const group: Form<Group> = convert(saved, toSaved, toGroup);

function toSaved(one: Group): Saved {
  const addressing = one.addressing === 'pn' ? undefined : one.addressing;
  return one.kind === 'community'
    ? { ...one, addressing, parent: undefined, community: one }
    : { ...one, addressing, community: undefined };
}

function toGroup({ kind, parent, community, addressing = 'pn', ...rest }: Saved): Group {
  if ((kind === 'community') !== (community !== undefined))
    throw new SnapshotError('.community', `does not go with the kind "${kind}"`, kind);
  const shared = { ...rest, addressing, revision: 0 };
  if (kind === 'group') return { ...shared, kind, parent };
  if (kind === 'community' && community !== undefined && parent === undefined)
    return { ...shared, kind, ...community };
  if (kind === 'announcement' && parent !== undefined) return { ...shared, kind, parent };
  throw new SnapshotError('.parent', `does not go with the kind "${kind}"`, parent ?? null);
}

function ledger<Entry>(form: Form<Map<Phone, Entry>>): Form<Ledger<Entry>> {
  return convert(
    form,
    (noted) => noted as ReadonlyMap<Phone, Entry> as Map<Phone, Entry>,
    (noted) => toLedger([...noted]),
  );
}
