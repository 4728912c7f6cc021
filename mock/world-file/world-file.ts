import { type ControlSchema, createValidator, type Issue, loadControlDocument } from '../../spec/index.ts';

/** A world to start from: the schema `WorldFile` of the control plane describes it. */
export type WorldFile = ControlSchema<'WorldFile'>;

/** A group of a world file. */
export type Group = ControlSchema<'WorldGroup'>;

/** A community of a world file. */
export type Community = ControlSchema<'WorldCommunity'>;

/** A world file that cannot be played: the places in it that are wrong, and the rule that refuses where its shape is right. */
export class WorldFileError extends Error {
  override name = 'WorldFileError';
  /** Fields are as in the file, such as `groups.team.admins[0]`. */
  readonly issues: readonly Issue[];
  /** As `X-Mock-Rule` tells it, or `row-404` for a row; undefined when the shape is wrong. */
  readonly rule: string | undefined;

  constructor(issues: readonly Issue[], rule?: string) {
    super(`The world cannot be made. ${issues.map((issue) => toSentence(issue, rule)).join(' ')}`);
    this.issues = issues;
    this.rule = rule;
  }
}

/** The value, if its shape is that of a world file. Throws a `WorldFileError`. */
export function mustFit(value: unknown): WorldFile {
  const issues = createValidator(loadControlDocument()).value('#/components/schemas/WorldFile', value);
  if (issues.length > 0) throw new WorldFileError(issues);
  return value as WorldFile;
}

/** What is wrong in one place, with the value that was received. */
export function toSentence({ field, message, value }: Issue, rule?: string): string {
  const because = rule === undefined ? '' : ` The rule "${rule}" refuses it.`;
  return `${field} ${message.replace(/\.$/, '')}, and it is ${JSON.stringify(value)}.${because}`;
}
