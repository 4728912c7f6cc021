import { computed, signal } from '@preact/signals';

/** The views of the console, in the order of the tabs. */
export const VIEWS = ['groups', 'phone', 'traffic', 'webhooks', 'time', 'worlds'] as const;

/** One of them. */
export type View = (typeof VIEWS)[number];

const hash = signal(location.hash);
addEventListener('hashchange', () => {
  hash.value = location.hash;
});

/** What the address says: `#/world/view/what/more`. */
export const route = computed(() => {
  const [, world = '', view = '', what = '', more = ''] = hash.value.split('/').map(decodeURIComponent);
  return {
    world: world || 'default',
    view: VIEWS.find((one) => one === view) ?? 'groups',
    what,
    more,
  };
});

/** The name of the world that is looked at. */
export const worldName = computed(() => route.value.world);

/** Where a view is; what is named after it is a group, a person, a call or a delivery. */
export function hrefOf(view: View, ...what: string[]): string {
  return `#/${[worldName.value, view, ...what].map(encodeURIComponent).join('/')}`;
}

/** Goes to such a place. */
export function goTo(href: string): void {
  location.hash = href;
}
