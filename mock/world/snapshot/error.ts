/** A saved value that cannot be taken: where it stands, such as `.world.groups[3].owner`, and what is wrong with it. */
export class SnapshotError extends Error {
  override name = 'SnapshotError';
  readonly place: string;
  /** Goes on the place, for example "must be a whole number". */
  readonly says: string;
  readonly value: unknown;

  constructor(place: string, says: string, value: unknown) {
    super(`The snapshot cannot be taken: ${place.replace(/^\./, '')} ${says}.`);
    this.place = place;
    this.says = says;
    this.value = value;
  }
}
