import { htmlEscape } from 'escape-goat';
import { visible } from './show.ts';

/** A piece of HTML or XML that is safe to put into a page. Only `markup` makes it. */
export interface Markup {
  readonly markup: string;
}

/** What may be put into markup: anything but `Markup` is escaped; undefined leaves nothing. */
type Slot = string | number | undefined | Markup | readonly Slot[];

/** HTML or XML by template: what stands in the template is kept, whatever is put in is escaped and made visible. */
export function markup(template: TemplateStringsArray, ...slots: readonly Slot[]): Markup {
  return { markup: String.raw({ raw: template }, ...slots.map(toText)) };
}

function toText(slot: Slot): string {
  if (slot === undefined) return '';
  if (typeof slot === 'string' || typeof slot === 'number') return htmlEscape(visible(String(slot)));
  return 'markup' in slot ? slot.markup : slot.map(toText).join('');
}
