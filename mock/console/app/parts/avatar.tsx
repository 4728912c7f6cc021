import { Icon } from './icon.tsx';

/** How many colours there are. */
const COLOURS = 8;

/** A round or square sign of a person or a group, whose colour follows from its id. */
export function Avatar({
  id,
  name,
  kind,
}: {
  id: string;
  name: string;
  kind: 'person' | 'group' | 'community' | 'announcement';
}) {
  return (
    <span class={`avatar ${kind} colour-${colourOf(id)}`} aria-hidden="true">
      {kind === 'announcement' ? <Icon sign="announcement" /> : firstsOf(name)}
    </span>
  );
}

/** Of a name the first letters of two words; the last digits of a number are shown as they are. */
function firstsOf(name: string): string {
  if (/^\d\d$/.test(name)) return name;
  const words = name.trim().split(/\s+/);
  return words
    .slice(0, 2)
    .map((word) => [...word].find((sign) => /[\p{L}\p{N}]/u.test(sign)) ?? '')
    .join('')
    .toUpperCase();
}

function colourOf(id: string): number {
  let sum = 0;
  for (const sign of id) sum = (sum * 31 + sign.charCodeAt(0)) % 9973;
  return sum % COLOURS;
}
