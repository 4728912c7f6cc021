import { type Broken, is, type Passing, resend, rewrite, rows } from './server.ts';

/** A request with its first two participants only. */
function cut({ call, sent }: Passing) {
  const body = Object(sent);
  return Array.isArray(body.participants)
    ? resend(call, { ...body, participants: body.participants.slice(0, 2) })
    : call;
}

const isOfParticipants = ({ call }: Passing) => call.target.endsWith('/participants');

/** Implementations that do a part of what they are asked, and the cases that notice. */
export const PARTIAL: readonly Broken[] = [
  {
    is: 'carries out the first two participants of a change',
    create: () => (passing) => passing.answer(isOfParticipants(passing) ? cut(passing) : passing.call),
    only: 'participants/three-*',
    caughtBy: 'participants/three-at-once',
  },
  {
    is: 'carries out the first two participants of a change, and answers a row for each',
    create: () => (passing) => {
      if (!isOfParticipants(passing) || passing.call.method !== 'POST') return passing.answer();
      const { participants = [] } = Object(passing.sent);
      return rewrite(passing.answer(cut(passing)), (body) => ({
        ...body,
        participants: participants.map(
          (jid: string) =>
            rows(body).find((row) => row.jid === jid) ?? { ...rows(body)[0], jid, phone_number: jid },
        ),
      }));
    },
    only: 'participants/three-*',
    caughtBy: 'participants/three-at-once',
  },
  {
    is: 'tells what became of the first two participants of a change',
    create: () => (passing) => {
      const reply = passing.answer();
      return isOfParticipants(passing)
        ? rewrite(reply, (body) => ({ ...body, participants: rows(body).slice(0, 2) }))
        : reply;
    },
    only: 'participants/three-*',
    caughtBy: 'participants/three-in-a-community',
  },
  {
    is: 'puts the first two participants into a new group',
    create: () => (passing) => passing.answer(isOfParticipants(passing) ? passing.call : cut(passing)),
    only: 'participants/three-*',
    caughtBy: 'participants/three-in-a-new-group',
  },
  {
    is: 'lists the newest hundred groups',
    create: listing(-100),
    only: 'groups/list-*',
    caughtBy: 'groups/list-has-no-pages',
  },
  {
    is: 'lists the oldest hundred groups',
    create: listing(0, 100),
    only: 'groups/list-*',
    caughtBy: 'groups/list-has-no-pages',
  },
  {
    is: 'lists the newest group',
    create: listing(-1),
    only: 'groups/list-k*',
    caughtBy: 'groups/list-keeps-the-others',
  },
];

/** Lists a part of the groups, from the first one made to the last. */
function listing(from: number, to?: number): Broken['create'] {
  return () => (passing) => {
    const reply = passing.answer();
    return is(passing, 'GET', /^\/groups$/) && reply.status === 200
      ? rewrite(reply, ({ groups, ...rest }) => ({ ...rest, groups: (groups as unknown[]).slice(from, to) }))
      : reply;
  };
}
