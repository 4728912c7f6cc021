import { isDeepStrictEqual } from 'node:util';
import { compare } from '../language/patterns.ts';
import { at, fillKnown, type Values } from '../language/templates.ts';
import type { Answer } from '../target/send.ts';
import { type Asking, ask, type Exchanged, NotAsked, perform } from './asking.ts';
import { bisect } from './bisection.ts';
import { fieldNamed, toEvidence, toWord } from './evidence.ts';
import type { Fields } from './fields.ts';
import type { Observations } from './observations.ts';
import type { Meaning, Question } from './question.ts';
import { type Found, search } from './search.ts';
import { STAGES, type StageName } from './stages.ts';

/** Sets a stage, unless all that it would tell is known already. Throws `NotAsked`, and `HeldBack`. */
export async function setStage(asking: Asking, name: StageName): Promise<void> {
  for (const step of STAGES[name]) {
    const told = Object.keys('capture' in step ? step.capture : {});
    if (told.length > 0 && told.every((one) => one in asking.values)) continue;
    const { sent, answer } = await perform(asking, step);
    asking.values[`stage.${name}`] = answer.status;
    asking.values[`stage.${name} evidence`] = toEvidence(sent, answer);
  }
}

/** Asks one question whose stages are set, and notes what the last answer means and shows. Throws as `setStage` does. */
export async function askQuestion(
  asking: Asking,
  question: Question,
  observations: Observations,
  fields: Fields,
): Promise<void> {
  const { answers = [], shows = {}, steps, unlike } = question;
  const foreseen = answers.flatMap(({ when }) => Object(when).status).filter(Number.isInteger);
  let last: Exchanged | undefined;
  if (question.search !== undefined) {
    const found = await search(asking, question.search);
    noteFound(observations, question.search, found);
    last = found;
  } else if (question.bisects !== undefined) {
    const { limit, refusal } = await bisect(asking, question.bisects);
    const code = toWord(at(refusal.answer.body, 'error_code'), asking.run.scrub, asking.values);
    const line = toEvidence(refusal.sent, refusal.answer, code, `above ${limit} characters`);
    observations.settle(question.bisects.fact, limit, line);
  } else for (const step of steps) last = await ask(asking, step, foreseen);
  if (last === undefined) return;
  const { values } = asking;
  const code = toWord(at(last.answer.body, 'error_code'), asking.run.scrub, values);
  const refusal = { status: last.answer.status, error_code: code };
  const other = unlike === undefined ? {} : observations.answerOf(unlike);
  if (other === undefined || isDeepStrictEqual(other, refusal))
    throw new NotAsked(`its answer is not told from the ${unlike}`);
  const evidence = toEvidence(last.sent, last.answer, code);
  const fits = noteMeaning(observations, answers, last.answer, evidence, {
    ...values,
    'answer.status': last.answer.status,
    'answer.error': at(last.answer.body, 'participants[0].error'),
    ...(code !== undefined && { 'answer.code': code }),
    ...optional('answer.field', toWord(fieldNamed(last.answer.body, []), asking.run.scrub, values)),
  });
  if (!fits) noteOther(observations, answers, last.answer, evidence);
  for (const [fact, place] of Object.entries(shows)) {
    const is = fillKnown(place.is, values);
    const value = at(last.answer.body, `${place.at}${place.at === '' ? '' : '.'}${place.name}`);
    // What it would be like is not known: it may stand there under another name.
    if (value === undefined && is === undefined && place.is !== undefined) continue;
    const said = value === undefined ? 'nothing' : value === null ? 'null' : 'a value';
    fields.look(fact, { ...place, is }, last.answer.body, `${evidence} ${place.name}: ${said}`);
  }
}

/** Settles what fits; returns whether something does. */
export function noteMeaning(
  observations: Observations,
  answers: readonly Meaning[],
  answer: Answer,
  evidence: string,
  values: Values,
): boolean {
  const seen = { status: answer.status, headers: answer.headers, body: answer.body, known: values };
  const fitting = answers.filter(({ when }) => compare(fillKnown(when, values), seen).length === 0);
  for (const { means } of fitting)
    for (const [fact, said] of Object.entries(means)) {
      const what = fillKnown(said, values);
      if (what === undefined) observations.wonder(fact, evidence);
      else observations.settle(fact, what, String(values[`${stageIn(said)} evidence`] ?? evidence));
    }
  return fitting.length > 0;
}

/** An answer that fits nothing is outside all choices. */
function noteOther(
  observations: Observations,
  answers: readonly Meaning[],
  answer: Answer,
  evidence: string,
): void {
  const hasNoCode = answer.status >= 400 && at(answer.body, 'error_code') === undefined;
  for (const { means } of answers)
    for (const fact of Object.keys(means))
      if (hasNoCode) observations.leave(fact, 'it is refused without an error_code');
      else observations.wonder(fact, evidence);
}

function noteFound(
  observations: Observations,
  id: string,
  { sent, answer, method, path, field }: Found,
): void {
  const evidence = toEvidence(sent, answer);
  observations.settle(`operation ${id}`, { method, path }, evidence);
  if (id !== 'linkGroup') return;
  observations.settle(
    'field ChildGroup.group_jid',
    field === 'group_jid' ? 'present' : { name: field },
    `${evidence}: ${field}`,
  );
  observations.settle('schema ChildGroup', 'yes', evidence);
}

/** The stage whose status is meant, such as `stage.disconnected`. */
function stageIn(said: unknown): string {
  return typeof said === 'string' ? said.replace(/[{}]/g, '') : '';
}

function optional(name: string, value: unknown): Values {
  return value === undefined ? {} : { [name]: value };
}
