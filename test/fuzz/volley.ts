import type { ApiDocument } from '../../spec/index.ts';
import { endsWorld, touchesWorlds, viewpointsOf } from './aims.ts';
import { fill, toBytes } from './bytes.ts';
import { fire } from './fire.ts';
import { createJudge, isRefused } from './judge.ts';
import { isWhole, type Shot } from './shot.ts';
import type { Target } from './target.ts';
import { look, makeWorld, setScene, type View } from './world.ts';

/** What a shot has done wrong. */
export interface Failure {
  /** Which of the shots, counted from 0. */
  readonly nth: number;
  readonly shot: Shot;
  readonly wrong: readonly string[];
}

/** So many refused shots may be fired before the mock is looked at; what changed something is one of them then. */
const LOOK_AFTER = 25;

/** Sets the scene and fires some shots, one after the other. Ends at the first that does wrong, for the scene is spoilt then. */
export async function fireVolley(
  target: Target,
  documents: readonly ApiDocument[],
  shots: readonly Shot[],
  onShot: () => void = () => {},
): Promise<Failure | undefined> {
  const judge = createJudge(documents);
  const viewpoints = viewpointsOf(documents);
  let places = await setScene(target.url, documents);
  const lookAround = (before?: View) => {
    const paths = viewpoints.map((path) => fill(path, places));
    return look(target.url, before === undefined ? paths : [], before);
  };
  let before = await lookAround();
  let unseen: Shot[] = [];
  for (const [nth, shot] of shots.entries()) {
    const echo = await fire(target.url, toBytes(shot, places), shot.delivery, isWhole(shot));
    const wrong = [...judge(shot, places, echo), ...target.complaints()];
    const hasRefused = isRefused(shot, echo);
    unseen.push(shot);
    // What will be refused can be looked at together with what is fired before it.
    const mayWait = hasRefused && shots[nth + 1]?.expects === 'refusal' && unseen.length < LOOK_AFTER;
    if (wrong.length === 0 && !mayWait) {
      const isAllTheSame = hasRefused && !unseen.some(touchesWorlds);
      const lookNow = () => lookAround(isAllTheSame ? before : undefined);
      const { after, wrong: more } = await lookAfter(lookNow, hasRefused, before);
      wrong.push(...more, ...target.complaints());
      before = after;
      unseen = [];
    }
    if (wrong.length > 0) return { nth, shot, wrong };
    if (endsWorld(shot)) {
      places = { ...places, world: await makeWorld(target.url, documents) };
      before = await lookAround();
    }
    onShot();
  }
  return undefined;
}

/** Whether the next good requests work, and a refused one has changed nothing. */
async function lookAfter(
  lookNow: () => Promise<View>,
  hasRefused: boolean,
  before: View,
): Promise<{ after: View; wrong: string[] }> {
  try {
    const after = await lookNow();
    const settled = after.wasDisconnected ? await lookNow() : after;
    const isChanged = after.wasDisconnected || toText(after) !== toText(before);
    if (!hasRefused || !isChanged) return { after: settled, wrong: [] };
    const difference = differenceOf(toText(before), toText(after));
    return { after: settled, wrong: [`a refused request changed something:\n${difference}`] };
  } catch (error) {
    return { after: before, wrong: [error instanceof Error ? error.message : String(error)] };
  }
}

function toText({ accounts, worlds }: View): string {
  return `${accounts}\n${worlds}`;
}

/** What both texts say from a little before their first difference. */
function differenceOf(before: string, after: string): string {
  let at = 0;
  while (at < after.length && before[at] === after[at]) at += 1;
  const [from, to] = [Math.max(0, at - 100), at + 200];
  return `  before …${before.slice(from, to)}\n  after  …${after.slice(from, to)}`;
}
