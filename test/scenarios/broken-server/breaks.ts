import { type Broken, is, type Passing, resend, rewrite, rows } from './server.ts';

/** The ways to be wrong that a suite has to notice. */
export const BROKEN: readonly Broken[] = [
  {
    is: 'answers 200 where a group was created',
    create: () => (passing) => {
      const reply = passing.answer();
      return is(passing, 'POST', /^\/groups$/) && reply.status === 201 ? { ...reply, status: 200 } : reply;
    },
    only: 'groups',
    caughtBy: 'groups/create',
  },
  {
    is: 'leaves members_count out',
    create: () => (passing) => {
      const reply = passing.answer();
      return is(passing, 'GET', GROUP)
        ? rewrite(reply, ({ group, ...rest }) => ({
            ...rest,
            group: { ...Object(group), members_count: undefined },
          }))
        : reply;
    },
    only: 'groups',
    caughtBy: 'groups/create-then-read',
  },
  {
    is: 'reads a group as it was when it was first read',
    create: () => {
      const first = new Map<string, ReturnType<Passing['answer']>>();
      return (passing) => {
        const reply = passing.answer();
        if (!is(passing, 'GET', GROUP) || reply.status !== 200) return reply;
        const { target } = passing.call;
        if (!first.has(target)) first.set(target, reply);
        return first.get(target) ?? reply;
      };
    },
    only: 'participants/seen-*',
    caughtBy: 'participants/seen-by-others',
  },
  {
    is: 'turns failed rows into HTTP errors',
    create: () => (passing) => {
      const reply = passing.answer();
      const hasFailed = is(passing, 'POST', PARTICIPANTS) && /"error":\d/.test(reply.body);
      return hasFailed ? { ...reply, status: 400, body: VALIDATION_ERROR } : reply;
    },
    only: 'row-failures',
    caughtBy: 'row-failures/the-others-are-carried-out',
  },
  {
    is: 'drops failed rows',
    create: () => (passing) => {
      const reply = passing.answer();
      if (!is(passing, 'POST', PARTICIPANTS) || reply.status !== 200) return reply;
      return rewrite(reply, (body) => ({
        ...body,
        participants: rows(body).filter((row) => !('error' in row)),
      }));
    },
    only: 'row-failures',
    caughtBy: 'row-failures/add-403',
  },
  {
    is: 'lets people in by a link that was reset',
    create: () => {
      const successor = new Map<string, string>();
      const current = new Map<string, string>();
      return (passing) => {
        const link = Object(passing.sent).link;
        const alive = successor.get(link);
        if (alive !== undefined) return passing.answer(resend(passing.call, { link: alive }));
        const reply = passing.answer();
        const { group_jid, invite_link } = JSON.parse(reply.body);
        if (invite_link !== undefined) {
          const old = current.get(group_jid);
          if (old !== undefined && old !== invite_link) successor.set(old, invite_link);
          current.set(group_jid, invite_link);
        }
        return reply;
      };
    },
    only: 'invites/old-link-*',
    caughtBy: 'invites/old-link-is-gone',
  },
  {
    is: 'lets members do what only admins may',
    create: () => {
      const admins = new Set<string>();
      return (passing) => {
        const { authorization } = passing.call.headers;
        const reply = passing.answer();
        if (reply.status === 201 && typeof authorization === 'string') admins.add(authorization);
        if (reply.headers['X-Mock-Rule'] !== 'not-an-admin') return reply;
        for (const admin of admins) {
          const retry = passing.answer({
            ...passing.call,
            headers: { ...passing.call.headers, authorization: admin },
          });
          if (retry.status === 200) return retry;
        }
        return reply;
      };
    },
    only: 'roles/get-invite-link-*',
    caughtBy: 'roles/get-invite-link-group-member',
  },
  {
    is: 'says that it demoted the creator',
    create: () => (passing) => {
      const reply = passing.answer();
      if (Object(passing.sent).action !== 'demote' || reply.status !== 200) return reply;
      return rewrite(reply, (body) => ({
        ...body,
        participants: rows(body).map(({ error, ...row }) =>
          error === 406 ? { ...row, is_admin: false } : row,
        ),
      }));
    },
    only: 'row-failures/the-*',
    caughtBy: 'row-failures/the-creator-stays',
  },
  {
    is: "lists another tenant's groups",
    create: () => {
      const tokens = new Set<string>();
      return (passing) => {
        const { authorization } = passing.call.headers;
        const reply = passing.answer();
        if (reply.status !== 401 && typeof authorization === 'string') tokens.add(authorization);
        if (!is(passing, 'GET', /^\/groups$/) || reply.status !== 200) return reply;
        const all = [...tokens].flatMap((token) => {
          const theirs = passing.answer({
            ...passing.call,
            headers: { ...passing.call.headers, authorization: token },
          });
          return JSON.parse(theirs.body).groups;
        });
        return rewrite(reply, (body) => ({ ...body, groups: all }));
      };
    },
    only: 'auth/outside-*',
    caughtBy: 'auth/outside-not-listed',
  },
  {
    is: 'answers 200 with a page instead of JSON',
    create: () => (passing) => {
      const reply = passing.answer();
      return is(passing, 'GET', GROUP)
        ? { status: 200, headers: { 'Content-Type': 'text/html' }, body: '<h1>It works!</h1>' }
        : reply;
    },
    only: 'groups',
    caughtBy: 'groups/create-then-read',
  },
  {
    is: 'does not decode its paths',
    create: () => (passing) => (passing.call.target.includes('%') ? notFound : passing.answer()),
    only: 'errors/jid-encoded',
    caughtBy: 'errors/jid-encoded',
  },
  {
    is: 'decodes its paths for reading only',
    create: () => (passing) =>
      passing.call.method !== 'GET' && passing.call.target.includes('%') ? notFound : passing.answer(),
    only: 'errors/*-jid-encoded',
    caughtBy: 'errors/update-group-jid-encoded',
  },
  {
    is: 'refuses every body of more than a megabyte as one that does not fit',
    create: () => (passing) =>
      passing.call.body.length > 1_000_000 && passing.call.body.length <= 8_388_608
        ? { ...notFound, status: 400, body: VALIDATION_ERROR }
        : passing.answer(),
    only: 'errors/large-enough',
    caughtBy: 'errors/large-enough',
  },
  {
    is: 'hangs when a group is read',
    create: () => (passing) => (is(passing, 'GET', GROUP) ? 'hang' : passing.answer()),
    only: 'groups/create-then-read',
    caughtBy: 'groups/create-then-read',
  },
  {
    is: 'closes the connection when a group is read',
    create: () => (passing) => (is(passing, 'GET', GROUP) ? 'close' : passing.answer()),
    only: 'groups',
    caughtBy: 'groups/create-then-read',
  },
];

const GROUP = /^\/groups\/[^/]+@g\.us$/;
const PARTICIPANTS = /\/participants$/;
const VALIDATION_ERROR =
  '{"success":false,"error":"validation failed","error_code":"VALIDATION_ERROR","timestamp":"2026-06-15T12:00:00Z"}';
const notFound: ReturnType<Passing['answer']> = {
  status: 404,
  headers: { 'Content-Type': 'application/json' },
  body: VALIDATION_ERROR.replace('VALIDATION_ERROR', 'NOT_FOUND'),
};
