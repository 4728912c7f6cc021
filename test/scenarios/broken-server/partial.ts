import { type Broken, type Passing, resend, rewrite, rows } from './server.ts';

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
];
