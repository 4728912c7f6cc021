import { signal } from '@preact/signals';
import { language } from './language.ts';
import { told } from './store.ts';

/** Counts the seconds of this page. */
const second = signal(Date.now());
setInterval(() => {
  second.value = Date.now();
}, 1000);

/** The time of the world, in milliseconds; it goes on with the page. */
export function worldNow(): number {
  const { now, frozen, at } = told.value;
  return frozen ? now : now + Math.max(0, second.value - at);
}

/** A number as people write it: `+55 11 98888-8888`; of other countries, `+` and the digits. */
export function toPhone(phone: string): string {
  const [, area, first, last] = /^55(\d\d)(\d{4,5})(\d{4})$/.exec(phone) ?? [];
  return area === undefined ? `+${phone}` : `+55 ${area} ${first}-${last}`;
}

/** The time of a moment in UTC, with its day unless that is the day of the world. */
export function toTime(at: string | number, withDay = false): string {
  const moment = new Date(at);
  const time = moment.toISOString().slice(11, 19);
  const isToday = new Date(told.value.now).toISOString().slice(0, 10) === moment.toISOString().slice(0, 10);
  return isToday && !withDay ? time : `${toDay(moment)} ${time}`;
}

/** How long it is from now until a moment, such as `2 h 5 min`. */
export function toSpan(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const parts: [number, string][] = [
    [Math.floor(seconds / 86400), 'd'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ];
  const first = parts.findIndex(([count]) => count > 0);
  if (first === -1) return '0 s';
  return parts
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}

/** The class of a status by its meaning. */
export function toneOf(code: number): string {
  return code >= 500 || code === 0 ? 'bad' : code >= 400 ? 'warn' : 'good';
}

/** A path as people read it. */
export function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function toDay(moment: Date): string {
  return language.value === 'pt'
    ? moment.toLocaleDateString('pt-BR', { timeZone: 'UTC' })
    : moment.toLocaleDateString('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
}
