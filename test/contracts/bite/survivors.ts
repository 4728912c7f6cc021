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
const OTHERS = 'It takes other people, or a device, in a state that no case brings about yet';
const COUNT = 'The number of an appointment is told by snapshots alone, and only its place in line counts';
const FAULT = 'What is no refusal of a rule is a fault of the mock itself, which no caller brings about';
const ONCE = 'Who did not leave twice has not done so within a day, whatever stands in their place';
const BOTH = 'A community and its announcement group are there together, so that none is left out';
const SNAPSHOT = 'Only a snapshot that is loaded runs it, and snapshots are no promise of WUTS';
const TEXT = 'What the text of an error says is for people: WUTS tells clients never to branch on it';
const HEADER = 'Which rule refuses only the header X-Mock-Rule tells, and it is no promise of WUTS';
const LOG = 'The name of a class of errors is told in no answer';
const HELP = 'What a ruling decides is told by the help of the command line, and by no answer';
const TABLE = 'How a default is known is told in the table of rulings, and by no answer';
const CONTROL =
  'With which rulings no world is made is the answer of the control plane, and no promise of WUTS';
const PROGRAM = 'Only a program can give it as undefined, and no request';
const SAME = 'The code does the same either way';
const NEVER =
  'It is there for the compiler: what a request, an answer or a world holds by then leaves it nothing to do';
const THERE = 'What a community and its groups name of each other is there: a community never ends';
const SHORT = 'It is a shorter way to what the longer way comes to as well';
const SEED = 'Another sequence of numbers that follows from the seed is as good';
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
  { file: /world\/rulings/, code: /^export const RULINGS/, change: /^'[A-Z]/, because: HELP },
  { file: /world\/rulings/, code: /provenance:/, because: TABLE },
  { file: /world\/rulings/, code: /override name/, because: LOG },
  { file: /world\/rulings/, code: /function readChoice/, because: CONTROL },
  { file: /world\/rulings/, code: /choice !== undefined/, change: /→ true$/, because: PROGRAM },
  { file: /world\/communities/, code: /function mayBeBrought/, because: OTHERS },
  { file: /world\/settings/, code: /joinRequests/, because: OTHERS },
  { file: /world\/world/, code: /happenings: /, because: EVENTS },
  { file: /world\/communities/, code: /'group-full' : 'community-full'/, because: HEADER },
  { file: /world\/invites/, code: /jid === undefined/, change: /→ false$/, because: HEADER },
  { file: /operations\/supporting/, code: /Problem\(/, change: /^'no-webhook'/, because: HEADER },
  { file: /world/, code: /Refusal\(/, change: /^[`'][A-Z].* → (``|""|'')$/, because: TEXT },
  { file: /world\/settings/, code: /It starts with/, change: /^image\.slice/, because: TEXT },
  { file: /world\/admission/, code: /stranger\.phone/, change: /^(stranger|`)/, because: TEXT },
  { file: /world\/refusals/, code: /override name/, because: LOG },
  { file: /world\/refusals/, code: /super\(|detail = ''|, '', code/, because: TEXT },
  { file: /world\/groups/, code: /while \(world/, because: CHANCE },
  { file: /world\/ids/, code: /function (createRandom|hash)/, because: SEED },
  { file: /world\/people/, code: /DIGITS\.test/, change: /→ false$/, because: SHORT },
  { file: /world\/people/, code: /^const DIGITS/, change: /→ \/\^\[0-9\]\$\/$/, because: SHORT },
  {
    file: /world\/(communities|groups|membership)/,
    code: /\?\./,
    change: /^(.*)\?\.(.*) → \1\.\2$/,
    because: THERE,
  },
  { file: /operations\/groups/, code: /code = body\.invite_code/, because: NEVER },
  { file: /wire\/group/, code: /rows: readonly Row\[\] = \[\]/, because: SAME },
  { file: /wire\/participant/, code: /participant\.error = error/, because: SAME },
  { file: /world\/communities/, code: /announcementGroup !== undefined/, change: /→ true$/, because: THERE },
  { file: /world\/groups/, code: /group\.parent !== undefined/, change: /→ true$/, because: NEVER },
  { file: /world\/communities/, code: /group\.parent === undefined/, change: /→ false$/, because: NEVER },
  { file: /world\/membership/, code: /\{ person, role, error \}/, because: SAME },
  {
    file: /wire\/undocumented/,
    code: /property\?\.|ref === undefined/,
    change: /^property\?|→ false$/,
    because: NEVER,
  },
  { file: /world\/roles/, code: /otherwise: 'not-a-participant'/, because: NEVER },
];
