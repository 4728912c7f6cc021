import { t } from '../language.ts';

/** What stands in the place of one thing: what to choose, or that what was asked for is not there, with the way `back`. */
export function Hint({ says, back }: { says: string; back?: string }) {
  return (
    <section class="pane hint" tabIndex={-1}>
      <p class="quiet">{says}</p>
      {back !== undefined && <a href={back}>{t('back')}</a>}
    </section>
  );
}
