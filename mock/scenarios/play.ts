import { type Phone, Refusal, type World } from '../world/index.ts';
import { type Scenario, ScenarioError } from './scenario.ts';
import { SCENARIOS } from './scenarios.ts';
import { createStage, FailedRow, TooManyStrangers } from './stage.ts';

/** The JIDs of groups, by the names that a scenario or a world file has for them. */
export type Made = Record<string, string>;

/** Lets a scenario happen in a world with these accounts. Throws a `ScenarioError`; the world is then half-made. */
export function play(world: World, name: string, [me, second]: readonly Phone[]): Made {
  const scenario = findScenario(name);
  if (me === undefined) throw new ScenarioError(`The scenario "${name}" needs a world with an account.`);
  try {
    scenario.play(createStage(world, me, second));
  } catch (error) {
    throw new ScenarioError(`The scenario "${name}" cannot happen in this world. ${whyNot(error)}`);
  }
  return Object.fromEntries(scenario.makes.map((made) => [made, world.names.get(made) ?? '']));
}

/** The scenario of a name. Throws a `ScenarioError` that lists those there are. */
export function findScenario(name: string): Scenario {
  const scenario = Object.hasOwn(SCENARIOS, name) ? SCENARIOS[name] : undefined;
  if (scenario !== undefined) return scenario;
  const known = Object.keys(SCENARIOS).join(', ');
  throw new ScenarioError(`There is no scenario "${name}". The scenarios are: ${known}.`);
}

function whyNot(error: unknown): string {
  if (error instanceof TooManyStrangers) return error.message;
  if (error instanceof FailedRow)
    return `${error.message} Leave the rulings at their defaults, or start with a world in which nothing has happened.`;
  if (error instanceof Refusal)
    return `The rule "${error.rule}" refuses it: ${error.message} Leave its rulings at their defaults.`;
  throw error;
}
