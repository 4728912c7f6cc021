import type { Community, Group, Settings } from '../groups.ts';
import type { JoinRequest } from '../join-requests.ts';
import { type Ledger, toLedger } from '../ledger.ts';
import type { Phone } from '../people.ts';
import { convert, type Form, keyed, list, maybe, object, oneOf, pairs, set, text, upTo } from './form.ts';
import { code, flag, jid, moment, phone } from './values.ts';

/** The settings of a group, one by one. */
export const SETTINGS: { readonly [Name in keyof Settings]: Form<Settings[Name]> } = {
  name: upTo(100),
  topic: upTo(2048),
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
export const founding = object<Partial<Settings> & { name: string }>(
  SETTINGS as { [Name in keyof Settings]: Form<never> },
  (Object.keys(SETTINGS) as (keyof Settings)[]).filter((name) => name !== 'name'),
);

const joinRequest: Form<JoinRequest> = object({ phone, at: moment, addedBy: maybe(phone) });

/** A group of any kind. */
export const group: Form<Group> = object<Group>({
  jid,
  kind: oneOf('group', 'announcement', 'community'),
  owner: phone,
  createdAt: moment,
  settings: object<Settings>(SETTINGS),
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
    object<Community>({
      announcementGroup: jid,
      linked: set(jid) as Form<Set<string>>,
      brought: set(phone) as Form<Set<string>>,
    }),
  ),
});

function ledger<Entry>(form: Form<Map<Phone, Entry>>): Form<Ledger<Entry>> {
  return convert(
    form,
    (noted) => noted as Map<Phone, Entry>,
    (noted) => toLedger([...noted]),
  );
}
