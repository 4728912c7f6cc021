import { ROW_CODES } from '../../../spec/facts/index.ts';
import { ok } from '../../operations/call.ts';
import { sightOf } from '../../wire/jid.ts';
import { toRow } from '../../wire/participant.ts';
import { fromTraits, toPerson } from '../../wire/person.ts';
import { toTimestamp } from '../../wire/timestamp.ts';
import {
  allowed,
  apply,
  askRules,
  changePerson,
  dryRun,
  findGroup,
  meet,
  meetByNumber,
  type Outcome,
  performOnPhone,
  Refusal,
  schedule,
  type World,
} from '../../world/index.ts';
import type { ControlHandlers } from '../call.ts';
import { toAct, toGroup } from '../wire/act.ts';
import { toEvent } from '../wire/event.ts';
import { momentIn } from '../wire/moment.ts';

/** The people of a world, what they are like and what they do. */
export const people: ControlHandlers<
  'listPeople' | 'getPerson' | 'updatePerson' | 'actAsPerson' | 'askRules' | 'listJoinRequests'
> = {
  listPeople: ({ tenant: { world }, query: { phone } }) => {
    const people = [...world.people.values()].filter((one) => phone === undefined || one.phone === phone);
    return ok({ people: people.map((one) => toPerson(world, one)) });
  },

  getPerson: ({ tenant: { world }, parameter }) =>
    ok({ person: toPerson(world, meet(world, parameter('phone'))) }),

  updatePerson: ({ tenant: { world }, parameter, body }) => {
    const { phone } = meet(world, parameter('phone'));
    allowed(apply(world, changePerson(world, phone, fromTraits(world, body))));
    return ok({ person: toPerson(world, meetByNumber(world, phone)) });
  },

  actAsPerson: ({ tenants, tenant: { world }, parameter, body }) => {
    const phone = parameter('phone');
    const act = toAct(body);
    if (body.dry_run === true) {
      const tried = allowed(dryRun(world, phone, act));
      return ok({ ...toOutcome(tried.world, tried.outcome), events: tried.happenings.map(toEvent) });
    }
    if (body.after_seconds !== undefined) {
      tenants.mustHaveRoom();
      const due = momentIn('after_seconds', world.clock.now(), body.after_seconds);
      schedule(world, due, phone, act);
      return ok({ group: null, participants: [], pending_approval: false, due_at: toTimestamp(due) });
    }
    return ok(toOutcome(world, allowed(performOnPhone(world, phone, act))));
  },

  askRules: ({ tenant: { world }, parameter, body }) => {
    const answers = askRules(world, parameter('phone'), body.acts.map(toAct)).map((ruling) => {
      if (ruling instanceof Refusal) {
        const { rule, message: says } = ruling;
        return { allowed: false, rule, says, pending_approval: false, rows: [] };
      }
      const rows = ruling.codes.map((code) => ({
        code: code ?? null,
        says: code === undefined ? null : ROW_CODES[code].says,
      }));
      return { allowed: true, rule: null, says: null, pending_approval: ruling.pending, rows };
    });
    return ok({ answers });
  },

  listJoinRequests: ({ tenant: { world }, query }) => {
    const groups =
      query.group === undefined ? world.groups.values() : [allowed(findGroup(world, query.group))];
    const waiting = [...groups].flatMap(({ jid, joinRequests }) =>
      [...joinRequests.values()].map(({ phone, at, addedBy }) => ({
        group_jid: jid,
        phone,
        asked_at: toTimestamp(at),
        added_by: addedBy ?? null,
      })),
    );
    return ok({ join_requests: waiting });
  },
};

function toOutcome(world: World, { group: jid, rows, pending }: Outcome) {
  const group = world.groups.get(jid);
  return {
    group: group === undefined ? null : toGroup(world, group),
    participants: rows.map((row) => toRow(row, sightOf(group))),
    pending_approval: pending,
    due_at: null,
  };
}
