import type { REFUSAL_STATUSES, RefusalCode } from '../../spec/facts/index.ts';
import type { OperationId, Reply, RequestBody, Schema, Success } from '../../spec/index.ts';
import { sightOf } from '../wire/jid.ts';
import type { Views } from '../wire/views.ts';
import {
  type Act,
  type Device,
  groupOf,
  type Outcome,
  perform,
  Refusal,
  type RefusalOfAct,
  type ScriptedRows,
  type World,
} from '../world/index.ts';

/** One request that was found valid, as a handler sees it. */
export interface Call<Id extends OperationId> {
  world: World;
  /** How the answer shows groups and people. */
  views: Views;
  /** The device of the caller's token. */
  device: Device;
  /** Whose rows a fault has fail. */
  scripted: ScriptedRows;
  body: RequestBody<Id>;
  /** A value of the path or the body by the name that the document gives it (`x-argument`, or else its own). */
  argument(name: string): string;
}

/** Carries out one operation, or says why not. A refusal that the document does not list for it does not compile. A `Problem` is thrown. */
export type Handler<Id extends OperationId> = (call: Call<Id>) => Success<Id> | RefusalOf<Id>;

/** By what an operation can be refused: by what has a status that the document lists for it. */
type RefusalOf<Id extends OperationId> = Refusal<CodesWith<Reply<Id>['status']>>;

type CodesWith<Status> = {
  [Code in RefusalCode]: (typeof REFUSAL_STATUSES)[Code] extends Status ? Code : never;
}[RefusalCode];

/** A handler for each operation of some of the document. */
export type Handlers<Ids extends OperationId> = { [Id in Ids]: Handler<Id> };

/** Has the caller act, and answers with what came of it. */
export function answer<One extends Act, Answer>(
  { world, device, scripted }: Pick<Call<OperationId>, 'world' | 'device' | 'scripted'>,
  act: One,
  toAnswer: (outcome: Outcome) => Answer,
): Answer | RefusalOfAct<One['do']> {
  const outcome = perform(world, device.phone, act, scripted);
  return outcome instanceof Refusal ? outcome : toAnswer(outcome);
}

/** What became of each participant, as the caller sees it. */
export function toRows(
  { world, views, device }: Pick<Call<OperationId>, 'world' | 'views' | 'device'>,
  { group, rows }: Outcome,
): Schema<'Participant'>[] {
  const sight = sightOf(world.groups.get(group), device.phone);
  return rows.map((row) => views.row(row, sight));
}

/** A group or a community that was made, with what became of those who were to be in it. */
export function toNewGroup(
  { world, views, device }: Pick<Call<OperationId>, 'world' | 'views' | 'device'>,
  { group, rows }: Outcome,
): Schema<'GroupWithParticipants'> {
  return views.newGroup(world, groupOf(world, group), device.phone, rows);
}

/** The answer 200 with these properties beside `success`. */
export function ok<Body extends object>(body: Body): { status: 200; body: { success: true } & Body } {
  return { status: 200, body: { success: true, ...body } };
}

/** The answer 201 with these properties beside `success`. */
export function created<Body extends object>(body: Body): { status: 201; body: { success: true } & Body } {
  return { status: 201, body: { success: true, ...body } };
}
