import type { ControlSchema } from '../../../spec/index.ts';
import { given } from '../../wire/given.ts';
import { toGroupWithParticipants } from '../../wire/group.ts';
import { toInviteLink, toLinkCode } from '../../wire/invite.ts';
import { toSettings } from '../../wire/settings.ts';
import { type Act, type Group, startOfImage, type World } from '../../world/index.ts';

type Body = ControlSchema<'Act'>;

/** How each body is read; the document has made sure that it holds what its `do` takes. */
const READERS: Record<Body['do'], (body: Body) => Act> = {
  join: (body) => ({ do: 'join', by: toWay(body) }),
  ask: (body) => ({ do: 'ask', by: toWay(body) }),
  'accept-invite': ({ code = '', group = '', inviter = '' }) => ({
    do: 'accept-invite',
    code,
    group,
    inviter,
  }),
  cancel: ({ group = '' }) => ({ do: 'cancel', group }),
  leave: ({ group = '' }) => ({ do: 'leave', group }),
  add: (body) => ({ do: 'add', ...toChange(body) }),
  remove: (body) => ({ do: 'remove', ...toChange(body) }),
  promote: (body) => ({ do: 'promote', ...toChange(body) }),
  demote: (body) => ({ do: 'demote', ...toChange(body) }),
  approve: ({ group = '', participant = '' }) => ({ do: 'approve', group, person: participant }),
  reject: ({ group = '', participant = '' }) => ({ do: 'reject', group, person: participant }),
  rename: ({ group = '', name = '' }) => ({ do: 'set', group, settings: { name } }),
  set: (body) => ({ do: 'set', group: body.group ?? '', settings: toSettings(body) }),
  'set-picture': ({ group = '', image_base64 = '' }) => ({
    do: 'set-picture',
    group,
    image: startOfImage(image_base64),
  }),
  'reset-link': ({ group = '' }) => ({ do: 'reset-link', group }),
  'create-group': (body) => ({
    do: 'create-group',
    ...toFounding(body),
    ...given({ parent: body.parent_jid, jid: body.jid }),
  }),
  'create-community': (body) => ({ do: 'create-community', ...toFounding(body) }),
  'change-number': ({ number = '' }) => ({ do: 'change-number', to: number }),
  link: ({ community = '', group = '' }) => ({ do: 'link', community, group }),
  unlink: ({ community = '', group = '' }) => ({ do: 'unlink', community, group }),
};

/** What somebody is told to do. */
export function toAct(body: Body): Act {
  return READERS[body.do](body);
}

/** A group as the control plane shows it: as members see it, with its invite link. */
export function toGroup(world: World, group: Group): ControlSchema<'Group'> {
  return {
    ...toGroupWithParticipants(world, group, undefined),
    invite_link: toInviteLink(group.inviteCode),
  };
}

function toWay({ link, group = '' }: Body) {
  return link === undefined ? { group } : { code: toLinkCode(link) };
}

function toChange({ group = '', participants = [] }: Body) {
  return { group, people: participants };
}

function toFounding(body: Body) {
  return {
    settings: { ...toSettings(body), name: body.name ?? '' },
    people: body.participants ?? [],
  };
}
