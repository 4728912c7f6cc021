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

const FAULT = 'What is no refusal of a rule is a fault of the mock itself, which no caller brings about';
const ONCE = 'Who did not leave twice has not done so within a day, whatever stands in their place';
const TEXT = 'What the text of an error says is for people: WUTS tells clients never to branch on it';
const HEADER = 'Which rule refuses only the header X-Mock-Rule tells, and it is no promise of WUTS';
const SAME = 'The code does the same either way';
const NEVER =
  'It is there for the compiler: what a request, an answer or a world holds by then leaves it nothing to do';
const THERE = 'What a community and its groups name of each other is there: a community never ends';
const SHORT = 'It is a shorter way to what the longer way comes to as well';
const SEED = 'Another sequence of numbers that follows from the seed is as good';
const INVITE = 'Only a world file gives a group its invite code, and world files are no promise of WUTS';
const EARLIER = 'A request about a group that is not there is refused before the rule is asked';
const LAST = 'A community and its announcement group keep their creator, so nobody is the last in them';
const KEPT = 'It keeps texts, which come to the same when they are made anew';
const COUNTED = 'It counts what a world holds, for the memory that the mock may take';
const CHANCE = 'It keeps ids from colliding, which they do not do in a lifetime';

const LOGGED = 'Only the log of the control plane tells it, which is no promise of WUTS';
const BOUND = 'It bounds what a world keeps, at a number of its own that is no promise of WUTS';
const SETS = 'Nobody asks a group that is no community whom it brought along';
const REPLACED =
  'It is about a world that is replaced or ended while something is on its way in it, where no case looks';
const CONNECTION =
  'How connections are kept, and opened anew when the receiver closed one, no delivery shows';
const TO_MOCK = 'Only a webhook that leads to a mock shows it, and WUTS is none';
const SIGNS = 'It is one of several signs that an answer is over, and another one comes in any case';
const NAMED = 'What a sender calls itself is its own choice';
const OUTSIDE = 'Only the control plane looks at a group from outside, and it sees all numbers';
const NOBODY = 'It names a phone that nobody has';
const AUDIENCE = 'It is there for the compiler: whoever is told of something has a device';
const VAIN = 'It spares work: what is noted in vain is told to nobody';
const UNFIT =
  'Without a word for what changed an event does not fit the document, so it is not sent either way';
const CALIBRATED = 'Only a mock with a calibration makes use of it, and the suite runs against one without';
const LATE =
  'An error after a delivery is queued goes to the log of the mock only, which nobody outside sees';
const FOUND = 'It is there for the compiler: for those who join, what they find is noted';
const SLOW =
  'How long an attempt took moves the next one by as many milliseconds, which WUTS does not promise';
const HELD = 'How long a delivery that a fault holds back waits for the next one is a choice of the mock';
const UNDERWAY = 'It moves a later attempt by no more than the moment for which one was under way';

/** Every survivor of a full run is one of these, or there is a case to be written. */
export const REASONS: readonly Reason[] = [
  { file: /wire\/event/, code: /data === undefined/, change: /→ false$/, because: UNFIT },
  { file: /wire\/event/, code: /Object\.keys\(said\)/, change: /→ false$/, because: UNFIT },
  { file: /wire\/event/, code: /word === undefined/, change: /^(word|\[\])/, because: UNFIT },
  { file: /wire\/event/, code: /found !== undefined/, change: /→ true$/, because: FOUND },
  { file: /world\/apply\/event-log/, code: /witnesses: |UNTOLD\.has/, change: /^\[\]/, because: NOBODY },
  { file: /world\/apply\/event-log/, code: /\?\.webhook/, change: /\?\./, because: AUDIENCE },
  { file: /world\/apply\/event-log/, code: /to\.length === 0/, change: /→ false$/, because: VAIN },
  { file: /world\/apply\/event-log/, code: /const isNew/, change: /→ true$/, because: VAIN },
  { file: /world\/outbox/, code: /last\?\.yields/, change: /^last\.due/, because: HELD },
  { file: /world\/outbox/, code: /oldest !== undefined/, because: BOUND },
  {
    file: /world\/outbox/,
    code: /place === 0/,
    change: /^(place === 0|next !== undefined) →|→ (true|place === 0 \|\|.*)$/,
    because: UNDERWAY,
  },
  { file: /world\/rules\/settings/, code: /changed\.length === 0/, change: /→ false$/, because: LOGGED },
  { file: /world\/agenda/, code: /instanceof Refusal/, change: /→ true$/, because: LOGGED },
  {
    file: /world\/(rules\/(admission|membership)|apply\/effects)/,
    code: /departures\.get/,
    change: /^\[\]/,
    because: ONCE,
  },
  { file: /world\/rules\/communities/, code: /'group-full' : 'community-full'/, because: HEADER },
  { file: /world\/rules\/invites/, code: /jid === undefined/, change: /→ false$/, because: HEADER },
  { file: /operations\/supporting/, code: /Problem\(/, change: /^'no-webhook'/, because: HEADER },
  { file: /world\/refusals/, code: /isPartial/, because: FAULT },
  { file: /world\/refusals/, code: /super\(|detail = ''|, '', code/, because: TEXT },
  { file: /world\/rules\/creation/, code: /while \(world/, because: CHANCE },
  { file: /world\/ids/, code: /function (createRandom|hash)/, because: SEED },
  { file: /world\/state\/reading/, code: /const isPhone/, because: SHORT },
  {
    file: /world\/state\/reading/,
    code: /function findPerson.*\n.*known !== undefined/,
    change: /→ false$/,
    because: SHORT,
  },
  { file: /world\/state\/reading/, code: /isPhone\(id\)/, because: SAME },
  { file: /world\/state\/reading/, code: /other \?\? ''/, because: NOBODY },
  { file: /world\/state\/group/, code: /group\.kind === 'community'/, because: SAME },
  { file: /world\/state\/ledger/, code: /entries\.length === 0/, change: /→ false$/, because: SHORT },
  { file: /world\/ids/, code: /const at = /, because: SEED },
  { file: /world\/rules\/creation/, code: /inviteCode === undefined|other === undefined/, because: INVITE },
  { file: /world\/rules\/creation/, code: /const \[, seconds\]/, change: /^\[\]/, because: SAME },
  { file: /world\/rules\/exit/, code: /const ends = /, change: /→ true$/, because: LAST },
  { file: /world\/rules\/settings/, code: /instanceof Refusal/, change: /→ false$/, because: EARLIER },
  { file: /world\/rules\/people/, code: /decide\('',/, change: /^''/, because: NOBODY },
  { file: /world\/rules\/creation/, code: /jid !== undefined/, change: /→ true$/, because: SAME },
  { file: /world\/rules\/people/, code: /lid === undefined/, change: /→ false$/, because: SAME },
  { file: /world\/(rules\/people|apply)/, code: /\.aliases \?\? \[\]/, change: /^\[\]/, because: NOBODY },
  { file: /world\/apply\/apply/, code: /get\(rows\.group\)\?\./, change: /\?\./, because: NEVER },
  { file: /world\/apply\/apply/, code: /change\.kind === 'invite'/, change: /→ true$/, because: SAME },
  {
    file: /world\/apply\/apply/,
    code: /function toRow\(\s+if \(error === undefined/,
    change: /→ false$/,
    because: SAME,
  },
  { file: /world\/apply\/effects/, code: /place\.kind === 'community'/, change: /→ true$/, because: SETS },
  { file: /world\/apply\/effects/, code: /broughtInto\(group\)\?\./, change: /\?\./, because: NEVER },
  { file: /world\/apply\/effects/, code: /function broughtInto/, change: /→ true$/, because: SETS },
  { file: /world\/apply\/effects/, code: /invite !== undefined/, change: /→ true$/, because: NEVER },
  {
    file: /world\/apply\/renumber/,
    code: /contacts\.has|isNoted/,
    change: /→ (true|false|owner === from)$/,
    because: SHORT,
  },
  { file: /world\/apply\/event-log/, code: /addressing \?\? 'pn'/, change: /^'pn'/, because: NEVER },
  {
    file: /world\/rules\//,
    code: /\?\./,
    change: /^(.*)\?\.(.*) → \1\.\2$/,
    because: THERE,
  },
  { file: /wire\/jid/, code: /group\?\./, change: /\?\./, because: NEVER },
  { file: /wire\/jid/, code: /viewer !== undefined/, change: /^viewer .*→ true$/, because: OUTSIDE },
  { file: /wire\/event/, code: /default:/, because: UNFIT },
  { file: /wire\/forms/, code: /value === undefined/, change: /^value .*→ false$/, because: SAME },
  { file: /wire\/group/, code: /rows\.length === 0/, change: /→ false$/, because: SHORT },
  { file: /wire\/undocumented/, code: /property !== undefined/, change: /→ true$/, because: NEVER },
  { file: /wire\/undocumented/, code: /const SHOWN/, change: /^'measured'/, because: CALIBRATED },
  { file: /wire\/json-text/, code: /./, because: KEPT },
  { file: /world\/apply\/renumber/, code: /peopleRevision/, because: COUNTED },
  { file: /operations\/groups/, code: /refusal\.isPartial/, because: FAULT },
  { file: /wire\/participant/, code: /participant\.error = error/, because: SAME },
  {
    file: /delivery\/courier/,
    code: /let seen|function forget|const forget|aborted|closed|tenant\.world|'ended'|close\(\)|closed = true/,
    because: REPLACED,
  },
  {
    file: /delivery\/courier/,
    code: /outgoing\.length > 0|next === Infinity|Math\.max\(0, next|frozen|LONGEST_TIMER|outbox\.pending\[0\]|const moments/,
    because: SHORT,
  },
  { file: /delivery\/courier/, code: /device !== undefined|webhook\?\.enabled/, because: NEVER },
  { file: /delivery\/courier/, code: /machine\(\) - started/, because: SLOW },
  { file: /delivery\/(courier|marked|post)/, code: /isMock|TO_A_MOCK/, because: TO_MOCK },
  {
    file: /delivery\/post/,
    code: /stale|isFresh|agent|unref|close\(\)/,
    because: CONNECTION,
  },
  { file: /delivery\/post/, code: /door === undefined/, because: NEVER },
  { file: /delivery\/post/, code: /status === null/, because: LOGGED },
  { file: /delivery\/post/, code: /'end', 'error', 'close'/, because: SIGNS },
  { file: /delivery\/post/, code: /User-Agent/, because: NAMED },
  { file: /delivery\/post/, code: /sent\?\.destroy/, change: /\?\./, because: NEVER },
  { file: /delivery\/queue/, code: /told\?\.\[group\]/, because: SAME },
  { file: /delivery\/queue/, code: /body === undefined/, change: /→ false$/, because: UNFIT },
  { file: /delivery\/queue/, code: /duplicateWithNewId/, change: /\?\./, because: LATE },
  { file: /delivery\/queue/, code: /'people' in change/, change: /^\[\]/, because: NOBODY },
  { file: /delivery\/queue/, code: /(group|actor) === undefined/, change: /→ false$/, because: SAME },
];
