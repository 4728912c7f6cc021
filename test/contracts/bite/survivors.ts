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
const TIME = 'It takes a moment to which no case moves the clock yet';
const OTHERS = 'It takes other people, or a device, in a state that no case brings about yet';
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
const ANCHOR = 'Every text matches at its start, so the anchor is for readers';
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
  { file: /world\/(agenda|clock)/, code: /./, because: TIME },
  { file: /world\/devices/, code: /lastSeen/, because: TIME },
  { file: /world\/admission/, code: /leftRecently|COOL_DOWN/, because: TIME },
  { file: /world\/membership/, code: /departures/, because: TIME },
  { file: /world\/invites/, code: /expiresAt/, because: TIME },
  { file: /world\/rulings/, code: /^export const RULINGS/, change: /^'[A-Z]/, because: HELP },
  { file: /world\/rulings/, code: /provenance:/, because: TABLE },
  { file: /world\/rulings/, code: /override name/, because: LOG },
  { file: /world\/rulings/, code: /function readChoice/, because: CONTROL },
  { file: /world\/rulings/, code: /choice !== undefined/, change: /→ true$/, because: PROGRAM },
  { file: /./, code: /logged_out/, because: OTHERS },
  { file: /world\/(acts|join-requests)/, code: /./, because: OTHERS },
  { file: /world\/communities/, code: /function mayBeBrought/, because: OTHERS },
  { file: /world\/invites/, code: /joinByPrivateInvite|createPrivateInvite|mustAsk/, because: OTHERS },
  { file: /world\/settings/, code: /joinRequests/, because: OTHERS },
  { file: /world\/admission/, code: /blocked\.has|letsAdd/, because: OTHERS },
  {
    file: /world\/people/,
    code: /addableBy|owner|known !== undefined|^function create|name: ''|phoneKnown/,
    because: OTHERS,
  },
  { file: /world\/membership/, code: /error === 421|function scripted/, because: OTHERS },
  { file: /world\/world/, code: /happenings: /, because: EVENTS },
  { file: /world\/world/, code: /agenda: /, because: TIME },
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
  { file: /wire\/invite/, code: /exec\(link\)/, change: /→ \/\(\?/, because: ANCHOR },
  { file: /wire\/invite/, code: /exec\(link\)/, change: /\?\.|^''/, because: NEVER },
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
