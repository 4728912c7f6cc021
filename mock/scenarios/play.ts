import {
  addParticipants,
  changePerson,
  findGroup,
  type Group,
  type Phone,
  perform,
  personOf,
  Refusal,
  type Row,
  type RowCode,
  roomIn,
  type World,
} from '../world/index.ts';
import { type Scenario, ScenarioError, type Step } from './scenario.ts';
import { SCENARIOS } from './scenarios.ts';

/** The groups that a scenario made, by the names that it has for them. */
export type Made = Record<string, string>;

/** Who stands for the second account where there is one alone. */
const COLLEAGUE = '5511888888888';

/** A full group that is larger than this would fill the memory, too. */
const MOST_STRANGERS = 10_000;

/** Lets a scenario happen in a world with these accounts. Throws a `ScenarioError`; the world is then half-made. */
export function play(world: World, name: string, accounts: readonly Phone[]): Made {
  const scenario = findScenario(name);
  const [me, colleague = COLLEAGUE === me ? '5511999999999' : COLLEAGUE] = accounts;
  if (me === undefined) throw new ScenarioError(`The scenario "${name}" needs a world with an account.`);
  const names: Made = { me, colleague };
  for (const [index, step] of scenario.steps.entries()) {
    try {
      take(world, names, step);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw new ScenarioError(
        `The scenario "${name}" cannot happen in this world. Step ${index + 1} is refused by the rule "${error.rule}": ${error.message} Leave its rulings at their defaults.`,
      );
    }
  }
  const { me: _me, colleague: _colleague, ...made } = names;
  return made;
}

/** The scenario of a name. Throws a `ScenarioError` that lists those there are. */
export function findScenario(name: string): Scenario {
  const scenario = Object.hasOwn(SCENARIOS, name) ? SCENARIOS[name] : undefined;
  if (scenario !== undefined) return scenario;
  const known = Object.keys(SCENARIOS).join(', ');
  throw new ScenarioError(`There is no scenario "${name}". The scenarios are: ${known}.`);
}

/** What a scenario calls the groups that it makes. */
export function namesMadeBy({ steps }: Scenario): string[] {
  return steps.flatMap((step) => {
    if (!('does' in step) || step.makes === undefined) return [];
    return step.does.do === 'create-community' ? [step.makes, announcementsOf(step.makes)] : [step.makes];
  });
}

function take(world: World, names: Made, template: Step): void {
  const step = fillIn(template, names);
  if ('fill' in step) {
    fill(world, findGroup(world, step.fill));
  } else if ('is' in step) {
    const { contacts, blocked, ...traits } = step.is;
    changePerson(world, personOf(world, step.who), {
      ...traits,
      ...(contacts === undefined ? {} : { contacts: new Set(contacts) }),
      ...(blocked === undefined ? {} : { blocked: new Set(blocked) }),
    });
  } else {
    const { group, rows } = perform(world, step.who, step.does);
    mustFailOnly(rows, step.rows);
    if (step.makes === undefined) return;
    names[step.makes] = group.jid;
    if (group.community !== undefined) names[announcementsOf(step.makes)] = group.community.announcementGroup;
  }
}

function fill(world: World, group: Group): void {
  const room = roomIn(world, group);
  if (room > MOST_STRANGERS)
    throw new ScenarioError(
      `The group would need ${room} more members to be full; ${MOST_STRANGERS} is the most.`,
    );
  const strangers = Array.from({ length: room }, (_, n) => personOf(world, String(5_521_900_000_000 + n)));
  mustFailOnly(addParticipants(world, group, group.owner, strangers));
}

function mustFailOnly(rows: readonly Row[], codes: readonly RowCode[] = []): void {
  const failed = rows.find(({ error }) => error !== undefined && !codes.includes(error));
  if (failed === undefined) return;
  throw new ScenarioError(
    `The scenario cannot happen in this world: adding ${failed.person.phone} gives the row code ${failed.error}. Leave the rulings at their defaults, or start with a world in which nothing has happened.`,
  );
}

/** The value with every `{{name}}` in its texts replaced. */
function fillIn<T>(value: T, names: Made): T {
  return JSON.parse(JSON.stringify(value), (_, one: unknown) =>
    typeof one === 'string' ? one.replace(/\{\{(.+?)\}\}/g, (_all, name: string) => found(names, name)) : one,
  );
}

function found(names: Made, name: string): string {
  const value = names[name];
  if (value === undefined) throw new Error(`The scenario has no step that makes "${name}".`);
  return value;
}

function announcementsOf(community: string): string {
  return `${community}-announcements`;
}
