import type { RuleName } from '../../../spec/facts/index.ts';
import type { Act } from '../state/act.ts';
import type { DomainEvent, Happening } from '../state/domain-event.ts';
import { type Form, list, maybe, object, oneKind, oneOf, text, upTo } from './form.ts';
import { founding, groupName, someSettings } from './groups.ts';
import { deviceState } from './people.ts';
import { anyText, code, count, jid, moment, phone } from './values.ts';

const who = text(
  'a phone number, a user JID or a LID',
  /^([\d ()+-]{10,60}|\d{10,15}@s\.whatsapp\.net|[0-9A-Za-z]{1,32}@lid)$/,
);
const change = { group: jid, people: list(who) };
const way = object<{ code: string } & { group: string }>({ code: upTo(2048), group: jid }, ['code', 'group']);

const foundingAct = object<{ settings: never; people: string[]; parent?: string; jid?: string }>(
  { settings: founding as Form<never>, people: list(who), parent: jid, jid },
  ['parent', 'jid'],
);

/** What somebody did, or is going to do. */
export const act: Form<Act> = oneKind<Act, 'do'>('do', {
  join: object({ by: way }),
  ask: object({ by: way }),
  'accept-invite': object({ code: upTo(64), group: jid, inviter: who }),
  cancel: object({ group: jid }),
  leave: object({ group: jid }),
  add: object(change),
  remove: object(change),
  promote: object(change),
  demote: object(change),
  approve: object({ group: jid, person: who }),
  reject: object({ group: jid, person: who }),
  set: object({ group: jid, settings: someSettings }),
  'set-picture': object({ group: jid, image: anyText }),
  'reset-link': object({ group: jid }),
  'create-group': foundingAct,
  'create-community': foundingAct,
  'change-number': object({ to: phone }),
  link: object({ community: jid, group: jid }),
  unlink: object({ community: jid, group: jid }),
});

const people = object({ people: list(phone) });
const link = object({ type: oneOf('sub_group', 'parent_group', 'sibling_group'), jid });

/** Something that happened. */
export const happening: Form<Happening> = object<Happening>({
  sequence: count,
  at: moment,
  group: maybe(jid),
  groupName: maybe(groupName),
  actor: maybe(phone),
  change: oneKind<DomainEvent, 'kind'>('kind', {
    created: people,
    joined: object({ people: list(phone), reason: oneOf('', 'invite', 'linked_group_join', 'auto_add') }),
    left: people,
    promoted: people,
    demoted: people,
    changed: object({ settings: someSettings }),
    'link-reset': object({ code }),
    linked: link,
    unlinked: link,
    renumbered: object({ people: list(phone), from: phone }),
    ended: object({}),
    device: object({ state: deviceState }),
    asked: people,
    'request-cancelled': people,
    'request-rejected': people,
    refused: object({ act, rule: upTo(64) as Form<RuleName> }),
  }),
  audience: list(phone),
});
