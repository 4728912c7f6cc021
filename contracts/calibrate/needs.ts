import type { Step } from '../language/case.ts';
import { NEEDS } from '../language/needs.ts';
import { needsOf } from '../language/shown-needs.ts';
import type { Values } from '../language/templates.ts';
import { needsMet, type Target } from '../target/target.ts';
import { OWN_NEEDS, type Question, type QuestionNeed } from './question.ts';
import { STAGES } from './stages.ts';

/** What may be used beyond what a target has. Numbers are digits. */
export interface Numbers {
  /** A number that is not on WhatsApp. */
  readonly stranger?: string | undefined;
  /** A number whose privacy forbids that the first account adds it. */
  readonly private?: string | undefined;
  readonly largeBodies?: boolean | undefined;
  readonly limits?: boolean | undefined;
}

/** The placeholders of these numbers, which may be touched. */
export function numbersOf({ stranger, private: hidden }: Numbers): Values {
  return {
    ...(stranger !== undefined && { stranger, 'stranger.phone': stranger }),
    ...(hidden !== undefined && { private: hidden, 'private.phone': hidden }),
  };
}

/** What a question needs: what it says, and what its steps and stages show. */
export function needsOfQuestion({ id, needs = [], on = [], steps }: Question): QuestionNeed[] {
  const all = [...on.flatMap((stage): readonly Step[] => STAGES[stage]), ...steps];
  const isOwn = (need: QuestionNeed): need is keyof typeof OWN_NEEDS => need in OWN_NEEDS;
  const shared = needsOf({ id, steps: all, needs: needs.filter((need) => !isOwn(need)) as [] });
  const text = JSON.stringify(all);
  const shown = (['stranger', 'private'] as const).filter((name) => text.includes(`{{${name}}}`));
  return [...shared, ...needs.filter(isOwn), ...shown];
}

/** The first need that is not met: what it is, and how it is met. */
export function missingNeed(
  target: Target,
  numbers: Numbers,
  needs: readonly QuestionNeed[],
): { readonly what: string; readonly give: string } | undefined {
  const met = new Set<QuestionNeed>(needsMet(target));
  if (numbers.stranger !== undefined) met.add('stranger');
  if (numbers.private !== undefined) met.add('private');
  if (numbers.largeBodies) met.add('large-bodies');
  if (numbers.limits) met.add('limits');
  const missing = needs.find((need) => !met.has(need));
  if (missing === undefined) return undefined;
  const text = { ...NEEDS, ...OWN_NEEDS }[missing];
  const [, what = text, give = text] = /^(.*?)(?:: | \()(.*?)\)?$/.exec(text) ?? [];
  return { what, give };
}
