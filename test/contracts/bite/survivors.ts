/** Why some mutants survive. */
interface Reason {
  /** Of the file's path. */
  readonly file: RegExp;
  /** Of the first line of the declaration, a line break, and the line itself. */
  readonly code: RegExp;
  /** Of what stands there and what becomes of it, where not every mutant of the code is meant. */
  readonly change?: RegExp;
  readonly because: string;
}

const EVENTS = 'Only webhooks tell what happened, and no case receives them yet';
const RULING = 'It takes a world with a ruling that no case asks for yet';
const OTHERS = 'It takes other people, or a device, in a state that no case brings about yet';
const COUNT = 'The number of an appointment is told by snapshots alone, and only its place in line counts';
const FAULT = 'What is no refusal of a rule is a fault of the mock itself, which no caller brings about';
const ONCE = 'Who did not leave twice has not done so within a day, whatever stands in their place';
const BOTH = 'A community and its announcement group are there together, so that none is left out';
const SNAPSHOT = 'Only snapshots of worlds reach it, which are no promise of WUTS';
const TEXT = 'It is a text for people, or the name of a rule in a header of the mock';
const SAME = 'The code does the same either way';
const CHANCE = 'It keeps ids from colliding, which they do not do in a lifetime';

/** Every survivor of a full run is one of these, or there is a case to be written. */
export const REASONS: readonly Reason[] = [
  { file: /world\/(events|outbox|webhooks)/, code: /./, because: EVENTS },
  { file: /world\/snapshot/, code: /./, because: SNAPSHOT },
  { file: /world\/communities/, code: /tellArrivals|tellLinked|enterNew|record\(/, because: EVENTS },
  {
    file: /world\/membership/,
    code: /tellArrivals|record\(|'created'|whole\(|, ''\);|reason/,
    because: EVENTS,
  },
  {
    file: /world\/(groups|settings|devices|creation|invites)/,
    code: /record\(|tellLinked|tellArrivals/,
    because: EVENTS,
  },
  { file: /world\/settings/, code: /function apply/, because: EVENTS },
  { file: /world\/devices/, code: /function (connect|disconnect|setDeviceState)\(/, because: EVENTS },
  { file: /world\/agenda/, code: /counters\.appointments \+= 1/, because: COUNT },
  { file: /world\/agenda/, code: /instanceof Refusal/, change: /→ false$/, because: FAULT },
  { file: /world\/(admission|membership)/, code: /departures\.get/, change: /^\[\]/, because: ONCE },
  { file: /world\/membership/, code: /one !== undefined/, because: BOTH },
  { file: /./, code: /rulings\[/, because: RULING },
  { file: /world\/settings/, code: /mustFitName/, because: RULING },
  { file: /world\/limits/, code: /nameLimit/, because: RULING },
  { file: /world\/admission/, code: /mustAllBeAddable/, because: RULING },
  { file: /world\/communities/, code: /reportOrSwallow/, because: RULING },
  { file: /world\/rulings/, code: /./, because: RULING },
  { file: /wire\/undocumented/, code: /./, because: RULING },
  { file: /world\/communities/, code: /function mayBeBrought/, because: OTHERS },
  { file: /world\/settings/, code: /joinRequests/, because: OTHERS },
  { file: /world\/world/, code: /happenings: /, because: EVENTS },
  { file: /./, code: /Refusal\(|Problem\(|message: /, because: TEXT },
  { file: /world\/admission/, code: /because: /, change: /^'/, because: TEXT },
  { file: /world\/refusals/, code: /super\(|override name/, because: TEXT },
  { file: /world\/groups/, code: /while \(world/, because: CHANCE },
  { file: /./, code: /\?\./, change: /^(.*)\?\.(.*) → \1\.\2$/, because: SAME },
  { file: /operations\/groups/, code: /code = body\.invite_code/, because: SAME },
  { file: /wire\/group/, code: /rows: readonly Row\[\] = \[\]/, because: SAME },
  { file: /wire\/participant/, code: /participant\.error = error/, because: SAME },
  { file: /world\/communities/, code: /announcementGroup(\?\.| !== undefined)/, because: SAME },
  { file: /world\/groups/, code: /group\.parent !== undefined/, change: /→ true$/, because: SAME },
  { file: /world\/communities/, code: /group\.parent === undefined/, because: SAME },
  { file: /world\/settings/, code: /group\.kind === 'community' \?/, because: SAME },
  { file: /world\/membership/, code: /\{ person, role, error \}/, because: SAME },
  { file: /world\/roles/, code: /otherwise: 'not-a-participant'/, because: SAME },
];
