import type { Step } from '../../language/case.ts';
import { announcement, community, first, one } from '../../language/cast.ts';
import { addToCommunity, findAnnouncementGroup, makeCommunity } from '../../language/communities.ts';
import {
  creator,
  done,
  failed,
  including,
  member,
  type Row,
  type RowCode,
  without,
} from '../../language/people.ts';
import { promises, restsOn } from '../../language/promises.ts';
import { changes, makeGroup } from '../../language/stage.ts';
import { answers, type GroupPattern, reads } from '../../language/views.ts';

const CODES: Partial<Record<RowCode, string>> = {
  401: 'blocked the caller',
  402: 'was removed by an admin',
  403: 'lets nobody add them',
  404: 'is not on WhatsApp',
  408: 'left recently',
  417: 'is kept out of the community',
};

const PLACES = {
  add: 'is not added to a group',
  create: 'is not put into a new group',
  'community-add': 'is not added to a community',
  'community-create': 'is not put into a new community',
};

/** What every number that never lets itself be added does to its row, and what the others do. */
export const magicRows = Object.entries(CODES).flatMap(([code, why]) =>
  Object.entries(PLACES).flatMap(([place, what]) =>
    promises('row-failures', restsOn('field Participant.error', `row ${code as '401'}`), {
      [`${place}-${code}`]: [
        `Somebody who ${why} ${what}: ${code} in their row, while the others are.`,
        ...stepsOf(place as keyof typeof PLACES, Number(code) as RowCode),
      ],
    }),
  ),
);

function stepsOf(place: keyof typeof PLACES, code: RowCode): Step[] {
  const number = `{{magic.${code}}}`;
  const jid = `${number}@s.whatsapp.net`;
  const invite: Row = {
    add_request: {
      code: { $matches: '^[0-9A-Za-z]{16}$' },
      expires_at: { $matches: '^\\d{4}-\\d\\d-\\d\\dT.*Z$' },
    },
  };
  const row: Row = {
    ...failed(jid, code),
    phone_number: jid,
    is_admin: false,
    ...(code === 403 ? invite : { add_request: { $absent: true } }),
  };
  const others: GroupPattern = {
    members_count: 2,
    participants: { $all: [without(jid), including(member(one))] },
  };
  switch (place) {
    case 'add':
      return [makeGroup(), changes('add', [number, one], [row, done(member(one))]), reads(others)];
    case 'create':
      return [
        answers(makeGroup({}, [first, number, one]), {
          group: { members_count: 2, participants: including(creator(first), row, done(member(one))) },
        }),
        reads(others),
      ];
    case 'community-add':
      return [
        makeCommunity(),
        findAnnouncementGroup(),
        answers(addToCommunity(number, one), { action: 'add', participants: [row, done(member(one))] }),
        reads(others, announcement),
        reads({ members_count: 2 }, community),
      ];
    case 'community-create':
      return [
        answers(makeCommunity([number, one]), {
          community: { members_count: 2, participants: including(creator(first), row) },
        }),
        findAnnouncementGroup(),
        reads(others, announcement),
        reads({ participants: without(jid) }, community),
      ];
  }
}
